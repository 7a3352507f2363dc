//! What an application asks of a person: read and judged before the person sees it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use tintype_domain::{AccessKey, App as Application, AppKind, Scope, Scopes};
use tintype_library::Library;

use crate::extract::Params;
use crate::links::with_query;
use crate::{ApiError, App};

/// An application's wish that a person let it act.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// Which application.
    pub application: Application,
    /// Where the person goes afterwards.
    pub back: Back,
    /// What it wants to do.
    pub scopes: Scopes,
    /// The challenge of PKCE.
    pub challenge: Option<[u8; 32]>,
    /// The parameters as they came, to be sent again with the form.
    pub fields: Vec<(String, String)>,
}

/// Where the person goes afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Back {
    /// The address, as registered.
    pub uri: String,
    /// What the application wants to see again.
    pub state: Option<String>,
}

/// Why a wish is not shown to anybody.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Nobody can be sent back: whoever sent them here is not known.
    Here(ApiError),
    /// The application is told.
    Back(Back, &'static str, &'static str),
}

impl Wish {
    pub(super) async fn read(app: &App, params: &Params) -> Result<Self, Refusal> {
        let (application, back) = Self::whose(app, params).await.map_err(Refusal::Here)?;
        let refuse = |code, words| Err(Refusal::Back(back.clone(), code, words));
        if NAMES.iter().any(|name| params.count(name) > 1) {
            return refuse("invalid_request", "A parameter came twice.");
        }
        match params.get("response_type") {
            Some("code") => {}
            Some(_) => return refuse("unsupported_response_type", "response_type is code."),
            None => return refuse("invalid_request", "response_type is missing."),
        }
        let scopes = match Scopes::parse(params.get("scope").unwrap_or_default()) {
            Ok(scopes) if scopes == Scopes::default() => [Scope::Public].into_iter().collect(),
            Ok(scopes) => scopes,
            Err(_) => return refuse("invalid_scope", "A scope is unknown."),
        };
        let challenge = match read_challenge(&application, params) {
            Ok(challenge) => challenge,
            Err(words) => return refuse("invalid_request", words),
        };
        let kept = params.iter().filter(|(name, _)| NAMES.contains(name));
        let fields = kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(Self { application, back, scopes, challenge, fields })
    }

    /// Who asks, and where people go afterwards. Until both are sure nobody is sent anywhere.
    async fn whose(app: &App, params: &Params) -> Result<(Application, Back), ApiError> {
        let wrong = |words: &'static str| ApiError::BadRequest(words.into());
        if ["client_id", "redirect_uri"].iter().any(|name| params.count(name) > 1) {
            return Err(wrong(TWICE));
        }
        let key = params.get("client_id").ok_or_else(|| wrong(NO_CLIENT))?;
        let key = AccessKey::parse(key).map_err(|_| wrong(UNKNOWN_CLIENT))?;
        let application = app.library().app_by_key(&key).await?;
        let application = application.ok_or_else(|| wrong(UNKNOWN_CLIENT))?;
        let uri = params.get("redirect_uri").ok_or_else(|| wrong(NO_REDIRECT))?;
        if !Library::may_redirect(&application, uri) {
            return Err(wrong(UNKNOWN_REDIRECT));
        }
        let state = params.get("state").map(str::to_owned);
        Ok((application, Back { uri: uri.to_owned(), state }))
    }
}

/// The S256 challenge. `plain` protects nobody, so it is refused; those who can keep no secret
/// need a challenge.
fn read_challenge(
    application: &Application,
    params: &Params,
) -> Result<Option<[u8; 32]>, &'static str> {
    let (challenge, method) = (params.get("code_challenge"), params.get("code_challenge_method"));
    let Some(challenge) = challenge else {
        return match (application.kind, method) {
            (AppKind::Public, _) => Err("This application must send a code_challenge (PKCE)."),
            (AppKind::Confidential, Some(_)) => Err("code_challenge is missing."),
            (AppKind::Confidential, None) => Ok(None),
        };
    };
    if method != Some("S256") {
        return Err("code_challenge_method is S256.");
    }
    let bytes = URL_SAFE_NO_PAD.decode(challenge).ok();
    let hash = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    hash.map(Some).ok_or("code_challenge is no SHA-256 in base64url.")
}

