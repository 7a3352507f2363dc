//! `/s/photos/{query}` and its sisters: what was found, as a page, or as the API's JSON for those
//! who ask for it.

use std::net::IpAddr;

use axum::Extension;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use tintype_domain::{Page, Photo};
use tintype_library::{PhotoQuery, Tried as Done};
use tintype_pages::view::{
    Feed, PhotoCard, SearchKind, SearchPage, SearchResults, SearchTabs, Tried,
};
use tintype_store::PhotoFilter;

use super::cards::word_link;
use super::search_filters::{NAMES, choices, has_any};
use super::visit::Visit;
use crate::extract::{From, Path};
use crate::gather::Gathered;
use crate::links::{search_path, with_query};
use crate::negotiate::Form;
use crate::unsplash::lists::Asked;
use crate::unsplash::photos::editorial;
use crate::unsplash::{filters, search as api};
use crate::{ApiError, App, deeds, spoken};

/// `GET /s/photos`: where the search form sends to; without words it shows what the filters find.
pub(crate) async fn search_entry(visit: Visit) -> Result<Response, ApiError> {
    let params = visit.params();
    if let Some(words) = params.get("query").map(str::trim).filter(|words| !words.is_empty()) {
        filters::check_length(words)?;
        let kept = params.iter().filter(|(name, value)| NAMES.contains(name) && !value.is_empty());
        let kept = kept.map(|(name, value)| (name, value.to_owned()));
        let path = with_query(&search_path("photos", words), kept);
        return Ok(Redirect::to(&path).into_response());
    }
    if !has_any(params) {
        return Ok(Redirect::to("/").into_response());
    }
    photos(&visit, String::new()).await
}

/// `GET /s/{kind}/{query}`.
pub(crate) async fn search(
    Path((kind, words)): Path<(String, String)>,
    form: Option<Extension<Form>>,
    From(from): From,
    asked: Asked,
    visit: Visit,
) -> Result<Response, ApiError> {
    let words = words.trim().to_owned();
    filters::check_length(&words)?;
    let is_json = form.is_some_and(|Extension(form)| form == Form::Json);
    // In front of JSON stands the guard, which has counted it.
    if !is_json {
        check_budget(&visit.app, from)?;
    }
    match kind.as_str() {
        "photos" if is_json => json(asked, words).await,
        "photos" => photos(&visit, words).await,
        "collections" => collections(&visit, words).await,
        "users" => people(&visit, words).await,
        _ => Err(ApiError::NoRoute),
    }
}

fn check_budget(app: &App, from: IpAddr) -> Result<(), ApiError> {
    let tally = app.searches().count_apart(None, from, app.clock().now());
    if tally.is_within {
        return Ok(());
    }
    let message = "Too many searches came from this address; try again later.".into();
    Err(ApiError::TooMany { message, retry_after: tally.resets_in })
}

/// The same answer as `/search/photos?query=…`, and its links lead there.
async fn json(mut asked: Asked, words: String) -> Result<Response, ApiError> {
    "/search/photos".clone_into(&mut asked.here.path);
    asked.here.params.overlay(vec![("query".to_owned(), words)]);
    let kept = asked.here.params.iter().filter(|(name, _)| !["format", "client_id"].contains(name));
    let kept = kept.map(|(name, value)| (name, value.to_owned()));
    let location = with_query("/search/photos", kept);
    let mut response = api::photos(asked).await?;
    if let Ok(location) = HeaderValue::try_from(location) {
        response.headers_mut().insert(header::CONTENT_LOCATION, location);
    }
    Ok(response)
}

async fn photos(visit: &Visit, words: String) -> Result<Response, ApiError> {
    let (app, page) = (&visit.app, visit.grid_page());
    let query = filters::photo_query(app, words.clone(), visit.params()).await?;
    let found = app.library().search_photos(&query, page).await?;
    let around = Gathered::around(app, visit.viewer(), &found.items).await?;
    let related = app.library().related_words(&query, 8).await.unwrap_or_default();
    let mut tried = tried(&found.tried);
    let (nearest, widened) =
        if found.total == 0 { nearest(visit, &words).await? } else { (Vec::new(), false) };
    if widened {
        tried.push(Tried::WithoutFilters);
    }
    let path =
        if words.is_empty() { "/s/photos".to_owned() } else { search_path("photos", &words) };
    let mut address = visit.address(vec![call("photos", visit, &words)], feed(&words));
    address.share_image = found.items.first().map(|photo| visit.share_image(photo));
    let view = SearchPage {
        address,
        tabs: tabs(visit, &words, SearchKind::Photos, found.total).await,
        total: found.total,
        page: page.number(),
        filters: Some(choices(visit, &path)),
        related: related.iter().map(|word| word_link(word)).collect(),
        tried,
        results: SearchResults::Photos(visit.photo_cards(&found.items, &around)),
        nearest,
        next_href: visit.next(page, found.total),
        query: words,
    };
    Ok(visit.answer(|site| view.render(site)))
}

fn feed(words: &str) -> Option<Feed> {
    let href = format!("{}/feed.atom", search_path("photos", words));
    (!words.is_empty()).then(|| Feed { href, title: words.to_owned() })
}

