//! A picture comes in: streamed, hashed, judged, decoded once, kept, and only then written down.

mod caption;
mod incoming;
mod picture;
mod quota;
mod upload;

pub use caption::words_of_file_name;
pub(crate) use caption::{TEXT_LENGTH, TITLE_LENGTH, tidy, tidy_tags};
pub use incoming::Incoming;
pub(crate) use picture::{cut_afresh, format};
pub(crate) use quota::UploadQuota;
pub use upload::{UploadError, UploadFields, Uploaded};
