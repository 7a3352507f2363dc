//! The coefficients of a progressive file, kept until its last scan: only those a kernel wants.

use crate::block::dequantise;
use crate::frame::{Component, Frame};
use crate::idct::{EMPTY, GROUP_SLOTS, Group, Kernel, LANES};
use crate::options::Scale;
use crate::planes::Plane;

/// What is kept of one component.
pub struct Coefficients {
    /// Blocks from one row to the next.
    pub across: usize,
    /// Coefficients kept of each block.
    pub slots: usize,
    /// `slots` values for each block, row by row.
    pub values: Vec<i16>,
    /// For each block, which coefficients are known not to be zero: bit `k` is number `k` in
    /// zigzag order, kept or not. Refining scans depend on them all.
    pub nonzero: Vec<u64>,
}

impl Coefficients {
    /// All zero. Without AC scans nobody asks what is nonzero.
    pub fn new(component: &Component, scale: Scale, has_ac: bool) -> Self {
        let blocks = component.padded_across * component.padded_down;
        let slots = slots(scale);
        let nonzero = vec![0; if has_ac { blocks } else { 0 }];
        let values = vec![0; blocks * slots];
        Self { across: component.padded_across, slots, values, nonzero }
    }

    /// The most bytes all components of a frame take.
    pub fn bytes(frame: &Frame, scale: Scale) -> usize {
        let block = slots(scale) * size_of::<i16>() + size_of::<u64>();
        let components = frame.components.iter();
        components.map(|c| c.padded_across * c.padded_down * block).sum()
    }

    /// Transforms all blocks that hold picture. The quantiser is in zigzag order.
    pub fn transform<K: Kernel>(
        &self,
        component: &Component,
        quantiser: &[i32; 64],
        plane: &mut Plane,
    ) {
        let mut by_slot = [0; GROUP_SLOTS];
        for (&slot, &value) in K::SLOTS.iter().zip(quantiser) {
            by_slot[usize::from(slot)] = value;
        }
        let mut group = EMPTY;
        for row in 0..component.blocks_down {
            let blocks = &self.values[row * self.across * self.slots..][..self.across * self.slots];
            let out = &mut plane.data[row * K::POINTS * plane.stride..];
            for (at, blocks) in blocks.chunks(LANES * self.slots).enumerate() {
                gather(blocks, self.slots, &by_slot, &mut group);
                K::transform(&group, &mut out[at * LANES * K::POINTS..], plane.stride);
            }
        }
    }
}

fn slots(scale: Scale) -> usize {
    let points = scale.points() as usize;
    points * points
}

/// Dequantises some blocks into the lanes of a group.
fn gather(blocks: &[i16], slots: usize, quantiser: &[i32; GROUP_SLOTS], group: &mut Group) {
    if blocks.len() < LANES * slots {
        group[..slots * LANES].fill(0);
    }
    for (lane, block) in blocks.chunks_exact(slots).enumerate() {
        for ((lanes, &value), &quantiser) in
            group.as_chunks_mut::<LANES>().0.iter_mut().zip(block).zip(quantiser)
        {
            lanes[lane % LANES] = dequantise(value.into(), quantiser);
        }
    }
}
