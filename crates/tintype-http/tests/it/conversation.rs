//! API addresses opened in a browser, and the one page that also answers JSON.

use tintype_testing::TestServer;

const HTML: &str = "text/html; charset=utf-8";

#[tokio::test]
async fn the_form_follows_who_asks() {
    let server = TestServer::demo().await;
    server.photo().tagged("fox").send().await;
    server.run_jobs().await;
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for (path, headers, expected) in [
        ("/photos", vec![], "application/json"),
        ("/photos", vec![("accept", "*/*")], "application/json"),
        ("/photos", vec![("accept", browser)], HTML),
        ("/photos", vec![("accept", browser), ("accept-version", "v1")], "application/json"),
        ("/photos", vec![("accept", browser), ("sec-fetch-dest", "empty")], "application/json"),
        ("/photos", vec![("accept", browser), ("sec-fetch-dest", "document")], HTML),
        ("/photos?format=json", vec![("accept", browser)], "application/json"),
        ("/photos?format=html", vec![], HTML),
        ("/s/photos/fox", vec![], HTML),
        ("/s/photos/fox", vec![("accept", "*/*")], HTML),
        ("/s/photos/fox", vec![("accept", "application/json")], "application/json"),
        ("/s/photos/fox", vec![("accept", browser)], HTML),
        ("/s/photos/fox?format=json", vec![], "application/json"),
    ] {
        let mut call = server.call("GET", path);
        for (name, value) in &headers {
            call = call.header(name, value);
        }
        let answer = call.send().await;
        assert_eq!(
            (answer.status(), answer.header("content-type")),
            (200, expected),
            "{path} {headers:?}"
        );
        assert!(answer.header("vary").contains("Accept"), "{path}: {}", answer.header("vary"));
    }
}

#[tokio::test]
async fn a_conversation_shows_the_call_and_what_was_done() {
    let server = TestServer::demo().await;
    server.photo().titled("A fox").tagged("fox").send().await;
    server.run_jobs().await;
    let answer = server.browse("/search/photos?query=fox").await;
    let html = answer.text();
    assert!(html.contains("<!doctype html>"));
    assert!(html.contains("/search/photos"));
    assert!(html.contains("server-did"), "what the server did is shown in the demo");
    assert!(html.contains("1 hits") || html.contains("hits"), "{html}");
    assert_eq!(answer.header("cache-control"), "private, no-cache");
    assert_eq!(answer.header("x-total"), "1");
    assert!(answer.header("etag").starts_with("W/"));
    assert!(answer.header("content-security-policy").contains("script-src 'self'"));
    assert_eq!(answer.header("access-control-allow-origin"), "");
    assert!(!answer.header("x-ratelimit-limit").is_empty());
}

#[tokio::test]
async fn every_query_is_shown_with_its_text_rows_and_time() {
    let server = TestServer::demo().await;
    server.photo().titled("A fox").send().await;
    let html = server.browse("/photos").await.text();
    assert!(html.contains("SELECT p.* FROM photos"), "the text of the query");
    assert!(html.contains("1 row<"), "the rows it answered");
    assert!(html.contains(" ms</span>"), "the time it took");
}

#[tokio::test]
async fn samples_ask_for_a_key_only_where_one_is_needed() {
    let demo = TestServer::demo().await;
    assert!(!demo.browse("/photos").await.text().contains("YOUR_ACCESS_KEY"));
    let closed = TestServer::start().await;
    assert!(closed.browse("/photos").await.text().contains("YOUR_ACCESS_KEY"));
}

