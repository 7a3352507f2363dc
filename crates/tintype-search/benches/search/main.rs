//! How fast the index is over 100,000 photos: building it, searching it, small commits.
//!
//! `cargo bench -p tintype-search` generates its photos from a seed;
//! `TEST_CATALOGUE=FOLDER` reads them from TSV files in the form of the public Unsplash dataset.
//! `TEST_PHOTOS=1000000` generates more or fewer.

mod catalogue;
mod generated;
mod questions;

use std::error::Error;
use std::time::{Duration, Instant};

use tintype_domain::{Language, Page};
use tintype_search::{Edit, PhotoDocument, PhotoQuery, SearchIndex, WriterSettings, rebuild};

use questions::Questions;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let photos = match std::env::var_os("TEST_CATALOGUE") {
        Some(folder) => catalogue::read(folder.as_ref())?,
        None => generated::photos(number("TEST_PHOTOS").unwrap_or(100_000))?,
    };
    let folder = tempfile::tempdir()?;
    let (started, cpu) = (Instant::now(), CpuTime::now());
    let edits = photos.iter().map(|photo| Edit::PutPhoto(Box::new(photo.clone())));
    rebuild(folder.path(), WriterSettings::default(), edits, 1)?;
    println!("{} photos indexed in {:.1?}", photos.len(), started.elapsed());
    println!("(this thread's CPU: {} ms)", cpu.ms_each(1));
    let started = Instant::now();
    let index = SearchIndex::open(folder.path())?;
    println!("opened in {:.1?}; on disk {:.1} MB", started.elapsed(), size(folder.path())?);

    let questions = Questions::about(&photos);
    println!(
        "\n| search, page of 10 with exact total | p50 ms | p99 ms | mean CPU ms | median total |"
    );
    println!("|---|---|---|---|---|");
    searches(&index, &questions)?;
    commits(&index, &photos)?;
    println!(
        "\n| after 200 small commits | p50 ms | p99 ms | mean CPU ms | median total |\n|---|---|---|---|---|"
    );
    searches(&index, &questions)
}

fn searches(index: &SearchIndex, questions: &Questions) -> Outcome<()> {
    for (name, queries) in questions.sets() {
        let (mut times, mut totals) = (Vec::new(), Vec::new());
        let cpu = CpuTime::now();
        for _ in 0..questions::ROUNDS.div_ceil(queries.len().max(1)) {
            for query in queries {
                let started = Instant::now();
                let hits = index.photos(query, Page::first(10))?;
                times.push(started.elapsed());
                totals.push(hits.total);
            }
        }
        totals.sort_unstable();
        let total = totals.get(totals.len() / 2).copied().unwrap_or(0);
        let cpu = cpu.ms_each(times.len());
        println!("| {name} | {} | {cpu} | {total} |", p50_p99(times));
    }
    others(index, questions)
}

fn others(index: &SearchIndex, questions: &Questions) -> Outcome<()> {
    let (mut suggest, mut related, mut similar, mut random) = (vec![], vec![], vec![], vec![]);
    for query in &questions.frequent {
        let prefix = query.words.get(..3).unwrap_or(&query.words);
        suggest.push(timed(|| index.suggest(prefix, Language::English, 8))?);
        related.push(timed(|| index.related_tags(query, 8))?);
        random.push(timed(|| index.matching(query, 30, 7))?);
    }
    for id in questions.some_ids() {
        similar.push(timed(|| index.similar(id, 12))?);
    }
    let rows = [("suggest", suggest), ("related tags", related), ("similar", similar)];
    for (name, times) in rows.into_iter().chain([("random 30 of a frequent word", random)]) {
        println!("| {name} | {} | | |", p50_p99(times));
    }
    Ok(())
}

/// Commits of a few photos each, as a running library makes them.
fn commits(index: &SearchIndex, photos: &[PhotoDocument]) -> Outcome<()> {
    let mut writer = index.try_writer(WriterSettings::default())?.ok_or("the index is locked")?;
    writer.sequence()?;
    let mut times = Vec::new();
    for (commit, batch) in photos.chunks(5).take(200).enumerate() {
        let edits = batch.iter().map(|photo| Edit::PutPhoto(Box::new(photo.clone())));
        let started = Instant::now();
        writer.apply(edits, commit as u64 + 2)?;
        times.push(started.elapsed());
        let found = index.photos(&PhotoQuery::default(), Page::first(1))?;
        if found.total != photos.len() as u64 {
            return Err("a commit lost photos".into());
        }
    }
    println!("\ncommit of 5 changed photos, visible: p50 / p99 ms: {}", p50_p99(times));
    writer.rest()?;
    Ok(())
}

/// What this thread has run: on a busy machine it tells more than the time that passed.
struct CpuTime(Option<u64>);

impl CpuTime {
    fn now() -> Self {
        let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
        Self(schedule.and_then(|text| text.split(' ').next()?.parse().ok()))
    }

    fn ms_each(&self, count: usize) -> String {
        let spent = self.0.zip(Self::now().0).map(|(before, after)| after - before);
        let each = spent.map(|ns| format!("{:.3}", ns as f64 / 1e6 / count.max(1) as f64));
        each.unwrap_or_default()
    }
}

fn timed<T, E: Error + 'static>(run: impl FnOnce() -> Result<T, E>) -> Outcome<Duration> {
    let started = Instant::now();
    run()?;
    Ok(started.elapsed())
}

fn p50_p99(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |share: f64| {
        let place = (times.len() as f64 * share) as usize;
        times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    format!("{:.3} | {:.3}", at(0.5).as_secs_f64() * 1e3, at(0.99).as_secs_f64() * 1e3)
}

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

fn size(folder: &std::path::Path) -> Outcome<f64> {
    let mut bytes = 0.0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        bytes +=
            if is_folder { size(&entry.path())? } else { entry.metadata()?.len() as f64 / 1e6 };
    }
    Ok(bytes)
}
