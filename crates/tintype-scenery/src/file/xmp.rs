//! XMP: title, keywords, creator, place and alt text as XML.

use std::fmt::Write;

use crate::people::photographer;
use crate::scene::Scene;

/// The APP1 segment of a scene.
pub(super) fn segment(scene: &Scene) -> Vec<u8> {
    let mut bytes = b"http://ns.adobe.com/xap/1.0/\0".to_vec();
    bytes.extend(packet(scene).into_bytes());
    bytes
}

fn packet(scene: &Scene) -> String {
    let mut text = String::from(HEAD);
    element(&mut text, "dc:title", &alternative(scene.title));
    if let Some(description) = scene.description {
        element(&mut text, "dc:description", &alternative(description));
    }
    element(&mut text, "Iptc4xmpCore:AltTextAccessibility", &alternative(scene.alt_description));
    let creator = photographer(scene.photographer)
        .map_or_else(String::new, |person| format!("{} {}", person.first_name, person.last_name));
    element(&mut text, "dc:creator", &format!("<rdf:Seq>{}</rdf:Seq>", item(&creator)));
    let tags: String = scene.tags.iter().map(|tag| item(tag)).collect();
    element(&mut text, "dc:subject", &format!("<rdf:Bag>{tags}</rdf:Bag>"));
    element(&mut text, "Iptc4xmpCore:Location", &escape(scene.place.name));
    if let Some(city) = scene.place.city {
        element(&mut text, "photoshop:City", &escape(city));
    }
    element(&mut text, "photoshop:Country", &escape(scene.place.country));
    element(&mut text, "photoshop:DateCreated", scene.taken_at);
    element(&mut text, "xmp:CreatorTool", "Tintype Scenery");
    text.push_str(TAIL);
    text
}

fn element(text: &mut String, name: &str, inside: &str) {
    writeln!(text, "<{name}>{inside}</{name}>").expect("writing to a string cannot fail");
}

fn alternative(value: &str) -> String {
    format!(r#"<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>"#, escape(value))
}

fn item(value: &str) -> String {
    format!("<rdf:li>{}</rdf:li>", escape(value))
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

const HEAD: &str = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
<rdf:Description rdf:about=\"\"
 xmlns:dc=\"http://purl.org/dc/elements/1.1/\"
 xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"
 xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\"
 xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">
";

const TAIL: &str = "</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end=\"w\"?>";
