//! What a photograph's file says about itself.

use exif::{In, Reader, Tag};
use tintype_scenery::{catalogue, photograph_sized, photographers};

#[test]
fn the_exif_of_every_photograph_can_be_read_back() {
    for scene in catalogue() {
        let file = photograph_sized(scene, 60);
        let exif = Reader::new().read_from_container(&mut std::io::Cursor::new(&file)).unwrap();
        let text = |tag| exif.get_field(tag, In::PRIMARY).unwrap().display_value().to_string();
        assert_eq!(text(Tag::Make), "\"Tintype\"");
        assert_eq!(text(Tag::Model), format!("\"{}\"", escaped(scene.camera.model)));
        let taken = &scene.taken_at;
        assert_eq!(text(Tag::DateTimeOriginal), format!("{} {}", &taken[..10], &taken[11..19]));
        assert_eq!(text(Tag::OffsetTimeOriginal), format!("\"{}\"", &taken[19..]));
        assert_eq!(text(Tag::PhotographicSensitivity), scene.camera.iso.to_string());
        assert_eq!(text(Tag::FNumber), scene.camera.aperture.to_string());
        let north = if scene.place.latitude < 0.0 { "S" } else { "N" };
        assert_eq!(text(Tag::GPSLatitudeRef), north);
        let degrees = format!("{} deg", scene.place.longitude.abs() as u32);
        assert!(text(Tag::GPSLongitude).starts_with(&degrees));
    }
}

#[test]
fn title_keywords_and_creator_stand_in_iptc_and_xmp() {
    let scene = &catalogue()[0];
    let file = photograph_sized(scene, 60);
    let holds =
        |text: &str| file.windows(text.len()).filter(|window| *window == text.as_bytes()).count();
    assert!(holds(scene.title) >= 3, "EXIF, IPTC and XMP");
    let person =
        photographers().iter().find(|person| person.username == scene.photographer).unwrap();
    assert!(holds(&format!("{} {}", person.first_name, person.last_name)) >= 3);
    assert!(holds("<rdf:li>nature</rdf:li>") == 1 && holds("\u{1c}\u{2}\u{19}\0\u{6}nature") == 1);
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii() { (byte as char).to_string() } else { format!("\\x{byte:02x}") }
            },
        )
        .collect()
}
