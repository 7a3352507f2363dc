//! Errors of pages, dressed as pages.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tintype_pages::view::{Address, ErrorPage};

use super::envelope::RequestId;
use super::session_cookie;
use crate::answer::Html;
use crate::error::Problem;
use crate::extract::Peer;
use crate::{App, site, spoken};

/// Turns whatever goes wrong behind a page address into a page.
pub(crate) async fn dress_problems(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Response {
    spoken::remember(request.headers());
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let cookie = session_cookie(request.headers(), app.origins()).map(str::to_owned);
    let local = Peer::of(request.extensions()).map(|peer| peer.local);
    let origin = app.origins().of(request.headers(), local);
    let response = next.run(request).await;
    let Some(problem) = response.extensions().get::<Problem>().cloned() else { return response };
    let page = ErrorPage {
        address: Address::default(),
        status: response.status().as_u16(),
        // The API's words for "not found" say less than the page's own.
        message: problem.is_telling.then_some(problem.message),
        request_id: id,
    };
    let user = site::visitor(&app, cookie.as_deref()).await;
    let frame = site::frame(&app, user.as_ref(), &origin);
    let mut dressed = Html(page.render(&frame)).into_response();
    *dressed.status_mut() = response.status();
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    dressed.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    dressed
}
