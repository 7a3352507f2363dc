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
use crate::unsplash::photos::Liked;

pub(super) const PHOTO: Of = SchemaGenerator::subschema_for::<UnsplashPhoto<'static>>;
const FULL: Of = SchemaGenerator::subschema_for::<UnsplashFullPhoto<'static>>;
const COUNTS: Of = SchemaGenerator::subschema_for::<UnsplashStatistics<'static>>;
const LIKED: Of = SchemaGenerator::subschema_for::<Liked<'static>>;
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
        UPDATE,
        DELETE,
        LIKE,
        UNLIKE,
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
    .gives(&[Gives::gone("It is gone")]);

const UPDATE: Operation =
    Operation::put("/photos/{id}", "updatePhoto", "Says of an own photo what is named, anew")
        .sends(Body {
            forms: Forms::JsonOrForm,
            is_required: false,
            fields: &[
                Field::new("title", Holds::Text(200), "What it is called"),
                Field::new("description", Holds::Text(2000), "What you say of it"),
                Field::new("alt_description", Holds::Text(1000), "For those who cannot see it"),
                Field::new("show_on_profile", Holds::Flag, "`false` withdraws it"),
                Field::new("tags", Holds::List, "All words it is found by"),
                Field::new("license", Holds::Text(60), "Under what terms, as in `CC0-1.0`"),
                Field::new("location[name]", Holds::Text(200), "Where it was taken"),
                Field::new("location[city]", Holds::Text(200), "The city"),
                Field::new("location[country]", Holds::Text(200), "The country"),
                Field::new("location[latitude]", Holds::Number(-90, 90), "Degrees to the north"),
                Field::new("location[longitude]", Holds::Number(-180, 180), "Degrees to the east"),
                Field::new("location[confidential]", Holds::Flag, "`true` forgets the place"),
                Field::new("exif[make]", Holds::Text(100), "Who made the camera"),
                Field::new("exif[model]", Holds::Text(100), "Which camera"),
                Field::new("exif[exposure_time]", Holds::Text(20), "Seconds, as in `1/250`"),
                Field::new("exif[aperture_value]", Holds::Text(20), "Comes back as `aperture`"),
                Field::new("exif[focal_length]", Holds::Text(20), "Millimetres"),
                Field::new(
                    "exif[iso_speed_ratings]",
                    Holds::Whole(1, 1_000_000),
                    "Comes back as `iso`",
                ),
            ],
        })
        .scope(Scope::WritePhotos)
        .gives(ONE);

const LIKE: Operation =
    Operation::post("/photos/{id}/like", "likePhoto", "Likes a photo; twice is once")
        .scope(Scope::WriteLikes)
        .gives(&[Gives::created("The photo, and who likes it", Shape::One(LIKED))]);

const UNLIKE: Operation =
    Operation::delete("/photos/{id}/like", "unlikePhoto", "Takes a like back")
        .scope(Scope::WriteLikes)
        .gives(&[Gives::ok("The photo, and who liked it", Shape::One(LIKED))]);

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
