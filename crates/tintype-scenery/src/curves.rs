//! The small curves that shape everything: ramps, mixes, cheap exponentials.

pub(crate) fn mix(a: f32, b: f32, amount: f32) -> f32 {
    a + (b - a) * amount
}

/// 0 below `from`, 1 above `to`, straight between; `from` may be the larger one.
pub(crate) fn ramp(from: f32, to: f32, x: f32) -> f32 {
    ((x - from) / (to - from)).clamp(0.0, 1.0)
}

/// As `ramp`, with soft ends.
pub(crate) fn smooth(from: f32, to: f32, x: f32) -> f32 {
    let t = ramp(from, to, x);
    t * t * (3.0 - 2.0 * t)
}

/// e^-x for x ≥ 0, to about half a percent; a tenth of the price of the exact one.
pub(crate) fn fade(x: f32) -> f32 {
    let base = 1.0 / (1.0 + x * (0.125 + x * (0.007_812_5 + x * 0.000_34)));
    let squared = base * base;
    let fourth = squared * squared;
    fourth * fourth
}

/// A bell of width `width` around zero.
pub(crate) fn bell(x: f32, width: f32) -> f32 {
    let t = x / width;
    fade(t * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheap_exponential_stays_near_the_exact_one() {
        for step in 0..400 {
            let x = step as f32 * 0.02;
            assert!((fade(x) - (-x).exp()).abs() < 0.006, "at {x}: {}", fade(x));
        }
    }

    #[test]
    fn ramps_run_both_ways_and_stop_at_their_ends() {
        assert!((ramp(2.0, 4.0, 3.0) - 0.5).abs() < 1e-6);
        assert!((ramp(4.0, 2.0, 3.5) - 0.25).abs() < 1e-6);
        assert!(smooth(0.0, 1.0, 7.0) >= 1.0);
        assert!(smooth(0.0, 1.0, -7.0) <= 0.0);
    }
}
