//! `/@{username}`: a person, and their pictures.

use axum::response::{IntoResponse, Redirect, Response};
use tintype_domain::{Day, PhotoOrder, User};
use tintype_pages::view::{
    Feed, Link, ProfilePage, ProfileStatistics, ProfileTab, ProfileTabs, Trend,
};
use tintype_store::{CollectionFilter, PhotoFilter, StatisticsOf};

use super::visit::Visit;
use crate::ApiError;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::links::user_path;
use crate::unsplash::json::Window;
use crate::unsplash::users::find;

/// `GET /@{username}`.
pub(crate) async fn profile(Path(name): Path<String>, visit: Visit) -> Result<Response, ApiError> {
    tab(&name, "", visit).await
}

/// `GET /@{username}/{tab}`.
pub(crate) async fn profile_tab(
    Path((name, shown)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, ApiError> {
    tab(&name, &shown, visit).await
}

async fn tab(name: &str, shown: &str, visit: Visit) -> Result<Response, ApiError> {
    let user = find(&visit.app, name).await?;
    if user.username.as_str() != name {
        let path = user_path(&user.username, "");
        return Ok(Redirect::permanent(&path).into_response());
    }
    let (tab, total) = match shown {
        "" => photos(&visit, &user).await?,
        "likes" => likes(&visit, &user).await?,
        "collections" => collections(&visit, &user).await?,
        "statistics" => (ProfileTab::Statistics(statistics(&visit, &user).await?), 0),
        _ => return Err(ApiError::NoRoute),
    };
    let view = page(&visit, &user, shown, tab, total);
    Ok(visit.answer(|site| view.render(site)))
}

fn page(visit: &Visit, user: &User, shown: &str, tab: ProfileTab, total: u64) -> ProfilePage {
    let name = &user.username;
    let call = match shown {
        "" => format!("/users/{name}/photos?per_page=30"),
        other => format!("/users/{name}/{other}"),
    };
    let feed = Feed { href: user_path(name, "/feed.atom"), title: user.name() };
    let site = user.portfolio_url.iter().map(|url| Link { text: host(url), href: url.clone() });
    ProfilePage {
        address: visit.address(vec![call, format!("/users/{name}")], Some(feed)),
        person: visit.person(user),
        bio: user.bio.clone(),
        location: user.location.clone(),
        links: site.collect(),
        tabs: ProfileTabs {
            photos: (user_path(name, ""), user.totals.photos),
            likes: Some((user_path(name, "/likes"), user.totals.likes)),
            collections: Some((user_path(name, "/collections"), user.totals.collections)),
            statistics: Some(user_path(name, "/statistics")),
        },
        tab,
        next_href: visit.next(visit.grid_page(), total),
    }
}

fn host(url: &str) -> String {
    let parsed = url::Url::parse(url).ok();
    parsed.and_then(|parsed| parsed.host_str().map(str::to_owned)).unwrap_or_else(|| url.to_owned())
}

async fn photos(visit: &Visit, user: &User) -> Result<(ProfileTab, u64), ApiError> {
    let filter = PhotoFilter { owner: Some(user.id.clone()), ..PhotoFilter::default() };
    let (cards, total) = grid(visit, &filter).await?;
    Ok((ProfileTab::Photos(cards), total))
}

async fn likes(visit: &Visit, user: &User) -> Result<(ProfileTab, u64), ApiError> {
    let filter = PhotoFilter { liked_by: Some(user.id.clone()), ..PhotoFilter::default() };
    let (cards, total) = grid(visit, &filter).await?;
    Ok((ProfileTab::Likes(cards), total))
}

async fn grid(
    visit: &Visit,
    filter: &PhotoFilter,
) -> Result<(Vec<tintype_pages::view::PhotoCard>, u64), ApiError> {
    let found = visit.app.store().photos(filter, PhotoOrder::Latest, visit.grid_page()).await?;
    let around = Gathered::around(&visit.app, visit.viewer(), &found.items).await?;
    Ok((visit.photo_cards(&found.items, &around), found.total))
}

async fn collections(visit: &Visit, user: &User) -> Result<(ProfileTab, u64), ApiError> {
    let is_own = visit.user.as_ref().is_some_and(|viewer| viewer.id == user.id);
    let filter = CollectionFilter {
        owner: Some(user.id.clone()),
        with_private: is_own,
        ..CollectionFilter::default()
    };
    let found = visit.app.store().collections(&filter, visit.grid_page()).await?;
    let around = Gathered::around_collections(&visit.app, None, &found.items).await?;
    let cards = found.items.iter().map(|one| visit.collection_card(one, &around)).collect();
    Ok((ProfileTab::Collections(cards), found.total))
}

async fn statistics(visit: &Visit, user: &User) -> Result<ProfileStatistics, ApiError> {
    let window = Window { today: Day::of(visit.app.clock().now()), days: 30 };
    let of = StatisticsOf::User(user.id.clone());
    let counts = visit.app.store().daily_counts(&of, window.first(), window.today).await?;
    let (views, downloads) = visit.app.store().views_and_downloads(&of).await?;
    let likes = window.fill(&counts, |count| count.likes);
    Ok(ProfileStatistics {
        views: Trend { total: views, daily: window.fill(&counts, |count| count.views) },
        downloads: Trend { total: downloads, daily: window.fill(&counts, |count| count.downloads) },
        likes: Trend { total: likes.iter().sum(), daily: likes },
    })
}
