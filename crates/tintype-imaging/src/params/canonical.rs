//! One text for one meaning: the cache key of a rendering.

use std::fmt::Write;

use super::values::{Crop, Fill, FillKind, Length, Rect, RectPart};
use super::{Fit, ImageParams, Output, PaletteForm, Sides};

/// Writes what has an effect, sorted by name; what is at its default is not written.
pub(super) fn canonical(params: &ImageParams) -> String {
    if params.is_original() {
        return "original".to_owned();
    }
    let mut key = Key::default();
    size(params, &mut key);
    cut(params, &mut key);
    tone(params, &mut key);
    frame(params, &mut key);
    output(params, &mut key);
    key.finish()
}

#[derive(Default)]
struct Key(Vec<(&'static str, String)>);

impl Key {
    fn put(&mut self, name: &'static str, value: impl std::fmt::Display) {
        self.0.push((name, value.to_string()));
    }

    /// Writes a number unless it is 0; thousandths are as fine as any parameter acts.
    fn put_number(&mut self, name: &'static str, value: f32) {
        if thousandths(value) != 0 {
            self.put(name, thousandths(value));
        }
    }

    fn put_flag(&mut self, name: &'static str, value: bool) {
        if value {
            self.put(name, 1);
        }
    }

    fn finish(mut self) -> String {
        self.0.sort();
        let mut text = String::new();
        for (name, value) in self.0 {
            let separator = if text.is_empty() { "" } else { ";" };
            // Writing to a String cannot fail.
            let _ = write!(text, "{separator}{name}={value}");
        }
        if text.is_empty() { "plain".to_owned() } else { text }
    }
}

fn size(params: &ImageParams, key: &mut Key) {
    for (name, side) in [("w", params.scaled_width()), ("h", params.scaled_height())] {
        match side {
            Some(Length::Pixels(pixels)) => key.put(name, pixels),
            Some(Length::Share(share)) => key.put(name, format_args!("{}m", thousandths(share))),
            None => {}
        }
    }
    if !params.has_size() {
        return;
    }
    match params.fit {
        Fit::Clip => {}
        Fit::Max => key.put("fit", "max"),
        Fit::Crop => key.put("fit", "crop"),
        Fit::Min => key.put("fit", "min"),
        Fit::Fill => key.put("fit", "fill"),
        Fit::FillMax => key.put("fit", "fillmax"),
        Fit::Clamp => key.put("fit", "clamp"),
        Fit::Scale => key.put("fit", "scale"),
    }
    if params.fit != Fit::Crop {
        return;
    }
    let bounds = [
        ("min-w", params.min_width),
        ("min-h", params.min_height),
        ("max-w", params.max_width),
        ("max-h", params.max_height),
    ];
    for (name, bound) in bounds {
        if let Some(bound) = bound {
            key.put(name, bound);
        }
    }
    if let Some(aspect) =
        params.aspect.filter(|_| params.width.is_none() || params.height.is_none())
    {
        key.put("ar", thousandths(aspect));
    }
}

fn cut(params: &ImageParams, key: &mut Key) {
    if params.may_cut() {
        let chain: Vec<String> = params.crop.iter().copied().map(crop_word).collect();
        if !chain.is_empty() {
            key.put("crop", chain.join(","));
        }
        if params.crop.first() == Some(&Crop::FocalPoint) {
            key.put_number("fp-x", params.focus.x - 0.5);
            key.put_number("fp-y", params.focus.y - 0.5);
            key.put_number("fp-z", params.focus.zoom - 1.0);
        }
    }
    if let Some(rect) = params.rect {
        key.put("rect", rect_text(rect));
    }
    params.orient.into_iter().for_each(|orient| key.put("orient", orient));
    key.put_flag("flip-h", params.flip_horizontal);
    key.put_flag("flip-v", params.flip_vertical);
    key.put_number("rot", params.rotation);
}

fn crop_word(crop: Crop) -> String {
    match crop {
        Crop::Edge(edges) => format!("edge{}{}", edges.horizontal, edges.vertical),
        Crop::FocalPoint => "focalpoint".to_owned(),
        Crop::Entropy => "entropy".to_owned(),
        Crop::Edges => "edges".to_owned(),
    }
}

fn rect_text(rect: Rect) -> String {
    let part = |part| match part {
        RectPart::Pixels(pixels) => pixels.to_string(),
        RectPart::Share(share) => format!("{}m", thousandths(share)),
        RectPart::Start => "0".to_owned(),
        RectPart::Middle => "middle".to_owned(),
        RectPart::End => "end".to_owned(),
    };
    [rect.x, rect.y, rect.width, rect.height].map(part).join(",")
}

fn tone(params: &ImageParams, key: &mut Key) {
    let tone = &params.tone;
    let numbers = [
        ("bri", tone.brightness),
        ("con", tone.contrast),
        ("exp", tone.exposure),
        ("gam", tone.gamma),
        ("high", tone.highlights),
        ("shad", tone.shadows),
        ("sat", tone.saturation),
        ("vib", tone.vibrance),
        ("hue", tone.hue),
        ("sepia", tone.sepia),
        ("blur", params.blur),
        ("sharp", params.sharpen),
    ];
    for (name, number) in numbers {
        key.put_number(name, number);
    }
    key.put_flag("enhance", tone.enhance);
    key.put_flag("invert", tone.invert);
    if params.pixelate > 1 {
        key.put("px", params.pixelate);
    }
    tone.monochrome.into_iter().for_each(|color| key.put("monochrome", color.canonical()));
    if let Some((dark, light)) = tone.duotone {
        key.put("duotone", format_args!("{},{}", dark.canonical(), light.canonical()));
    }
}

fn frame(params: &ImageParams, key: &mut Key) {
    let sides =
        |sides: Sides| format!("{},{},{},{}", sides.top, sides.right, sides.bottom, sides.left);
    if !params.pad.is_none() {
        key.put("pad", sides(params.pad));
    }
    if let Some(border) = params.border.filter(|border| !border.sides.is_none()) {
        key.put("border", format_args!("{},{}", sides(border.sides), border.color.canonical()));
    }
    if let Some(color) = params.background {
        key.put("bg", color.canonical());
    }
    if params.has_bars() && params.fill != Fill::default() {
        key.put_flag("fill-blur", params.fill.kind == FillKind::Blur);
        params.fill.color.into_iter().for_each(|color| key.put("fill-color", color.canonical()));
    }
}

fn output(params: &ImageParams, key: &mut Key) {
    key.put_flag("auto-format", params.varies_by_accept());
    if let Some(form) = params.palette {
        key.put("palette", if form == PaletteForm::Css { "css" } else { "json" });
        params.palette_colors.into_iter().for_each(|count| key.put("colors", count));
        params.palette_prefix.iter().for_each(|prefix| key.put("prefix", prefix));
        return;
    }
    let name = match params.output {
        None if params.auto_compress => "auto",
        None => "source",
        Some(Output::Jpeg) => "jpg",
        Some(Output::Png) => "png",
        Some(Output::WebP) => "webp",
        Some(Output::Json) => "json",
        Some(Output::BlurHash) => "blurhash",
    };
    if name != "source" {
        key.put("fm", name);
    }
    if params.is_text() || params.output == Some(Output::Png) && !params.varies_by_accept() {
        return;
    }
    let may_be =
        |output| params.output.is_none_or(|asked| asked == output) || params.varies_by_accept();
    key.put_flag("progressive", params.progressive && may_be(Output::Jpeg));
    let lossless = params.lossless && may_be(Output::WebP);
    key.put_flag("lossless", lossless);
    if !lossless || params.output != Some(Output::WebP) {
        key.put("q", params.effective_quality());
    }
}

fn thousandths(value: f32) -> i64 {
    (f64::from(value) * 1000.0).round() as i64
}
