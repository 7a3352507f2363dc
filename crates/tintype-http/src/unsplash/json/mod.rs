//! The shapes of the wire contract (section 4). Nothing else makes JSON of a noun; each shape
//! names every field of the noun it is made from, so that a new one cannot be forgotten.

mod collection;
mod license;
mod photo;
mod photo_full;
mod photo_links;
mod picked;
mod statistics;
mod topic;
mod user;

pub(crate) use collection::{UnsplashCollection, UnsplashCollectionMeta};
pub(crate) use photo::UnsplashPhoto;
pub(crate) use photo_full::{RelatedCollections, UnsplashFullPhoto};
pub(crate) use picked::PickedPhoto;
pub(crate) use statistics::{
    PhotoStatistics, UnsplashMonth, UnsplashStatistics, UnsplashTotals, Window,
};
pub(crate) use topic::{UnsplashFullTopic, UnsplashTopic};
pub(crate) use user::{UnsplashFullUser, UnsplashMe, UnsplashMediumUser, UnsplashUser};
