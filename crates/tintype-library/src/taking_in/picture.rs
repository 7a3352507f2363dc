//! What the darkroom makes of an upload before anything is written down.

use bytes::Bytes;
use tintype_domain::{Checksum, MediaType};
use tintype_imaging::{
    DecodeLimits, Format, Ingested, Metadata, PictureError, cut_private, ingest, read_sidecar,
};

use super::upload::checksum_of;

/// An upload, decoded once.
pub(crate) struct Developed {
    pub(crate) media_type: MediaType,
    pub(crate) picture: Ingested,
    pub(crate) metadata: Metadata,
    pub(crate) master: Bytes,
    pub(crate) public: Option<CutOriginal>,
}

/// A public original that differs from the upload.
pub(crate) struct CutOriginal {
    pub(crate) bytes: Bytes,
    pub(crate) checksum: Checksum,
    pub(crate) media_type: MediaType,
}

/// Decodes, analyses and cuts. Pure work for a blocking thread.
pub(crate) fn develop(
    bytes: &[u8],
    limits: &DecodeLimits,
    shares_place: bool,
    sidecar: Option<&[u8]>,
) -> Result<Developed, PictureError> {
    let mut picture = ingest(bytes, limits)?;
    let master = Bytes::from(std::mem::take(&mut picture.master.bytes));
    let own = std::mem::take(&mut picture.metadata);
    // The sidecar is what its owner wrote last, so it goes before the file's own words.
    let metadata = match sidecar {
        Some(xmp) => read_sidecar(xmp).merge(own),
        None => own,
    };
    let master_format = picture.master.format;
    let public = if shares_place { None } else { cut(bytes, (&master, master_format))? };
    Ok(Developed { media_type: media_type(picture.format), picture, metadata, master, public })
}

/// The public original: the upload with what is private cut out, or, where a format cannot be
/// cut without loss, the master in its place. `None` when there was nothing to cut.
fn cut(bytes: &[u8], master: (&Bytes, Format)) -> Result<Option<CutOriginal>, PictureError> {
    let format = Format::sniff(bytes).ok_or(PictureError::NotAPicture)?;
    let (bytes, format) = match cut_private(bytes, format) {
        Ok(None) => return Ok(None),
        Ok(Some(cut)) => (Bytes::from(cut), format),
        Err(PictureError::Unsupported { .. }) => (master.0.clone(), master.1),
        Err(error) => return Err(error),
    };
    let (checksum, media_type) = (checksum_of(&bytes), media_type(format));
    Ok(Some(CutOriginal { bytes, checksum, media_type }))
}

/// Cuts an upload that was taken in before.
pub(crate) fn cut_afresh(
    original: &[u8],
    master: &Bytes,
) -> Result<Option<CutOriginal>, PictureError> {
    let format = Format::sniff(master).ok_or(PictureError::NotAPicture)?;
    cut(original, (master, format))
}

pub(crate) const fn media_type(format: Format) -> MediaType {
    match format {
        Format::Jpeg => MediaType::Jpeg,
        Format::Png => MediaType::Png,
        Format::WebP => MediaType::WebP,
        Format::Gif => MediaType::Gif,
        Format::Avif => MediaType::Avif,
        Format::Jxl => MediaType::Jxl,
    }
}

pub(crate) const fn format(media_type: MediaType) -> Format {
    match media_type {
        MediaType::Jpeg => Format::Jpeg,
        MediaType::Png => Format::Png,
        MediaType::WebP => Format::WebP,
        MediaType::Gif => Format::Gif,
        MediaType::Avif => Format::Avif,
        MediaType::Jxl => Format::Jxl,
    }
}
