//! What every answer carries, whatever it is: a request id, the policies, a line in the log and
//! a count.

use std::time::Instant;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tintype_domain::Chance;

use crate::metrics::Group;
use crate::spoken::{ContentLanguage, Spoken};
use crate::{ApiError, App};

/// Names a request in logs and error pages.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub String);

/// The hash of a page's one style element, left on the answer for the policy.
#[derive(Debug, Clone)]
pub(crate) struct StyleHash(pub String);

/// Left on the answer of the one page that other sites may show in a frame or window.
#[derive(Debug, Clone)]
pub(crate) struct Framing {
    /// The origin that may; our own alone when `None`.
    pub by: Option<String>,
}

/// Where a page's form may lead beside this origin, left on the answer for the policy.
#[derive(Debug, Clone)]
pub(crate) struct FormTarget(pub String);

/// Wraps every request.
pub(crate) async fn envelope(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let since = Instant::now();
    let id = request_id(app.chance());
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    request.extensions_mut().insert(RequestId(id.clone()));
    let own = app.library().settings().library.language();
    let spoken = Spoken::of(request.headers(), request.uri(), own);
    let (mut response, language) = spoken.within(answer(request, next)).await;
    write_headers(&app, &id, language, &mut response);
    let (status, took) = (response.status(), since.elapsed());
    let group = Group::of(&path);
    app.metrics().note(group, status, took);
    let ms = took.as_secs_f64() * 1000.0;
    tracing::info!(
        request.id = %id,
        http.method = %method,
        http.path = %path,
        http.status = status.as_u16(),
        duration_ms = ms,
        "{method} {path} {} in {ms:.1} ms",
        status.as_u16()
    );
    response
}

async fn answer(request: Request, next: Next) -> Response {
    if request.method() == Method::OPTIONS {
        preflight()
    } else if request.uri().path_and_query().is_some_and(|uri| uri.as_str().len() > LONGEST_URL) {
        ApiError::refused(StatusCode::URI_TOO_LONG, "The address is too long.").into_response()
    } else {
        next.run(request).await
    }
}

fn request_id(chance: &dyn Chance) -> String {
    let mut bytes = [0u8; 16];
    chance.fill(&mut bytes);
    let number = u128::from_be_bytes(bytes);
    // Version 4, variant 1, as RFC 9562 draws them.
    let number = number & !(0xf << 76 | 0xc << 60) | 4 << 76 | 8 << 60;
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        number >> 96,
        number >> 80 & 0xffff,
        number >> 64 & 0xffff,
        number >> 48 & 0xffff,
        number & 0xffff_ffff_ffff
    )
}

fn preflight() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS);
    headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
    response
}

fn write_headers(app: &App, id: &str, language: ContentLanguage, response: &mut Response) {
    let style = response.extensions_mut().remove::<StyleHash>();
    let framing = response.extensions_mut().remove::<Framing>();
    let form_target = response.extensions_mut().remove::<FormTarget>();
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::try_from(id) {
        headers.insert(X_REQUEST_ID, id);
    }
    headers.insert(X_UNSPLASH_VERSION, HeaderValue::from_static("v1"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    if app.origins().is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
    match kind(headers) {
        Kind::Page => {
            headers.insert(header::CONTENT_LANGUAGE, language.page);
            write_page_policies(app, style, (framing.as_ref(), form_target), headers);
        }
        Kind::Image => write_open_policies(headers, IMAGE_POLICY),
        Kind::Data => {
            headers.insert(header::CONTENT_LANGUAGE, language.data);
            vary_by_language(headers);
            write_open_policies(headers, DATA_POLICY);
        }
    }
}

enum Kind {
    Page,
    Image,
    Data,
}

fn kind(headers: &HeaderMap) -> Kind {
    let named = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    if named.starts_with(b"text/html") {
        Kind::Page
    } else if named.starts_with(b"image/") {
        Kind::Image
    } else {
        Kind::Data
    }
}

/// Answers without a `Vary` of their own may still be in another language for another client.
fn vary_by_language(headers: &mut HeaderMap) {
    if !headers.contains_key(header::VARY) {
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language"));
    }
}

/// What anyone may fetch from anywhere, and no browser may run.
fn write_open_policies(headers: &mut HeaderMap, policy: HeaderValue) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
    headers.insert(CORP, HeaderValue::from_static("cross-origin"));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
}

fn write_page_policies(
    app: &App,
    style: Option<StyleHash>,
    (framing, form_target): (Option<&Framing>, Option<FormTarget>),
    headers: &mut HeaderMap,
) {
    let form_target = form_target.map(|target| target.0).unwrap_or_default();
    let images = app.origins().images().unwrap_or_default();
    let style = style.map(|style| style.0).unwrap_or_default();
    let ancestors = match framing {
        Some(Framing { by: Some(origin) }) => format!("'self' {origin}"),
        Some(Framing { by: None }) => "'self'".to_owned(),
        None => "'none'".to_owned(),
    };
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' {style}; \
         img-src 'self' data: {images}; connect-src 'self'; font-src 'none'; manifest-src 'self'; \
         form-action 'self' {form_target}; frame-ancestors {ancestors}; base-uri 'none'"
    );
    if let Ok(policy) = HeaderValue::try_from(policy.replace(" ;", ";")) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if framing.is_some() {
        // A window that lost its opener could not hand over the choice.
        headers.insert(CORP, HeaderValue::from_static("cross-origin"));
        headers.insert(COOP, HeaderValue::from_static("unsafe-none"));
    } else {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
        headers.insert(CORP, HeaderValue::from_static("same-origin"));
        headers.insert(COOP, HeaderValue::from_static("same-origin"));
    }
    headers
        .insert(PERMISSIONS, HeaderValue::from_static("camera=(), geolocation=(), microphone=()"));
}

const LONGEST_URL: usize = 8_000;
const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const X_UNSPLASH_VERSION: HeaderName = HeaderName::from_static("x-unsplash-version");
const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const COOP: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");
const METHODS: HeaderValue = HeaderValue::from_static("GET,POST,PUT,DELETE,QUERY,OPTIONS");
const ALLOWED_HEADERS: HeaderValue = HeaderValue::from_static(
    "Authorization,Accept-Version,Content-Type,App-Pragma,X-Unsplash-Cache,Cache-Control,X-Requested-With,If-None-Match,Prefer",
);
const EXPOSED_HEADERS: HeaderValue = HeaderValue::from_static(
    "Link,X-Total,X-Per-Page,X-RateLimit-Limit,X-RateLimit-Remaining,X-Request-Id,ETag,Retry-After",
);
const DATA_POLICY: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
const IMAGE_POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

#[cfg(test)]
mod tests {
    use super::*;

    struct Ones;
    impl Chance for Ones {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(0xff);
        }
    }

    #[test]
    fn a_request_id_is_a_uuid_of_version_4() {
        assert_eq!(request_id(&Ones), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
