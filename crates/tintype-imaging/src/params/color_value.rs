//! Colours as parameters write them: hex with alpha first, or a CSS name.

use super::color_names::COLOR_NAMES;

/// A colour with its opacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Argb {
    pub(crate) alpha: u8,
    pub(crate) rgb: [u8; 3],
}

impl Argb {
    pub(crate) const WHITE: Self = Self { alpha: 255, rgb: [255; 3] };
    pub(crate) const CLEAR: Self = Self { alpha: 0, rgb: [0; 3] };

    /// Reads `fff`, `8fff`, `ffeedd`, `80ffeedd` (with or without `#`) or a CSS keyword.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let hex = text.strip_prefix('#').unwrap_or(text);
        Self::from_hex(hex).or_else(|| Self::from_name(text))
    }

    /// The same colour in its longest form.
    pub(crate) fn canonical(self) -> String {
        let [r, g, b] = self.rgb;
        format!("{:02x}{r:02x}{g:02x}{b:02x}", self.alpha)
    }

    fn from_hex(hex: &str) -> Option<Self> {
        if !hex.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(hex, 16).ok()?;
        let byte = |shift: u32| (number >> shift) as u8;
        let nibble = |shift: u32| ((number >> shift) as u8 & 15) * 17;
        Some(match hex.len() {
            3 => Self { alpha: 255, rgb: [nibble(8), nibble(4), nibble(0)] },
            4 => Self { alpha: nibble(12), rgb: [nibble(8), nibble(4), nibble(0)] },
            6 => Self { alpha: 255, rgb: [byte(16), byte(8), byte(0)] },
            8 => Self { alpha: byte(24), rgb: [byte(16), byte(8), byte(0)] },
            _ => return None,
        })
    }

    fn from_name(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("transparent") {
            return Some(Self::CLEAR);
        }
        let found = COLOR_NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        let [_, r, g, b] = found.1.to_be_bytes();
        Some(Self { alpha: 255, rgb: [r, g, b] })
    }
}

#[cfg(test)]
mod tests {
    use super::Argb;

    #[test]
    fn colors_are_read_alpha_first() {
        let cases = [
            ("fff", Some((255, [255, 255, 255]))),
            ("8f00", Some((0x88, [255, 0, 0]))),
            ("#102030", Some((255, [0x10, 0x20, 0x30]))),
            ("80102030", Some((0x80, [0x10, 0x20, 0x30]))),
            ("RebeccaPurple", Some((255, [0x66, 0x33, 0x99]))),
            ("transparent", Some((0, [0, 0, 0]))),
            ("red", Some((255, [255, 0, 0]))),
            ("12345", None),
            ("+ff", None),
            ("nonsense", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let expected = expected.map(|(alpha, rgb)| Argb { alpha, rgb });
            assert_eq!(Argb::parse(text), expected, "{text}");
        }
    }
}
