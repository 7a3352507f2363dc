//! Collections.

use schemars::SchemaGenerator;

use super::photos::PHOTO;
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::openapi::parameter::{ORDER, ORIENTATION, PAGE, PER_PAGE};
use crate::unsplash::json::UnsplashCollection;

pub(super) const COLLECTION: Of = SchemaGenerator::subschema_for::<UnsplashCollection<'static>>;
const COLLECTIONS: &[Gives] = &[Gives::ok("A page of collections", Shape::Page(COLLECTION))];

pub(super) const GROUP: Group = Group {
    name: "Collections",
    says: "Photos that somebody put together",
    operations: &[LIST, FEATURED, CURATED, GET, PHOTOS, RELATED],
};

const LIST: Operation =
    Operation::get("/collections", "listCollections", "Collections, the newest first")
        .takes(&[PAGE, PER_PAGE])
        .gives(COLLECTIONS);

const FEATURED: Operation = Operation::get(
    "/collections/featured",
    "listFeaturedCollections",
    "The featured ones; all where none is",
)
.takes(&[PAGE, PER_PAGE])
.gives(COLLECTIONS)
.old();

const CURATED: Operation = Operation::get(
    "/collections/curated",
    "listCuratedCollections",
    "The older name of `/collections`",
)
.takes(&[PAGE, PER_PAGE])
.gives(COLLECTIONS)
.old();

const GET: Operation = Operation::get(
    "/collections/{id}",
    "getCollection",
    "One collection; a private one needs its owner's token with `read_collections`",
)
.gives(&[Gives::ok("The collection", Shape::One(COLLECTION))]);

const PHOTOS: Operation =
    Operation::get("/collections/{id}/photos", "listCollectionPhotos", "The photos in it")
        .takes(&[PAGE, PER_PAGE, ORDER, ORIENTATION])
        .gives(&[Gives::ok("A page of photos", Shape::Page(PHOTO))]);

const RELATED: Operation = Operation::get(
    "/collections/{id}/related",
    "listRelatedCollections",
    "Collections that share photos with it",
)
.gives(&[Gives::ok("At most ten", Shape::All(COLLECTION))]);
