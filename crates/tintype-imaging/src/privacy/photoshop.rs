//! Photoshop's resources: place goes out of IPTC, thumbnails and copies of EXIF and XMP go as a whole.

use super::Cut;
use crate::metadata::iptc::{APPLICATION_RECORD, Field, Fields};
use crate::metadata::photoshop::{IPTC, Resources, write_resource};

/// Cuts resources. What stands behind the last readable one goes.
pub(super) fn cut(bytes: &[u8]) -> Cut {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut resources = Resources::new(bytes);
    let mut found = false;
    for resource in resources.by_ref() {
        match resource.id {
            IPTC => match cut_iptc(resource.data) {
                None => kept.extend(resource.whole),
                Some(records) => {
                    found = true;
                    write_resource(&mut kept, IPTC, &records);
                }
            },
            id if DROPPED.contains(&id) => found = true,
            _ => kept.extend(resource.whole),
        }
    }
    found |= resources.rest().iter().any(|byte| *byte != 0);
    match (found, kept.is_empty()) {
        (false, _) => Cut::Keep,
        (true, true) => Cut::Drop,
        (true, false) => Cut::Replace(kept),
    }
}

/// The records without a place; `None` when there was none.
fn cut_iptc(records: &[u8]) -> Option<Vec<u8>> {
    let mut fields = Fields(records);
    let mut kept = Vec::with_capacity(records.len());
    let mut found = false;
    for field in fields.by_ref() {
        if is_place(&field) {
            found = true;
        } else {
            kept.extend(field.whole);
        }
    }
    found |= fields.0.iter().any(|byte| *byte != 0);
    found.then_some(kept)
}

fn is_place(field: &Field<'_>) -> bool {
    // Content location code and name, city, spot, state, country code and name.
    field.record == APPLICATION_RECORD && matches!(field.number, 26 | 27 | 90 | 92 | 95 | 100 | 101)
}

/// Two thumbnails, two of EXIF, XMP. The check sum of IPTC is a mere cache, but would be wrong.
const DROPPED: [u16; 6] = [0x0409, 0x040C, 0x0422, 0x0423, 0x0424, 0x0425];
