//! AVIF: the primary picture and its transparency, decoded as AV1 still frames.

use re_rav1d::dav1d::pixel;
use re_rav1d::dav1d::{
    Decoder, Error, Picture as Frame, PixelLayout, PlanarImageComponent, Settings,
};

use super::{Decoded, size_mismatch};
use crate::container::heif::Items;
use crate::picture::{Channels, Orientation, Picture, Raster, resize_samples};
use crate::{Header, PictureError};

/// Decodes the primary item and turns it upright, as its own properties say.
pub(super) fn decode(bytes: &[u8], header: &Header) -> Result<Decoded, PictureError> {
    let items = Items::read(bytes).ok_or(PictureError::Truncated)?;
    if items.of_kind(*b"av01").all(|(item, _)| item != items.primary) {
        return Err(PictureError::unsupported("an AVIF put together from tiles"));
    }
    let color = Color::of(&items);
    let frame = decode_item(&items, bytes, items.primary, header)?;
    let mut raster = color_raster(&frame, color.as_ref())?;
    let alpha = items.referring(*b"auxl", items.primary).find(|item| is_alpha(&items, *item));
    if let Some(item) = alpha {
        let frame = decode_item(&items, bytes, item, header)?;
        raster = with_alpha(raster, &frame)?;
    }
    let raster = turn(raster, &items);
    let size = (raster.width, raster.height);
    let icc = profile(&items, color.as_ref());
    Ok(Decoded { picture: Picture::Raster(raster), size, icc, is_upright: true })
}

fn decode_item(
    items: &Items<'_>,
    bytes: &[u8],
    item: u32,
    header: &Header,
) -> Result<Frame, PictureError> {
    let data = items.contents(bytes, item);
    if data.is_empty() {
        return Err(PictureError::Truncated);
    }
    let mut settings = Settings::new();
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_frame_size_limit(header.width.saturating_mul(header.height));
    let mut decoder = Decoder::with_settings(&settings).map_err(PictureError::corrupt)?;
    match decoder.send_data(data, None, None, None) {
        Ok(()) | Err(Error::Again) => {}
        Err(error) => return Err(PictureError::corrupt(error)),
    }
    let frame = decoder.get_picture().map_err(|error| match error {
        // The decoder waits for more, but this was all there is.
        Error::Again => PictureError::Truncated,
        error => PictureError::corrupt(error),
    })?;
    let fits = (frame.width(), frame.height()) == (header.width, header.height);
    if fits { Ok(frame) } else { Err(size_mismatch()) }
}

/// What `colr` says of the colours: primaries, transfer, matrix, full range.
struct Color {
    primaries: u8,
    transfer: u8,
    matrix: u8,
    is_full_range: bool,
}

impl Color {
    fn of(items: &Items<'_>) -> Option<Self> {
        items.properties_of(items.primary).find_map(|(kind, data)| match data {
            [b'n', b'c', b'l', b'x', _, primaries, _, transfer, _, matrix, range, ..]
                if &kind == b"colr" =>
            {
                let is_full_range = range & 0x80 != 0;
                Some(Self {
                    primaries: *primaries,
                    transfer: *transfer,
                    matrix: *matrix,
                    is_full_range,
                })
            }
            _ => None,
        })
    }

    /// Whether numbers mean what they mean in sRGB, near enough.
    fn is_srgb(&self) -> bool {
        matches!(self.primaries, 1 | 2) && matches!(self.transfer, 1 | 2 | 6 | 13 | 14 | 15)
    }
}

/// The embedded profile, or one made from the numbers that stand for it.
fn profile(items: &Items<'_>, color: Option<&Color>) -> Option<Vec<u8>> {
    let embedded = items.properties_of(items.primary).find_map(|(kind, data)| {
        let icc = data.strip_prefix(b"prof").or_else(|| data.strip_prefix(b"rICC"))?;
        (&kind == b"colr").then(|| icc.to_vec())
    });
    embedded.or_else(|| {
        let color = color.filter(|color| !color.is_srgb())?;
        let numbers = moxcms::CicpProfile {
            color_primaries: color.primaries.try_into().ok()?,
            transfer_characteristics: color.transfer.try_into().ok()?,
            matrix_coefficients: moxcms::MatrixCoefficients::Identity,
            full_range: true,
        };
        moxcms::ColorProfile::new_from_cicp(numbers).encode().ok()
    })
}

