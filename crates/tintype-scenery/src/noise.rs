//! Gradient noise: at a point, with slopes, in sums of octaves, and along whole rows.

/// One field of noise. Values lie roughly between -1 and 1, features are about 1 wide.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noise(u32);

/// Noise with its slopes, for shapes that need to know how steep they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slope {
    pub value: f32,
    pub dx: f32,
    pub dy: f32,
}

impl Noise {
    pub fn new(seed: u32) -> Self {
        Self(seed)
    }

    /// Another field, unrelated to this one.
    pub fn other(self, salt: u32) -> Self {
        Self(scramble(self.0 ^ salt.wrapping_mul(0x9e37_79b9)))
    }

    /// A fixed chance value from 0 to 1 for the cell at (x, y).
    pub fn cell(self, x: i32, y: i32) -> f32 {
        (self.hash(x, y) >> 8) as f32 / 16_777_216.0
    }

    /// As `cell`, two values at once.
    pub fn cell2(self, x: i32, y: i32) -> (f32, f32) {
        let hash = self.hash(x, y);
        ((hash & 0xffff) as f32 / 65_536.0, (hash >> 16) as f32 / 65_536.0)
    }

    pub fn at(self, x: f32, y: f32) -> f32 {
        let (ix, fx) = split(x);
        let (iy, fy) = split(y);
        let a = self.pull(ix, iy, fx, fy);
        let b = self.pull(ix + 1, iy, fx - 1.0, fy);
        let c = self.pull(ix, iy + 1, fx, fy - 1.0);
        let d = self.pull(ix + 1, iy + 1, fx - 1.0, fy - 1.0);
        let (u, v) = (ease(fx), ease(fy));
        let top = a + (b - a) * u;
        let bottom = c + (d - c) * u;
        (top + (bottom - top) * v) * SCALE
    }

    /// Noise along a line.
    pub fn line(self, x: f32) -> f32 {
        let (ix, fx) = split(x);
        let a = (self.cell(ix, 0) * 2.0 - 1.0) * fx;
        let b = (self.cell(ix + 1, 0) * 2.0 - 1.0) * (fx - 1.0);
        (a + (b - a) * ease(fx)) * 2.2
    }

    /// Octaves along a line, each half as strong and twice as fine as the one before.
    pub fn line_fbm(self, x: f32, octaves: u32) -> f32 {
        let (mut sum, mut strength, mut at) = (0.0, 0.5, x);
        for octave in 0..octaves {
            sum += self.other(octave).line(at) * strength;
            strength *= 0.5;
            at = at * 2.03 + 17.3;
        }
        sum
    }

    /// Octaves, each half as strong and twice as fine as the one before, turned a little
    /// so that the lattices never line up.
    pub fn fbm(self, x: f32, y: f32, octaves: u32) -> f32 {
        let (mut sum, mut strength, mut x, mut y) = (0.0, 0.5, x, y);
        for _ in 0..octaves {
            sum += self.at(x, y) * strength;
            strength *= 0.5;
            (x, y) = turn(x, y);
        }
        sum
    }

    /// Sharp crests over rounded valleys, from 0 to about 1; rougher the higher it is.
    pub fn ridged(self, x: f32, y: f32, octaves: u32) -> f32 {
        let (mut sum, mut strength, mut x, mut y, mut above) = (0.0, 0.5, x, y, 1.0);
        for _ in 0..octaves {
            let crest = 1.0 - self.at(x, y).abs();
            let crest = crest * crest;
            sum += crest * strength * above;
            above = crest.min(1.0);
            strength *= 0.5;
            (x, y) = turn(x, y);
        }
        sum
    }

    /// Mountains as water leaves them: fine detail fades where the ground is already steep.
    pub fn eroded(self, x: f32, y: f32, octaves: u32) -> f32 {
        let (mut sum, mut strength, mut x, mut y) = (0.0, 0.5, x, y);
        let (mut dx, mut dy) = (0.0f32, 0.0f32);
        for _ in 0..octaves {
            let slope = self.slope(x, y);
            dx += slope.dx * 0.8;
            dy += slope.dy * 0.8;
            sum += slope.value * strength / (1.0 + dx * dx + dy * dy);
            strength *= 0.5;
            (x, y) = turn(x, y);
            (dx, dy) = (0.8 * dx - 0.6 * dy, 0.6 * dx + 0.8 * dy);
        }
        sum
    }

