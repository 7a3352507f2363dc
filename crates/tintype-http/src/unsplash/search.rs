//! `/search/photos`, `/search/collections`, `/search/users`.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{Page, Photo, User, UserId};
use tintype_library::{Found, PhotoQuery};
use tintype_pages::view::DeedKind;

use super::filters;
use super::json::{UnsplashCollection, UnsplashMediumUser, UnsplashPhoto};
use super::lists::Asked;
use super::users::NEWEST;
use crate::answer::Listed;
use crate::extract::Fields;
use crate::gather::Gathered;
use crate::{ApiError, App, deeds};

/// What a search answers.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Found_{T}")]
pub(crate) struct SearchAnswer<T> {
    /// On all pages together.
    pub total: u64,
    /// Pages of the size asked for.
    pub total_pages: u64,
    /// What is on this page.
    pub results: Vec<T>,
}

impl Asked {
    fn found<T: Serialize>(&self, page: Page, total: u64, results: Vec<T>) -> Response {
        let body = SearchAnswer { total, total_pages: page.count(total), results };
        Listed { body, place: self.here.place(page, total) }.into_response()
    }

    /// The photos of a search.
    pub(crate) async fn searched(
        &self,
        query: &PhotoQuery,
        page: Page,
    ) -> Result<Response, ApiError> {
        let found = self.app.library().search_photos(query, page).await?;
        note_search(&query.words, &found);
        let around = Gathered::around(&self.app, self.caller.viewer(), &found.items).await?;
        let links = &self.here.links;
        let results = found.items.iter().filter_map(|photo: &Photo| {
            UnsplashPhoto::render(photo, &around, links).map(|json| json.with_tags(photo))
        });
        Ok(self.found(page, found.total, results.collect()))
    }
}

fn note_search<T>(words: &str, found: &Found<T>) {
    deeds::note(DeedKind::Search, || {
        let mut text = format!("\"{words}\": {} hits", found.total);
        for replaced in found.tried.corrected.iter().chain(&found.tried.completed) {
            text = format!("{text}; {} taken for {}", replaced.to, replaced.from);
        }
        if found.tried.fewer_words {
            text.push_str("; fewer words were enough");
        }
        text
    });
}

/// `GET /search/photos`.
pub(crate) async fn photos(asked: Asked) -> Result<Response, ApiError> {
    let page = asked.page();
    let words = filters::words(&asked.here.params)?;
    let query = filters::photo_query(&asked.app, words, &asked.here.params).await?;
    asked.searched(&query, page).await
}

/// `POST` and `QUERY /search/photos`: the same with a body.
pub(crate) async fn photos_by_body(
    State(_): State<App>,
    mut asked: Asked,
    Fields(fields): Fields,
) -> Result<Response, ApiError> {
    asked.here.params = fields;
    photos(asked).await
}

/// `GET /search/collections`.
pub(crate) async fn collections(asked: Asked) -> Result<Response, ApiError> {
    let (page, words) = (asked.page(), filters::words(&asked.here.params)?);
    let found = asked.app.library().search_collections(&words, page).await?;
    note_search(&words, &found);
    let around =
        Gathered::around_collections(&asked.app, asked.caller.viewer(), &found.items).await?;
    let links = &asked.here.links;
    let results = found.items.iter();
    let results =
        results.filter_map(|one| UnsplashCollection::render(one, &around, links)).collect();
    Ok(asked.found(page, found.total, results))
}

/// `GET /search/users`.
pub(crate) async fn users(asked: Asked) -> Result<Response, ApiError> {
    let (page, words) = (asked.page(), filters::words(&asked.here.params)?);
    let found = asked.app.library().search_users(&words, page).await?;
    note_search(&words, &found);
    let ids: Vec<UserId> = found.items.iter().map(|user| user.id.clone()).collect();
    let newest = asked.app.store().newest_of(&ids, NEWEST).await?;
    deeds::database(|| format!("newest photos of people: {} rows", newest.len()));
    let of = |user: &User| newest.iter().filter(|photo| photo.owner == user.id).cloned().collect();
    let newest: Vec<Vec<Photo>> = found.items.iter().map(of).collect();
    let links = &asked.here.links;
    let results = found.items.iter().zip(&newest);
    let results =
        results.map(|(user, photos)| UnsplashMediumUser::render(user, photos, links)).collect();
    Ok(asked.found(page, found.total, results))
}
