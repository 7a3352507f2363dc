//! EXIF: a small TIFF file inside the JPEG, written the way cameras write it.

use crate::people::photographer;
use crate::scene::Scene;

/// The APP1 segment of a scene.
pub(super) fn segment(scene: &Scene, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"Exif\0\0".to_vec();
    bytes.extend(tiff(scene, width, height));
    bytes
}

/// Three directories: the main one, the camera's, and the place.
fn tiff(scene: &Scene, width: u32, height: u32) -> Vec<u8> {
    let camera = camera(scene, width, height);
    let place = place(scene);
    let mut main = main(scene);
    // The pointers have their final size already, so the offsets can be told before writing.
    main.push(Entry::long(EXIF_POINTER, 0));
    main.push(Entry::long(GPS_POINTER, 0));
    let camera_at = HEADER + size(&main);
    let place_at = camera_at + size(&camera);
    let pointers = main.len() - 2;
    main[pointers] = Entry::long(EXIF_POINTER, camera_at);
    main[pointers + 1] = Entry::long(GPS_POINTER, place_at);
    let mut bytes = b"MM\0\x2a\0\0\0\x08".to_vec();
    for directory in [main, camera, place] {
        write(&mut bytes, &directory);
    }
    bytes
}

fn main(scene: &Scene) -> Vec<Entry> {
    let artist = photographer(scene.photographer)
        .map_or_else(String::new, |person| format!("{} {}", person.first_name, person.last_name));
    vec![
        Entry::text(0x010e, scene.title),
        Entry::text(0x010f, scene.camera.make),
        Entry::text(0x0110, scene.camera.model),
        Entry::short(0x0112, 1),
        Entry::rationals(0x011a, &[(300, 1)]),
        Entry::rationals(0x011b, &[(300, 1)]),
        Entry::short(0x0128, 2),
        Entry::text(0x0131, "Tintype Scenery"),
        Entry::text(0x0132, &date(scene.taken_at)),
        Entry::text(0x013b, &artist),
        Entry::text(0x8298, &format!("{artist}, rendered by Tintype")),
    ]
}

fn camera(scene: &Scene, width: u32, height: u32) -> Vec<Entry> {
    let camera = &scene.camera;
    let offset = &scene.taken_at[scene.taken_at.len().saturating_sub(6)..];
    vec![
        Entry::rationals(0x829a, &[exposure(camera.exposure_time)]),
        Entry::rationals(0x829d, &[tenths(camera.aperture)]),
        Entry::short(0x8827, camera.iso.min(65_535) as u16),
        Entry::undefined(0x9000, b"0232"),
        Entry::text(0x9003, &date(scene.taken_at)),
        Entry::text(0x9004, &date(scene.taken_at)),
        Entry::text(0x9010, offset),
        Entry::text(0x9011, offset),
        Entry::text(0x9012, offset),
        Entry::rationals(0x920a, &[tenths(camera.focal_length)]),
        Entry::short(0xa001, 1),
        Entry::long(0xa002, width),
        Entry::long(0xa003, height),
        Entry::text(0xa434, camera.lens),
    ]
}

fn place(scene: &Scene) -> Vec<Entry> {
    let place = &scene.place;
    let half =
        |positive: bool, yes: &'static str, no: &'static str| if positive { yes } else { no };
    vec![
        Entry { tag: 0x0000, kind: 1, count: 4, value: vec![2, 3, 0, 0] },
        Entry::text(0x0001, half(place.latitude >= 0.0, "N", "S")),
        Entry::rationals(0x0002, &degrees(place.latitude)),
        Entry::text(0x0003, half(place.longitude >= 0.0, "E", "W")),
        Entry::rationals(0x0004, &degrees(place.longitude)),
    ]
}

/// `2025-06-21T04:52:10+02:00` as EXIF writes it: `2025:06:21 04:52:10`.
fn date(taken_at: &str) -> String {
    taken_at
        .chars()
        .take(19)
        .enumerate()
        .map(|(i, c)| match (i, c) {
            (0..=9, '-') => ':',
            (_, 'T') => ' ',
            _ => c,
        })
        .collect()
}

/// `1/250`, `30` or `2.5` seconds as a fraction.
fn exposure(text: &str) -> (u32, u32) {
    match text.split_once('/') {
        Some((top, bottom)) => (top.parse().unwrap_or(1), bottom.parse().unwrap_or(1)),
        None => tenths(text.parse().unwrap_or(1.0)),
    }
}

fn tenths(value: f32) -> (u32, u32) {
    ((value * 10.0).round() as u32, 10)
}

fn degrees(value: f64) -> [(u32, u32); 3] {
    let value = value.abs();
    let minutes = value.fract() * 60.0;
    let seconds = (minutes.fract() * 6_000.0).round() as u32;
    [(value as u32, 1), (minutes as u32, 1), (seconds, 100)]
}

/// One field of a directory, big-endian.
struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    value: Vec<u8>,
}

impl Entry {
    fn text(tag: u16, text: &str) -> Self {
        let mut value = text.as_bytes().to_vec();
        value.push(0);
        Self { tag, kind: 2, count: value.len() as u32, value }
    }

    fn short(tag: u16, number: u16) -> Self {
        Self { tag, kind: 3, count: 1, value: number.to_be_bytes().to_vec() }
    }

    fn long(tag: u16, number: u32) -> Self {
        Self { tag, kind: 4, count: 1, value: number.to_be_bytes().to_vec() }
    }

    fn rationals(tag: u16, fractions: &[(u32, u32)]) -> Self {
        let value =
            fractions.iter().flat_map(|(top, bottom)| [top.to_be_bytes(), bottom.to_be_bytes()]);
        Self { tag, kind: 5, count: fractions.len() as u32, value: value.flatten().collect() }
    }

    fn undefined(tag: u16, bytes: &[u8]) -> Self {
        Self { tag, kind: 7, count: bytes.len() as u32, value: bytes.to_vec() }
    }

    /// What does not fit into the field itself is kept behind the directory, at even places.
    fn outside(&self) -> u32 {
        if self.value.len() > 4 { (self.value.len() as u32).next_multiple_of(2) } else { 0 }
    }
}

fn size(directory: &[Entry]) -> u32 {
    let outside: u32 = directory.iter().map(Entry::outside).sum();
    2 + directory.len() as u32 * 12 + 4 + outside
}

fn write(bytes: &mut Vec<u8>, directory: &[Entry]) {
    let mut outside_at = bytes.len() as u32 + 2 + directory.len() as u32 * 12 + 4;
    let mut outside = Vec::new();
    bytes.extend((directory.len() as u16).to_be_bytes());
    for entry in directory {
        bytes.extend(entry.tag.to_be_bytes());
        bytes.extend(entry.kind.to_be_bytes());
        bytes.extend(entry.count.to_be_bytes());
        if entry.outside() > 0 {
            bytes.extend(outside_at.to_be_bytes());
            outside.extend(&entry.value);
            outside.resize(outside.len().next_multiple_of(2), 0);
            outside_at += entry.outside();
        } else {
            let mut field = entry.value.clone();
            field.resize(4, 0);
            bytes.extend(field);
        }
    }
    bytes.extend([0; 4]);
    bytes.extend(outside);
}

const HEADER: u32 = 8;
const EXIF_POINTER: u16 = 0x8769;
const GPS_POINTER: u16 = 0x8825;
