//! Writing JPEG, from pixels or straight from planes.

use jpeg_encoder::{
    ChromaSubsamplingMethod, ColorType, Encoder, EncodingError, ImageBuffer, JpegColorType,
    SamplingFactor,
};

use crate::PictureError;
use crate::picture::{Picture, Ycc};

/// How a JPEG is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct JpegQuality {
    /// 1 to 100.
    pub(crate) quality: u8,
    /// Whether it appears coarse first and then finer.
    pub(crate) progressive: bool,
}

/// Encodes with half-size colour; transparent pixels have to be laid on a colour before.
pub(crate) fn encode(picture: &Picture, quality: JpegQuality) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (picture.width(), picture.height());
    let (Ok(width), Ok(height)) = (u16::try_from(width), u16::try_from(height)) else {
        return Err(PictureError::SideTooLong { side: width.max(height), max: u16::MAX.into() });
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality.quality.max(1));
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    encoder.set_progressive(quality.progressive);
    match picture {
        Picture::Raster(raster) => {
            let color = match raster.channels.count() {
                3 => ColorType::Rgb,
                _ => ColorType::Rgba,
            };
            encoder.encode(&raster.pixels, width, height, color)
        }
        Picture::Ycc(ycc) => {
            // The colour planes are half-size already: take them as they are.
            encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Nearest);
            encoder.encode_image(Rows { ycc, width, height })
        }
    }
    .map_err(|error| refusal(&error))?;
    Ok(bytes)
}

/// Hands planes to the encoder row by row, colour doubled to the width it expects.
struct Rows<'a> {
    ycc: &'a Ycc,
    width: u16,
    height: u16,
}

impl ImageBuffer for Rows<'_> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        if self.ycc.chroma.is_some() { JpegColorType::Ycbcr } else { JpegColorType::Luma }
    }

    fn width(&self) -> u16 {
        self.width
    }

    fn height(&self) -> u16 {
        self.height
    }

    fn fill_buffers(&self, y: u16, buffers: &mut [Vec<u8>; 4]) {
        let [luma, blue, red, _] = buffers;
        luma.extend_from_slice(self.ycc.luma.row(y.into()));
        let Some(chroma) = &self.ycc.chroma else { return };
        for (layer, buffer) in chroma.iter().zip([blue, red]) {
            if layer.width == u32::from(self.width) {
                buffer.extend_from_slice(layer.row(y.into()));
                continue;
            }
            let end = buffer.len() + usize::from(self.width);
            buffer.extend(layer.row(u32::from(y) / 2).iter().flat_map(|sample| [*sample; 2]));
            buffer.truncate(end);
        }
    }
}

fn refusal(error: &EncodingError) -> PictureError {
    PictureError::corrupt(error)
}