    pub fn slope(self, x: f32, y: f32) -> Slope {
        let (ix, fx) = split(x);
        let (iy, fy) = split(y);
        let ga = self.gradient(ix, iy);
        let gb = self.gradient(ix + 1, iy);
        let gc = self.gradient(ix, iy + 1);
        let gd = self.gradient(ix + 1, iy + 1);
        let a = ga.0 * fx + ga.1 * fy;
        let b = gb.0 * (fx - 1.0) + gb.1 * fy;
        let c = gc.0 * fx + gc.1 * (fy - 1.0);
        let d = gd.0 * (fx - 1.0) + gd.1 * (fy - 1.0);
        let (u, v) = (ease(fx), ease(fy));
        let (du, dv) = (ease_slope(fx), ease_slope(fy));
        let across = a - b - c + d;
        let part = |a: f32, b: f32, c: f32, d: f32| {
            a + u * (b - a) + v * (c - a) + u * v * (a - b - c + d)
        };
        Slope {
            value: part(a, b, c, d) * SCALE,
            dx: (part(ga.0, gb.0, gc.0, gd.0) + du * (b - a + v * across)) * SCALE,
            dy: (part(ga.1, gb.1, gc.1, gd.1) + dv * (c - a + u * across)) * SCALE,
        }
    }

    /// Adds noise times `strength` along a row: point `i` lies at (`x` + i·`step`, `y`).
    /// Far cheaper than point by point, for the corners are looked up once per cell.
    pub fn add_row(self, out: &mut [f32], (x, step): (f32, f32), y: f32, strength: f32) {
        let (iy, fy) = split(y);
        let v = ease(fy);
        let edge = |ix: i32| {
            let top = self.gradient(ix, iy);
            let bottom = self.gradient(ix, iy + 1);
            let slope = top.0 + (bottom.0 - top.0) * v;
            let level = top.1 * fy * (1.0 - v) + bottom.1 * (fy - 1.0) * v;
            (slope, level)
        };
        let mut start = 0;
        let (mut ix, _) = split(x);
        let mut left = edge(ix);
        while start < out.len() {
            let right = edge(ix + 1);
            let end = if step > 0.0 {
                ((((ix + 1) as f32 - x) / step).ceil().max(0.0) as usize).clamp(start, out.len())
            } else {
                out.len()
            };
            let scale = strength * SCALE;
            for (i, value) in out[start..end].iter_mut().enumerate() {
                let fx = (x - ix as f32) + (start + i) as f32 * step;
                let a = left.0 * fx + left.1;
                let b = right.0 * (fx - 1.0) + right.1;
                *value += (a + (b - a) * ease(fx)) * scale;
            }
            start = end;
            ix += 1;
            left = right;
        }
    }

    fn pull(self, ix: i32, iy: i32, fx: f32, fy: f32) -> f32 {
        let (gx, gy) = self.gradient(ix, iy);
        gx * fx + gy * fy
    }

    fn gradient(self, ix: i32, iy: i32) -> (f32, f32) {
        DIRECTIONS[(self.hash(ix, iy) >> 26) as usize]
    }

    fn hash(self, ix: i32, iy: i32) -> u32 {
        let mixed = (ix as u32)
            .wrapping_mul(0x27d4_eb2d)
            .wrapping_add((iy as u32).wrapping_mul(0x1656_67b1))
            .wrapping_add(self.0);
        let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2c1b_3c6d);
        (mixed ^ (mixed >> 13)).wrapping_mul(0x297a_2d39)
    }
}

/// Brings the usual range of the sum of four pulls to about ±1.
const SCALE: f32 = 1.45;

