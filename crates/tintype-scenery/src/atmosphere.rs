//! Air: sunlight scattered once on its way through it (and a little more than once), on a
//! round Earth, so that dusk comes out of the same formula as noon.

use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::curves::{fade, smooth};
use crate::terrain::Spot;

/// Where the sun (or the moon) stands and what the air is like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Air {
    /// Height of the sun above the horizon, in degrees; below zero after sunset.
    pub elevation: f32,
    /// Slope to the right of the middle at which the sun stands; beyond ±2 it is to the side.
    pub azimuth: f32,
    /// Dust and moisture: 1 is a clear day, 4 a hazy one.
    pub haze: f32,
    /// Degrees the sun lies behind the camera's back: above 90 it lights the scene from behind us.
    pub turned: f32,
}

/// The sky of one picture: a small table of what comes from which direction.
pub(crate) struct Sky {
    table: Vec<Rgb>,
    left: f32,
    right: f32,
    top: f32,
    /// Towards the sun: right, up, forward.
    pub sun: [f32; 3],
    /// What the sun sheds on a surface that faces it.
    pub sunlight: Rgb,
    /// What the whole sky sheds on level ground.
    pub ambient: Rgb,
}

impl Sky {
    pub fn new(view: &View, air: &Air) -> Self {
        let sun = direction(air);
        let left = view.across(0.0);
        let right = view.across(view.width as f32);
        let top = view.up(0.0).max(1.2);
        let mut table = Vec::with_capacity((COLUMNS + 1) * (ROWS + 1));
        for row in 0..=ROWS {
            let level = row as f32 / ROWS as f32;
            let up = top * level * level;
            for column in 0..=COLUMNS {
                let across = left + (right - left) * column as f32 / COLUMNS as f32;
                table.push(scattered([across, up.max(0.004), 1.0], sun, air.haze));
            }
        }
        let sunlight =
            through_air(EYE, sun[1].max(0.012), air.haze) * SUN * smooth(-0.035, 0.02, sun[1]);
        let ambient = ambient(sun, air.haze);
        Self { table, left, right, top, sun, sunlight, ambient }
    }

    /// The sky at a slope across and up; below the horizon it is the horizon's.
    pub fn at(&self, across: f32, up: f32) -> Rgb {
        let x = ((across - self.left) / (self.right - self.left)).clamp(0.0, 1.0) * COLUMNS as f32;
        let y = (up / self.top).clamp(0.0, 1.0).sqrt() * ROWS as f32;
        let (column, row) = ((x as usize).min(COLUMNS - 1), (y as usize).min(ROWS - 1));
        let (fx, fy) = (x - column as f32, y - row as f32);
        let corner = row * (COLUMNS + 1) + column;
        let above = self.table[corner].mix(self.table[corner + 1], fx);
        let next = corner + COLUMNS + 1;
        above.mix(self.table[next].mix(self.table[next + 1], fx), fy)
    }

    /// The colour that distance takes on in this direction.
    pub fn haze(&self, across: f32) -> Rgb {
        self.at(across, 0.015).mix(self.at(across, 0.16), 0.45)
    }

    /// Daylight on a piece of ground: the sun where it reaches, the sky from above, and
    /// more of the sky from the sun's side, so that shadows keep their shape.
    pub fn falls_on(&self, spot: &Spot) -> Rgb {
        let open =
            (1.0 - spot.hollow.max(0.0) * 0.5 - spot.hollow.min(0.0) * 0.25).clamp(0.3, 1.25);
        let side = spot.normal[0] * self.sun[0] + spot.normal[2] * self.sun[2];
        let dome = open * (0.5 + 0.4 * spot.level + 0.4 * side).max(0.15);
        let sun = self.sunlight * (spot.facing * spot.lit * 0.44);
        sun + self.ambient * (0.235 * dome) + self.sunlight * (0.012 * open)
    }

