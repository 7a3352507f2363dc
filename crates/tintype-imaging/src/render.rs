//! A picture at the size and in the form that an address asks for.

use crate::{Format, ImageParams, PictureError};

/// The file that a rendering starts from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Master or original.
    pub bytes: &'a [u8],
    /// The kind of file.
    pub format: Format,
    /// Width and height of the *original* as it is looked at, after orientation.
    pub original_size: (u32, u32),
}

/// An encoded answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The picture, or text for `fm=json`, `fm=blurhash` and `palette`.
    pub bytes: Vec<u8>,
    /// Value of `Content-Type`.
    pub media_type: &'static str,
    /// Width in pixels of what was rendered.
    pub width: u32,
    /// Height in pixels of what was rendered.
    pub height: u32,
}

/// Which file suffices for a rendering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceChoice {
    /// The master of at most 2048 pixels.
    Master,
    /// The upload: more pixels are needed than the master has.
    Original,
}

/// Changes whenever the same parameters give other bytes; part of every image's ETag.
pub const ENGINE_VERSION: &str = "1";

/// Says whether the master is large enough for what is asked.
pub fn best_source(original_size: (u32, u32), params: &ImageParams) -> SourceChoice {
    let _ = (original_size, params);
    SourceChoice::Master
}

/// Most bytes that [`render`] allocates at once.
pub fn render_cost_bytes(source: &Source<'_>, params: &ImageParams) -> u64 {
    let _ = (source, params);
    0
}

/// Renders a picture.
pub fn render(source: &Source<'_>, params: &ImageParams) -> Result<Rendered, PictureError> {
    let _ = params;
    Err(PictureError::unsupported(source.format.media_type()))
}

/// Paints the picture of a photo that has no file, from its BlurHash.
pub fn paint_blurhash(
    hash: &str,
    original_size: (u32, u32),
    params: &ImageParams,
) -> Result<Rendered, PictureError> {
    let _ = (hash, original_size, params);
    Err(PictureError::NotAPicture)
}

/// A PNG of at most 10 pixels a side for `data:` addresses, shown while the picture loads.
pub fn blurhash_preview(hash: &str) -> Result<Vec<u8>, PictureError> {
    let _ = hash;
    Err(PictureError::NotAPicture)
}
