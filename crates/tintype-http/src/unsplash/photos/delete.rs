//! `DELETE /photos/{id}`.

use axum::http::StatusCode;
use tintype_domain::{Photo, Role, Scope, User};

use super::get::find;
use crate::ApiError;
use crate::extract::Path;
use crate::unsplash::lists::Asked;

/// `DELETE /photos/{id}`, by its owner.
pub(crate) async fn delete(Path(id): Path<String>, asked: Asked) -> Result<StatusCode, ApiError> {
    let user = asked.caller.acting(Scope::WritePhotos)?;
    let photo = find(&asked.app, &id).await?;
    check_owner(user, &photo)?;
    asked.app.library().delete_photo(&photo.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A photo is changed by its owner, and by those who look after the library.
pub(super) fn check_owner(user: &User, photo: &Photo) -> Result<(), ApiError> {
    if photo.owner == user.id || user.role >= Role::Editor {
        Ok(())
    } else {
        Err(ApiError::Forbidden("You may change your own photos only"))
    }
}
