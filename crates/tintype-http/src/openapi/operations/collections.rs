//! Collections.

use schemars::SchemaGenerator;
use tintype_domain::Scope;

use super::photos::PHOTO;
use crate::openapi::fields::{Body, Field, Forms, Holds};
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::openapi::parameter::{ORDER, ORIENTATION, PAGE, PER_PAGE, PHOTO_NAMED};
use crate::unsplash::collections::Collected;
use crate::unsplash::json::UnsplashCollection;

pub(super) const COLLECTION: Of = SchemaGenerator::subschema_for::<UnsplashCollection<'static>>;
const COLLECTED: Of = SchemaGenerator::subschema_for::<Collected<'static>>;
const ONE: &[Gives] = &[Gives::ok("The collection", Shape::One(COLLECTION))];
const COLLECTIONS: &[Gives] = &[Gives::ok("A page of collections", Shape::Page(COLLECTION))];

pub(super) const GROUP: Group = Group {
    name: "Collections",
    says: "Photos that somebody put together",
    operations: &[
        LIST,
        CREATE,
        FEATURED,
        CURATED,
        GET,
        UPDATE,
        DELETE,
        PHOTOS,
        RELATED,
        ADD,
        REMOVE,
        GET_AS_BEFORE,
        PHOTOS_AS_BEFORE,
    ],
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
.gives(ONE);

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

const CREATE: Operation = Operation::post("/collections", "createCollection", "Makes a collection")
    .sends(Body {
        forms: Forms::JsonOrForm,
        is_required: true,
        fields: &[
            Field::new("title", Holds::Text(200), "What it is called; not blank").required(),
            Field::new("description", Holds::Text(2000), "What holds it together"),
            Field::new("private", Holds::Flag, "Whether only you may see it"),
        ],
    })
    .scope(Scope::WriteCollections)
    .gives(&[Gives::created("The collection", Shape::One(COLLECTION))]);

const UPDATE: Operation =
    Operation::put("/collections/{id}", "updateCollection", "Changes an own collection")
        .sends(Body {
            forms: Forms::JsonOrForm,
            is_required: false,
            fields: &[
                Field::new("title", Holds::Text(200), "What it is called; not blank").present(),
                Field::new("description", Holds::Text(2000), "What holds it together"),
                Field::new("private", Holds::Flag, "Whether only you may see it"),
            ],
        })
        .scope(Scope::WriteCollections)
        .gives(ONE);

const DELETE: Operation = Operation::delete(
    "/collections/{id}",
    "deleteCollection",
    "Deletes an own collection; its photos stay",
)
.scope(Scope::WriteCollections)
.gives(&[Gives::gone("It is gone")]);

const ADD: Operation = Operation::post(
    "/collections/{id}/add",
    "addToCollection",
    "Puts a photo into an own collection; twice is once",
)
.sends(MEMBER)
.scope(Scope::WriteCollections)
.gives(&[Gives::created("Both as they are now", Shape::One(COLLECTED))]);

const REMOVE: Operation = Operation::delete(
    "/collections/{id}/remove",
    "removeFromCollection",
    "Takes a photo out of an own collection; a body may name it as well",
)
.takes(&[PHOTO_NAMED])
.scope(Scope::WriteCollections)
.gives(&[Gives::ok("Both as they are now", Shape::One(COLLECTED))]);

const MEMBER: Body = Body {
    forms: Forms::JsonOrForm,
    is_required: true,
    fields: &[Field::new("photo_id", Holds::Text(200), "The photo's id").required()],
};

const GET_AS_BEFORE: Operation = Operation::get(
    "/collections/curated/{id}",
    "getCuratedCollection",
    "The older name of `/collections/{id}`",
)
.gives(ONE)
.old();

const PHOTOS_AS_BEFORE: Operation = Operation::get(
    "/collections/curated/{id}/photos",
    "listCuratedCollectionPhotos",
    "The older name of `/collections/{id}/photos`",
)
.takes(&[PAGE, PER_PAGE, ORDER, ORIENTATION])
.gives(&[Gives::ok("A page of photos", Shape::Page(PHOTO))])
.old();
