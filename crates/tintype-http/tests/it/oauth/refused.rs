//! What an authorization server must refuse, as tables: each line is one attempt.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tintype_store::UserEdit;
use tintype_testing::Answer;

use super::world::{APP_BACK, BACK, FORM, Pairs, World, changed, cookie, encode, query_of};

/// Changes to a set of parameters, as [`changed`] reads them.
type Changes = &'static [(&'static str, &'static str)];

/// Wishes that no person may see: an error page, for nobody can be sent back.
const NOT_SHOWN: &[(&str, Changes)] = &[
    ("no client_id", &[("client_id", "-")]),
    ("an unknown client_id", &[("client_id", "ttk_unknown")]),
    ("a client_id that can be none", &[("client_id", "-- or 1=1")]),
    ("two client_ids", &[("client_id", "+other")]),
    ("no redirect_uri", &[("redirect_uri", "-")]),
    ("two redirect_uris", &[("redirect_uri", "+https://evil.example/")]),
    ("another host", &[("redirect_uri", "https://evil.example/back?from=tintype")]),
    ("a longer path", &[("redirect_uri", "https://client.example/back/more?from=tintype")]),
    ("no query", &[("redirect_uri", "https://client.example/back")]),
    ("a longer query", &[("redirect_uri", "https://client.example/back?from=tintype&a=b")]),
    ("another case", &[("redirect_uri", "https://client.example/Back?from=tintype")]),
    ("http", &[("redirect_uri", "http://client.example/back?from=tintype")]),
    ("a port", &[("redirect_uri", "https://client.example:444/back?from=tintype")]),
    ("a user", &[("redirect_uri", "https://client.example@evil.example/back?from=tintype")]),
    ("dots", &[("redirect_uri", "https://client.example/x/../back?from=tintype")]),
    ("a fragment", &[("redirect_uri", "https://client.example/back?from=tintype#x")]),
    ("a script", &[("redirect_uri", "javascript:alert(1)")]),
    ("a host that begins alike", &[("redirect_uri", "https://client.example.evil.example/")]),
];

/// Wishes that the application hears of.
const SENT_BACK: &[(&str, Changes, &str)] = &[
    ("no response_type", &[("response_type", "-")], "invalid_request"),
    ("tokens in the address", &[("response_type", "token")], "unsupported_response_type"),
    ("hybrids", &[("response_type", "code token")], "unsupported_response_type"),
    ("two response_types", &[("response_type", "+token")], "invalid_request"),
    ("an unknown scope", &[("scope", "public root")], "invalid_scope"),
    ("two scopes", &[("scope", "+write_user")], "invalid_request"),
    ("two states", &[("state", "+x")], "invalid_request"),
];

