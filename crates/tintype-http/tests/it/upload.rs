//! `POST /photos`: pictures come in, and what is none stays out.

use tintype_domain::Role;
use tintype_testing::{Answer, Form, TestServer, TestUser, jpeg, png};

use crate::shapes::{FULL_PHOTO, check, check_photo};

async fn send(server: &TestServer, user: &TestUser, form: Form) -> Answer {
    let token = server.token(user, "public write_photos").await;
    server.call("POST", "/photos").token(&token).form(form).send().await
}

fn nothing_is_left(server: &TestServer) -> impl Future<Output = ()> {
    let count = server.get("/photos");
    async move { assert_eq!(count.await.header("x-total"), "0", "something was stored") }
}

#[tokio::test]
async fn a_picture_comes_in_with_its_words() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let made = server.library().create_collection(&ana.user, "Mine", None, false).await.unwrap();
    let form = Form::default()
        .file("photo", "IMG_1.jpg", &jpeg(1, 600, 400))
        .text("title", "Fox in snow")
        .text("description", "Seen in March")
        .text("alt_description", "a fox")
        .text("tags", "fox, snow")
        .text("tags[]", "Winter")
        .text("location[city]", "Oslo")
        .text("location[country]", "Norway")
        .text("license", "CC-BY-4.0")
        .text("collections", made.id.as_str());
    let answer = send(&server, &ana, form).await;
    assert_eq!(answer.status(), 201, "{}", answer.text());
    let json = answer.json();
    check_photo(&json);
    check(&json, FULL_PHOTO);
    assert_eq!(json["title"], "Fox in snow");
    assert_eq!(json["location"]["city"], "Oslo");
    assert_eq!(json["license"]["id"], "CC-BY-4.0");
    let tags: Vec<&str> =
        json["tags"].as_array().unwrap().iter().map(|tag| tag["title"].as_str().unwrap()).collect();
    assert!(["fox", "snow", "winter"].iter().all(|tag| tags.contains(tag)), "{tags:?}");
    let id = json["id"].as_str().unwrap();
    assert_eq!(server.get(&format!("/photos/{id}")).await.status(), 200);
    assert_eq!(json["current_user_collections"][0]["id"], made.id.as_str());
    server.run_jobs().await;
    assert_eq!(server.get("/search/photos?query=fox").await.json()["total"], 1);
}

#[tokio::test]
async fn the_same_bytes_again_are_the_same_photo() {
    let server = TestServer::start().await;
    let (ana, bo) = (server.user("ana").await, server.user("bo").await);
    let form = || Form::default().file("photo", "a.jpg", &jpeg(1, 60, 40));
    let first = send(&server, &ana, form()).await;
    let again = send(&server, &ana, form()).await;
    assert_eq!((first.status(), again.status()), (201, 200));
    assert_eq!(first.json()["id"], again.json()["id"]);
    let other = send(&server, &bo, form()).await;
    assert_eq!(other.status(), 201);
    assert_ne!(first.json()["id"], other.json()["id"]);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_with_a_sentence() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let whole = jpeg(1, 600, 400);
    let cases: Vec<(&str, Vec<u8>, u16)> = vec![
        ("text.jpg", b"this is a text, whatever its name says".to_vec(), 415),
        ("empty.jpg", Vec::new(), 400),
        ("half.jpg", whole[..whole.len() / 2].to_vec(), 422),
        ("head.jpg", whole[..200].to_vec(), 422),
        ("huge.png", png(30_000, 30_000), 422),
        ("long.png", png(40_000, 1), 422),
        ("page.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), 415),
        ("page.html", b"<!doctype html><script>alert(1)</script>".to_vec(), 415),
    ];
    for (name, bytes, status) in cases {
        let answer = send(&server, &ana, Form::default().file("photo", name, &bytes)).await;
        assert_eq!(answer.status(), status, "{name}: {}", answer.text());
        let sentence = answer.json()["errors"][0].as_str().unwrap().to_owned();
        assert!(sentence.ends_with('.') && sentence.len() > 15, "{name}: {sentence}");
    }
    nothing_is_left(&server).await;
    let good = send(&server, &ana, Form::default().file("photo", "half.jpg", &whole)).await;
    assert_eq!(good.status(), 201, "a refused picture does not stand in the way of a good one");
}

#[tokio::test]
async fn a_file_over_the_limit_is_refused_as_it_comes() {
    let mut settings = tintype_library::Settings::default();
    settings.limits.upload_bytes = 10_000;
    let server = TestServer::with(settings, tintype_http::AppConfig::default()).await;
    let ana = server.user("ana").await;
    let form = Form::default().file("photo", "big.jpg", &vec![0xff; 200_000]);
    let answer = send(&server, &ana, form).await;
    assert_eq!(answer.status(), 413, "{}", answer.text());
    nothing_is_left(&server).await;
}

#[tokio::test]
async fn an_upload_cut_off_half_way_leaves_nothing() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "write_photos").await;
    let whole = Form::default().file("photo", "a.jpg", &jpeg(1, 600, 400)).finish();
    let body = whole[..whole.len() / 2].to_vec();
    let call = server.call("POST", "/photos").token(&token);
    let answer =
        call.body("multipart/form-data; boundary=tintype-test-boundary", body).send().await;
    assert_eq!(answer.status(), 400, "{}", answer.text());
    nothing_is_left(&server).await;
}

#[tokio::test]
async fn a_form_that_is_none_is_refused() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "write_photos").await;
    let call = || server.call("POST", "/photos").token(&token);
    assert_eq!(call().body("image/jpeg", jpeg(1, 60, 40)).send().await.status(), 415);
    assert_eq!(call().body("multipart/form-data", "x").send().await.status(), 400);
    assert_eq!(call().send().await.status(), 415);
    let empty = call().form(Form::default().text("title", "x")).send().await;
    assert_eq!(empty.status(), 400);
    assert!(empty.json()["errors"][0].as_str().unwrap().contains("photo is missing"));
    let picture = || Form::default().file("photo", "a.jpg", &jpeg(1, 60, 40));
    let license = call().form(picture().text("license", "WTF")).send().await;
    assert_eq!(license.status(), 422, "{}", license.text());
    let foreign = call().form(picture().text("collections", "nowhere")).send().await;
    assert_eq!(foreign.status(), 422, "{}", foreign.text());
    nothing_is_left(&server).await;
}

#[tokio::test]
async fn not_everyone_may_upload() {
    let server = TestServer::start().await;
    let (ana, reader) = (server.user("ana").await, server.user_as("reader", Role::Reader).await);
    let form = || Form::default().file("photo", "a.jpg", &jpeg(1, 60, 40));
    assert_eq!(server.call("POST", "/photos").form(form()).send().await.status(), 401);
    assert_eq!(
        server.call("POST", "/photos").key(server.key()).form(form()).send().await.status(),
        401
    );
    let narrow = server.token(&ana, "public write_likes").await;
    assert_eq!(
        server.call("POST", "/photos").token(&narrow).form(form()).send().await.status(),
        403
    );
    assert_eq!(send(&server, &reader, form()).await.status(), 403);
    nothing_is_left(&server).await;
}

#[tokio::test]
async fn four_uploads_at_once_are_served() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let one =
        |seed| send(&server, &ana, Form::default().file("photo", "a.jpg", &jpeg(seed, 900, 600)));
    let all = tokio::join!(one(1), one(2), one(3), one(4));
    for answer in [all.0, all.1, all.2, all.3] {
        assert_eq!(answer.status(), 201, "{}", answer.text());
    }
}
