//! `crop=entropy` and `crop=edges`: finding the part of a picture where most is to be seen.

use super::Job;
use crate::params::Crop;
use crate::picture::{Orientation, Picture, Raster, Window};

/// Where the cut lies in the upright picture: where the plan says, or where most is to be seen.
pub(in crate::render) fn place_cut(
    picture: &Picture,
    orientation: Orientation,
    job: &Job<'_>,
) -> Window {
    let score: fn(&[Cell]) -> f64 = match job.params.crop.first() {
        Some(Crop::Entropy) if job.params.may_cut() => entropy,
        Some(Crop::Edges) if job.params.may_cut() => edges,
        _ => return job.plan.window,
    };
    let Window { width, height, .. } = job.plan.window;
    let region = job.plan.region;
    let cells = Cells::of(&region_small(picture, orientation, region));
    let columns = span(width / region.width, cells.width);
    let rows = span(height / region.height, cells.height);
    let (x, y) = cells.best_place(columns, rows, score);
    Window {
        x: region.x + (x as f64 / cells.width as f64 * region.width).min(region.width - width),
        y: region.y + (y as f64 / cells.height as f64 * region.height).min(region.height - height),
        width,
        height,
    }
}

fn region_small(picture: &Picture, orientation: Orientation, region: Window) -> Raster {
    let (width, height) = orientation.size(picture.width(), picture.height());
    let (width, height) = (f64::from(width) * region.width, f64::from(height) * region.height);
    let scale = LOOKED_AT_SIDE / width.max(height);
    let side = |length: f64| (length * scale).round().clamp(1.0, LOOKED_AT_SIDE) as u32;
    let (width, height) = orientation.size(side(width), side(height));
    let small = picture.resize(region.before(orientation), width, height);
    small.orient(orientation).into_raster().flatten([255; 3])
}

/// What is known of one pixel of the small picture.
#[derive(Clone, Copy)]
struct Cell {
    level: u8,
    edge: f32,
}

struct Cells {
    rows: Vec<Cell>,
    width: usize,
    height: usize,
}

impl Cells {
    fn of(raster: &Raster) -> Self {
        let (width, height) = (raster.width as usize, raster.height as usize);
        let grey: Vec<f32> = raster
            .colors()
            .map(|[r, g, b]| 0.3 * f32::from(r) + 0.6 * f32::from(g) + 0.1 * f32::from(b))
            .collect();
        let rows = (0..grey.len())
            .map(|index| {
                let (x, y) = (index % width, index / width);
                let right = grey[y * width + (x + 1).min(width - 1)];
                let below = grey[(y + 1).min(height - 1) * width + x];
                let edge = (right - grey[index]).abs() + (below - grey[index]).abs();
                Cell { level: grey[index] as u8, edge }
            })
            .collect();
        Self { rows, width, height }
    }

    /// Of equally good places the one nearest to the middle.
    fn best_place(&self, columns: usize, rows: usize, score: fn(&[Cell]) -> f64) -> (usize, usize) {
        let mut best = ((self.width - columns) / 2, (self.height - rows) / 2);
        let mut best_score = score(&self.part(best.0, best.1, columns, rows)) * (1.0 + 1e-9);
        for y in 0..=self.height - rows {
            for x in 0..=self.width - columns {
                let found = score(&self.part(x, y, columns, rows));
                if found > best_score {
                    (best, best_score) = ((x, y), found);
                }
            }
        }
        best
    }

    fn part(&self, x: usize, y: usize, columns: usize, rows: usize) -> Vec<Cell> {
        let row = |row: usize| &self.rows[row * self.width + x..][..columns];
        (y..y + rows).flat_map(row).copied().collect()
    }
}

/// A share of a side in whole pixels.
fn span(share: f64, side: usize) -> usize {
    ((share * side as f64).round() as usize).clamp(1, side)
}

/// Shannon entropy of the levels: an even sky has little, foliage has much.
fn entropy(cells: &[Cell]) -> f64 {
    let mut counts = [0_u32; 64];
    for cell in cells {
        counts[usize::from(cell.level / 4)] += 1;
    }
    let total = cells.len() as f64;
    let shares = counts.iter().filter(|count| **count > 0).map(|count| f64::from(*count) / total);
    -shares.map(|share| share * share.log2()).sum::<f64>()
}

fn edges(cells: &[Cell]) -> f64 {
    cells.iter().map(|cell| f64::from(cell.edge)).sum()
}

/// One axis is free at a time, so that this bounds the work to 64 sums of 4,096 pixels.
const LOOKED_AT_SIDE: f64 = 64.0;
