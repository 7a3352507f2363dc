//! `/stats/total` and `/stats/month`: what the library holds, what the last 30 days brought.

use axum::response::{IntoResponse, Response};
use tintype_domain::Day;

use super::json::{UnsplashMonth, UnsplashTotals};
use super::lists::Asked;
use crate::ApiError;
use crate::answer::Json;

/// `GET /stats/total`.
pub(crate) async fn total(asked: Asked) -> Result<Response, ApiError> {
    let (store, calls) = (asked.app.store(), asked.app.metrics().api_calls());
    let totals = store.totals().await?;
    let month = store.month_totals(Day::of(asked.app.clock().now()).back(29)).await?;
    Ok(Json(UnsplashTotals::render(totals, month, calls)).into_response())
}

/// `GET /stats/month`.
pub(crate) async fn month(asked: Asked) -> Result<Response, ApiError> {
    let (store, calls) = (asked.app.store(), asked.app.metrics().api_calls());
    let month = store.month_totals(Day::of(asked.app.clock().now()).back(29)).await?;
    Ok(Json(UnsplashMonth::render(month, calls)).into_response())
}
