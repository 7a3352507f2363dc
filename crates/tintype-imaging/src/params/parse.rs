//! From names and values to typed parameters. Numbers are clamped, junk is ignored.

use super::values::{Border, Crop, EdgeCrop, FillKind, Length, Rect, RectPart};
use super::{Argb, Fit, ImageParams, Output, PaletteForm, Sides, base64};

/// Reads pairs in their order; the last of several wins, except that the values of `auto` add up.
pub(super) fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> ImageParams {
    let mut params = ImageParams::default();
    for (name, value) in pairs {
        match plain_form(name, value) {
            Some((name, value)) => params.given |= set(&mut params, &name, &value),
            None => params.given |= set(&mut params, long_alias(name), value),
        }
    }
    params
}

/// Takes a `…64` twin back to the parameter that it stands for.
fn plain_form(name: &str, value: &str) -> Option<(String, String)> {
    let plain = name.strip_suffix("64").filter(|plain| !plain.is_empty() && *plain != "auto")?;
    Some((long_alias(plain).to_owned(), base64::decode(value)?))
}

fn long_alias(name: &str) -> &str {
    match name {
        "width" => "w",
        "height" => "h",
        "f" => "fit",
        "or" => "orient",
        "mono" => "monochrome",
        "inv" => "invert",
        "quality" => "q",
        "format" => "fm",
        "background" | "bg-color" => "bg",
        "brightness" => "bri",
        "contrast" => "con",
        "saturation" => "sat",
        "exposure" => "exp",
        "gamma" => "gam",
        "vibrance" => "vib",
        "highlight" => "high",
        "shadow" => "shad",
        "sharpen" => "sharp",
        "rotate" => "rot",
        "crop-mode" => "crop",
        other => other,
    }
}

/// Sets one parameter; says whether it asks for a rendering and was understood.
fn set(params: &mut ImageParams, name: &str, value: &str) -> bool {
    set_size(params, name, value)
        .or_else(|| set_cut(params, name, value))
        .or_else(|| set_tone(params, name, value))
        .or_else(|| set_frame(params, name, value))
        .or_else(|| set_output(params, name, value))
        .unwrap_or(false)
}

/// Stores a value when there is one; an unreadable value leaves what was there.
fn store<T>(slot: &mut T, value: Option<T>) -> bool {
    value.map(|value| *slot = value).is_some()
}

fn store_some<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    value.map(|value| *slot = Some(value)).is_some()
}

fn set_size(params: &mut ImageParams, name: &str, value: &str) -> Option<bool> {
    Some(match name {
        "w" => store_some(&mut params.width, length(value)),
        "h" => store_some(&mut params.height, length(value)),
        "min-w" => store_some(&mut params.min_width, pixels(value)),
        "min-h" => store_some(&mut params.min_height, pixels(value)),
        "max-w" => store_some(&mut params.max_width, pixels(value)),
        "max-h" => store_some(&mut params.max_height, pixels(value)),
        "ar" => store_some(&mut params.aspect, aspect(value)),
        "dpr" => store_some(&mut params.dpr, between(value, 0.0, 5.0).filter(|dpr| *dpr > 0.0)),
        "fit" => store(&mut params.fit, fit(value)),
        _ => return None,
    })
}

fn set_cut(params: &mut ImageParams, name: &str, value: &str) -> Option<bool> {
    Some(match name {
        "crop" => store(&mut params.crop, crop(value)),
        "fp-x" => store(&mut params.focus.x, between(value, 0.0, 1.0)),
        "fp-y" => store(&mut params.focus.y, between(value, 0.0, 1.0)),
        "fp-z" => store(&mut params.focus.zoom, between(value, 1.0, 100.0)),
        "rect" => store_some(&mut params.rect, rect(value)),
        "orient" => orient(params, value),
        "flip" => flip(params, value),
        "rot" => store(&mut params.rotation, number(value).map(|angle| angle.rem_euclid(360.0))),
        _ => return None,
    })
}

fn set_tone(params: &mut ImageParams, name: &str, value: &str) -> Option<bool> {
    let tone = &mut params.tone;
    let hundred = || between(value, -100.0, 100.0);
    Some(match name {
        "bri" => store(&mut tone.brightness, hundred()),
        "con" => store(&mut tone.contrast, hundred()),
        "exp" => store(&mut tone.exposure, hundred()),
        "gam" => store(&mut tone.gamma, hundred()),
        "sat" => store(&mut tone.saturation, hundred()),
        "vib" => store(&mut tone.vibrance, hundred()),
        "high" => store(&mut tone.highlights, between(value, -100.0, 0.0)),
        "shad" => store(&mut tone.shadows, between(value, 0.0, 100.0)),
        "hue" => store(&mut tone.hue, number(value).map(|angle| angle.rem_euclid(360.0))),
        "invert" => store(&mut tone.invert, flag(value)),
        "sepia" => store(&mut tone.sepia, between(value, 0.0, 100.0)),
        "monochrome" => store_some(&mut tone.monochrome, Argb::parse(value)),
        "duotone" => store_some(&mut tone.duotone, duotone(value)),
        "blur" => store(&mut params.blur, between(value, 0.0, 2000.0)),
        "sharp" | "usm" => store(&mut params.sharpen, between(value, 0.0, 100.0)),
        "px" => store(&mut params.pixelate, between(value, 0.0, 100.0).map(|size| size as u32)),
        _ => return None,
    })
}

