//! The first words of a photo: from its sender, its metadata, its file's name.

use tintype_domain::{
    Camera, ImageKey, LicenseId, Location, Photo, PhotoId, Position, Rgb, Source, Swatch, User,
    photo_slug,
};
use tintype_imaging::Metadata;

use super::UploadFields;
use super::picture::Developed;
use crate::Library;

pub(crate) const TITLE_LENGTH: usize = 200;
pub(crate) const TEXT_LENGTH: usize = 5_000;
const TAG_LENGTH: usize = 60;
const MOST_TAGS: usize = 60;

impl Library {
    pub(super) fn photo_from(
        &self,
        owner: &User,
        source: Source,
        developed: Developed,
        fields: UploadFields,
    ) -> Photo {
        let (now, id) = (self.clock().now(), PhotoId::random(self.chance()));
        let Developed { picture, metadata, .. } = developed;
        let words = Words::choose(&fields, &metadata);
        let swatch = |swatch: &tintype_imaging::color::Swatch| Swatch {
            rgb: Rgb(swatch.rgb),
            share: swatch.share,
        };
        Photo {
            slug: photo_slug(words.slug_words(), &id),
            image_key: ImageKey::for_photo(now, self.chance()),
            owner: owner.id.clone(),
            source,
            width: picture.width,
            height: picture.height,
            color: Some(Rgb(picture.color)),
            palette: picture.palette.iter().map(swatch).collect(),
            blur_hash: Some(picture.blur_hash),
            perceptual_hash: Some(picture.perceptual_hash),
            location: location(&fields, &metadata),
            camera: camera(&metadata),
            license: self.license_for(owner, &fields, &metadata),
            shares_place: fields.shares_place,
            is_sensitive: fields.is_sensitive,
            batch: fields.batch,
            title: words.title,
            description: words.description,
            alt_description: words.alt_description,
            tags: words.tags,
            wordings: fields.wordings,
            id,
            created_at: now,
            updated_at: now,
            promoted_at: None,
            withdrawn_at: None,
            likes: 0,
            views: 0,
            downloads: 0,
        }
    }

    fn license_for(&self, owner: &User, fields: &UploadFields, metadata: &Metadata) -> LicenseId {
        let told = metadata.license_url.as_deref().and_then(LicenseId::from_url);
        let chosen = fields.license.clone().or(told).or_else(|| owner.default_license.clone());
        chosen.unwrap_or_else(|| self.default_license().clone())
    }
}

struct Words {
    title: Option<String>,
    description: Option<String>,
    alt_description: Option<String>,
    tags: Vec<String>,
}

impl Words {
    fn choose(fields: &UploadFields, metadata: &Metadata) -> Self {
        let first = |own: &Option<String>, told: &Option<String>, length| {
            [own, told].into_iter().find_map(|text| tidy(text.as_deref()?, length))
        };
        let named = fields.file_name.as_deref().map(words_of_file_name).unwrap_or_default();
        let title =
            first(&fields.title, &metadata.title, TITLE_LENGTH).or_else(|| title_of_words(&named));
        let told = fields.tags.iter().chain(&metadata.keywords).map(String::as_str);
        Self {
            title,
            description: first(&fields.description, &metadata.caption, TEXT_LENGTH),
            alt_description: first(&fields.alt_description, &metadata.alt_text, TEXT_LENGTH),
            tags: tidy_tags(told.chain(named.iter().map(String::as_str))),
        }
    }

    fn slug_words(&self) -> Option<&str> {
        [&self.title, &self.alt_description, &self.description]
            .into_iter()
            .find_map(|words| words.as_deref())
    }
}

/// The words in a file's name, lower case: `_`, `-`, digits and capitals part them, and a name
/// in CamelCase counts as a whole too. What cameras call their files gives no words.
pub fn words_of_file_name(name: &str) -> Vec<String> {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let mut words: Vec<String> = Vec::new();
    for part in stem.split(|letter: char| !letter.is_alphabetic()) {
        let pieces = camel_pieces(part);
        let whole = (pieces.len() > 1).then(|| part.to_lowercase());
        words.extend(pieces.iter().map(|piece| piece.to_lowercase()).chain(whole));
    }
    let mut seen = std::collections::HashSet::new();
    words.retain(|word| {
        word.chars().count() > 1
            && !CAMERA_WORDS.contains(&word.as_str())
            && seen.insert(word.clone())
    });
    words
}

