//! `/picker`: a page for a frame or window of another program. Whoever opens it names its own
//! origin; the choice is posted there and nowhere else, and only if the library allows it.

use axum::response::Response;
use tintype_domain::{Page, Photo};
use tintype_pages::view::{PickerChoice, PickerPage};
use tintype_store::PhotoFilter;
use url::Url;

use super::credit::credit;
use super::visit::Visit;
use crate::gather::Gathered;
use crate::links::with_query;
use crate::middleware::Framing;
use crate::unsplash::filters;
use crate::unsplash::json::PickedPhoto;
use crate::unsplash::photos::editorial;
use crate::{ApiError, App};

/// `GET /picker?origin=https://cms.example.org`.
pub(crate) async fn picker(visit: Visit) -> Result<Response, ApiError> {
    let opener = opener(&visit)?;
    let words = visit.params().get("query").map(str::trim).unwrap_or_default().to_owned();
    filters::check_length(&words)?;
    let page = visit.grid_page();
    let (photos, total) = found(&visit, &words, page).await?;
    let around = Gathered::around(&visit.app, None, &photos).await?;
    let choices = photos.iter().filter_map(|photo| choice(&visit, photo, &around)).collect();
    let kept = ["origin", "client_id"].into_iter();
    let kept =
        kept.filter_map(|name| Some((name.to_owned(), visit.params().get(name)?.to_owned())));
    let view = PickerPage {
        opener: opener.clone(),
        query: words,
        kept: kept.collect(),
        total,
        choices,
        next_href: next(&visit, page, total),
    };
    let mut response = visit.answer(|site| view.render(site));
    response.extensions_mut().insert(Framing { by: opener });
    Ok(response)
}

async fn found(visit: &Visit, words: &str, page: Page) -> Result<(Vec<Photo>, u64), ApiError> {
    let app = &visit.app;
    if words.is_empty() {
        let feed = editorial(app, PhotoFilter::default(), page).await?;
        return Ok((feed.items, feed.total));
    }
    let query = filters::photo_query(app, words.to_owned(), visit.params()).await?;
    let found = app.library().search_photos(&query, page).await?;
    Ok((found.items, found.total))
}

fn choice(visit: &Visit, photo: &Photo, around: &Gathered) -> Option<PickerChoice> {
    let owner = around.owner_of(photo)?;
    let credit = credit(&visit.app, photo, owner, visit.links());
    let picked = PickedPhoto::render(photo, (&credit.text, &credit.html), visit.links());
    let key = visit.params().get("client_id").map(|key| ("client_id", key.to_owned()));
    Some(PickerChoice {
        card: visit.photo_card(photo, around)?,
        json: serde_json::to_string(&picked).ok()?,
        // A picture that is used counts as a download, as the contract asks of every client.
        track_href: with_query(&format!("/photos/{}/download", photo.id), key),
    })
}

/// Unlike a list's, these addresses keep the key: it names on whose behalf one picks.
fn next(visit: &Visit, page: Page, total: u64) -> Option<String> {
    let number = u64::from(page.number());
    let next = (number < page.count(total)).then(|| (number + 1).to_string())?;
    let kept = ["origin", "client_id", "query"].into_iter();
    let kept = kept.filter_map(|name| Some((name, visit.params().get(name)?.to_owned())));
    Some(with_query("/picker", kept.chain([("page", next)])))
}

/// Who opened the page and gets the choice; `None` when nobody says so.
fn opener(visit: &Visit) -> Result<Option<String>, ApiError> {
    let Some(named) = visit.params().get("origin") else { return Ok(None) };
    let origin = origin_of(named).ok_or(ApiError::BadRequest(NOT_AN_ORIGIN.into()))?;
    if is_allowed(&visit.app, &origin, visit.links().origin()) {
        Ok(Some(origin))
    } else {
        Err(ApiError::Forbidden(
            "This origin may not open the picker: picker.origins does not name it",
        ))
    }
}

const NOT_AN_ORIGIN: &str = "origin must be like https://cms.example.org";

/// An origin as browsers write it.
fn origin_of(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty();
    (is_bare && is_web).then(|| url.origin().ascii_serialization())
}

fn is_allowed(app: &App, origin: &str, own: &str) -> bool {
    let library = app.library();
    let mut named = library.settings().picker.origins.iter().filter_map(|text| origin_of(text));
    // The demo is for trying things out on one's own machine.
    origin_of(own).as_deref() == Some(origin)
        || (library.is_demo() && is_loopback(origin))
        || named.any(|named| named == origin)
}

fn is_loopback(origin: &str) -> bool {
    Url::parse(origin).is_ok_and(|url| match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port_alone() {
        for (text, origin) in [
            ("https://cms.example.org", Some("https://cms.example.org")),
            ("https://CMS.example.org:443/", Some("https://cms.example.org")),
            ("http://localhost:2368", Some("http://localhost:2368")),
            ("https://cms.example.org/admin", None),
            ("https://a@cms.example.org", None),
            ("javascript:alert(1)", None),
            ("*", None),
            ("null", None),
        ] {
            assert_eq!(origin_of(text).as_deref(), origin, "{text}");
        }
        assert!(is_loopback("http://127.0.0.1:9"));
        assert!(!is_loopback("http://localhost.evil.example"));
    }
}
