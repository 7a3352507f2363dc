//! What strangers and broken lines send to a running server: a sentence each, and nothing kept.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::client::{Answer, Client};
use crate::pictures;
use crate::server::{Library, Server};

struct Place {
    library: Library,
    server: Server,
    client: Client,
}

fn place() -> Place {
    let (library, token) = Library::with_photographer("ana");
    let server = library.serve();
    let client = server.client(Some(&token));
    Place { library, server, client }
}

impl Place {
    fn refuses(&self, name: &str, bytes: &[u8], status: u16) -> String {
        let answer = self.client.upload(name, bytes).expect("the server answers");
        assert_eq!(answer.status, status, "{}", String::from_utf8_lossy(&answer.body));
        sentence(&answer)
    }

    /// The server still takes a picture in, and only that one was kept.
    fn still_works(self) {
        let answer = self.client.upload("good.jpg", &pictures::jpeg(1)).expect("it answers");
        assert_eq!(answer.status, 201);
        let files = self.library.data().join("files");
        assert_eq!(files_in(&files.join("originals")), 1);
        assert!(is_soon_empty(&files.join("tmp")), "half an upload is left");
        assert_eq!(self.client.get("/healthz").status, 200);
        drop(self.server);
        assert_eq!(self.library.verify(), 1);
    }
}

/// The one message of an error, which is meant for people.
fn sentence(answer: &Answer) -> String {
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let value = answer.json();
    let errors = value["errors"].as_array().expect("errors are a list");
    assert_eq!(errors.len(), 1);
    let sentence = errors[0].as_str().expect("an error is a text");
    assert!(sentence.contains(' ') && sentence.len() < 300, "{sentence:?}");
    sentence.to_owned()
}

fn files_in(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let count = |path: &Path| if path.is_dir() { files_in(path) } else { 1 };
    entries.flatten().map(|entry| count(&entry.path())).sum()
}

/// What a broken-off upload staged goes when the server notices that nobody sends any more.
fn is_soon_empty(folder: &Path) -> bool {
    let begun = Instant::now();
    while files_in(folder) > 0 {
        if begun.elapsed() > Duration::from_secs(10) {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

#[test]
fn a_text_file_named_jpg_is_no_picture() {
    let place = place();
    place.refuses("holiday.jpg", b"Dear diary, today we went to the sea.\n", 415);
    place.still_works();
}

#[test]
fn a_truncated_jpeg_is_refused() {
    let place = place();
    let told = place.refuses("half.jpg", &pictures::truncated_jpeg(7), 422);
    assert!(told.contains("truncated") || told.contains("cut off"), "{told}");
    place.still_works();
}

#[test]
fn an_empty_file_is_refused() {
    let place = place();
    let told = place.refuses("nothing.jpg", b"", 400);
    assert!(told.contains("empty"), "{told}");
    place.still_works();
}

#[test]
fn a_png_of_nine_hundred_megapixels_is_refused_by_its_header() {
    let place = place();
    let png = pictures::enormous_png(30_000, 30_000);
    assert!(png.len() < 8_000);
    place.refuses("wall.png", &png, 422);
    place.still_works();
}

#[test]
fn a_gif_of_ten_thousand_frames_is_refused() {
    let place = place();
    let told = place.refuses("film.gif", &pictures::long_gif(10_000), 422);
    assert!(told.contains("frames"), "{told}");
    place.still_works();
}

#[test]
fn an_upload_that_is_cut_off_leaves_nothing() {
    let place = place();
    for number in 100..110 {
        let half = place.client.begin_upload("half.jpg", &pictures::jpeg(number));
        if let Some(answer) = half.hang_up() {
            assert_eq!(answer.status, 400);
            sentence(&answer);
        }
    }
    place.still_works();
}

#[test]
fn a_query_of_ten_kilobytes_is_refused() {
    let place = place();
    let query = "mountain+".repeat(1_200);
    let answer = place.client.get(&format!("/search/photos?query={query}"));
    assert!((400..500).contains(&answer.status), "{}", answer.status);
    sentence(&answer);
    place.still_works();
}

#[test]
fn all_at_once_they_do_not_keep_a_good_upload_away() {
    let place = place();
    let hostile = [
        b"no picture".to_vec(),
        pictures::truncated_jpeg(3),
        pictures::enormous_png(30_000, 30_000),
        pictures::long_gif(10_000),
    ];
    std::thread::scope(|scope| {
        for bytes in &hostile {
            let client = &place.client;
            scope.spawn(move || {
                for _ in 0..5 {
                    let answer = client.upload("x.jpg", bytes).expect("the server answers");
                    assert!((400..500).contains(&answer.status), "{}", answer.status);
                }
            });
        }
    });
    place.still_works();
}
