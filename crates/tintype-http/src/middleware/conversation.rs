//! An API address opened in a browser: the same call, really made, shown as a conversation.

use std::time::Instant;

use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tintype_domain::{Role, User};
use tintype_pages::view::{
    Acting, Address, ConversationPage, Deed, DeedKind, Request as Asked, Response as Answered,
    UrlParts,
};

use super::envelope::StyleHash;
use super::guard::names_tag;
use super::session_cookie;
use crate::answer::{TEXT_HTML, weak_tag};
use crate::calls::offered_at;
use crate::conversation_words::client_words;
use crate::extract::{Caller, Params, Peer};
use crate::learn::title_case;
use crate::links::with_query;
use crate::negotiate::{Form, api_form};
use crate::parameters::known_parameters;
use crate::{ApiError, App, deeds, site, spoken};

/// Marks a call that was made to be shown to somebody with a browser.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InConversation;

/// The body of a call that one of our forms made, as it was put together for the call.
#[derive(Debug, Clone)]
pub(crate) struct FormBody {
    /// As JSON; `None` for a form with a file.
    pub json: Option<String>,
    /// Whether there was a file in it.
    pub has_file: bool,
}

/// The method as it was sent, where another stands in for it.
#[derive(Debug, Clone)]
pub(crate) struct SentMethod(pub Method);

/// Shows the call as a page to those who want a page; for all others it does nothing.
pub(crate) async fn converse(State(app): State<App>, request: Request, next: Next) -> Response {
    match api_form(request.headers(), request.uri().query()) {
        Form::Json => next.run(request).await,
        Form::Html => show(&app, request, next).await,
    }
}

async fn show(app: &App, mut request: Request, next: Next) -> Response {
    spoken::remember(request.headers());
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let route = route.unwrap_or_default();
    let cached = request.headers_mut().remove(header::IF_NONE_MATCH);
    let cookie = session_cookie(request.headers(), app.origins()).map(str::to_owned);
    let visitor = site::visitor(app, cookie.as_deref()).await;
    let asked = asked(app, &request, &route);
    let talk = Talk {
        client: client_words(request.headers()),
        acting: acting(app, visitor.as_ref(), &asked),
        forms: offered_at(&route, &asked.url.path),
        needs_key: !app.library().settings().access.anonymous_reading,
        asked,
    };
    if waits_for_send(&route, &request) {
        let page = talk.page(None, None);
        return as_page(app, visitor.as_ref(), &page, StatusCode::OK, cached.as_ref());
    }
    request.extensions_mut().insert(InConversation);
    let began = Instant::now();
    let (response, mut deeds) = deeds::watch(next.run(request)).await;
    let ms = began.elapsed().as_secs_f64() * 1000.0;
    deeds.insert(0, Deed::new(DeedKind::Logic, route));
    let (parts, body) = response.into_parts();
    let Ok(body) = body.collect().await else {
        return ApiError::internal("an answer broke off").into_response();
    };
    let caller = parts.extensions.get::<Caller>();
    let answered = Answered {
        status: parts.status.as_u16(),
        headers: readable(&parts.headers),
        ms,
        body: String::from_utf8_lossy(&body.to_bytes()).into_owned(),
    };
    let page = talk.page(may_see(app, caller).then_some(deeds), Some(answered));
    let status = with_a_body(parts.status);
    let mut shown = as_page(app, visitor.as_ref(), &page, status, cached.as_ref());
    keep_headers(&parts.headers, shown.headers_mut());
    shown
}

struct Talk {
    client: tintype_pages::view::ClientWords,
    asked: Asked,
    acting: Acting,
    forms: Vec<tintype_pages::view::CallForm>,
    needs_key: bool,
}

impl Talk {
    fn page(self, deeds: Option<Vec<Deed>>, response: Option<Answered>) -> ConversationPage {
        ConversationPage {
            address: Address::default(),
            client: Some(self.client),
            request: self.asked,
            deeds,
            response,
            forms: self.forms,
            acting: self.acting,
            needs_key: self.needs_key,
        }
    }
}

