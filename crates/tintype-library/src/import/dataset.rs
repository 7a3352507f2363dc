//! `import-dataset --metadata-only`: the public Unsplash-dataset TSV form, words without pictures.

mod side_tables;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use sha2::{Digest, Sha256};
use tintype_domain::{
    Camera, Collection, CollectionId, ImageKey, LicenseId, Location, Member, Photo, PhotoId,
    Position, Rgb, Role, Source, Swatch, Timestamp, User, UserId, Username, photo_slug,
};
use tintype_store::{DatasetBatch, StoreError};

use super::tsv::{Table, TsvError};
use crate::people::NewUser;
use crate::{Library, taking_in::tidy};
use side_tables::{Colors, Keywords, Members};

/// What came of a dataset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DatasetImported {
    /// Photos that were new.
    pub imported: u64,
    /// Photos that were there already.
    pub duplicates: u64,
    /// Rows that are no photos.
    pub refused: u64,
}

/// Why a dataset was not imported.
#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    /// Its files cannot be read.
    #[error(transparent)]
    Tsv(#[from] TsvError),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Each is one write transaction: short enough that a running server does not notice.
const BATCH: usize = 500;
const COLUMNS: [&str; 25] = [
    "photo_id",
    "photo_image_url",
    "photo_submitted_at",
    "photo_featured",
    "photo_width",
    "photo_height",
    "photo_description",
    "photographer_username",
    "photographer_first_name",
    "photographer_last_name",
    "exif_camera_make",
    "exif_camera_model",
    "exif_iso",
    "exif_aperture_value",
    "exif_focal_length",
    "exif_exposure_time",
    "photo_location_name",
    "photo_location_latitude",
    "photo_location_longitude",
    "photo_location_country",
    "photo_location_city",
    "stats_views",
    "stats_downloads",
    "ai_description",
    "blur_hash",
];

impl Library {
    /// Imports the photos of a dataset, without pictures: their addresses answer one painted
    /// from the BlurHash. `progress` is told how many rows are done.
    pub async fn import_dataset(
        &self,
        folder: &Path,
        progress: impl Fn(u64),
    ) -> Result<DatasetImported, DatasetError> {
        let mut photos = Table::open(folder, "photos", COLUMNS)?;
        let mut importer = Importer::new(self, folder)?;
        let mut rows = 0;
        while let Some(row) = photos.next()? {
            importer.take(&Row(row)).await?;
            rows += 1;
            if importer.batch.photos.len() >= BATCH {
                importer.save().await?;
                progress(rows);
            }
        }
        importer.save().await?;
        progress(rows);
        Ok(importer.imported)
    }
}

struct Importer<'a> {
    library: &'a Library,
    keywords: Keywords,
    colors: Colors,
    members: Members,
    people: HashMap<String, UserId>,
    collections: HashSet<CollectionId>,
    curator: Option<UserId>,
    now: Timestamp,
    batch: DatasetBatch,
    imported: DatasetImported,
}

impl<'a> Importer<'a> {
    fn new(library: &'a Library, folder: &Path) -> Result<Self, DatasetError> {
        Ok(Self {
            keywords: Keywords::read(folder)?,
            colors: Colors::read(folder)?,
            members: Members::read(folder)?,
            people: HashMap::new(),
            collections: HashSet::new(),
            curator: None,
            now: library.clock().now(),
            batch: DatasetBatch::default(),
            imported: DatasetImported::default(),
            library,
        })
    }

    async fn save(&mut self) -> Result<(), DatasetError> {
        let batch = std::mem::take(&mut self.batch);
        let imported = self.library.store().import_photos(&batch).await?;
        self.imported.imported += imported;
        self.imported.duplicates += batch.photos.len() as u64 - imported;
        Ok(())
    }

