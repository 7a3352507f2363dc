//! The lossless cut: nothing private is left anywhere in the file, and no pixel has changed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::metadata::{
    PUBLIC, SECRETS, contains, exif_private, exif_public, photoshop, png_with_chunk, png_xmp,
    webp_with_chunks, xmp,
};
use support::with_segments;
use tintype_imaging::{DecodeLimits, Format, Metadata, cut_private, ingest, probe};

fn app1(tag: &[u8], block: &[u8]) -> (u8, Vec<u8>) {
    (0xE1, [tag, block].concat())
}

const EXIF_TAG: &[u8] = b"Exif\0\0";
const XMP_TAG: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

fn private_jpeg(little_endian: bool) -> Vec<u8> {
    let segments = [
        app1(EXIF_TAG, &exif_private(6, little_endian)),
        app1(XMP_TAG, xmp(true).as_bytes()),
        (0xED, photoshop(true)),
        (0xE2, b"ICC_PROFILE\0\x01\x01profile".to_vec()),
        (0xE2, b"MPF\0SECRETVILLE".to_vec()),
        (0xE5, b"vendor BODY-4711".to_vec()),
        (0xFE, b"a comment".to_vec()),
    ];
    with_segments(&support::jpeg(64, 48), &segments)
}

/// Everything that must hold of a cut file.
#[track_caller]
fn assert_clean(before: &[u8], format: Format) -> Vec<u8> {
    let after = cut_private(before, format).unwrap().expect("there was something to cut");
    for secret in SECRETS {
        assert!(!contains(&after, secret), "{format:?} still holds {secret}");
    }
    let read = Metadata::read(&after, format);
    assert_eq!((read.latitude, read.longitude), (None, None), "{format:?}");
    assert_eq!(read.place, tintype_imaging::Place::default(), "{format:?}");
    let was = Metadata::read(before, format);
    assert_eq!(
        (read.orientation, &read.model, &read.lens),
        (was.orientation, &was.model, &was.lens)
    );
    assert_eq!((&read.title, &read.creator, &read.credit), (&was.title, &was.creator, &was.credit));
    assert_eq!(
        (&read.taken_at, &read.iso, &read.aperture),
        (&was.taken_at, &was.iso, &was.aperture)
    );
    // The same picture comes out of both.
    let limits = DecodeLimits::default();
    assert_eq!(ingest(&after, &limits).unwrap().master, ingest(before, &limits).unwrap().master);
    // Cutting twice finds nothing more.
    assert_eq!(cut_private(&after, format), Ok(None), "{format:?}");
    after
}

#[test]
fn a_jpeg_keeps_its_makers_name_and_loses_its_owners() {
    for little_endian in [true, false] {
        let before = private_jpeg(little_endian);
        let after = assert_clean(&before, Format::Jpeg);
        for word in PUBLIC {
            assert!(contains(&after, word), "{word}");
        }
        for word in ["ICC_PROFILE", "a comment", "8BIM"] {
            assert!(contains(&after, word), "{word}");
        }
        // From the first table to the end: bit by bit the same.
        let tables = |bytes: &[u8]| bytes.windows(2).position(|pair| pair == [0xFF, 0xDB]).unwrap();
        assert_eq!(after[tables(&after)..], before[tables(&before)..]);
        assert_eq!(Metadata::read(&after, Format::Jpeg).orientation, Some(6));
    }
}

#[test]
fn other_readers_find_no_place_in_the_new_exif() {
    let after = cut_private(&private_jpeg(true), Format::Jpeg).unwrap().unwrap();
    let exif = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(&after)).unwrap();
    for field in exif.fields() {
        assert_ne!(field.tag.context(), exif::Context::Gps, "{}", field.tag);
        assert_eq!(field.ifd_num, exif::In::PRIMARY, "{}", field.tag);
        let private = [
            exif::Tag::MakerNote,
            exif::Tag::CameraOwnerName,
            exif::Tag::BodySerialNumber,
            exif::Tag::LensSerialNumber,
        ];
        assert!(!private.contains(&field.tag), "{}", field.tag);
    }
    assert_eq!(exif.fields().len(), 12);
}

#[test]
fn what_stands_behind_the_picture_goes() {
    let picture = support::jpeg(32, 32);
    let with_tail = [&picture[..], b"\xFF\xD8 a second picture SECRETVILLE"].concat();
    assert_eq!(cut_private(&with_tail, Format::Jpeg), Ok(Some(picture.clone())));
    assert_eq!(cut_private(&picture, Format::Jpeg), Ok(None));
    let png = support::png(8, 8, false);
    let with_tail = [&png[..], b"SECRETVILLE"].concat();
    assert_eq!(cut_private(&with_tail, Format::Png), Ok(Some(png)));
    let gif = support::gif(8, 8, 1);
    let with_tail = [&gif[..], b"SECRETVILLE"].concat();
    assert_eq!(cut_private(&with_tail, Format::Gif), Ok(Some(gif)));
}

