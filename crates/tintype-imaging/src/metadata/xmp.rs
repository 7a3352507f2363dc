//! XMP: an RDF packet, read by property name.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::exif::{decimal_text, exposure_text};
use super::{Metadata, TakenAt, clean};

/// Reads the properties that we know; of a broken packet as much as can be read.
pub(super) fn read(packet: &[u8]) -> Metadata {
    let text = String::from_utf8_lossy(packet);
    let mut found = Metadata::default();
    let mut angles = (None, None);
    for (name, value) in properties(&text) {
        match name.as_str() {
            "exif:GPSLatitude" => angles.0 = angle(&value, 'S', 90.0),
            "exif:GPSLongitude" => angles.1 = angle(&value, 'W', 180.0),
            _ => set(&mut found, &name, value),
        }
    }
    if let (Some(latitude), Some(longitude)) = angles {
        found.latitude = Some(latitude);
        found.longitude = Some(longitude);
    }
    found
}

fn set(found: &mut Metadata, name: &str, value: String) {
    let slot = match name {
        "dc:title" => &mut found.title,
        "dc:description" => &mut found.caption,
        "Iptc4xmpCore:AltTextAccessibility" => &mut found.alt_text,
        "dc:creator" => &mut found.creator,
        "dc:rights" => &mut found.copyright,
        "photoshop:Credit" => &mut found.credit,
        "cc:license" | "xmpRights:WebStatement" => &mut found.license_url,
        "xmpRights:UsageTerms" => &mut found.usage_terms,
        "Iptc4xmpCore:Location" | "Iptc4xmpExt:Sublocation" => &mut found.place.name,
        "photoshop:City" | "Iptc4xmpExt:City" => &mut found.place.city,
        "photoshop:State" | "Iptc4xmpExt:ProvinceState" => &mut found.place.state,
        "photoshop:Country" | "Iptc4xmpExt:CountryName" => &mut found.place.country,
        "tiff:Make" => &mut found.make,
        "tiff:Model" => &mut found.model,
        "exifEX:LensModel" | "aux:Lens" => &mut found.lens,
        _ => return set_other(found, name, &value),
    };
    slot.get_or_insert(value);
}

fn set_other(found: &mut Metadata, name: &str, value: &str) {
    match name {
        "dc:subject" => found.keywords.push(value.to_owned()),
        "photoshop:Headline" if found.title.is_none() => found.title = Some(value.to_owned()),
        "exif:ExposureTime" => found.exposure_time = ratio(value).and_then(exposure_text),
        "exif:FNumber" => found.aperture = ratio(value).and_then(decimal_text),
        "exif:FocalLength" => found.focal_length = ratio(value).and_then(decimal_text),
        "exif:ISOSpeedRatings" | "exifEX:PhotographicSensitivity" => {
            found.iso = value.parse().ok().filter(|iso| *iso > 0).or(found.iso);
        }
        "exif:DateTimeOriginal" | "photoshop:DateCreated" | "xmp:CreateDate" => {
            found.taken_at = found.taken_at.or_else(|| TakenAt::from_xmp(value));
        }
        _ => {}
    }
}

/// Every property with every value of it, in order: attributes, texts, list items.
fn properties(text: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut found = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut value = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof | Event::DocType(_) => break,
            Event::Start(start) => {
                note_attributes(&start, &path, &mut found);
                path.push(name_of(&start));
                value.clear();
            }
            Event::Empty(start) => note_attributes(&start, &path, &mut found),
            Event::Text(part) => value.push_str(&part.into_inner()),
            Event::CData(part) => value.push_str(&part.into_inner()),
            Event::GeneralRef(reference) => value.extend(letter(&reference)),
            Event::End(_) => {
                note(&path, &value, &mut found);
                path.pop();
                value.clear();
            }
            _ => {}
        }
        if found.len() > MOST_PROPERTIES || path.len() > MOST_DEPTH || value.len() > MOST_VALUE {
            break;
        }
    }
    found
}

fn name_of(start: &BytesStart<'_>) -> String {
    start.name().0.to_owned()
}

/// The property is the nearest name around that is not RDF's own.
fn note(path: &[String], value: &str, found: &mut Vec<(String, String)>) {
    let name = path.iter().rev().find(|name| !name.starts_with("rdf:") && *name != "x:xmpmeta");
    if let (Some(name), Some(value)) = (name, clean(value)) {
        found.push((name.clone(), value));
    }
}

fn note_attributes(start: &BytesStart<'_>, path: &[String], found: &mut Vec<(String, String)>) {
    let own = name_of(start);
    for attribute in start.attributes().with_checks(false).flatten().take(MOST_PROPERTIES) {
        let name = attribute.key.0.to_owned();
        let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) else {
            continue;
        };
        match name.as_str() {
            // `<cc:license rdf:resource="…"/>`: the value stands in RDF's attribute.
            "rdf:resource" => {
                let around: Vec<String> = path.iter().chain([&own]).cloned().collect();
                note(&around, &value, found);
            }
            name if name.starts_with("xmlns")
                || name.starts_with("rdf:")
                || name.starts_with("xml:") => {}
            _ => found.extend(clean(&value).map(|value| (name, value))),
        }
    }
}

fn letter(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// `52,30.5N` or `52,30,30N`.
fn angle(value: &str, negative: char, most: f64) -> Option<f64> {
    let side = value.chars().last()?.to_ascii_uppercase();
    let mut parts = value[..value.len() - side.len_utf8()].split(',');
    let mut part = || parts.next().map(|part| part.trim().parse::<f64>());
    let degrees = part()?.ok()?;
    let minutes = part().transpose().ok()?.unwrap_or(0.0);
    let seconds = part().transpose().ok()?.unwrap_or(0.0);
    let value = degrees + minutes / 60.0 + seconds / 3600.0;
    (value.is_finite() && (0.0..=most).contains(&value)).then_some(if side == negative {
        -value
    } else {
        value
    })
}

/// `1/250` or `35`.
fn ratio(value: &str) -> Option<(u32, u32)> {
    match value.split_once('/') {
        Some((num, denom)) => Some((num.trim().parse().ok()?, denom.trim().parse().ok()?)),
        None => value.parse::<f64>().ok().map(|value| ((value * 1000.0).round() as u32, 1000)),
    }
}

const MOST_PROPERTIES: usize = 2000;
const MOST_DEPTH: usize = 64;
const MOST_VALUE: usize = 64 << 10;
