//! Making, changing and deleting collections.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tintype_domain::{Collection, CollectionId, Scope, User};
use tintype_store::CollectionEdit;

use super::read::one;
use crate::answer::Unkept;
use crate::extract::{Fields, Path};
use crate::gather::Gathered;
use crate::unsplash::lists::Asked;
use crate::{ApiError, App, deeds};

/// `POST /collections`.
pub(crate) async fn create(asked: Asked, request: Request) -> Result<Response, ApiError> {
    let owner = asked.caller.acting(Scope::WriteCollections)?;
    let fields = Fields::read(request, &asked.app).await?;
    let title = fields.get("title").unwrap_or_default();
    let description = fields.get("description").map(str::to_owned);
    let is_private = fields.flag("private").unwrap_or(false);
    let library = asked.app.library();
    let made = library.create_collection(owner, title, description, is_private).await?;
    deeds::database(|| format!("collection {} saved", made.id));
    written(&asked, StatusCode::CREATED, &made).await
}

/// `PUT /collections/{id}`, by its owner.
pub(crate) async fn edit(
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, ApiError> {
    let owner = asked.caller.acting(Scope::WriteCollections)?;
    let collection = find_own(&asked.app, owner, &id).await?;
    let fields = Fields::read(request, &asked.app).await?;
    let edit = CollectionEdit {
        title: fields.given("title").map(str::to_owned),
        description: fields.given("description").map(|text| Some(text.to_owned())),
        is_private: fields.flag("private"),
        is_featured: None,
    };
    let edited = asked.app.library().edit_collection(&collection.id, &edit).await?;
    deeds::database(|| format!("collection {id} changed"));
    written(&asked, StatusCode::OK, &edited.ok_or(ApiError::NotFound("Collection"))?).await
}

/// `DELETE /collections/{id}`, by its owner.
pub(crate) async fn delete(Path(id): Path<String>, asked: Asked) -> Result<StatusCode, ApiError> {
    let owner = asked.caller.acting(Scope::WriteCollections)?;
    let collection = find_own(&asked.app, owner, &id).await?;
    asked.app.library().delete_collection(&collection.id).await?;
    deeds::database(|| format!("collection {id} deleted"));
    Ok(StatusCode::NO_CONTENT)
}

/// The collection with this id, for its owner. To everyone else a private one is as good as none,
/// and a public one is not theirs.
pub(super) async fn find_own(app: &App, owner: &User, id: &str) -> Result<Collection, ApiError> {
    let id = CollectionId::parse(id).map_err(|_| ApiError::NotFound("Collection"))?;
    let found = app.store().collection(&id).await?;
    deeds::database(|| format!("collection {id}"));
    match found {
        Some(collection) if collection.owner == owner.id => Ok(collection),
        Some(collection) if !collection.is_private => {
            Err(ApiError::Forbidden("You may change your own collections only"))
        }
        Some(_) | None => Err(ApiError::NotFound("Collection")),
    }
}

async fn written(
    asked: &Asked,
    status: StatusCode,
    collection: &Collection,
) -> Result<Response, ApiError> {
    let beside = std::slice::from_ref(collection);
    let around = Gathered::around_collections(&asked.app, asked.caller.viewer(), beside).await?;
    let json = one(collection, &around, &asked.here.links)?;
    Ok(Unkept(status, json).into_response())
}