    /// Paints the clear sky, from the top down to well below the horizon, so that no ground
    /// that ends early leaves a gap.
    pub fn paint(&self, canvas: &mut Canvas, view: &View) {
        let bottom = (view.horizon + 0.12 * view.unit()).max(0.0) as usize;
        let bottom = bottom.min(canvas.height);
        let cell = canvas.width as f32 / COLUMNS as f32;
        for y in 0..bottom {
            let up = view.up(y as f32 + 0.5);
            let stops: Vec<Rgb> = (0..=COLUMNS)
                .map(|i| {
                    self.at(self.left + (self.right - self.left) * i as f32 / COLUMNS as f32, up)
                })
                .collect();
            for (x, pixel) in canvas.row_mut(y).iter_mut().enumerate() {
                let at = (x as f32 + 0.5) / cell;
                let i = (at as usize).min(COLUMNS - 1);
                *pixel = stops[i].mix(stops[i + 1], at - i as f32);
            }
        }
    }

    /// Paints the sun's disc and the glow around it.
    pub fn paint_sun(&self, canvas: &mut Canvas, view: &View, size: f32) {
        if self.sun[2] <= 0.1 {
            return;
        }
        let (across, up) = (self.sun[0] / self.sun[2], self.sun[1] / self.sun[2]);
        let (cx, cy) = (view.column(across), view.row(up));
        let radius = size * view.focal * 0.012;
        let colour = self.sunlight.hue();
        let strength = self.sunlight.luma().min(9.0);
        let bottom = ((view.horizon + 2.0).max(0.0) as usize).min(canvas.height);
        for y in 0..bottom {
            for (x, pixel) in canvas.row_mut(y).iter_mut().enumerate() {
                let (dx, dy) = (x as f32 + 0.5 - cx, y as f32 + 0.5 - cy);
                let distance = (dx * dx + dy * dy).sqrt() / radius;
                let glow = 0.05 / (1.0 + distance * 0.16) + 0.6 / (1.0 + distance * distance * 0.3);
                let disc = smooth(1.06, 0.94, distance) * 5.0;
                *pixel += colour * ((glow * 0.5 + disc) * strength);
            }
        }
    }
}

fn direction(air: &Air) -> [f32; 3] {
    let elevation = air.elevation.to_radians();
    let turn = air.azimuth.atan() + air.turned.to_radians();
    let flat = elevation.cos();
    [turn.sin() * flat, elevation.sin(), turn.cos() * flat]
}

/// Light that reaches the eye from one direction of the clear sky.
fn scattered(toward: [f32; 3], sun: [f32; 3], haze: f32) -> Rgb {
    let length = (toward[0] * toward[0] + toward[1] * toward[1] + toward[2] * toward[2]).sqrt();
    let toward = toward.map(|part| part / length);
    let cosine = toward[0] * sun[0] + toward[1] * sun[1] + toward[2] * sun[2];
    let rayleigh = 0.059_7 * (1.0 + cosine * cosine);
    let mie = forward_glow(cosine);
    let reach = to_space(EYE, toward[1]);
    let (mut light, mut depth) = (Rgb::BLACK, Rgb::BLACK);
    let mut before = 0.0;
    for step in 1..=STEPS {
        let share = step as f32 / STEPS as f32;
        let here = reach * share * share;
        let width = here - before;
        let middle = before + width * 0.5;
        before = here;
        let height = height_after(EYE, toward[1], middle);
        let air = density(height);
        depth += extinction(air, haze) * width;
        let sun_up = (sun[1] * (GROUND + EYE) + middle * cosine) / (GROUND + height);
        let lit = through_air(height, sun_up, haze) * (SUN * shade(height, sun_up));
        let soft = through_air(height, sun_up.max(0.0) + 0.3, haze)
            * (SUN * twilight(height, sun_up) * 0.075);
        let small = RAYLEIGH * air.0;
        let large = MIE * (air.1 * haze);
        let source =
            lit * (small * rayleigh + Rgb::grey(large * mie)) + soft * (small + Rgb::grey(large));
        light += source * Rgb::new(fade(depth.r), fade(depth.g), fade(depth.b)) * width;
    }
    light
}

