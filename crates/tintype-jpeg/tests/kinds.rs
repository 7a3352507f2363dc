//! Which kinds of JPEG are read, which are left to others, and what their components mean.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod fixtures;

use fixtures::{Picture, Recipe, encode, picture};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use tintype_jpeg::{ColourModel, Error, Options, Scale, decode, header};

const GREY: Recipe = Recipe { sampling: None, ..Recipe::PLAIN };

#[test]
fn components_in_scans_of_their_own_are_those_of_three_grey_files() {
    let greys = [3, 1, 2].map(|turn| encode(&turned(&picture(75, 52), turn), GREY));
    let joined = in_three_scans(&greys);
    for scale in Scale::ALL {
        let (min_width, min_height) = (scale.of(75), scale.of(52));
        let options = Options { min_width, min_height, ..Options::default() };
        let decoded = decode(&joined, &options).unwrap();
        for (grey, plane) in greys.iter().zip(&decoded.planes.components) {
            let grey = decode(grey, &options).unwrap();
            assert!(grey.planes.components[0].rows().eq(plane.rows()), "{scale:?}");
        }
        let last = joined.len() - 3;
        assert_eq!(decode(&joined[..last], &options), Err(Error::Truncated));
    }
}

#[test]
fn the_sampling_factors_of_a_single_component_do_not_matter() {
    let plain = encode(&picture(75, 52), GREY);
    let frame = plain.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    for factors in [0x22, 0x21, 0x14, 0x43] {
        let mut bytes = plain.clone();
        bytes[frame + 11] = factors;
        for scale in Scale::ALL {
            let (min_width, min_height) = (scale.of(75), scale.of(52));
            let options = Options { min_width, min_height, ..Options::default() };
            let [ours, theirs] = [&bytes, &plain].map(|bytes| decode(bytes, &options).unwrap());
            assert_eq!((ours.width, ours.height), (theirs.width, theirs.height));
            assert!(ours.planes.components[0].rows().eq(theirs.planes.components[0].rows()));
        }
    }
}

#[test]
fn a_component_without_a_scan_is_missing_and_one_with_two_is_wrong() {
    let greys = [0, 1, 2].map(|turn| encode(&turned(&picture(75, 52), turn), GREY));
    let joined = in_three_scans(&greys);
    let third = joined.windows(5).rposition(|w| w == [0xFF, 0xDA, 0, 8, 1]).unwrap();
    let two = [&joined[..third], &[0xFF, 0xD9]].concat();
    assert_eq!(decode(&two, &Options::default()), Err(Error::Truncated));
    let mut twice = joined;
    twice[third + 5] = 1;
    let error = Error::Corrupt("a component in two scans");
    assert_eq!(decode(&twice, &Options::default()), Err(error));
}

#[test]
fn the_colour_model_follows_jfif_adobe_and_names() {
    let greys = [0, 1, 2].map(|turn| encode(&turned(&picture(16, 16), turn), GREY));
    let jfif = in_three_scans(&greys);
    assert_eq!(model(&jfif), ColourModel::YCbCr);
    let app0 = jfif.windows(2).position(|two| two == [0xFF, 0xE0]).unwrap();
    let mut named = jfif.clone();
    named.drain(app0..app0 + 18);
    assert_eq!(model(&named), ColourModel::YCbCr);
    let rgb = renamed(&named, *b"RGB");
    assert_eq!(model(&rgb), ColourModel::Rgb);
    let decoded = decode(&rgb, &Options::default()).unwrap();
    let planes = &decoded.planes.components;
    let pixel = |at: usize| [0, 1, 2].map(|colour| planes[colour].row(at / 16)[at % 16]);
    let expected: Vec<u8> = (0..256).flat_map(pixel).collect();
    assert_eq!(decoded.to_rgb(), expected);
    assert_eq!(model(&encode(&picture(16, 16), GREY)), ColourModel::Grey);
    for (transform, expected) in [(0, ColourModel::Rgb), (1, ColourModel::YCbCr)] {
        let mut bytes = named.clone();
        let segment =
            [&[0xFF, 0xEE, 0, 14][..], b"Adobe", &[0, 100, 0, 0, 0, 0, transform]].concat();
        bytes.splice(2..2, segment);
        assert_eq!(model(&bytes), expected);
        assert_eq!(header(&bytes).unwrap().adobe_transform, Some(transform));
    }
}

#[test]
fn the_header_tells_how_a_file_is_made() {
    for recipe in Recipe::all() {
        let header = header(&encode(&picture(64, 48), recipe)).unwrap();
        assert_eq!((header.width, header.height, header.precision), (64, 48, 8));
        assert_eq!(header.progressive, recipe.progressive);
        assert_eq!(header.restart_interval, recipe.restarts);
        let (h, v) = header.sampling[0];
        let sampling = SamplingFactor::from_factors(h, v);
        assert_eq!(sampling, recipe.sampling.or(Some(SamplingFactor::F_1_1)));
    }
}

