//! Whoever is asking.

use schemars::SchemaGenerator;
use tintype_domain::Scope;

use crate::openapi::fields::{Body, Field, Forms, Holds};
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::unsplash::json::UnsplashMe;

const ME: Of = SchemaGenerator::subschema_for::<UnsplashMe<'static>>;
const ANSWER: &[Gives] = &[Gives::ok("The whole profile", Shape::One(ME))];

pub(super) const GROUP: Group =
    Group { name: "Me", says: "Whose token it is", operations: &[GET, UPDATE] };

const GET: Operation = Operation::get("/me", "getMe", "The own profile, e-mail address included")
    .scope(Scope::ReadUser)
    .gives(ANSWER);

const UPDATE: Operation = Operation::put("/me", "updateMe", "Changes what is named of it")
    .sends(Body {
        forms: Forms::JsonOrForm,
        is_required: false,
        fields: &[
            Field::new("username", Holds::Text(60), "Letters, digits and `_`").present(),
            Field::new("first_name", Holds::Text(100), "Not blank").present(),
            Field::new("last_name", Holds::Text(100), "Last name"),
            Field::new("email", Holds::Text(200), "An address that nobody else here has"),
            Field::new("url", Holds::Text(500), "Their own site; comes back as `portfolio_url`"),
            Field::new("location", Holds::Text(100), "Where they are"),
            Field::new("bio", Holds::Text(1000), "About them"),
            Field::new("instagram_username", Holds::Text(60), "Name there, without `@`"),
            Field::new("twitter_username", Holds::Text(60), "Name there, without `@`"),
        ],
    })
    .scope(Scope::WriteUser)
    .gives(ANSWER);
