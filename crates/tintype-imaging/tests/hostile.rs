//! Files made to crash, stall or blow up decoders: every one is answered, quickly, within bounded memory.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tintype_imaging::{
    DecodeLimits, Format, ImageParams, Source, cut_private, ingest, probe, render,
};

/// Counts what is allocated, to see the most that was held at once.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[expect(unsafe_code, reason = "counting allocations needs an allocator, which is an unsafe trait")]
// SAFETY: every call is handed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(held, Ordering::Relaxed);
        // SAFETY: the caller's layout is handed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the pointer came from `System.alloc` with this layout.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A file may take this long, on a machine that does other work too.
const LONGEST: Duration = Duration::from_secs(3);

#[test]
fn hostile_files_are_answered_quickly_and_cheaply() {
    let Some(folder) = folder() else {
        println!(
            "skipped: no hostile images here (set TEST_HOSTILE_IMAGES to a folder or a .tar.gz)"
        );
        return;
    };
    let mut files = Vec::new();
    collect(&folder, &mut files);
    assert!(files.len() > 100, "only {} files in {}", files.len(), folder.display());
    let mut taken = 0;
    for path in &files {
        let bytes = std::fs::read(path).unwrap();
        taken += usize::from(answer(path, &bytes));
    }
    if std::env::temp_dir().join(unpacked_name()) == folder {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    println!("{} files, {taken} taken in", files.len());
    assert!(taken > 50, "only {taken} of {} files were readable at all", files.len());
}

/// Takes a file through everything that an upload goes through; says whether it was accepted.
fn answer(path: &Path, bytes: &[u8]) -> bool {
    let limits = DecodeLimits::default();
    let before = HELD.load(Ordering::Relaxed);
    MOST.store(before, Ordering::Relaxed);
    let start = Instant::now();
    let header = probe(bytes, &limits);
    let probing = start.elapsed();
    assert!(probing <= Duration::from_millis(500), "{}: header in {probing:?}", path.display());
    let taken = ingest(bytes, &limits);
    if let Some(format) = Format::sniff(bytes) {
        let _ = cut_private(bytes, format);
    }
    let elapsed = start.elapsed();
    assert!(elapsed <= LONGEST, "{}: {elapsed:?}", path.display());
    let held = MOST.load(Ordering::Relaxed) - before;
    // What the header announces, the file itself twice over, and tables.
    let announced = header.map_or(0, |header| header.decode_cost_bytes as usize);
    let allowed = announced + 3 * bytes.len() + (96 << 20);
    assert!(held <= allowed, "{}: {held} bytes held, {allowed} announced", path.display());
    let Ok(taken) = taken else { return false };
    // What is accepted has to be renderable.
    let source = Source { bytes, format: taken.format, original_size: (taken.width, taken.height) };
    let params = ImageParams::parse([("w", "50"), ("fm", "jpg")]);
    let rendered = render(&source, &params);
    assert!(rendered.is_ok(), "{}: taken in, then {rendered:?}", path.display());
    true
}

fn folder() -> Option<PathBuf> {
    let told = std::env::var_os("TEST_HOSTILE_IMAGES").map(PathBuf::from);
    let beside =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hostile-images.tar.gz");
    let found = told.or_else(|| beside.exists().then_some(beside))?;
    if found.is_dir() { Some(found) } else { unpack(&found) }
}

fn unpack(archive: &Path) -> Option<PathBuf> {
    let target = std::env::temp_dir().join(unpacked_name());
    std::fs::create_dir_all(&target).ok()?;
    let status =
        Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&target).status().ok()?;
    status.success().then_some(target)
}

fn unpacked_name() -> String {
    format!("tintype-hostile-{}", std::process::id())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