/// Who may make the calls that change something.
fn acting(app: &App, visitor: Option<&User>, asked: &Asked) -> Acting {
    let here = format!("{}?format=html", asked.url.path);
    match visitor {
        Some(user) => Acting::Visitor { name: user.name() },
        None if app.library().is_demo() => {
            Acting::Trial { action: "/login/demo".to_owned(), next: here }
        }
        None => Acting::SignIn { href: with_query("/login", [("next", here)]) },
    }
}

/// Some statuses say that nothing follows; the page about them is something.
fn with_a_body(status: StatusCode) -> StatusCode {
    match status {
        StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::NOT_MODIFIED => {
            StatusCode::OK
        }
        other => other,
    }
}

/// A GET that counts something is not made just because somebody looks.
fn waits_for_send(route: &str, request: &Request) -> bool {
    let counts = request.method() == Method::GET && route.ends_with("/download");
    let is_sent = request.uri().query().is_some_and(|query| Params::parse(query).has("send"));
    counts && !is_sent
}

/// What the server did is for its owner and for learning, never for strangers.
fn may_see(app: &App, caller: Option<&Caller>) -> bool {
    let is_owner =
        caller.and_then(Caller::user).is_some_and(|user| user.role == Role::Administrator);
    let is_learning = caller.and_then(Caller::application).is_some_and(|app| app.is_teaching);
    app.library().is_demo() || is_owner || is_learning
}

fn asked(app: &App, request: &Request, route: &str) -> Asked {
    let local = Peer::of(request.extensions()).map(|peer| peer.local);
    let params = Params::parse(request.uri().query().unwrap_or_default());
    let kept = params.iter().filter(|(name, _)| !["format", "send", "client_id"].contains(name));
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    let sent = request.extensions().get::<FormBody>();
    let method = request.extensions().get::<SentMethod>().map(|sent| &sent.0);
    Asked {
        method: method.unwrap_or_else(|| request.method()).to_string(),
        url: UrlParts {
            origin: app.origins().of(request.headers(), local).to_string(),
            path: request.uri().path().to_owned(),
            query,
        },
        parameters: known_parameters(route, &params),
        headers: readable(request.headers()),
        body: sent.and_then(|sent| sent.json.clone()),
        has_file: sent.is_some_and(|sent| sent.has_file),
        allowed: crate::router::methods_of(route).iter().map(ToString::to_string).collect(),
    }
}

/// Headers as text, those that hold secrets left out.
fn readable(headers: &HeaderMap) -> Vec<(String, String)> {
    let secret = [header::COOKIE, header::SET_COOKIE, header::AUTHORIZATION];
    let shown = headers.iter().filter(|(name, _)| !secret.contains(name));
    shown
        .map(|(name, value)| {
            (title_case(name.as_str()), String::from_utf8_lossy(value.as_bytes()).into_owned())
        })
        .collect()
}

fn as_page(
    app: &App,
    user: Option<&User>,
    page: &ConversationPage,
    status: StatusCode,
    cached: Option<&HeaderValue>,
) -> Response {
    let rendered = page.render(&site::frame(app, user, &page.request.url.origin));
    let tag = weak_tag(rendered.html.as_bytes());
    let is_known = cached.is_some_and(|cached| names_tag(cached, &tag));
    let body = if is_known { Body::empty() } else { Body::from(rendered.html) };
    let mut response = Response::new(body);
    *response.status_mut() = if is_known { StatusCode::NOT_MODIFIED } else { status };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, TEXT_HTML);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::ETAG, tag);
    if let Some(hash) = rendered.style_hash {
        response.extensions_mut().insert(StyleHash(hash));
    }
    response
}

/// What the call's answer said beside its body holds for the page too.
fn keep_headers(answered: &HeaderMap, shown: &mut HeaderMap) {
    let left_out = [
        header::CONTENT_TYPE,
        header::CONTENT_LENGTH,
        header::CACHE_CONTROL,
        header::ETAG,
        header::CONTENT_SECURITY_POLICY,
    ];
    for (name, value) in answered.iter().filter(|(name, _)| !left_out.contains(name)) {
        shown.insert(name, value.clone());
    }
}
