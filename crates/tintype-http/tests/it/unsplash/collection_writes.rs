//! Making, changing, filling and deleting collections.

use serde_json::json;
use tintype_testing::{Answer, TestServer, TestUser};

use crate::shapes::{COLLECTION, USER, check, check_photo};

const ALL: &str = "public read_collections write_collections";

async fn make(server: &TestServer, token: &str, body: serde_json::Value) -> Answer {
    server.call("POST", "/collections").token(token).json(&body).send().await
}

async fn made(server: &TestServer, token: &str, title: &str, is_private: bool) -> String {
    let answer = make(server, token, json!({ "title": title, "private": is_private })).await;
    assert_eq!(answer.status(), 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn setting() -> (TestServer, TestUser, String) {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, ALL).await;
    (server, ana, token)
}

#[tokio::test]
async fn a_collection_is_made_changed_and_deleted() {
    let (server, _, token) = setting().await;
    let body = json!({ "title": "  Boats ", "description": "Things that float" });
    let answer = make(&server, &token, body).await;
    assert_eq!((answer.status(), answer.header("content-type")), (201, "application/json"));
    let json = answer.json();
    check(&json, COLLECTION);
    assert_eq!((&json["title"], &json["private"]), (&"Boats".into(), &false.into()));
    assert_eq!((&json["total_photos"], &json["last_collected_at"]), (&0.into(), &json!(null)));
    assert_eq!((&json["preview_photos"], &json["cover_photo"]), (&json!([]), &json!(null)));
    assert_eq!(
        (&json["user"]["username"], &json["user"]["total_collections"]),
        (&"ana".into(), &1.into())
    );
    let path = format!("/collections/{}", json["id"].as_str().unwrap());

    let changed = server.call("PUT", &path).token(&token).json(&json!({ "title": "Ships" }));
    let changed = changed.send().await;
    assert_eq!(changed.status(), 200, "{}", changed.text());
    check(&changed.json(), COLLECTION);
    assert_eq!(changed.json()["title"], "Ships");
    assert_eq!(changed.json()["description"], "Things that float", "what is not named stays");
    let emptied =
        json!({ "description": null, "featured": true, "total_photos": 9, "id": "other" });
    let emptied = server.call("PUT", &path).token(&token).json(&emptied).send().await.json();
    assert_eq!(emptied["description"], json!(null));
    assert_eq!((&emptied["featured"], &emptied["total_photos"]), (&false.into(), &0.into()));
    assert_eq!(server.get(&path).await.json()["title"], "Ships");

    let gone = server.call("DELETE", &path).token(&token).send().await;
    assert_eq!((gone.status(), gone.bytes().len(), gone.header("content-type")), (204, 0, ""));
    assert_eq!(server.get(&path).await.status(), 404);
    let again = server.call("DELETE", &path).token(&token).send().await;
    assert_eq!(
        (again.status(), &again.json()["errors"][0]),
        (404, &"Couldn't find Collection".into())
    );
    assert_eq!(server.get("/users/ana").await.json()["total_collections"], 0);
}

#[tokio::test]
async fn a_title_is_needed() {
    let (server, _, token) = setting().await;
    for body in [json!({}), json!({ "title": " " }), json!({ "title": null })] {
        let answer = make(&server, &token, body.clone()).await;
        assert_eq!(answer.status(), 422, "{body}");
        assert_eq!(answer.json()["errors"], json!(["Title can't be blank"]), "{body}");
    }
    let path = format!("/collections/{}", made(&server, &token, "Boats", false).await);
    let blank = server.call("PUT", &path).token(&token).json(&json!({ "title": "" })).send().await;
    assert_eq!((blank.status(), &blank.json()["errors"][0]), (422, &"Title can't be blank".into()));
    assert_eq!(server.get(&path).await.json()["title"], "Boats");
}

#[tokio::test]
async fn photos_are_put_in_and_taken_out() {
    let (server, _, token) = setting().await;
    let photo = server.photo().titled("A boat").send().await;
    let path = format!("/collections/{}", made(&server, &token, "Boats", false).await);
    let body = json!({ "photo_id": photo.id.as_str(), "collection_id": "ignored" });
    let mut first = None;
    for _ in 0..2 {
        let call = server.call("POST", &format!("{path}/add")).token(&token).json(&body);
        let answer = call.send().await;
        assert_eq!(answer.status(), 201, "{}", answer.text());
        let json = answer.json();
        check_photo(&json["photo"]);
        check(&json["collection"], COLLECTION);
        check(&json["user"], USER);
        assert_eq!(json["collection"]["total_photos"], 1);
        assert_eq!(json["collection"]["cover_photo"]["id"], photo.id.as_str());
        assert!(json["collection"]["last_collected_at"].is_string());
        assert_eq!(json["photo"]["current_user_collections"][0]["title"], "Boats");
        let since = json["created_at"].as_str().unwrap().to_owned();
        assert_eq!(first.get_or_insert(since.clone()), &since, "twice is once");
    }
    assert_eq!(server.get(&format!("{path}/photos")).await.header("x-total"), "1");
    for is_in in [true, false] {
        let call = server.call("DELETE", &format!("{path}/remove")).token(&token).json(&body);
        let answer = call.send().await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        let json = answer.json();
        check_photo(&json["photo"]);
        check(&json["collection"], COLLECTION);
        assert_eq!(json["collection"]["total_photos"], 0);
        assert_eq!(json["photo"]["current_user_collections"], json!([]));
        assert_eq!(json["created_at"].is_string(), is_in);
    }
    assert_eq!(server.get(&format!("{path}/photos")).await.text(), "[]");
}

#[tokio::test]
async fn putting_in_needs_a_photo() {
    let (server, _, token) = setting().await;
    let path = format!("/collections/{}", made(&server, &token, "Boats", false).await);
    for (method, end) in [("POST", "add"), ("DELETE", "remove")] {
        let call = |body| server.call(method, &format!("{path}/{end}")).token(&token).json(&body);
        let missing = call(json!({})).send().await;
        assert_eq!(
            (missing.status(), &missing.json()["errors"][0]),
            (400, &"photo_id is missing".into())
        );
        for id in ["AAAAAAAAAAA", "nonsense"] {
            let unknown = call(json!({ "photo_id": id })).send().await;
            assert_eq!(
                (unknown.status(), &unknown.json()["errors"][0]),
                (404, &"Couldn't find Photo".into())
            );
        }
    }
}

#[tokio::test]
async fn the_search_follows_what_is_collected() {
    let (server, _, token) = setting().await;
    let photo = server.photo().tagged("boat").send().await;
    let id = made(&server, &token, "Boats", false).await;
    let total = async || {
        server.catch_up().await;
        let found = server.get(&format!("/search/photos?query=boat&collections={id}")).await;
        found.json()["total"].as_u64().unwrap()
    };
    let call = async |method: &str, end: &str, body: serde_json::Value| {
        let path = format!("/collections/{id}{end}");
        let answer = server.call(method, &path).token(&token).json(&body).send().await;
        assert!(answer.status() < 300, "{}", answer.text());
    };
    assert_eq!(total().await, 0);
    call("POST", "/add", json!({ "photo_id": photo.id.as_str() })).await;
    assert_eq!(total().await, 1);
    call("PUT", "", json!({ "private": true })).await;
    assert_eq!(total().await, 0, "nobody finds by a private collection");
    call("PUT", "", json!({ "private": false })).await;
    assert_eq!(total().await, 1);
    call("DELETE", "/remove", json!({ "photo_id": photo.id.as_str() })).await;
    assert_eq!(total().await, 0);
}

#[tokio::test]
async fn a_private_collection_is_as_good_as_none() {
    let (server, _, token) = setting().await;
    let photo = server.photo().tagged("boat").send().await;
    let id = made(&server, &token, "Secret boats", true).await;
    let add = server.call("POST", &format!("/collections/{id}/add")).token(&token);
    add.json(&json!({ "photo_id": photo.id.as_str() })).send().await;
    server.catch_up().await;
    let bo = server.user("bo").await;
    let other = server.token(&bo, ALL).await;
    let same = |one: Answer, two: Answer| {
        assert_eq!((one.status(), one.bytes()), (404, two.bytes()));
        assert_eq!(two.status(), 404);
    };
    for (method, end) in [
        ("GET", ""),
        ("GET", "/photos"),
        ("GET", "/related"),
        ("PUT", ""),
        ("DELETE", ""),
        ("POST", "/add"),
        ("DELETE", "/remove"),
    ] {
        let call = async |id: &str| {
            let path = format!("/collections/{id}{end}?photo_id={}", photo.id);
            server.call(method, &path).token(&other).send().await
        };
        same(call(&id).await, call("AAAAAAAAAAA").await);
    }
    // Nor does it show from the side.
    assert_eq!(server.get("/collections").await.text(), "[]");
    assert_eq!(server.get("/users/ana/collections").await.text(), "[]");
    assert_eq!(server.get("/search/collections?query=secret").await.json()["total"], 0);
    let random = server.get(&format!("/photos/random?collections={id}")).await;
    assert_eq!(random.status(), 404);
    let full = server.get(&format!("/photos/{}", photo.id)).await.json();
    assert_eq!(full["related_collections"]["total"], 0);
    let owner_without_scope = server.token(&server.user("cy").await, "public").await;
    let seen = server.call("GET", &format!("/photos/{}", photo.id)).token(&owner_without_scope);
    assert_eq!(seen.send().await.json()["current_user_collections"], json!([]));
}

#[tokio::test]
async fn the_owner_sees_a_private_collection_with_the_scope_for_it() {
    let (server, ana, token) = setting().await;
    let photo = server.photo().send().await;
    let id = made(&server, &token, "Secret boats", true).await;
    let add = server.call("POST", &format!("/collections/{id}/add")).token(&token);
    add.json(&json!({ "photo_id": photo.id.as_str() })).send().await;
    let narrow = server.token(&ana, "public").await;
    let get = async |token: &str, path: &str| server.call("GET", path).token(token).send().await;
    let path = format!("/collections/{id}");
    assert_eq!(get(&token, &path).await.json()["private"], true);
    assert_eq!(get(&narrow, &path).await.status(), 404);
    assert_eq!(get(&token, &format!("{path}/photos")).await.header("x-total"), "1");
    assert_eq!(get(&token, "/users/ana/collections").await.header("x-total"), "1");
    assert_eq!(get(&narrow, "/users/ana/collections").await.header("x-total"), "0");
    let photo = format!("/photos/{}", photo.id);
    assert_eq!(get(&token, &photo).await.json()["current_user_collections"][0]["id"], id);
    assert_eq!(get(&narrow, &photo).await.json()["current_user_collections"], json!([]));
    let random = format!("/photos/random?collections={id}");
    assert_eq!(get(&token, &random).await.status(), 200);
    assert_eq!(get(&narrow, &random).await.status(), 404);
}

#[tokio::test]
async fn only_the_owner_writes_and_only_with_the_scope() {
    let (server, ana, token) = setting().await;
    let id = made(&server, &token, "Boats", false).await;
    let bo = server.user("bo").await;
    let (other, narrow) = (server.token(&bo, ALL).await, server.token(&ana, "public").await);
    for (method, path) in [
        ("PUT", format!("/collections/{id}")),
        ("DELETE", format!("/collections/{id}")),
        ("POST", format!("/collections/{id}/add")),
        ("DELETE", format!("/collections/{id}/remove")),
        ("POST", "/collections".to_owned()),
    ] {
        let call = || server.call(method, &path).json(&json!({ "title": "Mine", "photo_id": "x" }));
        assert_eq!(call().send().await.status(), 401, "{method} {path}");
        assert_eq!(call().key(server.key()).send().await.status(), 401, "{method} {path}");
        let refused = call().token(&narrow).send().await;
        assert_eq!(
            (refused.status(), &refused.json()["errors"][0]),
            (403, &"Insufficient scope".into())
        );
        if path != "/collections" {
            assert_eq!(call().token(&other).send().await.status(), 403, "{method} {path}");
        }
    }
    assert_eq!(server.get(&format!("/collections/{id}")).await.json()["title"], "Boats");
}
