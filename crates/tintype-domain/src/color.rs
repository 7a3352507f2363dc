//! Colours: of a photo, and the names one may search by.

use std::fmt;

/// A text that is no colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a colour like #26408c")]
pub struct InvalidColor;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// Reads `#26408c` or `26408c`.
    pub fn parse(text: &str) -> Result<Self, InvalidColor> {
        let hex = text.strip_prefix('#').unwrap_or(text);
        if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(InvalidColor);
        }
        let number = u32::from_str_radix(hex, 16).map_err(|_| InvalidColor)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }

    /// As one number, `0x26408c`, the way databases keep it.
    pub const fn to_number(self) -> u32 {
        u32::from_be_bytes([0, self.0[0], self.0[1], self.0[2]])
    }

    /// Reads what [`Self::to_number`] wrote.
    pub const fn from_number(number: u32) -> Self {
        let [_, red, green, blue] = number.to_be_bytes();
        Self([red, green, blue])
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// One colour of a photo's palette.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swatch {
    /// The colour.
    pub rgb: Rgb,
    /// What part of the picture it covers, 0 to 1.
    pub share: f32,
}

macro_rules! color_names {
    ($($variant:ident = $text:literal),+ $(,)?) => {
        /// The colours one may search by (wire contract, section 5).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ColorName {
            $(#[doc = $text] $variant),+
        }

        impl ColorName {
            /// Every name there is, in the contract's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As in `color=…`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

color_names! {
    BlackAndWhite = "black_and_white", Black = "black", White = "white", Yellow = "yellow",
    Orange = "orange", Red = "red", Purple = "purple", Magenta = "magenta", Green = "green",
    Teal = "teal", Blue = "blue",
}

impl ColorName {
    /// Reads a name as in `color=teal`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_reads_what_it_wrote() {
        let blue = Rgb([0x26, 0x40, 0x8c]);
        assert_eq!(blue.to_string(), "#26408c");
        assert_eq!(Rgb::parse("#26408C"), Ok(blue));
        assert_eq!(Rgb::from_number(blue.to_number()), blue);
        for text in ["", "#12345", "#1234567", "#zzzzzz", "#+12345"] {
            assert_eq!(Rgb::parse(text), Err(InvalidColor), "{text:?}");
        }
    }
}
