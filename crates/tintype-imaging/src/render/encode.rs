//! The last step: pixels in the form that was asked for.

use super::{Rendered, text};
use crate::codec::jpeg_out::{self, JpegQuality};
use crate::codec::{WebPQuality, encode_png, encode_webp};
use crate::params::{Argb, ImageParams, Output};
use crate::picture::Picture;
use crate::{Format, PictureError};

/// Encodes the result; `source` is the kind of file it came from.
pub(super) fn encode(
    picture: Picture,
    params: &ImageParams,
    source: Format,
) -> Result<Rendered, PictureError> {
    if let Some(answer) = text::answer(&picture, params, source) {
        return Ok(answer);
    }
    let (width, height) = (picture.width(), picture.height());
    let format = output_format(&picture, params, source);
    let bytes = match format {
        Format::Png => encode_png(&opaque_if_possible(picture))?,
        Format::WebP if params.lossless => {
            encode_webp(&opaque_if_possible(picture), WebPQuality::Lossless)?
        }
        Format::WebP => {
            let quality = WebPQuality::Lossy(params.effective_quality());
            encode_webp(&opaque_if_possible(picture), quality)?
        }
        _ => jpeg(picture, params)?,
    };
    Ok(Rendered { bytes, media_type: format.media_type(), width, height })
}

/// What is written: what was asked for, else what the source was, as far as we can write it.
fn output_format(picture: &Picture, params: &ImageParams, source: Format) -> Format {
    match params.output {
        Some(Output::Png) => Format::Png,
        Some(Output::WebP) => Format::WebP,
        Some(_) => Format::Jpeg,
        None => usual_format(picture.is_transparent(), params.auto_compress, source),
    }
}

/// The source's own format where we can write it; compressed, the smaller of the two that everybody reads.
fn usual_format(is_transparent: bool, compressed: bool, source: Format) -> Format {
    let portable = if is_transparent { Format::Png } else { Format::Jpeg };
    match source {
        _ if compressed => portable,
        Format::Png | Format::Gif => Format::Png,
        Format::Jpeg | Format::WebP => source,
        Format::Avif | Format::Jxl => portable,
    }
}

fn jpeg(picture: Picture, params: &ImageParams) -> Result<Vec<u8>, PictureError> {
    let quality =
        JpegQuality { quality: params.effective_quality(), progressive: params.progressive };
    if !picture.is_transparent() {
        return jpeg_out::encode(&picture, quality);
    }
    let paper = params.background.unwrap_or(Argb::WHITE).rgb;
    jpeg_out::encode(&Picture::Raster(picture.into_raster().flatten(paper)), quality)
}

fn opaque_if_possible(picture: Picture) -> crate::picture::Raster {
    let is_transparent = picture.is_transparent();
    let raster = picture.into_raster();
    if is_transparent { raster } else { raster.without_alpha() }
}
