//! EXIF: what the camera wrote.

use exif::{Exif, Field, In, Rational, Reader, Tag, Value};

use super::{Metadata, TakenAt, clean};

/// Reads a TIFF structure; of a broken one as much as can be read.
pub(super) fn read(tiff: &[u8]) -> Metadata {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_raw(tiff.to_vec());
    let Ok(exif) = read.or_else(|error| error.distill_partial_result(|_| ())) else {
        return Metadata::default();
    };
    let position = position(&exif);
    Metadata {
        make: text(&exif, Tag::Make),
        model: text(&exif, Tag::Model),
        lens: text(&exif, Tag::LensModel),
        exposure_time: rational(&exif, Tag::ExposureTime).and_then(exposure_text),
        aperture: rational(&exif, Tag::FNumber).and_then(decimal_text),
        focal_length: rational(&exif, Tag::FocalLength).and_then(decimal_text),
        iso: number(&exif, Tag::PhotographicSensitivity).filter(|iso| *iso > 0),
        taken_at: taken_at(&exif),
        latitude: position.map(|(latitude, _)| latitude),
        longitude: position.map(|(_, longitude)| longitude),
        orientation: number(&exif, Tag::Orientation)
            .and_then(|number| u8::try_from(number).ok())
            .filter(|number| (1..=8).contains(number)),
        caption: text(&exif, Tag::ImageDescription).filter(|text| !is_camera_filler(text)),
        creator: text(&exif, Tag::Artist),
        copyright: text(&exif, Tag::Copyright),
        ..Metadata::default()
    }
}

/// Seconds as photographers write them.
pub(super) fn exposure_text((num, denom): (u32, u32)) -> Option<String> {
    if num == 0 || denom == 0 {
        return None;
    }
    let seconds = f64::from(num) / f64::from(denom);
    Some(match seconds {
        seconds if seconds >= 0.4 => trimmed(seconds),
        seconds => format!("1/{}", (1.0 / seconds).round()),
    })
}

/// One decimal place, as `3.5` and `30.0`.
pub(super) fn decimal_text((num, denom): (u32, u32)) -> Option<String> {
    (num > 0 && denom > 0).then(|| format!("{:.1}", f64::from(num) / f64::from(denom)))
}

fn trimmed(seconds: f64) -> String {
    let text = format!("{seconds:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn field(exif: &Exif, tag: Tag) -> Option<&Field> {
    exif.get_field(tag, In::PRIMARY)
}

fn text(exif: &Exif, tag: Tag) -> Option<String> {
    match &field(exif, tag)?.value {
        Value::Ascii(parts) => clean(&String::from_utf8_lossy(parts.first()?)),
        _ => None,
    }
}

fn number(exif: &Exif, tag: Tag) -> Option<u32> {
    field(exif, tag)?.value.get_uint(0)
}

fn rational(exif: &Exif, tag: Tag) -> Option<(u32, u32)> {
    match &field(exif, tag)?.value {
        Value::Rational(values) => values.first().map(|value| (value.num, value.denom)),
        _ => None,
    }
}

fn taken_at(exif: &Exif) -> Option<TakenAt> {
    let original =
        text(exif, Tag::DateTimeOriginal).map(|taken| (taken, text(exif, Tag::OffsetTimeOriginal)));
    let digitized = || {
        text(exif, Tag::DateTimeDigitized)
            .map(|taken| (taken, text(exif, Tag::OffsetTimeDigitized)))
    };
    let (taken, offset) = original.or_else(digitized)?;
    TakenAt::from_exif(&taken, offset.as_deref())
}

fn position(exif: &Exif) -> Option<(f64, f64)> {
    let latitude = angle(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, "S", 90.0)?;
    let longitude = angle(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, "W", 180.0)?;
    // Cameras without a fix write zeros.
    (latitude != 0.0 || longitude != 0.0).then_some((latitude, longitude))
}

fn angle(exif: &Exif, tag: Tag, side_tag: Tag, negative: &str, most: f64) -> Option<f64> {
    let Value::Rational(parts) = &field(exif, tag)?.value else { return None };
    let part = |part: &Rational| (part.denom != 0).then(|| part.to_f64());
    let degrees = part(parts.first()?)?;
    let minutes = parts.get(1).and_then(part).unwrap_or(0.0);
    let seconds = parts.get(2).and_then(part).unwrap_or(0.0);
    let value = degrees + minutes / 60.0 + seconds / 3600.0;
    let is_negative = text(exif, side_tag).is_some_and(|side| side.eq_ignore_ascii_case(negative));
    (value <= most).then_some(if is_negative { -value } else { value })
}

/// Some cameras fill the description with their own name.
fn is_camera_filler(text: &str) -> bool {
    const FILLERS: [&str; 5] =
        ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "KONICA MINOLTA DIGITAL CAMERA", "SAMSUNG", "DCIM"];
    FILLERS.contains(&text)
}
