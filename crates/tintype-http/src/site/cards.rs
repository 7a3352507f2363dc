//! Photos, people and collections as cards of the pages.

use tintype_domain::{Collection, Photo, Topic, User};
use tintype_pages::view::{CollectionCard, Like, Link, Person, PersonCard, PhotoCard, Thumb};

use super::visit::Visit;
use crate::gather::Gathered;
use crate::links::{collection_path, download_path, photo_path, topic_path, user_path, with_query};
use crate::spoken;

/// The widths a browser may choose from.
const WIDTHS: [u32; 6] = [200, 400, 640, 1_080, 1_600, 2_048];
/// For photos of which no colour is known.
const NO_COLOR: &str = "#8a857d";

impl Visit {
    /// Photos as a grid; those whose people are not at hand are left out.
    pub(crate) fn photo_cards(&self, photos: &[Photo], around: &Gathered) -> Vec<PhotoCard> {
        photos.iter().filter_map(|photo| self.photo_card(photo, around)).collect()
    }

    /// One photo of a grid.
    pub(crate) fn photo_card(&self, photo: &Photo, around: &Gathered) -> Option<PhotoCard> {
        let owner = around.owner_of(photo)?;
        let said = spoken::said(photo);
        Some(PhotoCard {
            id: photo.id.to_string(),
            href: photo_path(photo),
            title: said.title.map(str::to_owned),
            alt: said.alt_description.or(said.description).map(str::to_owned),
            photographer: self.person(owner),
            width: photo.width,
            height: photo.height,
            color: color(photo),
            placeholder: photo.blur_hash.as_deref().and_then(placeholder),
            srcset: self.srcset(photo),
            download_href: Some(download_href(photo, None)),
            likes: photo.likes,
            like: self.user.as_ref().map(|_| Like {
                action: format!("/like/{}", photo.id),
                is_liked: around.is_liked(&photo.id),
            }),
        })
    }

    /// Widths and addresses, no wider than the photo is.
    fn srcset(&self, photo: &Photo) -> Vec<(u32, String)> {
        let mut widths: Vec<u32> =
            WIDTHS.into_iter().filter(|width| *width < photo.width).collect();
        if widths.len() < WIDTHS.len() {
            widths.push(photo.width);
        }
        let links = self.links();
        widths.into_iter().map(|width| (width, links.image_for_page(photo, width))).collect()
    }

    /// Someone, as shown beside their work.
    pub(crate) fn person(&self, user: &User) -> Person {
        Person {
            name: user.name(),
            username: user.username.to_string(),
            href: user_path(&user.username, ""),
            avatar: Some(self.avatar(user)),
        }
    }

    /// Someone in a list.
    pub(crate) fn person_card(&self, user: &User, photos: &[Photo]) -> PersonCard {
        PersonCard {
            person: self.person(user),
            bio: user.bio.as_ref().map(|bio| bio.chars().take(160).collect()),
            total_photos: user.totals.photos,
            photos: photos.iter().take(3).map(|photo| self.thumb(photo)).collect(),
        }
    }

    /// A collection in a list.
    pub(crate) fn collection_card(
        &self,
        collection: &Collection,
        around: &Gathered,
    ) -> CollectionCard {
        CollectionCard {
            href: collection_path(collection),
            title: collection.title.clone(),
            total_photos: collection.total_photos,
            curator: around.user(&collection.owner).map(|user| self.person(user)),
            covers: self.covers(&collection.preview, around),
        }
    }

    /// A topic in a list.
    pub(crate) fn topic_card(&self, topic: &Topic, around: &Gathered) -> CollectionCard {
        CollectionCard {
            href: topic_path(&topic.slug),
            title: topic.title.clone(),
            total_photos: topic.total_photos,
            curator: None,
            covers: self.covers(&topic.preview, around),
        }
    }

    fn covers(&self, preview: &[tintype_domain::PhotoId], around: &Gathered) -> Vec<Thumb> {
        let photos = preview.iter().filter_map(|id| around.photo(id));
        photos.take(3).map(|photo| self.thumb(photo)).collect()
    }

    /// A small picture that stands for something else.
    pub(crate) fn thumb(&self, photo: &Photo) -> Thumb {
        Thumb {
            src: self.links().image_for_page(photo, 400),
            width: photo.width,
            height: photo.height,
            color: color(photo),
        }
    }
}

/// A link whose text is a word and whose address its search.
pub(crate) fn word_link(word: &str) -> Link {
    Link { text: word.to_owned(), href: crate::links::search_path("photos", word) }
}

/// The dominant colour.
pub(crate) fn color(photo: &Photo) -> String {
    photo.color.map_or_else(|| NO_COLOR.to_owned(), |color| color.to_string())
}

/// Where the file is to be had, as a file to keep.
pub(crate) fn download_href(photo: &Photo, width: Option<u32>) -> String {
    let width = width.map(|width| ("w", width.to_string()));
    with_query(&download_path(&photo.id), [("force", "true".to_owned())].into_iter().chain(width))
}

fn placeholder(hash: &str) -> Option<String> {
    let png = tintype_imaging::blurhash_preview(hash).ok()?;
    Some(format!("data:image/png;base64,{}", base64(&png)))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let number = group.iter().fold(0u32, |number, byte| number << 8 | u32::from(*byte));
        let number = number << (8 * (3 - group.len()));
        for place in 0..4 {
            if place <= group.len() {
                let digit = (number >> (18 - 6 * place)) as usize & 63;
                text.push(char::from(ALPHABET[digit]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_are_written_in_base_64() {
        for (bytes, text) in
            [("", ""), ("M", "TQ=="), ("Ma", "TWE="), ("Man", "TWFu"), ("\u{ff}", "w78=")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
