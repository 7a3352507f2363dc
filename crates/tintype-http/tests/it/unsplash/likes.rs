//! `/photos/{id}/like`.

use tintype_testing::TestServer;

use crate::shapes::{USER, check, check_photo};

#[tokio::test]
async fn a_like_counts_once_and_is_taken_back() {
    let server = TestServer::start().await;
    let (ana, bo) = (server.user("ana").await, server.user("bo").await);
    let photo = server.photo().by(&ana).send().await;
    let token = server.token(&bo, "public write_likes").await;
    let path = format!("/photos/{}/like", photo.slug);
    for _ in 0..2 {
        let answer = server.call("POST", &path).token(&token).send().await;
        assert_eq!(answer.status(), 201, "{}", answer.text());
        assert_eq!(answer.header("content-type"), "application/json");
        assert!(answer.header("cache-control").contains("no-store"));
        let json = answer.json();
        check_photo(&json["photo"]);
        check(&json["user"], USER);
        assert_eq!(
            (&json["photo"]["likes"], &json["photo"]["liked_by_user"]),
            (&1.into(), &true.into())
        );
        assert_eq!(
            (&json["user"]["username"], &json["user"]["total_likes"]),
            (&"bo".into(), &1.into())
        );
    }
    let liked = server.get("/users/bo/likes").await;
    assert_eq!((liked.header("x-total"), &liked.json()[0]["id"]), ("1", &photo.id.as_str().into()));
    assert_eq!(liked.json()[0]["liked_by_user"], false, "nobody in particular asked");
    let own = server.call("GET", &format!("/photos/{}", photo.id)).token(&token).send().await;
    assert_eq!(own.json()["liked_by_user"], true);
    for _ in 0..2 {
        let answer = server.call("DELETE", &path).token(&token).send().await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        let json = answer.json();
        check_photo(&json["photo"]);
        assert_eq!(
            (&json["photo"]["likes"], &json["photo"]["liked_by_user"]),
            (&0.into(), &false.into())
        );
        assert_eq!(json["user"]["total_likes"], 0);
    }
    assert_eq!(server.get("/users/bo/likes").await.json(), serde_json::json!([]));
}

#[tokio::test]
async fn a_like_needs_a_person_a_scope_and_a_photo() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let photo = server.photo().send().await;
    let path = format!("/photos/{}/like", photo.id);
    let narrow = server.token(&ana, "public write_photos write_collections").await;
    for method in ["POST", "DELETE"] {
        assert_eq!(server.call(method, &path).send().await.status(), 401);
        assert_eq!(server.call(method, &path).key(server.key()).send().await.status(), 401);
        let refused = server.call(method, &path).token(&narrow).send().await;
        assert_eq!(
            (refused.status(), &refused.json()["errors"][0]),
            (403, &"Insufficient scope".into())
        );
        let token = server.token(&ana, "write_likes").await;
        let missing = server.call(method, "/photos/AAAAAAAAAAA/like").token(&token).send().await;
        assert_eq!(
            (missing.status(), &missing.json()["errors"][0]),
            (404, &"Couldn't find Photo".into())
        );
    }
    assert_eq!(server.get(&format!("/photos/{}", photo.id)).await.json()["likes"], 0);
}
