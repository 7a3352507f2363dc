//! Rows of photos.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use tintype_domain::{
    Camera, Checksum, ImageKey, LicenseId, Location, MediaType, Orientation, Photo, PhotoId,
    Position, PublicOriginal, Rgb, Source, Swatch, Timestamp, UserId,
};
use tintype_store::StoreError;

use super::{corrupt, count, hash, micros, time, unknown, wordings};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "photos")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub owner_id: String,
    pub slug: String,
    pub image_key: String,
    pub state: i16,
    pub draw: Option<i64>,
    pub same_bytes: Option<String>,
    pub checksum: Option<Vec<u8>>,
    pub size_bytes: Option<i64>,
    pub media_type: Option<String>,
    pub public_checksum: Option<Vec<u8>>,
    pub public_size_bytes: Option<i64>,
    pub public_media_type: Option<String>,
    pub remote_url: Option<String>,
    pub width: i64,
    pub height: i64,
    pub orientation: i16,
    pub color: Option<i32>,
    pub palette: String,
    pub blur_hash: Option<String>,
    pub perceptual_hash: Option<i64>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub alt_description: Option<String>,
    pub tags: String,
    pub wordings: Option<String>,
    pub camera: String,
    pub location: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub shares_place: bool,
    pub license: String,
    pub is_sensitive: bool,
    pub batch: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
    pub promoted_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
    pub deleted_at: Option<i64>,
    pub likes: i64,
    pub views: i64,
    pub downloads: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// In search and lists.
pub(crate) const LISTED: i16 = 0;
/// Out of search and lists; its address lives on.
pub(crate) const WITHDRAWN: i16 = 1;
/// Nothing shows it any more.
pub(crate) const DELETED: i16 = 2;

/// The number that stands for a shape.
pub(crate) const fn shape(orientation: Orientation) -> i16 {
    match orientation {
        Orientation::Landscape => 0,
        Orientation::Portrait => 1,
        Orientation::Squarish => 2,
    }
}

/// What keeps one owner from having the same bytes twice.
pub(crate) fn same_bytes(owner: &UserId, checksum: &Checksum) -> String {
    format!("{owner}:{checksum}")
}

impl Model {
    /// A row for `photo`, new or edited. Its number in the draw is not the photo's to know, and a
    /// new photo's likes are none.
    pub(crate) fn new(photo: &Photo, draw: Option<i64>) -> Self {
        let file = FileColumns::of(&photo.source);
        let checksum = photo.source.checksum();
        Self {
            id: photo.id.as_str().to_owned(),
            owner_id: photo.owner.as_str().to_owned(),
            slug: photo.slug.clone(),
            image_key: photo.image_key.as_str().to_owned(),
            state: if photo.is_listed() { LISTED } else { WITHDRAWN },
            draw,
            same_bytes: checksum.map(|checksum| same_bytes(&photo.owner, &checksum)),
            checksum: file.checksum,
            size_bytes: file.size_bytes,
            media_type: file.media_type,
            public_checksum: file.public_checksum,
            public_size_bytes: file.public_size_bytes,
            public_media_type: file.public_media_type,
            remote_url: file.remote_url,
            width: i64::from(photo.width),
            height: i64::from(photo.height),
            orientation: shape(photo.orientation()),
            color: photo.color.map(|color| color.to_number() as i32),
            palette: write_palette(&photo.palette),
            blur_hash: photo.blur_hash.clone(),
            perceptual_hash: photo.perceptual_hash.map(u64::cast_signed),
            title: photo.title.clone(),
            description: photo.description.clone(),
            alt_description: photo.alt_description.clone(),
            tags: write_tags(&photo.tags),
            wordings: wordings::write(&photo.wordings),
            camera: CameraText::write(&photo.camera),
            location: LocationText::write(&photo.location),
            latitude: photo.location.position.map(|position| position.latitude),
            longitude: photo.location.position.map(|position| position.longitude),
            shares_place: photo.shares_place,
            license: photo.license.as_str().to_owned(),
            is_sensitive: photo.is_sensitive,
            batch: photo.batch.clone(),
            created_at: photo.created_at.as_micros(),
            updated_at: photo.updated_at.as_micros(),
            promoted_at: micros(photo.promoted_at),
            withdrawn_at: micros(photo.withdrawn_at),
            deleted_at: None,
            likes: 0,
            views: photo.views as i64,
            downloads: photo.downloads as i64,
        }
    }

