//! How fast a large library is: imports photos of a dataset, then times the reads that pages and
//! searches are made of. `cargo bench -p tintype-store-sql --bench catalogue [-- PHOTOS]`

use std::{sync::Arc, time::Duration, time::Instant};

use tintype_domain::{Member, Orientation, Page, Photo, PhotoId, PhotoOrder, User};
use tintype_store::{
    DatasetBatch, PhotoFilter, PhotoStore,
    contract::{ContractClock, collection, dataset_photo, user},
};
use tintype_store_sql::{OpenOptions, SqlStore};

const PEOPLE: u64 = 2_000;
const BATCH: u64 = 2_000;
const COLLECTIONS: u64 = 500;
const WORDS: u64 = 3_000;

#[tokio::main]
async fn main() {
    let photos = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(100_000u64);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("library.db");
    let options = OpenOptions::sqlite(&path, Arc::new(ContractClock::new()));
    let store = SqlStore::open(&options).await.expect("a new database opens");
    let people: Vec<User> = (1..=PEOPLE).map(user).collect();

    import(&store, &people, photos).await;
    let bytes = std::fs::metadata(&path).map_or(0, |file| file.len());
    println!("database: {} MB", bytes >> 20);
    lists(&store, &people, photos).await;
    picks(&store, &people).await;
    by_ids(&store, &people, photos).await;

    let started = Instant::now();
    drop(store);
    let store = SqlStore::open(&options).await.expect("it opens again");
    println!("opened again in {:.1} ms", started.elapsed().as_secs_f64() * 1e3);
    drop(store);
}

async fn import(store: &SqlStore, people: &[User], photos: u64) {
    let started = Instant::now();
    let mut longest = Duration::ZERO;
    for first in (0..photos).step_by(BATCH as usize) {
        let batch = batch(first, (first + BATCH).min(photos), people);
        let began = Instant::now();
        store.import_photos(&batch).await.expect("a batch is imported");
        longest = longest.max(began.elapsed());
    }
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "imported {photos} photos in {seconds:.1} s: {:.0}/s, longest batch {} ms",
        photos as f64 / seconds,
        longest.as_millis()
    );
}

fn batch(first: u64, end: u64, people: &[User]) -> DatasetBatch {
    let photos: Vec<Photo> = (first..end).map(|number| entry(number, people)).collect();
    let member = |photo: &Photo, number: u64| Member {
        collection: collection(number % COLLECTIONS + 1, &people[0]).id,
        photo: photo.id.clone(),
        added_at: photo.created_at,
    };
    DatasetBatch {
        users: if first == 0 { people.to_vec() } else { Vec::new() },
        members: photos.iter().zip(first..).map(|(photo, number)| member(photo, number)).collect(),
        collections: if first == 0 {
            (1..=COLLECTIONS).map(|number| collection(number, &people[0])).collect()
        } else {
            Vec::new()
        },
        photos,
    }
}

/// A photo with ten tags, some frequent and some rare; every third is a portrait.
fn entry(number: u64, people: &[User]) -> Photo {
    let scattered = |salt: u64| (number + salt).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    let owner = &people[(scattered(1) % PEOPLE) as usize];
    let mut photo = dataset_photo(number, owner);
    photo.id =
        PhotoId::parse(&format!("{:011x}", scattered(2) & 0xfff_ffff_ffff)).expect("11 hex digits");
    photo.tags = (0..10)
        .map(|place| {
            let spread = WORDS >> (place % 6 * 2);
            format!("word{}", scattered(place + 3) % spread.max(2))
        })
        .collect();
    photo.views = scattered(20) % 100_000;
    photo.downloads = photo.views / 50;
    if number.is_multiple_of(3) {
        (photo.width, photo.height) = (photo.height, photo.width);
    }
    photo
}

async fn lists(store: &SqlStore, people: &[User], photos: u64) {
    let all = PhotoFilter::default();
    for order in PhotoOrder::ALL {
        time(&format!("first page, {}", order.as_str()), async || {
            store.photos(&all, *order, Page::first(10)).await.expect("a page").items.len()
        })
        .await;
    }
    let pages = photos.div_ceil(10) as u32;
    for (name, page) in [("middle", pages / 2), ("last", pages)] {
        time(&format!("{name} page, latest"), async || {
            let page = Page::first(10).at(page);
            store.photos(&all, PhotoOrder::Latest, page).await.expect("a page").items.len()
        })
        .await;
    }
    let owner = PhotoFilter { owner: Some(people[7].id.clone()), ..PhotoFilter::default() };
    let group =
        PhotoFilter { collections: vec![collection(7, &people[0]).id], ..PhotoFilter::default() };
    let portraits = PhotoFilter { orientation: Some(Orientation::Portrait), ..owner.clone() };
    let tag = PhotoFilter { tag: Some("word1".to_owned()), ..PhotoFilter::default() };
    for (name, filter) in [
        ("of an owner", &owner),
        ("portraits of an owner", &portraits),
        ("of a collection", &group),
        ("of a frequent tag", &tag),
    ] {
        time(&format!("first page, {name}"), async || {
            let page = Page::first(10);
            store.photos(filter, PhotoOrder::Latest, page).await.expect("a page").items.len()
        })
        .await;
    }
}

async fn picks(store: &SqlStore, people: &[User]) {
    let portraits =
        PhotoFilter { orientation: Some(Orientation::Portrait), ..PhotoFilter::default() };
    let rare = PhotoFilter { tag: Some("word2500".to_owned()), ..PhotoFilter::default() };
    let group =
        PhotoFilter { collections: vec![collection(7, &people[0]).id], ..PhotoFilter::default() };
    for (name, filter) in [
        ("of all", &PhotoFilter::default()),
        ("of portraits", &portraits),
        ("of a rare tag", &rare),
        ("of a collection", &group),
    ] {
        let mut seed = 0;
        time(&format!("10 random ones {name}"), async || {
            seed += 1;
            store.random_photos(filter, 10, seed).await.expect("picks").len()
        })
        .await;
    }
}

async fn by_ids(store: &SqlStore, people: &[User], photos: u64) {
    let ids = |start: u64, count: u64| -> Vec<PhotoId> {
        (0..count).map(|place| entry((start + place * 7_919) % photos, people).id).collect()
    };
    let sets: Vec<Vec<PhotoId>> = (0..100).map(|start| ids(start * 131, 30)).collect();
    for count in [10, 30] {
        let mut turn = 0;
        time(&format!("{count} photos by their ids"), async || {
            turn += 1;
            let ids = &sets[turn % sets.len()][..count];
            store.photos_by_ids(ids).await.expect("photos").len()
        })
        .await;
    }
}

/// Prints the median and the slowest hundredth of 300 runs.
async fn time(what: &str, mut run: impl AsyncFnMut() -> usize) {
    let mut times = Vec::new();
    let mut items = 0;
    for _ in 0..300 {
        let started = Instant::now();
        items = run().await;
        times.push(started.elapsed());
    }
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{what}: p50 {:.2} ms, p99 {:.2} ms ({items} photos)", ms(times[150]), ms(times[297]));
}