/// A demo with its own user, and the cookie of a visitor who became that user.
async fn tried_out() -> (TestServer, String) {
    let server = TestServer::demo().await;
    server.library().open_demo().await.unwrap();
    let page = server.browse("/photos").await.text();
    assert!(page.contains("action=\"/login/demo\""), "strangers are offered the demo user");
    assert!(!page.contains("/try/photos"), "and no form that they may not send");
    let call = server.call("POST", "/login/demo").header("sec-fetch-site", "same-origin");
    let answer = call.body(FORM, "next=%2Fphotos%3Fformat%3Dhtml").send().await;
    assert_eq!((answer.status(), answer.header("location")), (303, "/photos?format=html"));
    let cookie = answer.cookie();
    (server, cookie)
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn forms_make_every_kind_of_call_for_real() {
    let (server, cookie) = tried_out().await;
    let call = server.call("GET", "/photos").header("accept", "text/html");
    assert!(call.session(&cookie).send().await.text().contains("/try/photos?method=POST"));
    let form = tintype_testing::Form::default()
        .file("photo", "a.jpg", &tintype_testing::jpeg(1, 60, 40))
        .text("description", "A quiet heron");
    let call = server.call("POST", "/try/photos?method=POST").session(&cookie);
    let sent = call.form(form).send().await;
    assert_eq!((sent.status(), sent.header("content-type")), (201, HTML), "{}", sent.text());
    assert!(sent.text().contains("data-job="), "the job that follows is shown");
    let photo = server.get("/photos?per_page=1").await.json()[0].clone();
    assert_eq!(photo["description"], "A quiet heron");
    let path = format!("/photos/{}", photo["id"].as_str().unwrap());
    let call = server.call("POST", &format!("/try{path}/withdraw?method=POST")).session(&cookie);
    let sent = call.body(FORM, "withdrawn=true").send().await;
    assert_eq!(sent.status(), 200, "{}", sent.text());
    assert!(sent.text().contains("withdrawn"), "the body is shown as it was sent");
    let call = server.call("POST", &format!("/try{path}?method=DELETE")).session(&cookie);
    let sent = call.body(FORM, "").send().await;
    assert!(sent.text().contains(">204<"), "{}", sent.text());
    assert_eq!(server.get(&path).await.status(), 404);
}

#[tokio::test]
async fn nobody_elses_form_makes_a_call() {
    let (server, cookie) = tried_out().await;
    let photo = server.photo().send().await;
    let path = format!("/try/photos/{}?method=DELETE", photo.id);
    let foreign = server.call("POST", &path).header("cookie", &cookie);
    let answer = foreign.header("sec-fetch-site", "cross-site").body(FORM, "").send().await;
    assert_eq!(answer.status(), 403);
    let guest = server.call("POST", &path).header("sec-fetch-site", "same-origin");
    assert_eq!(guest.body(FORM, "").send().await.status(), 401);
    assert_eq!(server.get(&format!("/photos/{}", photo.id)).await.status(), 200);
    let closed = TestServer::start().await;
    let call = closed.call("POST", "/login/demo").header("sec-fetch-site", "same-origin");
    assert_eq!(call.body(FORM, "").send().await.status(), 404, "only the demo lets anyone in");
}

#[tokio::test]
async fn a_search_is_sent_with_a_body_too() {
    let server = TestServer::demo().await;
    server.photo().tagged("fox").send().await;
    server.run_jobs().await;
    let query = serde_json::json!({ "query": "fox" });
    for method in ["POST", "QUERY"] {
        let answer = server.call(method, "/search/photos").json(&query).send().await;
        assert_eq!((answer.status(), answer.json()["total"].as_u64()), (200, Some(1)), "{method}");
        let path = format!("/try/search/photos?method={method}");
        let call = server.call("POST", &path).header("sec-fetch-site", "same-origin");
        let page = call.body(FORM, "query=fox").send().await;
        assert_eq!(page.status(), 200, "{}", page.text());
        assert!(page.text().contains(&format!("<span class=\"method\">{method}</span>")));
    }
}

#[tokio::test]
async fn whoever_wishes_strictness_is_told_of_every_slip() {
    let server = TestServer::demo().await;
    let ask = async |path: &str, accept: &str| {
        let call = server.call("GET", path).header("prefer", "handling=strict");
        call.header("accept", accept).send().await
    };
    let json = "application/json";
    for (path, accept, status, said) in [
        ("/photos?per_page=10", json, 200, ""),
        ("/photos?per_page=99", json, 422, "per_page"),
        ("/photos?orientation=wide", json, 422, "orientation"),
        ("/photos?colour=red", json, 422, "colour"),
        ("/photos", "image/png", 406, "application/json"),
    ] {
        let answer = ask(path, accept).await;
        assert_eq!(answer.status(), status, "{path}");
        assert_eq!(answer.header("preference-applied"), "handling=strict");
        assert!(answer.text().contains(said), "{}", answer.text());
    }
    let lenient = server.call("GET", "/photos?per_page=99&colour=red").send().await;
    assert_eq!((lenient.status(), lenient.header("preference-applied")), (200, ""));
}

#[tokio::test]
async fn the_status_is_the_calls_own() {
    let server = TestServer::demo().await;
    let missing = server.browse("/photos/AAAAAAAAAAA").await;
    assert_eq!((missing.status(), missing.header("content-type")), (404, HTML));
    assert_eq!(server.browse("/search/photos").await.status(), 400);
}

#[tokio::test]
async fn strangers_are_not_told_what_the_server_did() {
    let server = TestServer::start().await;
    server.photo().send().await;
    let answer = server.browse("/photos").await;
    assert_eq!(answer.status(), 200, "a browser may look without a key");
    assert!(!answer.text().contains("server-did"));
}

#[tokio::test]
async fn a_call_that_counts_waits_to_be_sent() {
    let server = TestServer::demo().await;
    let photo = server.photo().send().await;
    let path = format!("/photos/{}/download", photo.id);
    assert_eq!(server.browse(&path).await.status(), 200);
    server.library().write_counts().await.unwrap();
    let downloads =
        async || server.get(&format!("/photos/{}", photo.id)).await.json()["downloads"].clone();
    assert_eq!(downloads().await, 0);
    assert_eq!(server.browse(&format!("{path}?format=html&send=1")).await.status(), 200);
    server.library().write_counts().await.unwrap();
    assert_eq!(downloads().await, 1);
}

#[tokio::test]
async fn the_address_everyone_guesses_first_answers_like_the_search() {
    let server = TestServer::demo().await;
    for n in 0..3 {
        server.photo().titled(&format!("Fox {n}")).tagged("fox").send().await;
    }
    server.run_jobs().await;
    let call = server.call("GET", "/s/photos/fox?per_page=2").header("accept", "application/json");
    let answer = call.send().await;
    let search = server.call("GET", "/search/photos?query=fox&per_page=2").send().await;
    assert_eq!(answer.json(), search.json());
    assert_eq!(answer.header("link"), search.header("link"));
    assert!(answer.header("content-location").starts_with("/search/photos?"));
    let closed = TestServer::start().await;
    let refused =
        closed.call("GET", "/s/photos/fox").header("accept", "application/json").send().await;
    assert_eq!(refused.status(), 401, "JSON needs a key where the API does");
    assert_eq!(closed.call("GET", "/s/photos/fox").send().await.status(), 200, "the page does not");
}
