//! Decoded pixels and what is done to them as a whole: resize, turn, convert.

mod icc;
pub(crate) mod orient;
mod raster;
mod resize;
mod ycc;

pub(crate) use icc::Profile;
pub(crate) use orient::Orientation;
pub(crate) use raster::{Channels, Raster};
pub(crate) use resize::Window;
pub(crate) use ycc::{Ycc, interleave, resize_samples};

/// A picture in either of the two forms that it passes through.
#[derive(Debug, Clone)]
pub(crate) enum Picture {
    /// Interleaved RGB or RGBA.
    Raster(Raster),
    /// Luma and half-size colour differences, as JPEG keeps them: resized and encoded without a detour.
    Ycc(Ycc),
}

impl Picture {
    pub(crate) fn width(&self) -> u32 {
        match self {
            Self::Raster(raster) => raster.width,
            Self::Ycc(ycc) => ycc.width,
        }
    }

    pub(crate) fn height(&self) -> u32 {
        match self {
            Self::Raster(raster) => raster.height,
            Self::Ycc(ycc) => ycc.height,
        }
    }

    /// Whether any pixel lets the background through.
    pub(crate) fn is_transparent(&self) -> bool {
        match self {
            Self::Raster(raster) => raster.is_transparent(),
            Self::Ycc(_) => false,
        }
    }

    /// Resizes a window of the picture.
    pub(crate) fn resize(&self, window: Window, width: u32, height: u32) -> Self {
        match self {
            Self::Raster(raster) => Self::Raster(raster.resize(window, width, height)),
            Self::Ycc(ycc) => Self::Ycc(ycc.resize(window, width, height)),
        }
    }

    /// Turns the picture upright.
    pub(crate) fn orient(self, orientation: Orientation) -> Self {
        match self {
            Self::Raster(raster) => Self::Raster(raster.orient(orientation)),
            Self::Ycc(ycc) => Self::Ycc(ycc.orient(orientation)),
        }
    }

    /// The picture as interleaved pixels.
    pub(crate) fn into_raster(self) -> Raster {
        match self {
            Self::Raster(raster) => raster,
            Self::Ycc(ycc) => ycc.to_raster(),
        }
    }

    /// Converts to sRGB; a profile that says sRGB costs nothing.
    pub(crate) fn into_srgb(self, profile: Option<&Profile>) -> Self {
        match profile {
            Some(profile) => Self::Raster(profile.convert(self.into_raster())),
            None => self,
        }
    }
}
