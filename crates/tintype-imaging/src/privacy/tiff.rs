//! EXIF: the private fields go, the others are written into a new, tidy structure.

use super::Cut;

/// Cuts a TIFF structure. One that cannot be read is dropped.
pub(super) fn cut(tiff: &[u8]) -> Cut {
    let Some(mut tree) = Tree::read(tiff) else { return Cut::Drop };
    if !tree.drop_private() {
        return Cut::Keep;
    }
    if tree.main.entries.is_empty() { Cut::Drop } else { Cut::Replace(tree.write()) }
}

/// The directories of a TIFF structure, thumbnails and places left aside.
struct Tree {
    order: Order,
    main: Directory,
    has_thumbnail: bool,
}

/// One directory.
#[derive(Default)]
struct Directory {
    entries: Vec<Entry>,
}

/// One field: its value as it stands in the file, or a directory of its own.
struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    value: Vec<u8>,
    child: Option<Directory>,
}

/// Which byte of a number comes first.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn short(self, bytes: &[u8]) -> Option<u16> {
        let bytes = *bytes.first_chunk()?;
        Some(match self {
            Self::Little => u16::from_le_bytes(bytes),
            Self::Big => u16::from_be_bytes(bytes),
        })
    }

    fn long(self, bytes: &[u8]) -> Option<u32> {
        let bytes = *bytes.first_chunk()?;
        Some(match self {
            Self::Little => u32::from_le_bytes(bytes),
            Self::Big => u32::from_be_bytes(bytes),
        })
    }

    fn put_short(self, out: &mut Vec<u8>, number: u16) {
        out.extend(match self {
            Self::Little => number.to_le_bytes(),
            Self::Big => number.to_be_bytes(),
        });
    }

    fn put_long(self, out: &mut Vec<u8>, number: u32) {
        out.extend(match self {
            Self::Little => number.to_le_bytes(),
            Self::Big => number.to_be_bytes(),
        });
    }
}

impl Tree {
    fn read(tiff: &[u8]) -> Option<Self> {
        let order = match tiff.get(..4)? {
            b"II\x2A\0" => Order::Little,
            b"MM\0\x2A" => Order::Big,
            _ => return None,
        };
        let mut reader = Reader { tiff, order, budget: 4 * tiff.len() };
        let (main, next) = reader.directory(order.long(&tiff[4..])?, 0)?;
        Some(Self { order, main, has_thumbnail: next != 0 })
    }

    /// Says whether anything was private.
    fn drop_private(&mut self) -> bool {
        let found = self.main.drop_private() || self.has_thumbnail;
        self.has_thumbnail = false;
        found
    }

    fn write(&self) -> Vec<u8> {
        let mut out = match self.order {
            Order::Little => b"II\x2A\0".to_vec(),
            Order::Big => b"MM\0\x2A".to_vec(),
        };
        self.order.put_long(&mut out, 8);
        self.main.write(self.order, &mut out);
        out
    }
}

struct Reader<'a> {
    tiff: &'a [u8],
    order: Order,
    /// Entries may share their bytes in the file; the copies are bounded.
    budget: usize,
}

