//! Pages used as a person uses them, on a phone and on a desk: calls made by forms, an exercise
//! solved, a picture picked.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::Value;

use crate::client::Client;
use crate::driver::{Driver, Screen};
use crate::pictures::jpeg;
use crate::server::{Library, Server, text};

const SCREENS: [Screen; 2] = [Screen::Phone, Screen::Desktop];
const PASSWORD: &str = "correct horse battery";

/// Runs a test on each screen; says so where there is no browser.
fn on_each_screen(library: &Library, test: impl Fn(&Driver)) {
    for screen in SCREENS {
        let profile = library.beside(&format!("profile-{screen:?}"));
        match Driver::start(screen, &profile) {
            Some(driver) => test(&driver),
            None => println!("skipped: there is no chromium or chromedriver"),
        }
    }
}

/// Nothing stands out over the edge.
#[track_caller]
fn fits(driver: &Driver) {
    let widths = driver
        .run("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
    assert!(widths[0].as_u64() <= widths[1].as_u64(), "wider than the screen: {widths}");
}

fn page(server: &Server, path: &str) -> String {
    format!("http://{}{path}", server.address)
}

#[test]
fn every_kind_of_call_is_made_by_forms() {
    let library = Library::empty();
    library.user_with_password("ana", PASSWORD);
    let server = library.serve_with(&[("TINTYPE_ACCESS__ANONYMOUS_READING", "true")]);
    let number = std::cell::Cell::new(0);
    on_each_screen(&library, |driver| {
        number.set(number.get() + 1);
        let picture = library.write(&format!("heron-{}.jpg", number.get()), &jpeg(number.get()));
        driver.go(&page(&server, "/login?next=/photos%3Fformat%3Dhtml"));
        driver.fill("#login", "ana");
        driver.fill("#password", PASSWORD);
        driver.click("main .button");
        driver.wait("location.pathname === '/photos'");
        fits(driver);
        driver.run("for (const fold of document.querySelectorAll('.call')) fold.open = true");
        driver.fill(".call input[type=file]", text(&picture));
        driver.fill(".call textarea[name=description]", "A heron waits");
        driver.click(".call .button");
        driver.wait("document.querySelector('.verdict .method')?.textContent === '201'");
        fits(driver);
        driver.wait("document.querySelector('[data-job] + span')?.textContent === 'done'");
        let link = "return document.querySelector('.tree a[href*=\"/photos/\"]').pathname";
        let path = driver.run(link).as_str().expect("a link to the photo").to_owned();
        let photo = Client::new(server.address, None).get(&path);
        assert_eq!(photo.json()["description"], "A heron waits");
        driver.go(&page(&server, &format!("{path}?format=html")));
        driver.run("for (const fold of document.querySelectorAll('.call')) fold.open = true");
        fits(driver);
        driver.click(&format!("form[action='/try{path}?method=DELETE'] .button"));
        driver.wait("document.querySelector('.verdict .method')?.textContent === '204'");
        assert_eq!(Client::new(server.address, None).get(&path).status, 404);
    });
}

#[test]
fn an_exercise_is_ticked_while_one_looks() {
    let (library, token) = Library::with_photographer("ana");
    let server = library.serve_with(&[("TINTYPE_ACCESS__ANONYMOUS_READING", "true")]);
    let sent = server.client(Some(&token)).upload("nature.jpg", &jpeg(0)).expect("an answer");
    assert_eq!(sent.status, 201);
    on_each_screen(&library, |driver| {
        driver.go(&page(&server, "/learn"));
        fits(driver);
        driver.click(".onward .button");
        driver.wait("document.querySelector('.outcome:not(.on)')");
        fits(driver);
        let sample = driver.run("return document.querySelector('pre.code').textContent");
        let sample = sample.as_str().expect("a sample");
        let address = sample.split('\'').find(|part| part.starts_with("http")).expect("an address");
        let path = address.splitn(4, '/').nth(3).expect("a path");
        let photo = Client::new(server.address, None).get(&format!("/{path}"));
        assert!(photo.json()["urls"]["regular"].is_string(), "the sample's own call is answered");
        driver.wait("document.querySelector('.outcome.on')");
        driver.wait("document.querySelector('[data-lesson=request].on')");
    });
}

#[test]
fn a_picture_is_picked_from_another_origin() {
    let (library, token) = Library::with_photographer("ana");
    let host = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let origin = format!("http://{}", host.local_addr().expect("an address"));
    let named = format!("[\"{origin}\"]");
    let server = library.serve_with(&[("TINTYPE_PICKER__ORIGINS", &named)]);
    let sent = server.client(Some(&token)).upload("fox.jpg", &jpeg(0)).expect("an answer");
    let id = sent.json()["id"].clone();
    let picker = page(&server, &format!("/picker?origin={origin}"));
    let html = format!(
        "<!doctype html><title>CMS</title><iframe width=360 height=600 src=\"{picker}\"></iframe>\
         <script>addEventListener('message', (e) => {{ window.got = [e.origin, e.data]; }});</script>"
    );
    std::thread::spawn(move || serve_page(&host, &html));
    on_each_screen(&library, |driver| {
        driver.go(&origin);
        driver.frame(Some("iframe"));
        driver.wait("document.querySelector('[data-choice] img')?.complete");
        fits(driver);
        driver.click("[data-choice]");
        driver.frame(None);
        driver.wait("window.got");
        let got = driver.run("return window.got");
        assert_eq!(got[0], format!("http://{}", server.address));
        assert_eq!((&got[1]["type"], &got[1]["id"]), (&Value::from("tintype:photo"), &id));
        assert!(got[1]["credit_html"].as_str().is_some_and(|credit| credit.contains("/@ana")));
    });
}

/// Answers the same page to everyone, as a site of its own.
fn serve_page(listener: &TcpListener, html: &str) {
    for stream in listener.incoming() {
        let Ok(mut stream) = stream else { return };
        let mut asked = [0; 4096];
        // Whatever was asked, the answer is the same.
        let _ = stream.read(&mut asked);
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n";
        let _ = stream.write_all(format!("{head}{html}").as_bytes());
    }
}
