//! Signing in and out.

use tintype_http::AppConfig;
use tintype_library::Settings;
use tintype_testing::{Answer, PASSWORD, TestServer};

const FORM: &str = "application/x-www-form-urlencoded";

async fn sign_in(server: &TestServer, name: &str, password: &str, next: &str) -> Answer {
    let body = format!("login={name}&password={}&next={next}", password.replace(' ', "+"));
    let call = server.call("POST", "/login").header("sec-fetch-site", "same-origin");
    call.body(FORM, body).send().await
}

#[tokio::test]
async fn the_right_password_opens_the_door() {
    let server = TestServer::start().await;
    server.user("ana").await;
    for name in ["ana", "ANA", "@ana", "ana@example.org"] {
        let answer = sign_in(&server, name, PASSWORD, "/upload").await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/upload"), "{name}");
        let set = answer.header("set-cookie").to_owned();
        assert!(set.starts_with("tintype_session=ttc_"), "{set}");
        assert!(
            set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Secure")
        );
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn with_tls_the_cookie_is_bound_to_the_host() {
    let config = AppConfig {
        public_url: Some("https://photos.example.org".parse().unwrap()),
        ..AppConfig::default()
    };
    let server = TestServer::with(Settings::default(), config).await;
    server.user("ana").await;
    let set = sign_in(&server, "ana", PASSWORD, "/").await.header("set-cookie").to_owned();
    assert!(set.starts_with("__Host-tintype_session=") && set.ends_with("; Secure"), "{set}");
    assert!(set.contains("Path=/;"), "{set}");
}

#[tokio::test]
async fn a_wrong_password_and_a_wrong_name_look_the_same() {
    let server = TestServer::start().await;
    server.user("ana").await;
    let (wrong, nobody) = (
        sign_in(&server, "ana", "wrong password", "").await,
        sign_in(&server, "bob", PASSWORD, "").await,
    );
    assert_eq!((wrong.status(), nobody.status()), (422, 422));
    assert_eq!(wrong.text().replace("ana", "bob"), nobody.text());
    assert_eq!(wrong.header("set-cookie"), "");
}

#[tokio::test]
async fn too_many_tries_have_to_wait() {
    let server = TestServer::start().await;
    server.user("ana").await;
    for _ in 0..10 {
        sign_in(&server, "ana", "wrong password", "").await;
    }
    let answer = sign_in(&server, "ana", PASSWORD, "").await;
    assert_eq!(answer.status(), 429);
    assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0);
}

#[tokio::test]
async fn a_form_from_elsewhere_does_nothing() {
    let server = TestServer::start().await;
    server.user("ana").await;
    let body = format!("login=ana&password={}", PASSWORD.replace(' ', "+"));
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("x-nothing", "")]
    {
        let call = server.call("POST", "/login").header(name, value);
        let answer = call.body(FORM, body.clone()).send().await;
        assert_eq!((answer.status(), answer.header("set-cookie")), (403, ""), "{name}");
    }
    let by_origin = server.call("POST", "/login").header("origin", "http://localhost:8080");
    assert_eq!(by_origin.body(FORM, body).send().await.status(), 303);
}

#[tokio::test]
async fn nobody_is_sent_to_a_foreign_place() {
    let server = TestServer::start().await;
    server.user("ana").await;
    for next in
        ["https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:alert(1)"]
    {
        assert_eq!(sign_in(&server, "ana", PASSWORD, next).await.header("location"), "/", "{next}");
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once() {
    let server = TestServer::start().await;
    server.user("ana").await;
    let cookie = sign_in(&server, "ana", PASSWORD, "/").await.cookie();
    let upload = async || server.call("GET", "/upload").header("cookie", &cookie).send().await;
    assert_eq!(upload().await.status(), 200);
    let foreign = server
        .call("POST", "/logout")
        .header("cookie", &cookie)
        .header("sec-fetch-site", "cross-site");
    assert_eq!(foreign.send().await.status(), 403);
    assert_eq!(upload().await.status(), 200);
    let out = server.call("POST", "/logout").session(&cookie).send().await;
    assert_eq!(out.status(), 303);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    let after = upload().await;
    assert_eq!((after.status(), after.header("location")), (303, "/login?next=/upload"));
}

#[tokio::test]
async fn a_session_reads_but_never_writes_by_a_foreign_form() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let photo = server.photo().by(&ana).send().await;
    let cookie = sign_in(&server, "ana", PASSWORD, "/").await.cookie();
    let path = format!("/photos/{}/withdraw", photo.id);
    let form = server.call("POST", &path).session(&cookie).body(FORM, "a=b").send().await;
    assert_eq!(form.status(), 401, "form bodies are taken with a Bearer token alone");
    let foreign =
        server.call("POST", &path).header("cookie", &cookie).header("sec-fetch-site", "cross-site");
    assert_eq!(foreign.send().await.status(), 401);
    let own = server.call("POST", &path).session(&cookie).send().await;
    assert_eq!(own.status(), 200, "{}", own.text());
}