fn set_frame(params: &mut ImageParams, name: &str, value: &str) -> Option<bool> {
    let pad = &mut params.pad;
    let side = || between(value, 0.0, f32::from(MOST_PAD)).map(|length| length as u32);
    Some(match name {
        "bg" => store_some(&mut params.background, Argb::parse(value)),
        "pad" => store(pad, side().map(Sides::all)),
        "pad-top" => store(&mut pad.top, side()),
        "pad-right" => store(&mut pad.right, side()),
        "pad-bottom" => store(&mut pad.bottom, side()),
        "pad-left" => store(&mut pad.left, side()),
        "border" => store_some(&mut params.border, border(value)),
        "fill" => store(&mut params.fill.kind, fill_kind(value)),
        "fill-color" => store_some(&mut params.fill.color, Argb::parse(value)),
        _ => return None,
    })
}

fn set_output(params: &mut ImageParams, name: &str, value: &str) -> Option<bool> {
    Some(match name {
        "fm" => set_format(params, value),
        "auto" => set_auto(params, value),
        "q" => store_some(&mut params.quality, between(value, 0.0, 100.0).map(|q| q.round() as u8)),
        "lossless" => store(&mut params.lossless, flag(value)),
        "jpg-progressive" => store(&mut params.progressive, flag(value)),
        // Every rendering is sRGB; asking for a profile only asks for a rendering.
        "cs" => matches!(value, "srgb" | "tinysrgb" | "adobergb1998" | "strip"),
        "palette" => store_some(&mut params.palette, palette(value)),
        "colors" => {
            store_some(&mut params.palette_colors, between(value, 0.0, 16.0).map(|n| n as u8))
        }
        "prefix" => store_some(&mut params.palette_prefix, css_word(value)),
        "dl" => {
            params.download = Some(value.to_owned());
            false
        }
        _ => return None,
    })
}

fn set_format(params: &mut ImageParams, value: &str) -> bool {
    params.progressive |= value == "pjpg";
    let output = match value {
        "png" | "png8" | "png32" => Output::Png,
        "webp" => Output::WebP,
        "json" => Output::Json,
        "blurhash" => Output::BlurHash,
        // What we cannot write is answered with what everybody can read.
        "jpg" | "jpeg" | "pjpg" | "avif" | "gif" | "jp2" | "jxr" | "jxl" | "mp4" | "webm" => {
            Output::Jpeg
        }
        _ => return false,
    };
    store_some(&mut params.output, Some(output))
}

fn set_auto(params: &mut ImageParams, value: &str) -> bool {
    let mut understood = false;
    for part in value.split(',').map(str::trim) {
        let all = part == "true";
        params.auto_format |= all || part == "format";
        params.auto_compress |= all || part == "compress";
        params.tone.enhance |= part == "enhance";
        understood |= all || matches!(part, "format" | "compress" | "enhance");
    }
    understood
}

fn number(value: &str) -> Option<f32> {
    value.trim().parse::<f32>().ok().filter(|number| number.is_finite())
}

fn between(value: &str, least: f32, most: f32) -> Option<f32> {
    // Infinity is a number that can be clamped; "not a number" cannot.
    let number = value.trim().parse::<f32>().ok().filter(|number| !number.is_nan())?;
    Some(number.clamp(least, most))
}

fn length(value: &str) -> Option<Length> {
    let number = between(value, 0.0, f32::from(MOST_SIDE)).filter(|number| *number > 0.0)?;
    Some(match number {
        share if share <= 1.0 => Length::Share(share),
        pixels => Length::Pixels((pixels + 0.5).floor().max(2.0) as u32),
    })
}

fn pixels(value: &str) -> Option<u32> {
    let number = between(value, 0.0, f32::from(MOST_SIDE)).filter(|number| *number >= 1.0)?;
    Some((number + 0.5).floor() as u32)
}

