//! Registering and looking after applications: the API and the pages.

use serde_json::json;
use tintype_domain::{HourlyLimit, Role};
use tintype_http::AppConfig;
use tintype_library::Settings;
use tintype_testing::{Answer, TestServer};

use crate::oauth::{FORM, cookie, encode, pairs};

async fn server() -> (TestServer, String) {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "read_user write_user").await;
    (server, token)
}

#[tokio::test]
async fn a_program_registers_looks_after_and_ends_an_application() {
    let (server, token) = server().await;
    let wish = json!({
        "name": "Picker",
        "redirect_uris": ["https://example.org/back"],
        "origins": ["https://Example.org"],
        "per_hour": 20,
    });
    let made = server.call("POST", "/apps").token(&token).json(&wish).send().await;
    assert_eq!(made.status(), 201, "{}", made.text());
    let app = made.json();
    let (id, key) = (app["id"].as_str().unwrap(), app["access_key"].as_str().unwrap());
    assert!(key.starts_with("ttk_") && app["secret_key"].as_str().unwrap().starts_with("tts_"));
    assert_eq!(app["origins"], json!(["https://example.org"]));
    assert_eq!((&app["per_hour"], &app["kind"]), (&json!(20), &json!("confidential")));
    assert!(made.header("cache-control").contains("no-store"));
    let path = format!("/apps/{id}");
    let seen = server.call("GET", &path).token(&token).send().await.json();
    assert!(seen.get("secret_key").is_none(), "it is shown once");
    let edit = json!({ "name": "Chooser", "origins": [] });
    let edited = server.call("PUT", &path).token(&token).json(&edit).send().await.json();
    assert_eq!((&edited["name"], &edited["per_hour"]), (&json!("Chooser"), &json!(20)));
    let rotated = server.call("POST", &format!("{path}/secret")).token(&token).send().await.json();
    assert_ne!(rotated["secret_key"], app["secret_key"]);
    assert_eq!(server.call("GET", "/photos").key(key).send().await.status(), 200);
    let list = server.call("GET", "/apps").token(&token).send().await.json();
    assert!(list.as_array().unwrap().iter().any(|app| app["name"] == "Chooser"));
    assert_eq!(server.call("DELETE", &path).token(&token).send().await.status(), 204);
    assert_eq!(server.call("GET", &path).token(&token).send().await.status(), 404);
    assert_eq!(server.call("GET", "/photos").key(key).send().await.status(), 401);
}

#[tokio::test]
async fn what_will_not_do_is_said() {
    let (server, token) = server().await;
    for (wish, words) in [
        (json!({}), "name"),
        (json!({ "name": "a", "redirect_uris": ["http://example.org/"] }), "redirect"),
        (json!({ "name": "a", "redirect_uris": ["javascript:alert(1)"] }), "redirect"),
        (json!({ "name": "a", "origins": ["example.org"] }), "origin"),
        (json!({ "name": "a", "per_hour": 1_000_000 }), "5000"),
        (json!({ "name": "a", "per_hour": 0 }), "5000"),
        (json!({ "name": "a", "per_hour": "many" }), "per_hour"),
        (json!({ "name": "a", "token_seconds": 1 }), "minute"),
    ] {
        let answer = server.call("POST", "/apps").token(&token).json(&wish).send().await;
        let sentence = answer.json()["errors"][0].as_str().unwrap().to_owned();
        assert_eq!(answer.status(), 422, "{wish}");
        assert!(sentence.contains(words), "{wish}: {sentence}");
    }
}

#[tokio::test]
async fn nobody_touches_the_applications_of_others() {
    let (server, token) = server().await;
    let ben = server.user("ben").await;
    let app = server.app(&ben, HourlyLimit::Default).await;
    let path = format!("/apps/{}", app.id);
    for (method, path) in [
        ("GET", path.clone()),
        ("PUT", path.clone()),
        ("DELETE", path.clone()),
        ("POST", format!("{path}/secret")),
        ("GET", format!("{path}/usage")),
        ("GET", "/apps/nonsense".to_owned()),
    ] {
        let answer = server.call(method, &path).token(&token).json(&json!({})).send().await;
        assert_eq!(answer.status(), 404, "{method} {path}");
    }
    let ana = server.library().store().apps(None).await.unwrap();
    let of_ana = ana.iter().find(|app| app.owner != ben.user.id).unwrap();
    let scopes = tintype_domain::Scopes::all();
    let lent = server.library().give_token(&ben.user, of_ana, scopes).await.unwrap().access_token;
    let answer = server.call("GET", "/apps").token(&lent).send().await;
    assert_eq!(answer.status(), 403, "somebody else's program may not look after them");
    let keeper = server.user_as("warden", Role::Administrator).await;
    let token = server.token(&keeper, "read_user").await;
    assert_eq!(server.call("GET", &path).token(&token).send().await.status(), 200);
}