#[test]
fn a_progressive_jpeg_is_cut_between_its_scans_too() {
    let jpeg = support::Jpeg { progressive: true, ..support::Jpeg::default() }.encode(64, 48);
    let tables: Vec<usize> =
        (0..jpeg.len() - 1).filter(|at| jpeg[*at..at + 2] == [0xFF, 0xDA]).collect();
    let at = tables[1];
    let hidden = [&jpeg[..at], &[0xFF, 0xE7, 0, 13], b"SECRETVILLE", &jpeg[at..]].concat();
    assert_eq!(cut_private(&hidden, Format::Jpeg), Ok(Some(jpeg.clone())));
    assert_eq!(cut_private(&jpeg, Format::Jpeg), Ok(None));
}

#[test]
fn png_and_webp_are_cut_too() {
    for little_endian in [true, false] {
        let exif = exif_private(3, little_endian);
        let png = png_with_chunk(&support::png(40, 30, true), *b"eXIf", &exif);
        let png = png_with_chunk(&png, *b"iTXt", &png_xmp(&xmp(true)));
        let png = png_with_chunk(&png, *b"tEXt", b"Raw profile type exif\0SECRETVILLE");
        let png = png_with_chunk(&png, *b"tEXt", b"Comment\0kept");
        let after = assert_clean(&png, Format::Png);
        assert!(contains(&after, "Comment\0kept"));
        let chunks = [
            (b"EXIF", exif),
            (b"XMP ", xmp(true).into_bytes()),
            (b"C2PA", b"SECRETVILLE".to_vec()),
        ];
        for alpha in [true, false] {
            let simple = support::webp(40, 30, alpha, true);
            let webp = webp_with_chunks(&simple, 40, 30, &chunks);
            // The simple file's own flags are gone with its header: only opaque pictures are compared.
            if !alpha {
                assert_clean(&webp, Format::WebP);
            }
        }
    }
}

#[test]
fn what_is_not_private_is_left_alone() {
    let segments = [
        app1(EXIF_TAG, &exif_public(6)),
        app1(XMP_TAG, xmp(false).as_bytes()),
        (0xED, photoshop(false)),
    ];
    let jpeg = with_segments(&support::jpeg(32, 32), &segments);
    assert_eq!(cut_private(&jpeg, Format::Jpeg), Ok(None));
    let png = png_with_chunk(&support::png(8, 8, false), *b"eXIf", &exif_public(1));
    assert_eq!(cut_private(&png, Format::Png), Ok(None));
    let chunks = [(b"EXIF", exif_public(1)), (b"XMP ", xmp(false).into_bytes())];
    let webp = webp_with_chunks(&support::webp(8, 8, false, false), 8, 8, &chunks);
    assert_eq!(cut_private(&webp, Format::WebP), Ok(None));
    for (bytes, format) in
        [(support::webp(8, 8, true, false), Format::WebP), (support::gif(8, 8, 2), Format::Gif)]
    {
        assert_eq!(cut_private(&bytes, format), Ok(None));
    }
}

#[test]
fn unreadable_metadata_is_not_published() {
    let exif = exif_private(1, true);
    let broken = [&exif[..exif.len() / 2], b"SECRETVILLE"].concat();
    let jpeg = with_segments(
        &support::jpeg(32, 32),
        &[app1(EXIF_TAG, &broken), app1(XMP_TAG, b"<x SECRETVILLE")],
    );
    let after = cut_private(&jpeg, Format::Jpeg).unwrap().unwrap();
    assert_eq!(after, support::jpeg(32, 32));
}

