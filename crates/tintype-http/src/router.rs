//! The whole route table on one screen, grouped by who calls.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{from_fn_with_state, map_request};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, delete, get, post};
use tower::ServiceExt as _;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::middleware::{
    converse, count_only, counted, dress_problems, either_form, envelope, guard, straighten,
};
use crate::negotiate::{Form, api_form};
use crate::unsplash::{apps, collections, jobs, me, photos, search, stats, topics, users};
use crate::{ApiError, App, images, learn, machine, oauth, openapi, site};

/// The API of the wire contract, and our own additions to it.
fn api() -> Router<App> {
    Router::new()
        .route("/photos", get(photos::list).post(photos::upload))
        .route("/photos/curated", get(photos::list))
        .route("/photos/search", get(photos::search))
        .route("/photos/random", get(photos::random))
        .route("/photos/{id}", get(photos::get).put(photos::update).delete(photos::delete))
        .route("/photos/{id}/like", post(photos::like).delete(photos::unlike))
        .route("/photos/{id}/statistics", get(photos::statistics))
        .route("/photos/{id}/stats", get(photos::statistics))
        .route("/photos/{id}/download", get(photos::download))
        .route("/photos/{id}/similar", get(photos::similar))
        .route("/photos/{id}/withdraw", post(photos::withdraw))
        .route("/search/photos", get(search::photos).post(search::photos_by_body))
        .route("/search/collections", get(search::collections))
        .route("/search/users", get(search::users))
        .route("/collections", get(collections::list).post(collections::create))
        .route("/collections/featured", get(collections::featured))
        .route("/collections/curated", get(collections::list))
        .route("/collections/curated/{id}", get(collections::get))
        .route("/collections/curated/{id}/photos", get(collections::photos))
        .route(
            "/collections/{id}",
            get(collections::get).put(collections::edit).delete(collections::delete),
        )
        .route("/collections/{id}/add", post(collections::add))
        .route("/collections/{id}/remove", delete(collections::remove))
        .route("/collections/{id}/photos", get(collections::photos))
        .route("/collections/{id}/related", get(collections::related))
        .route("/topics", get(topics::list))
        .route("/topics/{topic}", get(topics::get))
        .route("/topics/{topic}/photos", get(topics::photos))
        .route("/users/{name}", get(users::get))
        .route("/users/{name}/portfolio", get(users::portfolio))
        .route("/users/{name}/photos", get(users::photos))
        .route("/users/{name}/likes", get(users::likes))
        .route("/users/{name}/collections", get(users::collections))
        .route("/users/{name}/statistics", get(users::statistics))
        .route("/users/{name}/followers", get(users::follows))
        .route("/users/{name}/following", get(users::follows))
        .route("/me", get(me::get).put(me::update))
        .route("/stats/total", get(stats::total))
        .route("/stats/month", get(stats::month))
        .route("/jobs/{id}", get(jobs::get))
}

/// The applications one has registered.
fn own_apps() -> Router<App> {
    Router::new()
        .route("/apps", get(apps::list).post(apps::register))
        .route("/apps/{id}", get(apps::get).put(apps::change).delete(apps::revoke))
        .route("/apps/{id}/secret", post(apps::rotate))
        .route("/apps/{id}/usage", get(apps::usage))
}

/// Answers for those who learn; no key.
fn learning() -> Router<App> {
    Router::new()
        .route("/learn/echo", any(learn::echo))
        .route("/learn/status/{code}", any(learn::status))
}

/// Picture bytes; no key, no limit of calls.
fn pictures() -> Router<App> {
    Router::new()
        .route("/images/{key}", get(images::get))
        .route("/images/small/{key}", get(images::small))
        .route("/images/placeholder-avatars/{user}", get(images::avatar))
        .route("/web/photos/{id}/download", get(images::download))
        .route("/random/{size}", get(images::random))
        .route("/featured/{size}", get(images::random))
        .route("/seed/{seed}/{size}", get(images::by_seed))
}

/// What people see.
fn pages() -> Router<App> {
    Router::new()
        .route("/", get(site::home))
        .route("/s/photos", get(site::search_entry))
        .route("/p/{slug}", get(site::photo))
        .route("/c/{id}/{slug}", get(site::collection))
        .route("/t/{topic}", get(site::topic))
        .route("/login", get(site::login_form).post(site::sign_in))
        .route("/login/demo", post(site::enter_demo))
        .route("/logout", post(site::sign_out))
        .route("/like/{id}", post(site::like))
        .route("/try/{*path}", post(site::attempt))
        .route("/learn", get(site::learn))
        .route("/learn/{lesson}", get(site::lesson))
        .route("/placeholders", get(site::placeholders))
        .route("/docs", get(openapi::docs))
        .route("/docs/try", get(openapi::try_out))
        .route("/picker", get(site::picker))
        .route("/upload", get(site::upload_form).post(site::upload_sent))
        .route("/account/apps", get(site::apps).post(site::register_app))
        .route("/account/apps/{id}", get(site::app_page).post(site::change_app))
        .route("/account/apps/{id}/secret", post(site::rotate_secret))
        .route("/account/apps/{id}/revoke", post(site::revoke_app))
        .route("/account/access/{id}/withdraw", post(site::withdraw_access))
        // `straighten` parts the `@` from the name, which a route pattern cannot.
        .route("/@/{name}", get(site::profile))
        .route("/@/{name}/{tab}", get(site::profile_tab))
}

/// Where a person lets an application act for them.
fn consent() -> Router<App> {
    Router::new()
        .route("/oauth/authorize", get(oauth::ask).post(oauth::decide))
        .route("/oauth/authorize/native", get(oauth::show_code))
}

