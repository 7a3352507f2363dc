//! `/me`.

use serde_json::json;
use tintype_testing::TestServer;

use crate::shapes::{FULL_USER, USER, check};

const BOTH: &str = "public read_user write_user";

#[tokio::test]
async fn people_see_themselves() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, BOTH).await;
    let answer = server.call("GET", "/me").token(&token).send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let json = answer.json();
    check(&json, USER);
    check(&json, FULL_USER);
    assert_eq!((&json["uid"], &json["email"]), (&json["id"], &"ana@example.org".into()));
    assert_eq!(
        (&json["uploads_remaining"], &json["unlimited_uploads"]),
        (&2_000.into(), &false.into())
    );
    assert!(json.get("badge").is_some() && json["downloads"].is_number());
    server.photo().by(&ana).send().await;
    let json = server.call("GET", "/me").token(&token).send().await.json();
    assert_eq!((&json["uploads_remaining"], &json["total_photos"]), (&1_999.into(), &1.into()));
    assert_eq!(json["photos"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_key_alone_is_nobody_and_a_scope_is_needed() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let (reads, writes) =
        (server.token(&ana, "read_user").await, server.token(&ana, "write_user").await);
    for (method, wrong) in [("GET", &writes), ("PUT", &reads)] {
        let nobody = server.call(method, "/me").key(server.key()).send().await;
        assert_eq!(nobody.status(), 401);
        assert_eq!(nobody.json()["errors"][0], "OAuth error: The access token is invalid");
        assert_eq!(server.call(method, "/me").send().await.status(), 401);
        assert_eq!(server.call(method, "/me").token(wrong).send().await.status(), 403);
    }
}

#[tokio::test]
async fn a_profile_is_changed_and_shown() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, BOTH).await;
    let body = json!({
        "username": "ana_b", "first_name": "Ana", "last_name": "Berg", "email": "ana@b.example",
        "url": "example.net/ana", "location": "Oslo", "bio": "Walks a lot.",
        "instagram_username": "@ana.b",
    });
    let answer = server.call("PUT", "/me").token(&token).json(&body).send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let json = answer.json();
    check(&json, FULL_USER);
    assert_eq!((&json["username"], &json["name"]), (&"ana_b".into(), &"Ana Berg".into()));
    assert_eq!((&json["email"], &json["bio"]), (&"ana@b.example".into(), &"Walks a lot.".into()));
    assert_eq!(
        (&json["portfolio_url"], &json["location"]),
        (&"https://example.net/ana".into(), &"Oslo".into())
    );
    assert_eq!(json["instagram_username"], "ana.b");
    let public = server.get("/users/ana_b").await;
    assert_eq!((public.status(), &public.json()["bio"]), (200, &"Walks a lot.".into()));
    assert!(!public.text().contains("b.example"), "the e-mail address is nobody else's business");
    assert_eq!(server.get("/users/ana").await.status(), 404);
    let portfolio = server.get("/users/ana_b/portfolio").await;
    assert_eq!(portfolio.json()["url"], "https://example.net/ana");
    server.catch_up().await;
    assert_eq!(server.get("/search/users?query=berg").await.json()["total"], 1);

    let less = json!({ "bio": "", "url": null, "role": "administrator", "id": "AAAAAAAAAAA" });
    let json = server.call("PUT", "/me").token(&token).json(&less).send().await.json();
    assert_eq!((&json["bio"], &json["portfolio_url"]), (&json!(null), &json!(null)));
    assert_eq!((&json["username"], &json["id"]), (&"ana_b".into(), &ana.user.id.as_str().into()));
    let store = server.library().store();
    let kept = store.user(&ana.user.id).await.unwrap().unwrap();
    assert_eq!(kept.role, ana.user.role, "nobody gives themselves a role");
}

#[tokio::test]
async fn every_problem_of_a_profile_is_told() {
    let server = TestServer::start().await;
    let (ana, _) = (server.user("ana").await, server.user("bo").await);
    let token = server.token(&ana, BOTH).await;
    let put = async |body| server.call("PUT", "/me").token(&token).json(&body).send().await;
    for (body, errors) in [
        (json!({ "username": "BO" }), json!(["Username has already been taken"])),
        (json!({ "email": "Bo@Example.org" }), json!(["Email has already been taken"])),
        (json!({ "username": "" }), json!(["Username can't be blank"])),
        (
            json!({ "username": "a b", "email": "nobody", "url": "javascript:alert(1)", "bio": "x" }),
            json!(["Username is invalid", "Email is invalid", "Url is invalid"]),
        ),
    ] {
        let answer = put(body.clone()).await;
        assert_eq!(answer.status(), 422, "{body}");
        assert_eq!(answer.json()["errors"], errors, "{body}");
    }
    assert_eq!(server.get("/users/ana").await.json()["bio"], json!(null), "all or nothing");
    assert_eq!(put(json!({ "username": "ANA" })).await.status(), 200, "one's own name is free");
}
