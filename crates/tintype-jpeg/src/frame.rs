//! The geometry of a frame: how many blocks each component has, and how large its plane becomes.

use crate::Header;
use crate::idct::LANES;
use crate::options::Scale;
use crate::planes::Plane;

/// The components of a frame and how they interleave.
#[derive(Debug, Clone)]
pub struct Frame {
    pub width: u32,
    pub height: u32,
    pub h_max: usize,
    pub v_max: usize,
    /// MCUs across and down, in scans of more than one component.
    pub mcus_across: usize,
    pub mcus_down: usize,
    pub components: Vec<Component>,
}

/// One component's place in the frame, in blocks.
#[derive(Debug, Clone)]
pub struct Component {
    pub id: u8,
    pub h: usize,
    pub v: usize,
    pub quantiser: usize,
    /// Blocks that hold picture: what a scan of this component alone has.
    pub blocks_across: usize,
    pub blocks_down: usize,
    /// Blocks with those that fill up the last MCUs.
    pub padded_across: usize,
    pub padded_down: usize,
}

impl Frame {
    /// Lays out the blocks of a header that `check_supported` accepts.
    pub fn new(header: &Header) -> Self {
        let factors = || header.sampling.iter();
        let h_max = factors().map(|factor| usize::from(factor.0)).max().unwrap_or(1);
        let v_max = factors().map(|factor| usize::from(factor.1)).max().unwrap_or(1);
        let (width, height) = (header.width as usize, header.height as usize);
        let mcus_across = width.div_ceil(8 * h_max);
        let mcus_down = height.div_ceil(8 * v_max);
        let component = |(index, &(h, v)): (usize, &(u8, u8))| {
            let (h, v) = (usize::from(h), usize::from(v));
            Component {
                id: header.ids[index],
                h,
                v,
                quantiser: usize::from(header.quantisers[index]),
                blocks_across: (width * h).div_ceil(h_max).div_ceil(8),
                blocks_down: (height * v).div_ceil(v_max).div_ceil(8),
                padded_across: mcus_across * h,
                padded_down: mcus_down * v,
            }
        };
        let components = factors().enumerate().map(component).collect();
        let (width, height) = (header.width, header.height);
        Self { width, height, h_max, v_max, mcus_across, mcus_down, components }
    }

    /// Blocks that hold picture, in all components.
    pub fn blocks(&self) -> usize {
        self.components.iter().map(|c| c.blocks_across * c.blocks_down).sum()
    }

    /// Bytes all planes take at a scale.
    pub fn plane_bytes(&self, scale: Scale) -> usize {
        self.components.iter().map(|c| c.stride(scale) * c.rows(scale)).sum()
    }

    /// Makes the empty planes.
    pub fn planes(&self, scale: Scale) -> Vec<Plane> {
        self.components.iter().map(|component| self.plane(component, scale)).collect()
    }

    fn plane(&self, component: &Component, scale: Scale) -> Plane {
        let points = scale.points() as usize;
        let part =
            |length: u32, factor: usize, max: usize| (length as usize * factor * points, max * 8);
        let (w, w_of) = part(self.width, component.h, self.h_max);
        let (h, h_of) = part(self.height, component.v, self.v_max);
        Plane {
            data: vec![0; component.stride(scale) * component.rows(scale)],
            stride: component.stride(scale),
            width: w.div_ceil(w_of),
            height: h.div_ceil(h_of),
            exact_width: w as f64 / w_of as f64,
            exact_height: h as f64 / h_of as f64,
        }
    }
}

impl Component {
    /// Samples in a row of the plane: whole groups of blocks, so that a group is always stored whole.
    pub fn stride(&self, scale: Scale) -> usize {
        self.padded_across.next_multiple_of(LANES) * scale.points() as usize
    }

    /// Rows of the plane.
    pub fn rows(&self, scale: Scale) -> usize {
        self.padded_down * scale.points() as usize
    }
}
