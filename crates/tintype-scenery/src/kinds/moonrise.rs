//! The full moon rising over hills or water at the end of dusk.

use super::Painting;
use crate::atmosphere::Air;
use crate::brief::Brief;
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::develop::Film;
use crate::noise::Noise;
use crate::silhouettes;
use crate::stage::Stage;
use crate::stars::Stars;
use crate::water::Sea;

pub(crate) fn paint(brief: &Brief) -> Painting {
    let mut dice = brief.dice();
    let water = dice.unit() < 0.6;
    let view = brief.view(1.6, if water { dice.range(0.5, 0.62) } else { dice.range(0.7, 0.82) });
    // The moon stands opposite the sun, which has just set behind our back.
    let air = Air { elevation: -4.2, azimuth: dice.range(-0.5, 0.5), haze: 1.2, turned: 180.0 };
    let mut stage = Stage::new(brief, dice, view, air);
    blush(&mut stage);
    let stars =
        Stars { seed: stage.dice.seed(), count: 300, strength: stage.sky.ambient.luma() * 0.5 };
    stars.paint(&mut stage.canvas, &view);
    let (cover, stretch) = (stage.dice.range(0.25, 0.45), stage.dice.range(3.0, 5.0));
    stage.clouds(cover, stretch, 0.35);
    let aspect = stage.canvas.width as f32 / view.unit();
    let moon = Moon {
        noise: Noise::new(stage.dice.seed()),
        x: stage.dice.range(0.25, 0.75) * aspect * view.unit(),
        y: view.horizon - stage.dice.range(0.10, 0.36) * view.unit(),
        radius: stage.dice.range(0.035, 0.075) * view.unit(),
        light: Rgb::new(1.0, 0.82, 0.58) * (stage.sky.ambient.luma() * 4.6),
    };
    moon.paint(&mut stage);
    let dark = stage.sky.haze(0.0) * 0.12;
    silhouettes::ridge(&mut stage, 0.12, dark * 0.55);
    silhouettes::ridge(&mut stage, 0.06, dark * 0.25);
    if water {
        stage.water(&Sea { swell: 0.22, size: 0.4, coarse: 3, glitter: 0.0, ..Sea::default() });
    }
    stage.film = Film { key: 0.12, contrast: 1.15, ..brief.film() };
    stage.finish()
}

/// The pink belt above the Earth's own shadow, opposite the sunset.
fn blush(stage: &mut Stage) {
    let (unit, horizon) = (stage.view.unit(), stage.view.horizon);
    let tone = stage.sky.ambient.luma() * 0.3;
    let pink = Rgb::new(1.35, 0.66, 0.80) * tone;
    let shadow = Rgb::new(0.34, 0.50, 0.92) * tone;
    let top = Rgb::new(0.22, 0.34, 0.72) * tone;
    for (y, row) in stage.canvas.rows_mut() {
        let up = ((horizon - y as f32) / unit).max(0.0);
        let belt = smooth(0.0, 0.17, up);
        let sky = shadow.mix(pink, belt).mix(top, smooth(0.16, 0.62, up));
        for pixel in row {
            *pixel = pixel.mix(sky, 0.9);
        }
    }
}

struct Moon {
    noise: Noise,
    x: f32,
    y: f32,
    radius: f32,
    light: Rgb,
}

impl Moon {
    fn paint(&self, stage: &mut Stage) {
        for (y, row) in stage.canvas.rows_mut() {
            let dy = y as f32 + 0.5 - self.y;
            for (x, pixel) in row.iter_mut().enumerate() {
                let dx = x as f32 + 0.5 - self.x;
                let away = (dx * dx + dy * dy).sqrt() / self.radius;
                if away < 9.0 {
                    *pixel +=
                        self.light * (0.045 * fade(away * 0.55) + 0.10 * fade(away * away * 0.7));
                }
                if away < 1.05 {
                    let (u, v) = (dx / self.radius, dy / self.radius);
                    let cover = ((1.0 - away) * self.radius + 0.5).clamp(0.0, 1.0);
                    *pixel = pixel.mix(self.face(u, v), cover);
                }
            }
        }
    }

    /// Bright uplands, dark seas, and a little of the air's red near the lower edge.
    fn face(&self, u: f32, v: f32) -> Rgb {
        let seas = smooth(-0.02, 0.3, self.noise.fbm(u * 1.5 + 3.0, v * 1.5, 4));
        let fine = self.noise.other(1).fbm(u * 5.0, v * 5.0, 4);
        let rim = (1.0 - (u * u + v * v) * 0.35).max(0.2);
        let red = Rgb::new(1.0, 0.8, 0.6).mix(Rgb::grey(1.0), smooth(1.0, -0.6, v));
        self.light * red * (mix(1.0, 0.55, seas) * rim * (1.0 + fine * 0.22))
    }
}
