//! Answers about a picture instead of the picture: `fm=json`, `fm=blurhash`, `palette`.

use std::fmt::Write;

use serde_json::json;

use super::Rendered;
use crate::Format;
use crate::analysis::{blur_hash, palette, shrink};
use crate::color::{Oklab, Swatch};
use crate::params::{ImageParams, Output, PaletteForm};
use crate::picture::Picture;

/// The text that is asked for; `None` when the picture itself is.
pub(super) fn answer(picture: &Picture, params: &ImageParams, format: Format) -> Option<Rendered> {
    let (bytes, media_type) = match (params.palette, params.output) {
        (Some(form), _) => palette_text(picture, form, params),
        (None, Some(Output::BlurHash)) => (blur_hash(&shrink(picture)), "text/plain"),
        (None, Some(Output::Json)) => (facts(picture, format), "application/json"),
        _ => return None,
    };
    Some(Rendered {
        bytes: bytes.into_bytes(),
        media_type,
        width: picture.width(),
        height: picture.height(),
    })
}

fn facts(picture: &Picture, format: Format) -> String {
    json!({
        "Content-Type": format.media_type(),
        "PixelWidth": picture.width(),
        "PixelHeight": picture.height(),
        "DPIWidth": 72,
        "DPIHeight": 72,
        "ColorModel": "RGB",
        "Depth": 8,
        "ProfileName": "sRGB IEC61966-2.1",
        "Orientation": 1,
        "HasAlpha": picture.is_transparent(),
    })
    .to_string()
}

fn palette_text(
    picture: &Picture,
    form: PaletteForm,
    params: &ImageParams,
) -> (String, &'static str) {
    let count = usize::from(params.palette_colors.unwrap_or(USUAL_COLORS));
    let swatches = if count == 0 { Vec::new() } else { palette(&shrink(picture), count) };
    match form {
        PaletteForm::Json => (palette_json(&swatches), "application/json"),
        PaletteForm::Css => {
            let prefix = params.palette_prefix.as_deref().unwrap_or("image");
            (palette_css(&swatches, prefix), "text/css")
        }
    }
}

fn palette_json(swatches: &[Swatch]) -> String {
    let colors: Vec<_> = swatches.iter().copied().map(color_json).collect();
    let lightness = |swatch: &Swatch| Oklab::from_srgb(swatch.rgb).l * swatch.share;
    let vivid =
        swatches.iter().max_by(|left, right| vividness(**left).total_cmp(&vividness(**right)));
    json!({
        "colors": colors,
        "average_luminance": swatches.iter().map(lightness).sum::<f32>(),
        "dominant_colors": {
            "vibrant": vivid.copied().map(color_json),
            "muted": swatches.first().copied().map(color_json),
        },
    })
    .to_string()
}

fn vividness(swatch: Swatch) -> f32 {
    Oklab::from_srgb(swatch.rgb).chroma()
}

fn color_json(swatch: Swatch) -> serde_json::Value {
    let [red, green, blue] = swatch.rgb.map(|channel| f32::from(channel) / 255.0);
    json!({ "red": red, "green": green, "blue": blue, "hex": hex(swatch.rgb) })
}

fn palette_css(swatches: &[Swatch], prefix: &str) -> String {
    let mut css = String::new();
    for (index, swatch) in swatches.iter().enumerate() {
        let (number, color) = (index + 1, hex(swatch.rgb));
        // Writing to a String cannot fail.
        let _ = writeln!(css, ".{prefix}-fg-{number} {{ color:{color} !important; }}");
        let _ = writeln!(css, ".{prefix}-bg-{number} {{ background-color:{color} !important; }}");
    }
    css
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

const USUAL_COLORS: u8 = 6;