/// A rough sum over the dome: overhead, towards and away from the sun, and aside. Shadows
/// look bluer to the eye than to a meter, hence the added colour.
fn ambient(sun: [f32; 3], haze: f32) -> Rgb {
    let flat = (sun[0] * sun[0] + sun[2] * sun[2]).sqrt().max(1e-3);
    let (sx, sz) = (sun[0] / flat, sun[2] / flat);
    let above = scattered([0.0, 1.0, 0.01], sun, haze);
    let near = scattered([sx, 1.0, sz], sun, haze);
    let away = scattered([-sx, 0.7, -sz], sun, haze);
    let aside = scattered([sz, 0.7, -sx], sun, haze);
    ((above * 1.4 + near * 0.6 + away + aside) * 0.8).saturate(1.22)
}

/// The glow of dust around the sun (Cornette and Shanks).
fn forward_glow(cosine: f32) -> f32 {
    let g: f32 = 0.76;
    let bottom = 1.0 + g * g - 2.0 * g * cosine;
    0.119_4 * (1.0 - g * g) * (1.0 + cosine * cosine) / ((2.0 + g * g) * bottom * bottom.sqrt())
}

/// What is left of sunlight that comes down to `height` from a slope.
fn through_air(height: f32, sun_up: f32, haze: f32) -> Rgb {
    let reach = to_space(height, sun_up);
    let mut depth = Rgb::BLACK;
    let mut before = 0.0;
    for step in 1..=LIGHT_STEPS {
        let share = step as f32 / LIGHT_STEPS as f32;
        let here = reach * share * share;
        let middle = (before + here) * 0.5;
        depth += extinction(density(height_after(height, sun_up, middle).max(0.0)), haze)
            * (here - before);
        before = here;
    }
    (depth * -1.0).exp()
}

/// How far the Earth's own shadow lets direct light reach.
fn shade(height: f32, sun_up: f32) -> f32 {
    let dip = -(2.0 * height.max(0.0) / GROUND).sqrt();
    smooth(dip - 0.02, dip + 0.02, sun_up)
}

/// How much light there is that has been scattered more than once.
fn twilight(height: f32, sun_up: f32) -> f32 {
    smooth(-0.32 - height * 0.002, 0.15, sun_up)
}

fn to_space(height: f32, up: f32) -> f32 {
    let radius = GROUND + height;
    let half = radius * up;
    (half * half + (SPACE * SPACE - radius * radius)).max(0.0).sqrt() - half
}

fn height_after(height: f32, up: f32, way: f32) -> f32 {
    let radius = GROUND + height;
    (radius * radius + way * way + 2.0 * radius * way * up).sqrt() - GROUND
}

/// Air, dust and ozone at a height in kilometres.
fn density(height: f32) -> (f32, f32, f32) {
    let ozone = (1.0 - (height - 25.0).abs() / 15.0).max(0.0);
    (fade(height / 8.0), fade(height / 1.2), ozone)
}

fn extinction(air: (f32, f32, f32), haze: f32) -> Rgb {
    RAYLEIGH * air.0 + Rgb::grey(MIE * 1.1 * haze * air.1) + OZONE * air.2
}

const COLUMNS: usize = 24;
const ROWS: usize = 32;
const STEPS: usize = 14;
const LIGHT_STEPS: usize = 6;
const GROUND: f32 = 6_360.0;
const SPACE: f32 = 6_440.0;
const EYE: f32 = 0.4;
const SUN: f32 = 20.0;
const RAYLEIGH: Rgb = Rgb::new(0.005_8, 0.013_5, 0.033_1);
const OZONE: Rgb = Rgb::new(0.000_65, 0.001_88, 0.000_085);
const MIE: f32 = 0.004;
