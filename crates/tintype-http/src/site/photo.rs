//! `/p/{slug}`: a photo, and all there is to know and take.

use axum::response::{IntoResponse, Redirect, Response};
use tintype_domain::{Camera, Day, Page, Photo, Source, Timestamp, Visibility};
use tintype_pages::view::{
    DownloadSize, Exposure, Link, PaletteColor, PhotoPage, Place, Rights, Trend,
};
use tintype_store::{CollectionFilter, StatisticsOf};

use super::cards::{download_href, word_link};
use super::credit::credit;
use super::visit::Visit;
use crate::extract::Path;
use crate::gather::Gathered;
use crate::links::{photo_path, search_path, topic_path, with_query};
use crate::unsplash::json::Window;
use crate::unsplash::photos::find;
use crate::{ApiError, spoken};

/// `GET /p/{slug}`.
pub(crate) async fn photo(Path(slug): Path<String>, visit: Visit) -> Result<Response, ApiError> {
    let photo = find(&visit.app, &slug).await?;
    if photo.slug != slug {
        return Ok(Redirect::permanent(&photo_path(&photo)).into_response());
    }
    let around = Gathered::around(&visit.app, visit.viewer(), std::slice::from_ref(&photo)).await?;
    let similar = visit.app.library().similar_photos(&photo.id, MOST_SIMILAR).await;
    let similar = similar.unwrap_or_default();
    let beside = Gathered::around(&visit.app, visit.viewer(), &similar).await?;
    let view = page(&visit, &photo, &around, (&similar, &beside)).await?;
    Ok(visit.answer(|site| view.render(site)))
}

const MOST_SIMILAR: u32 = 12;

async fn page(
    visit: &Visit,
    photo: &Photo,
    around: &Gathered,
    (similar, beside): (&[Photo], &Gathered),
) -> Result<PhotoPage, ApiError> {
    let app = &visit.app;
    let owner = around.owner_of(photo).ok_or(ApiError::NotFound("Photo"))?;
    let filter = CollectionFilter { photo: Some(photo.id.clone()), ..CollectionFilter::default() };
    let collections = app.store().collections(&filter, Page::first(6)).await?.items;
    let covers = Gathered::around_collections(app, None, &collections).await?;
    let (views, downloaded) = trends(visit, photo).await?;
    let beside_it = app.store().beside(photo).await?;
    let topics = around.topics_of(&photo.id).filter(|topic| topic.visibility != Visibility::Hidden);
    let license = photo.license.license();
    let said = spoken::said(photo);
    Ok(PhotoPage {
        address: address(visit, photo),
        photo: visit.photo_card(photo, around).ok_or(ApiError::NotFound("Photo"))?,
        description: said.description.map(str::to_owned),
        downloads: downloads(photo),
        published: photo.created_at,
        views,
        downloaded,
        exposure: exposure(&photo.camera),
        taken: photo.camera.taken_at.as_deref().and_then(taken),
        place: place(photo),
        rights: Rights { license: photo.license.clone(), href: license.url.map(str::to_owned) },
        credit: credit(app, photo, owner, visit.links()),
        copy_url: visit.links().image_within(photo, 1_080),
        palette: palette(photo),
        tags: said.tags.iter().map(|tag| word_link(tag)).collect(),
        topics: topics
            .map(|topic| Link { text: topic.title.clone(), href: topic_path(&topic.slug) })
            .collect(),
        collections: collections.iter().map(|one| visit.collection_card(one, &covers)).collect(),
        similar: visit.photo_cards(similar, beside),
        previous_href: beside_it.newer.as_ref().map(photo_path),
        next_href: beside_it.older.as_ref().map(photo_path),
    })
}

fn address(visit: &Visit, photo: &Photo) -> tintype_pages::view::Address {
    let id = &photo.id;
    let calls = vec![
        format!("/photos/{id}"),
        format!("/photos/{id}/statistics"),
        format!("/photos/{id}/similar?per_page={MOST_SIMILAR}"),
    ];
    let mut address = visit.address(calls, None);
    let page = visit.links().photo_page(photo);
    address.oembed_href = Some(visit.links().absolute(&with_query("/oembed", [("url", page)])));
    address.share_image = Some(visit.share_image(photo));
    if !photo.is_listed() {
        address.canonical = None;
    }
    address
}

async fn trends(visit: &Visit, photo: &Photo) -> Result<(Trend, Trend), ApiError> {
    let window = Window { today: Day::of(visit.app.clock().now()), days: 30 };
    let of = StatisticsOf::Photo(photo.id.clone());
    let counts = visit.app.store().daily_counts(&of, window.first(), window.today).await?;
    let views = Trend { total: photo.views, daily: window.fill(&counts, |count| count.views) };
    let downloads = window.fill(&counts, |count| count.downloads);
    Ok((views, Trend { total: photo.downloads, daily: downloads }))
}

/// The files to be had, small to large.
fn downloads(photo: &Photo) -> Vec<DownloadSize> {
    let smaller = [640, 1_080, 1_920, 2_400].into_iter().filter(|width| *width < photo.width);
    let mut sizes: Vec<DownloadSize> = smaller
        .map(|width| DownloadSize {
            href: download_href(photo, Some(width)),
            width,
            height: (u64::from(photo.height) * u64::from(width) / u64::from(photo.width)) as u32,
            format: "JPEG".to_owned(),
            bytes: None,
            is_original: false,
        })
        .collect();
    let (format, bytes) = match &photo.source {
        Source::File { media_type, size_bytes, .. } => {
            (media_type.extension().to_ascii_uppercase(), Some(*size_bytes))
        }
        Source::Dataset { .. } => ("JPEG".to_owned(), None),
    };
    sizes.push(DownloadSize {
        href: download_href(photo, None),
        width: photo.width,
        height: photo.height,
        format: if format == "JPG" { "JPEG".to_owned() } else { format },
        bytes,
        is_original: true,
    });
    sizes
}

fn exposure(camera: &Camera) -> Exposure {
    let names: Vec<&str> =
        [&camera.make, &camera.model].into_iter().flatten().map(String::as_str).collect();
    let camera_name = match names.as_slice() {
        // Many models repeat the maker.
        [make, model] if model.starts_with(make) => Some((*model).to_owned()),
        [] => None,
        names => Some(names.join(" ")),
    };
    Exposure {
        camera: camera_name,
        lens: camera.lens.clone(),
        time: camera.exposure_time.as_ref().map(|time| format!("{time} s")),
        aperture: camera.aperture.as_ref().map(|number| format!("ƒ/{number}")),
        focal_length: camera
            .focal_length
            .as_ref()
            .map(|length| format!("{} mm", length.trim_end_matches(".0"))),
        iso: camera.iso.map(|iso| iso.to_string()),
    }
}

/// The camera's own clock; its offset is left out so that the day is the one it was there.
fn taken(text: &str) -> Option<Timestamp> {
    Timestamp::parse(text.get(..19)?)
}

fn place(photo: &Photo) -> Option<Place> {
    let name = photo.location.words()?;
    let href = Some(search_path("photos", &name));
    Some(Place { name, href })
}

fn palette(photo: &Photo) -> Vec<PaletteColor> {
    let swatches = photo.palette.iter().map(|swatch| {
        let hex = swatch.rgb.to_string();
        let href = Some(with_query("/s/photos", [("color", hex.clone())]));
        PaletteColor { hex, share: swatch.share, href }
    });
    swatches.collect()
}
