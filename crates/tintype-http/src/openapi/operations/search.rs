//! Searches.

use schemars::SchemaGenerator;

use crate::openapi::fields::{Body, Field, Forms, Holds};
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::openapi::parameter::{
    CAMERA, COLLECTIONS, COLOR, CONTENT_FILTER, LICENSE, ORIENTATION, PAGE, PER_PAGE, QUERY,
    SEARCH_ORDER, TOPICS, USERNAME,
};
use crate::unsplash::json::{UnsplashCollection, UnsplashMediumUser, UnsplashPhoto};
use crate::unsplash::search::SearchAnswer;

const FOUND_PHOTOS: Of = SchemaGenerator::subschema_for::<SearchAnswer<UnsplashPhoto<'static>>>;
const FOUND_COLLECTIONS: Of =
    SchemaGenerator::subschema_for::<SearchAnswer<UnsplashCollection<'static>>>;
const FOUND_USERS: Of = SchemaGenerator::subschema_for::<SearchAnswer<UnsplashMediumUser<'static>>>;

pub(super) const GROUP: Group = Group {
    name: "Search",
    says: "By words",
    operations: &[PHOTOS, PHOTOS_BY_BODY, COLLECTIONS_BY_WORDS, USERS],
};

const PHOTOS: Operation =
    Operation::get("/search/photos", "searchPhotos", "Photos that words, colours or places find")
        .takes(&[
            QUERY,
            PAGE,
            PER_PAGE,
            SEARCH_ORDER,
            COLLECTIONS,
            TOPICS,
            USERNAME,
            CONTENT_FILTER,
            COLOR,
            ORIENTATION,
            LICENSE,
            CAMERA,
        ])
        .gives(&[Gives::ok("A page of what was found", Shape::Found(FOUND_PHOTOS))]);

const PHOTOS_BY_BODY: Operation =
    Operation::post("/search/photos", "searchPhotosByBody", "The same search, asked in a body")
        .sends(Body {
            forms: Forms::JsonOrForm,
            is_required: true,
            fields: &[
                Field::new("query", Holds::Text(200), "The words to search by").required(),
                Field::new("page", Holds::Whole(1, 1_000_000), "Which page"),
                Field::new("per_page", Holds::Whole(1, 30), "How many to a page"),
                Field::new("order_by", Holds::Text(20), "`relevant`, `latest` or `editorial`"),
                Field::new("orientation", Holds::Text(20), "`landscape`, `portrait` or `squarish`"),
                Field::new("color", Holds::Text(20), "A name, or six hexadecimal digits"),
            ],
        })
        .gives(&[Gives::ok("A page of what was found", Shape::Found(FOUND_PHOTOS))]);

const COLLECTIONS_BY_WORDS: Operation =
    Operation::get("/search/collections", "searchCollections", "Collections by their words")
        .takes(&[QUERY, PAGE, PER_PAGE])
        .gives(&[Gives::ok("A page of what was found", Shape::Found(FOUND_COLLECTIONS))]);

const USERS: Operation = Operation::get("/search/users", "searchUsers", "People by their names")
    .takes(&[QUERY, PAGE, PER_PAGE])
    .gives(&[Gives::ok("A page of what was found", Shape::Found(FOUND_USERS))]);
