//! Reads photos from TSV files in the form of the public Unsplash dataset.

use std::collections::HashMap;
use std::path::Path;

use tintype_domain::{CollectionId, ColorName, LicenseId, PhotoId, Rgb, Swatch, Timestamp, UserId};
use tintype_search::PhotoDocument;

use crate::Outcome;

type Row = HashMap<String, String>;

/// The photos of `photos.tsv000` with their keywords, colours and collections.
pub fn read(folder: &Path) -> Outcome<Vec<PhotoDocument>> {
    let mut photos = Vec::new();
    let mut places = HashMap::new();
    for row in rows(&folder.join("photos.tsv000"))? {
        let photo = photo(&row)?;
        places.insert(photo.id.as_str().to_owned(), photos.len());
        photos.push(photo);
    }
    for row in rows(&folder.join("keywords.tsv000"))? {
        if let Some(place) = places.get(&row["photo_id"]) {
            photos[*place].tags.push(row["keyword"].clone());
        }
    }
    for row in rows(&folder.join("collections.tsv000"))? {
        if let Some(place) = places.get(&row["photo_id"]) {
            photos[*place].collections.push(CollectionId::parse(&row["collection_id"])?);
        }
    }
    for row in rows(&folder.join("colors.tsv000"))? {
        if let Some(place) = places.get(&row["photo_id"]) {
            let share: f32 = row["ai_coverage"].parse()?;
            let swatch = Swatch { rgb: Rgb::parse(&row["hex"])?, share: share / 100.0 };
            photos[*place].palette.push(swatch);
            photos[*place].colors.extend(ColorName::parse(&row["keyword"]));
        }
    }
    Ok(photos)
}

fn photo(row: &Row) -> Outcome<PhotoDocument> {
    let text = |name: &str| row.get(name).filter(|text| !text.is_empty()).cloned();
    let words = |names: &[&str]| {
        let parts: Vec<String> = names.iter().filter_map(|name| text(name)).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    let username = text("photographer_username").unwrap_or_default();
    let created = text("photo_submitted_at").and_then(|time| Timestamp::parse(&time));
    let created_at = created.ok_or("a photo without a date")?;
    let featured = text("photo_featured").is_some_and(|flag| flag == "t");
    Ok(PhotoDocument {
        id: PhotoId::parse(&row["photo_id"])?,
        title: None,
        description: text("photo_description"),
        alt_description: text("ai_description"),
        tags: Vec::new(),
        wordings: tintype_domain::Wordings::new(),
        place: words(&["photo_location_name", "ai_primary_landmark_name"]),
        photographer: words(&[
            "photographer_first_name",
            "photographer_last_name",
            "photographer_username",
        ])
        .unwrap_or_default(),
        camera: words(&["exif_camera_make", "exif_camera_model"]),
        width: row["photo_width"].parse()?,
        height: row["photo_height"].parse()?,
        colors: Vec::new(),
        palette: Vec::new(),
        collections: Vec::new(),
        topics: Vec::new(),
        owner: owner(&username)?,
        license: LicenseId::library(),
        is_sensitive: false,
        created_at,
        promoted_at: featured.then_some(created_at),
        popularity: row["stats_downloads"].parse()?,
    })
}

/// An id made of the username: the dataset has no other.
fn owner(username: &str) -> Outcome<UserId> {
    let hash = username.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Ok(UserId::parse(&format!("{:011x}", hash >> 20))?)
}

fn rows(path: &Path) -> Outcome<Vec<Row>> {
    let text = std::fs::read_to_string(path)?;
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().ok_or("an empty file")?.split('\t').collect();
    let field = |text: &str| match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\""),
        None => text.to_owned(),
    };
    let row = |line: &str| {
        names.iter().map(|name| (*name).to_owned()).zip(line.split('\t').map(field)).collect()
    };
    Ok(lines.map(row).collect())
}
