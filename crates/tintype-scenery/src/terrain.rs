//! Ground seen in perspective. Heights are surveyed on a fan of lines in front of the camera,
//! closest where the eye sees most, lit there, and then drawn column by column.

use crate::canvas::View;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};

/// Where the camera stands above the zero of the heights, and how far it looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stand {
    pub eye: f32,
    pub near: f32,
    pub far: f32,
    /// Height of the water that covers everything below it.
    pub water: f32,
}

impl Stand {
    /// Dry ground.
    pub const fn new(eye: f32, near: f32, far: f32) -> Self {
        Self { eye, near, far, water: f32::NEG_INFINITY }
    }

    pub const fn with_water(mut self, level: f32) -> Self {
        self.water = level;
        self
    }
}

/// A surveyed piece of ground: rows at constant distance, columns at constant slope.
pub(crate) struct Terrain {
    pub stand: Stand,
    pub columns: usize,
    pub rows: usize,
    left: f32,
    step: f32,
    /// Distance of each row.
    pub away: Vec<f32>,
    heights: Vec<f32>,
    pub colours: Vec<Rgb>,
}

/// How a surveyed point is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    None,
    /// Hidden itself, next to one that is not.
    Beside,
    Clear,
}

/// A surveyed point, as the painter of the ground sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub x: f32,
    pub z: f32,
    pub height: f32,
    /// Upright part of the normal: 1 is level, 0 a wall.
    pub level: f32,
    /// Cosine between the ground and the sun, not below zero.
    pub facing: f32,
    /// Share of the sun that reaches this point past other ground.
    pub lit: f32,
    /// How hollow it lies: below zero a crest, above zero a gully.
    pub hollow: f32,
    /// The normal itself: right, up, away.
    pub normal: [f32; 3],
}

impl Terrain {
    pub fn survey(view: &View, stand: Stand, height: impl Fn(f32, f32) -> f32) -> Self {
        let columns = (view.width / 5).clamp(view.width.min(360), 720);
        let rows = (view.height * 3 / 10).clamp((view.height * 2).min(320), 560);
        let left = view.across(-4.0);
        let step = (view.across(view.width as f32 + 4.0) - left) / (columns - 1) as f32;
        let away = spacing(view, stand, rows, &height);
        let mut heights = Vec::with_capacity(columns * rows);
        for &z in &away {
            for column in 0..columns {
                heights.push(height((left + column as f32 * step) * z, z));
            }
        }
        Self { stand, columns, rows, left, step, away, heights, colours: Vec::new() }
    }

    pub fn height(&self, column: usize, row: usize) -> f32 {
        self.heights[row * self.columns + column]
    }

    pub fn across(&self, column: usize) -> f32 {
        self.left + column as f32 * self.step
    }

    /// The broken column number of a slope across, kept inside the survey.
    pub fn column_at(&self, across: f32) -> f32 {
        ((across - self.left) / self.step).clamp(0.0, self.columns as f32 - 1.001)
    }

    /// Asks `paint` for the colour of every surveyed point that can be seen.
    pub fn light(&mut self, sun: [f32; 3], paint: impl Fn(&Spot) -> Rgb) {
        let shadows = Shadows::cast(self, sun);
        let sights = self.sights();
        let mut colours = vec![Rgb::BLACK; self.heights.len()];
        for row in 0..self.rows {
            for column in 0..self.columns {
                let at = row * self.columns + column;
                if sights[at] == Sight::None {
                    continue;
                }
                // Just behind a crest the ground is hidden; the crest keeps the colour of its
                // near side, or it would look notched.
                let behind = sights[at] == Sight::Beside
                    && row > 0
                    && sights[at - self.columns] == Sight::Clear
                    && sights.get(at + self.columns) != Some(&Sight::Clear);
                colours[at] = if behind {
                    colours[at - self.columns]
                } else {
                    let mut spot = self.spot(column, row, sun);
                    spot.lit = shadows.at(column, row);
                    paint(&spot)
                };
            }
        }
        self.colours = colours;
    }

