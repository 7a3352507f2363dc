//! Inverse transforms of 1, 2×2, 4×4 and 8×8 points, over eight blocks at once.
//!
//! They are the integer transforms of libjpeg (`jidctint.c`): the scaled ones use only the lowest
//! coefficients, of which there are as many as points. Lane `l` of every row belongs to block `l`,
//! so the compiler can compute eight blocks with vector instructions and nothing is transposed.

use std::num::Wrapping;

/// Blocks transformed at once.
pub const LANES: usize = 8;

/// One coefficient, or sample, of eight blocks.
pub type Lanes = [i16; LANES];

/// Dequantised coefficients of eight blocks. The slots a kernel does not use are a dump for
/// coefficients it does not need.
pub type Group = [Lanes; GROUP_SLOTS];

/// A power of two, so that a masked index needs no check.
pub const GROUP_SLOTS: usize = 128;

/// A transform, and which coefficients it wants.
pub trait Kernel {
    /// Samples along one side of a block.
    const POINTS: usize;
    /// The last coefficient in zigzag order that matters.
    const LAST: usize;
    /// For each coefficient in zigzag order: its slot, row by row; `DUMP` when it is not needed.
    const SLOTS: [u8; 64] = slots(Self::POINTS);

    /// Writes eight blocks side by side, the first sample at the start of `out`.
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

    fn transform(group: &Group, out: &mut [u8], _stride: usize) {
        let means = group[0].map(|mean| clamp(Wrapping(i32::from(mean)), 3));
        for (sample, mean) in out.iter_mut().zip(means) {
            *sample = mean as u8;
        }
    }
}

impl Kernel for Quarter {
    const POINTS: usize = 2;
    const LAST: usize = 4;

    fn transform(group: &Group, out: &mut [u8], stride: usize) {
        let [mut upper, mut lower] = [[0; LANES]; 2];
        for lane in 0..LANES {
            let [a, b, c, d] = [0, 1, 2, 3].map(|slot| wide(group[slot][lane]));
            upper[lane] = clamp(a + c + b + d, 3) | clamp(a + c - b - d, 3) << 8;
            lower[lane] = clamp(a - c + b - d, 3) | clamp(a - c - b + d, 3) << 8;
        }
        for (y, row) in [upper, lower].into_iter().enumerate() {
            for (pair, out) in row.into_iter().zip(out[y * stride..].as_chunks_mut().0) {
                *out = (pair as u16).to_le_bytes();
            }
        }
    }
}

impl Kernel for Half {
    const POINTS: usize = 4;
    const LAST: usize = 24;

    fn transform(group: &Group, out: &mut [u8], stride: usize) {
        let mut work = [[0; LANES]; 16];
        for column in 0..4 {
            let rows = [0, 1, 2, 3].map(|row| &group[row * 4 + column]);
            for (row, lanes) in four(rows, FIRST_PASS).into_iter().enumerate() {
                work[row * 4 + column] = lanes.map(saturate);
            }
        }
        for y in 0..4 {
            let quads = pack(four([0, 1, 2, 3].map(|column| &work[y * 4 + column]), SECOND_PASS));
            for (quad, out) in quads.into_iter().zip(out[y * stride..].as_chunks_mut().0) {
                *out = quad.to_le_bytes();
            }
        }
    }
}

impl Kernel for Full {
    const POINTS: usize = 8;
    const LAST: usize = 63;

