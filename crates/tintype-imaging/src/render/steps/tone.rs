//! Brightness, contrast, saturation and their kin: every pixel by itself.

use super::Job;
use crate::params::{Argb, Tone};
use crate::picture::{Picture, Raster};

/// Applies what is asked for in the order of [`Tone`]'s fields.
pub(super) fn tone(picture: Picture, job: &Job<'_>) -> Picture {
    let tone = job.params.tone;
    if tone == Tone::default() {
        return picture;
    }
    let mut raster = picture.into_raster();
    if tone.enhance {
        spread_levels(&mut raster);
    }
    let curve = curve(&tone);
    for pixel in raster.pixels.chunks_exact_mut(raster.channels.count()) {
        let color = [pixel[0], pixel[1], pixel[2]].map(|sample| curve[usize::from(sample)]);
        let color = style(strengthen(color, &tone), &tone);
        for (sample, value) in pixel.iter_mut().zip(color) {
            *sample = (value.clamp(0.0, 1.0) * 255.0).round() as u8;
        }
    }
    Picture::Raster(raster)
}

/// Auto levels: the darkest and lightest half percent become black and white, within reason.
fn spread_levels(raster: &mut Raster) {
    let mut counts = [0_usize; 256];
    for color in raster.colors() {
        counts[usize::from(luma(color.map(f32::from)) as u8)] += 1;
    }
    let few = counts.iter().sum::<usize>() / 200;
    let beyond = |sum: &mut usize, count: usize| {
        *sum += count;
        Some(*sum > few)
    };
    let dark =
        counts.iter().scan(0, |sum, count| beyond(sum, *count)).position(|is| is).unwrap_or(0);
    let light = 255
        - counts
            .iter()
            .rev()
            .scan(0, |sum, count| beyond(sum, *count))
            .position(|is| is)
            .unwrap_or(0);
    let (dark, light) = (dark.min(60) as f32, light.max(180) as f32);
    let count = raster.channels.count();
    for pixel in raster.pixels.chunks_exact_mut(count) {
        for sample in &mut pixel[..3] {
            *sample =
                ((f32::from(*sample) - dark) / (light - dark) * 255.0).clamp(0.0, 255.0) as u8;
        }
    }
}

/// What becomes of each level of a channel.
fn curve(tone: &Tone) -> [f32; 256] {
    std::array::from_fn(|level| {
        let mut value = level as f32 / 255.0;
        value += tone.brightness / 200.0;
        value = (value - 0.5) * (1.0 + tone.contrast / 100.0) + 0.5;
        value *= (tone.exposure / 50.0).exp2();
        value = value.clamp(0.0, 1.0).powf((-tone.gamma / 100.0).exp2());
        value += tone.highlights / 100.0 * 0.4 * smooth(value * 2.0 - 1.0);
        value += tone.shadows / 100.0 * 0.4 * smooth(1.0 - value * 2.0) * value.sqrt();
        if tone.invert { 1.0 - value } else { value }
    })
}

fn smooth(value: f32) -> f32 {
    let value = value.clamp(0.0, 1.0);
    value * value * (3.0 - 2.0 * value)
}

fn strengthen(color: [f32; 3], tone: &Tone) -> [f32; 3] {
    let mut color = color;
    if tone.saturation != 0.0 || tone.vibrance != 0.0 {
        let grey = luma(color);
        let spread =
            color.iter().copied().fold(0.0, f32::max) - color.iter().copied().fold(1.0, f32::min);
        // Vibrance spares what is colourful already.
        let factor =
            (1.0 + tone.saturation / 100.0) * (1.0 + tone.vibrance / 100.0 * (1.0 - spread));
        color = color.map(|channel| grey + (channel - grey) * factor);
    }
    if tone.hue == 0.0 { color } else { turn_hue(color, tone.hue) }
}

/// Turns the hue about the axis of greys.
fn turn_hue([r, g, b]: [f32; 3], degrees: f32) -> [f32; 3] {
    let (sine, cosine) = degrees.to_radians().sin_cos();
    let third = (1.0 - cosine) / 3.0;
    let root = sine / 3.0_f32.sqrt();
    let (same, next, last) = (cosine + third, third - root, third + root);
    [same * r + next * g + last * b, last * r + same * g + next * b, next * r + last * g + same * b]
}

fn style(color: [f32; 3], tone: &Tone) -> [f32; 3] {
    let mut color = color;
    let grey = luma(color).clamp(0.0, 1.0);
    if tone.sepia > 0.0 {
        let brown = [1.07, 0.85, 0.62].map(|tint: f32| (grey * tint).min(1.0));
        color = mixed(color, brown, tone.sepia / 100.0);
    }
    if let Some(tint) = tone.monochrome {
        color = mixed(color, tinted(grey, tint), f32::from(tint.alpha) / 255.0);
    }
    if let Some((dark, light)) = tone.duotone {
        color = mixed(unit(dark), unit(light), grey);
    }
    color
}

/// Black at the dark end, the tint in the middle, white at the light end.
fn tinted(grey: f32, tint: Argb) -> [f32; 3] {
    unit(tint).map(|channel| {
        if grey < 0.5 {
            channel * 2.0 * grey
        } else {
            channel + (1.0 - channel) * (2.0 * grey - 1.0)
        }
    })
}

fn mixed(from: [f32; 3], to: [f32; 3], share: f32) -> [f32; 3] {
    std::array::from_fn(|index| from[index] + (to[index] - from[index]) * share)
}

fn unit(color: Argb) -> [f32; 3] {
    color.rgb.map(|channel| f32::from(channel) / 255.0)
}

fn luma([r, g, b]: [f32; 3]) -> f32 {
    0.299 * r + 0.587 * g + 0.114 * b
}
