//! Pictures made on the spot: known pixels in every format that can be written.
#![expect(dead_code, reason = "each test file uses its own part")]

pub mod metadata;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// RGB pixels of a picture whose corners and shapes are told apart: red, green, blue, yellow quarters with waves.
pub fn pixels(width: u32, height: u32) -> Vec<u8> {
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let base = match (2 * x >= width, 2 * y >= height) {
                (false, false) => [200, 40, 40],
                (true, false) => [40, 170, 60],
                (false, true) => [40, 60, 200],
                (true, true) => [220, 200, 40],
            };
            let wave = (f64::from(x) * 0.21).sin() * (f64::from(y) * 0.13).cos() * 25.0;
            pixels.extend(base.map(|channel: i32| (channel + wave as i32).clamp(0, 255) as u8));
        }
    }
    pixels
}

/// How a test JPEG is written.
#[derive(Clone, Copy)]
pub struct Jpeg {
    pub quality: u8,
    pub progressive: bool,
    pub sampling: SamplingFactor,
    pub restart: u16,
}

impl Default for Jpeg {
    fn default() -> Self {
        Self { quality: 85, progressive: false, sampling: SamplingFactor::F_2_2, restart: 0 }
    }
}

impl Jpeg {
    pub fn encode(self, width: u32, height: u32) -> Vec<u8> {
        self.encode_pixels(&pixels(width, height), width, height, ColorType::Rgb)
    }

    pub fn encode_pixels(
        self,
        pixels: &[u8],
        width: u32,
        height: u32,
        color: ColorType,
    ) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.quality);
        encoder.set_sampling_factor(self.sampling);
        encoder.set_progressive(self.progressive);
        encoder.set_restart_interval(self.restart);
        encoder.encode(pixels, width as u16, height as u16, color).unwrap();
        bytes
    }
}

pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    Jpeg::default().encode(width, height)
}

/// Puts segments behind SOI: (marker, payload).
pub fn with_segments(jpeg: &[u8], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    for (marker, payload) in segments {
        bytes.extend([0xFF, *marker]);
        bytes.extend((payload.len() as u16 + 2).to_be_bytes());
        bytes.extend(payload);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

pub fn png(width: u32, height: u32, alpha: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(if alpha { png::ColorType::Rgba } else { png::ColorType::Rgb });
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&if alpha { with_alpha(width, height) } else { pixels(width, height) })
        .unwrap();
    writer.finish().unwrap();
    bytes
}

/// Adds transparency: none in the left half, half in the right.
pub fn with_alpha(width: u32, height: u32) -> Vec<u8> {
    let rgb = pixels(width, height);
    rgb.chunks_exact(3)
        .enumerate()
        .flat_map(|(index, p)| {
            let x = index as u32 % width;
            [p[0], p[1], p[2], if 2 * x < width { 255 } else { 100 }]
        })
        .collect()
}

pub fn webp(width: u32, height: u32, alpha: bool, lossless: bool) -> Vec<u8> {
    let pixels = if alpha { with_alpha(width, height) } else { pixels(width, height) };
    let layout = if alpha { webp::PixelLayout::Rgba } else { webp::PixelLayout::Rgb };
    webp::Encoder::new(&pixels, layout, width, height)
        .encode_simple(lossless, 80.0)
        .unwrap()
        .to_vec()
}

/// An animation; the first frame is the usual picture.
pub fn gif(width: u16, height: u16, frames: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = gif::Encoder::new(&mut bytes, width, height, &[]).unwrap();
    for index in 0..frames {
        let mut pixels = pixels(width.into(), height.into());
        if index > 0 {
            pixels.fill(0);
        }
        encoder.write_frame(&gif::Frame::from_rgb(width, height, &pixels)).unwrap();
    }
    drop(encoder);
    bytes
}

/// Mean colour of a part of a picture, given in shares of its sides, of anything that can be ingested.
pub fn mean_color(bytes: &[u8], x: f64, y: f64) -> [u8; 3] {
    let (width, height, pixels) = decode_rgb(bytes);
    let (cx, cy) = ((x * f64::from(width)) as u32, (y * f64::from(height)) as u32);
    let mut sum = [0_u32; 3];
    let mut count = 0;
    for py in cy.saturating_sub(2)..(cy + 3).min(height) {
        for px in cx.saturating_sub(2)..(cx + 3).min(width) {
            let start = ((py * width + px) * 3) as usize;
            (0..3).for_each(|i| sum[i] += u32::from(pixels[start + i]));
            count += 1;
        }
    }
    sum.map(|s| (s / count) as u8)
}

/// Decodes what the crate writes, with decoders of others.
pub fn decode_rgb(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    if bytes.starts_with(b"\x89PNG") {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let rgb =
            if info.color_type == png::ColorType::Rgba { drop_alpha(&pixels) } else { pixels };
        return (info.width, info.height, rgb);
    }
    if bytes.starts_with(b"RIFF") {
        let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes)).unwrap();
        let mut pixels = vec![0; decoder.output_buffer_size().unwrap()];
        decoder.read_image(&mut pixels).unwrap();
        let (width, height) = decoder.dimensions();
        return (width, height, if decoder.has_alpha() { drop_alpha(&pixels) } else { pixels });
    }
    let mut decoder =
        zune_jpeg::JpegDecoder::new(zune_jpeg::zune_core::bytestream::ZCursor::new(bytes));
    let pixels = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    let pixels =
        if info.components == 1 { pixels.iter().flat_map(|g| [*g; 3]).collect() } else { pixels };
    (info.width.into(), info.height.into(), pixels)
}

fn drop_alpha(pixels: &[u8]) -> Vec<u8> {
    pixels.chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect()
}

/// Asserts that two colours look alike.
#[track_caller]
pub fn assert_near(found: [u8; 3], expected: [u8; 3], tolerance: u8) {
    let near = found.iter().zip(expected).all(|(is, should)| is.abs_diff(should) <= tolerance);
    assert!(near, "{found:?} is not near {expected:?}");
}

pub const RED: [u8; 3] = [200, 40, 40];
pub const GREEN: [u8; 3] = [40, 170, 60];
pub const BLUE: [u8; 3] = [40, 60, 200];
pub const YELLOW: [u8; 3] = [220, 200, 40];
