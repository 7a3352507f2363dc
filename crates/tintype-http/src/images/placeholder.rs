//! `/random/{w}x{h}` and `/seed/{seed}/{w}x{h}`: pictures for whom any picture will do, with
//! terms as in `?nature,water`. No key needed.

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use tintype_library::RandomPick;
use tintype_store::PhotoFilter;

use crate::answer::NOT_KEPT;
use crate::extract::{Here, Params, Path};
use crate::fingerprint::fingerprint;
use crate::unsplash::filters;
use crate::{ApiError, App, spoken};

/// `GET /random/{w}x{h}`: another one each time.
pub(crate) async fn random(
    State(app): State<App>,
    Path(size): Path<String>,
    RawQuery(query): RawQuery,
    here: Here,
) -> Result<Response, ApiError> {
    redirect(&app, &here, &size, query.as_deref(), None).await
}

/// `GET /seed/{seed}/{w}x{h}`: the same one each time, as long as the photos are the same.
pub(crate) async fn by_seed(
    State(app): State<App>,
    Path((seed, size)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    here: Here,
) -> Result<Response, ApiError> {
    let seed = fingerprint(&seed);
    redirect(&app, &here, &size, query.as_deref(), Some(seed)).await
}

async fn redirect(
    app: &App,
    here: &Here,
    size: &str,
    query: Option<&str>,
    seed: Option<u64>,
) -> Result<Response, ApiError> {
    let (width, height) = read_size(size).ok_or(ApiError::NoRoute)?;
    let words = terms(query.unwrap_or_default());
    filters::check_length(&words)?;
    let filter = PhotoFilter { orientation: None, ..PhotoFilter::default() };
    let pick = RandomPick { query: words, language: spoken::language(), filter, count: 1, seed };
    let photos = app.library().random_photos(&pick).await?;
    let photo = photos.first().ok_or(ApiError::NoPhotos)?;
    let target = here.links.image_cropped(&photo.image_key, width, height);
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    let target = HeaderValue::try_from(target).map_err(ApiError::internal)?;
    response.headers_mut().insert(header::LOCATION, target);
    let kept = if seed.is_some() { AN_HOUR } else { NOT_KEPT };
    response.headers_mut().insert(header::CACHE_CONTROL, kept);
    Ok(response)
}

/// `800x600`, or `800` for a square; clamped to what is made.
fn read_size(text: &str) -> Option<(u32, u32)> {
    let number = |text: &str| text.parse::<u32>().ok().map(|side| side.clamp(1, LONGEST_SIDE));
    match text.split_once('x') {
        Some((width, height)) => Some((number(width)?, number(height)?)),
        None => number(text).map(|side| (side, side)),
    }
}

/// The terms are names without values; `query=` says the same.
fn terms(query: &str) -> String {
    let params = Params::parse(query);
    let bare = params.iter().filter(|(_, value)| value.is_empty()).map(|(name, _)| name);
    let words: Vec<&str> = params.get("query").into_iter().chain(bare).collect();
    words.join(" ").replace(',', " ")
}

const LONGEST_SIDE: u32 = 8_192;
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_terms_are_read() {
        assert_eq!(read_size("800x600"), Some((800, 600)));
        assert_eq!(read_size("800"), Some((800, 800)));
        assert_eq!(read_size("99999x0"), Some((8192, 1)));
        assert_eq!(read_size("axb"), None);
        assert_eq!(terms("nature,water"), "nature water");
        assert_eq!(terms("red%20boat&sig=4"), "red boat");
        assert_eq!(terms("query=sea"), "sea");
    }
}