fn aspect(value: &str) -> Option<f32> {
    let (width, height) = value.split_once(':').unwrap_or((value, "1"));
    let ratio = number(width)? / number(height)?;
    (ratio.is_finite() && ratio > 0.0).then(|| ratio.clamp(0.001, 1000.0))
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "true" | "1" | "" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

fn fit(value: &str) -> Option<Fit> {
    Some(match value.split(',').next()? {
        "clip" => Fit::Clip,
        "max" => Fit::Max,
        // Faces are not looked for: the cut lies where a cut without faces lies.
        "crop" | "facearea" => Fit::Crop,
        "min" => Fit::Min,
        "fill" => Fit::Fill,
        "fillmax" => Fit::FillMax,
        "clamp" => Fit::Clamp,
        "scale" => Fit::Scale,
        _ => return None,
    })
}

/// `top,left` combine; the other words form a chain in which the first known one acts.
fn crop(value: &str) -> Option<Vec<Crop>> {
    let mut edges = EdgeCrop::default();
    let mut chain = Vec::new();
    let mut understood = false;
    for word in value.split(',').map(str::trim) {
        match word {
            "top" => edges.vertical = -1,
            "bottom" => edges.vertical = 1,
            "left" => edges.horizontal = -1,
            "right" => edges.horizontal = 1,
            "focalpoint" => chain.push(Crop::FocalPoint),
            "entropy" | "auto" => chain.push(Crop::Entropy),
            "edges" => chain.push(Crop::Edges),
            // Faces as the middle: nothing to add to the chain.
            "faces" | "center" | "centre" => {}
            _ => continue,
        }
        understood = true;
    }
    if edges != EdgeCrop::default() {
        chain.push(Crop::Edge(edges));
    }
    understood.then_some(chain)
}

fn rect(value: &str) -> Option<Rect> {
    let mut parts = value.split(',').map(str::trim);
    let x = rect_start(parts.next()?, ["left", "center", "right"])?;
    let y = rect_start(parts.next()?, ["top", "middle", "bottom"])?;
    let width = rect_number(parts.next()?).filter(|part| *part != RectPart::Pixels(0))?;
    let height = rect_number(parts.next()?).filter(|part| *part != RectPart::Pixels(0))?;
    parts.next().is_none().then_some(Rect { x, y, width, height })
}

fn rect_start(text: &str, words: [&str; 3]) -> Option<RectPart> {
    match words.iter().position(|word| *word == text) {
        Some(0) => Some(RectPart::Start),
        Some(1) => Some(RectPart::Middle),
        Some(_) => Some(RectPart::End),
        None => rect_number(text),
    }
}

fn rect_number(text: &str) -> Option<RectPart> {
    let number = between(text, 0.0, 1e9)?;
    // `1` is a pixel, `1.0` is the whole side: only a fraction has a point.
    let is_share = number <= 1.0 && text.contains('.');
    Some(if is_share { RectPart::Share(number) } else { RectPart::Pixels(number.round() as u32) })
}

/// EXIF's numbers, or degrees; 0 is "as the file says".
fn orient(params: &mut ImageParams, value: &str) -> bool {
    let orient = match value {
        "0" => None,
        "90" => Some(6),
        "180" => Some(3),
        "270" => Some(8),
        other => match other.parse() {
            Ok(number @ 1..=8) => Some(number),
            _ => return false,
        },
    };
    params.orient = orient;
    true
}

fn flip(params: &mut ImageParams, value: &str) -> bool {
    if !matches!(value, "h" | "v" | "hv" | "vh") {
        return false;
    }
    params.flip_horizontal = value.contains('h');
    params.flip_vertical = value.contains('v');
    true
}

fn fill_kind(value: &str) -> Option<FillKind> {
    match value {
        "solid" => Some(FillKind::Solid),
        "blur" => Some(FillKind::Blur),
        _ => None,
    }
}

/// `size,colour`; four sizes may be given as `top,right,bottom,left,colour`.
fn border(value: &str) -> Option<Border> {
    let parts: Vec<&str> = value.split(',').map(str::trim).collect();
    let (color, sizes) = parts.split_last()?;
    let color = Argb::parse(color)?;
    let sizes: Vec<u32> = sizes
        .iter()
        .map(|size| between(size, 0.0, f32::from(MOST_PAD)).map(|size| size as u32))
        .collect::<Option<_>>()?;
    let sides = match *sizes {
        [all] => Sides::all(all),
        [top, right, bottom, left] => Sides { top, right, bottom, left },
        _ => return None,
    };
    Some(Border { sides, color })
}

fn duotone(value: &str) -> Option<(Argb, Argb)> {
    let (dark, light) = value.split_once(',')?;
    Some((Argb::parse(dark)?, Argb::parse(light)?))
}

fn palette(value: &str) -> Option<PaletteForm> {
    match value {
        "css" => Some(PaletteForm::Css),
        "json" => Some(PaletteForm::Json),
        _ => None,
    }
}

/// A word that can stand in a class name without escaping.
fn css_word(value: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let fits = !value.is_empty() && value.len() <= 64 && value.bytes().all(plain);
    fits.then(|| value.to_owned())
}

/// Longest side of a result.
pub(crate) const MOST_SIDE: u16 = 8192;
const MOST_PAD: u16 = 8192;
