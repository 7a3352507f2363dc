//! The pages in a real browser: they load under their own Content-Security-Policy, their scripts
//! run, their pictures come. `TEST_CHROMIUM` names the browser; else `chromium` is looked for.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::pictures::jpeg;
use crate::server::{Library, Server};

#[test]
fn pages_load_in_a_browser_without_breaking_their_own_rules() {
    let Some(browser) = browser() else {
        println!("skipped: there is no chromium; TEST_CHROMIUM may name one");
        return;
    };
    let (library, token) = Library::with_photographer("ana");
    let server = library.serve();
    let client = server.client(Some(&token));
    let mut slugs = Vec::new();
    for seed in 0..3 {
        let answer = client.upload("misty_forest.jpg", &jpeg(seed)).expect("an answer");
        assert_eq!(answer.status, 201);
        slugs.push(answer.json()["slug"].as_str().expect("a slug").to_owned());
    }
    let photo = format!("/p/{}", slugs[0]);
    for (path, told) in
        [("/", "Misty forest"), (photo.as_str(), "Misty forest"), ("/login", "name=\"password\"")]
    {
        let seen = Seen::of(&browser, &server, &library, path);
        assert!(seen.page.contains(told), "{path} does not show {told:?}");
        assert!(!seen.log.contains("Content Security Policy"), "{path}: {}", seen.log);
        assert!(!seen.log.contains("Uncaught"), "{path}: {}", seen.log);
    }
}

/// What the browser made of a page.
struct Seen {
    page: String,
    log: String,
}

impl Seen {
    fn of(browser: &PathBuf, server: &Server, library: &Library, path: &str) -> Self {
        let profile = library.beside("browser");
        let done = Command::new(browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-sync"])
            .args(["--disable-component-update", "--enable-logging=stderr", "--dump-dom"])
            .arg("--virtual-time-budget=5000")
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(format!("http://{}{path}", server.address))
            .stdin(Stdio::null())
            .output()
            .expect("the browser can be started");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Self { page: text(done.stdout), log: text(done.stderr) }
    }
}

pub fn browser() -> Option<PathBuf> {
    program("TEST_CHROMIUM", "chromium")
}

/// A program that the environment names, or that stands in the path.
pub fn program(variable: &str, name: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).filter(|name| !name.is_empty());
    named.map(PathBuf::from).or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|it| it.is_file())
    })
}