    async fn take(&mut self, row: &Row<'_>) -> Result<(), DatasetError> {
        let [id, username, first, last] = row.naming();
        let size = row.size();
        let (Ok(id), Some(size)) = (PhotoId::parse(id), size) else {
            self.imported.refused += 1;
            return Ok(());
        };
        let facts = Facts {
            owner: self.person(username, first, last).await?,
            palette: self.colors.of(&id),
            tags: self.keywords.of(&id),
            license: self.library.default_license().clone(),
            now: self.now,
        };
        self.collect(&id).await?;
        self.batch.photos.push(row.photo(id, size, facts));
        Ok(())
    }

    /// The photographer of a row, made when nobody has the name yet.
    async fn person(&mut self, name: &str, first: &str, last: &str) -> Result<UserId, StoreError> {
        if let Some(id) = self.people.get(name) {
            return Ok(id.clone());
        }
        let username = username(name);
        let id = match self.library.store().user_by_username(&username).await? {
            Some(user) => user.id,
            None => self.add_person(username, first, last),
        };
        self.people.insert(name.to_owned(), id.clone());
        Ok(id)
    }

    fn add_person(&mut self, username: Username, first: &str, last: &str) -> UserId {
        let user = self.library.user_from(NewUser {
            first_name: first.to_owned(),
            last_name: tidy(last, 100),
            ..NewUser::named(username, Role::Contributor)
        });
        let id = user.id.clone();
        // Two spellings of one name are one person.
        let known = self.batch.users.iter().find(|known: &&User| known.username == user.username);
        if let Some(known) = known {
            return known.id.clone();
        }
        self.batch.users.push(user);
        id
    }

    async fn collect(&mut self, photo: &PhotoId) -> Result<(), StoreError> {
        for (collection, title, added_at) in self.members.of(photo) {
            if self.collections.insert(collection.clone()) {
                let curator = self.curator().await?;
                let made = new_collection(collection.clone(), curator, title, self.now);
                self.batch.collections.push(made);
            }
            let added_at = added_at.unwrap_or(self.now);
            self.batch.members.push(Member { collection, photo: photo.clone(), added_at });
        }
        Ok(())
    }

    /// The dataset does not say whose its collections are; they need someone all the same.
    async fn curator(&mut self) -> Result<UserId, StoreError> {
        if let Some(id) = &self.curator {
            return Ok(id.clone());
        }
        let id = self.person("dataset", "Dataset", "").await?;
        self.curator = Some(id.clone());
        Ok(id)
    }
}

/// One row of `photos.tsv`, in the order of [`COLUMNS`].
struct Row<'a>([&'a str; COLUMNS.len()]);

/// What a photo has that does not stand in its row.
struct Facts {
    owner: UserId,
    palette: Vec<Swatch>,
    tags: Vec<String>,
    license: LicenseId,
    now: Timestamp,
}

impl Row<'_> {
    /// Id, username, first and last name.
    fn naming(&self) -> [&str; 4] {
        let [id, _, _, _, _, _, _, username, first, last, ..] = self.0;
        [id, username, first, last]
    }

    /// Width and height, when they are any.
    fn size(&self) -> Option<(u32, u32)> {
        let [_, _, _, _, width, height, ..] = self.0;
        let side = |text: &str| text.parse().ok().filter(|side| *side > 0);
        side(width).zip(side(height))
    }

    fn photo(&self, id: PhotoId, (width, height): (u32, u32), facts: Facts) -> Photo {
        let [_, remote_url, submitted_at, featured, _, _, description, ..] = self.0;
        let [.., views, downloads, alt, blur_hash] = self.0;
        let created_at = Timestamp::parse(submitted_at).unwrap_or(facts.now);
        let words = |text: &str| tidy(text, 5_000);
        let alt_description = words(alt);
        let mean = || dominant(blur_hash);
        Photo {
            slug: photo_slug(alt_description.as_deref(), &id),
            image_key: image_key(&id, created_at),
            owner: facts.owner,
            source: Source::Dataset { remote_url: words(remote_url) },
            width,
            height,
            color: facts.palette.first().map(|swatch| swatch.rgb).or_else(mean),
            palette: facts.palette,
            blur_hash: words(blur_hash),
            perceptual_hash: None,
            title: None,
            description: words(description),
            alt_description,
            tags: facts.tags,
            wordings: tintype_domain::Wordings::new(),
            camera: self.camera(),
            location: self.location(),
            shares_place: true,
            license: facts.license,
            is_sensitive: false,
            batch: Some("dataset".to_owned()),
            created_at,
            updated_at: created_at,
            promoted_at: (featured == "t").then_some(created_at),
            withdrawn_at: None,
            likes: 0,
            views: views.parse().unwrap_or(0),
            downloads: downloads.parse().unwrap_or(0),
            id,
        }
    }

    fn camera(&self) -> Camera {
        let [make, model, iso, aperture, focal_length, exposure_time] =
            [10, 11, 12, 13, 14, 15].map(|place| self.0[place]);
        let words = |text: &str| tidy(text, 200);
        Camera {
            make: words(make),
            model: words(model),
            lens: None,
            exposure_time: words(exposure_time),
            aperture: words(aperture),
            focal_length: words(focal_length),
            iso: iso.parse().ok(),
            taken_at: None,
        }
    }

    fn location(&self) -> Location {
        let [name, latitude, longitude, country, city] =
            [16, 17, 18, 19, 20].map(|place| self.0[place]);
        let words = |text: &str| tidy(text, 200);
        Location {
            name: words(name),
            city: words(city),
            country: words(country),
            position: position(latitude, longitude),
        }
    }
}

