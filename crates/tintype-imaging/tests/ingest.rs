//! Taking pictures in: what comes out of one decode, and what is refused.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use jpeg_encoder::{ColorType, SamplingFactor};
use support::{BLUE, GREEN, Jpeg, RED, YELLOW, assert_near, mean_color};
use tintype_imaging::{DecodeLimits, Format, PictureError, ingest, probe, renditions};

fn limits() -> DecodeLimits {
    DecodeLimits::default()
}

/// Every fixture with its name; all show the same four quarters.
fn fixtures((w, h): (u32, u32)) -> Vec<(&'static str, Vec<u8>)> {
    let jpeg = Jpeg::default();
    let four_colors = Jpeg { sampling: SamplingFactor::F_1_1, ..jpeg };
    let cmyk: Vec<u8> = support::pixels(w, h)
        .chunks_exact(3)
        .flat_map(|p| [255 - p[0], 255 - p[1], 255 - p[2], 0])
        .collect();
    vec![
        ("jpeg 4:2:0", jpeg.encode(w, h)),
        ("jpeg 4:4:4", Jpeg { sampling: SamplingFactor::F_1_1, ..jpeg }.encode(w, h)),
        ("jpeg 4:2:2", Jpeg { sampling: SamplingFactor::F_2_1, ..jpeg }.encode(w, h)),
        ("jpeg restart", Jpeg { restart: 3, ..jpeg }.encode(w, h)),
        ("jpeg progressive", Jpeg { progressive: true, ..jpeg }.encode(w, h)),
        ("jpeg cmyk", four_colors.encode_pixels(&cmyk, w, h, ColorType::Cmyk)),
        ("png", support::png(w, h, false)),
        ("png alpha", support::png(w, h, true)),
        ("webp", support::webp(w, h, false, false)),
        ("webp lossless", support::webp(w, h, false, true)),
        ("webp alpha", support::webp(w, h, true, false)),
        ("gif", support::gif(w as u16, h as u16, 1)),
    ]
}

/// Files in formats that nothing here can write: the same quarters, without waves.
fn stored_fixtures() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("avif", include_bytes!("fixtures/quarters.avif").to_vec()),
        ("avif 10 bits alpha", include_bytes!("fixtures/quarters-alpha.avif").to_vec()),
        ("jpeg xl", include_bytes!("fixtures/quarters.jxl").to_vec()),
    ]
}

const SIZE: (u32, u32) = (97, 61);
/// For tests that go through every byte.
const SMALL: (u32, u32) = (41, 29);

