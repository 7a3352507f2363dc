//! Each operation that acts for a person needs its scope, and no other will do.

use tintype_domain::{Scope, Scopes};
use tintype_testing::TestServer;

/// Method, path and scope of every operation that needs one. `{photo}` and `{app}` are Ana's.
const OPERATIONS: &[(&str, &str, Scope)] = &[
    ("POST", "/photos", Scope::WritePhotos),
    ("DELETE", "/photos/{photo}", Scope::WritePhotos),
    ("POST", "/photos/{photo}/withdraw", Scope::WritePhotos),
    ("PUT", "/photos/{photo}", Scope::WritePhotos),
    ("POST", "/photos/{photo}/like", Scope::WriteLikes),
    ("DELETE", "/photos/{photo}/like", Scope::WriteLikes),
    ("POST", "/collections", Scope::WriteCollections),
    ("PUT", "/collections/{collection}", Scope::WriteCollections),
    ("POST", "/collections/{collection}/add", Scope::WriteCollections),
    ("DELETE", "/collections/{collection}/remove", Scope::WriteCollections),
    ("DELETE", "/collections/{collection}", Scope::WriteCollections),
    ("GET", "/me", Scope::ReadUser),
    ("PUT", "/me", Scope::WriteUser),
    ("GET", "/apps", Scope::ReadUser),
    ("POST", "/apps", Scope::WriteUser),
    ("GET", "/apps/{app}", Scope::ReadUser),
    ("GET", "/apps/{app}/usage", Scope::ReadUser),
    ("POST", "/apps/{app}/secret", Scope::WriteUser),
    ("PUT", "/apps/{app}", Scope::WriteUser),
    ("DELETE", "/apps/{app}", Scope::WriteUser),
];

#[tokio::test]
async fn each_operation_needs_its_scope() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let photo = server.photo().by(&ana).send().await;
    let app = server.app(&ana, tintype_domain::HourlyLimit::Default).await;
    let token = server.token(&ana, "write_collections").await;
    let call = server.call("POST", "/collections").token(&token);
    let made = call.json(&serde_json::json!({ "title": "Foxes" })).send().await.json();
    let collection = made["id"].as_str().unwrap().to_owned();
    let path = |path: &str| {
        path.replace("{photo}", photo.id.as_str())
            .replace("{app}", app.id.as_str())
            .replace("{collection}", &collection)
    };
    for (method, route, scope) in OPERATIONS {
        let (path, what) = (path(route), format!("{method} {route}"));
        let by_key = server.call(method, &path).key(server.key()).send().await;
        assert_eq!(by_key.status(), 401, "{what} with a key");
        let others: Scopes = Scope::ALL.into_iter().filter(|other| other != scope).collect();
        let token = server.token(&ana, &others.to_string()).await;
        let answer = server.call(method, &path).token(&token).send().await;
        assert_eq!(answer.status(), 403, "{what} with all scopes but {}", scope.as_str());
        assert_eq!(answer.json()["errors"][0], "Insufficient scope", "{what}");
    }
    // What deletes comes last, the parts before the whole, so that each finds what it needs.
    let mut operations = OPERATIONS.to_vec();
    operations.sort_by_key(|(method, route, _)| {
        (*method == "DELETE", std::cmp::Reverse(route.matches('/').count()))
    });
    for (method, route, scope) in operations {
        let token = server.token(&ana, scope.as_str()).await;
        let answer = server.call(method, &path(route)).token(&token).send().await;
        let is_let_in = ![401, 403, 404].contains(&answer.status()) && answer.status() < 500;
        assert!(is_let_in, "{method} {route}: {} {}", answer.status(), answer.text());
    }
}

#[tokio::test]
async fn what_is_public_needs_no_scope() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, "read_user").await;
    assert_eq!(server.call("GET", "/photos").token(&token).send().await.status(), 200);
}