fn is_alpha(items: &Items<'_>, item: u32) -> bool {
    const ALPHA: [&[u8]; 2] =
        [b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1"];
    let kind = items.property(item, *b"auxC").and_then(|data| data.get(4..));
    kind.is_some_and(|kind| ALPHA.iter().any(|alpha| kind.starts_with(alpha)))
}

/// One plane at the size of the picture, with 8 bits a sample.
fn plane(frame: &Frame, component: PlanarImageComponent) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (frame.width(), frame.height());
    let is_luma = component == PlanarImageComponent::Y;
    let (across, down) = match frame.pixel_layout() {
        PixelLayout::I420 if !is_luma => (width.div_ceil(2), height.div_ceil(2)),
        PixelLayout::I422 if !is_luma => (width.div_ceil(2), height),
        _ => (width, height),
    };
    let bits = frame.bits_per_component().map_or(8, |bits| bits.0);
    let bytes = if frame.bit_depth() > 8 { 2 } else { 1 };
    let data = frame.plane(component);
    let stride = frame.stride(component) as usize;
    let mut samples = Vec::with_capacity(across as usize * down as usize);
    for row in data.chunks(stride.max(1)).take(down as usize) {
        let row = row.get(..across as usize * bytes).ok_or_else(size_mismatch)?;
        if bytes == 1 {
            samples.extend_from_slice(row);
        } else {
            let wide = row.chunks_exact(2).map(|pair| u16::from_ne_bytes([pair[0], pair[1]]));
            samples.extend(wide.map(|sample| (sample >> (bits - 8)).min(255) as u8));
        }
    }
    if samples.len() != across as usize * down as usize {
        return Err(size_mismatch());
    }
    Ok(resize_samples(samples, (across, down), (width, height)))
}

fn color_raster(frame: &Frame, color: Option<&Color>) -> Result<Raster, PictureError> {
    let (width, height) = (frame.width(), frame.height());
    let luma = plane(frame, PlanarImageComponent::Y)?;
    let is_full = color.map_or(frame.color_range() == pixel::YUVRange::Full, |c| c.is_full_range);
    let matrix = color.map_or(frame.matrix_coefficients() as u8, |color| color.matrix);
    let pixels = if frame.pixel_layout() == PixelLayout::I400 {
        luma.iter().flat_map(|sample| [level(*sample, is_full) as u8; 3]).collect()
    } else {
        let blue = plane(frame, PlanarImageComponent::U)?;
        let red = plane(frame, PlanarImageComponent::V)?;
        let convert = Conversion::new(matrix, is_full)?;
        let samples = luma.iter().zip(blue.iter().zip(&red));
        samples.flat_map(|(y, (cb, cr))| convert.rgb(*y, *cb, *cr)).collect()
    };
    Raster::new(width, height, Channels::Rgb, pixels).ok_or_else(size_mismatch)
}

/// Lightness of 0 to 255, whichever range it was written in.
fn level(sample: u8, is_full: bool) -> f32 {
    let sample = f32::from(sample);
    if is_full { sample } else { ((sample - 16.0) * (255.0 / 219.0)).clamp(0.0, 255.0) }
}

/// From luma and colour differences to red, green, blue.
struct Conversion {
    is_identity: bool,
    is_full: bool,
    red_weight: f32,
    blue_weight: f32,
}

impl Conversion {
    fn new(matrix: u8, is_full: bool) -> Result<Self, PictureError> {
        let (red_weight, blue_weight) = match matrix {
            1 => (0.2126, 0.0722),
            4 => (0.30, 0.11),
            7 => (0.212, 0.087),
            9 | 10 => (0.2627, 0.0593),
            0 | 2 | 3 | 5 | 6 => (0.299, 0.114),
            _ => return Err(PictureError::unsupported("an AVIF with an unusual colour matrix")),
        };
        Ok(Self { is_identity: matrix == 0, is_full, red_weight, blue_weight })
    }

    fn rgb(&self, y: u8, cb: u8, cr: u8) -> [u8; 3] {
        if self.is_identity {
            return [cr, y, cb].map(|sample| level(sample, self.is_full) as u8);
        }
        let difference = |sample: u8| {
            let spread = if self.is_full { 1.0 } else { 255.0 / 224.0 };
            (f32::from(sample) - 128.0) * spread
        };
        let (y, cb, cr) = (level(y, self.is_full), difference(cb), difference(cr));
        let red = y + 2.0 * (1.0 - self.red_weight) * cr;
        let blue = y + 2.0 * (1.0 - self.blue_weight) * cb;
        let green_weight = 1.0 - self.red_weight - self.blue_weight;
        let green = (y - self.red_weight * red - self.blue_weight * blue) / green_weight;
        [red, green, blue].map(|value| value.round().clamp(0.0, 255.0) as u8)
    }
}

fn with_alpha(raster: Raster, frame: &Frame) -> Result<Raster, PictureError> {
    let alpha = plane(frame, PlanarImageComponent::Y)?;
    let is_full = frame.color_range() == pixel::YUVRange::Full;
    let mut raster = raster.with_alpha();
    for (pixel, sample) in raster.pixels.chunks_exact_mut(4).zip(alpha) {
        pixel[3] = level(sample, is_full) as u8;
    }
    Ok(raster)
}

/// `irot` counts quarters counter-clockwise; `imir` swaps top and bottom, or left and right.
fn turn(raster: Raster, items: &Items<'_>) -> Raster {
    let quarters = items.property(items.primary, *b"irot").and_then(|data| data.first());
    let mirror = items.property(items.primary, *b"imir").and_then(|data| data.first());
    let turned = match quarters.map(|quarters| quarters & 3) {
        Some(1) => raster.orient(Orientation::from_exif(8)),
        Some(2) => raster.orient(Orientation::from_exif(3)),
        Some(3) => raster.orient(Orientation::from_exif(6)),
        _ => raster,
    };
    match mirror.map(|axis| axis & 1) {
        Some(0) => turned.orient(Orientation::from_exif(4)),
        Some(_) => turned.orient(Orientation::from_exif(2)),
        None => turned,
    }
}
