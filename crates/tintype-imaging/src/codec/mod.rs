//! From bytes to pixels and back, one file a format.

mod avif;
mod gif;
pub(crate) mod jpeg;
mod jpeg_fallback;
pub(crate) mod jpeg_out;
mod jxl;
mod png;
mod png_out;
mod webp;
mod webp_out;

pub(crate) use png_out::encode as encode_png;
pub(crate) use webp_out::{WebPQuality, encode as encode_webp};

use crate::picture::Picture;
use crate::{Format, Header, PictureError, guard};

/// A decoded picture, not yet turned upright nor converted to sRGB.
pub(crate) struct Decoded {
    /// The pixels, perhaps at a smaller scale.
    pub(crate) picture: Picture,
    /// The size that the picture has at full scale.
    pub(crate) size: (u32, u32),
    /// The colour profile that its numbers are meant in.
    pub(crate) icc: Option<Vec<u8>>,
    /// Whether the decoder has turned the picture upright already.
    pub(crate) is_upright: bool,
}

/// The least size of a decode that is allowed to be smaller than the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Least {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// Decodes a picture whose header has been judged; the only way from bytes to pixels.
pub(crate) fn decode(bytes: &[u8], header: &Header, least: Least) -> Result<Decoded, PictureError> {
    guard::shielded(|| match header.format {
        Format::Jpeg => jpeg::decode(bytes, header, least),
        Format::Png => png::decode(bytes, header),
        Format::WebP => webp::decode(bytes, header),
        Format::Gif => gif::decode(bytes, header),
        Format::Jxl => jxl::decode(bytes, header),
        Format::Avif => avif::decode(bytes, header),
    })
}

/// An end of data is a cut-off picture, whichever decoder met it.
fn read_error(error: &std::io::Error) -> PictureError {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => PictureError::Truncated,
        _ => PictureError::corrupt(error),
    }
}

/// The pixels did not come out as many as the header said.
fn size_mismatch() -> PictureError {
    PictureError::corrupt("its pixels do not fit its size")
}
