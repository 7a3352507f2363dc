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
        strip.paint((terrain, view), canvas, (left, count), &finish);
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

    /// Walks one column from near to far; answers how high the ground reaches. Between two
    /// surveyed rows it follows a curve through four, for straight lines would notch every crest.
    fn walk(&mut self, terrain: &Terrain, view: &View, lane: usize, column: f32) -> f32 {
        for row in 0..self.rows {
            self.seen[row * STRIP + lane] = -1.0;
        }
        let (c, share) = (column as usize, column - (column as usize) as f32);
        let at = |row: usize| {
            let row = row.min(terrain.rows - 1);
            mix(terrain.height(c, row), terrain.height(c + 1, row), share)
        };
        let mut line = Line { top: self.rows as f32, last: f32::MAX, hidden: false };
        let (mut before, mut here, mut next) = (at(0), at(0), at(1));
        for row in 0..terrain.rows - 1 {
            let after = at(row + 2);
            let (z, deep) = (terrain.away[row], terrain.away[row + 1] - terrain.away[row]);
            let curve = Curve::through(before, here, next, after);
            // A crest hides between rows only where the ground bends.
            let steps = if curve.is_straight(z) { 1 } else { 3 };
            for step in 1..=steps {
                let t = step as f32 / steps as f32;
                let height = curve.at(t).max(terrain.stand.water);
                let y = view.row((height - terrain.stand.eye) / (z + deep * t));
                self.step(lane, &mut line, y, (row as f32 + t, 1.0 / steps as f32));
                if line.top <= 0.0 {
                    return 0.0;
                }
            }
            (before, here, next) = (here, next, after);
        }
        self.edges.push((lane, line.top));
        line.top
    }

    /// One step of a walk, arriving at picture row `y` and survey row `at`.
    fn step(&mut self, lane: usize, line: &mut Line, y: f32, (at, length): (f32, f32)) {
        if y < line.top {
            if line.hidden && line.last > line.top + 0.5 {
                self.edges.push((lane, line.top));
            }
            self.claim(lane, (y, line.top, line.last), (at, length));
            line.top = y.max(0.0);
        }
        line.hidden = y > line.top;
        line.last = y;
    }

    /// Gives the picture rows between `y` and `top` to the step that ends at survey row `at`.
    fn claim(&mut self, lane: usize, (y, top, last): (f32, f32, f32), (at, length): (f32, f32)) {
        let first = (y - 0.5).ceil().max(0.0) as usize;
        let end = ((top - 0.5).ceil().max(0.0) as usize).min(self.rows);
        let span = last - y;
        for r in first..end {
            let back = if span < 1e4 { ((r as f32 + 0.5 - y) / span).clamp(0.0, 1.0) } else { 0.0 };
            self.seen[r * STRIP + lane] = (at - back * length).max(0.0);
        }
    }

    fn paint(
        &self,
        (terrain, view): (&Terrain, &View),
        canvas: &mut Canvas,
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

/// Where a walk has come to.
struct Line {
    top: f32,
    last: f32,
    hidden: bool,
}

/// A smooth curve from one height to the next that also heeds their neighbours.
struct Curve {
    start: f32,
    linear: f32,
    square: f32,
    cube: f32,
}

impl Curve {
    fn through(before: f32, here: f32, next: f32, after: f32) -> Self {
        Self {
            start: here,
            linear: (next - before) * 0.5,
            square: before - 2.5 * here + 2.0 * next - 0.5 * after,
            cube: (after - before) * 0.5 + (here - next) * 1.5,
        }
    }

    /// Whether a straight line would do, seen from a distance `away`.
    fn is_straight(&self, away: f32) -> bool {
        self.square.abs() + self.cube.abs() < away * 0.000_8
    }

    fn at(&self, t: f32) -> f32 {
        self.start + t * (self.linear + t * (self.square + t * self.cube))
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
