//! A file that ends too early is noticed at every length and every scale.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod fixtures;

use fixtures::{Recipe, encode, picture};
use tintype_jpeg::{Error, Options, Scale, decode, header};

#[test]
fn a_file_is_truncated_at_every_length_but_its_whole() {
    for recipe in Recipe::all() {
        let bytes = encode(&picture(67, 41), recipe);
        let whole = bytes.len() - 2;
        // Every single length for the usual sampling, some for the others.
        let step = if recipe.sampling == Recipe::PLAIN.sampling { 1 } else { 11 };
        for scale in Scale::ALL {
            for length in (0..whole).step_by(step).chain(whole - 3..whole) {
                let error = at_scale(&bytes[..length], scale).unwrap_err();
                let expected = if length < 2 { Error::NotJpeg } else { Error::Truncated };
                assert_eq!(error, expected, "{recipe:?} {scale:?}, {length} of {whole} bytes");
            }
        }
    }
}

#[test]
fn a_missing_end_marker_alone_is_accepted_at_every_scale() {
    for recipe in Recipe::all() {
        let bytes = encode(&picture(67, 41), recipe);
        for scale in Scale::ALL {
            let whole = at_scale(&bytes, scale).unwrap();
            for missing in [1, 2] {
                let cut = at_scale(&bytes[..bytes.len() - missing], scale).unwrap();
                assert!(cut == whole, "{recipe:?} {scale:?}");
            }
        }
    }
}

#[test]
fn an_end_marker_in_the_middle_of_a_scan_does_not_hide_that_it_is_short() {
    for recipe in Recipe::all().into_iter().filter(|recipe| !recipe.progressive) {
        let bytes = encode(&picture(67, 41), recipe);
        for scale in Scale::ALL {
            let mut short = bytes[..bytes.len() - 60].to_vec();
            short.extend([0xFF, 0xD9]);
            assert_eq!(at_scale(&short, scale).unwrap_err(), Error::Truncated, "{recipe:?}");
        }
    }
}

#[test]
fn a_file_too_short_for_its_size_is_refused_before_anything_is_allocated() {
    let mut bytes = encode(&picture(67, 41), Recipe::PLAIN);
    let frame = bytes.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    bytes[frame + 5..frame + 9].copy_from_slice(&[0x27, 0x10, 0x27, 0x10]);
    assert_eq!(header(&bytes).unwrap().width, 10_000);
    assert_eq!(decode(&bytes, &Options::default()).unwrap_err(), Error::Truncated);
}

/// The scale for pictures of 67×41.
fn at_scale(bytes: &[u8], scale: Scale) -> Result<tintype_jpeg::Decoded, Error> {
    let (min_width, min_height) = (scale.of(67), scale.of(41));
    decode(bytes, &Options { min_width, min_height, ..Options::default() })
}
