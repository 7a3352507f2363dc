//! Inverse transforms of 1, 2×2, 4×4 and 8×8 points, over many blocks at once.
//!
//! They are the integer transforms of the IJG's libjpeg (`jidctint.c`): the scaled ones use only the
//! lowest coefficients, as many as there are points. (libjpeg-turbo's at 1/2 and 1/4 use them all:
//! they give the mean of pixels, which is softer, and leave nothing to skip.) Lane `l` of every slot belongs to block
//! `l`, so the compiler can compute them with vector instructions and nothing is transposed.

use std::num::Wrapping;

/// Blocks transformed at once. With fewer the loops are so short that the compiler unrolls them
/// instead of using vectors.
pub const LANES: usize = 16;

/// Dequantised coefficients of some blocks: those of one slot side by side. The slots a kernel
/// does not use are a dump for coefficients it does not need.
pub type Group = [i16; GROUP_SLOTS * LANES];

/// A power of two, so that a masked index needs no check.
pub const GROUP_SLOTS: usize = 128;

/// No coefficients.
pub const EMPTY: Group = [0; GROUP_SLOTS * LANES];

/// A transform, and which coefficients it wants.
pub trait Kernel {
    /// Samples along one side of a block.
    const POINTS: usize;
    /// The last coefficient in zigzag order that matters.
    const LAST: usize;
    /// For each coefficient in zigzag order: its slot, row by row; `DUMP` when it is not needed.
    const SLOTS: [u8; 64] = slots(Self::POINTS);

    /// Writes the blocks side by side, the first sample at the start of `out`.
    fn transform(group: &Group, out: &mut [u8], stride: usize);
}

/// The slot of coefficients a kernel does not need.
pub const DUMP: u8 = 64;

const fn slots(points: usize) -> [u8; 64] {
    let mut slots = [DUMP; 64];
    let mut at = 0;
    while at < 64 {
        let (row, column) = (ZIGZAG[at] as usize / 8, ZIGZAG[at] as usize % 8);
        if row < points && column < points {
            slots[at] = (row * points + column) as u8;
        }
        at += 1;
    }
    slots
}

