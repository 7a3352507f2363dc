//! Heaped clouds: white towers with flat grey bases, small and many near the horizon.

use crate::canvas::View;
use crate::colour::Rgb;
use crate::curves::{fade, mix, smooth};
use crate::dice::Dice;
use crate::noise::Noise;
use crate::stage::Stage;
use crate::wash::Wash;

/// Paints `count` heaps of about `size` picture heights.
pub(crate) fn paint(stage: &mut Stage, count: usize, size: f32) {
    let mut dice = Dice::new(u64::from(stage.dice.seed()));
    let view = stage.view;
    let mut heaps: Vec<Heap> =
        (0..count).map(|i| Heap::new(&mut dice, &view, (i, count), size)).collect();
    heaps.sort_by(|a, b| a.base.total_cmp(&b.base));
    let sun = stage.sky.sunlight * 0.34 + stage.sky.ambient * 0.13;
    let shade = stage.sky.ambient * 0.17;
    let side = stage.sky.sun[0].clamp(-0.8, 0.8);
    for heap in &heaps {
        let haze = stage.sky.haze(heap.across);
        let wash = Wash::within(&view, 4, heap.bounds(), |across, up| {
            heap.look(across, up, side, (sun, shade, haze))
        });
        wash.lay_over(&mut stage.canvas);
    }
}

struct Heap {
    noise: Noise,
    across: f32,
    base: f32,
    wide: f32,
    tall: f32,
}

impl Heap {
    fn new(dice: &mut Dice, view: &View, (i, count): (usize, usize), size: f32) -> Self {
        let (left, right) = (view.across(0.0), view.across(view.width as f32));
        let near = ((i as f32 + 0.5) / count as f32).powf(1.7);
        let room = view.up(0.0) * 0.62;
        let wide = size * mix(0.16, 1.0, near) * dice.range(0.7, 1.3);
        Self {
            noise: Noise::new(dice.seed()),
            across: dice.range(left - 0.05, right + 0.05),
            base: 0.03 + room * near,
            wide,
            tall: wide * dice.range(0.32, 0.6),
        }
    }

    /// Left, right, bottom and top, as slopes.
    fn bounds(&self) -> [f32; 4] {
        [
            self.across - self.wide * 0.72,
            self.across + self.wide * 0.72,
            self.base - self.tall * 0.25,
            self.base + self.tall * 1.35,
        ]
    }

    fn look(
        &self,
        across: f32,
        up: f32,
        side: f32,
        (sun, shade, haze): (Rgb, Rgb, Rgb),
    ) -> (Rgb, f32) {
        let (u, v) = ((across - self.across) / self.wide, (up - self.base) / self.tall);
        let here = self.density(u, v);
        if here <= 0.0 {
            return (Rgb::BLACK, 0.0);
        }
        let toward = self.density(u + side * 0.10, v + 0.13);
        let lit = fade((toward * 1.5).max(0.0)) * mix(0.55, 1.0, smooth(-0.05, 0.5, v))
            + 0.25 * smooth(0.2, 0.0, here);
        let body = shade.mix(sun, lit.min(1.0));
        let far = smooth(0.25, 0.0, self.base) * 0.7;
        (body.mix(haze, far), smooth(0.0, 0.30, here))
    }

    /// A dome with a flat base, eaten away and heaped up by billows.
    fn density(&self, u: f32, v: f32) -> f32 {
        let dome = 1.0 - (u * u * 4.2 + (v - 0.12).max(0.0).powi(2) * 1.5);
        let scale = 2.6;
        let bend = self.noise.at(u * scale, v * scale) * 0.25;
        let billow =
            1.0 - self.noise.other(1).at(u * scale * 1.3 + bend, v * scale * 0.8).abs() * 1.8;
        let fine = self.noise.other(2).fbm(u * scale * 3.4 + bend, v * scale * 2.6, 4);
        let base = smooth(-0.2, 0.1, v + fine * 0.16);
        (dome - 0.55 + billow * 0.42 + fine * 0.55) * base - (1.0 - base) * 0.3
    }
}
