//! The border behind which foreign decoders run.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::PictureError;

/// Runs a foreign decoder; should it panic over damaged data, the picture is damaged and nothing else.
pub(crate) fn shielded<T>(
    decode: impl FnOnce() -> Result<T, PictureError>,
) -> Result<T, PictureError> {
    // Nothing outlives the call but its result, so nothing can be left half-changed.
    catch_unwind(AssertUnwindSafe(decode))
        .unwrap_or_else(|_| Err(PictureError::corrupt("its data contradicts itself")))
}
