//! Rows to test with: plain ones, with what matters set by the test itself.

use tintype_domain::{
    Camera, Checksum, Collection, CollectionId, ImageKey, LicenseId, Location, MediaType, Photo,
    PhotoId, Position, PublicOriginal, Rgb, Role, Source, Swatch, Timestamp, Topic, TopicId, User,
    UserId, UserTotals, Username, Visibility, Wordings,
};

use super::START;
use crate::NewJob;

/// Makes rows that differ from each other, the same ones every time.
#[derive(Debug, Default)]
pub struct Samples {
    made: u64,
}

impl Samples {
    /// A new source of rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// Another user.
    pub fn user(&mut self) -> User {
        user(self.next())
    }

    /// Another photo, a second younger than the last.
    pub fn photo(&mut self, owner: &User) -> Photo {
        photo(self.next(), owner)
    }

    /// Another public collection.
    pub fn collection(&mut self, owner: &User) -> Collection {
        collection(self.next(), owner)
    }

    /// Another visible topic.
    pub fn topic(&mut self, owner: &User) -> Topic {
        topic(self.next(), owner)
    }

    fn next(&mut self) -> u64 {
        self.made += 1;
        self.made
    }
}

/// User number `number`.
///
/// # Panics
/// Above ten digits.
pub fn user(number: u64) -> User {
    User {
        id: UserId::parse(&id('U', number)).expect("the id has 11 letters and digits"),
        username: Username::parse(&format!("User_{number}")).expect("letters and digits"),
        first_name: format!("First {number}"),
        last_name: Some("Last".to_owned()),
        email: Some(format!("User{number}@Example.org")),
        role: Role::Contributor,
        bio: Some("Walks a lot.".to_owned()),
        location: Some("Oslo".to_owned()),
        portfolio_url: Some("https://example.org/".to_owned()),
        instagram_username: Some("insta".to_owned()),
        twitter_username: None,
        avatar: Some(
            ImageKey::parse(&format!("profile-1700000000000-{number:012x}")).expect("well-formed"),
        ),
        default_license: Some(LicenseId::library()),
        created_at: at(number),
        updated_at: at(number),
        disabled_at: None,
        totals: UserTotals::default(),
    }
}

/// Photo number `number`, a file of 3000 × 2000.
///
/// # Panics
/// Above ten digits.
pub fn photo(number: u64, owner: &User) -> Photo {
    let id = PhotoId::parse(&id('P', number)).expect("the id has 11 letters and digits");
    Photo {
        slug: format!("a-red-boat-{id}"),
        id,
        owner: owner.id.clone(),
        image_key: ImageKey::parse(&format!("photo-1700000000000-{number:012x}"))
            .expect("well-formed"),
        source: Source::File {
            checksum: checksum(number),
            size_bytes: 5_000_000,
            media_type: MediaType::Jpeg,
            public: PublicOriginal::AsReceived,
        },
        width: 3000,
        height: 2000,
        color: Some(Rgb([0x26, 0x40, 0x8c])),
        palette: vec![
            Swatch { rgb: Rgb([0x26, 0x40, 0x8c]), share: 0.7 },
            Swatch { rgb: Rgb([0xff, 0xff, 0xff]), share: 0.3 },
        ],
        blur_hash: Some("LEHV6nWB2yk8pyo0adR*.7kCMdnj".to_owned()),
        perceptual_hash: Some(u64::MAX - number),
        title: Some("A red boat".to_owned()),
        description: None,
        alt_description: Some("a boat on a lake".to_owned()),
        tags: vec!["boat".to_owned(), "lake".to_owned()],
        wordings: Wordings::new(),
        camera: camera(),
        location: location(),
        shares_place: true,
        license: LicenseId::library(),
        is_sensitive: false,
        batch: None,
        created_at: at(number),
        updated_at: at(number),
        promoted_at: None,
        withdrawn_at: None,
        likes: 0,
        views: 0,
        downloads: 0,
    }
}

/// Photo number `number` of a dataset: metadata, and where the picture lies.
pub fn dataset_photo(number: u64, owner: &User) -> Photo {
    let remote_url = Some(format!("https://images.example.org/{number}.jpg"));
    Photo { source: Source::Dataset { remote_url }, ..photo(number, owner) }
}

/// Collection number `number`, public and empty.
///
/// # Panics
/// Never: a number is an id.
pub fn collection(number: u64, owner: &User) -> Collection {
    Collection {
        id: CollectionId::parse(&number.to_string()).expect("a number is an id"),
        owner: owner.id.clone(),
        title: format!("Collection {number}"),
        description: Some("Things that float".to_owned()),
        is_private: false,
        is_featured: false,
        share_key: format!("{number:032x}"),
        published_at: at(number),
        updated_at: at(number),
        last_collected_at: None,
        total_photos: 0,
        preview: Vec::new(),
    }
}

/// Topic number `number`, visible and empty.
///
/// # Panics
/// Above ten digits.
pub fn topic(number: u64, owner: &User) -> Topic {
    Topic {
        id: TopicId::parse(&id('T', number)).expect("the id has 11 letters and digits"),
        slug: format!("topic-{number}"),
        title: format!("Topic {number}"),
        description: None,
        visibility: Visibility::Visible,
        is_open: true,
        position: number as i32,
        published_at: at(number),
        updated_at: at(number),
        starts_at: at(number),
        ends_at: None,
        owners: vec![owner.id.clone()],
        total_photos: 0,
        preview: Vec::new(),
    }
}

/// A job of this kind that may be tried three times.
pub fn job(kind: &str) -> NewJob {
    NewJob {
        kind: kind.to_owned(),
        payload: serde_json::json!({ "photo": "P0000000001" }),
        priority: 0,
        run_at: None,
        max_attempts: 3,
        unique_key: None,
        trace_id: Some("trace".to_owned()),
    }
}

/// The checksum of photo number `number`.
pub(super) fn checksum(number: u64) -> Checksum {
    let mut bytes = [7u8; 32];
    bytes[..8].copy_from_slice(&number.to_be_bytes());
    Checksum::from_bytes(bytes)
}

/// So many seconds after the contract's start.
pub(super) fn at(seconds: u64) -> Timestamp {
    START.plus(std::time::Duration::from_secs(seconds))
}

fn id(letter: char, number: u64) -> String {
    format!("{letter}{number:010}")
}

fn camera() -> Camera {
    Camera {
        make: Some("Canon".to_owned()),
        model: Some("EOS \"R5\"".to_owned()),
        lens: None,
        exposure_time: Some("1/250".to_owned()),
        aperture: Some("3.5".to_owned()),
        focal_length: Some("30.0".to_owned()),
        iso: Some(200),
        taken_at: Some("2026-02-01T10:00:00+01:00".to_owned()),
    }
}

fn location() -> Location {
    Location {
        name: Some("Ålesund, Norway".to_owned()),
        city: Some("Ålesund".to_owned()),
        country: None,
        // Numbers that lose a digit in careless hands.
        position: Position::new(62.472_228_999_999_99, -6.149_482_000_000_001),
    }
}
