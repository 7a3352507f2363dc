//! The upload form.

use tintype_domain::Role;
use tintype_testing::{Form, PASSWORD, TestServer, jpeg};

async fn cookie(server: &TestServer, name: &str) -> String {
    let body = format!("login={name}&password={}", PASSWORD.replace(' ', "+"));
    let call = server.call("POST", "/login").header("sec-fetch-site", "same-origin");
    call.body("application/x-www-form-urlencoded", body).send().await.cookie()
}

#[tokio::test]
async fn several_files_each_have_their_state() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    server.photo().by(&ana).seeded(9).sized(60, 40).send().await;
    let cookie = cookie(&server, "ana").await;
    let form = Form::default()
        .text("form_token", "")
        .file("photo", "new.jpg", &jpeg(1, 60, 40))
        .file("photo", "known.jpg", &jpeg(9, 60, 40))
        .file("photo", "text.jpg", b"no picture")
        .text("title", "")
        .text("tags", "fox, snow")
        .text("location[name]", "Oslo")
        .text("license", "CC0-1.0");
    let answer = server.call("POST", "/upload").session(&cookie).form(form).send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let html = answer.text();
    for name in ["new.jpg", "known.jpg", "text.jpg"] {
        assert!(html.contains(name), "{name}");
    }
    assert!(html.contains("not a picture"), "{html}");
    let photos = server.get("/users/ana/photos").await;
    assert_eq!(photos.header("x-total"), "2");
    let newest =
        server.get(&format!("/photos/{}", photos.json()[0]["id"].as_str().unwrap())).await.json();
    assert_eq!(newest["location"]["name"], "Oslo");
    assert_eq!(newest["license"]["id"], "CC0-1.0");
    assert_eq!(newest["tags"][0]["title"], "fox");
}

#[tokio::test]
async fn an_empty_form_is_told_so() {
    let server = TestServer::start().await;
    server.user("ana").await;
    let cookie = cookie(&server, "ana").await;
    let form = Form::default().file("photo", "", b"").text("title", "x");
    let answer = server.call("POST", "/upload").session(&cookie).form(form).send().await;
    assert_eq!(answer.status(), 200);
    assert!(answer.text().contains("No picture was chosen."), "{}", answer.text());
}

#[tokio::test]
async fn the_form_is_for_contributors_on_our_own_pages() {
    let server = TestServer::start().await;
    server.user("ana").await;
    server.user_as("reader", Role::Reader).await;
    let stranger = server.call("GET", "/upload").send().await;
    assert_eq!((stranger.status(), stranger.header("location")), (303, "/login?next=/upload"));
    let reader = cookie(&server, "reader").await;
    assert_eq!(server.call("GET", "/upload").session(&reader).send().await.status(), 403);
    let ana = cookie(&server, "ana").await;
    let form = || Form::default().file("photo", "a.jpg", &jpeg(1, 60, 40));
    let foreign = server
        .call("POST", "/upload")
        .header("cookie", &ana)
        .header("sec-fetch-site", "cross-site");
    assert_eq!(foreign.form(form()).send().await.status(), 403);
    assert_eq!(server.get("/photos").await.header("x-total"), "0");
}
