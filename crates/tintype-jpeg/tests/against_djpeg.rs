//! Every scale gives what libjpeg's own program gives. Runs where `djpeg` is installed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod fixtures;

use std::io::Write;
use std::process::{Command, Stdio};

use fixtures::{Recipe, encode, picture};
use jpeg_encoder::SamplingFactor;
use tintype_jpeg::{Decoded, Options, Scale, decode, header};

#[test]
fn luma_is_that_of_djpeg_at_every_scale() {
    let Some(kind) = djpeg_kind() else { return };
    for (width, height) in [(131, 97), (64, 64), (9, 200)] {
        for recipe in Recipe::all() {
            check_luma(&encode(&picture(width, height), recipe), kind, &format!("{recipe:?}"));
        }
    }
}

#[test]
fn refined_coefficients_are_those_of_djpeg_at_every_scale() {
    let Some(kind) = djpeg_kind() else { return };
    for recipe in Recipe::all().into_iter().filter(|recipe| !recipe.progressive) {
        let plain = encode(&picture(203, 97), recipe);
        let script: &[&str] = match recipe.restarts {
            0 => &["-copy", "all", "-progressive"],
            _ => &["-copy", "all", "-progressive", "-restart", "3B"],
        };
        let refined = run("jpegtran", script, &plain);
        assert!(header(&refined).unwrap().progressive);
        check_luma(&refined, kind, &format!("{recipe:?}"));
        for scale in Scale::ALL {
            let (refined, plain) = (at_scale(&refined, scale), at_scale(&plain, scale));
            assert!(refined.to_rgb() == plain.to_rgb(), "{recipe:?} {scale:?}");
        }
    }
}

#[track_caller]
fn check_luma(bytes: &[u8], kind: Kind, what: &str) {
    for scale in Scale::ALL {
        let decoded = at_scale(bytes, scale);
        let luma: Vec<u8> = decoded.planes.components[0].rows().flatten().copied().collect();
        let expected = djpeg(bytes, scale, &["-grayscale"]);
        check(&luma, &expected, kind.tolerance(scale), &format!("{what} {scale:?}"));
    }
}

#[test]
fn colours_are_those_of_djpeg_at_every_scale() {
    let Some(kind) = djpeg_kind() else { return };
    for recipe in Recipe::all() {
        // With fewer chroma samples than luma, djpeg makes up for it in the transform: the IJG's at
        // every scale, libjpeg-turbo's at the smaller ones.
        let scales: &[Scale] = match (recipe.sampling, kind) {
            (Some(SamplingFactor::F_1_1), _) => &Scale::ALL,
            (Some(_), Kind::Turbo) => &[Scale::Full],
            _ => continue,
        };
        for &scale in scales {
            let bytes = encode(&picture(131, 97), recipe);
            let rgb = replicated_rgb(&at_scale(&bytes, scale));
            let expected = djpeg(&bytes, scale, &[]);
            check(&rgb, &expected, kind.tolerance(scale), &format!("{recipe:?} {scale:?}"));
        }
    }
}

#[test]
fn whole_pictures_have_the_smooth_colours_of_djpeg() {
    let Some(Kind::Turbo) = djpeg_kind() else { return };
    let doubled = [SamplingFactor::F_2_1, SamplingFactor::F_1_2, SamplingFactor::F_2_2];
    for recipe in Recipe::all() {
        if !recipe.sampling.is_some_and(|sampling| doubled.contains(&sampling)) {
            continue;
        }
        let bytes = encode(&picture(131, 97), recipe);
        let expected = pixels(&run("djpeg", &["-dct", "int", "-pnm"], &bytes));
        // One step of chroma, rounded the other way, is up to two of blue.
        let tolerance = Tolerance { most: 3, mean: 0.4 };
        check(
            &at_scale(&bytes, Scale::Full).to_rgb(),
            &expected,
            tolerance,
            &format!("{recipe:?}"),
        );
    }
}

/// How far samples may lie from djpeg's: at most, and in the mean.
#[derive(Clone, Copy)]
struct Tolerance {
    most: u8,
    mean: f64,
}

