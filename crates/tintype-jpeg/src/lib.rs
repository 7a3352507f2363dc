//! Scaled JPEG decoding: only the coefficients the target size needs.
//!
//! A picture server mostly makes small pictures from big JPEGs. At 1/8 of the size only the mean of
//! each 8×8 block matters, at 1/4 the lowest 2×2 coefficients, at 1/2 the lowest 4×4. [`decode()`]
//! picks the smallest scale that is large enough, computes just that, and hands over the component
//! planes as they are stored in the file; [`Decoded::to_rgb`] makes pixels for those who need them.
//!
//! All entropy-coded data of a sequential file is walked, also that of skipped coefficients, so a
//! file that ends early is always noticed. What this decoder does not read it refuses as
//! [`Error::Unsupported`], by the header alone.
#![forbid(unsafe_code)]
#![expect(
    clippy::inline_always,
    reason = "the state of the bits must stay in registers, and lanes become vectors only inline"
)]

mod bands;
mod baseline;
mod bits;
mod block;
mod coefficients;
mod decode;
mod error;
mod frame;
mod header;
mod huffman;
mod idct;
mod lookup;
mod options;
mod passes;
mod planes;
mod progressive;
mod rgb;
mod scan;
mod segments;
mod tables;
mod upsample;

pub use decode::{decode, memory_needed};
pub use error::Error;
pub use header::{Header, header};
pub use options::{Options, Scale};
pub use planes::{ColourModel, Decoded, Plane, Planes};
