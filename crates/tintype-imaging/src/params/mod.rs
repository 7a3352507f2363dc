//! What an image address asks for: typed, clamped, and with one canonical form.

mod base64;
mod canonical;
mod color_names;
pub(crate) mod color_value;
mod effect;
pub(crate) mod parse;
mod values;

pub(crate) use color_value::Argb;
pub(crate) use values::{
    Border, Crop, Fill, FillKind, Fit, Focus, Length, Output, PaletteForm, Rect, RectPart, Sides,
    Tone,
};

/// The rendering parameters of an image address.
#[expect(clippy::struct_excessive_bools, reason = "each is a parameter of its own")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImageParams {
    /// Whether any rendering parameter was understood at all.
    pub(crate) given: bool,
    pub(crate) width: Option<Length>,
    pub(crate) height: Option<Length>,
    pub(crate) min_width: Option<u32>,
    pub(crate) min_height: Option<u32>,
    pub(crate) max_width: Option<u32>,
    pub(crate) max_height: Option<u32>,
    pub(crate) aspect: Option<f32>,
    pub(crate) dpr: Option<f32>,
    pub(crate) fit: Fit,
    pub(crate) crop: Vec<Crop>,
    pub(crate) focus: Focus,
    pub(crate) rect: Option<Rect>,
    pub(crate) orient: Option<u8>,
    pub(crate) flip_horizontal: bool,
    pub(crate) flip_vertical: bool,
    pub(crate) rotation: f32,
    pub(crate) tone: Tone,
    pub(crate) blur: f32,
    pub(crate) sharpen: f32,
    pub(crate) pixelate: u32,
    pub(crate) background: Option<Argb>,
    pub(crate) fill: Fill,
    pub(crate) pad: Sides,
    pub(crate) border: Option<Border>,
    pub(crate) output: Option<Output>,
    pub(crate) auto_format: bool,
    pub(crate) auto_compress: bool,
    pub(crate) quality: Option<u8>,
    pub(crate) lossless: bool,
    pub(crate) progressive: bool,
    pub(crate) palette: Option<PaletteForm>,
    pub(crate) palette_colors: Option<u8>,
    pub(crate) palette_prefix: Option<String>,
    pub(crate) download: Option<String>,
}

impl ImageParams {
    /// Reads parameters; numbers are clamped, junk is ignored, so this never fails.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        parse::parse(pairs)
    }

    /// Equal for equal meaning: the cache key of a rendering, without anything that changes no byte of it.
    pub fn canonical(&self) -> String {
        canonical::canonical(self)
    }

    /// Whether nothing is asked for, so that the stored original is the answer.
    pub fn is_original(&self) -> bool {
        !self.given
    }

    /// Whether the answer depends on `Accept` (then `Vary` must name it).
    pub fn varies_by_accept(&self) -> bool {
        self.auto_format && !self.is_text()
    }

    /// Settles `auto=format` by what the client accepts.
    pub fn negotiate(&self, accept: &str) -> Self {
        let mut settled = self.clone();
        if self.varies_by_accept() && accepts_webp(accept) {
            settled.output = Some(Output::WebP);
        }
        settled.auto_format = false;
        settled
    }

    /// The stored rendition that already is the answer, by its width.
    pub fn stored_rendition(&self) -> Option<u32> {
        let key = self.canonical();
        crate::RENDITION_WIDTHS.into_iter().find(|width| {
            key == format!("fit=max;fm=jpg;q={};w={width}", crate::ingest::RENDITION_QUALITY)
        })
    }

    /// Name for `Content-Disposition: attachment` (`dl=…`), as it was sent.
    pub fn download_name(&self) -> Option<&str> {
        self.download.as_deref()
    }

    /// Whether the answer is a text about the picture instead of the picture.
    pub(crate) fn is_text(&self) -> bool {
        self.palette.is_some() || matches!(self.output, Some(Output::Json | Output::BlurHash))
    }
}

/// Whether a client says that it shows WebP; `*/*` alone says nothing.
fn accepts_webp(accept: &str) -> bool {
    accept.split(',').any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("image/webp"));
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .and_then(|value| value.parse().ok())
                .is_some_and(|q: f32| q <= 0.0)
        });
        named && !refused
    })
}

#[cfg(test)]
mod tests;
