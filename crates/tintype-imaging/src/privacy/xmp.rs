//! XMP: private properties go, everything else stays letter for letter.

use std::fmt::Write;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Cut;

/// Cuts a packet. One that cannot be read is dropped.
pub(super) fn cut(packet: &[u8]) -> Cut {
    cut_with(packet, is_private)
}

/// Cuts a packet and also its pointer to an extension that is gone.
pub(super) fn cut_without_extension(packet: &[u8]) -> Cut {
    cut_with(packet, |name| name == "xmpNote:HasExtendedXMP" || is_private(name))
}

fn cut_with(packet: &[u8], is_private: fn(&str) -> bool) -> Cut {
    // Other encodings than UTF-8 are allowed and never seen.
    let Ok(text) = std::str::from_utf8(packet) else { return Cut::Drop };
    let text = text.trim_end_matches('\0');
    match Scissors::new(text, is_private).run() {
        Some(kept) if kept == text => Cut::Keep,
        Some(kept) => Cut::Replace(kept.into_bytes()),
        None => Cut::Drop,
    }
}

struct Scissors<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    is_private: fn(&str) -> bool,
    kept: String,
    /// How deep inside a private element we are.
    hidden: usize,
    depth: usize,
}

impl<'a> Scissors<'a> {
    fn new(text: &'a str, is_private: fn(&str) -> bool) -> Self {
        let reader = Reader::from_str(text);
        Self {
            text,
            reader,
            is_private,
            kept: String::with_capacity(text.len()),
            hidden: 0,
            depth: 0,
        }
    }

    fn run(mut self) -> Option<String> {
        loop {
            let start = self.reader.buffer_position() as usize;
            let event = self.reader.read_event().ok()?;
            let raw = self.text.get(start..self.reader.buffer_position() as usize)?;
            match event {
                Event::Eof => return (self.depth == 0).then_some(self.kept),
                // A document type can rename everything.
                Event::DocType(_) => return None,
                Event::Start(element) => self.start(&element, raw)?,
                Event::Empty(element) => self.empty(&element, raw)?,
                Event::End(_) => self.end(raw),
                _ => self.keep(raw),
            }
            if self.depth > MOST_DEPTH {
                return None;
            }
        }
    }

    fn keep(&mut self, raw: &str) {
        if self.hidden == 0 {
            self.kept.push_str(raw);
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, raw: &str) -> Option<()> {
        self.depth += 1;
        if self.hidden > 0 || (self.is_private)(element.name().0) {
            self.hidden += 1;
            return Some(());
        }
        let tag = self.tag(element, raw, ">")?;
        self.kept.push_str(&tag);
        Some(())
    }

    fn empty(&mut self, element: &BytesStart<'_>, raw: &str) -> Option<()> {
        if self.hidden == 0 && !(self.is_private)(element.name().0) {
            let tag = self.tag(element, raw, "/>")?;
            self.kept.push_str(&tag);
        }
        Some(())
    }

    fn end(&mut self, raw: &str) {
        self.depth = self.depth.saturating_sub(1);
        if self.hidden > 0 {
            self.hidden -= 1;
        } else {
            self.kept.push_str(raw);
        }
    }

    /// The tag as it stands, or without its private attributes.
    fn tag(&self, element: &BytesStart<'_>, raw: &str, end: &str) -> Option<String> {
        let mut tag = format!("<{}", element.name().0);
        let mut found = false;
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.ok()?;
            if (self.is_private)(attribute.key.0) {
                found = true;
                continue;
            }
            let quote = if attribute.value.contains('"') { '\'' } else { '"' };
            let (name, value) = (attribute.key.0, &attribute.value);
            // Writing to a String cannot fail.
            let _ = write!(tag, " {name}={quote}{value}{quote}");
        }
        Some(if found { tag + end } else { raw.to_owned() })
    }
}

/// Whether a property tells place, serial number, owner, or carries another picture. Prefixes can be chosen
/// freely, so the name behind them decides.
pub(super) fn is_private(name: &str) -> bool {
    const NAMES: [&str; 20] = [
        "city",
        "state",
        "country",
        "countrycode",
        "countryname",
        "location",
        "locationcreated",
        "locationshown",
        "locationname",
        "locationid",
        "sublocation",
        "provincestate",
        "worldregion",
        "ownername",
        "cameraownername",
        "makernote",
        "thumbnails",
        "latitude",
        "longitude",
        "altitude",
    ];
    const PARTS: [&str; 4] = ["serialnumber", "latitude", "longitude", "altitude"];
    const EMBEDDED: [&str; 4] = ["GImage:", "GDepth:", "GAudio:", "xmpGImg:"];
    let local = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
    local.starts_with("gps")
        || NAMES.contains(&local.as_str())
        || PARTS.iter().any(|part| local.contains(part))
        || EMBEDDED.iter().any(|prefix| name.starts_with(prefix))
}

const MOST_DEPTH: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_private_properties_go() {
        let packet = "<?xpacket begin='' id='x'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF>\
            <rdf:Description rdf:about='' exif:GPSLatitude='52,30N' tiff:Make=\"A &amp; B\" aux:SerialNumber='77'>\
            <photoshop:City>Oslo</photoshop:City><dc:title><rdf:Alt><rdf:li>Sea &lt;3</rdf:li></rdf:Alt></dc:title>\
            <Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li Iptc4xmpExt:City='Oslo'/></rdf:Bag></Iptc4xmpExt:LocationCreated>\
            </rdf:Description></rdf:RDF></x:xmpmeta>  <?xpacket end='w'?>";
        let expected = "<?xpacket begin='' id='x'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF>\
            <rdf:Description rdf:about=\"\" tiff:Make=\"A &amp; B\">\
            <dc:title><rdf:Alt><rdf:li>Sea &lt;3</rdf:li></rdf:Alt></dc:title>\
            </rdf:Description></rdf:RDF></x:xmpmeta>  <?xpacket end='w'?>";
        assert_eq!(cut(packet.as_bytes()), Cut::Replace(expected.as_bytes().to_vec()));
        assert_eq!(cut(expected.as_bytes()), Cut::Keep);
    }

    #[test]
    fn what_cannot_be_read_cannot_be_trusted() {
        for packet in ["<a><b></a>", "<a", "<!DOCTYPE x><a/>", "<a b=c d></a>"] {
            assert_eq!(cut(packet.as_bytes()), Cut::Drop, "{packet}");
        }
        assert_eq!(cut(b"\xFF\xFE<\0a\0/\0>\0"), Cut::Drop);
    }
}
