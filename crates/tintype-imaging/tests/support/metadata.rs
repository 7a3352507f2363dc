//! Metadata blocks as cameras and programs write them, with everything in them that must not get out.

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use std::io::Cursor;

/// Words that stand only in private fields: none may be found in a public file, wherever it is.
pub const SECRETS: [&str; 8] = [
    "OWNER-OF-CAMERA",
    "BODY-4711",
    "LENS-0815",
    "MAKERNOTE-INSIDE",
    "SECRETVILLE",
    "SECRETLAND",
    "THUMBNAIL-PIXELS",
    "SECRETSTREET",
];

/// Words that have to survive.
pub const PUBLIC: [&str; 4] = ["Ada Artist", "(c) Ada", "Canon EOS R5", "RF35mm F1.8"];

fn ascii(text: &str) -> Value {
    Value::Ascii(vec![text.as_bytes().to_vec()])
}

fn rational(pairs: &[(u32, u32)]) -> Value {
    Value::Rational(pairs.iter().map(|&(num, denom)| Rational { num, denom }).collect())
}

fn write(fields: &[(Tag, Value)], little_endian: bool, thumbnail: Option<&[u8]>) -> Vec<u8> {
    let fields: Vec<Field> = fields
        .iter()
        .map(|(tag, value)| Field { tag: *tag, ifd_num: In::PRIMARY, value: value.clone() })
        .collect();
    let mut writer = Writer::new();
    for field in &fields {
        writer.push_field(field);
    }
    if let Some(thumbnail) = thumbnail {
        writer.set_jpeg(thumbnail, In::THUMBNAIL);
    }
    let mut out = Cursor::new(Vec::new());
    writer.write(&mut out, little_endian).unwrap();
    out.into_inner()
}

fn public_fields(orientation: u16) -> Vec<(Tag, Value)> {
    vec![
        (Tag::Make, ascii("Canon")),
        (Tag::Model, ascii("Canon EOS R5")),
        (Tag::Orientation, Value::Short(vec![orientation])),
        (Tag::Artist, ascii("Ada Artist")),
        (Tag::Copyright, ascii("(c) Ada")),
        (Tag::ExposureTime, rational(&[(1, 250)])),
        (Tag::FNumber, rational(&[(35, 10)])),
        (Tag::FocalLength, rational(&[(30, 1)])),
        (Tag::PhotographicSensitivity, Value::Short(vec![400])),
        (Tag::DateTimeOriginal, ascii("2024:05:01 10:11:12")),
        (Tag::OffsetTimeOriginal, ascii("+02:00")),
        (Tag::LensModel, ascii("RF35mm F1.8")),
    ]
}

/// EXIF with nothing private in it.
pub fn exif_public(orientation: u16) -> Vec<u8> {
    write(&public_fields(orientation), true, None)
}

/// EXIF with everything private in it.
pub fn exif_private(orientation: u16, little_endian: bool) -> Vec<u8> {
    let mut fields = public_fields(orientation);
    fields.extend([
        (Tag::CameraOwnerName, ascii("OWNER-OF-CAMERA")),
        (Tag::BodySerialNumber, ascii("BODY-4711")),
        (Tag::LensSerialNumber, ascii("LENS-0815")),
        (Tag::MakerNote, Value::Undefined(b"Canon\0MAKERNOTE-INSIDE".to_vec(), 0)),
        (Tag::GPSLatitudeRef, ascii("N")),
        (Tag::GPSLatitude, rational(&[(59, 1), (54, 1), (4987, 100)])),
        (Tag::GPSLongitudeRef, ascii("W")),
        (Tag::GPSLongitude, rational(&[(10, 1), (44, 1), (4987, 100)])),
    ]);
    write(&fields, little_endian, Some(b"\xFF\xD8THUMBNAIL-PIXELS\xFF\xD9"))
}

