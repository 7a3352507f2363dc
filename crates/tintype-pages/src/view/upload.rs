//! The page where pictures come in.

use tintype_domain::LicenseId;

use super::{Address, Thumb};

/// `/upload`: POSTs multipart `photo` (several), `title`, `description`, `tags`, `location[name]`,
/// `license` and `form_token`; afterwards shows each file's state.
#[derive(Debug, Clone, Default)]
pub struct UploadPage {
    /// The page's address.
    pub address: Address,
    /// Takes the POST.
    pub action: String,
    /// Proof that the form was ours.
    pub form_token: String,
    /// What is taken.
    pub limits: UploadLimits,
    /// The licenses to choose from.
    pub licenses: Vec<LicenseChoice>,
    /// The fields as filled in before.
    pub fields: UploadFields,
    /// What became of the files just sent, in their order.
    pub results: Vec<UploadResult>,
    /// A sentence about the whole form, when it was refused as a whole.
    pub problem: Option<String>,
}

/// What is taken.
#[derive(Debug, Clone, Default)]
pub struct UploadLimits {
    /// The `accept` attribute, such as `image/jpeg,image/png`.
    pub accept: String,
    /// The kinds in words, such as `JPEG, PNG, WebP`.
    pub formats: String,
    /// The largest file.
    pub bytes: u64,
}

/// One license to choose.
#[derive(Debug, Clone)]
pub struct LicenseChoice {
    /// Which.
    pub license: LicenseId,
    /// Whether it is chosen.
    pub is_current: bool,
}

/// The fields that go for all files of a form.
#[derive(Debug, Clone, Default)]
pub struct UploadFields {
    /// The title.
    pub title: String,
    /// The description.
    pub description: String,
    /// The tags, with commas.
    pub tags: String,
    /// The place.
    pub place: String,
}

/// One file just sent.
#[derive(Debug, Clone)]
pub struct UploadResult {
    /// Its name as the browser gave it.
    pub file_name: String,
    /// What became of it.
    pub state: UploadState,
}

/// What became of a file.
#[derive(Debug, Clone)]
pub enum UploadState {
    /// It is in the library.
    Done {
        /// The photo's page.
        href: String,
        /// A small picture of it.
        thumb: Option<Thumb>,
    },
    /// The same picture was here before.
    Duplicate {
        /// The photo's page.
        href: String,
    },
    /// It was not taken.
    Refused {
        /// Why, in a sentence.
        reason: String,
    },
}
