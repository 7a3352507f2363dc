//! Names of things in URLs. Only well-formed ones exist.

use std::fmt;

use crate::{Chance, Timestamp};

/// A text that cannot be the id it was given for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a well-formed {0} id")]
pub struct InvalidId(pub &'static str);

/// The alphabet of ids, base 64 for URLs (RFC 4648, section 5).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ALPHANUMERIC: usize = 62;
const SHORT_ID_LENGTH: usize = 11;

macro_rules! short_id {
    ($(#[$doc:meta])* $name:ident, $noun:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Reads an id; the text must be 11 URL-safe characters.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                let good = text.len() == SHORT_ID_LENGTH && text.bytes().all(is_url_safe);
                if good { Ok(Self(text.to_owned())) } else { Err(InvalidId($noun)) }
            }

            /// A new id. It never begins with `-` or `_`, so that it can stand on a command line.
            pub fn random(chance: &dyn Chance) -> Self {
                Self(random_text(chance, SHORT_ID_LENGTH))
            }

            /// The id as it stands in URLs.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

short_id!(
    /// Names a photo, as in `/photos/Dwu85P9SOIk`. Always 11 URL-safe characters.
    PhotoId,
    "photo"
);
short_id!(
    /// Names a user, whatever the username is today.
    UserId,
    "user"
);
short_id!(
    /// Names a topic, whatever its slug is today.
    TopicId,
    "topic"
);
short_id!(
    /// Names an application; its access key may be changed, this never is.
    AppId,
    "app"
);
short_id!(
    /// Names one consent of a person to an application, and all tokens that came from it.
    GrantId,
    "grant"
);

impl PhotoId {
    /// Reads an id, or a slug whose last 11 characters are the id. Ids may contain `-`, so the
    /// slug is never split.
    pub fn from_id_or_slug(text: &str) -> Result<Self, InvalidId> {
        let start = text.len().checked_sub(SHORT_ID_LENGTH).ok_or(InvalidId("photo"))?;
        Self::parse(text.get(start..).ok_or(InvalidId("photo"))?)
    }
}

/// Names a collection. Old ones are decimal numbers, so more than our own shape is read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CollectionId(String);

impl CollectionId {
    /// Reads an id of 1 to 32 URL-safe characters.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let good = (1..=32).contains(&text.len()) && text.bytes().all(is_url_safe);
        if good { Ok(Self(text.to_owned())) } else { Err(InvalidId("collection")) }
    }

    /// A new id of 11 characters.
    pub fn random(chance: &dyn Chance) -> Self {
        Self(random_text(chance, SHORT_ID_LENGTH))
    }

    /// The id as it stands in URLs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CollectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names a picture's bytes in image URLs: `photo-<13 digit ms>-<12 hex>`, or `profile-…`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ImageKey(String);

impl ImageKey {
    /// Reads a key, as in the path of `/images/photo-1700000000000-0123456789ab`.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let rest = text.strip_prefix("photo-").or_else(|| text.strip_prefix("profile-"));
        let parts = rest.and_then(|rest| rest.split_once('-'));
        let good = parts.is_some_and(|(ms, hex)| {
            (1..=16).contains(&ms.len())
                && ms.bytes().all(|b| b.is_ascii_digit())
                && hex.len() == 12
                && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        });
        if good { Ok(Self(text.to_owned())) } else { Err(InvalidId("image")) }
    }

    /// A new key for a photo taken in at `now`.
    pub fn for_photo(now: Timestamp, chance: &dyn Chance) -> Self {
        let mut bytes = [0u8; 6];
        chance.fill(&mut bytes);
        let tail = bytes.iter().fold(0u64, |tail, byte| tail << 8 | u64::from(*byte));
        Self(format!("photo-{:013}-{tail:012x}", now.as_millis().max(0)))
    }

    /// The key as it stands in URLs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ImageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_url_safe(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn random_text(chance: &dyn Chance, length: usize) -> String {
    let mut bytes = vec![0u8; length];
    chance.fill(&mut bytes);
    let letter = |(place, byte): (usize, &u8)| {
        let size = if place == 0 { ALPHANUMERIC } else { ALPHABET.len() };
        char::from(ALPHABET[usize::from(*byte) % size])
    };
    bytes.iter().enumerate().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_ends_in_its_id_even_when_the_id_holds_hyphens() {
        let id = PhotoId::from_id_or_slug("a-red-boat-a-c_EF-2345").unwrap();
        assert_eq!(id.as_str(), "a-c_EF-2345");
        assert_eq!(PhotoId::from_id_or_slug(id.as_str()).unwrap(), id);
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "short", "twelve_chars", "with space1", "ünïcödé1234", "../../../etc"]
        {
            assert!(PhotoId::parse(text).is_err(), "{text:?} was taken");
        }
        assert!(PhotoId::from_id_or_slug("ééééééé").is_err());
    }

    #[test]
    fn an_image_key_is_a_prefix_digits_and_hex() {
        assert!(ImageKey::parse("photo-1700000000000-0123456789ab").is_ok());
        assert!(ImageKey::parse("profile-1700000000000-0123456789ab").is_ok());
        for text in [
            "photo-1700000000000",
            "photo-17x-0123456789ab",
            "photo-1-0123456789AB",
            "x-1-0123456789ab",
        ] {
            assert!(ImageKey::parse(text).is_err(), "{text:?} was taken");
        }
    }

    #[test]
    fn new_ids_can_stand_on_a_command_line() {
        struct Worst;
        impl Chance for Worst {
            fn fill(&self, bytes: &mut [u8]) {
                bytes.fill(62);
            }
        }
        assert_eq!(PhotoId::random(&Worst).as_str(), "A----------");
    }
}
