//! A number that changes with a photo's document, so that `verify` can compare index and database.

use crate::PhotoDocument;
use crate::encode::tags;
use crate::palette::{Cell, cells};

/// The same for the same document, on every machine. The popularity is left out: it changes
/// without the index being told.
pub fn fingerprint(photo: &PhotoDocument) -> u64 {
    let mut hash = Fnv::new();
    hash.text(photo.id.as_str());
    for text in
        [&photo.title, &photo.description, &photo.alt_description, &photo.place, &photo.camera]
    {
        hash.optional(text.as_deref());
    }
    hash.list(tags(&photo.tags));
    for (language, said) in &photo.wordings {
        hash.text(language.code());
        for text in [&said.title, &said.description, &said.alt_description] {
            hash.optional(text.as_deref());
        }
        hash.list(tags(&said.tags));
    }
    hash.text(&photo.photographer);
    hash.text(photo.orientation().as_str());
    hash.list(photo.colors.iter().map(|color| color.as_str().to_owned()).collect());
    hash.list(cells(&photo.palette).into_iter().map(Cell::token).collect());
    hash.list(photo.collections.iter().map(ToString::to_string).collect());
    hash.list(photo.topics.iter().map(ToString::to_string).collect());
    hash.text(photo.owner.as_str());
    hash.text(photo.license.as_str());
    hash.number(u64::from(photo.is_sensitive));
    hash.number(photo.created_at.as_micros() as u64);
    hash.number(photo.promoted_at.map_or(u64::MAX, |time| time.as_micros() as u64));
    hash.0
}

/// FNV-1a, 64 bits; every item ends in a mark, so that neighbours cannot flow together.
struct Fnv(u64);

impl Fnv {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: impl IntoIterator<Item = u8>) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn number(&mut self, number: u64) {
        self.bytes(number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.bytes());
        self.bytes([0xff]);
    }

    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.bytes([0xfe]),
        }
    }

    fn list(&mut self, mut texts: Vec<String>) {
        texts.sort_unstable();
        for text in &texts {
            self.text(text);
        }
        self.bytes([0xfd]);
    }
}
