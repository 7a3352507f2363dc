//! `/`: search, the editorial feed, topics, and what the library holds.

use axum::response::Response;
use tintype_domain::{LicenseId, Page, TopicOrder};
use tintype_pages::view::{Feed, HomePage, LibraryTotals, Link};
use tintype_store::{PhotoFilter, TopicFilter};

use super::cards::word_link;
use super::visit::Visit;
use crate::gather::Gathered;
use crate::unsplash::photos::editorial;
use crate::{ApiError, spoken};

/// `GET /`.
pub(crate) async fn home(visit: Visit) -> Result<Response, ApiError> {
    let (app, page) = (&visit.app, visit.grid_page());
    let found = editorial(app, PhotoFilter::default(), page).await?;
    let around = Gathered::around(app, visit.viewer(), &found.items).await?;
    let topics =
        app.store().topics(&TopicFilter::default(), TopicOrder::Position, Page::first(12)).await?;
    let beside = Gathered::around_topics(app, None, &topics.items).await?;
    // Words are an ornament: without an index the page stands all the same.
    let popular = app.library().popular_words(spoken::language(), 8).await.unwrap_or_default();
    let totals = app.store().totals().await?;
    let calls = vec![
        format!("/photos?page={}&per_page=30", page.number()),
        "/topics?per_page=12".to_owned(),
        "/stats/total".to_owned(),
    ];
    let name = app.library().settings().library.name.clone();
    let feed = Feed { href: "/feed.atom".to_owned(), title: name };
    let mut address = visit.address(calls, Some(feed));
    address.share_image = found.items.first().map(|photo| visit.share_image(photo));
    let view = HomePage {
        address,
        popular: popular.iter().map(|word| word_link(word)).collect(),
        topics: topics.items.iter().map(|topic| visit.topic_card(topic, &beside)).collect(),
        photos: visit.photo_cards(&found.items, &around),
        next_href: visit.next(page, found.total),
        page: page.number(),
        totals: LibraryTotals {
            photos: totals.photos,
            photographers: totals.photographers,
            licenses: vec![license_link(app.library().default_license())],
        },
    };
    Ok(visit.answer(|site| view.render(site)))
}

/// A license with its text, or with the search for its photos.
fn license_link(license: &LicenseId) -> Link {
    let about = license.license();
    let search = format!("/s/photos?license={}", about.id);
    Link { text: about.title.to_owned(), href: about.url.map_or(search, str::to_owned) }
}