    /// The photo in it.
    pub(crate) fn into_photo(self) -> Result<Photo, StoreError> {
        let row = self.id.as_str();
        let owner = UserId::parse(&self.owner_id).map_err(corrupt("owner", row))?;
        let image_key = ImageKey::parse(&self.image_key).map_err(corrupt("image key", row))?;
        let source = self.source()?;
        let palette = read_palette(&self.palette).map_err(corrupt("palette", row))?;
        let tags = read_tags(&self.tags).map_err(corrupt("tags", row))?;
        let wordings =
            wordings::read(self.wordings.as_deref()).map_err(corrupt("wordings", row))?;
        let camera = CameraText::read(&self.camera).map_err(corrupt("camera", row))?;
        let location = self.location()?;
        let license = LicenseId::parse(&self.license).map_err(corrupt("license", row))?;
        Ok(Photo {
            id: PhotoId::parse(row).map_err(corrupt("id", row))?,
            owner,
            slug: self.slug,
            image_key,
            source,
            width: self.width as u32,
            height: self.height as u32,
            color: self.color.map(|number| Rgb::from_number(number as u32)),
            palette,
            blur_hash: self.blur_hash,
            perceptual_hash: self.perceptual_hash.map(i64::cast_unsigned),
            title: self.title,
            description: self.description,
            alt_description: self.alt_description,
            tags,
            wordings,
            camera,
            location,
            shares_place: self.shares_place,
            license,
            is_sensitive: self.is_sensitive,
            batch: self.batch,
            created_at: Timestamp::from_micros(self.created_at),
            updated_at: Timestamp::from_micros(self.updated_at),
            promoted_at: time(self.promoted_at),
            withdrawn_at: time(self.withdrawn_at),
            likes: count(self.likes),
            views: count(self.views),
            downloads: count(self.downloads),
        })
    }

    fn source(&self) -> Result<Source, StoreError> {
        let row = self.id.as_str();
        let Some(checksum) = &self.checksum else {
            return Ok(Source::Dataset { remote_url: self.remote_url.clone() });
        };
        let public = match &self.public_checksum {
            None => PublicOriginal::AsReceived,
            Some(checksum) => PublicOriginal::Cut {
                checksum: Checksum::from_bytes(hash(checksum, "public checksum", row)?),
                size_bytes: count(self.public_size_bytes.unwrap_or(0)),
                media_type: media_type(self.public_media_type.as_deref(), row)?,
            },
        };
        Ok(Source::File {
            checksum: Checksum::from_bytes(hash(checksum, "checksum", row)?),
            size_bytes: count(self.size_bytes.unwrap_or(0)),
            media_type: media_type(self.media_type.as_deref(), row)?,
            public,
        })
    }

    fn location(&self) -> Result<Location, StoreError> {
        let text = LocationText::read(&self.location).map_err(corrupt("location", &self.id))?;
        let position = self.latitude.zip(self.longitude);
        Ok(Location {
            name: text.name,
            city: text.city,
            country: text.country,
            position: position.and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
        })
    }
}

fn media_type(text: Option<&str>, row: &str) -> Result<MediaType, StoreError> {
    let text = text.unwrap_or_default();
    MediaType::parse(text).ok_or_else(|| unknown("media type", row, text))
}

