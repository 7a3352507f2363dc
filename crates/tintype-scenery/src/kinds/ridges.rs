//! Ridge behind ridge in haze, each paler than the one before it.

use super::Painting;
use crate::atmosphere::Sky;
use crate::brief::Brief;
use crate::canvas::{Canvas, View};
use crate::clouds::Clouds;
use crate::colour::Rgb;
use crate::curves::{mix, smooth};
use crate::develop::Film;
use crate::dice::Dice;
use crate::noise::Noise;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let view = brief.view(1.6, dice.range(0.42, 0.6));
    let mut air = brief.air(dice.range(-0.35, 0.35));
    air.haze *= 2.2;
    let sky = Sky::new(&view, &air);
    let mut canvas = Canvas::new(brief.width, brief.height);
    sky.paint(&mut canvas, &view);
    let clouds = Clouds {
        seed: dice.seed(),
        cover: dice.range(0.2, 0.4),
        stretch: 3.0,
        thick: 0.5,
        ..Clouds::default()
    };
    clouds.paint(&mut canvas, &view, &sky);
    sky.paint_sun(&mut canvas, &view, 1.0);
    let count = 6 + dice.below(3);
    for layer in 0..count {
        let near = layer as f32 / (count - 1) as f32;
        let ridge = Ridge::new(&mut dice, &view, near);
        ridge.paint(&mut canvas, &view, &sky);
    }
    Painting { canvas, film: Film { key: 0.2, contrast: 1.05, ..Film::default() } }
}

/// One ridge: its line, its distance, its mist.
struct Ridge {
    noise: Noise,
    /// 0 the farthest, 1 the nearest.
    near: f32,
    base: f32,
    rise: f32,
    wide: f32,
    shift: f32,
}

impl Ridge {
    fn new(dice: &mut Dice, view: &View, near: f32) -> Self {
        let room = 1.0 - view.horizon / view.unit();
        Self {
            noise: Noise::new(dice.seed()),
            near,
            base: view.horizon / view.unit() - 0.03 + room * near.powf(1.35) * 0.8,
            rise: mix(0.07, 0.2, near) * dice.range(0.8, 1.3),
            wide: mix(3.2, 1.3, near) * dice.range(0.8, 1.2),
            shift: dice.range(0.0, 40.0),
        }
    }

    /// The ridge's line in picture heights, with trees on the near ones.
    fn line(&self, x: f32) -> f32 {
        let at = x * self.wide + self.shift;
        let large = 1.0 - self.noise.line(at).abs();
        let fine = self.noise.other(1).line_fbm(at * 3.1, 6);
        let trees = self.noise.other(2).line(x * mix(420.0, 150.0, self.near)).max(0.0)
            * self.noise.other(3).line(x * 31.0).abs();
        self.base - self.rise * (large - 0.5 + fine * 0.42) - trees * 0.012 * self.near * self.near
    }

    /// The line without its teeth: mist does not follow every tree.
    fn crest(&self, x: f32) -> f32 {
        let at = x * self.wide + self.shift;
        self.base - self.rise * (0.5 - self.noise.line(at).abs())
    }

    fn paint(&self, canvas: &mut Canvas, view: &View, sky: &Sky) {
        let unit = view.unit();
        let (width, height) = (canvas.width, canvas.height);
        let lines: Vec<f32> = (0..width).map(|x| self.line(x as f32 / unit) * unit).collect();
        let crests: Vec<f32> = (0..width).map(|x| self.crest(x as f32 / unit) * unit).collect();
        let airs: Vec<Rgb> = (0..width)
            .map(|x| sky.at(view.across(x as f32), 0.03 + 0.05 * (1.0 - self.near)))
            .collect();
        let top = lines.iter().copied().fold(f32::MAX, f32::min).max(0.0) as usize;
        let shade = mix(0.72, 0.035, self.near.powf(0.55));
        let mut texture = vec![0.0f32; width];
        for y in top.min(height)..height {
            texture.fill(0.0);
            let v = y as f32 / unit;
            for (scale, strength) in [(7.0, 0.5), (19.0, 0.3), (47.0, 0.2)] {
                self.noise.other(5).add_row(
                    &mut texture,
                    (self.shift, scale / unit),
                    v * scale * 1.6,
                    strength,
                );
            }
            for (x, pixel) in canvas.row_mut(y).iter_mut().enumerate() {
                let below = y as f32 + 1.0 - lines[x];
                if below <= 0.0 {
                    continue;
                }
                let air = airs[x];
                let own = Rgb::new(0.05, 0.075, 0.085) * (sky.ambient.luma() * 0.25);
                let mist =
                    smooth(-0.02, 0.24, (y as f32 - crests[x]) / unit) * mix(0.75, 0.35, self.near);
                let lift = shade + (1.0 - shade) * mist * 0.75;
                let colour = (own * (1.0 + texture[x] * 0.8))
                    .mix(air, lift * (1.0 + texture[x] * 0.07 * self.near));
                *pixel = pixel.mix(colour, below.min(1.0));
            }
        }
    }
}
