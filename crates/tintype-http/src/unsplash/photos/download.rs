//! `GET /photos/{id}/download`: says that a photo was chosen, and where its bytes are.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tintype_domain::Counted;
use tintype_pages::view::DeedKind;
use tintype_store::AppDeed;

use super::get::find;
use crate::answer::Unkept;
use crate::extract::Path;
use crate::unsplash::lists::Asked;
use crate::{ApiError, deeds};

/// `GET /photos/{id}/download`.
pub(crate) async fn download(Path(id): Path<String>, asked: Asked) -> Result<Response, ApiError> {
    let photo = find(&asked.app, &id).await?;
    asked.app.library().count(&photo.id, Counted::Download);
    if let Some(application) = asked.caller.application() {
        let deed = AppDeed::Download(photo.id.clone());
        asked.app.library().count_deed(&application.id, deed);
    }
    deeds::note(DeedKind::Background, || "One download counted, written within 5 s".to_owned());
    let url = asked.here.links.image_download(&photo);
    Ok(Unkept(StatusCode::OK, serde_json::json!({ "url": url })).into_response())
}
