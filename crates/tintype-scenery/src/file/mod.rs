//! Picture files: the rendering as JPEG, with the metadata a camera and its owner leave.

mod exif;
mod iptc;
mod xmp;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::brief::{Light, Season};
use crate::dice::Dice;
use crate::kinds::Kind;
use crate::scene::{Raster, Scene, render};

/// The JPEG file of a scene at full size, with EXIF, IPTC and XMP.
pub fn photograph(scene: &Scene) -> Vec<u8> {
    photograph_sized(scene, scene.width)
}

/// As [`photograph`], at another width; the shape stays.
pub fn photograph_sized(scene: &Scene, width: u32) -> Vec<u8> {
    let height = (u64::from(width) * u64::from(scene.height) / u64::from(scene.width)) as u32;
    let raster = render(scene, width, height);
    let segments = [
        (1, exif::segment(scene, raster.width, raster.height)),
        (1, xmp::segment(scene)),
        (13, iptc::segment(scene)),
    ];
    encode(&raster, QUALITY, segments)
}

/// A JPEG of any landscape, without metadata: one for each seed. The photo factory of tests
/// and benchmarks.
pub fn picture(seed: u64, width: u32, height: u32) -> Vec<u8> {
    let mut dice = Dice::new(seed ^ 0x7469_6e74_7970_6521);
    let kind = dice.pick(Kind::ALL);
    let light = dice.pick(&[Light::Dawn, Light::Morning, Light::Noon, Light::Golden, Light::Dusk]);
    let season = dice.pick(&[Season::Spring, Season::Summer, Season::Autumn, Season::Winter]);
    encode_jpeg(&kind.render(seed, (light, season), (width, height)), QUALITY)
}

/// Encodes a raster as baseline JPEG, 4:2:0. A raster whose bytes do not fit its size gives
/// no bytes at all.
pub fn encode_jpeg(raster: &Raster, quality: u8) -> Vec<u8> {
    encode(raster, quality, [])
}

fn encode(
    raster: &Raster,
    quality: u8,
    segments: impl IntoIterator<Item = (u8, Vec<u8>)>,
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    for (number, bytes) in segments {
        encoder.add_app_segment(number, bytes).expect("our segments are far below 64 KiB");
    }
    let (width, height) = (raster.width as u16, raster.height as u16);
    match encoder.encode(&raster.rgb, width, height, ColorType::Rgb) {
        Ok(()) => file,
        Err(_) => Vec::new(),
    }
}

const QUALITY: u8 = 92;