/// What cameras, phones and desktops put into names.
const CAMERA_WORDS: &[&str] = &[
    "img",
    "dsc",
    "dscf",
    "dscn",
    "pict",
    "mvi",
    "pxl",
    "gopr",
    "dji",
    "cimg",
    "sam",
    "imgp",
    "image",
    "photo",
    "picture",
    "screenshot",
    "copy",
    "final",
    "edit",
    "edited",
    "untitled",
    "jpg",
    "jpeg",
    "png",
    "raw",
    "dcim",
    "scan",
];

fn camel_pieces(part: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last_was_lower = false;
    for letter in part.chars() {
        let begins = letter.is_uppercase() && last_was_lower;
        match pieces.last_mut() {
            Some(piece) if !begins => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        last_was_lower = letter.is_lowercase();
    }
    pieces
}

fn title_of_words(words: &[String]) -> Option<String> {
    // A CamelCase name stands behind its pieces as a whole: the title needs only the pieces.
    let pieces: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(place, word)| {
            let before = words[..*place].concat();
            *place < 2 || !before.ends_with(word.as_str())
        })
        .map(|(_, word)| word.as_str())
        .collect();
    let joined = pieces.join(" ");
    let mut letters = joined.chars();
    let first = letters.next()?;
    let title: String = first.to_uppercase().chain(letters).collect();
    tidy(&title, TITLE_LENGTH)
}

/// Trimmed, without control characters, at most `length` characters; `None` when nothing is left.
pub(crate) fn tidy(text: &str, length: usize) -> Option<String> {
    let kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let text: String = text.trim().chars().filter(kept).take(length).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Lower case, trimmed, each once, not too long, not too many.
pub(crate) fn tidy_tags<'a>(tags: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    tags.filter_map(|tag| tidy(&tag.replace(['\n', '\t'], " "), TAG_LENGTH))
        .map(|tag| tag.trim_start_matches('#').to_lowercase())
        .filter(|tag| !tag.is_empty() && seen.insert(tag.clone()))
        .take(MOST_TAGS)
        .collect()
}

fn location(fields: &UploadFields, metadata: &Metadata) -> Location {
    if let Some(location) = &fields.location {
        return location.clone();
    }
    if !fields.shares_place {
        return Location::default();
    }
    let position = metadata.latitude.zip(metadata.longitude);
    Location {
        name: metadata.place.name.clone(),
        city: metadata.place.city.clone(),
        country: metadata.place.country.clone(),
        position: position.and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
    }
}

fn camera(metadata: &Metadata) -> Camera {
    Camera {
        make: metadata.make.clone(),
        model: metadata.model.clone(),
        lens: metadata.lens.clone(),
        exposure_time: metadata.exposure_time.clone(),
        aperture: metadata.aperture.clone(),
        focal_length: metadata.focal_length.clone(),
        iso: metadata.iso,
        taken_at: metadata.taken_at.as_ref().map(taken_at),
    }
}

fn taken_at(taken: &tintype_imaging::TakenAt) -> String {
    let offset = match taken.offset_minutes {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{offset}",
        taken.year, taken.month, taken.day, taken.hour, taken.minute, taken.second
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_gives_words() {
        for (name, words) in [
            ("misty_forest-02.jpg", vec!["misty", "forest"]),
            ("FallenLeaf.png", vec!["fallen", "leaf", "fallenleaf"]),
            ("IMG_1234.JPG", vec![]),
            ("folder/DSC00012 sunset.jpeg", vec!["sunset"]),
            ("Ürümqi.webp", vec!["ürümqi"]),
            ("summer_1am.jpg", vec!["summer", "am"]),
        ] {
            assert_eq!(words_of_file_name(name), words, "{name}");
        }
    }

    #[test]
    fn a_title_is_made_of_the_pieces() {
        let title = |name| title_of_words(&words_of_file_name(name));
        assert_eq!(title("FallenLeaf.png").as_deref(), Some("Fallen leaf"));
        assert_eq!(title("misty_forest-02.jpg").as_deref(), Some("Misty forest"));
        assert_eq!(title("IMG_1234.JPG"), None);
    }

    #[test]
    fn tags_are_lower_case_and_stand_once() {
        let tags = ["Nature", "nature ", "#Sea", "", "  "];
        assert_eq!(tidy_tags(tags.into_iter()), ["nature", "sea"]);
    }
}
