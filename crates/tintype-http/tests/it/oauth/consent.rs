//! The consent page.

use tintype_library::{AppRequest, Library};
use tintype_testing::{PASSWORD, TestServer};

use super::world::{FORM, World, changed, encode, query_of, register, web};

#[tokio::test]
async fn a_person_sees_who_asks_for_what() {
    let world = World::new().await;
    let page = world.ask(&world.wish()).await;
    assert_eq!(page.status(), 200);
    let text = page.text();
    for words in [
        "Web wants to act for you",
        "signed in as ana",
        "registered by ben",
        "see what everybody sees",
        "like and unlike photos in your name",
        "client.example",
        "value=\"allow\"",
        "value=\"deny\"",
        "name=\"state\" value=\"a&#38;b\"",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("upload photos"));
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("x-frame-options"), "DENY");
    let policy = page.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(policy.contains("form-action 'self' https://client.example;"), "{policy}");
    let app = world.ask(&world.app_wish()).await;
    let policy = app.header("content-security-policy").to_owned();
    assert!(policy.contains("form-action 'self' org.example.app:;"), "{policy}");
}

#[tokio::test]
async fn names_of_applications_are_text() {
    let world = World::new().await;
    let named =
        AppRequest { name: "<script>x</script>".to_owned(), ..web("", "https://x.example/") };
    let evil = register(&world.server, &world.ana, named).await;
    let named =
        [("client_id", evil.app.access_key.as_str()), ("redirect_uri", "https://x.example/")];
    let page = world.ask(&changed(world.wish(), &named)).await;
    assert!(!page.text().contains("<script>x"));
}

#[tokio::test]
async fn a_wish_without_scope_is_for_reading() {
    let world = World::new().await;
    let code = world.code(&changed(world.wish(), &[("scope", "-")])).await;
    let tokens = world.post("/oauth/token", &world.exchange(&code)).await.json();
    assert_eq!(tokens["scope"], "public");
    let commas = world.code(&changed(world.wish(), &[("scope", "write_likes,public")])).await;
    let tokens = world.post("/oauth/token", &world.exchange(&commas)).await.json();
    assert_eq!(tokens["scope"], "public write_likes");
}

#[tokio::test]
async fn who_is_not_signed_in_signs_in_first_and_comes_back() {
    let world = World::new().await;
    let path = format!("/oauth/authorize?{}", encode(&world.wish()));
    let sent = world.server.call("GET", &path).send().await;
    assert_eq!(sent.status(), 303);
    let next = query_of(sent.header("location"), "next").unwrap();
    assert!(sent.header("location").starts_with("/login?next="));
    for (name, value) in world.wish() {
        assert_eq!(query_of(&next, &name), Some(value), "{name}");
    }
    let form = world.server.call("GET", sent.header("location")).send().await;
    assert_eq!(form.status(), 200);
    let body = format!("login=ana&password={}&next=", PASSWORD.replace(' ', "+"));
    let body = format!(
        "{body}{}",
        url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>()
    );
    let call = world.server.call("POST", "/login").header("sec-fetch-site", "same-origin");
    let welcome = call.body(FORM, body).send().await;
    assert_eq!(welcome.header("location"), next);
}

/// As a script does that knows forms and cookies and nothing of browsers.
#[tokio::test]
async fn a_script_signs_in_and_agrees_by_the_forms_alone() {
    let world = World::new().await;
    let server = &world.server;
    let page = server.call("GET", "/login").send().await;
    let cookie = page.cookie();
    assert!(cookie.starts_with("tintype_form="), "{cookie}");
    let token = hidden(&page.text(), "form_token");
    let body = format!("form_token={token}&login=ana&password={}", PASSWORD.replace(' ', "+"));
    let signed_in =
        server.call("POST", "/login").header("cookie", &cookie).body(FORM, body.clone());
    let session = signed_in.send().await.cookie();
    assert!(session.starts_with("tintype_session=ttc_"));
    let without = server.call("POST", "/login").body(FORM, body).send().await;
    assert_eq!(without.status(), 403, "the token is worth nothing without its cookie");
    let path = format!("/oauth/authorize?{}", encode(&world.wish()));
    let page = server.call("GET", &path).header("cookie", &session).send().await;
    let mut form = world.wish();
    form.push(("form_token".to_owned(), hidden(&page.text(), "form_token")));
    form.push(("decision".to_owned(), "allow".to_owned()));
    let call = server.call("POST", "/oauth/authorize").header("cookie", &session);
    let answer = call.body(FORM, encode(&form)).send().await;
    assert_eq!(answer.status(), 302, "{}", answer.text());
    assert!(query_of(answer.header("location"), "code").is_some());
}

#[tokio::test]
async fn taking_access_back_ends_it_at_once() {
    let world = World::new().await;
    let tokens = world.tokens().await;
    let pending = world.code(&world.wish()).await;
    let account = world.server.call("GET", "/account/apps").header("cookie", &world.cookie);
    let page = account.send().await.text();
    assert!(page.contains(">Web</strong>"), "{page}");
    let path = format!("/account/access/{}/withdraw", world.web.app.id);
    let cross = world.server.call("POST", &path).header("cookie", &world.cookie);
    let cross = cross.header("sec-fetch-site", "cross-site").body(FORM, "a=b").send().await;
    assert_eq!(cross.status(), 403);
    assert!(world.lets_in(tokens["access_token"].as_str().unwrap()).await);
    let own = world.server.call("POST", &path).session(&world.cookie).body(FORM, "a=b");
    assert_eq!(own.send().await.status(), 303);
    assert!(!world.lets_in(tokens["access_token"].as_str().unwrap()).await);
    let late = world.post("/oauth/token", &world.exchange(&pending)).await;
    assert_eq!(late.status(), 400, "a code on its way has ended too");
}

fn hidden(page: &str, name: &str) -> String {
    // The form to sign out stands before it.
    let (_, rest) = page.rsplit_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_token_of_a_form_is_of_its_browser() {
    let server = TestServer::start().await;
    server.user("ana").await;
    let (one, two) =
        (super::world::cookie(&server, "ana").await, super::world::cookie(&server, "ana").await);
    assert_ne!(Library::form_token(&one), Library::form_token(&two));
}
