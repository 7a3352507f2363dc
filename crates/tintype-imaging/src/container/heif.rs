//! The items of an AVIF file: which pieces there are, where they lie, what is said about them.

use std::ops::Range;

use super::bmff::{Boxes, Numbers, full_box};

/// The tables of the `meta` box, as far as pictures and their metadata need them.
#[derive(Debug, Default)]
pub(crate) struct Items<'a> {
    /// The item that is the picture.
    pub(crate) primary: u32,
    kinds: Vec<Info<'a>>,
    locations: Vec<Location>,
    properties: Vec<([u8; 4], &'a [u8])>,
    associations: Vec<(u32, Vec<usize>)>,
    references: Vec<Reference>,
}

/// Number, kind and content type of an item.
type Info<'a> = (u32, [u8; 4], &'a [u8]);
/// An item and its pieces.
type Location = (u32, Vec<Range<usize>>);
/// The way of referring, from which item, to which ones.
type Reference = ([u8; 4], u32, Vec<u32>);

impl<'a> Items<'a> {
    /// Reads the tables; `None` when there are none or they contradict the file.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Self> {
        let meta_box = Boxes::new(bytes).find(|found| &found.kind == b"meta")?;
        let (_, _, meta) = full_box(meta_box.data)?;
        let meta_start = meta_box.range.start + 4;
        let mut items = Self::default();
        let mut idat = 0;
        for found in Boxes::new(meta) {
            match &found.kind {
                b"pitm" => items.primary = primary(found.data)?,
                b"iinf" => items.kinds = infos(found.data)?,
                b"iprp" => items.read_properties(found.data)?,
                b"iref" => items.references = references(found.data)?,
                b"idat" => idat = meta_start + found.range.start,
                _ => {}
            }
        }
        let iloc = Boxes::find_kind(meta, *b"iloc")?;
        items.locations = locations(iloc, idat, bytes.len())?;
        Some(items)
    }

    /// Items of a kind: their number and, for `mime` items, their content type.
    pub(crate) fn of_kind(&self, kind: [u8; 4]) -> impl Iterator<Item = (u32, &'a [u8])> {
        self.kinds
            .iter()
            .filter(move |(_, found, _)| *found == kind)
            .map(|(id, _, mime)| (*id, *mime))
    }

    /// Where an item's pieces lie in the file.
    pub(crate) fn pieces(&self, item: u32) -> &[Range<usize>] {
        self.locations.iter().find(|(id, _)| *id == item).map_or(&[], |(_, pieces)| pieces)
    }

    /// An item's contents, put together from its pieces.
    pub(crate) fn contents(&self, bytes: &[u8], item: u32) -> Vec<u8> {
        self.pieces(item).iter().flat_map(|piece| &bytes[piece.clone()]).copied().collect()
    }

    /// The first property of a kind that an item has.
    pub(crate) fn property(&self, item: u32, kind: [u8; 4]) -> Option<&'a [u8]> {
        self.properties_of(item).find(|(found, _)| *found == kind).map(|(_, data)| data)
    }

    /// All properties of an item, in their order.
    pub(crate) fn properties_of(&self, item: u32) -> impl Iterator<Item = ([u8; 4], &'a [u8])> {
        let listed = self.associations.iter().find(|(id, _)| *id == item);
        let indexes = listed.map_or(&[][..], |(_, indexes)| indexes);
        indexes.iter().filter_map(|index| self.properties.get(index.checked_sub(1)?).copied())
    }

    /// The items that refer to `item` in that way.
    pub(crate) fn referring(&self, kind: [u8; 4], item: u32) -> impl Iterator<Item = u32> {
        let matching = move |(found, _, to): &&Reference| *found == kind && to.contains(&item);
        self.references.iter().filter(matching).map(|(_, from, _)| *from)
    }

    fn read_properties(&mut self, iprp: &'a [u8]) -> Option<()> {
        for found in Boxes::new(iprp) {
            match &found.kind {
                b"ipco" => {
                    self.properties = Boxes::new(found.data)
                        .take(MOST_ITEMS)
                        .map(|property| (property.kind, property.data))
                        .collect();
                }
                b"ipma" => self.associations.extend(associations(found.data)?),
                _ => {}
            }
        }
        Some(())
    }
}

