//! Broken files end in an error or a picture: no panic, no hang, no more memory than was told.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod fixtures;
mod memory;

use std::path::Path;
use std::time::{Duration, Instant};

use fixtures::{Dice, Recipe, encode, picture};
use memory::most_allocated;
use tintype_jpeg::{Error, Options, Scale, decode, header, memory_needed};

#[test]
fn forty_thousand_broken_files_do_no_harm() {
    let mut dice = Dice::new(7);
    let recipes = Recipe::all();
    let mut outcomes = [0; 2];
    for recipe in &recipes {
        let bytes = encode(&picture(61, 45), *recipe);
        for _ in 0..=40_000 / recipes.len() {
            let mut broken = bytes.clone();
            for _ in 0..=dice.below(4) {
                breaks(&mut broken, &mut dice);
            }
            let divisor = DIVISORS[dice.below(4) as usize];
            let read = check_at(&broken, divisor);
            outcomes[usize::from(read.is_ok())] += 1;
        }
    }
    // A test in which all fail alike, or none, would prove little.
    assert!(outcomes.iter().all(|&count| count > 1000), "{outcomes:?}");
}

#[test]
fn chance_bytes_behind_a_good_header_do_no_harm() {
    let mut dice = Dice::new(11);
    for recipe in Recipe::all() {
        let bytes = encode(&picture(61, 45), recipe);
        let scan = bytes.windows(2).position(|two| two == [0xFF, 0xDA]).unwrap();
        for _ in 0..50 {
            let mut broken = bytes.clone();
            broken[scan + 14..].fill_with(|| dice.below(256) as u8);
            check(&broken);
        }
    }
}

#[test]
fn the_hostile_files_do_no_harm() {
    let archive =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hostile-images.tar.gz");
    if !archive.exists() {
        eprintln!("there are no hostile files here: nothing checked");
        return;
    }
    let tar = std::process::Command::new("tar").arg("-xzOf").arg(&archive).output().unwrap();
    let mut found = 0;
    // Every start of a JPEG counts, whatever file it lies in.
    for (at, _) in tar.stdout.windows(3).enumerate().filter(|(_, w)| *w == [0xFF, 0xD8, 0xFF]) {
        let end = tar.stdout.len().min(at + 400_000);
        check(&tar.stdout[at..end]);
        found += 1;
    }
    assert!(found > 100, "{found} files");
}

#[test]
fn limits_are_judged_by_the_header() {
    let bytes = encode(&picture(640, 480), Recipe::PLAIN);
    let few_pixels = Options { max_pixels: 640 * 480 - 1, ..Options::default() };
    assert_eq!(decode(&bytes, &few_pixels), Err(Error::TooLarge));
    let needed = memory_needed(&header(&bytes).unwrap(), &Options::default());
    let little_memory = Options { max_memory: needed - 1, ..Options::default() };
    assert_eq!(decode(&bytes, &little_memory), Err(Error::TooLarge));
    let enough = Options { max_memory: needed, max_pixels: 640 * 480, ..Options::default() };
    assert!(decode(&bytes, &enough).is_ok());
}

#[test]
fn what_is_told_beforehand_is_what_it_costs_at_most() {
    for recipe in Recipe::all() {
        let bytes = encode(&picture(1203, 805), recipe);
        let header = header(&bytes).unwrap();
        for scale in Scale::ALL {
            let (min_width, min_height) = (scale.of(1203), scale.of(805));
            let options = Options { min_width, min_height, ..Options::default() };
            let (decoded, used) = most_allocated(|| decode(&bytes, &options));
            assert!(decoded.is_ok());
            let told = memory_needed(&header, &options);
            assert!(used <= told, "{recipe:?} {scale:?}: {used} of {told} bytes");
        }
    }
}

/// Decodes at every scale; judges time and memory.
fn check(bytes: &[u8]) {
    for divisor in DIVISORS {
        let _ = check_at(bytes, divisor);
    }
}

/// Decodes to one part of the size; judges time and memory.
#[track_caller]
fn check_at(bytes: &[u8], divisor: u32) -> Result<(), Error> {
    let start = Instant::now();
    let header = header(bytes);
    let part = |length: u32| length.div_ceil(divisor);
    let options = Options {
        min_width: header.as_ref().map_or(0, |header| part(header.width)),
        min_height: header.as_ref().map_or(0, |header| part(header.height)),
        max_pixels: 4_000_000,
        max_memory: 64 << 20,
    };
    let (decoded, used) = most_allocated(|| decode(bytes, &options));
    let told = header.map_or(1 << 20, |header| memory_needed(&header, &options));
    assert!(used <= told.min(64 << 20), "{used} of {told} bytes");
    let decoded = decoded.map(|decoded| {
        let pixels = decoded.width as usize * decoded.height as usize;
        assert_eq!(decoded.to_rgb().len(), 3 * pixels);
    });
    assert!(start.elapsed() < Duration::from_secs(10));
    decoded
}

const DIVISORS: [u32; 4] = [1, 2, 4, 8];

fn breaks(bytes: &mut Vec<u8>, dice: &mut Dice) {
    // Half of the damage goes to the headers, where there is most to break.
    let reach = if dice.below(2) == 0 { bytes.len().min(700) } else { bytes.len() };
    let at = dice.below(reach as u64) as usize;
    match dice.below(6) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes[at] = dice.below(256) as u8,
        2 => bytes[at] = 0xFF,
        3 => bytes.truncate(at.max(20)),
        4 => bytes.insert(at, dice.below(256) as u8),
        _ => {
            let end = bytes.len().min(at + 1 + dice.below(40) as usize);
            let copy = bytes[at..end].to_vec();
            let to = dice.below(bytes.len() as u64) as usize;
            bytes.splice(to..to, copy);
        }
    }
}
