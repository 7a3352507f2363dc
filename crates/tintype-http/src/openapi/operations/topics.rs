//! Topics.

use schemars::SchemaGenerator;

use super::photos::PHOTO;
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::openapi::parameter::{IDS, ORDER, ORIENTATION, PAGE, PER_PAGE, TOPIC_ORDER};
use crate::unsplash::json::{UnsplashFullTopic, UnsplashTopic};

const TOPIC: Of = SchemaGenerator::subschema_for::<UnsplashTopic<'static>>;
const FULL: Of = SchemaGenerator::subschema_for::<UnsplashFullTopic<'static>>;

pub(super) const GROUP: Group =
    Group { name: "Topics", says: "What the editors keep", operations: &[LIST, GET, PHOTOS] };

const LIST: Operation = Operation::get("/topics", "listTopics", "Topics, in the editors' order")
    .takes(&[IDS, PAGE, PER_PAGE, TOPIC_ORDER])
    .gives(&[Gives::ok("A page of topics", Shape::Page(TOPIC))]);

const GET: Operation =
    Operation::get("/topics/{topic}", "getTopic", "One topic, with those who gave most to it")
        .gives(&[Gives::ok("The topic", Shape::One(FULL))]);

const PHOTOS: Operation =
    Operation::get("/topics/{topic}/photos", "listTopicPhotos", "The photos in it")
        .takes(&[PAGE, PER_PAGE, ORDER, ORIENTATION])
        .gives(&[Gives::ok("A page of photos", Shape::Page(PHOTO))]);
