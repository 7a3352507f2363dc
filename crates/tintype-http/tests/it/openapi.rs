//! The description of the API for programs: complete, and true.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tintype_testing::TestServer;

/// The route table as it is written; axum does not tell what it knows.
const ROUTER: &str = include_str!("../../src/router.rs");
/// The functions whose routes are for people and their browsers, not for programs.
const FOR_BROWSERS: [&str; 6] =
    ["pages", "beside_pages", "router", "consent", "tokens", "own_apps"];

type Methods = BTreeMap<String, BTreeSet<String>>;

async fn document() -> Value {
    let server = TestServer::start().await;
    let answer = server.call("GET", "/openapi.json").send().await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.header("content-type"), "application/json");
    answer.json()
}

fn described(document: &Value) -> Methods {
    let paths = document["paths"].as_object().unwrap();
    let upper = |path: &Value| {
        path.as_object().unwrap().keys().map(|method| method.to_ascii_uppercase()).collect()
    };
    paths.iter().map(|(route, path)| (route.clone(), upper(path))).collect()
}

/// The routes of the API with their methods, read from the route table.
fn routed() -> Methods {
    let mut routes = Methods::new();
    let mut function = "";
    for piece in ROUTER.split(".route(") {
        if let Some((route, handlers)) =
            piece.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'))
            && !FOR_BROWSERS.contains(&function)
        {
            let handlers = handlers.split("\n}").next().unwrap_or_default();
            for method in ["get", "post", "put", "delete"] {
                if handlers.contains(&format!("{method}(")) {
                    routes.entry(route.to_owned()).or_default().insert(method.to_ascii_uppercase());
                }
            }
        }
        if let Some((_, last)) =
            piece.rsplit_once("\nfn ").or_else(|| piece.rsplit_once("\npub fn "))
        {
            function = last.split(['(', '<']).next().unwrap_or_default();
        }
    }
    routes
}

#[tokio::test]
async fn every_route_of_the_api_is_described() {
    let described = described(&document().await);
    let routed = routed();
    assert!(routed.len() > 30, "the route table was not read: {routed:?}");
    for (route, methods) in routed {
        assert_eq!(
            described.get(&route),
            Some(&methods),
            "{route}: describe it in src/openapi/operations"
        );
    }
}

#[tokio::test]
async fn every_description_has_a_route_that_knows_its_methods() {
    let server = TestServer::start().await;
    for (route, methods) in described(&document().await) {
        let path: Vec<&str> =
            route.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect();
        let answer = server.call("BREW", &path.join("/")).key(server.key()).send().await;
        assert_eq!(answer.status(), 405, "{route}");
        let allowed: BTreeSet<String> =
            answer.header("allow").split(',').map(str::trim).map(str::to_owned).collect();
        for method in methods {
            assert!(allowed.contains(&method), "{method} {route}: {allowed:?}");
        }
    }
}

fn every<'a>(value: &'a Value, key: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(object) => {
            found.extend(object.get(key));
            object.values().for_each(|inner| every(inner, key, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| every(inner, key, found)),
        _ => {}
    }
}

#[tokio::test]
async fn what_is_pointed_at_is_there_and_names_are_given_once() {
    let document = document().await;
    let mut references = Vec::new();
    every(&document, "$ref", &mut references);
    for reference in references.iter().filter_map(|reference| reference.as_str()) {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    let mut names = Vec::new();
    every(&document["paths"], "operationId", &mut names);
    let different: BTreeSet<&str> = names.iter().filter_map(|name| name.as_str()).collect();
    assert_eq!(different.len(), names.len());
}

#[tokio::test]
async fn every_answer_has_an_example() {
    let document = document().await;
    let mut answers = Vec::new();
    every(&document["paths"], "application/json", &mut answers);
    let mut schemas = Vec::new();
    for answer in answers {
        every(&answer["schema"], "$ref", &mut schemas);
    }
    assert!(schemas.len() > 30);
    for schema in schemas.iter().filter_map(|schema| schema.as_str()) {
        let found = document.pointer(schema.trim_start_matches('#')).unwrap();
        assert!(found["examples"][0].is_object(), "{schema} has no example");
    }
}

#[tokio::test]
async fn the_document_names_the_address_it_was_asked_at() {
    let document = document().await;
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["servers"][0]["url"].as_str().unwrap().starts_with("http"));
}

#[tokio::test]
async fn people_read_of_every_operation_and_can_try_those_that_read() {
    let document = document().await;
    let server = TestServer::start().await;
    let page = server.browse("/docs").await;
    assert_eq!(page.status(), 200);
    let html = page.text();
    let mut names = Vec::new();
    every(&document["paths"], "operationId", &mut names);
    for name in names.iter().filter_map(|name| name.as_str()) {
        assert!(html.contains(&format!("<details id=\"{name}\">")), "{name}");
    }
    let tried =
        server.browse("/docs/try?operation=searchPhotos&query.query=a+b&query.page=2").await;
    assert_eq!(tried.status(), 303);
    assert_eq!(tried.header("location"), "/search/photos?query=a+b&page=2");
    let tried = server.browse("/docs/try?operation=getPhoto&path.id=%2F%2Fevil").await;
    assert_eq!(tried.header("location"), "/photos/%2F%2Fevil");
    let write = server.browse("/docs/try?operation=deletePhoto&path.id=x").await;
    assert_eq!(write.status(), 404);
}
