//! Photos.

use schemars::SchemaGenerator;
use tintype_domain::Scope;

use crate::openapi::answers::Address;
use crate::openapi::fields::{Body, Field, Forms, Holds};
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::openapi::parameter::{
    CAMERA, COLLECTIONS, COLOR, CONTENT_FILTER, COUNT, LICENSE, ORDER, ORIENTATION, PAGE, PER_PAGE,
    Parameter, QUANTITY, QUERY, RESOLUTION, SEARCH_ORDER, SOME_QUERY, TOPICS, USERNAME, WITHDRAWN,
};
use crate::unsplash::json::{UnsplashFullPhoto, UnsplashPhoto, UnsplashStatistics};

pub(super) const PHOTO: Of = SchemaGenerator::subschema_for::<UnsplashPhoto<'static>>;
const FULL: Of = SchemaGenerator::subschema_for::<UnsplashFullPhoto<'static>>;
const COUNTS: Of = SchemaGenerator::subschema_for::<UnsplashStatistics<'static>>;
const ADDRESS: Of = SchemaGenerator::subschema_for::<Address>;

pub(super) const GROUP: Group = Group {
    name: "Photos",
    says: "What the library holds",
    operations: &[
        LIST,
        UPLOAD,
        LIST_AS_BEFORE,
        SEARCH_AS_BEFORE,
        RANDOM,
        GET,
        DELETE,
        STATISTICS,
        STATISTICS_AS_BEFORE,
        DOWNLOAD,
        SIMILAR,
        WITHDRAW,
    ],
};

const IN_LISTS: &[Parameter] = &[PAGE, PER_PAGE, ORDER, ORIENTATION];
const PHOTOS: &[Gives] = &[Gives::ok("A page of photos", Shape::Page(PHOTO))];
const ONE: &[Gives] = &[Gives::ok("The photo", Shape::One(FULL))];
const STATS: &[Gives] = &[Gives::ok("Totals, and counts by day", Shape::One(COUNTS))];

const LIST: Operation = Operation::get("/photos", "listPhotos", "Photos, the newest first")
    .takes(IN_LISTS)
    .gives(PHOTOS);

const LIST_AS_BEFORE: Operation =
    Operation::get("/photos/curated", "listCuratedPhotos", "The older name of `/photos`")
        .takes(IN_LISTS)
        .gives(PHOTOS)
        .old();

const SEARCH_AS_BEFORE: Operation = Operation::get(
    "/photos/search",
    "searchPhotosAsArray",
    "The older search: a bare array, with the total in `X-Total`",
)
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
.gives(PHOTOS)
.old();

const RANDOM: Operation = Operation::get(
    "/photos/random",
    "getRandomPhoto",
    "A photo by chance, or several; 404 when there is nothing to choose from",
)
.takes(&[COUNT, SOME_QUERY, COLLECTIONS, TOPICS, USERNAME, ORIENTATION, CONTENT_FILTER])
.gives(&[Gives::ok("The photo, or an array of them with `count`", Shape::OneOrMany(FULL))]);

const GET: Operation =
    Operation::get("/photos/{id}", "getPhoto", "One photo with all that is known of it").gives(ONE);

const DELETE: Operation = Operation::delete("/photos/{id}", "deletePhoto", "Deletes an own photo")
    .scope(Scope::WritePhotos)
    .gives(&[Gives { status: 204, says: "It is gone", shape: Shape::Nothing }]);

const STATISTICS: Operation = Operation::get(
    "/photos/{id}/statistics",
    "getPhotoStatistics",
    "How often a photo was seen, downloaded and liked",
)
.takes(&[RESOLUTION, QUANTITY])
.gives(STATS);

const STATISTICS_AS_BEFORE: Operation = Operation::get(
    "/photos/{id}/stats",
    "getPhotoStats",
    "The older name of `/photos/{id}/statistics`",
)
.takes(&[RESOLUTION, QUANTITY])
.gives(STATS)
.old();

const DOWNLOAD: Operation = Operation::get(
    "/photos/{id}/download",
    "trackDownload",
    "Says that a photo was chosen: counts a download, and answers where its bytes are",
)
.gives(&[Gives::ok("The address of the picture; it needs no key", Shape::One(ADDRESS))]);

const SIMILAR: Operation =
    Operation::get("/photos/{id}/similar", "listSimilarPhotos", "Photos like this one")
        .takes(&[PER_PAGE])
        .gives(&[Gives::ok("The most alike first", Shape::All(PHOTO))]);

const WITHDRAW: Operation = Operation::post(
    "/photos/{id}/withdraw",
    "withdrawPhoto",
    "Takes an own photo out of search and lists; its address lives on",
)
.takes(&[WITHDRAWN])
.scope(Scope::WritePhotos)
.gives(ONE);

const UPLOAD: Operation = Operation::post("/photos", "uploadPhoto", "Takes a picture in")
    .sends(Body {
        forms: Forms::Multipart,
        is_required: true,
        fields: &[
            Field::new("photo", Holds::Picture, "JPEG, PNG, WebP, AVIF, GIF or JPEG XL").required(),
            Field::new("title", Holds::Text(200), "What it is called"),
            Field::new("description", Holds::Text(2000), "What you say of it"),
            Field::new("alt_description", Holds::Text(1000), "For those who cannot see it"),
            Field::new("tags", Holds::List, "Words it is found by; commas part them too"),
            Field::new("license", Holds::Text(60), "Under what terms, as in `CC0-1.0`"),
            Field::new("collections", Holds::List, "Own collections it goes into, by id"),
            Field::new("location[name]", Holds::Text(200), "Where it was taken"),
            Field::new("location[city]", Holds::Text(200), "The city"),
            Field::new("location[country]", Holds::Text(200), "The country"),
            Field::new("location[latitude]", Holds::Number(-90, 90), "Degrees to the north"),
            Field::new("location[longitude]", Holds::Number(-180, 180), "Degrees to the east"),
        ],
    })
    .scope(Scope::WritePhotos)
    .gives(&[
        Gives::created("The photo; found by search within seconds", Shape::One(FULL)),
        Gives::ok("The photo that the same bytes made before", Shape::One(FULL)),
    ]);
