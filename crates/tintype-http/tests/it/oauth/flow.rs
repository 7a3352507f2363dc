//! The happy paths: from the wish of an application to its calls.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tintype_library::AppRequest;

use super::world::{APP_BACK, FORM, OOB, World, changed, encode, pairs, query_of, register, web};

#[tokio::test]
async fn a_program_with_a_secret_gets_in() {
    let world = World::new().await;
    let answer = world.decide(&world.decision(&world.wish(), "allow")).await;
    let location = answer.header("location").to_owned();
    assert!(
        location.starts_with("https://client.example/back?from=tintype&code=ttg_"),
        "{location}"
    );
    assert_eq!(query_of(&location, "state").as_deref(), Some("a&b"));
    let code = query_of(&location, "code").unwrap();
    let answer = world.post("/oauth/token", &world.exchange(&code)).await;
    assert_eq!((answer.status(), answer.header("content-type")), (200, "application/json"));
    assert_eq!((answer.header("cache-control"), answer.header("pragma")), ("no-store", "no-cache"));
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let tokens = answer.json();
    let token = tokens["access_token"].as_str().unwrap();
    assert!(token.starts_with("ttt_"));
    assert!(tokens["refresh_token"].as_str().unwrap().starts_with("ttr_"));
    assert_eq!(
        (&tokens["token_type"], &tokens["scope"]),
        (&"bearer".into(), &"public write_likes".into())
    );
    assert_eq!(tokens["username"], "ana");
    assert!(tokens["created_at"].as_i64().unwrap() > 1_770_000_000);
    assert!(
        tokens.get("expires_in").is_none(),
        "tokens last unless the application says otherwise"
    );
    assert!(world.lets_in(token).await);
}