fn call(kind: &str, visit: &Visit, words: &str) -> String {
    let kept = visit.params().kept_in_lists();
    let own = [("query".to_owned(), words.to_owned()), ("per_page".to_owned(), "30".to_owned())];
    let page = visit.params().get("page").map(|page| ("page".to_owned(), page.to_owned()));
    let pairs: Vec<(String, String)> = own.into_iter().chain(page).chain(kept).collect();
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.clone()));
    with_query(&format!("/search/{kind}"), pairs)
}

/// What was done beyond looking for the words as they are.
fn tried(done: &Done) -> Vec<Tried> {
    let spelled = done.corrected.iter().map(|replaced| Tried::Spelling(replaced.to.clone()));
    let begun = (!done.completed.is_empty()).then_some(Tried::Beginnings);
    let fewer = (done.fewer_words || !done.left_out.is_empty()).then_some(Tried::FewerWords);
    spelled.chain(begun).chain(fewer).collect()
}

/// When nothing was found: the same words without filters, else the editors' choice. The flag
/// says whether leaving the filters out helped.
async fn nearest(visit: &Visit, words: &str) -> Result<(Vec<PhotoCard>, bool), ApiError> {
    let page = Page::first(12);
    let mut found: Vec<Photo> = Vec::new();
    let mut widened = false;
    if has_any(visit.params()) && !words.is_empty() {
        let query = PhotoQuery { language: spoken::language(), ..PhotoQuery::words(words) };
        found = visit.app.library().search_photos(&query, page).await?.items;
        widened = !found.is_empty();
    }
    if found.is_empty() {
        found = editorial(&visit.app, PhotoFilter::default(), page).await?.items;
    }
    let around = Gathered::around(&visit.app, visit.viewer(), &found).await?;
    Ok((visit.photo_cards(&found, &around), widened))
}

/// The three tabs; the other two are counted too, where that works.
async fn tabs(visit: &Visit, words: &str, current: SearchKind, total: u64) -> SearchTabs {
    let library = visit.app.library();
    let (one, is_there) = (Page::first(1), !words.is_empty());
    let mut counts = [None; 3];
    counts[current as usize] = Some(total);
    if is_there && current != SearchKind::Photos {
        let query = PhotoQuery { language: spoken::language(), ..PhotoQuery::words(words) };
        counts[0] = library.search_photos(&query, one).await.ok().map(|found| found.total);
    }
    if is_there && current != SearchKind::Collections {
        counts[1] = library.search_collections(words, one).await.ok().map(|found| found.total);
    }
    if is_there && current != SearchKind::People {
        counts[2] = library.search_users(words, one).await.ok().map(|found| found.total);
    }
    deeds::note(tintype_pages::view::DeedKind::Search, || "counted the other tabs".to_owned());
    SearchTabs {
        current,
        photos: (search_path("photos", words), counts[0]),
        collections: (search_path("collections", words), counts[1]),
        people: (search_path("users", words), counts[2]),
    }
}

async fn collections(visit: &Visit, words: String) -> Result<Response, ApiError> {
    let page = visit.grid_page();
    let found = visit.app.library().search_collections(&words, page).await?;
    let around = Gathered::around_collections(&visit.app, None, &found.items).await?;
    let cards = found.items.iter().map(|one| visit.collection_card(one, &around)).collect();
    let tried = tried(&found.tried);
    let kind = SearchKind::Collections;
    others(visit, words, kind, (page, found.total), tried, SearchResults::Collections(cards)).await
}

async fn people(visit: &Visit, words: String) -> Result<Response, ApiError> {
    let page = visit.grid_page();
    let found = visit.app.library().search_users(&words, page).await?;
    let mut cards = Vec::with_capacity(found.items.len());
    for user in &found.items {
        let filter = PhotoFilter { owner: Some(user.id.clone()), ..PhotoFilter::default() };
        let order = tintype_domain::PhotoOrder::Latest;
        let photos = visit.app.store().photos(&filter, order, Page::first(3)).await?;
        cards.push(visit.person_card(user, &photos.items));
    }
    let tried = tried(&found.tried);
    let kind = SearchKind::People;
    others(visit, words, kind, (page, found.total), tried, SearchResults::People(cards)).await
}

#[expect(clippy::too_many_arguments, reason = "the parts of one page, put together once")]
async fn others(
    visit: &Visit,
    words: String,
    kind: SearchKind,
    (page, total): (Page, u64),
    tried: Vec<Tried>,
    results: SearchResults,
) -> Result<Response, ApiError> {
    let name = if kind == SearchKind::People { "users" } else { "collections" };
    let view = SearchPage {
        address: visit.address(vec![call(name, visit, &words)], None),
        tabs: tabs(visit, &words, kind, total).await,
        total,
        page: page.number(),
        filters: None,
        related: Vec::new(),
        tried,
        results,
        nearest: Vec::new(),
        next_href: visit.next(page, total),
        query: words,
    };
    Ok(visit.answer(|site| view.render(site)))
}