impl Reader<'_> {
    /// A directory, and where the next one lies.
    fn directory(&mut self, offset: u32, depth: usize) -> Option<(Directory, u32)> {
        let bytes = self.tiff.get(offset as usize..)?;
        let count = usize::from(self.order.short(bytes)?);
        let table = bytes.get(2..2 + count * ENTRY_LENGTH)?;
        let entries = table
            .chunks_exact(ENTRY_LENGTH)
            .map(|entry| self.entry(entry, depth))
            .collect::<Option<Vec<Entry>>>()?;
        // Some writers forget the offset of the next directory.
        let next = bytes.get(2 + count * ENTRY_LENGTH..).and_then(|rest| self.order.long(rest));
        Some((Directory { entries }, next.unwrap_or(0)))
    }

    fn entry(&mut self, bytes: &[u8], depth: usize) -> Option<Entry> {
        let (tag, kind) = (self.order.short(bytes)?, self.order.short(&bytes[2..])?);
        let count = self.order.long(&bytes[4..])?;
        // What goes anyway need not be readable: maker notes often are not.
        if is_private(tag) {
            return Some(Entry { tag, kind, count, value: Vec::new(), child: None });
        }
        if is_directory(tag) {
            let offset = self.order.long(&bytes[8..])?;
            let (child, _) =
                if depth < MOST_DEPTH { self.directory(offset, depth + 1)? } else { return None };
            return Some(Entry { tag, kind, count, value: Vec::new(), child: Some(child) });
        }
        let length = size_of(kind)?.checked_mul(count as usize)?;
        let value = if length <= 4 {
            bytes[8..8 + length].to_vec()
        } else {
            let start = self.order.long(&bytes[8..])? as usize;
            self.budget = self.budget.checked_sub(length)?;
            self.tiff.get(start..start.checked_add(length)?)?.to_vec()
        };
        Some(Entry { tag, kind, count, value, child: None })
    }
}

impl Directory {
    fn drop_private(&mut self) -> bool {
        let before = self.entries.len();
        self.entries.retain(|entry| !is_private(entry.tag));
        let mut found = self.entries.len() < before;
        for child in self.entries.iter_mut().filter_map(|entry| entry.child.as_mut()) {
            found |= child.drop_private();
        }
        found
    }

    /// Writes the table, then what does not fit into it.
    fn write(&self, order: Order, out: &mut Vec<u8>) {
        let table_length = 2 + self.entries.len() * ENTRY_LENGTH + 4;
        let mut values_at = out.len() + table_length;
        let mut table = Vec::with_capacity(table_length);
        let mut values = Vec::new();
        order.put_short(&mut table, self.entries.len() as u16);
        for entry in &self.entries {
            order.put_short(&mut table, entry.tag);
            order.put_short(&mut table, entry.kind);
            order.put_long(&mut table, entry.count);
            let mut value = entry.value.clone();
            if let Some(child) = &entry.child {
                value = child.written_at(order, values_at);
            }
            if entry.child.is_none() && value.len() <= 4 {
                value.resize(4, 0);
                table.extend(value);
                continue;
            }
            order.put_long(&mut table, values_at as u32);
            // Values begin at even places.
            value.resize(value.len().next_multiple_of(2), 0);
            values_at += value.len();
            values.extend(value);
        }
        order.put_long(&mut table, 0);
        out.extend(table);
        out.extend(values);
    }

    /// The bytes of a directory that will begin at `at`.
    fn written_at(&self, order: Order, at: usize) -> Vec<u8> {
        let mut out = vec![0; at];
        self.write(order, &mut out);
        out.split_off(at)
    }
}

/// Place, serial numbers, owner, maker notes, embedded previews, and other packets with the same inside.
fn is_private(tag: u16) -> bool {
    const PRIVATE: [u16; 13] = [
        0x014A, // smaller versions of the picture
        0x02BC, // XMP
        0x83BB, // IPTC
        0x8649, // Photoshop's resources
        0x8825, // GPS
        0x927C, // maker note
        0xA430, // owner
        0xA431, // body serial number
        0xA435, // lens serial number
        0xC62F, // camera serial number
        0xC634, // private data of DNG, a maker note
        0xC68B, // original file name, often with a path
        0xC6D2, // Panasonic's title and owner
    ];
    PRIVATE.contains(&tag)
}

/// Fields whose value is the place of another directory: EXIF and interoperability.
fn is_directory(tag: u16) -> bool {
    matches!(tag, 0x8769 | 0xA005)
}

fn size_of(kind: u16) -> Option<usize> {
    Some(match kind {
        1 | 2 | 6 | 7 | 129 => 1,
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 => 8,
        _ => return None,
    })
}

const ENTRY_LENGTH: usize = 12;
const MOST_DEPTH: usize = 3;
