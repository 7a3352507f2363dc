//! Whole pictures are those of another decoder, and small ones are the means of whole ones.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod fixtures;

use fixtures::{Recipe, encode, picture};
use jpeg_encoder::SamplingFactor;
use tintype_jpeg::{Decoded, Options, Plane, Scale, decode, header};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

#[test]
fn whole_planes_are_those_of_another_decoder() {
    for recipe in Recipe::all() {
        // Only there does the other decoder give samples that it has not interpolated.
        if recipe.sampling.is_some_and(|sampling| sampling != SamplingFactor::F_1_1) {
            continue;
        }
        let bytes = encode(&picture(203, 97), recipe);
        let ours = at_scale(&bytes, Scale::Full);
        let colours = ours.planes.components.len();
        let out = if colours == 1 { ColorSpace::Luma } else { ColorSpace::YCbCr };
        let theirs = zune(&bytes, out);
        for (at, plane) in ours.planes.components.iter().enumerate() {
            let theirs = theirs.iter().skip(at).step_by(colours).copied();
            check(&samples(plane), &theirs.collect::<Vec<_>>(), 2, 0.3, &format!("{recipe:?}"));
        }
    }
}

#[test]
fn whole_pictures_are_those_of_another_decoder() {
    for recipe in Recipe::all() {
        // The other decoder loses rows of sequential files whose chroma is halved in height.
        if !recipe.progressive
            && recipe.sampling.is_some_and(|sampling| !WHOLE_HEIGHT.contains(&sampling))
        {
            continue;
        }
        let bytes = encode(&picture(203, 97), recipe);
        let ours = at_scale(&bytes, Scale::Full).to_rgb();
        let theirs = zune(&bytes, ColorSpace::RGB);
        // A shift of the colours by a quarter of a sample would show.
        check(&ours, &theirs, 8, 0.7, &format!("{recipe:?}"));
    }
}

#[test]
fn an_eighth_is_the_mean_of_each_block() {
    for recipe in Recipe::all() {
        let bytes = encode(&picture(256, 128), recipe);
        let (small, whole) = (at_scale(&bytes, Scale::Eighth), at_scale(&bytes, Scale::Full));
        for (small, whole) in small.planes.components.iter().zip(&whole.planes.components) {
            let means = means(whole, 8);
            // Samples cut off at black and white move the mean a little.
            check(&samples(small), &means, 6, 0.3, &format!("{recipe:?}"));
        }
    }
}

#[test]
fn halves_and_quarters_are_near_the_mean_of_their_pixels() {
    for recipe in Recipe::all() {
        let bytes = encode(&picture(256, 128), recipe);
        let whole = at_scale(&bytes, Scale::Full);
        for (scale, side) in [(Scale::Half, 2), (Scale::Quarter, 4)] {
            let small = at_scale(&bytes, scale);
            for (small, whole) in small.planes.components.iter().zip(&whole.planes.components) {
                check(
                    &samples(small),
                    &means(whole, side),
                    60,
                    5.0,
                    &format!("{recipe:?} {scale:?}"),
                );
            }
        }
    }
}

const WHOLE_HEIGHT: [SamplingFactor; 2] = [SamplingFactor::F_1_1, SamplingFactor::F_2_1];

fn at_scale(bytes: &[u8], scale: Scale) -> Decoded {
    let header = header(bytes).unwrap();
    let (min_width, min_height) = (scale.of(header.width), scale.of(header.height));
    let options = Options { min_width, min_height, ..Options::default() };
    let decoded = decode(bytes, &options).unwrap();
    assert_eq!(decoded.scale, scale);
    decoded
}

fn samples(plane: &Plane) -> Vec<u8> {
    plane.rows().flatten().copied().collect()
}

/// The means of squares, as many as fit.
fn means(plane: &Plane, side: usize) -> Vec<u8> {
    let (across, down) = (plane.width / side, plane.height / side);
    let mean = |x: usize, y: usize| {
        let rows = (y * side..(y + 1) * side).map(|y| &plane.row(y)[x * side..(x + 1) * side]);
        let sum: usize = rows.flatten().map(|&sample| usize::from(sample)).sum();
        ((sum + side * side / 2) / (side * side)) as u8
    };
    (0..down).flat_map(|y| (0..across).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect()
}

fn zune(bytes: &[u8], out: ColorSpace) -> Vec<u8> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(out);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode().unwrap()
}

#[track_caller]
fn check(ours: &[u8], theirs: &[u8], most: u8, mean: f64, what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let apart = || ours.iter().zip(theirs).map(|(a, b)| a.abs_diff(*b));
    let found_mean = apart().map(f64::from).sum::<f64>() / ours.len() as f64;
    let found_most = apart().max().unwrap();
    assert!(found_most <= most && found_mean <= mean, "{what}: {found_most}, mean {found_mean}");
}
