//! Licences: under what terms a photo may be used.

/// A licence id that the library does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "unknown license {0:?}: use an SPDX id such as CC-BY-4.0, or library or all-rights-reserved"
)]
pub struct UnknownLicense(pub String);

/// Names a licence: an SPDX id, or one of our own (`library`, `all-rights-reserved`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LicenseId(&'static License);

/// A licence as people read it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct License {
    /// SPDX id, or our own.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it allows, in one plain sentence.
    pub summary: &'static str,
    /// Where its text stands; `None` when there is none.
    pub url: Option<&'static str>,
    /// Whether the photo may be used by anyone without asking.
    pub is_open: bool,
}

const LICENSES: &[License] = &[
    License {
        id: "library",
        title: "Library license",
        url: None,
        is_open: true,
        summary: "Free to use; a credit is welcome but not required.",
    },
    License {
        id: "all-rights-reserved",
        title: "All rights reserved",
        url: None,
        is_open: false,
        summary: "Ask the photographer before using this picture.",
    },
    License {
        id: "CC0-1.0",
        title: "CC0 1.0 (public domain dedication)",
        is_open: true,
        url: Some("https://creativecommons.org/publicdomain/zero/1.0/"),
        summary: "Free for any use; no credit needed.",
    },
    License {
        id: "PDM-1.0",
        title: "Public Domain Mark 1.0",
        is_open: true,
        url: Some("https://creativecommons.org/publicdomain/mark/1.0/"),
        summary: "Free of known copyright; no credit needed.",
    },
    License {
        id: "CC-BY-4.0",
        title: "Creative Commons Attribution 4.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by/4.0/"),
        summary: "Free for any use as long as the photographer is credited.",
    },
    License {
        id: "CC-BY-SA-4.0",
        title: "Creative Commons Attribution-ShareAlike 4.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by-sa/4.0/"),
        summary: "Free for any use with credit; adaptations carry the same license.",
    },
    License {
        id: "CC-BY-ND-4.0",
        title: "Creative Commons Attribution-NoDerivatives 4.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by-nd/4.0/"),
        summary: "Free for any use with credit, unchanged.",
    },
    License {
        id: "CC-BY-NC-4.0",
        title: "Creative Commons Attribution-NonCommercial 4.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by-nc/4.0/"),
        summary: "Free for non-commercial use with credit.",
    },
    License {
        id: "CC-BY-NC-SA-4.0",
        title: "Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        summary: "Free for non-commercial use with credit; adaptations carry the same license.",
    },
    License {
        id: "CC-BY-NC-ND-4.0",
        title: "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        summary: "Free for non-commercial use with credit, unchanged.",
    },
    License {
        id: "CC-BY-3.0",
        title: "Creative Commons Attribution 3.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by/3.0/"),
        summary: "Free for any use as long as the photographer is credited.",
    },
    License {
        id: "CC-BY-SA-3.0",
        title: "Creative Commons Attribution-ShareAlike 3.0",
        is_open: true,
        url: Some("https://creativecommons.org/licenses/by-sa/3.0/"),
        summary: "Free for any use with credit; adaptations carry the same license.",
    },
];

impl LicenseId {
    /// Reads an id; upper and lower case do not matter.
    pub fn parse(text: &str) -> Result<Self, UnknownLicense> {
        let known = LICENSES.iter().find(|license| license.id.eq_ignore_ascii_case(text.trim()));
        known.map(Self).ok_or_else(|| UnknownLicense(text.chars().take(40).collect()))
    }

    /// Finds the licence whose deed has this address, as metadata names it (`http`, `https`, with
    /// or without `/deed.en`).
    pub fn from_url(url: &str) -> Option<Self> {
        let bare = |text: &str| {
            text.trim()
                .split_once("://")
                .map(|(_, rest)| rest.trim_start_matches("www.").to_ascii_lowercase())
        };
        let wanted = bare(url)?;
        let same = |license: &&License| {
            license
                .url
                .and_then(bare)
                .is_some_and(|known| wanted.starts_with(known.trim_end_matches('/')))
        };
        LICENSES.iter().find(same).map(Self)
    }

    /// The licence a library starts with.
    pub fn library() -> Self {
        Self(&LICENSES[0])
    }

    /// Every licence one can choose.
    pub fn all() -> impl Iterator<Item = Self> {
        LICENSES.iter().map(Self)
    }

    /// The id as written down.
    pub fn as_str(&self) -> &'static str {
        self.0.id
    }

    /// The licence itself.
    pub fn license(&self) -> &'static License {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_license_is_found_by_id_and_by_address() {
        assert_eq!(LicenseId::parse("cc-by-4.0").unwrap().as_str(), "CC-BY-4.0");
        let deed =
            LicenseId::from_url("http://creativecommons.org/licenses/by-sa/4.0/deed.en").unwrap();
        assert_eq!(deed.as_str(), "CC-BY-SA-4.0");
        assert!(LicenseId::from_url("https://example.org/").is_none());
        assert!(LicenseId::parse("WTF").is_err());
    }
}
