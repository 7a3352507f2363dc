//! IPTC-IIM: the words that news agencies have written into pictures since 1990.

use super::{Metadata, TakenAt, clean};

/// One field: record, number, value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    pub(crate) record: u8,
    pub(crate) number: u8,
    pub(crate) value: &'a [u8],
    /// Marker, numbers, length and value.
    pub(crate) whole: &'a [u8],
}

/// Walks fields; stops at the first malformed one.
pub(crate) struct Fields<'a>(pub(crate) &'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        let &[0x1C, record, number, high, low, ..] = self.0 else { return None };
        // Lengths over 32 kB have another form, which no field that we know needs.
        let length = usize::from(u16::from_be_bytes([high, low]));
        let (whole, rest) = self.0.split_at_checked(5 + length).filter(|_| high & 0x80 == 0)?;
        self.0 = rest;
        Some(Field { record, number, value: &whole[5..], whole })
    }
}

/// Reads the fields that we know.
pub(super) fn read(records: &[u8]) -> Metadata {
    let mut found = Metadata::default();
    let mut headline = None;
    let (mut date, mut time) = (None, None);
    for field in Fields(records).filter(|field| field.record == APPLICATION_RECORD) {
        let slot = match field.number {
            5 => &mut found.title,
            25 => {
                found.keywords.extend(text(field.value));
                continue;
            }
            55 => {
                date = std::str::from_utf8(field.value).ok();
                continue;
            }
            60 => {
                time = std::str::from_utf8(field.value).ok();
                continue;
            }
            80 => &mut found.creator,
            90 => &mut found.place.city,
            92 => &mut found.place.name,
            95 => &mut found.place.state,
            101 => &mut found.place.country,
            105 => &mut headline,
            110 => &mut found.credit,
            116 => &mut found.copyright,
            120 => &mut found.caption,
            _ => continue,
        };
        if slot.is_none() {
            *slot = text(field.value);
        }
    }
    found.title = found.title.or(headline);
    found.taken_at = date.and_then(|date| TakenAt::from_iptc(date, time));
    found
}

/// UTF-8 where it is, else Latin-1, as older programs wrote without saying so.
fn text(value: &[u8]) -> Option<String> {
    match std::str::from_utf8(value) {
        Ok(text) => clean(text),
        Err(_) => clean(&value.iter().map(|byte| char::from(*byte)).collect::<String>()),
    }
}

pub(crate) const APPLICATION_RECORD: u8 = 2;
