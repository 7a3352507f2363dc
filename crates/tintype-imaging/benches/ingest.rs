//! What taking in one 24-megapixel JPEG costs: processor time for ingest, renditions and image addresses.
//!
//! `cargo bench -p tintype-imaging --bench ingest` with pictures it makes itself, or with a path to one's own JPEG;
//! `--ingest-only` leaves out the image addresses.

use std::time::{Duration, Instant};

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use tintype_imaging::{DecodeLimits, Format, ImageParams, Source, ingest, render, renditions};

const WIDTH: u32 = 6000;
const HEIGHT: u32 = 4000;
const ROUNDS: usize = 5;
const LEAST_ROUND: Duration = Duration::from_millis(150);

fn main() {
    let own = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let files = match own.map(std::fs::read) {
        Some(Ok(bytes)) => vec![("own file", bytes)],
        Some(Err(error)) => return eprintln!("cannot read that file: {error}"),
        None => {
            let pixels = landscape(WIDTH, HEIGHT);
            vec![
                ("baseline 4:2:0", encode(&pixels, false)),
                ("progressive 4:2:0", encode(&pixels, true)),
            ]
        }
    };
    println!("{:<20} {:>9} {:>12} {:>8}", "24 MP JPEG", "size MB", "step", "CPU ms");
    for (name, bytes) in &files {
        measure(name, bytes);
    }
}

fn measure(name: &str, bytes: &[u8]) {
    let size = bytes.len() as f64 / 1e6;
    let row = |step: &str, time: Duration| {
        println!("{name:<20} {size:>9.1} {step:>12} {:>8.1}", time.as_secs_f64() * 1000.0);
    };
    let limits = DecodeLimits::default();
    let taken = match ingest(bytes, &limits) {
        Ok(taken) => taken,
        Err(error) => return eprintln!("{name}: {error}"),
    };
    row("ingest", best(|| ingest(bytes, &limits).is_ok()));
    row("renditions", best(|| renditions(&taken.master.bytes).is_ok()));
    if std::env::args().any(|argument| argument == "--ingest-only") {
        return;
    }
    for (file, source) in [("original", bytes), ("master", &taken.master.bytes[..])] {
        let size = (taken.width, taken.height);
        let source = Source { bytes: source, format: Format::Jpeg, original_size: size };
        for (width, format) in [("1080", "jpg"), ("400", "jpg"), ("200", "jpg"), ("1080", "webp")] {
            let params = ImageParams::parse([("w", width), ("q", "80"), ("fm", format)]);
            let time = best(|| render(&source, &params).is_ok());
            row(&format!("{} {width}{}", &file[..4], &format[..1]), time);
        }
    }
}

/// The least processor time of some rounds: what disturbs a round only ever makes it longer.
/// Short work is repeated within a round, for the system counts in ticks.
fn best(mut work: impl FnMut() -> bool) -> Duration {
    let round = |_| {
        let (clock, start) = (Instant::now(), processor_time());
        let mut times = 0;
        while times == 0 || clock.elapsed() < LEAST_ROUND {
            assert!(work(), "the work failed");
            times += 1;
        }
        processor_time().saturating_sub(start) / times
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

/// Processor time of this thread where the system tells it, else the time on the clock.
fn processor_time() -> Duration {
    thread_local!(static START: Instant = Instant::now());
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.with(Instant::elapsed), Duration::from_nanos)
}

fn encode(pixels: &[u8], progressive: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 92);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(progressive);
    let written = encoder.encode(pixels, WIDTH as u16, HEIGHT as u16, ColorType::Rgb);
    written.expect("the picture is within the limits of JPEG");
    bytes
}

/// Slopes, edges and grain in amounts that make the file as large as a camera's.
fn landscape(width: u32, height: u32) -> Vec<u8> {
    let mut state = 0x2545_F491_u32;
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        let v = y as f32 / height as f32;
        for x in 0..width {
            let u = x as f32 / width as f32;
            let ridge =
                0.45 + 0.1 * (u * 9.0).sin() + 0.03 * (u * 41.0).sin() + 0.01 * (u * 173.0).sin();
            let texture = ((u * 900.0).sin() * (v * 700.0).cos() * 14.0).abs();
            let base = if v < ridge {
                [120.0 + 90.0 * v, 160.0 + 60.0 * v, 220.0]
            } else {
                [60.0 + texture, 90.0 + texture, 50.0 + 40.0 * v]
            };
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            let grain = (state % 17) as f32 - 8.0;
            pixels.extend(base.map(|channel: f32| (channel + grain) as u8));
        }
    }
    pixels
}
