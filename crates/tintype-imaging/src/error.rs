//! What can be wrong with a picture, named by what the caller can do about it.

/// Why a picture was refused. Each `Display` is one sentence that can be shown to its sender.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The bytes are no picture that we know.
    #[error("This file is not a picture that can be read (JPEG, PNG, WebP, GIF, AVIF or JPEG XL).")]
    NotAPicture,
    /// A picture, but of a kind we cannot read.
    #[error("This kind of picture is not supported: {what}.")]
    Unsupported {
        /// What exactly is missing.
        what: String,
    },
    /// There are no bytes at all.
    #[error("The file is empty.")]
    Empty,
    /// The file is longer than the limit.
    #[error("The file has {bytes} bytes; at most {max} are accepted.")]
    TooManyBytes {
        /// Length of the file.
        bytes: u64,
        /// The limit.
        max: u64,
    },
    /// The picture has more pixels than the limit.
    #[error("The picture has {pixels} pixels; at most {max} are accepted.")]
    TooManyPixels {
        /// Width times height.
        pixels: u64,
        /// The limit.
        max: u64,
    },
    /// One side is longer than the limit.
    #[error("A side of the picture has {side} pixels; at most {max} are accepted.")]
    SideTooLong {
        /// The longer side.
        side: u32,
        /// The limit.
        max: u32,
    },
    /// The animation has more frames than the limit.
    #[error("The picture has {frames} frames or more; at most {max} are accepted.")]
    TooManyFrames {
        /// Frames counted before giving up.
        frames: u32,
        /// The limit.
        max: u32,
    },
    /// The data ends before the picture does.
    #[error("The picture is cut off: its data ends before the last row.")]
    Truncated,
    /// The data contradicts itself.
    #[error("The picture is damaged: {0}.")]
    Corrupt(String),
}

impl PictureError {
    /// A damaged picture, with the reason.
    pub(crate) fn corrupt(reason: impl std::fmt::Display) -> Self {
        // Decoders' own sentences end with a full stop now and then; ours adds one.
        Self::Corrupt(reason.to_string().trim_end_matches('.').to_owned())
    }

    /// A picture of a kind we cannot read.
    pub(crate) fn unsupported(what: impl Into<String>) -> Self {
        Self::Unsupported { what: what.into() }
    }
}
