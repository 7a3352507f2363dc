//! People.

use schemars::SchemaGenerator;

use super::collections::COLLECTION;
use super::photos::PHOTO;
use crate::openapi::answers::Address;
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::openapi::parameter::{
    ORDER, ORIENTATION, PAGE, PER_PAGE, Parameter, QUANTITY, RESOLUTION, STATS,
};
use crate::unsplash::json::{UnsplashFullUser, UnsplashStatistics, UnsplashUser};

const USER: Of = SchemaGenerator::subschema_for::<UnsplashUser<'static>>;
const FULL: Of = SchemaGenerator::subschema_for::<UnsplashFullUser<'static>>;
const ADDRESS: Of = SchemaGenerator::subschema_for::<Address>;
const COUNTS: Of = SchemaGenerator::subschema_for::<UnsplashStatistics<'static>>;

pub(super) const GROUP: Group = Group {
    name: "People",
    says: "Those whose photos they are",
    operations: &[GET, PORTFOLIO, PHOTOS, LIKES, COLLECTIONS, STATISTICS, FOLLOWERS, FOLLOWING],
};

const PAGING: &[Parameter] = &[PAGE, PER_PAGE];
const PHOTO_PAGE: &[Gives] = &[Gives::ok("A page of photos", Shape::Page(PHOTO))];
const NOBODY: &[Gives] = &[Gives::ok("An empty page", Shape::Page(USER))];

const GET: Operation = Operation::get("/users/{name}", "getUser", "What is public of a person")
    .gives(&[Gives::ok("The person", Shape::One(FULL))]);

const PORTFOLIO: Operation = Operation::get(
    "/users/{name}/portfolio",
    "getUserPortfolio",
    "Where a person's own site is; 404 when they name none",
)
.gives(&[Gives::ok("Its address", Shape::One(ADDRESS))]);

const PHOTOS: Operation = Operation::get("/users/{name}/photos", "listUserPhotos", "Their photos")
    .takes(&[PAGE, PER_PAGE, ORDER, ORIENTATION, STATS, RESOLUTION, QUANTITY])
    .gives(PHOTO_PAGE);

const LIKES: Operation =
    Operation::get("/users/{name}/likes", "listUserLikes", "The photos they like")
        .takes(&[PAGE, PER_PAGE, ORDER, ORIENTATION])
        .gives(PHOTO_PAGE);

const COLLECTIONS: Operation = Operation::get(
    "/users/{name}/collections",
    "listUserCollections",
    "Their collections; the private ones to themselves alone",
)
.takes(PAGING)
.gives(&[Gives::ok("A page of collections", Shape::Page(COLLECTION))]);

const STATISTICS: Operation = Operation::get(
    "/users/{name}/statistics",
    "getUserStatistics",
    "How often all their photos were seen, downloaded and liked",
)
.takes(&[RESOLUTION, QUANTITY])
.gives(&[Gives::ok("Totals, and counts by day", Shape::One(COUNTS))]);

const FOLLOWERS: Operation = Operation::get(
    "/users/{name}/followers",
    "listFollowers",
    "Nobody follows anybody here: always empty",
)
.takes(PAGING)
.gives(NOBODY)
.old();

const FOLLOWING: Operation = Operation::get(
    "/users/{name}/following",
    "listFollowing",
    "Nobody follows anybody here: always empty",
)
.takes(PAGING)
.gives(NOBODY)
.old();
