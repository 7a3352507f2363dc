//! Metadata: what is read from each format, and what broken blocks do not do.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::metadata::{
    self, exif_private, exif_public, photoshop, png_with_chunk, png_xmp, webp_with_chunks, xmp,
};
use support::{GREEN, RED, assert_near, mean_color, with_segments};
use tintype_imaging::{DecodeLimits, Format, Metadata, TakenAt, ingest, read_sidecar};

const EXIF: u8 = 0xE1;
const RESOURCES: u8 = 0xED;

fn exif_segment(tiff: &[u8]) -> (u8, Vec<u8>) {
    (EXIF, [b"Exif\0\0", tiff].concat())
}

fn xmp_segment(packet: &str) -> (u8, Vec<u8>) {
    (EXIF, [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat())
}

#[test]
fn the_camera_tells_how_the_picture_was_taken() {
    for little_endian in [true, false] {
        let bytes =
            with_segments(&support::jpeg(40, 30), &[exif_segment(&exif_private(1, little_endian))]);
        let read = Metadata::read(&bytes, Format::Jpeg);
        assert_eq!(read.make.as_deref(), Some("Canon"));
        assert_eq!(read.model.as_deref(), Some("Canon EOS R5"));
        assert_eq!(read.lens.as_deref(), Some("RF35mm F1.8"));
        assert_eq!(read.exposure_time.as_deref(), Some("1/250"));
        assert_eq!(read.aperture.as_deref(), Some("3.5"));
        assert_eq!(read.focal_length.as_deref(), Some("30.0"));
        assert_eq!(read.iso, Some(400));
        let taken = TakenAt {
            year: 2024,
            month: 5,
            day: 1,
            hour: 10,
            minute: 11,
            second: 12,
            offset_minutes: Some(120),
        };
        assert_eq!(read.taken_at, Some(taken));
        assert!((read.latitude.unwrap() - 59.913_852).abs() < 1e-4);
        assert!((read.longitude.unwrap() + 10.747_186).abs() < 1e-4);
        assert_eq!(read.creator.as_deref(), Some("Ada Artist"));
        assert_eq!(read.copyright.as_deref(), Some("(c) Ada"));
    }
}

#[test]
fn words_come_from_xmp_before_iptc() {
    let segments = [(RESOURCES, photoshop(true)), xmp_segment(&xmp(false))];
    let read = Metadata::read(&with_segments(&support::jpeg(40, 30), &segments), Format::Jpeg);
    assert_eq!(read.title.as_deref(), Some("Boats & nets"));
    assert_eq!(read.caption.as_deref(), Some("Two boats at dawn"));
    assert_eq!(read.keywords, ["boat", "dawn"]);
    assert_eq!(read.credit.as_deref(), Some("Ada / Tintype"));
    assert_eq!(read.license_url.as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
    assert_eq!(read.usage_terms.as_deref(), Some("Free to use"));
    assert_eq!(read.place.city.as_deref(), Some("SECRETVILLE"));
    let only_iptc =
        Metadata::read(&with_segments(&support::jpeg(40, 30), &segments[..1]), Format::Jpeg);
    assert_eq!(only_iptc.title.as_deref(), Some("Old title"));
    assert_eq!(only_iptc.keywords, ["caf\u{e9}"]);
    assert_eq!(only_iptc.place.country.as_deref(), Some("SECRETLAND"));
}

#[test]
fn png_and_webp_carry_the_same_words() {
    let png = png_with_chunk(&support::png(20, 10, false), *b"eXIf", &exif_public(1));
    let png = png_with_chunk(&png, *b"iTXt", &png_xmp(&xmp(true)));
    let chunks = [(b"EXIF", exif_public(1)), (b"XMP ", xmp(true).into_bytes())];
    let webp = webp_with_chunks(&support::webp(20, 10, false, false), 20, 10, &chunks);
    for (bytes, format) in [(png, Format::Png), (webp, Format::WebP)] {
        let read = Metadata::read(&bytes, format);
        assert_eq!(read.model.as_deref(), Some("Canon EOS R5"), "{format:?}");
        assert_eq!(read.title.as_deref(), Some("Boats & nets"), "{format:?}");
        assert_eq!(read.place.name.as_deref(), Some("SECRETSTREET"), "{format:?}");
        assert!((read.latitude.unwrap() - 59.913_333).abs() < 1e-4, "{format:?}");
        assert!(ingest(&bytes, &DecodeLimits::default()).is_ok(), "{format:?}");
    }
}

#[test]
fn a_sidecar_is_read_like_a_packet() {
    let read = read_sidecar(xmp(true).as_bytes());
    assert_eq!(read.title.as_deref(), Some("Boats & nets"));
    assert_eq!(read.place.country.as_deref(), Some("SECRETLAND"));
    assert_eq!(read_sidecar(b"no xml at all"), Metadata::default());
    let merged = Metadata { title: Some("Mine".into()), ..Metadata::default() }.merge(read);
    assert_eq!(merged.title.as_deref(), Some("Mine"));
    assert_eq!(merged.caption.as_deref(), Some("Two boats at dawn"));
}

#[test]
fn every_orientation_is_applied() {
    for orientation in 1..=8 {
        let bytes =
            with_segments(&support::jpeg(160, 80), &[exif_segment(&exif_public(orientation))]);
        let taken = ingest(&bytes, &DecodeLimits::default()).unwrap();
        let expected = if orientation >= 5 { (80, 160) } else { (160, 80) };
        assert_eq!((taken.width, taken.height), expected, "{orientation}");
        // Where the stored picture's red quarter is seen: (right?, bottom?).
        let (x, y) = match orientation {
            1 | 5 => (0.25, 0.25),
            2 | 6 => (0.75, 0.25),
            3 | 7 => (0.75, 0.75),
            _ => (0.25, 0.75),
        };
        assert_near(mean_color(&taken.master.bytes, x, y), RED, 40);
        // The green quarter lies beside it, or below when the picture lies on its side.
        let (x, y) = if orientation >= 5 { (x, 1.0 - y) } else { (1.0 - x, y) };
        assert_near(mean_color(&taken.master.bytes, x, y), GREEN, 40);
    }
}

#[test]
fn broken_metadata_never_refuses_a_picture() {
    let blocks = [exif_private(6, true), xmp(true).into_bytes(), photoshop(true)];
    for (index, block) in blocks.iter().enumerate() {
        for length in (0..block.len()).step_by(11) {
            let part = block[..length].to_vec();
            let segment = match index {
                0 => exif_segment(&part),
                1 => xmp_segment(&String::from_utf8_lossy(&part)),
                _ => (RESOURCES, part),
            };
            let bytes = with_segments(&support::jpeg(16, 16), &[segment]);
            assert!(
                ingest(&bytes, &DecodeLimits::default()).is_ok(),
                "block {index} cut at {length}"
            );
        }
    }
}

#[test]
fn the_secrets_of_the_fixtures_are_there_to_be_found() {
    let blocks = [exif_private(1, true), xmp(true).into_bytes(), photoshop(true)].concat();
    for secret in metadata::SECRETS {
        assert!(metadata::contains(&blocks, secret), "{secret}");
    }
}