impl Back {
    /// Whether there is nowhere to go: the person carries the code over.
    pub(super) fn is_out_of_band(&self) -> bool {
        self.uri.starts_with("urn:")
    }

    /// Sends the person back with an answer.
    pub(super) fn send(&self, answer: &[(&str, &str)]) -> Response {
        let state = self.state.iter().map(|state| ("state", state.as_str()));
        let pairs = answer.iter().copied().chain(state);
        if self.is_out_of_band() {
            let pairs = pairs.map(|(name, value)| (name, value.to_owned()));
            return found(&with_query("/oauth/authorize/native", pairs));
        }
        let query =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let joint = if self.uri.contains('?') { '&' } else { '?' };
        found(&format!("{}{joint}{query}", self.uri))
    }

    /// What the page's policy must allow its form to lead to: browsers check where it is sent on.
    pub(super) fn form_target(&self) -> Option<String> {
        let url = url::Url::parse(&self.uri).ok()?;
        match url.scheme() {
            "http" | "https" => Some(url.origin().ascii_serialization()),
            "urn" => None,
            scheme => Some(format!("{scheme}:")),
        }
    }

    /// Where it is, as people know it.
    pub(super) fn place(&self) -> Option<String> {
        let url = url::Url::parse(&self.uri).ok()?;
        match url.scheme() {
            "http" | "https" => url.host_str().map(str::to_owned),
            "urn" => None,
            scheme => Some(scheme.to_owned()),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Here(error) => error.into_response(),
            Self::Back(back, code, words) => {
                back.send(&[("error", code), ("error_description", words)])
            }
        }
    }
}

/// `302`, as the wire contract has it; every browser makes a GET of it.
fn found(address: &str) -> Response {
    use axum::http::{HeaderValue, header};
    let Ok(location) = HeaderValue::try_from(address) else {
        return ApiError::internal("a registered address cannot stand in a header").into_response();
    };
    let mut response = StatusCode::FOUND.into_response();
    response.headers_mut().insert(header::LOCATION, location);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

const NAMES: [&str; 7] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
];
const TWICE: &str = "The address names the application or the way back twice.";
const NO_CLIENT: &str = "The address does not say which application asks: client_id is missing.";
const UNKNOWN_CLIENT: &str = "No application has this client_id.";
const NO_REDIRECT: &str =
    "The address does not say where to go afterwards: redirect_uri is missing.";
const UNKNOWN_REDIRECT: &str =
    "The application did not register this redirect_uri. It must be the same, letter by letter.";

#[cfg(test)]
mod tests {
    use super::*;

    fn back(uri: &str, state: Option<&str>) -> Back {
        Back { uri: uri.to_owned(), state: state.map(str::to_owned) }
    }

    fn location(back: &Back) -> String {
        let response = back.send(&[("code", "c d")]);
        response.headers()["location"].to_str().unwrap().to_owned()
    }

    #[test]
    fn people_are_sent_back_with_code_and_state() {
        let plain = back("https://a.example/cb", Some("x&y=1"));
        assert_eq!(location(&plain), "https://a.example/cb?code=c+d&state=x%26y%3D1");
        let with_query = back("https://a.example/cb?a=b", None);
        assert_eq!(location(&with_query), "https://a.example/cb?a=b&code=c+d");
        let nowhere = back("urn:ietf:wg:oauth:2.0:oob", None);
        assert!(location(&nowhere).starts_with("/oauth/authorize/native?code=c"));
    }

    #[test]
    fn the_page_names_where_its_form_leads() {
        let target = |uri| back(uri, None).form_target();
        assert_eq!(target("https://a.example:8443/cb?x"), Some("https://a.example:8443".into()));
        assert_eq!(target("org.example.app:/cb"), Some("org.example.app:".into()));
        assert_eq!(target("urn:ietf:wg:oauth:2.0:oob"), None);
    }
}