    /// Which points rise above all nearer ones in their column and are not deep under water;
    /// with a margin of one point all around.
    fn sights(&self) -> Vec<Sight> {
        let mut sights = vec![Sight::None; self.heights.len()];
        let mut tops = vec![f32::NEG_INFINITY; self.columns];
        let shore = self.stand.water - 0.02;
        for row in 0..self.rows {
            for (column, top) in tops.iter_mut().enumerate() {
                let height = self.height(column, row);
                let slope = (height.max(self.stand.water) - self.stand.eye) / self.away[row];
                if slope >= *top {
                    *top = slope;
                    if height > shore {
                        self.mark(&mut sights, column, row);
                    }
                }
            }
        }
        sights
    }

    fn mark(&self, sights: &mut [Sight], column: usize, row: usize) {
        for near in row.saturating_sub(1)..(row + 2).min(self.rows) {
            for beside in column.saturating_sub(1)..(column + 2).min(self.columns) {
                let sight = &mut sights[near * self.columns + beside];
                if *sight == Sight::None {
                    *sight = Sight::Beside;
                }
            }
        }
        sights[row * self.columns + column] = Sight::Clear;
    }

    fn spot(&self, column: usize, row: usize, sun: [f32; 3]) -> Spot {
        let z = self.away[row];
        let across = self.across(column);
        let height = self.height(column, row);
        let (west, east) = (column.saturating_sub(1), (column + 1).min(self.columns - 1));
        let (near, far) = (row.saturating_sub(1), (row + 1).min(self.rows - 1));
        let wide = (east - west) as f32 * self.step * z;
        let deep = self.away[far] - self.away[near];
        let slope_x = (self.height(east, row) - self.height(west, row)) / wide;
        // Along a line of the fan x changes too; take that part out again.
        let slope_z =
            (self.height(column, far) - self.height(column, near)) / deep - across * slope_x;
        let level = 1.0 / (1.0 + slope_x * slope_x + slope_z * slope_z).sqrt();
        let normal = [-slope_x * level, level, -slope_z * level];
        let facing = normal[0] * sun[0] + normal[1] * sun[1] + normal[2] * sun[2];
        Spot {
            x: across * z,
            z,
            height,
            level,
            facing: facing.max(0.0),
            lit: 1.0,
            hollow: self.hollow(column, row) / z.max(0.2),
            normal,
        }
    }

    fn hollow(&self, column: usize, row: usize) -> f32 {
        let around = |reach: usize| {
            let (west, east) =
                (column.saturating_sub(reach), (column + reach).min(self.columns - 1));
            let (near, far) = (row.saturating_sub(reach), (row + reach).min(self.rows - 1));
            (self.height(west, row) + self.height(east, row)) * 0.25
                + (self.height(column, near) + self.height(column, far)) * 0.25
        };
        let here = self.height(column, row);
        (around(3) + around(10) * 0.6 - here * 1.6) * 30.0
    }

    /// Height at any place, from the survey; outside it, its nearest edge.
    pub fn height_at(&self, x: f32, z: f32, rows: &RowFinder) -> f32 {
        let column = self.column_at(x / z.max(1e-3));
        let row = rows.find(z);
        let (c, r) = (column as usize, row as usize);
        let (fc, fr) = (column - c as f32, row - r as f32);
        let near = mix(self.height(c, r), self.height(c + 1, r), fc);
        let far = mix(self.height(c, r + 1), self.height(c + 1, r + 1), fc);
        mix(near, far, fr)
    }
}

/// Finds the surveyed row of a distance without searching.
pub(crate) struct RowFinder {
    near: f32,
    scale: f32,
    table: Vec<f32>,
}

impl RowFinder {
    pub fn new(away: &[f32]) -> Self {
        let (near, far) = (away[0], away[away.len() - 1]);
        let scale = FINDER as f32 / (far / near).ln();
        let mut row = 0;
        let table = (0..=FINDER + 1)
            .map(|i| {
                let z = near * (i as f32 / scale).exp();
                while row + 2 < away.len() && away[row + 1] < z {
                    row += 1;
                }
                let share = (z - away[row]) / (away[row + 1] - away[row]);
                (row as f32 + share).clamp(0.0, away.len() as f32 - 1.002)
            })
            .collect();
        Self { near, scale, table }
    }

    pub fn find(&self, z: f32) -> f32 {
        let at = ((z / self.near).max(1.0).ln() * self.scale).min(FINDER as f32);
        let i = at as usize;
        mix(self.table[i], self.table[i + 1], at - i as f32)
    }
}

