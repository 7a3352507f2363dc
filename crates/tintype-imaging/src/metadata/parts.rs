//! Where each format keeps its EXIF, XMP and IPTC.

use std::borrow::Cow;

use super::photoshop;
use crate::Format;
use crate::container::bmff::Boxes;
use crate::container::gif::{Block, Blocks};
use crate::container::heif::Items;
use crate::container::{jpeg, png, riff};

/// The metadata blocks of a file, in the order they stand.
#[derive(Debug, Default)]
pub(crate) struct Parts<'a> {
    /// TIFF structures.
    pub(crate) exif: Vec<Cow<'a, [u8]>>,
    /// XML packets.
    pub(crate) xmp: Vec<Cow<'a, [u8]>>,
    /// IPTC-IIM records.
    pub(crate) iptc: Vec<Cow<'a, [u8]>>,
}

impl<'a> Parts<'a> {
    /// Collects the blocks; those over the size limit are left out.
    pub(crate) fn of(bytes: &'a [u8], format: Format) -> Self {
        let mut parts = match format {
            Format::Jpeg => Self::of_jpeg(bytes),
            Format::Png => Self::of_png(bytes),
            Format::WebP => Self::of_webp(bytes),
            Format::Gif => Self::of_gif(bytes),
            Format::Avif => Self::of_avif(bytes),
            Format::Jxl => Self::of_jxl(bytes),
        };
        for blocks in [&mut parts.exif, &mut parts.xmp, &mut parts.iptc] {
            blocks.retain(|block| block.len() <= MOST_BLOCK);
            blocks.truncate(MOST_BLOCKS);
        }
        parts
    }

    fn of_jpeg(bytes: &'a [u8]) -> Self {
        let mut parts = Self::default();
        let mut resources: Vec<u8> = Vec::new();
        for segment in jpeg::Segments::new(bytes) {
            let payload = segment.payload;
            match segment.marker {
                jpeg::APP1 => {
                    if let Some(tiff) = payload.strip_prefix(jpeg::EXIF_TAG) {
                        parts.exif.push(tiff.into());
                    } else if let Some(packet) = payload.strip_prefix(jpeg::XMP_TAG) {
                        parts.xmp.push(packet.into());
                    }
                }
                jpeg::APP13 if resources.len() <= MOST_BLOCK => {
                    resources.extend(payload.strip_prefix(jpeg::PHOTOSHOP_TAG).unwrap_or_default());
                }
                _ => {}
            }
        }
        let records = photoshop::Resources::new(&resources)
            .filter(|resource| resource.id == photoshop::IPTC)
            .map(|resource| Cow::Owned(resource.data.to_vec()));
        parts.iptc.extend(records);
        parts
    }

    fn of_png(bytes: &'a [u8]) -> Self {
        let mut parts = Self::default();
        for chunk in png::Chunks::new(bytes) {
            match &chunk.kind {
                b"eXIf" => parts.exif.push(tiff_of(chunk.data)),
                b"iTXt" => {
                    let text = png::international_text(chunk.data, MOST_BLOCK);
                    let packet = text.filter(|text| text.keyword == PNG_XMP_KEYWORD);
                    parts.xmp.extend(packet.map(|text| text.text));
                }
                _ => {}
            }
        }
        parts
    }

    fn of_webp(bytes: &'a [u8]) -> Self {
        let mut parts = Self::default();
        for chunk in riff::Chunks::new(bytes) {
            match &chunk.kind {
                b"EXIF" => parts.exif.push(tiff_of(chunk.data)),
                b"XMP " => parts.xmp.push(chunk.data.into()),
                _ => {}
            }
        }
        parts
    }

    fn of_gif(bytes: &'a [u8]) -> Self {
        let packets = Blocks::new(bytes).filter_map(|block| match block {
            Block::Extension { label: 0xFF, first: GIF_XMP_NAME, range } => {
                gif_packet(&bytes[range]).map(Cow::Borrowed)
            }
            _ => None,
        });
        Self { xmp: packets.take(MOST_BLOCKS).collect(), ..Self::default() }
    }

    fn of_avif(bytes: &'a [u8]) -> Self {
        let Some(items) = Items::read(bytes) else { return Self::default() };
        let exif = items.of_kind(*b"Exif").map(|(item, _)| items.contents(bytes, item));
        let xmp = items
            .of_kind(*b"mime")
            .filter(|(_, mime)| *mime == XMP_MIME)
            .map(|(item, _)| items.contents(bytes, item));
        Self {
            exif: exif
                .filter_map(|block| behind_offset(&block).map(|t| t.to_vec().into()))
                .collect(),
            xmp: xmp.map(Cow::Owned).collect(),
            iptc: Vec::new(),
        }
    }

    fn of_jxl(bytes: &'a [u8]) -> Self {
        let mut parts = Self::default();
        for found in Boxes::new(bytes) {
            match &found.kind {
                b"Exif" => parts.exif.extend(behind_offset(found.data).map(Cow::Borrowed)),
                b"xml " => parts.xmp.push(found.data.into()),
                _ => {}
            }
        }
        parts
    }
}

/// A TIFF structure that some writers put the JPEG tag before.
fn tiff_of(data: &[u8]) -> Cow<'_, [u8]> {
    data.strip_prefix(jpeg::EXIF_TAG).unwrap_or(data).into()
}

/// An Exif box begins with the distance to its TIFF structure.
pub(crate) fn behind_offset(data: &[u8]) -> Option<&[u8]> {
    let distance = u32::from_be_bytes(*data.first_chunk()?) as usize;
    data.get(4_usize.checked_add(distance)?..)
}

/// The packet lies raw in its extension, before 258 bytes that lead block readers out of it.
pub(crate) fn gif_packet(extension: &[u8]) -> Option<&[u8]> {
    let end = extension.len().checked_sub(GIF_TRAILER_LENGTH)?;
    extension.get(GIF_PACKET_START..end)
}

pub(crate) const PNG_XMP_KEYWORD: &[u8] = b"XML:com.adobe.xmp";
pub(crate) const XMP_MIME: &[u8] = b"application/rdf+xml";
pub(crate) const GIF_XMP_NAME: &[u8] = b"XMP DataXMP";
const GIF_PACKET_START: usize = 14;
const GIF_TRAILER_LENGTH: usize = 258;
/// Longest block of metadata that is read.
pub(crate) const MOST_BLOCK: usize = 2 << 20;
const MOST_BLOCKS: usize = 8;
