//! `kill -9` during uploads: what was acknowledged is there afterwards, whole.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::client::Client;
use crate::pictures;
use crate::server::Library;

/// An upload that was answered with 201.
struct Acknowledged {
    id: String,
    number: u32,
}

const SETTINGS: [(&str, &str); 2] =
    [("TINTYPE_LIMITS__UPLOADS_PER_HOUR", "1000000"), ("TINTYPE_RATE_LIMIT__PER_HOUR", "0")];
const SENDERS: usize = 3;

#[test]
fn kill_minus_nine_during_uploads_loses_nothing_acknowledged() {
    let rounds: u32 = match std::env::var("TEST_KILL_ROUNDS") {
        Ok(text) => text.parse().unwrap(),
        Err(_) => 6,
    };
    let (library, token) = Library::with_photographer("ana");
    let journal = Mutex::new(Vec::new());
    let numbers = AtomicU32::new(0);
    for round in 0..rounds {
        let server = library.serve_with(&SETTINGS);
        let client = server.client(Some(&token));
        std::thread::scope(|scope| {
            for _ in 0..SENDERS {
                scope.spawn(|| upload_until_it_breaks(&client, &numbers, &journal));
            }
            std::thread::sleep(moment(round));
            server.kill();
        });
    }
    let journal = journal.into_inner().unwrap();
    assert!(!journal.is_empty(), "nothing was acknowledged in {rounds} rounds");
    let server = library.serve_with(&SETTINGS);
    let client = server.client(Some(&token));
    for acknowledged in &journal {
        assert_is_there(&client, acknowledged);
    }
    drop(server);
    library.json(&["gc", "--grace", "0s"]);
    let photos = library.verify();
    assert!(photos >= journal.len() as u64, "{photos} photos, {} acknowledged", journal.len());
    println!(
        "kill -9: {rounds} rounds, {} uploads acknowledged, {photos} stored, none lost",
        journal.len()
    );
}

fn upload_until_it_breaks(
    client: &Client,
    numbers: &AtomicU32,
    journal: &Mutex<Vec<Acknowledged>>,
) {
    loop {
        let number = numbers.fetch_add(1, Ordering::Relaxed);
        let name = format!("picture-{number}.jpg");
        let Ok(answer) = client.upload(&name, &pictures::jpeg(number)) else { return };
        assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
        let id = answer.json()["id"].as_str().expect("a photo has an id").to_owned();
        journal.lock().expect("no sender panics while writing").push(Acknowledged { id, number });
    }
}

fn assert_is_there(client: &Client, acknowledged: &Acknowledged) {
    let Acknowledged { id, number } = acknowledged;
    let answer = client.get(&format!("/photos/{id}"));
    assert_eq!(answer.status, 200, "photo {id} is lost");
    let photo = answer.json();
    let raw = photo["urls"]["raw"].as_str().expect("a photo has addresses");
    let path = &raw[raw.find("/images/").expect("originals lie under /images/")..];
    let path = path.split('?').next().unwrap_or(path);
    let original = client.get(path);
    assert_eq!(original.status, 200, "the original of {id} is lost");
    assert!(original.body == pictures::jpeg(*number), "the original of {id} has changed");
}

/// A moment between 30 and 600 ms after the start, another one each round.
fn moment(round: u32) -> Duration {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(u64::from(round) + 1);
    state ^= state >> 29;
    state = state.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state ^= state >> 32;
    Duration::from_millis(30 + state % 571)
}