#[test]
fn a_private_jpeg_xl_container_is_overwritten_in_place() {
    let boxed = |kind: &[u8; 4], data: &[u8]| {
        [&(data.len() as u32 + 8).to_be_bytes()[..], kind, data].concat()
    };
    let exif = [&[0; 4][..], &exif_private(1, true)].concat();
    let before = [
        b"\0\0\0\x0CJXL \r\n\x87\n".to_vec(),
        boxed(b"ftyp", b"jxl \0\0\0\0jxl "),
        boxed(b"Exif", &exif),
        boxed(b"xml ", xmp(true).as_bytes()),
        boxed(b"brob", b"ExifSECRETVILLE"),
        boxed(b"jxlc", b"\xFF\x0A codestream"),
    ]
    .concat();
    let after = cut_private(&before, Format::Jxl).unwrap().unwrap();
    assert_eq!(after.len(), before.len());
    for secret in SECRETS {
        assert!(!contains(&after, secret), "{secret}");
    }
    assert!(
        contains(&after, "Ada Artist")
            && contains(&after, "\u{0}codestream".trim_start_matches('\0'))
    );
    assert_eq!(Metadata::read(&after, Format::Jxl).model.as_deref(), Some("Canon EOS R5"));
    assert_eq!(cut_private(&after, Format::Jxl), Ok(None));
}

#[test]
fn damaged_files_never_panic_the_scissors() {
    let files = [
        (private_jpeg(true), Format::Jpeg),
        (
            png_with_chunk(&support::png(8, 8, false), *b"eXIf", &exif_private(1, false)),
            Format::Png,
        ),
        (
            webp_with_chunks(
                &support::webp(8, 8, false, false),
                8,
                8,
                &[(b"EXIF", exif_private(1, true))],
            ),
            Format::WebP,
        ),
        (support::gif(8, 8, 2), Format::Gif),
    ];
    for (bytes, format) in files {
        for length in (0..bytes.len()).step_by(13) {
            let _ = cut_private(&bytes[..length], format);
        }
        for index in (0..bytes.len()).step_by(5) {
            let mut damaged = bytes.clone();
            damaged[index] ^= 0x55;
            let _ = cut_private(&damaged, format);
            let _ = probe(&damaged, &DecodeLimits::default());
        }
    }
}

#[test]
fn a_private_avif_is_overwritten_in_place() {
    let exif = [&[0; 4][..], &exif_private(1, false)].concat();
    let packet = xmp(true).into_bytes();
    let before = avif(&[(*b"Exif", b"", &exif), (*b"mime", b"application/rdf+xml", &packet)]);
    let after = cut_private(&before, Format::Avif).unwrap().unwrap();
    assert_eq!(after.len(), before.len());
    for secret in SECRETS {
        assert!(!contains(&after, secret), "{secret}");
    }
    let read = Metadata::read(&after, Format::Avif);
    assert_eq!(read.model.as_deref(), Some("Canon EOS R5"));
    assert_eq!(read.title.as_deref(), Some("Boats & nets"));
    assert_eq!((read.latitude, read.place), (None, tintype_imaging::Place::default()));
    assert_eq!(cut_private(&after, Format::Avif), Ok(None));
    let unreadable = cut_private(b"\0\0\0\x10ftypavif\0\0\0\0", Format::Avif);
    assert!(matches!(unreadable, Err(tintype_imaging::PictureError::Unsupported { .. })));
}

/// The tables of an AVIF with metadata items, and no picture.
fn avif(items: &[([u8; 4], &[u8], &[u8])]) -> Vec<u8> {
    let boxed = |kind: &[u8; 4], data: &[u8]| {
        [&(data.len() as u32 + 8).to_be_bytes()[..], kind, data].concat()
    };
    let build = |start: u32| {
        let mut infos = vec![0, 0, 0, 0, 0, items.len() as u8];
        let mut locations = vec![0, 0, 0, 0, 0x44, 0, 0, items.len() as u8];
        let mut at = start;
        for (index, (kind, mime, data)) in items.iter().enumerate() {
            let id = [0, index as u8 + 2];
            let entry = [&[2, 0, 0, 0][..], &id, &[0, 0], kind, b"\0", mime, b"\0"].concat();
            infos.extend(boxed(b"infe", &entry));
            locations.extend([&id[..], &[0, 0, 0, 1]].concat());
            locations.extend(at.to_be_bytes());
            locations.extend((data.len() as u32).to_be_bytes());
            at += data.len() as u32;
        }
        let primary = boxed(b"pitm", &[0, 0, 0, 0, 0, 1]);
        let tables = [primary, boxed(b"iinf", &infos), boxed(b"iloc", &locations)].concat();
        let meta = boxed(b"meta", &[&[0; 4][..], &tables].concat());
        let data: Vec<u8> = items.iter().flat_map(|(_, _, data)| *data).copied().collect();
        let head = [boxed(b"ftyp", b"avif\0\0\0\0avif"), meta].concat();
        ((head.len() + 8) as u32, [head, boxed(b"mdat", &data)].concat())
    };
    // Places do not change the length of the tables: the second round knows where the data begins.
    let (start, _) = build(0);
    build(start).1
}
