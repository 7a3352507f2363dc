//! Colours as people see them: OKLab, and the names that photos are searched by.

/// A colour in OKLab: lightness 0–1, and two axes of hue and strength.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklab {
    /// Lightness, 0 black to 1 white.
    pub l: f32,
    /// Green to red.
    pub a: f32,
    /// Blue to yellow.
    pub b: f32,
}

impl Oklab {
    /// Converts a colour of 8-bit sRGB.
    pub fn from_srgb(rgb: [u8; 3]) -> Self {
        let [r, g, b] = rgb.map(linear);
        let l = (0.412_221_47 * r + 0.536_332_54 * g + 0.051_445_995 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
        Self {
            l: 0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            a: 1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            b: 0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        }
    }

    /// Converts back to 8-bit sRGB, clamped to what it can show.
    pub fn to_srgb(self) -> [u8; 3] {
        let l = (self.l + 0.396_337_78 * self.a + 0.215_803_76 * self.b).powi(3);
        let m = (self.l - 0.105_561_346 * self.a - 0.063_854_17 * self.b).powi(3);
        let s = (self.l - 0.089_484_18 * self.a - 1.291_485_5 * self.b).powi(3);
        [
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
            -0.004_196_086 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ]
        .map(encoded)
    }

    /// How colourful it is: 0 for greys.
    pub fn chroma(self) -> f32 {
        self.a.hypot(self.b)
    }

    /// Hue as an angle of 0 to 360 degrees.
    pub fn hue(self) -> f32 {
        self.b.atan2(self.a).to_degrees().rem_euclid(360.0)
    }

    /// Square of the distance to another colour.
    pub(crate) fn distance_squared(self, other: Self) -> f32 {
        let (l, a, b) = (self.l - other.l, self.a - other.a, self.b - other.b);
        l * l + a * a + b * b
    }
}

/// One colour of a palette and the share of the picture that it stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swatch {
    /// The colour in 8-bit sRGB.
    pub rgb: [u8; 3],
    /// Share of the pixels, 0 to 1; the shares of a palette add up to 1.
    pub share: f32,
}

/// Every name that the `color` filter knows, in the order of its documentation.
pub const COLOR_NAMES: [&str; 11] = [
    "black_and_white",
    "black",
    "white",
    "yellow",
    "orange",
    "red",
    "purple",
    "magenta",
    "green",
    "teal",
    "blue",
];

/// The name nearest to one colour: that of its hue when it has one, else black or white.
pub fn nearest_named_color(rgb: [u8; 3]) -> &'static str {
    let color = Oklab::from_srgb(rgb);
    match hue_name(color) {
        Some(name) => name,
        None if color.l < MIDDLE_GREY => "black",
        None => "white",
    }
}

/// The names that a photo with this palette answers to, the most present first.
pub fn named_colors(palette: &[Swatch]) -> Vec<&'static str> {
    let mut shares: Vec<(&'static str, f32)> = Vec::new();
    for swatch in palette {
        let Some(name) = certain_name(Oklab::from_srgb(swatch.rgb)) else { continue };
        match shares.iter_mut().find(|(known, _)| *known == name) {
            Some((_, share)) => *share += swatch.share,
            None => shares.push((name, swatch.share)),
        }
    }
    shares.sort_by(|left, right| right.1.total_cmp(&left.1));
    let present = shares.into_iter().filter(|(name, share)| *share >= needed_share(name));
    let colorless = is_without_chroma(palette).then_some("black_and_white");
    colorless.into_iter().chain(present.map(|(name, _)| name)).collect()
}

/// A palette without chroma is that of a black-and-white photo; a light tint (sepia) is allowed.
fn is_without_chroma(palette: &[Swatch]) -> bool {
    let share: f32 = palette
        .iter()
        .filter(|swatch| Oklab::from_srgb(swatch.rgb).chroma() >= TINT)
        .map(|swatch| swatch.share)
        .sum();
    !palette.is_empty() && share < 0.01
}