#[test]
fn every_format_comes_in_whole() {
    for (name, bytes) in fixtures(SIZE).into_iter().chain(stored_fixtures()) {
        let taken = ingest(&bytes, &limits()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((taken.width, taken.height), (97, 61), "{name}");
        assert_eq!((taken.master.width, taken.master.height), (97, 61), "{name}");
        assert_eq!(taken.has_alpha, name.ends_with("alpha"), "{name}");
        let expected = if taken.has_alpha { Format::WebP } else { Format::Jpeg };
        assert_eq!(taken.master.format, expected, "{name}");
        assert_eq!(Format::sniff(&taken.master.bytes), Some(expected), "{name}");
        assert_eq!(taken.blur_hash.len(), 28, "{name}");
        assert!((3..=8).contains(&taken.palette.len()), "{name}: {:?}", taken.palette);
        let corners =
            [(0.25, 0.25, RED), (0.75, 0.25, GREEN), (0.25, 0.75, BLUE), (0.75, 0.75, YELLOW)];
        for (x, y, color) in corners {
            let found = mean_color(&taken.master.bytes, x, y);
            let off = found.iter().zip(color).map(|(a, b)| a.abs_diff(b)).max().unwrap();
            assert!(off <= 42, "{name} at {x},{y}: {found:?} instead of {color:?}");
        }
    }
}

#[test]
fn every_truncation_is_refused() {
    for (name, bytes) in fixtures(SMALL) {
        let whole = ingest(&bytes, &limits()).unwrap();
        for length in 0..bytes.len() {
            match ingest(&bytes[..length], &limits()) {
                Err(_) => {}
                // A missing end marker is no loss; neither is what stands behind the last row.
                Ok(taken) => {
                    assert!(
                        bytes.len() - length <= 40,
                        "{name}: {length} of {} bytes",
                        bytes.len()
                    );
                    assert_eq!(
                        taken.master,
                        whole.master,
                        "{name}: {length} of {} bytes",
                        bytes.len()
                    );
                }
            }
        }
    }
}

#[test]
fn an_animation_is_taken_by_its_first_frame_but_must_be_whole() {
    let bytes = support::gif(40, 30, 3);
    let taken = ingest(&bytes, &limits()).unwrap();
    assert_near(mean_color(&taken.master.bytes, 0.25, 0.25), RED, 40);
    assert_eq!(probe(&bytes, &limits()).unwrap().frames, 3);
    let cut = ingest(&bytes[..bytes.len() - 40], &limits());
    assert_eq!(cut, Err(PictureError::Truncated));
}

#[test]
fn a_truncated_jpeg_with_an_end_marker_is_refused() {
    for (name, bytes) in fixtures(SMALL).into_iter().filter(|(name, _)| name.starts_with("jpeg")) {
        for share in [0.5, 0.7, 0.9] {
            let mut cut = bytes[..(bytes.len() as f64 * share) as usize].to_vec();
            cut.extend([0xFF, 0xD9]);
            assert!(ingest(&cut, &limits()).is_err(), "{name} {share}");
        }
    }
}

#[test]
fn a_jpeg_without_its_end_marker_is_accepted() {
    for (name, bytes) in fixtures(SMALL).into_iter().filter(|(name, _)| name.starts_with("jpeg")) {
        let whole = ingest(&bytes, &limits()).unwrap();
        let open = ingest(&bytes[..bytes.len() - 2], &limits());
        assert_eq!(open.map(|taken| taken.master), Ok(whole.master), "{name}");
    }
}

#[test]
fn a_truncated_avif_or_jpeg_xl_is_refused() {
    for (name, bytes) in stored_fixtures() {
        for length in (0..bytes.len()).step_by(5) {
            assert!(
                ingest(&bytes[..length], &limits()).is_err(),
                "{name}: {length} of {}",
                bytes.len()
            );
        }
    }
}

#[test]
fn flipped_bits_never_panic() {
    for (_, bytes) in fixtures(SMALL).into_iter().chain(stored_fixtures()) {
        // A fixed walk through the file: every seventh byte gets another value.
        for index in (0..bytes.len()).step_by(7) {
            let mut damaged = bytes.clone();
            damaged[index] ^= 1 << (index % 8);
            let _ = ingest(&damaged, &limits());
        }
    }
}

#[test]
fn what_is_no_picture_is_named() {
    let cases: [(&[u8], PictureError); 3] = [
        (b"", PictureError::Empty),
        (b"Dear diary, this is holiday.jpg", PictureError::NotAPicture),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", PictureError::NotAPicture),
    ];
    for (bytes, expected) in cases {
        assert_eq!(probe(bytes, &limits()), Err(expected));
    }
}

#[test]
fn limits_are_judged_by_the_header() {
    let png = support::png(100, 80, false);
    let limits = limits();
    let small = |limits| probe(&png, &limits).unwrap_err();
    assert_eq!(
        small(DecodeLimits { file_bytes: 10, ..limits }),
        PictureError::TooManyBytes { bytes: png.len() as u64, max: 10 }
    );
    assert_eq!(
        small(DecodeLimits { pixels: 7999, ..limits }),
        PictureError::TooManyPixels { pixels: 8000, max: 7999 }
    );
    assert_eq!(
        small(DecodeLimits { side: 99, ..limits }),
        PictureError::SideTooLong { side: 100, max: 99 }
    );
    let gif = support::gif(4, 4, 9);
    assert_eq!(
        probe(&gif, &DecodeLimits { frames: 8, ..limits }),
        Err(PictureError::TooManyFrames { frames: 9, max: 8 })
    );
}

#[test]
fn sizes_beyond_all_measure_are_refused() {
    let mut png = support::png(8, 8, false);
    png[16..24].fill(0xFF);
    assert!(matches!(probe(&png, &limits()), Err(PictureError::SideTooLong { .. })));
    let mut avif = include_bytes!("fixtures/quarters.avif").to_vec();
    let at = avif.windows(4).position(|kind| kind == b"ispe").unwrap() + 8;
    avif[at..at + 8].fill(0xFF);
    assert!(matches!(probe(&avif, &limits()), Err(PictureError::SideTooLong { .. })));
    let mut jpeg = support::jpeg(8, 8);
    let at = jpeg.windows(2).position(|marker| marker == [0xFF, 0xC0]).unwrap() + 5;
    jpeg[at..at + 4].fill(0xFF);
    assert!(matches!(probe(&jpeg, &limits()), Err(PictureError::SideTooLong { .. })));
}

#[test]
fn a_bomb_of_a_few_kilobytes_is_refused_before_decoding() {
    let mut bomb = support::png(8, 8, false);
    bomb[16..20].copy_from_slice(&30_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&30_000_u32.to_be_bytes());
    assert!(matches!(probe(&bomb, &limits()), Err(PictureError::TooManyPixels { .. })));
    assert!(matches!(ingest(&bomb, &limits()), Err(PictureError::TooManyPixels { .. })));
}

#[test]
fn a_large_picture_gets_a_master_of_2048_and_three_renditions() {
    let taken = ingest(&support::jpeg(3000, 2000), &limits()).unwrap();
    assert_eq!((taken.width, taken.height), (3000, 2000));
    assert_eq!((taken.master.width, taken.master.height), (2048, 1365));
    let made = renditions(&taken.master.bytes).unwrap();
    let sizes: Vec<(u32, u32, u32)> = made
        .iter()
        .map(|rendition| {
            let header = probe(&rendition.bytes, &limits()).unwrap();
            assert_near(mean_color(&rendition.bytes, 0.75, 0.25), GREEN, 30);
            (rendition.width, header.width, header.height)
        })
        .collect();
    assert_eq!(sizes, [(1080, 1080, 720), (400, 400, 267), (200, 200, 133)]);
}

#[test]
fn a_transparent_picture_gets_renditions_on_white() {
    let taken = ingest(&support::png(90, 60, true), &limits()).unwrap();
    let made = renditions(&taken.master.bytes).unwrap();
    let header = probe(&made[0].bytes, &limits()).unwrap();
    assert_eq!((header.format, header.width), (Format::Jpeg, 90));
    // 100 of 255 parts green on white.
    assert_near(mean_color(&made[0].bytes, 0.75, 0.25), [171, 222, 179], 25);
}

#[test]
fn the_same_bytes_give_the_same_answer() {
    let bytes = support::jpeg(640, 480);
    assert_eq!(ingest(&bytes, &limits()), ingest(&bytes, &limits()));
}

#[test]
fn a_scaled_decode_announces_less_memory_than_a_whole_one() {
    let cost = |bytes: &[u8]| probe(bytes, &limits()).unwrap().decode_cost_bytes;
    // 24 megapixels at half the size: 9 MB of planes, once more while they are copied, and the master.
    let baseline = cost(&support::jpeg(6000, 4000));
    assert!((10 << 20..64 << 20).contains(&baseline), "{baseline}");
    assert!(cost(&support::png(3000, 2000, false)) > 6_000_000 * 6);
}
