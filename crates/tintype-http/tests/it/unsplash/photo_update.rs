//! `PUT /photos/{id}`.

use serde_json::{Value, json};
use tintype_domain::{Location, Position};
use tintype_testing::{Answer, TestServer, TestUser};

use crate::shapes::{FULL_PHOTO, check, check_photo};

async fn setting() -> (TestServer, TestUser, String) {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "public write_photos").await;
    (server, ana, token)
}

async fn put(server: &TestServer, token: &str, id: &str, body: &Value) -> Answer {
    server.call("PUT", &format!("/photos/{id}")).token(token).json(body).send().await
}

#[tokio::test]
async fn everything_an_owner_says_can_be_changed() {
    let (server, ana, token) = setting().await;
    let photo = server.photo().by(&ana).titled("Old").tagged("old").send().await;
    let body = json!({
        "description": "A red boat", "tags": ["Boat", "lake"], "title": "Boat",
        "alt_description": "a boat", "license": "CC-BY-4.0",
        "location": { "latitude": 59.9, "longitude": "10.7", "name": "Oslofjord", "city": "Oslo", "country": "Norway" },
        "exif": { "make": "Canon", "model": "EOS R5", "exposure_time": "1/250",
                  "aperture_value": "3.5", "focal_length": "30.0", "iso_speed_ratings": 100 },
    });
    let answer = put(&server, &token, photo.id.as_str(), &body).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let json = answer.json();
    check_photo(&json);
    check(&json, FULL_PHOTO);
    assert_eq!((&json["description"], &json["title"]), (&"A red boat".into(), &"Boat".into()));
    assert_eq!(
        (&json["tags"][0]["title"], &json["tags"][1]["title"]),
        (&"boat".into(), &"lake".into())
    );
    assert_eq!(json["license"]["id"], "CC-BY-4.0");
    let expected = json!({ "name": "Oslofjord", "title": "Oslofjord", "city": "Oslo", "country": "Norway",
                           "position": { "latitude": 59.9, "longitude": 10.7 } });
    assert_eq!(json["location"], expected);
    let expected = json!({ "make": "Canon", "model": "EOS R5", "name": "Canon, EOS R5", "exposure_time": "1/250",
                           "aperture": "3.5", "focal_length": "30.0", "iso": 100 });
    assert_eq!(json["exif"], expected);
    assert!(json["related_collections"].is_object());
    assert_eq!(json["slug"], photo.slug, "addresses live on");
    server.catch_up().await;
    assert_eq!(server.get("/search/photos?query=lake").await.json()["total"], 1);
    assert_eq!(server.get("/search/photos?query=old").await.json()["total"], 0);
}

#[tokio::test]
async fn what_is_not_named_stays_and_what_is_empty_goes() {
    let (server, ana, token) = setting().await;
    let photo = server.photo().by(&ana).titled("Boat").described("Old").tagged("boat").send().await;
    let json = put(&server, &token, &photo.slug, &json!({ "description": "" })).await.json();
    assert_eq!((&json["description"], &json["title"]), (&json!(null), &"Boat".into()));
    assert_eq!(json["tags"][0]["title"], "boat");
    let json = put(&server, &token, &photo.slug, &json!({ "tags": [] })).await.json();
    assert_eq!(json["tags"], json!([]));
    let json = put(&server, &token, &photo.slug, &json!({ "likes": 9, "user": "x", "views": 7 }))
        .await
        .json();
    assert_eq!((&json["likes"], &json["user"]["username"]), (&0.into(), &"ana".into()));
}

#[tokio::test]
async fn a_confidential_place_is_nobodys_business() {
    let (server, ana, token) = setting().await;
    let place = Location {
        city: Some("Oslo".to_owned()),
        position: Position::new(59.9, 10.7),
        ..Location::default()
    };
    let photo = server.photo().by(&ana).at(place).send().await;
    let body = json!({ "location": { "city": "Bergen", "confidential": true } });
    let answer = put(&server, &token, photo.id.as_str(), &body).await;
    assert_eq!(answer.json()["location"]["city"], json!(null), "{}", answer.text());
    assert_eq!(answer.json()["location"]["position"]["latitude"], json!(null));
    let public = server.get(&format!("/photos/{}", photo.id)).await;
    assert!(!public.text().contains("Oslo") && !public.text().contains("Bergen"));
}

#[tokio::test]
async fn a_photo_leaves_the_profile_and_returns() {
    let (server, ana, token) = setting().await;
    let photo = server.photo().by(&ana).send().await;
    for (shown, total) in [(json!("False"), "0"), (json!(true), "1")] {
        let body = json!({ "show_on_profile": shown });
        assert_eq!(put(&server, &token, photo.id.as_str(), &body).await.status(), 200);
        assert_eq!(server.get("/users/ana/photos").await.header("x-total"), total);
    }
}

#[tokio::test]
async fn nonsense_changes_nothing_and_is_told() {
    let (server, ana, token) = setting().await;
    let photo = server.photo().by(&ana).described("Old").send().await;
    let body = json!({
        "description": "New", "license": "WTF",
        "location": { "latitude": 91, "longitude": 0 }, "exif": { "iso_speed_ratings": "many" },
    });
    let answer = put(&server, &token, photo.id.as_str(), &body).await;
    assert_eq!(answer.status(), 422);
    let errors =
        ["License is invalid", "Location position is invalid", "Exif iso speed ratings is invalid"];
    assert_eq!(answer.json()["errors"], json!(errors));
    assert_eq!(server.get(&format!("/photos/{}", photo.id)).await.json()["description"], "Old");
}

#[tokio::test]
async fn only_the_owner_changes_a_photo() {
    let (server, ana, token) = setting().await;
    let photo = server.photo().by(&ana).described("Old").send().await;
    let bo = server.user("bo").await;
    let other = server.token(&bo, "public write_photos").await;
    let narrow = server.token(&ana, "public write_likes").await;
    let body = json!({ "description": "New" });
    let id = photo.id.as_str();
    assert_eq!(put(&server, &other, id, &body).await.status(), 403);
    assert_eq!(put(&server, &narrow, id, &body).await.status(), 403);
    let call = || server.call("PUT", &format!("/photos/{id}")).json(&body);
    assert_eq!(call().send().await.status(), 401);
    assert_eq!(call().key(server.key()).send().await.status(), 401);
    assert_eq!(put(&server, &token, "AAAAAAAAAAA", &body).await.status(), 404);
    assert_eq!(server.get(&format!("/photos/{id}")).await.json()["description"], "Old");
}
