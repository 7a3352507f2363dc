//! What those who run a server rely on: health, figures, logs, a stop that finishes its work.

use serde_json::Value;

use crate::pictures;
use crate::server::Library;

#[test]
fn a_stop_finishes_the_upload_under_way() {
    let (library, token) = Library::with_photographer("ana");
    let server = library.serve();
    let client = server.client(Some(&token));
    let half = client.begin_upload("last.jpg", &pictures::jpeg(1));
    // So that the server has begun to read it.
    std::thread::sleep(std::time::Duration::from_millis(300));
    server.ask_to_stop();
    std::thread::sleep(std::time::Duration::from_millis(300));
    let answer = half.finish().unwrap();
    assert_eq!(answer.status, 201);
    assert_eq!(server.ended(), Some(0));
    assert!(client.send("GET", "/healthz", &[]).is_err(), "nobody listens any more");
    assert_eq!(library.verify(), 1);
}

#[test]
fn a_stopped_server_leaves_no_job_behind_that_nobody_can_take() {
    let (library, token) = Library::with_photographer("ana");
    let server = library.serve();
    let client = server.client(Some(&token));
    for number in 1..=6 {
        assert_eq!(client.upload("a.jpg", &pictures::jpeg(number)).unwrap().status, 201);
    }
    server.ask_to_stop();
    assert_eq!(server.ended(), Some(0));
    let server = library.serve_with(&[("TINTYPE_WORKERS__COUNT", "1")]);
    let figures = || String::from_utf8(server.client(None).get("/metrics").body).unwrap();
    let is_open = |line: &str| {
        let open = ["state=\"ready\"", "state=\"running\""].iter().any(|it| line.contains(it));
        line.contains("kind=\"render_renditions\"") && open && !line.ends_with(" 0")
    };
    let begun = std::time::Instant::now();
    while figures().lines().any(is_open) {
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{}", figures());
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[test]
fn a_log_line_carries_the_id_that_the_caller_was_given() {
    let library = Library::empty();
    let settings = [("TINTYPE_LOG__FORMAT", "json"), ("TINTYPE_LOG__FILTER", "debug")];
    let server = library.serve_with(&settings);
    let answer = server.client(None).get("/photos");
    let id = answer.header("x-request-id").unwrap().to_owned();
    drop(server);
    let log = library.log();
    let line = log.lines().find(|line| line.contains(&id));
    let line: Value = serde_json::from_str(line.expect("the request is logged")).unwrap();
    assert!(line["level"].is_string() && line["timestamp"].is_string(), "{line}");
}

#[test]
fn health_and_figures_need_no_key_on_this_machine() {
    let (library, token) = Library::with_photographer("ana");
    let server = library.serve();
    server.client(Some(&token)).upload("a.jpg", &pictures::jpeg(1)).unwrap();
    let client = server.client(None);
    assert_eq!(client.get("/healthz").status, 200);
    assert_eq!(client.get("/readyz").status, 200);
    let figures = String::from_utf8(client.get("/metrics").body).unwrap();
    assert!(figures.lines().any(|line| line == "tintype_photos 1"), "{figures}");
    for line in figures.lines().filter(|line| !line.starts_with('#')) {
        let (_, value) = line.rsplit_once(' ').unwrap();
        assert!(value.parse::<f64>().is_ok(), "{line}");
    }
}