/// The Independent JPEG Group's library scales by the lowest coefficients, as we do. libjpeg-turbo
/// takes the box average at 1/2 and 1/4 instead, which is only alike.
#[derive(Clone, Copy)]
enum Kind {
    Ijg,
    Turbo,
}

impl Kind {
    fn tolerance(self, scale: Scale) -> Tolerance {
        match (self, scale) {
            (Self::Turbo, Scale::Half | Scale::Quarter) => Tolerance { most: 60, mean: 6.0 },
            _ => Tolerance { most: 1, mean: 0.02 },
        }
    }
}

#[track_caller]
fn check(ours: &[u8], theirs: &[u8], tolerance: Tolerance, what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let apart = || ours.iter().zip(theirs).map(|(a, b)| a.abs_diff(*b));
    let mean = apart().map(f64::from).sum::<f64>() / ours.len() as f64;
    let most = apart().max().unwrap();
    assert!(
        most <= tolerance.most && mean <= tolerance.mean,
        "{what}: {most} at most, {mean} mean"
    );
}

fn at_scale(bytes: &[u8], scale: Scale) -> Decoded {
    let header = header(bytes).unwrap();
    let min_width = scale.of(header.width);
    let min_height = scale.of(header.height);
    let options = Options { min_width, min_height, ..Options::default() };
    let decoded = decode(bytes, &options).unwrap();
    assert_eq!(decoded.scale, scale);
    assert_eq!((decoded.width, decoded.height), (min_width, min_height));
    decoded
}

/// Pixels with every chroma sample repeated, by the integer formulas of libjpeg.
fn replicated_rgb(decoded: &Decoded) -> Vec<u8> {
    let planes = &decoded.planes.components;
    let (h, v) = match planes.as_slice() {
        [luma, chroma, _] => (
            (luma.exact_width / chroma.exact_width) as usize,
            (luma.exact_height / chroma.exact_height) as usize,
        ),
        _ => (1, 1),
    };
    let mut rgb = Vec::new();
    for y in 0..decoded.height as usize {
        for x in 0..decoded.width as usize {
            let luma = planes[0].row(y)[x];
            let chroma = |at: usize| planes.get(at).map_or(128, |plane| plane.row(y / v)[x / h]);
            rgb.extend(pixel(luma, chroma(1), chroma(2)));
        }
    }
    rgb
}

fn pixel(luma: u8, cb: u8, cr: u8) -> [u8; 3] {
    let (y, cb, cr) = (i32::from(luma), i32::from(cb) - 128, i32::from(cr) - 128);
    let red = y + ((91_881 * cr + 32_768) >> 16);
    let green = y + ((-22_554 * cb - 46_802 * cr + 32_768) >> 16);
    let blue = y + ((116_130 * cb + 32_768) >> 16);
    [red, green, blue].map(|value| value.clamp(0, 255) as u8)
}

fn djpeg_kind() -> Option<Kind> {
    let Ok(output) = Command::new("djpeg").arg("-version").stdin(Stdio::null()).output() else {
        eprintln!("djpeg is not installed: nothing compared");
        return None;
    };
    let turbo = String::from_utf8_lossy(&output.stderr).contains("turbo");
    Some(if turbo { Kind::Turbo } else { Kind::Ijg })
}

/// The samples djpeg writes.
fn djpeg(bytes: &[u8], scale: Scale, flags: &[&str]) -> Vec<u8> {
    let scale = format!("{}/8", scale.points());
    let fixed = ["-dct", "int", "-nosmooth", "-pnm", "-scale", &scale];
    pixels(&run("djpeg", &[&fixed, flags].concat(), bytes))
}

/// A PNM file without its header of three lines.
fn pixels(file: &[u8]) -> Vec<u8> {
    let mut rest = file;
    for _ in 0..3 {
        let line = rest.iter().position(|&byte| byte == b'\n').unwrap();
        rest = &rest[line + 1..];
    }
    rest.to_vec()
}

/// What a program makes of its input.
fn run(program: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success(), "{program} {arguments:?}");
    output.stdout
}
