//! The darkroom: linear light becomes a picture. Exposure, film curve, colour, vignette, grain.

use crate::Raster;
use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::curves::mix;
use crate::noise::Noise;

/// How a picture is developed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Film {
    /// Brightness that the middle of the picture is brought to; 0.18 is usual, night less.
    pub key: f32,
    pub saturation: f32,
    /// 1 is plain; above it shadows go deeper and lights higher.
    pub contrast: f32,
    /// Multiplies the light, as a filter before the lens or a white balance does.
    pub filter: Rgb,
    /// Light added to the shadows, as old lenses and hazy air do.
    pub veil: Rgb,
    pub grain: f32,
    pub vignette: f32,
}

impl Default for Film {
    fn default() -> Self {
        Self {
            key: 0.2,
            saturation: 1.0,
            contrast: 1.0,
            filter: Rgb::grey(1.0),
            veil: Rgb::BLACK,
            grain: 1.0,
            vignette: 0.22,
        }
    }
}

impl Film {
    pub fn develop(&self, canvas: &Canvas, seed: u32) -> Raster {
        let (width, height) = (canvas.width, canvas.height);
        let mut rgb = vec![0; width * height * 3];
        let exposure = self.exposure(canvas);
        let mut levels = vec![0.0f32; width * 3];
        let vignette = Vignette::new(width, height, self.vignette);
        for (y, out) in rgb.chunks_exact_mut(width * 3).enumerate() {
            self.expose(canvas.row(y), &mut levels, exposure, &vignette.row(y));
            curve(&mut levels, self.contrast);
            print(&levels, out, Noise::new(seed), (y as i32, self.grain));
        }
        Raster { width: width as u32, height: height as u32, rgb }
    }

    /// From the mean of the logarithms over a coarse grid: what a light meter would say.
    fn exposure(&self, canvas: &Canvas) -> f32 {
        let (mut sum, mut count) = (0.0, 0.0);
        for row in 0..64 {
            for column in 0..64 {
                let y = (row * 2 + 1) * canvas.height / 128;
                let x = (column * 2 + 1) * canvas.width / 128;
                let luma = (canvas.get(x, y) * self.filter).luma();
                sum += luma.clamp(1e-5, 40.0).ln();
                count += 1.0;
            }
        }
        self.key / (sum / count as f32).exp()
    }

    fn expose(&self, row: &[Rgb], levels: &mut [f32], exposure: f32, vignette: &[f32]) {
        let filter = self.filter * exposure;
        for ((pixel, out), shade) in row.iter().zip(levels.chunks_exact_mut(3)).zip(vignette) {
            let light = (*pixel * filter + self.veil) * *shade;
            let luma = light.luma();
            // Bright light bleaches, as film does; without it suns turn into flat discs.
            let bleach = self.saturation * (1.0 - 0.35 * luma / (luma + 2.5));
            out[0] = (luma + (light.r - luma) * bleach).max(0.0);
            out[1] = (luma + (light.g - luma) * bleach).max(0.0);
            out[2] = (luma + (light.b - luma) * bleach).max(0.0);
        }
    }
}

/// A film's curve (toe, straight part, shoulder) and the eye's gamma, for a whole row.
fn curve(levels: &mut [f32], contrast: f32) {
    let toe = mix(0.14, 0.03, (contrast - 0.5).clamp(0.0, 1.0));
    for level in levels {
        let x = *level * 0.85;
        let film = (x * (2.51 * x + toe)) / (x * (2.43 * x + 0.55) + 0.14);
        let film = film.min(1.0);
        let root = film.sqrt();
        let fourth = root.sqrt();
        let gamma = 0.585_122 * root + 0.783_14 * fourth - 0.368_263 * fourth.sqrt();
        *level = gamma.max(0.0) * 255.0;
    }
}

/// Grain and dither, then whole numbers.
fn print(levels: &[f32], out: &mut [u8], noise: Noise, (y, grain): (i32, f32)) {
    for (x, (level, byte)) in levels.chunks_exact(3).zip(out.chunks_exact_mut(3)).enumerate() {
        let (a, b) = noise.cell2(x as i32, y);
        let dither = a + b - 1.0;
        // Grain shows in the middle tones, hardly in white.
        let shown = dither * (0.9 + grain * 3.0 * (1.0 - level[1] * 0.003_2));
        for channel in 0..3 {
            // Adding 2^23 rounds to a whole number and leaves it in the lowest bits.
            let whole = (level[channel] + shown).clamp(0.0, 255.0) + 8_388_608.0;
            byte[channel] = whole.to_bits() as u8;
        }
    }
}

/// The lens's fall-off towards the corners.
struct Vignette {
    across: Vec<f32>,
    down: Vec<f32>,
}

impl Vignette {
    fn new(width: usize, height: usize, strength: f32) -> Self {
        let line = |length: usize| -> Vec<f32> {
            (0..length)
                .map(|i| {
                    let t = (i as f32 + 0.5) / length as f32 * 2.0 - 1.0;
                    1.0 - strength * t * t * t * t * 0.6 - strength * t * t * 0.4
                })
                .collect()
        };
        Self { across: line(width), down: line(height) }
    }

    fn row(&self, y: usize) -> Vec<f32> {
        self.across.iter().map(|x| x * self.down[y]).collect()
    }
}
