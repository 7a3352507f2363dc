//! Examples: a small library that is not there, shown by the code that shows real ones. So an
//! example can never tell of a field that answers do not have.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use tintype_domain::{
    Camera, Collection, CollectionId, Day, ImageKey, LicenseId, Location, MonthTotals, Photo,
    PhotoId, Position, Rgb, Role, Source, Timestamp, Topic, TopicId, Totals, User, UserId,
    UserTotals, Username, Visibility,
};

use super::parameter::PHOTO_ID;
use crate::AppConfig;
use crate::gather::Gathered;
use crate::links::{Links, Origins};
use crate::unsplash::collections::Collected;
use crate::unsplash::json::{
    PhotoStatistics, UnsplashCollection, UnsplashCollectionMeta, UnsplashFullPhoto,
    UnsplashFullTopic, UnsplashFullUser, UnsplashMe, UnsplashMediumUser, UnsplashMonth,
    UnsplashPhoto, UnsplashStatistics, UnsplashTopic, UnsplashTotals, UnsplashUser, Window,
};
use crate::unsplash::photos::Liked;
use crate::unsplash::search::SearchAnswer;

/// What stands for everything.
struct Small {
    user: User,
    photos: [Photo; 1],
    collection: Collection,
    topic: Topic,
    around: Gathered,
    links: Links,
}

/// An example of each shape, by the name of its schema.
pub(super) fn all() -> Vec<(&'static str, Value)> {
    let Some(small) = Small::new() else { return Vec::new() };
    let mut all = of_photos(&small);
    all.extend(of_others(&small));
    all
}

fn of_photos(small: &Small) -> Vec<(&'static str, Value)> {
    let Small { photos, around, links, .. } = small;
    let photo = &photos[0];
    let short = || UnsplashPhoto::render(photo, around, links);
    let found = short().map(|one| one.with_tags(photo)).map(of_one);
    vec![
        ("Photo", json(short())),
        ("FullPhoto", json(UnsplashFullPhoto::render(photo, around, links))),
        ("Found_Photo", json(found)),
        (
            "Liked",
            json(
                short()
                    .map(|photo| Liked { photo, user: UnsplashUser::render(&small.user, links) }),
            ),
        ),
        (
            "Statistics",
            json(UnsplashStatistics {
                id: photo.id.as_str(),
                slug: Some(&photo.slug),
                username: None,
                counts: PhotoStatistics::render(
                    (photo.views, photo.downloads, photo.likes),
                    &[],
                    WEEK,
                ),
            }),
        ),
    ]
}

const WEEK: Window = Window { today: Day(20_485), days: 7 };

fn of_others(small: &Small) -> Vec<(&'static str, Value)> {
    let Small { user, photos, collection, topic, around, links } = small;
    let shown = || UnsplashCollection::render(collection, around, links);
    let me = UnsplashMe::render(user, photos, (20, 2000), links);
    let with_meta =
        shown().map(|json| json.with_meta(UnsplashCollectionMeta::of(collection, links)));
    let contributors = std::slice::from_ref(&user.id);
    vec![
        ("Collection", json(with_meta)),
        ("Found_Collection", json(shown().map(of_one))),
        ("Topic", json(UnsplashTopic::render(topic, around, links))),
        ("FullTopic", json(UnsplashFullTopic::render(topic, contributors, around, links))),
        ("User", json(UnsplashUser::render(user, links))),
        ("FullUser", json(UnsplashFullUser::render(user, photos, 20, links))),
        ("Found_FoundUser", json(of_one(UnsplashMediumUser::render(user, photos, links)))),
        ("Me", json(me)),
        ("Collected", json(collected(small))),
        ("Totals", json(UnsplashTotals::render(Totals::default(), MonthTotals::default(), 1))),
        ("Month", json(UnsplashMonth::render(MonthTotals::default(), 1))),
        (
            "Job",
            serde_json::json!({
                "id": "1", "kind": "render_renditions", "state": "done", "attempts": 1,
                "max_attempts": 5, "queued_at": WHEN, "started_at": WHEN, "finished_at": WHEN,
            }),
        ),
        ("Address", serde_json::json!({ "url": links.image_full(&photos[0]) })),
        ("Errors", serde_json::json!({ "errors": ["Couldn't find Photo"] })),
        ("Health", serde_json::json!({ "status": "ok" })),
    ]
}

fn collected(small: &Small) -> Option<Collected<'_>> {
    let Small { user, photos, collection, around, links, .. } = small;
    Some(Collected {
        photo: UnsplashPhoto::render(&photos[0], around, links)?,
        collection: UnsplashCollection::render(collection, around, links)?,
        user: UnsplashUser::render(user, links),
        created_at: Some(WHEN.to_owned()),
    })
}

