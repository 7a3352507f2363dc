//! CPU milliseconds a scale costs, for a generated photo-like picture of 24 megapixels.
//!
//! Beside it: zune-jpeg's whole decode, and where `djpeg` is installed libjpeg-turbo's at the same
//! scale (that is a whole process, which also makes RGB of the samples and writes it to nowhere).
//! Give the path of a JPEG to measure that instead.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use tintype_jpeg::{Options, Scale, decode, header, memory_needed};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;

fn main() {
    // `cargo bench` passes flags; a path is no flag.
    if let Some(path) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) {
        return measure(&path, &std::fs::read(&path).unwrap());
    }
    let rgb = photo();
    for progressive in [false, true] {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 92);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        encoder.set_progressive(progressive);
        encoder.encode(&rgb, WIDTH, HEIGHT, ColorType::Rgb).unwrap();
        measure(if progressive { "progressive" } else { "baseline" }, &bytes);
    }
}

fn measure(name: &str, bytes: &[u8]) {
    let header = header(bytes).unwrap();
    let megabytes = bytes.len() as f64 / 1e6;
    println!("{name}: {}×{}, {megabytes:.1} MB", header.width, header.height);
    let file = std::env::temp_dir().join(format!("tintype-jpeg-bench-{}.jpg", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    for scale in Scale::ALL {
        let (min_width, min_height) = (scale.of(header.width), scale.of(header.height));
        let options = Options { min_width, min_height, ..Options::default() };
        let ours = own_cpu(|| drop(black_box(decode(bytes, &options).unwrap())));
        let points = scale.points();
        print!(
            "  {points}/8: {ours:6.1} ms, {:5.1} MB",
            memory_needed(&header, &options) as f64 / 1e6
        );
        match djpeg_cpu(&file, scale) {
            Some(theirs) => println!("   djpeg {theirs:6.1} ms ({:.2})", ours / theirs),
            None => println!("   (djpeg is not installed)"),
        }
    }
    std::fs::remove_file(&file).unwrap();
    let rgb = own_cpu(|| drop(black_box(decode(bytes, &Options::default()).unwrap().to_rgb())));
    let zune = own_cpu(|| drop(black_box(JpegDecoder::new(ZCursor::new(bytes)).decode().unwrap())));
    println!("  8/8 and RGB: {rgb:.1} ms   zune-jpeg {zune:.1} ms ({:.2})", rgb / zune);
}

/// The mean of some runs, in milliseconds of CPU (of time, where the system does not tell).
fn own_cpu(mut work: impl FnMut()) -> f64 {
    let (start, before) = (Instant::now(), thread_cpu());
    for _ in 0..RUNS {
        work();
    }
    let total = match (before, thread_cpu()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed().as_secs_f64() * 1e3,
    };
    total / f64::from(RUNS)
}

fn thread_cpu() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = stat.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e6)
}

fn djpeg_cpu(file: &Path, scale: Scale) -> Option<f64> {
    let before = children_cpu()?;
    for _ in 0..RUNS {
        let status = Command::new("djpeg")
            .args([
                "-dct",
                "int",
                "-outfile",
                "/dev/null",
                "-scale",
                &format!("{}/8", scale.points()),
            ])
            .arg(file)
            .stderr(Stdio::null())
            .status();
        assert!(status.ok()?.success());
    }
    Some((children_cpu()? - before) / f64::from(RUNS))
}

/// User and system time of all children waited for; the kernel counts hundredths.
fn children_cpu() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks: f64 = fields.get(13)?.parse::<f64>().ok()? + fields.get(14)?.parse::<f64>().ok()?;
    Some(ticks * 10.0)
}

/// Soft hills of several sizes, and the grain that makes a camera's file as large as it is.
fn photo() -> Vec<u8> {
    let mut seed = 1_u64;
    let mut chance = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as f32 / (1_u64 << 31) as f32 - 0.5
    };
    let layers: Vec<Layer> = (2..8).map(|size| Layer::new(1 << (10 - size), &mut chance)).collect();
    let mut rgb = Vec::with_capacity(3 * usize::from(WIDTH) * usize::from(HEIGHT));
    for y in 0..usize::from(HEIGHT) {
        for x in 0..usize::from(WIDTH) {
            let hills: f32 = layers.iter().map(|layer| layer.at(x, y)).sum();
            for tint in [1.0, 0.8, 0.5] {
                // The sum of chances is nearly a bell, as grain is.
                let grain = (chance() + chance() + chance()) * GRAIN;
                rgb.push((128.0 + hills * tint + grain).clamp(0.0, 255.0) as u8);
            }
        }
    }
    rgb
}

/// Chance heights on a grid, with slopes between.
struct Layer {
    cell: usize,
    across: usize,
    heights: Vec<f32>,
}

impl Layer {
    fn new(cell: usize, chance: &mut impl FnMut() -> f32) -> Self {
        let across = usize::from(WIDTH) / cell + 2;
        let down = usize::from(HEIGHT) / cell + 2;
        let strength = 12.0 * (cell as f32).powf(0.5);
        Self { cell, across, heights: (0..across * down).map(|_| chance() * strength).collect() }
    }

    fn at(&self, x: usize, y: usize) -> f32 {
        let share = |at: usize| (at % self.cell) as f32 / self.cell as f32;
        let corner = y / self.cell * self.across + x / self.cell;
        let row = |at: usize| self.heights[at] * (1.0 - share(x)) + self.heights[at + 1] * share(x);
        row(corner) * (1.0 - share(y)) + row(corner + self.across) * share(y)
    }
}

const RUNS: u32 = 10;
const WIDTH: u16 = 6000;
const HEIGHT: u16 = 4000;
const GRAIN: f32 = 9.0;