#[derive(Default)]
struct FileColumns {
    checksum: Option<Vec<u8>>,
    size_bytes: Option<i64>,
    media_type: Option<String>,
    public_checksum: Option<Vec<u8>>,
    public_size_bytes: Option<i64>,
    public_media_type: Option<String>,
    remote_url: Option<String>,
}

impl FileColumns {
    fn of(source: &Source) -> Self {
        match source {
            Source::Dataset { remote_url } => {
                Self { remote_url: remote_url.clone(), ..Self::default() }
            }
            Source::File { checksum, size_bytes, media_type, public } => {
                let received = Self {
                    checksum: Some(checksum.as_bytes().to_vec()),
                    size_bytes: Some(*size_bytes as i64),
                    media_type: Some(media_type.as_str().to_owned()),
                    ..Self::default()
                };
                match public {
                    PublicOriginal::AsReceived => received,
                    PublicOriginal::Cut { checksum, size_bytes, media_type } => Self {
                        public_checksum: Some(checksum.as_bytes().to_vec()),
                        public_size_bytes: Some(*size_bytes as i64),
                        public_media_type: Some(media_type.as_str().to_owned()),
                        ..received
                    },
                }
            }
        }
    }
}

/// Tags in their owner's order; the table of tags is made from the same list.
pub(crate) fn write_tags(tags: &[String]) -> String {
    serde_json::Value::from(tags).to_string()
}

/// Reads what [`write_tags`] wrote.
pub(crate) fn read_tags(text: &str) -> Result<Vec<String>, serde_json::Error> {
    serde_json::from_str(text)
}

fn write_palette(palette: &[Swatch]) -> String {
    let pairs: Vec<(u32, f32)> =
        palette.iter().map(|swatch| (swatch.rgb.to_number(), swatch.share)).collect();
    // Only a share that is no number could fail, and such a palette is worth nothing.
    serde_json::to_string(&pairs).unwrap_or_else(|_| "[]".to_owned())
}

fn read_palette(text: &str) -> Result<Vec<Swatch>, serde_json::Error> {
    let pairs: Vec<(u32, f32)> = serde_json::from_str(text)?;
    Ok(pairs
        .into_iter()
        .map(|(number, share)| Swatch { rgb: Rgb::from_number(number), share })
        .collect())
}

/// The columns of camera and place: short names, and nothing where nothing is known.
macro_rules! short_text {
    ($(#[$doc:meta])* $name:ident of $noun:ident { $($field:ident: $kind:ty = $short:literal),+ }) => {
        $(#[$doc])*
        #[derive(Default, Serialize, Deserialize)]
        #[serde(default)]
        struct $name {
            $(#[serde(rename = $short, skip_serializing_if = "Option::is_none")] $field: $kind),+
        }

        impl $name {
            fn write(noun: &$noun) -> String {
                let text = Self { $($field: noun.$field.clone()),+ };
                serde_json::to_string(&text).unwrap_or_else(|_| "{}".to_owned())
            }
        }
    };
}

short_text! {
    /// A camera and its settings.
    CameraText of Camera {
        make: Option<String> = "m", model: Option<String> = "n", lens: Option<String> = "l",
        exposure_time: Option<String> = "e", aperture: Option<String> = "a",
        focal_length: Option<String> = "f", iso: Option<u32> = "i", taken_at: Option<String> = "t"
    }
}

short_text! {
    /// A place in words; its numbers have columns of their own, which keep every digit.
    LocationText of Location {
        name: Option<String> = "n", city: Option<String> = "c", country: Option<String> = "l"
    }
}

impl CameraText {
    fn read(text: &str) -> Result<Camera, serde_json::Error> {
        let Self { make, model, lens, exposure_time, aperture, focal_length, iso, taken_at } =
            serde_json::from_str(text)?;
        Ok(Camera { make, model, lens, exposure_time, aperture, focal_length, iso, taken_at })
    }
}

impl LocationText {
    fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