    fn transform(group: &Group, out: &mut [u8], stride: usize) {
        let mut work = [[0; LANES]; 64];
        for column in 0..8 {
            let rows = [0, 1, 2, 3, 4, 5, 6, 7].map(|row| &group[row * 8 + column]);
            for (row, lanes) in eight(rows, FIRST_PASS).into_iter().enumerate() {
                work[row * 8 + column] = lanes.map(saturate);
            }
        }
        for y in 0..8 {
            let columns = [0, 1, 2, 3, 4, 5, 6, 7].map(|column| &work[y * 8 + column]);
            let [a, b, c, d, e, f, g, h] = eight(columns, SECOND_PASS);
            let (left, right) = (pack([a, b, c, d]), pack([e, f, g, h]));
            let halves = left.into_iter().zip(right);
            for ((left, right), out) in halves.zip(out[y * stride..].as_chunks_mut::<8>().0) {
                *out = (u64::from(left) | u64::from(right) << 32).to_le_bytes();
            }
        }
    }
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
fn clamp(value: Wide, bits: usize) -> i32 {
    (descale(value, bits) + 128).clamp(0, 255)
}

/// Four samples of each block in one word, the first lowest.
#[inline(always)]
fn pack(columns: [[i32; LANES]; 4]) -> [u32; LANES] {
    let mut packed = [0; LANES];
    for lane in 0..LANES {
        let [a, b, c, d] = columns.map(|column| (column[lane] + 128).clamp(0, 255));
        packed[lane] = (a | b << 8 | c << 16 | d << 24) as u32;
    }
    packed
}

/// The transform of four points: the even part of that of eight.
#[inline(always)]
fn four(inputs: [&Lanes; 4], shift: usize) -> [[i32; LANES]; 4] {
    let mut out = [[0; LANES]; 4];
    for lane in 0..LANES {
        let [x0, x1, x2, x3] = inputs.map(|input| input[lane]);
        let sum = (wide(x0) + wide(x2)) << CONST_BITS;
        let difference = (wide(x0) - wide(x2)) << CONST_BITS;
        let outer = times(x1, FIX_0_541 + FIX_0_765) + times(x3, FIX_0_541);
        let inner = times(x1, FIX_0_541) + times(x3, FIX_0_541 - FIX_1_847);
        out[0][lane] = descale(sum + outer, shift);
        out[1][lane] = descale(difference + inner, shift);
        out[2][lane] = descale(difference - inner, shift);
        out[3][lane] = descale(sum - outer, shift);
    }
    out
}

/// The transform of eight points after Loeffler, Ligtenberg and Moschytz, its products multiplied
/// out so that each is of 16 bits by 16.
#[inline(always)]
fn eight(inputs: [&Lanes; 8], shift: usize) -> [[i32; LANES]; 8] {
    let mut out = [[0; LANES]; 8];
    for lane in 0..LANES {
        let [x0, x1, x2, x3, x4, x5, x6, x7] = inputs.map(|input| input[lane]);
        let sum = (wide(x0) + wide(x4)) << CONST_BITS;
        let difference = (wide(x0) - wide(x4)) << CONST_BITS;
        let outer = times(x2, FIX_0_541 + FIX_0_765) + times(x6, FIX_0_541);
        let inner = times(x2, FIX_0_541) + times(x6, FIX_0_541 - FIX_1_847);
        let even = [sum + outer, difference + inner, difference - inner, sum - outer];
        let odd = odd_part([x1, x3, x5, x7]);
        for at in 0..4 {
            out[at][lane] = descale(even[at] + odd[at], shift);
            out[7 - at][lane] = descale(even[at] - odd[at], shift);
        }
    }
    out
}

#[inline(always)]
fn odd_part([x1, x3, x5, x7]: [i16; 4]) -> [Wide; 4] {
    // z3 and z4 of libjpeg are (x7 + x3) and (x5 + x1), each with its share of both.
    let z3 = times(x7, FIX_1_175 - FIX_1_961)
        + times(x3, FIX_1_175 - FIX_1_961)
        + times(x5, FIX_1_175)
        + times(x1, FIX_1_175);
    let z4 = times(x7, FIX_1_175)
        + times(x3, FIX_1_175)
        + times(x5, FIX_1_175 - FIX_0_390)
        + times(x1, FIX_1_175 - FIX_0_390);
    [
        times(x1, FIX_1_501 - FIX_0_899) + times(x7, -FIX_0_899) + z4,
        times(x3, FIX_3_072 - FIX_2_562) + times(x5, -FIX_2_562) + z3,
        times(x5, FIX_2_053 - FIX_2_562) + times(x3, -FIX_2_562) + z4,
        times(x7, FIX_0_298 - FIX_0_899) + times(x1, -FIX_0_899) + z3,
    ]
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