#[tokio::test]
async fn a_program_without_a_secret_gets_in_by_its_proof() {
    let world = World::new().await;
    let code = world.code(&world.app_wish()).await;
    let answer = world.post("/oauth/token", &world.app_exchange(&code)).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let tokens = answer.json();
    assert!(world.lets_in(tokens["access_token"].as_str().unwrap()).await);
    let next = pairs(&[
        ("client_id", world.app.app.access_key.as_str()),
        ("grant_type", "refresh_token"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
    ]);
    let answer = world.post("/oauth/token", &next).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    assert!(world.lets_in(answer.json()["access_token"].as_str().unwrap()).await);
}

#[tokio::test]
async fn secret_and_proof_go_together() {
    let world = World::new().await;
    let proof = [("code_challenge", super::world::CHALLENGE), ("code_challenge_method", "S256")];
    let code = world.code(&changed(world.wish(), &proof)).await;
    let form = changed(world.exchange(&code), &[("code_verifier", super::world::VERIFIER)]);
    assert_eq!(world.post("/oauth/token", &form).await.status(), 200);
}

#[tokio::test]
async fn the_secret_may_come_by_basic_and_parameters_in_the_address() {
    let world = World::new().await;
    let (key, secret) = (&world.web.app.access_key, &world.web.secret_key);
    let basic = format!("Basic {}", STANDARD.encode(format!("{key}:{secret}")));
    let no_proof = [("client_secret", "-")];
    let code = world.code(&world.wish()).await;
    let form = changed(world.exchange(&code), &no_proof);
    let form = changed(form, &[("client_id", "-"), ("scope", "public write_likes")]);
    let call = world.server.call("POST", "/oauth/token").header("authorization", &basic);
    let answer = call.body(FORM, encode(&form)).send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let code = world.code(&world.wish()).await;
    let path = format!("/oauth/token?{}", encode(&world.exchange(&code)));
    let answer = world.server.call("POST", &path).send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let code = world.code(&world.wish()).await;
    let body: serde_json::Map<_, _> =
        world.exchange(&code).into_iter().map(|(name, value)| (name, value.into())).collect();
    let answer = world.server.call("POST", "/oauth/token/").json(&body.into()).send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
}

#[tokio::test]
async fn an_out_of_band_code_stands_on_a_page() {
    let world = World::new().await;
    let wish = changed(world.wish(), &[("redirect_uri", OOB)]);
    let answer = world.decide(&world.decision(&wish, "allow")).await;
    let location = answer.header("location").to_owned();
    assert!(location.starts_with("/oauth/authorize/native?code=ttg_"), "{location}");
    let page = world.server.call("GET", &location).header("cookie", &world.cookie).send().await;
    let code = query_of(&location, "code").unwrap();
    assert!(page.text().contains(&format!(">{code}</code>")), "{}", page.text());
    assert_eq!(page.header("cache-control"), "no-store");
    let form = changed(world.exchange(&code), &[("redirect_uri", OOB)]);
    assert_eq!(world.post("/oauth/token", &form).await.status(), 200);
    let denied = world.decide(&world.decision(&wish, "deny")).await;
    let page = world.server.call("GET", denied.header("location")).send().await;
    assert_eq!(page.status(), 200);
    assert!(!page.text().contains("<code"));
}

#[tokio::test]
async fn a_refresh_token_brings_a_new_pair_and_ends_the_old() {
    let world = World::new().await;
    let first = world.tokens().await;
    let refresh = first["refresh_token"].as_str().unwrap();
    let answer = world.post("/oauth/token", &world.next(refresh)).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    let second = answer.json();
    assert_eq!(second["scope"], "public write_likes");
    assert!(world.lets_in(second["access_token"].as_str().unwrap()).await);
    assert!(!world.lets_in(first["access_token"].as_str().unwrap()).await);
    let fewer =
        changed(world.next(second["refresh_token"].as_str().unwrap()), &[("scope", "public")]);
    let third = world.post("/oauth/token", &fewer).await.json();
    assert_eq!(third["scope"], "public");
    let all =
        world.post("/oauth/token", &world.next(third["refresh_token"].as_str().unwrap())).await;
    assert_eq!(all.json()["scope"], "public write_likes", "what was agreed to stays");
}

#[tokio::test]
async fn an_application_may_want_its_tokens_to_end() {
    let world = World::new().await;
    let request = AppRequest {
        token_lifetime: Some(Duration::from_hours(1)),
        ..web("Careful", "https://careful.example/back")
    };
    let careful = register(&world.server, &world.ana, request).await;
    let named = [
        ("client_id", careful.app.access_key.as_str()),
        ("redirect_uri", "https://careful.example/back"),
    ];
    let code = world.code(&changed(world.wish(), &named)).await;
    let form = changed(world.exchange(&code), &named);
    let form = changed(form, &[("client_secret", &careful.secret_key)]);
    let tokens = world.post("/oauth/token", &form).await.json();
    assert_eq!(tokens["expires_in"], 3_600);
    let token = tokens["access_token"].as_str().unwrap();
    assert!(world.lets_in(token).await);
    world.server.clock().advance(Duration::from_hours(1));
    assert!(!world.lets_in(token).await);
}

#[tokio::test]
async fn of_a_thousand_who_bring_one_code_one_gets_a_token_and_loses_it() {
    let world = World::new().await;
    let code = world.code(&world.wish()).await;
    let form = world.exchange(&code);
    let tries = (0..1_000).map(|_| world.post("/oauth/token", &form));
    let answers = futures::future::join_all(tries).await;
    let given: Vec<_> = answers.iter().filter(|answer| answer.status() == 200).collect();
    assert_eq!(given.len(), 1);
    let others = answers.iter().filter(|answer| answer.status() == 400);
    assert_eq!(others.count(), 999);
    assert!(!world.lets_in(given[0].json()["access_token"].as_str().unwrap()).await);
}

#[tokio::test]
async fn a_stolen_refresh_token_ends_all_that_came_from_the_consent() {
    let world = World::new().await;
    let first = world.tokens().await;
    let (old, apart) = (first["refresh_token"].as_str().unwrap(), world.tokens().await);
    let second = world.post("/oauth/token", &world.next(old)).await.json();
    let stolen = world.post("/oauth/token", &world.next(old)).await;
    assert_eq!((stolen.status(), &stolen.json()["error"]), (400, &"invalid_grant".into()));
    assert!(!world.lets_in(second["access_token"].as_str().unwrap()).await);
    let next = world.next(second["refresh_token"].as_str().unwrap());
    assert_eq!(world.post("/oauth/token", &next).await.status(), 400);
    assert!(world.lets_in(apart["access_token"].as_str().unwrap()).await, "another consent stays");
}

#[tokio::test]
async fn tokens_are_described_and_ended_by_their_application() {
    let world = World::new().await;
    let tokens = world.tokens().await;
    let token = tokens["access_token"].as_str().unwrap();
    let shown = |token: &str| changed(world.proof(), &[("token", token)]);
    let facts = world.post("/oauth/introspect", &shown(token)).await.json();
    assert_eq!(facts["active"], true);
    assert_eq!(facts["scope"], "public write_likes");
    assert_eq!((&facts["username"], &facts["token_type"]), (&"ana".into(), &"bearer".into()));
    assert_eq!(facts["client_id"], world.web.app.access_key.as_str());
    let refresh = tokens["refresh_token"].as_str().unwrap();
    assert_eq!(world.post("/oauth/introspect", &shown(refresh)).await.json()["active"], true);
    let revoked = world.post("/oauth/revoke", &shown(token)).await;
    assert_eq!((revoked.status(), revoked.text().as_str()), (200, ""));
    assert!(!world.lets_in(token).await);
    let facts = world.post("/oauth/introspect", &shown(token)).await;
    assert_eq!(facts.text(), "{\"active\":false}");
    let next = world.post("/oauth/token", &world.next(refresh)).await.json();
    let (token, refresh) =
        (next["access_token"].as_str().unwrap(), next["refresh_token"].as_str().unwrap());
    assert_eq!(world.post("/oauth/revoke", &shown(refresh)).await.status(), 200);
    assert!(!world.lets_in(token).await, "a refresh token takes its access tokens along");
    assert_eq!(world.post("/oauth/revoke", &shown("nonsense")).await.status(), 200);
}

#[tokio::test]
async fn programs_find_out_what_the_server_can_do() {
    let world = World::new().await;
    let answer = world.server.call("GET", "/.well-known/oauth-authorization-server").send().await;
    let facts = answer.json();
    assert_eq!(facts["issuer"], "http://localhost:8080");
    for (name, path) in [
        ("authorization_endpoint", "/oauth/authorize"),
        ("token_endpoint", "/oauth/token"),
        ("revocation_endpoint", "/oauth/revoke"),
        ("introspection_endpoint", "/oauth/introspect"),
    ] {
        assert_eq!(facts[name], format!("http://localhost:8080{path}"));
    }
    assert_eq!(facts["code_challenge_methods_supported"], serde_json::json!(["S256"]));
    assert_eq!(facts["scopes_supported"].as_array().unwrap().len(), 9);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn nothing_that_opens_a_door_lies_in_the_database() {
    let world = World::new().await;
    let code = world.code(&world.app_wish()).await;
    let tokens = world.post("/oauth/token", &world.app_exchange(&code)).await.json();
    let unused = world.code(&world.wish()).await;
    let secrets = [
        code.as_str(),
        &unused,
        tokens["access_token"].as_str().unwrap(),
        tokens["refresh_token"].as_str().unwrap(),
        &world.web.secret_key,
        world.cookie.split_once('=').unwrap().1,
    ];
    let mut bytes = Vec::new();
    for file in ["library.db", "library.db-wal"] {
        bytes.extend(std::fs::read(world.server.folder().join(file)).unwrap());
    }
    let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds(APP_BACK), "the test looks at the right files");
    for secret in secrets {
        assert!(!holds(secret), "{secret}");
    }
}
