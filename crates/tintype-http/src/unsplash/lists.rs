//! Lists as JSON: what is on the page, what stands around it, and the headers to page by.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tintype_domain::{Collection, Listing, Page, Photo, Topic, User};

use super::json::{UnsplashCollection, UnsplashPhoto, UnsplashTopic, UnsplashUser};
use super::photos::Whole;
use crate::answer::{Json, Listed, Unkept};
use crate::extract::{Caller, Here};
use crate::gather::Gathered;
use crate::{ApiError, App};

/// What every handler of the API knows.
pub(crate) struct Asked {
    /// The application.
    pub app: App,
    /// Who asks.
    pub caller: Caller,
    /// Where, and with what.
    pub here: Here,
}

impl axum::extract::FromRequestParts<App> for Asked {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        app: &App,
    ) -> Result<Self, ApiError> {
        let Ok(caller) = Caller::from_request_parts(parts, app).await;
        let Ok(here) = Here::from_request_parts(parts, app).await;
        Ok(Self { app: app.clone(), caller, here })
    }
}

impl Asked {
    /// The page asked for.
    pub(crate) fn page(&self) -> Page {
        self.here.params.page()
    }

    /// A page of photos.
    pub(crate) async fn photos(
        &self,
        page: Page,
        found: Listing<Photo>,
    ) -> Result<Response, ApiError> {
        crate::deeds::database(|| format!("one page of {} photos", found.total));
        let around = Gathered::around(&self.app, self.caller.viewer(), &found.items).await?;
        let links = &self.here.links;
        let photos = found.items.iter();
        let body: Vec<_> =
            photos.filter_map(|photo| UnsplashPhoto::render(photo, &around, links)).collect();
        Ok(Listed { body, place: self.here.place(page, found.total) }.into_response())
    }

    /// Photos without pages, with their words.
    pub(crate) async fn some_photos(&self, photos: &[Photo]) -> Result<Response, ApiError> {
        let around = Gathered::around(&self.app, self.caller.viewer(), photos).await?;
        let links = &self.here.links;
        let body: Vec<_> = photos
            .iter()
            .filter_map(|photo| {
                UnsplashPhoto::render(photo, &around, links).map(|json| json.with_tags(photo))
            })
            .collect();
        Ok(Json(body).into_response())
    }

    /// A page of collections.
    pub(crate) async fn collections(
        &self,
        page: Page,
        found: Listing<Collection>,
    ) -> Result<Response, ApiError> {
        let around =
            Gathered::around_collections(&self.app, self.caller.viewer(), &found.items).await?;
        let links = &self.here.links;
        let collections = found.items.iter();
        let body: Vec<_> =
            collections.filter_map(|one| UnsplashCollection::render(one, &around, links)).collect();
        Ok(Listed { body, place: self.here.place(page, found.total) }.into_response())
    }

    /// A page of topics.
    pub(crate) async fn topics(
        &self,
        page: Page,
        found: Listing<Topic>,
    ) -> Result<Response, ApiError> {
        let around = Gathered::around_topics(&self.app, self.caller.viewer(), &found.items).await?;
        let links = &self.here.links;
        let topics = found.items.iter();
        let body: Vec<_> =
            topics.map(|topic| UnsplashTopic::render(topic, &around, links)).collect();
        Ok(Listed { body, place: self.here.place(page, found.total) }.into_response())
    }

    /// A page of people.
    pub(crate) fn users(&self, page: Page, found: &Listing<User>) -> Response {
        let links = &self.here.links;
        let body: Vec<_> =
            found.items.iter().map(|user| UnsplashUser::render(user, links)).collect();
        Listed { body, place: self.here.place(page, found.total) }.into_response()
    }

    /// One photo after a write of its owner.
    pub(crate) async fn written_photo(
        &self,
        status: StatusCode,
        photo: &Photo,
    ) -> Result<Response, ApiError> {
        let whole = Whole::read(self, &photo.id).await?;
        Ok(Unkept(status, whole.render(&self.here.links)?).into_response())
    }
}