/// The same of a program that can keep no secret.
const PUBLIC_SENT_BACK: &[(&str, Changes)] = &[
    ("no challenge", &[("code_challenge", "-"), ("code_challenge_method", "-")]),
    ("a method alone", &[("code_challenge", "-")]),
    ("a plain challenge", &[("code_challenge_method", "plain")]),
    ("a challenge without method", &[("code_challenge_method", "-")]),
    ("an unknown method", &[("code_challenge_method", "S512")]),
    ("a challenge that is too short", &[("code_challenge", "E9Melhoa2OwvFrEM")]),
    (
        "a challenge that is no base64url",
        &[("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM")],
    ),
    ("two challenges", &[("code_challenge", "+E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]),
];

/// Exchanges of a fresh code by the program with a secret.
const NO_TOKEN: &[(&str, Changes, u16, &str)] = &[
    ("no grant_type", &[("grant_type", "-")], 400, "invalid_request"),
    ("a password", &[("grant_type", "password")], 400, "unsupported_grant_type"),
    ("client credentials", &[("grant_type", "client_credentials")], 400, "unsupported_grant_type"),
    ("two grant_types", &[("grant_type", "+refresh_token")], 400, "invalid_request"),
    ("no secret", &[("client_secret", "-")], 401, "invalid_client"),
    ("an empty secret", &[("client_secret", "")], 401, "invalid_client"),
    ("a wrong secret", &[("client_secret", "tts_wrong")], 401, "invalid_client"),
    ("two secrets", &[("client_secret", "+tts_wrong")], 400, "invalid_request"),
    ("no client", &[("client_id", "-"), ("client_secret", "-")], 401, "invalid_client"),
    ("an unknown client", &[("client_id", "ttk_unknown")], 401, "invalid_client"),
    ("no code", &[("code", "-")], 400, "invalid_request"),
    ("two codes", &[("code", "+x")], 400, "invalid_request"),
    (
        "a made-up code",
        &[("code", "ttg_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA000000")],
        400,
        "invalid_grant",
    ),
    (
        "another kind of secret",
        &[("code", "ttt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA000000")],
        400,
        "invalid_grant",
    ),
    ("no redirect_uri", &[("redirect_uri", "-")], 400, "invalid_request"),
    (
        "another redirect_uri",
        &[("redirect_uri", "https://client.example/back")],
        400,
        "invalid_grant",
    ),
    (
        "the out-of-band address",
        &[("redirect_uri", "urn:ietf:wg:oauth:2.0:oob")],
        400,
        "invalid_grant",
    ),
    (
        "a verifier that nobody announced",
        &[("code_verifier", super::world::VERIFIER)],
        400,
        "invalid_grant",
    ),
];

/// Exchanges of a fresh code by the program without a secret.
const NO_PUBLIC_TOKEN: &[(&str, Changes, u16, &str)] = &[
    ("no verifier", &[("code_verifier", "-")], 400, "invalid_grant"),
    (
        "another verifier",
        &[("code_verifier", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")],
        400,
        "invalid_grant",
    ),
    ("a verifier that is too short", &[("code_verifier", "dBjftJeZ4CVP")], 400, "invalid_grant"),
    (
        "the challenge as verifier",
        &[("code_verifier", super::world::CHALLENGE)],
        400,
        "invalid_grant",
    ),
    ("two verifiers", &[("code_verifier", "+x")], 400, "invalid_request"),
    ("a secret it does not have", &[("client_secret", "tts_x")], 401, "invalid_client"),
    ("another address", &[("redirect_uri", "org.example.app:/other")], 400, "invalid_grant"),
];

/// What went wrong, in words; empty when all was refused as it should be.
#[derive(Default)]
struct Judge {
    cases: usize,
    wrong: Vec<String>,
}

impl Judge {
    fn expect(&mut self, case: &str, is_right: bool, answer: &Answer) {
        self.cases += 1;
        if !is_right {
            let (status, location) = (answer.status(), answer.header("location"));
            self.wrong.push(format!("{case}: {status} {location} {}", answer.text()));
        }
    }

    fn expect_error(&mut self, case: &str, answer: &Answer, status: u16, error: &str) {
        let body: serde_json::Value = serde_json::from_slice(answer.bytes()).unwrap_or_default();
        let has_form = body["error"] == error
            && body["error_description"].as_str().is_some_and(|words| !words.is_empty())
            && answer.header("cache-control") == "no-store"
            && answer.header("content-type") == "application/json"
            && (status != 401 || answer.header("www-authenticate").starts_with("Basic"));
        self.expect(case, answer.status() == status && has_form, answer);
    }
}

#[tokio::test]
async fn what_must_be_refused_is_refused() {
    let world = World::new().await;
    let mut judge = Judge::default();
    wishes(&world, &mut judge).await;
    forms(&world, &mut judge).await;
    exchanges(&world, &mut judge).await;
    odd_codes(&world, &mut judge).await;
    refreshes(&world, &mut judge).await;
    others_tokens(&world, &mut judge).await;
    closed_doors(&world, &mut judge).await;
    assert!(judge.wrong.is_empty(), "{:#?}", judge.wrong);
    assert!(judge.cases >= 60, "only {} attempts", judge.cases);
}

async fn wishes(world: &World, judge: &mut Judge) {
    for (case, changes) in NOT_SHOWN {
        let answer = world.ask(&changed(world.wish(), changes)).await;
        let is_page = answer.header("content-type").starts_with("text/html");
        let stays = answer.header("location").is_empty();
        judge.expect(case, answer.status() == 400 && is_page && stays, &answer);
    }
    for (case, changes, error) in SENT_BACK {
        let answer = world.ask(&changed(world.wish(), changes)).await;
        judge.expect(case, is_sent_back(&answer, BACK, error), &answer);
    }
    for (case, changes) in PUBLIC_SENT_BACK {
        let answer = world.ask(&changed(world.app_wish(), changes)).await;
        judge.expect(case, is_sent_back(&answer, APP_BACK, "invalid_request"), &answer);
    }
}

fn is_sent_back(answer: &Answer, to: &str, error: &str) -> bool {
    let location = answer.header("location");
    answer.status() == 302
        && location.starts_with(to)
        && query_of(location, "error").as_deref() == Some(error)
        && query_of(location, "code").is_none()
}

/// The form of the consent page, sent as it must not be.
async fn forms(world: &World, judge: &mut Judge) {
    let good = world.decision(&world.wish(), "allow");
    let send = async |cookie: &str, from: (&str, &str), form: &Pairs| {
        let call = world.server.call("POST", "/oauth/authorize").header("cookie", cookie);
        call.header(from.0, from.1).body(FORM, encode(form)).send().await
    };
    let (ours, theirs) = (("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site"));
    let ana = world.cookie.as_str();
    let ben = cookie(&world.server, "ben").await;
    let forged = [
        ("a form of another site", send(ana, theirs, &good).await),
        ("a form of a neighbour", send(ana, ("sec-fetch-site", "same-site"), &good).await),
        (
            "a form from a foreign origin",
            send(ana, ("origin", "https://evil.example"), &good).await,
        ),
        ("a form of a sandbox", send(ana, ("origin", "null"), &good).await),
        (
            "a form without its token",
            send(ana, ours, &changed(good.clone(), &[("form_token", "-")])).await,
        ),
        (
            "a form with a made-up token",
            send(ana, ours, &changed(good.clone(), &[("form_token", "0")])).await,
        ),
        ("the token of somebody else", send(&ben, ours, &good).await),
    ];
    for (case, answer) in &forged {
        let stays = answer.header("location").is_empty();
        judge.expect(case, answer.status() == 403 && stays, answer);
    }
    let undecided = send(ana, ours, &changed(good.clone(), &[("decision", "-")])).await;
    judge.expect("neither yes nor no", undecided.status() == 400, &undecided);
    let nobody = send("a=b", ours, &good).await;
    judge.expect("nobody signed in", nobody.header("location").starts_with("/login"), &nobody);
    let changes = [("redirect_uri", "https://evil.example/")];
    let elsewhere = send(ana, ours, &changed(good.clone(), &changes)).await;
    judge.expect("a changed address", elsewhere.status() == 400, &elsewhere);
    let denied = send(ana, ours, &changed(good, &[("decision", "deny")])).await;
    let is_told = is_sent_back(&denied, BACK, "access_denied");
    let state = query_of(denied.header("location"), "state");
    judge.expect("no", is_told && state.as_deref() == Some("a&b"), &denied);
    let by_address = format!("{}&decision=allow", encode(&world.decision(&world.wish(), "allow")));
    let call = world.server.call("GET", &format!("/oauth/authorize?{by_address}"));
    let looked = call.session(ana).send().await;
    judge.expect("a yes in the address", looked.status() == 200, &looked);
}

async fn exchanges(world: &World, judge: &mut Judge) {
    for (case, changes, status, error) in NO_TOKEN {
        let code = world.code(&world.wish()).await;
        let form = changed(world.exchange(&code), changes);
        judge.expect_error(case, &world.post("/oauth/token", &form).await, *status, error);
    }
    for (case, changes, status, error) in NO_PUBLIC_TOKEN {
        let code = world.code(&world.app_wish()).await;
        let form = changed(world.app_exchange(&code), changes);
        judge.expect_error(case, &world.post("/oauth/token", &form).await, *status, error);
    }
    let code = world.code(&world.wish()).await;
    let form = changed(world.exchange(&code), &[("client_secret", "-")]);
    for (case, shown, status, error) in [
        ("Basic that is no base64", "Basic !!!".to_owned(), 401, "invalid_client"),
        ("Basic with a wrong secret", basic(&world.web.app.access_key, "x"), 401, "invalid_client"),
        ("Basic without a secret", basic(&world.web.app.access_key, ""), 401, "invalid_client"),
        (
            "Basic of another than the body",
            basic(&world.other.app.access_key, &world.other.secret_key),
            400,
            "invalid_request",
        ),
    ] {
        let call = world.server.call("POST", "/oauth/token").header("authorization", &shown);
        let answer = call.body(FORM, encode(&form)).send().await;
        judge.expect_error(case, &answer, status, error);
    }
    let answer =
        world.server.call("POST", "/oauth/token").body("application/xml", "<a/>").send().await;
    judge.expect_error("a body of no known type", &answer, 415, "invalid_request");
    let answer =
        world.server.call("POST", "/oauth/token").body("application/json", "[").send().await;
    judge.expect_error("broken JSON", &answer, 400, "invalid_request");
    let answer = world.server.call("GET", "/oauth/token").send().await;
    judge.expect("a GET", answer.status() == 405, &answer);
}

fn basic(key: &impl std::fmt::Display, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{key}:{secret}")))
}

/// Codes that are too old, used, or somebody else's.
async fn odd_codes(world: &World, judge: &mut Judge) {
    let code = world.code(&world.wish()).await;
    world.server.clock().advance(Duration::from_secs(61));
    let answer = world.post("/oauth/token", &world.exchange(&code)).await;
    judge.expect_error("a code older than a minute", &answer, 400, "invalid_grant");
    let code = world.code(&world.wish()).await;
    let tokens = world.post("/oauth/token", &world.exchange(&code)).await.json();
    let again = world.post("/oauth/token", &world.exchange(&code)).await;
    judge.expect_error("a code for the second time", &again, 400, "invalid_grant");
    let token = tokens["access_token"].as_str().unwrap();
    judge.expect("its first token has ended", !world.lets_in(token).await, &again);
    let next = world.next(tokens["refresh_token"].as_str().unwrap());
    let answer = world.post("/oauth/token", &next).await;
    judge.expect_error("its refresh token too", &answer, 400, "invalid_grant");
    let code = world.code(&world.wish()).await;
    let as_other = [
        ("client_id", world.other.app.access_key.as_str()),
        ("client_secret", world.other.secret_key.as_str()),
    ];
    let stolen = world.post("/oauth/token", &changed(world.exchange(&code), &as_other)).await;
    judge.expect_error("the code of another program", &stolen, 400, "invalid_grant");
    let own = world.post("/oauth/token", &world.exchange(&code)).await;
    judge.expect("which is still good for its own", own.status() == 200, &own);
}

/// Name, changes, and what is answered.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], u16, &'a str);

async fn refreshes(world: &World, judge: &mut Judge) {
    let token = async || world.tokens().await["refresh_token"].as_str().unwrap().to_owned();
    let other = [
        ("client_id", world.other.app.access_key.as_str()),
        ("client_secret", world.other.secret_key.as_str()),
    ];
    let cases: [Case<'_>; 8] = [
        ("no refresh token", &[("refresh_token", "-")], 400, "invalid_request"),
        ("two refresh tokens", &[("refresh_token", "+x")], 400, "invalid_request"),
        ("a made-up refresh token", &[("refresh_token", "ttr_x")], 400, "invalid_grant"),
        (
            "more scopes than agreed",
            &[("scope", "public write_likes write_user")],
            400,
            "invalid_scope",
        ),
        ("unknown scopes", &[("scope", "everything")], 400, "invalid_scope"),
        ("the refresh token of another", &other, 400, "invalid_grant"),
        ("a refresh without secret", &[("client_secret", "-")], 401, "invalid_client"),
        ("a refresh with a wrong secret", &[("client_secret", "x")], 401, "invalid_client"),
    ];
    for (case, changes, status, error) in cases {
        let form = changed(world.next(&token().await), changes);
        judge.expect_error(case, &world.post("/oauth/token", &form).await, status, error);
    }
    let access = world.tokens().await["access_token"].as_str().unwrap().to_owned();
    let answer = world.post("/oauth/token", &world.next(&access)).await;
    judge.expect_error("an access token as refresh token", &answer, 400, "invalid_grant");
    let refresh = token().await;
    judge.expect("a refresh token for a call", !world.lets_in(&refresh).await, &answer);
    let world = World::new().await;
    let refresh = world.tokens().await["refresh_token"].as_str().unwrap().to_owned();
    world.server.clock().advance(Duration::from_hours(24 * 365));
    let answer = world.post("/oauth/token", &world.next(&refresh)).await;
    judge.expect_error("a refresh token of last year", &answer, 400, "invalid_grant");
}

/// Revocation and introspection by those who may not.
async fn others_tokens(world: &World, judge: &mut Judge) {
    let given = world.server.library().give_token(
        &world.ana.user,
        &world.web.app,
        tintype_domain::Scopes::all(),
    );
    let token = given.await.unwrap().access_token;
    let form = |key: &str, secret: &str| {
        let pairs = [("client_id", key), ("client_secret", secret), ("token", &token)];
        super::world::pairs(&pairs)
    };
    let (key, other) = (world.web.app.access_key.as_str(), &world.other);
    for path in ["/oauth/revoke", "/oauth/introspect"] {
        let answer = world.post(path, &form(key, "wrong")).await;
        judge.expect_error(path, &answer, 401, "invalid_client");
        let missing = changed(form(key, &world.web.secret_key), &[("token", "-")]);
        judge.expect_error(path, &world.post(path, &missing).await, 400, "invalid_request");
    }
    let theirs = form(other.app.access_key.as_str(), &other.secret_key);
    let answer = world.post("/oauth/introspect", &theirs).await;
    let is_silent = answer.text() == "{\"active\":false}";
    judge.expect("a look at another's token", is_silent, &answer);
    let answer = world.post("/oauth/revoke", &theirs).await;
    judge.expect("the end of another's token", world.lets_in(&token).await, &answer);
    let app_key = world.app.app.access_key.as_str();
    let public = super::world::pairs(&[("client_id", app_key), ("token", &token)]);
    let answer = world.post("/oauth/introspect", &public).await;
    judge.expect_error("a look without a secret", &answer, 400, "unauthorized_client");
}

/// Applications switched off, accounts closed, secrets replaced.
async fn closed_doors(world: &World, judge: &mut Judge) {
    let mut world_now = World::new().await;
    let code = world_now.code(&world_now.wish()).await;
    let tokens = world_now.tokens().await;
    let owner = world_now.server.store_user("ben").await;
    let rotated = world_now.server.library().rotate_secret(&owner, &world_now.web.app.id).await;
    let old = world_now.exchange(&code);
    let answer = world_now.post("/oauth/token", &old).await;
    judge.expect_error("the secret before the last", &answer, 401, "invalid_client");
    world_now.web.secret_key = rotated.unwrap().unwrap();
    let close = UserEdit { is_disabled: Some(true), ..UserEdit::default() };
    let (store, clock) = (world_now.server.library().store(), world_now.server.library().clock());
    store.edit_user(&world_now.ana.user.id, &close, clock.now()).await.unwrap();
    let answer = world_now.post("/oauth/token", &world_now.exchange(&code)).await;
    judge.expect_error("the code of a closed account", &answer, 400, "invalid_grant");
    let next = world_now.next(tokens["refresh_token"].as_str().unwrap());
    let answer = world_now.post("/oauth/token", &next).await;
    judge.expect_error("the refresh token of a closed account", &answer, 400, "invalid_grant");
    let token = tokens["access_token"].as_str().unwrap();
    judge.expect("the token of a closed account", !world_now.lets_in(token).await, &answer);
    let code = world.code(&world.app_wish()).await;
    world.server.library().revoke_own_app(&owner_of(world).await, &world.app.app.id).await.unwrap();
    let answer = world.post("/oauth/token", &world.app_exchange(&code)).await;
    judge.expect_error("an application that was switched off", &answer, 401, "invalid_client");
    let answer = world.ask(&world.app_wish()).await;
    judge.expect("its wish", answer.status() == 400, &answer);
}

async fn owner_of(world: &World) -> tintype_domain::User {
    world.server.store_user("ben").await
}