#[test]
fn what_others_must_read_is_unsupported() {
    let plain = encode(&picture(64, 48), Recipe::PLAIN);
    let frame = plain.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    let patched = |offset: usize, value: &[u8]| {
        let mut bytes = plain.clone();
        bytes[frame + offset..][..value.len()].copy_from_slice(value);
        decode(&bytes, &Options::default()).unwrap_err()
    };
    for (code, what) in [
        (0xC3, "lossless"),
        (0xC5, "hierarchical"),
        (0xC9, "arithmetic coding"),
        (0xCA, "arithmetic coding"),
        (0xCB, "lossless"),
    ] {
        assert_eq!(patched(1, &[code]), Error::Unsupported(what));
    }
    assert_eq!(patched(4, &[12]), Error::Unsupported("more than 8 bits a sample"));
    assert_eq!(patched(5, &[0, 0]), Error::Unsupported("the height is told at the end"));
    let mut cmyk = Vec::new();
    let samples: Vec<u8> = (0..64 * 48 * 4).map(|at| at as u8).collect();
    Encoder::new(&mut cmyk, 90).encode(&samples, 64, 48, ColorType::Cmyk).unwrap();
    assert_eq!(header(&cmyk).unwrap().components, 4);
    assert_eq!(decode(&cmyk, &Options::default()), Err(Error::Unsupported("CMYK")));
}

#[test]
fn contradictions_are_corrupt() {
    let plain = encode(&picture(64, 48), Recipe::PLAIN);
    let frame = plain.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    let mut twice = plain.clone();
    let copy = plain[frame..frame + 19].to_vec();
    twice.splice(frame..frame, copy);
    assert_eq!(decode(&twice, &Options::default()), Err(Error::Corrupt("a second frame")));
    let mut factors = plain.clone();
    factors[frame + 11] = 0x52;
    assert_eq!(header(&factors), Err(Error::Corrupt("an impossible frame header")));
}

#[test]
fn a_progressive_file_of_too_many_scans_is_refused_before_they_are_decoded() {
    let recipe = Recipe { progressive: true, ..GREY };
    let bytes = encode(&picture(64, 48), recipe);
    let scan = bytes.windows(2).position(|two| two == [0xFF, 0xDA]).unwrap();
    let mut many = bytes[..scan].to_vec();
    // Scans that are possible, each of one bit of one coefficient.
    for (at, shift) in (0..64).flat_map(|at| [(at, 0x01), (at, 0x10)]).take(65) {
        many.extend([0xFF, 0xDA, 0, 8, 1, bytes[scan + 5], 0, at, at, shift, 0x55]);
    }
    many.extend([0xFF, 0xD9]);
    assert_eq!(decode(&many, &Options::default()), Err(Error::Corrupt("too many scans")));
}

#[test]
fn text_and_nothing_are_not_jpeg() {
    for bytes in [&b""[..], b"\xFF", b"hello, I am a photo.jpg", b"\x89PNG\r\n\x1A\n"] {
        assert_eq!(decode(bytes, &Options::default()), Err(Error::NotJpeg));
        assert_eq!(header(bytes), Err(Error::NotJpeg));
    }
    assert_eq!(header(b"\xFF\xD8\xFF"), Err(Error::Truncated));
}

#[test]
fn the_exact_size_of_planes_is_not_rounded() {
    let bytes = encode(&picture(101, 1365), Recipe::PLAIN);
    let options = Options { min_width: 26, min_height: 340, ..Options::default() };
    let decoded = decode(&bytes, &options).unwrap();
    assert_eq!((decoded.scale, decoded.width, decoded.height), (Scale::Quarter, 26, 342));
    let [luma, blue, _] = decoded.planes.components.as_slice() else { panic!("three planes") };
    assert_eq!((luma.width, luma.height), (26, 342));
    assert_eq!((luma.exact_width, luma.exact_height), (25.25, 341.25));
    assert_eq!((blue.width, blue.height), (13, 171));
    assert_eq!((blue.exact_width, blue.exact_height), (12.625, 170.625));
}

fn model(bytes: &[u8]) -> ColourModel {
    let decoded = decode(bytes, &Options::default()).unwrap();
    assert_eq!(decoded.planes.model, header(bytes).unwrap().colour_model());
    decoded.planes.model
}

/// The same size, other content: the colours shifted by some samples.
fn turned(picture: &Picture, by: usize) -> Picture {
    let mut rgb = picture.rgb.clone();
    rgb.rotate_left(by * 331);
    Picture { rgb, ..*picture }
}

/// One file of three components from three grey files with the same tables.
fn in_three_scans(greys: &[Vec<u8>; 3]) -> Vec<u8> {
    let find =
        |bytes: &[u8], marker: u8| bytes.windows(2).position(|two| two == [0xFF, marker]).unwrap();
    let [first, ..] = greys;
    let frame = find(first, 0xC0);
    let scan = find(first, 0xDA);
    let mut joined = first[..frame].to_vec();
    joined.extend([0xFF, 0xC0, 0, 17]);
    joined.extend(&first[frame + 4..frame + 9]);
    joined.extend([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    joined.extend(&first[frame + 13..scan]);
    for (id, grey) in (1..).zip(greys) {
        let scan = find(grey, 0xDA);
        joined.extend([0xFF, 0xDA, 0, 8, 1, id, 0, 0, 63, 0]);
        joined.extend(&grey[scan + 10..grey.len() - 2]);
    }
    joined.extend([0xFF, 0xD9]);
    joined
}

/// The same file with other component names.
fn renamed(joined: &[u8], names: [u8; 3]) -> Vec<u8> {
    let mut bytes = joined.to_vec();
    let frame = bytes.windows(4).position(|four| four == [0xFF, 0xC0, 0, 17]).unwrap();
    for (at, name) in names.into_iter().enumerate() {
        bytes[frame + 10 + 3 * at] = name;
        let scan = [0xFF, 0xDA, 0, 8, 1, at as u8 + 1];
        let scan = bytes.windows(6).position(|six| six == scan).unwrap();
        bytes[scan + 5] = name;
    }
    bytes
}