#[tokio::test]
async fn usage_is_shown_by_day_and_photo() {
    let (server, token) = server().await;
    let ana = server.user("berta").await;
    let photo = server.photo().by(&ana).titled("Fox").send().await;
    let made =
        server.call("POST", "/apps").token(&token).json(&json!({ "name": "a", "per_hour": 3 }));
    let app = made.send().await.json();
    let key = app["access_key"].as_str().unwrap();
    let seen = server.call("GET", &format!("/photos/{}", photo.id)).key(key).send().await.json();
    let raw = seen["urls"]["raw"].as_str().unwrap().replace("http://localhost:8080", "");
    assert_eq!(server.call("GET", &format!("{raw}&w=40")).send().await.status(), 200);
    let download = format!("/photos/{}/download", photo.id);
    server.call("GET", &download).key(key).send().await;
    for _ in 0..3 {
        server.call("GET", "/photos").key(key).send().await;
    }
    let path = format!("/apps/{}/usage", app["id"].as_str().unwrap());
    let usage = server.call("GET", &path).token(&token).send().await.json();
    let expected = json!([{ "date": "2026-03-01", "calls": 3, "refused": 2 }]);
    assert_eq!(usage["days"], expected);
    assert_eq!(
        (&usage["photos"][0]["views"], &usage["photos"][0]["downloads"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(usage["photos"][0]["id"], photo.id.as_str());
}

#[tokio::test]
async fn a_key_bound_to_pages_is_worth_nothing_on_others() {
    let (server, token) = server().await;
    let wish = json!({ "name": "a", "origins": ["https://example.org", "http://localhost:3000"] });
    let app = server.call("POST", "/apps").token(&token).json(&wish).send().await.json();
    let key = app["access_key"].as_str().unwrap();
    for (name, value, status) in [
        ("origin", "https://example.org", 200),
        ("origin", "http://localhost:3000", 200),
        ("origin", "http://localhost:8080", 200),
        ("referer", "https://example.org/page", 200),
        ("x-other", "a server has no page", 200),
        ("origin", "https://evil.example", 403),
        ("origin", "http://example.org", 403),
        ("origin", "https://example.org.evil.example", 403),
        ("origin", "null", 403),
        ("referer", "https://evil.example/https://example.org", 403),
        ("sec-fetch-site", "cross-site", 403),
    ] {
        let answer = server.call("GET", "/photos").key(key).header(name, value).send().await;
        assert_eq!(answer.status(), status, "{name}: {value}");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let query = format!("/photos?client_id={key}");
        let answer = server.call("GET", &query).header(name, value).send().await;
        assert_eq!(answer.status(), status, "{name}: {value} by the address");
    }
}

async fn send(server: &TestServer, cookie: &str, path: &str, form: &[(&str, &str)]) -> Answer {
    let call = server.call("POST", path).session(cookie);
    call.body(FORM, encode(&pairs(form))).send().await
}

#[tokio::test]
async fn a_person_does_the_same_by_the_pages() {
    let server = TestServer::start().await;
    server.user("ana").await;
    let cookie = cookie(&server, "ana").await;
    let first = server.call("GET", "/account/apps").send().await;
    assert_eq!((first.status(), first.header("location")), (303, "/login?next=/account/apps"));
    let form =
        [("name", "My <b>app</b>"), ("redirect_uris", "https://a.example/\r\nhttps://b.example/")];
    let made = send(&server, &cookie, "/account/apps", &form).await;
    let text = made.text();
    assert_eq!((made.status(), made.header("cache-control")), (200, "no-store"), "{text}");
    assert!(text.contains("tts_") && text.contains("ttk_") && !text.contains("<b>app"), "{text}");
    let apps = server.library().store().apps(None).await.unwrap();
    let app = apps.iter().find(|app| app.name.starts_with("My")).unwrap();
    assert_eq!(app.redirect_uris, ["https://a.example/", "https://b.example/"]);
    let path = format!("/account/apps/{}", app.id);
    let seen = server.call("GET", &path).header("cookie", &cookie).send().await;
    assert!(!seen.text().contains("tts_") && seen.text().contains(app.access_key.as_str()));
    let form = [("name", "Mine"), ("redirect_uris", ""), ("origins", ""), ("per_hour", "7")];
    let changed = send(&server, &cookie, &path, &form).await;
    assert!(changed.text().contains("Saved."), "{}", changed.text());
    let bad = [("name", "Mine"), ("redirect_uris", "nonsense")];
    let refused = send(&server, &cookie, &path, &bad).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text().contains(">nonsense</textarea>"), "what was typed is not lost");
    let rotated = send(&server, &cookie, &format!("{path}/secret"), &[]).await;
    assert!(rotated.text().contains("tts_"));
    let unsure = send(&server, &cookie, &format!("{path}/revoke"), &[("confirm", "Yours")]).await;
    assert_eq!(unsure.status(), 422);
    let gone = send(&server, &cookie, &format!("{path}/revoke"), &[("confirm", "Mine")]).await;
    assert_eq!((gone.status(), gone.header("location")), (303, "/account/apps"));
    let seen = server.call("GET", &path).header("cookie", &cookie).send().await;
    assert_eq!(seen.status(), 404);
}

#[tokio::test]
async fn forms_of_others_do_nothing() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let app = server.app(&ana, HourlyLimit::Default).await;
    let cookie = cookie(&server, "ana").await;
    for path in ["", "/secret", "/revoke"] {
        let path = format!("/account/apps/{}{path}", app.id);
        let call = server.call("POST", &path).header("cookie", &cookie);
        let call = call.header("origin", "https://evil.example").body(FORM, "confirm=test&name=x");
        assert_eq!(call.send().await.status(), 403, "{path}");
    }
    let now = server.library().store().app(&app.id).await.unwrap();
    assert_eq!(now, Some(app));
}

#[tokio::test]
async fn there_is_an_end_to_applications() {
    let mut settings = Settings::default();
    settings.rate_limit.per_hour = 0;
    let server = TestServer::with(settings, AppConfig::default()).await;
    let ana = server.user("ana").await;
    for number in 0..100 {
        let request = crate::oauth::web(&format!("a{number}"), "https://a.example/");
        server.library().register_own_app(&ana.user, request).await.unwrap();
    }
    let request = crate::oauth::web("one more", "https://a.example/");
    assert!(server.library().register_own_app(&ana.user, request).await.is_err());
}