/// Where applications get tokens and ask about them.
fn tokens() -> Router<App> {
    Router::new()
        .route("/oauth/token", post(oauth::give))
        .route("/oauth/revoke", post(oauth::revoke))
        .route("/oauth/introspect", post(oauth::introspect))
}

/// What browsers and other programs fetch around the pages.
fn beside_pages() -> Router<App> {
    Router::new()
        .route("/assets/{name}", get(site::asset))
        .route("/suggest", get(site::suggest))
        .route("/learn/progress", get(site::progress))
        .route("/oembed", get(site::oembed))
        .route("/robots.txt", get(site::robots))
        .route("/sitemap.xml", get(site::sitemap))
        .route("/sitemaps/{letter}", get(site::sitemap_part))
        .route("/feed.atom", get(site::home_feed))
        .route("/s/{kind}/{query}/feed.atom", get(site::search_feed))
        .route("/@/{name}/feed.atom", get(site::user_feed))
        .route("/t/{topic}/feed.atom", get(site::topic_feed))
        .route("/.well-known/oauth-authorization-server", get(oauth::metadata))
        .route("/healthz", get(machine::alive))
        .route("/readyz", get(machine::ready))
        .route("/metrics", get(machine::metrics))
        .route("/openapi.json", get(openapi::openapi))
}

/// The methods of a route of the API.
pub(crate) fn methods_of(route: &str) -> Vec<&'static str> {
    match route {
        // OpenAPI 3.1 has no word for QUERY.
        "/search/photos" => vec!["GET", "POST", "QUERY"],
        "/learn/echo" | "/learn/status/{code}" => vec!["GET", "POST", "PUT", "DELETE"],
        "/apps" => vec!["GET", "POST"],
        "/apps/{id}" => vec!["GET", "PUT", "DELETE"],
        "/apps/{id}/secret" => vec!["POST"],
        _ => openapi::methods_of(route),
    }
}

/// The routes of the API, for a page whose form makes a call.
#[derive(Clone)]
pub(crate) struct Dispatch(Router);

impl Dispatch {
    /// Makes the call, as if it had come from outside.
    pub(crate) async fn call(&self, request: Request) -> Response {
        let Ok(response) = self.0.clone().oneshot(request).await;
        response
    }
}

/// Everything, with what happens before and after.
pub fn router(app: App) -> Router {
    let guarded = |router: Router<App>| {
        router
            .method_not_allowed_fallback(wrong_method)
            .route_layer(from_fn_with_state(app.clone(), guard))
            .route_layer(from_fn_with_state(app.clone(), converse))
            .route_layer(from_fn_with_state(app.clone(), learn::tick_exercises))
    };
    let dressed = |router: Router<App>| {
        router
            .method_not_allowed_fallback(wrong_method)
            .route_layer(from_fn_with_state(app.clone(), dress_problems))
    };
    let either = Router::new()
        .route("/s/{kind}/{query}", get(site::search))
        .method_not_allowed_fallback(wrong_method)
        .route_layer(from_fn_with_state(app.clone(), either_form));
    let tokens = tokens()
        .method_not_allowed_fallback(wrong_method)
        .route_layer(from_fn_with_state(app.clone(), counted));
    let plain = pictures().merge(beside_pages()).method_not_allowed_fallback(wrong_method);
    let unknown =
        Router::new().fallback(no_route).layer(from_fn_with_state(app.clone(), dress_unknown));
    let open = learning()
        .route_layer(from_fn_with_state(app.clone(), converse))
        .route_layer(from_fn_with_state(app.clone(), learn::tick_exercises));
    let calls = guarded(api().merge(own_apps())).merge(open);
    let dispatch = Dispatch(calls.clone().with_state(app.clone()));
    let routes = calls
        .merge(dressed(pages().merge(consent())).layer(axum::Extension(dispatch)))
        .merge(tokens)
        .merge(either)
        .merge(plain)
        .fallback_service(unknown.with_state(app.clone()))
        .layer(DefaultBodyLimit::disable())
        .with_state(app.clone());
    // Layers of a router run after it has chosen a route; paths are straightened before.
    Router::new()
        .fallback_service(routes)
        .layer(map_request(async |request: Request| straighten(request)))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(compression())
        .layer(from_fn_with_state(app, envelope))
}

async fn wrong_method() -> ApiError {
    ApiError::MethodNotAllowed
}

async fn no_route() -> ApiError {
    ApiError::NoRoute
}

/// An unknown address is a page to a browser, and an API's answer to everyone else.
async fn dress_unknown(
    State(app): State<App>,
    request: Request,
    next: axum::middleware::Next,
) -> Response {
    let is_page = ["/s/", "/p/", "/c/", "/t/", "/@/"]
        .iter()
        .any(|head| request.uri().path().starts_with(head));
    match api_form(request.headers(), request.uri().query()) {
        Form::Json if !is_page => count_only(&app, request, next).await,
        _ => dress_problems(State(app), request, next).await,
    }
}

fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    ApiError::internal("a handler panicked").into_response()
}

/// Pictures are compressed already, and originals must keep their length.
fn compression() -> CompressionLayer<impl tower_http::compression::predicate::Predicate> {
    let worth_it = |status: axum::http::StatusCode,
                    _: axum::http::Version,
                    headers: &axum::http::HeaderMap,
                    _: &axum::http::Extensions| {
        let named = headers.get(axum::http::header::CONTENT_TYPE);
        let is_text = named.is_some_and(|value| {
            let value = value.as_bytes();
            value.starts_with(b"text/")
                || value.starts_with(b"application/")
                || value == b"image/svg+xml"
        });
        is_text && status != axum::http::StatusCode::PARTIAL_CONTENT
    };
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(worth_it)
}