#[rustfmt::skip]
const ZIGZAG: [u8; 64] = [
     0,  1,  8, 16,  9,  2,  3, 10, 17, 24, 32, 25, 18, 11,  4,  5,
    12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13,  6,  7, 14, 21, 28,
    35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
    58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// 1/8: the mean of each block.
pub struct Eighth;

/// 1/4: the lowest 2×2 coefficients.
pub struct Quarter;

/// 1/2: the lowest 4×4 coefficients.
pub struct Half;

/// 1/1: all coefficients.
pub struct Full;

impl Kernel for Eighth {
    const POINTS: usize = 1;
    const LAST: usize = 0;

    #[inline(never)]
    fn transform(group: &Group, out: &mut [u8], _stride: usize) {
        for (sample, &mean) in out.iter_mut().zip(&group[..LANES]) {
            *sample = sample_of(wide(mean), 3) as u8;
        }
    }
}

impl Kernel for Quarter {
    const POINTS: usize = 2;
    const LAST: usize = 4;

    #[inline(never)]
    fn transform(group: &Group, out: &mut [u8], stride: usize) {
        let mut pairs = [[0_u16; LANES]; 2];
        let [a, b, c, d] = [0, 1, 2, 3].map(|slot| row::<LANES>(group, slot));
        for lane in 0..LANES {
            let (a, b, c, d) = (wide(a[lane]), wide(b[lane]), wide(c[lane]), wide(d[lane]));
            pairs[0][lane] =
                sample_of(a + c + b + d, 3) as u16 | (sample_of(a + c - b - d, 3) as u16) << 8;
            pairs[1][lane] =
                sample_of(a - c + b - d, 3) as u16 | (sample_of(a - c - b + d, 3) as u16) << 8;
        }
        for (y, pairs) in pairs.iter().enumerate() {
            for (out, pair) in out[y * stride..].as_chunks_mut().0.iter_mut().zip(pairs) {
                *out = pair.to_le_bytes();
            }
        }
    }
}

impl Kernel for Half {
    const POINTS: usize = 4;
    const LAST: usize = 24;

    #[inline(never)]
    fn transform(group: &Group, out: &mut [u8], stride: usize) {
        let mut work = [0; 16 * LANES];
        first_of_four(group, &mut work);
        for y in 0..4 {
            let quads = second_of_four(row(&work, y));
            for (out, quad) in out[y * stride..].as_chunks_mut().0.iter_mut().zip(quads) {
                *out = quad.to_le_bytes();
            }
        }
    }
}

impl Kernel for Full {
    const POINTS: usize = 8;
    const LAST: usize = 63;

    #[inline(never)]
    fn transform(group: &Group, out: &mut [u8], stride: usize) {
        let mut work = [0; 64 * LANES];
        first_of_eight(group, &mut work);
        for y in 0..8 {
            let octets = second_of_eight(row(&work, y));
            for (out, octet) in out[y * stride..].as_chunks_mut().0.iter_mut().zip(octets) {
                *out = octet.to_le_bytes();
            }
        }
    }
}

/// The columns of all blocks. They lie so that all points of a row are one vector.
#[inline(never)]
fn first_of_four(group: &Group, work: &mut [i16; 16 * LANES]) {
    const ROW: usize = 4 * LANES;
    let [x0, x1, x2, x3] = [0, 1, 2, 3].map(|y| row::<ROW>(group, y));
    let (out, _) = work.as_chunks_mut::<ROW>();
    let [out0, out1, out2, out3] = out else { return };
    for i in 0..ROW {
        let [a, b, c, d] = four([x0[i], x1[i], x2[i], x3[i]]);
        out0[i] = saturate(descale(a, FIRST_PASS));
        out1[i] = saturate(descale(b, FIRST_PASS));
        out2[i] = saturate(descale(c, FIRST_PASS));
        out3[i] = saturate(descale(d, FIRST_PASS));
    }
}

/// One row of all blocks: four samples of each, the first lowest.
#[inline(never)]
fn second_of_four(work: &[i16; 4 * LANES]) -> [u32; LANES] {
    let [x0, x1, x2, x3] = [0, 1, 2, 3].map(|x| row::<LANES>(work, x));
    let mut out = [0; LANES];
    for lane in 0..LANES {
        let [a, b, c, d] = four([x0[lane], x1[lane], x2[lane], x3[lane]]);
        out[lane] = sample_of(a, SECOND_PASS)
            | sample_of(b, SECOND_PASS) << 8
            | sample_of(c, SECOND_PASS) << 16
            | sample_of(d, SECOND_PASS) << 24;
    }
    out
}

#[inline(never)]
fn first_of_eight(group: &Group, work: &mut [i16; 64 * LANES]) {
    const ROW: usize = 8 * LANES;
    let [x0, x1, x2, x3, x4, x5, x6, x7] = [0, 1, 2, 3, 4, 5, 6, 7].map(|y| row::<ROW>(group, y));
    let (out, _) = work.as_chunks_mut::<ROW>();
    let [out0, out1, out2, out3, out4, out5, out6, out7] = out else { return };
    for i in 0..ROW {
        let [a, b, c, d, e, f, g, h] =
            eight([x0[i], x1[i], x2[i], x3[i], x4[i], x5[i], x6[i], x7[i]]);
        out0[i] = saturate(descale(a, FIRST_PASS));
        out1[i] = saturate(descale(b, FIRST_PASS));
        out2[i] = saturate(descale(c, FIRST_PASS));
        out3[i] = saturate(descale(d, FIRST_PASS));
        out4[i] = saturate(descale(e, FIRST_PASS));
        out5[i] = saturate(descale(f, FIRST_PASS));
        out6[i] = saturate(descale(g, FIRST_PASS));
        out7[i] = saturate(descale(h, FIRST_PASS));
    }
}

#[inline(never)]
fn second_of_eight(work: &[i16; 8 * LANES]) -> [u64; LANES] {
    let [x0, x1, x2, x3, x4, x5, x6, x7] = [0, 1, 2, 3, 4, 5, 6, 7].map(|x| row::<LANES>(work, x));
    let (mut left, mut right) = ([0; LANES], [0; LANES]);
    for i in 0..LANES {
        let [a, b, c, d, e, f, g, h] =
            eight([x0[i], x1[i], x2[i], x3[i], x4[i], x5[i], x6[i], x7[i]]);
        left[i] = sample_of(a, SECOND_PASS)
            | sample_of(b, SECOND_PASS) << 8
            | sample_of(c, SECOND_PASS) << 16
            | sample_of(d, SECOND_PASS) << 24;
        right[i] = sample_of(e, SECOND_PASS)
            | sample_of(f, SECOND_PASS) << 8
            | sample_of(g, SECOND_PASS) << 16
            | sample_of(h, SECOND_PASS) << 24;
    }
    let mut out = [0; LANES];
    for i in 0..LANES {
        out[i] = u64::from(left[i]) | u64::from(right[i]) << 32;
    }
    out
}

/// Row `at` of something that has rows of `N`.
#[inline(always)]
fn row<const N: usize>(values: &[i16], at: usize) -> &[i16; N] {
    values[at * N..].first_chunk().expect("callers know how many rows there are")
}

/// How far a pass scales its results down.
const FIRST_PASS: usize = CONST_BITS - PASS1_BITS;
const SECOND_PASS: usize = CONST_BITS + PASS1_BITS + 3;
const CONST_BITS: usize = 13;
const PASS1_BITS: usize = 2;

type Wide = Wrapping<i32>;

#[inline(always)]
fn wide(value: i16) -> Wide {
    Wrapping(i32::from(value))
}

/// A product with a constant of 13 fractional bits.
#[inline(always)]
fn times(value: i16, constant: i16) -> Wide {
    Wrapping(i32::from(value) * i32::from(constant))
}

#[inline(always)]
fn descale(value: Wide, bits: usize) -> i32 {
    ((value + Wrapping(1 << (bits - 1))) >> bits).0
}

#[inline(always)]
fn saturate(value: i32) -> i16 {
    value.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}

/// A sample from a scaled sum around zero.
#[inline(always)]
fn sample_of(value: Wide, bits: usize) -> u32 {
    (descale(value, bits) + 128).clamp(0, 255) as u32
}

/// The transform of four points: the even part of that of eight.
#[inline(always)]
fn four([x0, x1, x2, x3]: [i16; 4]) -> [Wide; 4] {
    let sum = (wide(x0) + wide(x2)) << CONST_BITS;
    let difference = (wide(x0) - wide(x2)) << CONST_BITS;
    let outer = times(x1, FIX_0_541 + FIX_0_765) + times(x3, FIX_0_541);
    let inner = times(x1, FIX_0_541) + times(x3, FIX_0_541 - FIX_1_847);
    [sum + outer, difference + inner, difference - inner, sum - outer]
}

/// The transform of eight points after Loeffler, Ligtenberg and Moschytz, its products multiplied
/// out so that each is of 16 bits by 16.
#[inline(always)]
fn eight([x0, x1, x2, x3, x4, x5, x6, x7]: [i16; 8]) -> [Wide; 8] {
    let [e0, e1, e2, e3] = four([x0, x2, x4, x6]);
    // z3 and z4 of libjpeg are (x7 + x3) and (x5 + x1), each with its share of both.
    let (s73, s51) = (x7.wrapping_add(x3), x5.wrapping_add(x1));
    let z3 = times(s73, FIX_1_175 - FIX_1_961) + times(s51, FIX_1_175);
    let z4 = times(s73, FIX_1_175) + times(s51, FIX_1_175 - FIX_0_390);
    let o0 = times(x1, FIX_1_501 - FIX_0_899) + times(x7, -FIX_0_899) + z4;
    let o1 = times(x3, FIX_3_072 - FIX_2_562) + times(x5, -FIX_2_562) + z3;
    let o2 = times(x5, FIX_2_053 - FIX_2_562) + times(x3, -FIX_2_562) + z4;
    let o3 = times(x7, FIX_0_298 - FIX_0_899) + times(x1, -FIX_0_899) + z3;
    [e0 + o0, e1 + o1, e2 + o2, e3 + o3, e3 - o3, e2 - o2, e1 - o1, e0 - o0]
}

const FIX_0_298: i16 = 2446;
const FIX_0_390: i16 = 3196;
const FIX_0_541: i16 = 4433;
const FIX_0_765: i16 = 6270;
const FIX_0_899: i16 = 7373;
const FIX_1_175: i16 = 9633;
const FIX_1_501: i16 = 12299;
const FIX_1_847: i16 = 15137;
const FIX_1_961: i16 = 16069;
const FIX_2_053: i16 = 16819;
const FIX_2_562: i16 = 20995;
const FIX_3_072: i16 = 25172;

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::{PI, SQRT_2};

    /// Numbers that look like chance.
    fn dice(seed: &mut u64) -> i16 {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 48) as u16 as i16
    }

    /// A sample by the definition of the scaled transform.
    fn exact<K: Kernel>(group: &Group, lane: usize, x: usize, y: usize) -> f64 {
        let wave = |at: usize, frequency: usize| {
            let angle = (2 * at + 1) as f64 * frequency as f64 * PI / (2 * K::POINTS) as f64;
            if frequency == 0 { 1.0 } else { SQRT_2 * angle.cos() }
        };
        let sum: f64 = (0..K::POINTS * K::POINTS)
            .map(|slot| {
                let (v, u) = (slot / K::POINTS, slot % K::POINTS);
                f64::from(group[slot * LANES + lane]) * wave(x, u) * wave(y, v)
            })
            .sum();
        (128.0 + sum / 8.0).clamp(0.0, 255.0)
    }

    fn check<K: Kernel>() {
        let (mut seed, stride) = (K::POINTS as u64, LANES * 8);
        for largest in [2, 40, 300, 2000] {
            let mut group = EMPTY;
            for value in &mut group[..K::POINTS * K::POINTS * LANES] {
                // Most coefficients of a real block are zero.
                let filled = dice(&mut seed) % 4 == 0;
                *value = if filled { dice(&mut seed) % largest } else { 0 };
            }
            let mut out = vec![0; stride * 8];
            K::transform(&group, &mut out, stride);
            for at in 0..LANES * K::POINTS * K::POINTS {
                let (x, y) = (at % (LANES * K::POINTS), at / (LANES * K::POINTS));
                let exact = exact::<K>(&group, x / K::POINTS, x % K::POINTS, y);
                let ours = f64::from(out[y * stride + x]);
                assert!((ours - exact).abs() <= 1.0, "{x}, {y}: {ours}, not {exact}");
            }
        }
    }

    #[test]
    fn all_transforms_are_exact_within_one() {
        check::<Eighth>();
        check::<Quarter>();
        check::<Half>();
        check::<Full>();
    }

    #[test]
    fn coefficients_no_file_should_have_are_cut_off_and_do_no_harm() {
        for extreme in [i16::MIN, i16::MAX] {
            let group = [extreme; GROUP_SLOTS * LANES];
            let mut out = vec![0; LANES * 64];
            Half::transform(&group, &mut out, LANES * 8);
            Full::transform(&group, &mut out, LANES * 8);
            let brightest = if extreme > 0 { 255 } else { 0 };
            assert_eq!(out[0], brightest);
        }
    }

    #[test]
    fn a_kernel_keeps_the_coefficients_it_has_points_for() {
        assert_eq!(Quarter::SLOTS[..6], [0, 1, 2, DUMP, 3, DUMP]);
        let kept = Half::SLOTS.iter().rposition(|&slot| slot != DUMP);
        assert_eq!(kept, Some(Half::LAST));
        assert!(Full::SLOTS.iter().all(|&slot| slot != DUMP));
    }
}