/// Sixty-four directions, evenly around.
const DIRECTIONS: [(f32, f32); 64] = [
    (0.998_80, 0.049_07),
    (0.989_18, 0.146_73),
    (0.970_03, 0.242_98),
    (0.941_54, 0.336_89),
    (0.903_99, 0.427_56),
    (0.857_73, 0.514_10),
    (0.803_21, 0.595_70),
    (0.740_95, 0.671_56),
    (0.671_56, 0.740_95),
    (0.595_70, 0.803_21),
    (0.514_10, 0.857_73),
    (0.427_56, 0.903_99),
    (0.336_89, 0.941_54),
    (0.242_98, 0.970_03),
    (0.146_73, 0.989_18),
    (0.049_07, 0.998_80),
    (-0.049_07, 0.998_80),
    (-0.146_73, 0.989_18),
    (-0.242_98, 0.970_03),
    (-0.336_89, 0.941_54),
    (-0.427_56, 0.903_99),
    (-0.514_10, 0.857_73),
    (-0.595_70, 0.803_21),
    (-0.671_56, 0.740_95),
    (-0.740_95, 0.671_56),
    (-0.803_21, 0.595_70),
    (-0.857_73, 0.514_10),
    (-0.903_99, 0.427_56),
    (-0.941_54, 0.336_89),
    (-0.970_03, 0.242_98),
    (-0.989_18, 0.146_73),
    (-0.998_80, 0.049_07),
    (-0.998_80, -0.049_07),
    (-0.989_18, -0.146_73),
    (-0.970_03, -0.242_98),
    (-0.941_54, -0.336_89),
    (-0.903_99, -0.427_56),
    (-0.857_73, -0.514_10),
    (-0.803_21, -0.595_70),
    (-0.740_95, -0.671_56),
    (-0.671_56, -0.740_95),
    (-0.595_70, -0.803_21),
    (-0.514_10, -0.857_73),
    (-0.427_56, -0.903_99),
    (-0.336_89, -0.941_54),
    (-0.242_98, -0.970_03),
    (-0.146_73, -0.989_18),
    (-0.049_07, -0.998_80),
    (0.049_07, -0.998_80),
    (0.146_73, -0.989_18),
    (0.242_98, -0.970_03),
    (0.336_89, -0.941_54),
    (0.427_56, -0.903_99),
    (0.514_10, -0.857_73),
    (0.595_70, -0.803_21),
    (0.671_56, -0.740_95),
    (0.740_95, -0.671_56),
    (0.803_21, -0.595_70),
    (0.857_73, -0.514_10),
    (0.903_99, -0.427_56),
    (0.941_54, -0.336_89),
    (0.970_03, -0.242_98),
    (0.989_18, -0.146_73),
    (0.998_80, -0.049_07),
];

fn scramble(mut h: u32) -> u32 {
    h ^= h >> 16;
    h = h.wrapping_mul(0x7feb_352d);
    h ^= h >> 15;
    h = h.wrapping_mul(0x846c_a68b);
    h ^ (h >> 16)
}

/// The whole and the broken part. Adding a large number lets the machine round; for the
/// ranges used here (±4 million) that is exact, and far cheaper than a checked conversion.
fn split(x: f32) -> (i32, f32) {
    let shifted = x + ROUND;
    let near = shifted - ROUND;
    let over = near > x;
    let whole = (shifted.to_bits() as i32).wrapping_sub(ROUND.to_bits() as i32);
    (whole - i32::from(over), x - near + f32::from(u8::from(over)))
}

const ROUND: f32 = 12_582_912.0;

fn ease(t: f32) -> f32 {
    t * t * t * (t * (t * 6.0 - 15.0) + 10.0)
}

fn ease_slope(t: f32) -> f32 {
    30.0 * t * t * (t * (t - 2.0) + 1.0)
}

fn turn(x: f32, y: f32) -> (f32, f32) {
    (1.62 * x + 1.21 * y + 31.7, -1.21 * x + 1.62 * y + 11.3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_agrees_with_its_points() {
        let noise = Noise::new(7);
        let mut row = vec![0.0; 200];
        noise.add_row(&mut row, (-3.7, 0.113), 5.31, 1.0);
        for (i, value) in row.iter().enumerate() {
            let exact = noise.at(-3.7 + i as f32 * 0.113, 5.31);
            assert!((value - exact).abs() < 1e-3, "point {i}: {value} is not {exact}");
        }
    }

    #[test]
    fn slopes_agree_with_small_steps() {
        let noise = Noise::new(11);
        for i in 0..50 {
            let (x, y) = (i as f32 * 0.37 - 5.0, i as f32 * 0.21);
            let slope = noise.slope(x, y);
            assert!((slope.value - noise.at(x, y)).abs() < 1e-4);
            let rise = (noise.at(x + 0.005, y) - noise.at(x - 0.005, y)) / 0.01;
            assert!((slope.dx - rise).abs() < 0.05, "{} is not {rise}", slope.dx);
        }
    }

    #[test]
    fn noise_spreads_around_zero() {
        let noise = Noise::new(3);
        let values: Vec<f32> =
            (0..4000).map(|i| noise.at(i as f32 * 0.317, i as f32 * 0.171)).collect();
        let mean = values.iter().sum::<f32>() / 4000.0;
        let top = values.iter().copied().fold(0.0, f32::max);
        assert!(mean.abs() < 0.05 && top > 0.6 && top < 1.8, "mean {mean}, top {top}");
    }
}