/// An XMP packet; the private one also has places and serial numbers.
pub fn xmp(private: bool) -> String {
    let secret = if private {
        "<photoshop:City>SECRETVILLE</photoshop:City><aux:SerialNumber>BODY-4711</aux:SerialNumber>\
         <exif:GPSLatitude>59,54.8N</exif:GPSLatitude><exif:GPSLongitude>10,44.8W</exif:GPSLongitude>\
         <Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType='Resource'>\
         <Iptc4xmpExt:Sublocation>SECRETSTREET</Iptc4xmpExt:Sublocation></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>"
    } else {
        ""
    };
    let attribute = if private {
        " aux:OwnerName='OWNER-OF-CAMERA' photoshop:Country=\"SECRETLAND\""
    } else {
        ""
    };
    format!(
        "<?xpacket begin='\u{feff}' id='W5M0MpCehiHzreSzNTczkc9d'?>\n\
         <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <rdf:Description rdf:about='' photoshop:Credit='Ada / Tintype'{attribute}>\
         <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Boats &amp; nets</rdf:li></rdf:Alt></dc:title>\
         <dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Two boats at dawn</rdf:li></rdf:Alt></dc:description>\
         <dc:subject><rdf:Bag><rdf:li>boat</rdf:li><rdf:li>dawn</rdf:li><rdf:li>boat</rdf:li></rdf:Bag></dc:subject>\
         <dc:creator><rdf:Seq><rdf:li>Ada Artist</rdf:li></rdf:Seq></dc:creator>\
         <xmpRights:UsageTerms><rdf:Alt><rdf:li>Free to use</rdf:li></rdf:Alt></xmpRights:UsageTerms>\
         <cc:license rdf:resource='https://creativecommons.org/licenses/by/4.0/'/>{secret}\
         </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>"
    )
}

fn record(number: u8, value: &[u8]) -> Vec<u8> {
    [&[0x1C, 2, number][..], &(value.len() as u16).to_be_bytes(), value].concat()
}

/// Photoshop's resources with IPTC in them, ready for APP13.
pub fn photoshop(private: bool) -> Vec<u8> {
    let mut iptc = [
        record(5, b"Old title"),
        record(25, "caf\u{e9}".as_bytes()),
        record(80, b"Ada Artist"),
        record(120, b"Old caption"),
    ]
    .concat();
    if private {
        iptc.extend(
            [record(90, b"SECRETVILLE"), record(92, b"SECRETSTREET"), record(101, b"SECRETLAND")]
                .concat(),
        );
    }
    let resource = |id: u16, data: &[u8]| {
        let mut out =
            [b"8BIM", &id.to_be_bytes()[..], &[0, 0], &(data.len() as u32).to_be_bytes(), data]
                .concat();
        if data.len() % 2 == 1 {
            out.push(0);
        }
        out
    };
    let mut resources = [resource(0x0404, &iptc), resource(0x03ED, b"resolution")].concat();
    if private {
        resources.extend(resource(0x040C, b"THUMBNAIL-PIXELS"));
    }
    [b"Photoshop 3.0\0", &resources[..]].concat()
}

/// Puts a chunk before IEND.
pub fn png_with_chunk(png: &[u8], kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let end = png.len() - 12;
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&kind);
    hasher.update(data);
    [
        &png[..end],
        &(data.len() as u32).to_be_bytes(),
        &kind,
        data,
        &hasher.finalize().to_be_bytes(),
        &png[end..],
    ]
    .concat()
}

/// An uncompressed iTXt chunk with an XMP packet.
pub fn png_xmp(packet: &str) -> Vec<u8> {
    [b"XML:com.adobe.xmp\0\0\0\0\0", packet.as_bytes()].concat()
}

/// Wraps a simple WebP in VP8X and adds metadata chunks.
pub fn webp_with_chunks(
    webp: &[u8],
    width: u32,
    height: u32,
    chunks: &[(&[u8; 4], Vec<u8>)],
) -> Vec<u8> {
    let mut body = b"WEBPVP8X\x0A\0\0\0\x0C\0\0\0".to_vec();
    body.extend(&(width - 1).to_le_bytes()[..3]);
    body.extend(&(height - 1).to_le_bytes()[..3]);
    body.extend(&webp[12..]);
    for (kind, data) in chunks {
        body.extend(*kind);
        body.extend((data.len() as u32).to_le_bytes());
        body.extend(data);
        if data.len() % 2 == 1 {
            body.push(0);
        }
    }
    [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
}

/// Whether a text stands anywhere in some bytes.
pub fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