fn primary(data: &[u8]) -> Option<u32> {
    let (version, _, body) = full_box(data)?;
    Numbers(body).number(id_size(version, 1)).map(|id| id as u32)
}

fn infos(data: &[u8]) -> Option<Vec<Info<'_>>> {
    let (version, _, body) = full_box(data)?;
    let entries = body.get(if version == 0 { 2 } else { 4 }..)?;
    Some(Boxes::new(entries).take(MOST_ITEMS).filter_map(|entry| info(entry.data)).collect())
}

fn info(data: &[u8]) -> Option<Info<'_>> {
    let (version, _, body) = full_box(data)?;
    let mut numbers = Numbers(body);
    let id = numbers.number(if version >= 3 { 4 } else { 2 })? as u32;
    numbers.short()?;
    let kind = *numbers.take(4)?.first_chunk()?;
    // The item's name stands before its content type.
    let mime = numbers.0.split(|byte| *byte == 0).nth(1).unwrap_or_default();
    Some((id, kind, mime))
}

fn locations(data: &[u8], idat: usize, length: usize) -> Option<Vec<Location>> {
    let (version, _, body) = full_box(data)?;
    let mut numbers = Numbers(body);
    let sizes = numbers.short()?;
    let [offset_size, length_size, base_size, index_size] =
        [12, 8, 4, 0].map(|shift| (sizes >> shift & 15) as usize);
    let index_size = if version == 0 { 0 } else { index_size };
    if [offset_size, length_size, base_size, index_size].iter().any(|size| *size > 8) {
        return None;
    }
    let count = numbers.number(id_size(version, 2))? as usize;
    let mut found = Vec::new();
    for _ in 0..count.min(MOST_ITEMS) {
        let id = numbers.number(id_size(version, 2))? as u32;
        let method = if version == 0 { 0 } else { numbers.short()? & 15 };
        numbers.short()?;
        let base = numbers.number(base_size)?;
        let extents = numbers.short()? as usize;
        let mut pieces = Vec::new();
        for _ in 0..extents.min(MOST_ITEMS) {
            numbers.number(index_size)?;
            let offset = base.checked_add(numbers.number(offset_size)?)?;
            let extent = numbers.number(length_size)?;
            let origin = if method == 1 { idat } else { 0 };
            let start = usize::try_from(offset).ok()?.checked_add(origin)?;
            let end = match extent {
                0 => length,
                extent => start.checked_add(usize::try_from(extent).ok()?)?,
            };
            if method <= 1 && start <= end && end <= length {
                pieces.push(start..end);
            }
        }
        found.push((id, pieces));
    }
    Some(found)
}

fn associations(data: &[u8]) -> Option<Vec<(u32, Vec<usize>)>> {
    let (version, flags, body) = full_box(data)?;
    let mut numbers = Numbers(body);
    let count = numbers.long()? as usize;
    let mut found = Vec::new();
    for _ in 0..count.min(MOST_ITEMS) {
        let id = numbers.number(id_size(version, 1))? as u32;
        let indexes = (0..numbers.number(1)?)
            .map(|_| match flags & 1 {
                // The top bit says that the property is essential.
                1 => numbers.number(2).map(|index| index as usize & 0x7FFF),
                _ => numbers.number(1).map(|index| index as usize & 0x7F),
            })
            .collect::<Option<Vec<usize>>>()?;
        found.push((id, indexes));
    }
    Some(found)
}

fn references(data: &[u8]) -> Option<Vec<Reference>> {
    let (version, _, body) = full_box(data)?;
    let size = id_size(version, 1);
    Boxes::new(body)
        .take(MOST_ITEMS)
        .map(|found| {
            let mut numbers = Numbers(found.data);
            let from = numbers.number(size)? as u32;
            let count = numbers.short()?;
            let to = (0..count).map(|_| numbers.number(size).map(|id| id as u32));
            Some((found.kind, from, to.collect::<Option<Vec<u32>>>()?))
        })
        .collect()
}

/// Item numbers grow from two bytes to four at some version of each table.
fn id_size(version: u8, wide_from: u8) -> usize {
    if version >= wide_from { 4 } else { 2 }
}

const MOST_ITEMS: usize = 4096;