fn of_one<T>(result: T) -> SearchAnswer<T> {
    SearchAnswer { total: 1, total_pages: 1, results: vec![result] }
}

fn json(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

const WHEN: &str = "2026-02-01T10:00:00Z";

impl Small {
    /// `None` if one of the texts below were not what it is meant to be; a test says so.
    fn new() -> Option<Self> {
        let when = Timestamp::parse(WHEN)?;
        let user = ada(when)?;
        let photo = boat(&user, when)?;
        let preview = vec![photo.id.clone()];
        let collection = Collection {
            id: CollectionId::parse("ColCtnExmpl").ok()?,
            owner: user.id.clone(),
            title: "Quiet water".to_owned(),
            description: Some("Lakes before the wind".to_owned()),
            is_private: false,
            is_featured: false,
            share_key: "0123456789abcdef0123456789abcdef".to_owned(),
            published_at: when,
            updated_at: when,
            last_collected_at: Some(when),
            total_photos: 1,
            preview: preview.clone(),
        };
        let topic = mountains(&user, preview, when)?;
        let around = Gathered::of(vec![photo.clone()], vec![user.clone()]);
        let origins = Origins::new(&AppConfig {
            public_url: url::Url::parse("https://photos.example.org").ok(),
            ..AppConfig::default()
        });
        let links = Links::new(&origins, Arc::from("https://photos.example.org"), "example");
        Some(Self { user, photos: [photo], collection, topic, around, links })
    }
}

fn mountains(user: &User, preview: Vec<PhotoId>, when: Timestamp) -> Option<Topic> {
    Some(Topic {
        id: TopicId::parse("TpcExample1").ok()?,
        slug: "mountains".to_owned(),
        title: "Mountains".to_owned(),
        description: Some("High places".to_owned()),
        visibility: Visibility::Featured,
        is_open: true,
        position: 0,
        published_at: when,
        updated_at: when,
        starts_at: when,
        ends_at: None,
        owners: vec![user.id.clone()],
        total_photos: 1,
        preview,
    })
}

fn ada(when: Timestamp) -> Option<User> {
    Some(User {
        id: UserId::parse("UsrExample1").ok()?,
        username: Username::parse("ada").ok()?,
        first_name: "Ada".to_owned(),
        last_name: Some("Example".to_owned()),
        email: None,
        role: Role::Contributor,
        bio: Some("Boats, mostly".to_owned()),
        location: Some("Oslo".to_owned()),
        portfolio_url: Some("https://ada.example.org".to_owned()),
        instagram_username: None,
        twitter_username: None,
        avatar: None,
        default_license: None,
        created_at: when,
        updated_at: when,
        disabled_at: None,
        totals: UserTotals { photos: 1, promoted_photos: 0, likes: 2, collections: 1 },
    })
}

fn boat(user: &User, when: Timestamp) -> Option<Photo> {
    let text = |text: &str| Some(text.to_owned());
    Some(Photo {
        id: PhotoId::parse(PHOTO_ID).ok()?,
        owner: user.id.clone(),
        slug: format!("a-red-boat-on-a-lake-{PHOTO_ID}"),
        image_key: ImageKey::parse("photo-1770000000000-0123456789ab").ok()?,
        source: Source::Dataset { remote_url: None },
        width: 6000,
        height: 4000,
        color: Some(Rgb([0x26, 0x40, 0x8c])),
        palette: Vec::new(),
        blur_hash: text("LEHV6nWB2yk8pyo0adR*.7kCMdnj"),
        perceptual_hash: None,
        title: text("Red boat"),
        description: text("Before the wind came up"),
        alt_description: text("a red boat on a lake"),
        wordings: tintype_domain::Wordings::new(),
        tags: vec!["boat".to_owned(), "lake".to_owned(), "nature".to_owned()],
        camera: Camera {
            make: text("Canon"),
            model: text("EOS R5"),
            exposure_time: text("1/250"),
            aperture: text("3.5"),
            focal_length: text("30.0"),
            iso: Some(100),
            ..Camera::default()
        },
        location: Location {
            name: text("Oslo, Norway"),
            city: text("Oslo"),
            country: text("Norway"),
            position: Position::new(59.91, 10.75),
        },
        shares_place: true,
        license: LicenseId::parse("CC0-1.0").ok()?,
        is_sensitive: false,
        batch: None,
        created_at: when,
        updated_at: when,
        promoted_at: None,
        withdrawn_at: None,
        likes: 5,
        views: 120,
        downloads: 20,
    })
}
