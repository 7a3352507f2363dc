//! `GET /photos/{id}/statistics`.

use axum::response::{IntoResponse, Response};
use tintype_domain::Day;
use tintype_store::StatisticsOf;

use super::get::find;
use crate::answer::Json;
use crate::extract::{Params, Path};
use crate::unsplash::json::{PhotoStatistics, UnsplashStatistics, Window};
use crate::unsplash::lists::Asked;
use crate::{ApiError, App};

/// `GET /photos/{id}/statistics`, and its older name `/stats`.
pub(crate) async fn statistics(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let photo = find(&asked.app, &id).await?;
    let window = window(&asked.app, &asked.here.params);
    let of = StatisticsOf::Photo(photo.id.clone());
    let counts = asked.app.store().daily_counts(&of, window.first(), window.today).await?;
    let totals = (photo.views, photo.downloads, photo.likes);
    let json = UnsplashStatistics {
        id: photo.id.as_str(),
        slug: Some(&photo.slug),
        username: None,
        counts: PhotoStatistics::render(totals, &counts, window),
    };
    Ok(Json(json).into_response())
}

/// The days asked for: 30 unless told otherwise.
pub(crate) fn window(app: &App, params: &Params) -> Window {
    let days = params.number("quantity", 1..=30).unwrap_or(30);
    Window { today: Day::of(app.clock().now()), days }
}