fn new_collection(id: CollectionId, owner: UserId, title: String, now: Timestamp) -> Collection {
    let digest = Sha256::digest(id.as_str().as_bytes());
    let number = digest.iter().take(16).fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    Collection {
        id,
        owner,
        title,
        description: None,
        is_private: false,
        is_featured: false,
        share_key: format!("{number:032x}"),
        published_at: now,
        updated_at: now,
        last_collected_at: None,
        total_photos: 0,
        preview: Vec::new(),
    }
}

/// A dataset's own keys are not always of our form; this one is, and is the same every time.
fn image_key(id: &PhotoId, created_at: Timestamp) -> ImageKey {
    struct FromId([u8; 32]);
    impl tintype_domain::Chance for FromId {
        fn fill(&self, bytes: &mut [u8]) {
            for (byte, digest) in bytes.iter_mut().zip(self.0.iter().cycle()) {
                *byte = *digest;
            }
        }
    }
    let digest = FromId(Sha256::digest(id.as_str().as_bytes()).into());
    ImageKey::for_photo(created_at, &digest)
}

fn username(name: &str) -> Username {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(60).collect();
    Username::parse(&plain).or_else(|_| Username::parse("unknown")).expect("`unknown` is a name")
}

fn position(latitude: &str, longitude: &str) -> Option<Position> {
    Position::new(latitude.parse().ok()?, longitude.parse().ok()?)
}

/// The mean colour stands in a BlurHash as four digits of base 83, after size and maximum.
fn dominant(blur_hash: &str) -> Option<Rgb> {
    const DIGITS: &[u8] =
        b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
    let digits = blur_hash.as_bytes().get(2..6)?;
    let number = digits.iter().try_fold(0u32, |number, digit| {
        let value = DIGITS.iter().position(|known| known == digit)?;
        Some(number * 83 + value as u32)
    })?;
    Some(Rgb::from_number(number & 0x00ff_ffff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_colour_is_read_from_a_blurhash() {
        assert_eq!(dominant("LEHV6nWB2yk8pyo0adR*.7kCMdnj"), Some(Rgb::parse("#979695").unwrap()));
        assert_eq!(dominant("LE"), None);
        assert_eq!(dominant("LE\"\"\"\""), None);
    }

    #[test]
    fn a_photo_keeps_its_image_key() {
        let id = PhotoId::parse("Dwu85P9SOIk").unwrap();
        let at = Timestamp::from_micros(1_700_000_000_000_000);
        assert_eq!(image_key(&id, at), image_key(&id, at));
        assert!(ImageKey::parse(image_key(&id, at).as_str()).is_ok());
    }
}
