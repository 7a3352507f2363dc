//! Bytes of pictures. They need no key and do not count against the hour's calls.

use crate::openapi::operation::{Gives, Group, Operation, Shape};
use crate::openapi::parameter::{FORCE, WIDTH};

pub(super) const GROUP: Group = Group {
    name: "Pictures",
    says: "The bytes, at the size asked for; no key needed",
    operations: &[GET, SMALL, AVATAR, DOWNLOAD, RANDOM, FEATURED, SEED],
};

const PICTURE: &[Gives] = &[Gives::ok("The picture", Shape::Picture)];
const ELSEWHERE: &[Gives] =
    &[Gives { status: 302, says: "To a picture of that size", shape: Shape::Elsewhere }];

const GET: Operation = Operation::get(
    "/images/{key}",
    "getImage",
    "A picture; `w`, `h`, `fit`, `crop`, `fm`, `q`, `auto` and many more as imgix reads them",
)
.gives(PICTURE)
.open();

const SMALL: Operation =
    Operation::get("/images/small/{key}", "getSmallImage", "A JPEG of 400 pixels across")
        .gives(PICTURE)
        .open();

const AVATAR: Operation = Operation::get(
    "/images/placeholder-avatars/{user}",
    "getPlaceholderAvatar",
    "Initials, for those who have no picture of themselves",
)
.gives(PICTURE)
.open();

const DOWNLOAD: Operation = Operation::get(
    "/web/photos/{id}/download",
    "downloadPhoto",
    "The original, for those who have nothing but the address; counts a download",
)
.takes(&[WIDTH, FORCE])
.gives(PICTURE)
.open();

const RANDOM: Operation = Operation::get(
    "/random/{size}",
    "redirectToRandomImage",
    "To any picture, or with words as in `?nature,water` to one of those; another each time",
)
.gives(ELSEWHERE)
.open();

const FEATURED: Operation =
    Operation::get("/featured/{size}", "redirectToFeaturedImage", "The older name of `/random`")
        .gives(ELSEWHERE)
        .open()
        .old();

const SEED: Operation = Operation::get(
    "/seed/{seed}/{size}",
    "redirectToSeededImage",
    "The same, but the same seed gives the same photo",
)
.gives(ELSEWHERE)
.open();
