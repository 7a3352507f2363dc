//! Why a picture was not decoded, named for what the caller can do about it.

use std::fmt;

/// Why a picture was not decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// The bytes do not begin like a JPEG.
    NotJpeg,
    /// A well-formed kind of JPEG this decoder does not read: try another one.
    Unsupported(&'static str),
    /// The data ends before the last block of a scan.
    Truncated,
    /// The data contradicts itself or the standard.
    Corrupt(&'static str),
    /// More pixels or memory than the caller allows.
    TooLarge,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJpeg => f.write_str("not a JPEG"),
            Self::Unsupported(what) => write!(f, "an unsupported kind of JPEG: {what}"),
            Self::Truncated => f.write_str("the JPEG ends too early"),
            Self::Corrupt(what) => write!(f, "a corrupt JPEG: {what}"),
            Self::TooLarge => f.write_str("the JPEG is larger than allowed"),
        }
    }
}

impl std::error::Error for Error {}
