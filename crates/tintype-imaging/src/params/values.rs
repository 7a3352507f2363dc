//! The values that parameters can have.

use super::Argb;

/// A side of the result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Length {
    /// Pixels, before `dpr`.
    Pixels(u32),
    /// A share of the source, 0 to 1.
    Share(f32),
}

/// How the picture is brought to the size asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Fit {
    /// Inside the box, enlarged if need be.
    #[default]
    Clip,
    /// Inside the box, never enlarged.
    Max,
    /// The whole box, the rest cut off.
    Crop,
    /// As crop, but the box shrinks to what the source has.
    Min,
    /// The whole box, bars around the picture.
    Fill,
    /// As fill, but the picture is never enlarged.
    FillMax,
    /// The whole box, edge pixels stretched outwards.
    Clamp,
    /// The whole box, distorted.
    Scale,
}

/// Where a cut is laid. A list of them is a chain: the first that can act does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crop {
    /// Against one or two edges of the frame.
    Edge(EdgeCrop),
    /// Around the focal point.
    FocalPoint,
    /// Where most is to be seen.
    Entropy,
    /// Where most edges are.
    Edges,
}

/// The edges of the frame that a cut keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct EdgeCrop {
    /// −1 left, 0 middle, 1 right.
    pub(crate) horizontal: i8,
    /// −1 top, 0 middle, 1 bottom.
    pub(crate) vertical: i8,
}

/// The focal point of a cut.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Focus {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) zoom: f32,
}

impl Default for Focus {
    fn default() -> Self {
        Self { x: 0.5, y: 0.5, zoom: 1.0 }
    }
}

/// A part of the source, cut out before anything else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: RectPart,
    pub(crate) y: RectPart,
    pub(crate) width: RectPart,
    pub(crate) height: RectPart,
}

/// One number of a `rect`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum RectPart {
    Pixels(u32),
    /// A share of the side.
    Share(f32),
    /// `left` or `top`.
    Start,
    /// `center` or `middle`.
    Middle,
    /// `right` or `bottom`.
    End,
}

/// Changes of every pixel by itself, in the order they are applied. All are 0 when nothing is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Tone {
    pub(crate) enhance: bool,
    pub(crate) brightness: f32,
    pub(crate) contrast: f32,
    pub(crate) exposure: f32,
    pub(crate) gamma: f32,
    pub(crate) highlights: f32,
    pub(crate) shadows: f32,
    pub(crate) saturation: f32,
    pub(crate) vibrance: f32,
    pub(crate) hue: f32,
    pub(crate) invert: bool,
    pub(crate) sepia: f32,
    pub(crate) monochrome: Option<Argb>,
    pub(crate) duotone: Option<(Argb, Argb)>,
}

/// What stands in the bars of `fit=fill`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Fill {
    pub(crate) kind: FillKind,
    pub(crate) color: Option<Argb>,
}

/// The two ways to fill bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum FillKind {
    #[default]
    Solid,
    Blur,
}

/// Lengths on the four sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sides {
    pub(crate) top: u32,
    pub(crate) right: u32,
    pub(crate) bottom: u32,
    pub(crate) left: u32,
}

impl Sides {
    /// The same on every side.
    pub(crate) fn all(length: u32) -> Self {
        Self { top: length, right: length, bottom: length, left: length }
    }

    /// Whether there is nothing on any side.
    pub(crate) fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// A frame drawn inside the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Border {
    pub(crate) sides: Sides,
    pub(crate) color: Argb,
}

/// The form of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Output {
    Jpeg,
    Png,
    WebP,
    Json,
    BlurHash,
}

/// The form of a palette answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaletteForm {
    Css,
    Json,
}
