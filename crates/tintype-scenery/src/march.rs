//! Draws surveyed ground: each column of the picture is walked from near to far, and every
//! pixel remembers which distance it sees first.

use crate::canvas::{Canvas, View};
use crate::colour::Rgb;
use crate::curves::mix;
use crate::terrain::Terrain;

/// A pixel of ground about to be finished.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub colour: Rgb,
    pub x: f32,
    pub z: f32,
    pub height: f32,
    /// Slope to the right of the middle.
    pub across: f32,
}

/// Draws the ground; `finish` adds fine texture and the air between. Returns, per column, the
/// row above which there is no ground.
pub(crate) fn draw(
    terrain: &Terrain,
    canvas: &mut Canvas,
    view: &View,
    finish: impl Fn(&Seen) -> Rgb,
) -> Vec<f32> {
    let mut skyline = vec![canvas.height as f32; canvas.width];
    let mut strip = Strip::new(canvas.height);
    let mut left = 0;
    while left < canvas.width {
        let count = STRIP.min(canvas.width - left);
        for lane in 0..count {
            let column = terrain.column_at(view.across((left + lane) as f32 + 0.5));
            skyline[left + lane] = strip.walk(terrain, view, lane, column);
        }
        strip.paint(terrain, canvas, view, (left, count), &finish);
        strip.soften_edges(canvas, left);
        left += count;
    }
    skyline
}

/// A few columns at a time, so that their pixels share cache lines.
struct Strip {
    rows: usize,
    /// For each pixel the broken row number of the survey that it sees; below zero, none.
    seen: Vec<f32>,
    /// Outlines: lane and broken picture row where something nearer ends.
    edges: Vec<(usize, f32)>,
}

impl Strip {
    fn new(rows: usize) -> Self {
        Self { rows, seen: vec![-1.0; rows * STRIP], edges: Vec::new() }
    }

    /// Walks one column from near to far; answers how high the ground reaches.
    fn walk(&mut self, terrain: &Terrain, view: &View, lane: usize, column: f32) -> f32 {
        for row in 0..self.rows {
            self.seen[row * STRIP + lane] = -1.0;
        }
        let (c, share) = (column as usize, column - (column as usize) as f32);
        let mut top = self.rows as f32;
        let mut last = f32::MAX;
        let mut hidden = false;
        for row in 0..terrain.rows {
            let height = mix(terrain.height(c, row), terrain.height(c + 1, row), share);
            let height = height.max(terrain.stand.water);
            let y = view.row((height - terrain.stand.eye) / terrain.away[row]);
            if y < top {
                if hidden && last > top + 0.5 {
                    self.edges.push((lane, top));
                }
                self.claim(lane, (y, top, last), row);
                top = y.max(0.0);
                hidden = false;
                if top <= 0.0 {
                    return 0.0;
                }
            } else {
                hidden = true;
            }
            last = y;
        }
        self.edges.push((lane, top));
        top
    }

    /// Gives the picture rows between `y` and `top` to the step that ends at survey row `row`.
    fn claim(&mut self, lane: usize, (y, top, last): (f32, f32, f32), row: usize) {
        let first = (y - 0.5).ceil().max(0.0) as usize;
        let end = ((top - 0.5).ceil().max(0.0) as usize).min(self.rows);
        let span = last - y;
        for r in first..end {
            let back = if span < 1e4 { ((r as f32 + 0.5 - y) / span).clamp(0.0, 1.0) } else { 0.0 };
            self.seen[r * STRIP + lane] = (row as f32 - back).max(0.0);
        }
    }

    fn paint(
        &self,
        terrain: &Terrain,
        canvas: &mut Canvas,
        view: &View,
        (left, count): (usize, usize),
        finish: &impl Fn(&Seen) -> Rgb,
    ) {
        let columns: Vec<(usize, f32, f32)> = (0..count)
            .map(|lane| {
                let across = view.across((left + lane) as f32 + 0.5);
                let column = terrain.column_at(across);
                (column as usize, column - (column as usize) as f32, across)
            })
            .collect();
        for row in 0..self.rows {
            let seen = &self.seen[row * STRIP..row * STRIP + count];
            let pixels = &mut canvas.row_mut(row)[left..left + count];
            for ((at, pixel), &(c, share, across)) in seen.iter().zip(pixels).zip(&columns) {
                if *at >= 0.0 {
                    let seen = look(terrain, *at, (c, share), across);
                    let depth = terrain.stand.water - seen.height;
                    *pixel = if depth > 0.0 { water(depth) } else { finish(&seen) };
                }
            }
        }
    }

    /// Blends outlines with what lies behind them, so that they do not look cut.
    fn soften_edges(&mut self, canvas: &mut Canvas, left: usize) {
        for (lane, top) in self.edges.drain(..) {
            let row = top as usize;
            if row >= 1 && row + 1 < self.rows {
                let x = left + lane;
                let cover = row as f32 + 1.0 - top;
                let (above, below) = (canvas.get(x, row - 1), canvas.get(x, row + 1));
                if above.r >= 0.0 && below.r >= 0.0 {
                    canvas.set(x, row, above.mix(below, cover));
                }
            }
        }
    }
}

fn look(terrain: &Terrain, at: f32, (c, share): (usize, f32), across: f32) -> Seen {
    let row = (at as usize).min(terrain.rows - 2);
    let deep = at - row as f32;
    let near = row * terrain.columns + c;
    let far = near + terrain.columns;
    let colours = &terrain.colours;
    let colour = colours[near]
        .mix(colours[near + 1], share)
        .mix(colours[far].mix(colours[far + 1], share), deep);
    let z = mix(terrain.away[row], terrain.away[row + 1], deep);
    let height = mix(
        mix(terrain.height(c, row), terrain.height(c + 1, row), share),
        mix(terrain.height(c, row + 1), terrain.height(c + 1, row + 1), share),
        deep,
    );
    Seen { colour, x: across * z, z, height, across }
}

/// Marks a pixel as water to be painted later, and keeps how deep it is there.
fn water(depth: f32) -> Rgb {
    Rgb::new(-1.0, depth, 0.0)
}

const STRIP: usize = 16;
