//! IPTC: the older form of title, keywords and creator, inside a Photoshop resource.

use crate::people::photographer;
use crate::scene::Scene;

/// The APP13 segment of a scene.
pub(super) fn segment(scene: &Scene) -> Vec<u8> {
    let records = records(scene);
    let mut bytes = b"Photoshop 3.0\08BIM\x04\x04\0\0".to_vec();
    bytes.extend((records.len() as u32).to_be_bytes());
    bytes.extend(&records);
    if records.len() % 2 == 1 {
        bytes.push(0);
    }
    bytes
}

fn records(scene: &Scene) -> Vec<u8> {
    // The first record says that the text is UTF-8.
    let mut bytes = vec![0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47];
    add(&mut bytes, 5, scene.title);
    for tag in scene.tags {
        add(&mut bytes, 25, tag);
    }
    if let Some(person) = photographer(scene.photographer) {
        add(&mut bytes, 80, &format!("{} {}", person.first_name, person.last_name));
    }
    add(&mut bytes, 92, scene.place.name);
    if let Some(city) = scene.place.city {
        add(&mut bytes, 90, city);
    }
    add(&mut bytes, 101, scene.place.country);
    add(&mut bytes, 120, scene.description.unwrap_or(scene.alt_description));
    bytes
}

fn add(bytes: &mut Vec<u8>, field: u8, text: &str) {
    bytes.extend([0x1c, 2, field]);
    bytes.extend((text.len() as u16).to_be_bytes());
    bytes.extend(text.as_bytes());
}