/// A name that nobody would dispute: greys in the middle have none.
fn certain_name(color: Oklab) -> Option<&'static str> {
    match hue_name(color) {
        Some(name) => Some(name),
        None if color.l < SURELY_BLACK => Some("black"),
        None if color.l > SURELY_WHITE => Some("white"),
        None => None,
    }
}

/// The name of the hue; `None` when the colour is too dark, too light or too grey to have one.
fn hue_name(color: Oklab) -> Option<&'static str> {
    if color.chroma() < GREY || color.l < SURELY_BLACK && color.chroma() < 2.0 * GREY {
        return None;
    }
    Some(match color.hue() {
        hue if hue < 45.0 => "red",
        hue if hue < 80.0 => "orange",
        hue if hue < 118.0 => "yellow",
        hue if hue < 165.0 => "green",
        hue if hue < 225.0 => "teal",
        hue if hue < 285.0 => "blue",
        hue if hue < 318.0 => "purple",
        // Purple and magenta share their hue: the dark one is purple.
        hue if hue < 350.0 && color.l < 0.55 => "purple",
        hue if hue < 360.0 - 6.0 => "magenta",
        _ => "red",
    })
}

/// Colours catch the eye in small patches; black and white have to fill a good part.
fn needed_share(name: &str) -> f32 {
    if matches!(name, "black" | "white") { 0.2 } else { 0.06 }
}

/// Linear light of one 8-bit sRGB channel.
pub(crate) fn linear(channel: u8) -> f32 {
    let value = f32::from(channel) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// One 8-bit sRGB channel of linear light.
pub(crate) fn encoded(light: f32) -> u8 {
    let value =
        if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

const GREY: f32 = 0.045;
const TINT: f32 = 0.03;
const MIDDLE_GREY: f32 = 0.6;
const SURELY_BLACK: f32 = 0.3;
const SURELY_WHITE: f32 = 0.85;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_named_as_people_name_them() {
        let cases: [([u8; 3], &str); 20] = [
            ([0, 0, 0], "black"),
            ([255, 255, 255], "white"),
            ([24, 24, 28], "black"),
            ([240, 238, 235], "white"),
            ([255, 0, 0], "red"),
            ([150, 20, 25], "red"),
            ([255, 128, 0], "orange"),
            ([200, 110, 40], "orange"),
            ([255, 230, 0], "yellow"),
            ([240, 200, 60], "yellow"),
            ([0, 160, 0], "green"),
            ([60, 110, 50], "green"),
            ([0, 128, 128], "teal"),
            ([64, 200, 190], "teal"),
            ([0, 0, 255], "blue"),
            ([70, 130, 200], "blue"),
            ([110, 50, 190], "purple"),
            ([110, 20, 110], "purple"),
            ([255, 0, 255], "magenta"),
            ([230, 60, 170], "magenta"),
        ];
        for (rgb, name) in cases {
            assert_eq!(nearest_named_color(rgb), name, "{rgb:?} {:?}", Oklab::from_srgb(rgb));
        }
    }

    #[test]
    fn oklab_leads_there_and_back() {
        for rgb in [[0, 0, 0], [255, 255, 255], [12, 200, 99], [250, 1, 128]] {
            let back = Oklab::from_srgb(rgb).to_srgb();
            for (was, is) in rgb.iter().zip(back) {
                assert!(was.abs_diff(is) <= 1, "{rgb:?} {back:?}");
            }
        }
    }

    #[test]
    fn a_palette_of_greys_is_black_and_white() {
        let grey = |level, share| Swatch { rgb: [level; 3], share };
        let names = named_colors(&[grey(10, 0.5), grey(250, 0.3), grey(128, 0.2)]);
        assert_eq!(names, ["black_and_white", "black", "white"]);
    }

    #[test]
    fn a_patch_of_color_counts_and_a_speck_does_not() {
        let palette = |share| {
            [
                Swatch { rgb: [70, 130, 200], share: 1.0 - share },
                Swatch { rgb: [230, 20, 20], share },
            ]
        };
        assert_eq!(named_colors(&palette(0.1)), ["blue", "red"]);
        assert_eq!(named_colors(&palette(0.02)), ["blue"]);
    }
}
