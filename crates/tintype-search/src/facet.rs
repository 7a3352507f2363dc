//! What is asked yes or no of a photo, as words of one field.

use tintype_domain::{CollectionId, ColorName, LicenseId, Orientation, TopicId, UserId};

/// The facet of photos that `content_filter=high` leaves out.
pub(crate) const SENSITIVE: &str = "sensitive";

pub(crate) fn orientation(orientation: Orientation) -> String {
    format!("shape:{}", orientation.as_str())
}

pub(crate) fn color(name: ColorName) -> String {
    format!("color:{}", name.as_str())
}

pub(crate) fn collection(id: &CollectionId) -> String {
    format!("in:{id}")
}

pub(crate) fn topic(id: &TopicId) -> String {
    format!("topic:{id}")
}

pub(crate) fn owner(id: &UserId) -> String {
    format!("by:{id}")
}

pub(crate) fn license(id: &LicenseId) -> String {
    format!("license:{}", id.as_str())
}

pub(crate) fn camera(word: &str) -> String {
    format!("camera:{word}")
}
