//! Who takes part in an OAuth conversation, and how they speak.

use std::net::{IpAddr, Ipv4Addr};

use tintype_domain::{AppKind, HourlyLimit};
use tintype_http::AppConfig;
use tintype_library::{AppRequest, Library, NewApp, Settings};
use tintype_testing::{Answer, PASSWORD, TestServer, TestUser};

pub const FORM: &str = "application/x-www-form-urlencoded";
pub const BACK: &str = "https://client.example/back?from=tintype";
pub const APP_BACK: &str = "org.example.app:/back";
pub const OOB: &str = "urn:ietf:wg:oauth:2.0:oob";
/// RFC 7636, appendix B.
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// Pairs of a form or a query.
pub type Pairs = Vec<(String, String)>;

/// A person, and two programs that want to act for them.
pub struct World {
    pub server: TestServer,
    pub ana: TestUser,
    /// Ana's browser.
    pub cookie: String,
    /// A program on a server, which keeps a secret.
    pub web: NewApp,
    /// A program on a telephone, which keeps none.
    pub app: NewApp,
    /// Another program on a server.
    pub other: NewApp,
}

impl World {
    pub async fn new() -> Self {
        let mut settings = Settings::default();
        settings.rate_limit.per_hour = 0;
        let server = TestServer::with(settings, AppConfig::default()).await;
        let (ana, ben) = (server.user("ana").await, server.user("ben").await);
        let (web, other) = (web("Web", BACK), web("Other", "https://other.example/back"));
        let app = AppRequest {
            kind: AppKind::Public,
            redirect_uris: vec![APP_BACK.to_owned()],
            ..web_named("App")
        };
        let cookie = cookie(&server, "ana").await;
        Self {
            web: register(&server, &ben, web).await,
            app: register(&server, &ben, app).await,
            other: register(&server, &ben, other).await,
            ana,
            cookie,
            server,
        }
    }

    /// What the web program asks of Ana.
    pub fn wish(&self) -> Pairs {
        pairs(&[
            ("client_id", self.web.app.access_key.as_str()),
            ("redirect_uri", BACK),
            ("response_type", "code"),
            ("scope", "public write_likes"),
            ("state", "a&b"),
        ])
    }

    /// What the telephone's program asks of Ana.
    pub fn app_wish(&self) -> Pairs {
        pairs(&[
            ("client_id", self.app.app.access_key.as_str()),
            ("redirect_uri", APP_BACK),
            ("response_type", "code"),
            ("scope", "public"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ])
    }

    /// Ana opens the consent page.
    pub async fn ask(&self, wish: &Pairs) -> Answer {
        let path = format!("/oauth/authorize?{}", encode(wish));
        self.server.call("GET", &path).header("cookie", &self.cookie).send().await
    }

    /// The form of the consent page, as Ana's browser sends it.
    pub fn decision(&self, wish: &Pairs, decision: &str) -> Pairs {
        let mut form = wish.clone();
        let (_, cookie) = self.cookie.split_once('=').unwrap();
        form.push(("form_token".to_owned(), Library::form_token(cookie)));
        form.push(("decision".to_owned(), decision.to_owned()));
        form
    }

    pub async fn decide(&self, form: &Pairs) -> Answer {
        let call = self.server.call("POST", "/oauth/authorize").session(&self.cookie);
        call.body(FORM, encode(form)).send().await
    }

    /// Ana says yes; the code.
    pub async fn code(&self, wish: &Pairs) -> String {
        let answer = self.decide(&self.decision(wish, "allow")).await;
        assert_eq!(answer.status(), 302, "{}", answer.text());
        query_of(answer.header("location"), "code").unwrap()
    }

    /// What the web program sends for a code.
    pub fn exchange(&self, code: &str) -> Pairs {
        let mut form = self.proof();
        form.extend(pairs(&[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", BACK),
        ]));
        form
    }

    /// What the telephone's program sends for a code.
    pub fn app_exchange(&self, code: &str) -> Pairs {
        pairs(&[
            ("client_id", self.app.app.access_key.as_str()),
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", APP_BACK),
            ("code_verifier", VERIFIER),
        ])
    }

    /// What the web program sends for the next token.
    pub fn next(&self, refresh_token: &str) -> Pairs {
        let mut form = self.proof();
        form.extend(pairs(&[("grant_type", "refresh_token"), ("refresh_token", refresh_token)]));
        form
    }

    /// The web program's name and secret.
    pub fn proof(&self) -> Pairs {
        pairs(&[
            ("client_id", self.web.app.access_key.as_str()),
            ("client_secret", &self.web.secret_key),
        ])
    }

    pub async fn post(&self, path: &str, form: &Pairs) -> Answer {
        self.server.call("POST", path).body(FORM, encode(form)).send().await
    }

    /// Tokens for the web program.
    pub async fn tokens(&self) -> serde_json::Value {
        let code = self.code(&self.wish()).await;
        let answer = self.post("/oauth/token", &self.exchange(&code)).await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        answer.json()
    }

    /// Whether a token lets in.
    pub async fn lets_in(&self, token: &str) -> bool {
        self.server.call("GET", "/photos").token(token).send().await.status() == 200
    }
}

pub async fn cookie(server: &TestServer, name: &str) -> String {
    let from = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let session = server.library().sign_in(name, PASSWORD, from).await.unwrap();
    format!("tintype_session={}", session.cookie)
}

pub async fn register(server: &TestServer, owner: &TestUser, request: AppRequest) -> NewApp {
    server.library().register_app(&owner.user, request).await.unwrap()
}

pub fn web(name: &str, back: &str) -> AppRequest {
    AppRequest { redirect_uris: vec![back.to_owned()], ..web_named(name) }
}

fn web_named(name: &str) -> AppRequest {
    AppRequest { name: name.to_owned(), limit: HourlyLimit::Unlimited, ..AppRequest::default() }
}

pub fn pairs(pairs: &[(&str, &str)]) -> Pairs {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

pub fn encode(pairs: &Pairs) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// A parameter of an address.
pub fn query_of(address: &str, name: &str) -> Option<String> {
    let (_, query) = address.split_once('?')?;
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs.find(|(own, _)| own == name).map(|(_, value)| value.into_owned())
}

/// Changes pairs: a value of `-` takes the name away, one that begins with `+` is added to what
/// is there, any other takes its place.
pub fn changed(mut pairs: Pairs, changes: &[(&str, &str)]) -> Pairs {
    for (name, value) in changes {
        if let Some(more) = value.strip_prefix('+') {
            pairs.push(((*name).to_owned(), more.to_owned()));
            continue;
        }
        pairs.retain(|(own, _)| own != name);
        if *value != "-" {
            pairs.push(((*name).to_owned(), (*value).to_owned()));
        }
    }
    pairs
}
