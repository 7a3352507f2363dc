//! The kinds of picture file that are taken in.

/// A kind of picture file, told by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
    /// GIF, of which the first frame counts.
    Gif,
    /// AVIF.
    Avif,
    /// JPEG XL.
    Jxl,
}

impl MediaType {
    /// Every kind there is.
    pub const ALL: [Self; 6] =
        [Self::Jpeg, Self::Png, Self::WebP, Self::Gif, Self::Avif, Self::Jxl];

    /// As in `Content-Type`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Avif => "image/avif",
            Self::Jxl => "image/jxl",
        }
    }

    /// The ending of a downloaded file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Avif => "avif",
            Self::Jxl => "jxl",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}
