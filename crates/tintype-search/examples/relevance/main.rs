//! How well the search finds what people describe: known-item retrieval on real captions.
//!
//! `TEST_CAPTIONS=captions.token.txt cargo run --release -p tintype-search --example relevance`
//!
//! Five people described each photo. Captions 1 to 4 are indexed (1 as description, 2 as
//! alternative text, the words of 3 and 4 as tags); caption 5 is the question, and its photo the one
//! right answer. Three sets: whole captions, their two or three rarest words, the same with one
//! letter wrong. Other photos may fit as well, so 1.0 cannot be reached.

mod captions;
mod questions;
mod random;

use std::error::Error;
use std::time::Instant;

use tintype_domain::{LicenseId, Page, PhotoId, Timestamp, UserId};
use tintype_search::{Edit, PhotoDocument, PhotoQuery, SearchIndex, WriterSettings};

use captions::Captioned;
use questions::Question;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(path) = std::env::var_os("TEST_CAPTIONS") else {
        println!("skipped: TEST_CAPTIONS names no caption file");
        return Ok(());
    };
    let photos = captions::read(&std::fs::read_to_string(path)?);
    let questions = questions::ask(&photos, 1_000);
    let folder = tempfile::tempdir()?;
    let index = SearchIndex::open(folder.path())?;
    let mut writer = index.try_writer(WriterSettings::default())?.ok_or("the index is locked")?;
    let started = Instant::now();
    let documents: Result<Vec<PhotoDocument>, _> =
        photos.iter().enumerate().map(|(number, photo)| document(number, photo)).collect();
    writer.apply(documents?.into_iter().map(|photo| Edit::PutPhoto(Box::new(photo))), 1)?;
    println!("{} photos indexed in {:?}\n", photos.len(), started.elapsed());
    println!("| set | MRR@10 | R@1 | R@10 | no result | median ms | mean total |");
    println!("|---|---|---|---|---|---|---|");
    for set in ["caption5", "words", "typo"] {
        report(set, &index, questions.iter().filter(|question| question.set == set))?;
    }
    Ok(())
}

fn report<'a>(
    set: &str,
    index: &SearchIndex,
    questions: impl Iterator<Item = &'a Question>,
) -> Result<(), Box<dyn Error>> {
    let (mut ranks, mut times, mut totals) = (Vec::new(), Vec::new(), 0);
    for question in questions {
        let started = Instant::now();
        let hits = index.photos(&PhotoQuery::words(&question.words), Page::first(10))?;
        times.push(started.elapsed().as_secs_f64() * 1e3);
        let wanted = id(question.photo)?;
        ranks.push((hits.ids.iter().position(|found| *found == wanted), hits.ids.is_empty()));
        totals += hits.total;
        if std::env::var_os("TEST_VERBOSE").is_some() {
            let rank = hits.ids.iter().position(|found| *found == wanted);
            println!("{set} {rank:?} {} total {} {:?}", question.words, hits.total, hits.tried);
        }
    }
    let count = ranks.len() as f64;
    let share = |of: usize| of as f64 / count;
    let reciprocal: f64 =
        ranks.iter().filter_map(|(rank, _)| rank.map(|rank| 1.0 / (rank as f64 + 1.0))).sum();
    times.sort_by(f64::total_cmp);
    println!(
        "| {set} | {:.3} | {:.3} | {:.3} | {:.0} % | {:.2} | {:.0} |",
        reciprocal / count,
        share(ranks.iter().filter(|(rank, _)| *rank == Some(0)).count()),
        share(ranks.iter().filter(|(rank, _)| rank.is_some()).count()),
        100.0 * share(ranks.iter().filter(|(_, is_empty)| *is_empty).count()),
        times.get(times.len() / 2).copied().unwrap_or_default(),
        totals as f64 / count,
    );
    Ok(())
}

fn document(number: usize, photo: &Captioned) -> Result<PhotoDocument, Box<dyn Error>> {
    let [first, second, third, fourth, _] = &photo.captions;
    Ok(PhotoDocument {
        id: id(number)?,
        title: None,
        description: Some(first.clone()),
        alt_description: Some(second.clone()),
        tags: captions::content(&format!("{third} {fourth}")),
        wordings: tintype_domain::Wordings::new(),
        place: None,
        photographer: "Flickr flickr8k".to_owned(),
        camera: None,
        width: 6_000,
        height: 4_000,
        colors: Vec::new(),
        palette: Vec::new(),
        collections: Vec::new(),
        topics: Vec::new(),
        owner: UserId::parse("flickr8k___")?,
        license: LicenseId::library(),
        is_sensitive: false,
        created_at: Timestamp::from_micros(1_577_836_800_000_000 + number as i64),
        promoted_at: None,
        popularity: 0,
    })
}

/// Ids in no order that the search could profit from.
fn id(number: usize) -> Result<PhotoId, tintype_domain::InvalidId> {
    let mixed = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24;
    PhotoId::parse(&format!("p{mixed:010x}"))
}
