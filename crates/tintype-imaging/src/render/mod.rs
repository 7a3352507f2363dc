//! A picture at the size and in the form that an address asks for.

mod blurred;
mod encode;
mod geometry;
mod steps;
mod text;

pub use blurred::{blurhash_preview, paint_blurhash};

use crate::codec::{self, Decoded, Least, decode};
use crate::ingest::fit_master;
use crate::picture::{Orientation, Picture, Profile};
use crate::{DecodeLimits, Format, Header, ImageParams, Metadata, PictureError, probe};
use geometry::Plan;
use steps::{Job, STEPS};

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
    let master = fit_master(original_size.0, original_size.1);
    // Only the original remembers how it was stored.
    if params.orient.is_some() {
        return SourceChoice::Original;
    }
    if master == original_size {
        return SourceChoice::Master;
    }
    let longest = f64::from(original_size.0.max(original_size.1));
    let available = longest / f64::from(master.0.max(master.1));
    let needed = Plan::new(original_size, params).reduction(original_size);
    if needed >= available { SourceChoice::Master } else { SourceChoice::Original }
}

/// Most bytes that [`render`] allocates at once, as far as the header tells.
pub fn render_cost_bytes(source: &Source<'_>, params: &ImageParams) -> Result<u64, PictureError> {
    let header = probe(source.bytes, &DecodeLimits::default())?;
    let orientation = stored_orientation(source, &header, params);
    let plan = Plan::new(upright_size(source, &header, params, orientation), params);
    let least = least_decode(&header, orientation, &plan);
    let decode = match header.format {
        Format::Jpeg => codec::jpeg::memory(source.bytes, least),
        _ => None,
    };
    let output = u64::from(plan.canvas.0) * u64::from(plan.canvas.1) * OUTPUT_BYTES_PER_PIXEL;
    Ok(decode.unwrap_or(header.decode_cost_bytes) + output)
}

/// Renders a picture: decode, cut and resize, then every step in its order, then encode.
pub fn render(source: &Source<'_>, params: &ImageParams) -> Result<Rendered, PictureError> {
    let header = probe(source.bytes, &DecodeLimits::default())?;
    let orientation = stored_orientation(source, &header, params);
    let upright_size = upright_size(source, &header, params, orientation);
    let plan = Plan::new(upright_size, params);
    let least = least_decode(&header, orientation, &plan);
    let decoded = decode(source.bytes, &header, least)?;
    let orientation = if decoded.is_upright { Orientation::UPRIGHT } else { orientation };
    let job = Job { params, plan };
    let picture = prepare(&decoded, orientation, &job);
    finish(picture, &job, header.format)
}

/// Cuts and resizes first: what follows then touches only the pixels of the result.
fn prepare(decoded: &Decoded, orientation: Orientation, job: &Job<'_>) -> Picture {
    let profile = decoded.icc.as_deref().and_then(Profile::read);
    let window = steps::place_cut(&decoded.picture, orientation, job);
    let (width, height) = orientation.size(job.plan.size.0, job.plan.size.1);
    decoded
        .picture
        .resize(window.before(orientation), width, height)
        .orient(orientation)
        .into_srgb(profile.as_ref())
}

/// Everything after the resize.
fn finish(picture: Picture, job: &Job<'_>, format: Format) -> Result<Rendered, PictureError> {
    let picture = STEPS.iter().fold(picture, |picture, step| step(picture, job));
    encode::encode(picture, job.params, format)
}

/// How the pixels lie: as `orient` says, else as the file says.
fn stored_orientation(source: &Source<'_>, header: &Header, params: &ImageParams) -> Orientation {
    if turns_itself(header.format) {
        return Orientation::UPRIGHT;
    }
    let number = params.orient.or_else(|| Metadata::read(source.bytes, header.format).orientation);
    Orientation::from_exif(number.unwrap_or(1))
}

/// The size that pixel coordinates refer to.
fn upright_size(
    source: &Source<'_>,
    header: &Header,
    params: &ImageParams,
    orientation: Orientation,
) -> (u32, u32) {
    match params.orient {
        Some(_) if !turns_itself(header.format) => orientation.size(header.width, header.height),
        _ => source.original_size,
    }
}

/// Formats whose decoders turn the picture upright: EXIF has no say in them.
fn turns_itself(format: Format) -> bool {
    matches!(format, Format::Jxl | Format::Avif)
}

/// The smallest decode that still has a pixel for every pixel of the result.
fn least_decode(header: &Header, orientation: Orientation, plan: &Plan) -> Least {
    // A cut that is looked for may lie anywhere in the region, but it has the size of the window.
    let width = f64::from(plan.size.0) / plan.window.width;
    let height = f64::from(plan.size.1) / plan.window.height;
    let (width, height) = if orientation.swaps_sides() { (height, width) } else { (width, height) };
    let least = |needed: f64, has: u32| (needed.ceil().max(1.0).min(f64::from(has))) as u32;
    Least { width: least(width, header.width), height: least(height, header.height) }
}

/// Pixels with transparency, once more while a step copies them, and the encoder's share.
const OUTPUT_BYTES_PER_PIXEL: u64 = 12;
