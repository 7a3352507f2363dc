//! Luma with half-size colour differences (full-range BT.601, as JFIF has it).

use std::borrow::Cow;

use tintype_jpeg::{ColourModel, Decoded, Plane};

use super::raster::{Channels, Raster};
use super::resize::{Window, resize_plane};
use super::{Orientation, orient};

/// A picture in planes. Grey pictures have no colour planes.
#[derive(Debug, Clone)]
pub(crate) struct Ycc {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) luma: Layer,
    /// Blue and red differences.
    pub(crate) chroma: Option<[Layer; 2]>,
}

/// One plane; the picture covers its exact size, which need not be whole samples.
#[derive(Debug, Clone)]
pub(crate) struct Layer {
    pub(crate) samples: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) exact_width: f64,
    pub(crate) exact_height: f64,
}

impl Layer {
    fn whole(samples: Vec<u8>, width: u32, height: u32, exact: (f64, f64)) -> Self {
        Self { samples, width, height, exact_width: exact.0, exact_height: exact.1 }
    }

    /// The planes of a decoder may have padding, which must not be resized with them.
    fn from_plane(plane: Plane) -> Self {
        let (width, height) = (plane.width as u32, plane.height as u32);
        let exact = (plane.exact_width, plane.exact_height);
        let samples = if plane.stride == plane.width {
            let mut samples = plane.data;
            samples.truncate(plane.width * plane.height);
            samples
        } else {
            plane.rows().flatten().copied().collect()
        };
        Self::whole(samples, width, height, exact)
    }

    pub(crate) fn row(&self, y: u32) -> &[u8] {
        let width = self.width as usize;
        &self.samples[y.min(self.height - 1) as usize * width..][..width]
    }
}

impl Ycc {
    /// Takes over what the scaled decoder made; RGB files give their planes back.
    pub(crate) fn from_decoded(decoded: Decoded) -> Result<Self, Box<[Plane; 3]>> {
        let (width, height) = (decoded.width, decoded.height);
        let mut planes = decoded.planes.components.into_iter();
        match (decoded.planes.model, planes.next(), planes.next(), planes.next()) {
            (ColourModel::Rgb, Some(red), Some(green), Some(blue)) => {
                Err(Box::new([red, green, blue]))
            }
            (_, Some(luma), Some(blue), Some(red)) => Ok(Self {
                width,
                height,
                luma: Layer::from_plane(luma),
                chroma: Some([Layer::from_plane(blue), Layer::from_plane(red)]),
            }),
            (_, luma, _, _) => Ok(Self {
                width,
                height,
                luma: luma
                    .map_or_else(|| Layer::whole(vec![0], 1, 1, (1.0, 1.0)), Layer::from_plane),
                chroma: None,
            }),
        }
    }

    pub(crate) fn resize(&self, window: Window, width: u32, height: u32) -> Self {
        let scale = |layer: &Layer, width: u32, height: u32, exact: (f64, f64)| {
            Layer::whole(resize_plane(layer, window, width, height), width, height, exact)
        };
        let (half_width, half_height) = (width.div_ceil(2), height.div_ceil(2));
        let full = (f64::from(width), f64::from(height));
        let half = (f64::from(half_width), f64::from(half_height));
        let chroma = self.chroma.as_ref().map(|chroma| {
            chroma.each_ref().map(|layer| scale(layer, half_width, half_height, half))
        });
        Self { width, height, luma: scale(&self.luma, width, height, full), chroma }
    }

    pub(crate) fn orient(self, orientation: Orientation) -> Self {
        if orientation == Orientation::UPRIGHT {
            return self;
        }
        let turn = |layer: Layer| {
            let samples = orient::turn(&layer.samples, (layer.width, layer.height), 1, orientation);
            let (width, height) = orientation.size(layer.width, layer.height);
            let exact = if orientation.swaps_sides() {
                (layer.exact_height, layer.exact_width)
            } else {
                (layer.exact_width, layer.exact_height)
            };
            Layer::whole(samples, width, height, exact)
        };
        let (width, height) = orientation.size(self.width, self.height);
        Self {
            width,
            height,
            luma: turn(self.luma),
            chroma: self.chroma.map(|chroma| chroma.map(turn)),
        }
    }

    /// Makes pixels; colour is spread smoothly when its planes are smaller.
    pub(crate) fn to_raster(&self) -> Raster {
        let (width, height) = (self.width, self.height);
        let Some(chroma) = &self.chroma else {
            let pixels = self.luma.samples.iter().flat_map(|grey| [*grey; 3]).collect();
            return Raster { width, height, channels: Channels::Rgb, pixels };
        };
        let [blue, red] = chroma.each_ref().map(|layer| {
            if (layer.width, layer.height) == (width, height) {
                Cow::Borrowed(&layer.samples)
            } else {
                Cow::Owned(resize_plane(layer, Window::WHOLE, width, height))
            }
        });
        let mut pixels = vec![0; self.luma.samples.len() * 3];
        let samples = self.luma.samples.iter().zip(blue.iter().zip(red.iter()));
        for (pixel, (y, (cb, cr))) in pixels.chunks_exact_mut(3).zip(samples) {
            pixel.copy_from_slice(&rgb(*y, *cb, *cr));
        }
        Raster { width, height, channels: Channels::Rgb, pixels }
    }
}

/// Brings one plane to another size.
pub(crate) fn resize_samples(samples: Vec<u8>, from: (u32, u32), to: (u32, u32)) -> Vec<u8> {
    if from == to {
        return samples;
    }
    let exact = (f64::from(from.0), f64::from(from.1));
    resize_plane(&Layer::whole(samples, from.0, from.1, exact), Window::WHOLE, to.0, to.1)
}

/// Puts three planes of equal meaning together to pixels.
pub(crate) fn interleave(planes: [Plane; 3], width: u32, height: u32) -> Raster {
    let layers = planes.map(Layer::from_plane);
    let [red, green, blue] =
        layers.each_ref().map(|layer| resize_plane(layer, Window::WHOLE, width, height));
    let pixels = red.iter().zip(&green).zip(&blue).flat_map(|((r, g), b)| [*r, *g, *b]).collect();
    Raster { width, height, channels: Channels::Rgb, pixels }
}

/// Full-range BT.601 in 16 bits of fraction.
fn rgb(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let y = (i32::from(y) << 16) + (1 << 15);
    let (cb, cr) = (i32::from(cb) - 128, i32::from(cr) - 128);
    [y + 91_881 * cr, y - 22_554 * cb - 46_802 * cr, y + 116_130 * cb]
        .map(|value| (value >> 16).clamp(0, 255) as u8)
}