/// Soft shadows of the ground on itself, kept on every fourth point.
struct Shadows {
    columns: usize,
    rows: usize,
    lit: Vec<f32>,
}

impl Shadows {
    fn cast(terrain: &Terrain, sun: [f32; 3]) -> Self {
        let (columns, rows) =
            (terrain.columns.div_ceil(COARSE) + 1, terrain.rows.div_ceil(COARSE) + 1);
        let finder = RowFinder::new(&terrain.away);
        let flat = (sun[0] * sun[0] + sun[2] * sun[2]).sqrt().max(1e-3);
        let toward = (sun[0] / flat, sun[2] / flat, sun[1].max(0.02) / flat);
        let mut lit = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let column = (column * COARSE).min(terrain.columns - 1);
                let row = (row * COARSE).min(terrain.rows - 1);
                lit.push(reached(terrain, &finder, (column, row), toward));
            }
        }
        Self { columns, rows, lit: softened(&lit, columns) }
    }

    fn at(&self, column: usize, row: usize) -> f32 {
        let (x, y) = (column as f32 / COARSE as f32, row as f32 / COARSE as f32);
        let (c, r) = ((x as usize).min(self.columns - 2), (y as usize).min(self.rows - 2));
        let (fx, fy) = (x - c as f32, y - r as f32);
        let line =
            |r: usize| mix(self.lit[r * self.columns + c], self.lit[r * self.columns + c + 1], fx);
        mix(line(r), line(r + 1), fy)
    }
}

/// Each value mixed with its neighbours in the row and the rows around it.
fn softened(lit: &[f32], columns: usize) -> Vec<f32> {
    let count = lit.len();
    (0..count)
        .map(|i| {
            let (left, right) = (lit[i.saturating_sub(1)], lit[(i + 1).min(count - 1)]);
            let (near, far) = (lit[i.saturating_sub(columns)], lit[(i + columns).min(count - 1)]);
            lit[i] * 0.4 + (left + right + near + far) * 0.15
        })
        .collect()
}

/// Share of the sun that reaches a point: walks towards the sun in growing steps.
fn reached(
    terrain: &Terrain,
    finder: &RowFinder,
    (column, row): (usize, usize),
    (dx, dz, rise): (f32, f32, f32),
) -> f32 {
    let z = terrain.away[row];
    let x = terrain.across(column) * z;
    let from = terrain.height(column, row);
    let mut way = z * 0.012;
    let mut lit: f32 = 1.0;
    for _ in 0..26 {
        let (px, pz) = (x + dx * way, z + dz * way);
        if pz < terrain.stand.near {
            break;
        }
        let clearance = from + rise * way - terrain.height_at(px, pz, finder);
        lit = lit.min(smooth(-0.02, 0.045, clearance / way));
        way *= 1.24;
    }
    lit
}

/// Distances of the rows: dense where a step in depth covers many rows of the picture.
fn spacing(view: &View, stand: Stand, rows: usize, height: &impl Fn(f32, f32) -> f32) -> Vec<f32> {
    let growth = (stand.far / stand.near).powf(1.0 / PROBES as f32);
    let mut weight = vec![0.16f32 / PROBES as f32; PROBES];
    let columns = 30;
    for column in 0..columns {
        let across = view.across((column as f32 + 0.5) / columns as f32 * view.width as f32);
        let mut top = view.height as f32;
        let mut z = stand.near;
        for share in &mut weight {
            z *= growth;
            let y = view.row((height(across * z, z).max(stand.water) - stand.eye) / z);
            if y < top {
                *share += (top - y.max(0.0)) / (view.height as f32 * columns as f32);
                top = y.max(0.0);
            }
        }
    }
    let total: f32 = weight.iter().sum();
    let mut away = Vec::with_capacity(rows);
    let (mut passed, mut probe) = (0.0, 0);
    for row in 0..rows {
        let wanted = total * row as f32 / (rows - 1) as f32;
        while probe + 1 < PROBES && passed + weight[probe] < wanted {
            passed += weight[probe];
            probe += 1;
        }
        let share = ((wanted - passed) / weight[probe]).clamp(0.0, 1.0);
        away.push(stand.near * growth.powf(probe as f32 + share));
    }
    away
}

const COARSE: usize = 4;
const PROBES: usize = 320;
const FINDER: usize = 512;
