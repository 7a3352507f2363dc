//! What may stand in a query: name, meaning, bounds. Outside of the bounds the server clamps or
//! ignores, as the contract wants it; the document says what is meant.

use serde_json::{Value, json};
use tintype_domain::{
    ColorName, ContentFilter, Orientation, PER_PAGE_MAX, PhotoOrder, SearchOrder, TopicOrder,
};

/// One parameter of a query.
#[derive(Clone, Copy)]
pub(crate) struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub says: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// A value that shows something.
    pub example: &'static str,
    /// Whether nothing goes without it.
    pub is_required: bool,
}

/// What a value may be.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// Any text.
    Text,
    /// A whole number: least, most, default.
    Number(u32, u32, Option<u32>),
    /// One of these, and which when nothing is said.
    Word(fn() -> Vec<&'static str>, Option<&'static str>),
    /// True or false, and which when nothing is said.
    Flag(bool),
    /// Several, parted by commas.
    List,
    /// A colour by name or by number.
    Color,
}

impl Parameter {
    pub(super) const fn new(
        name: &'static str,
        kind: Kind,
        example: &'static str,
        says: &'static str,
    ) -> Self {
        Self { name, says, kind, example, is_required: false }
    }

    const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// As OpenAPI writes it.
    pub(super) fn to_json(self) -> Value {
        let mut json = json!({
            "name": self.name, "in": "query", "description": self.says,
            "required": self.is_required, "schema": self.kind.schema(),
            "example": self.kind.read(self.example),
        });
        if matches!(self.kind, Kind::List) {
            json["style"] = "form".into();
            json["explode"] = false.into();
        }
        json
    }
}

impl Kind {
    pub(super) fn schema(self) -> Value {
        match self {
            Self::Text => json!({ "type": "string", "minLength": 1, "maxLength": 200 }),
            Self::Number(least, most, default) => with_default(
                json!({ "type": "integer", "minimum": least, "maximum": most }),
                default.map(Value::from),
            ),
            Self::Word(of, default) => {
                with_default(json!({ "type": "string", "enum": of() }), default.map(Value::from))
            }
            Self::Flag(default) => json!({ "type": "boolean", "default": default }),
            Self::List => json!({
                "type": "array", "minItems": 1, "maxItems": 30,
                "items": { "type": "string", "minLength": 1, "maxLength": 100 },
            }),
            Self::Color => json!({ "anyOf": [
                { "type": "string", "enum": colors() },
                { "type": "string", "pattern": "^#?[0-9a-fA-F]{6}$" },
            ] }),
        }
    }

    fn read(self, example: &str) -> Value {
        match self {
            Self::Number(..) => example.parse::<u32>().map_or(Value::Null, Value::from),
            Self::Flag(_) => (example == "true").into(),
            Self::List => example.split(',').collect::<Vec<_>>().into(),
            Self::Text | Self::Word(..) | Self::Color => example.into(),
        }
    }
}

fn with_default(mut schema: Value, default: Option<Value>) -> Value {
    if let Some(default) = default {
        schema["default"] = default;
    }
    schema
}

fn colors() -> Vec<&'static str> {
    ColorName::ALL.iter().map(|color| color.as_str()).collect()
}

fn orientations() -> Vec<&'static str> {
    Orientation::ALL.iter().map(|word| word.as_str()).collect()
}

fn photo_orders() -> Vec<&'static str> {
    PhotoOrder::ALL.iter().map(|word| word.as_str()).collect()
}

fn search_orders() -> Vec<&'static str> {
    SearchOrder::ALL.iter().map(|word| word.as_str()).collect()
}

fn topic_orders() -> Vec<&'static str> {
    TopicOrder::ALL.iter().map(|word| word.as_str()).collect()
}

fn filters() -> Vec<&'static str> {
    ContentFilter::ALL.iter().map(|word| word.as_str()).collect()
}

fn resolutions() -> Vec<&'static str> {
    vec!["days"]
}

/// Which page, the first being 1.
const MOST_PAGES: u32 = 1_000_000;
pub(super) const PAGE: Parameter =
    Parameter::new("page", Kind::Number(1, MOST_PAGES, Some(1)), "1", "Which page of the list");
pub(super) const PER_PAGE: Parameter = Parameter::new(
    "per_page",
    Kind::Number(1, PER_PAGE_MAX, Some(10)),
    "10",
    "How many to a page; more than 30 are taken for 30",
);
pub(super) const QUERY: Parameter =
    Parameter::new("query", Kind::Text, "nature", "The words to search by").required();
pub(super) const SOME_QUERY: Parameter =
    Parameter::new("query", Kind::Text, "nature", "Only photos that a search for this would find");
pub(super) const ORIENTATION: Parameter = Parameter::new(
    "orientation",
    Kind::Word(orientations, None),
    "landscape",
    "Only photos of this shape",
);
pub(super) const ORDER: Parameter = Parameter::new(
    "order_by",
    Kind::Word(photo_orders, Some("latest")),
    "latest",
    "In which order",
);
pub(super) const SEARCH_ORDER: Parameter = Parameter::new(
    "order_by",
    Kind::Word(search_orders, Some("relevant")),
    "relevant",
    "In which order",
);
pub(super) const TOPIC_ORDER: Parameter = Parameter::new(
    "order_by",
    Kind::Word(topic_orders, Some("position")),
    "position",
    "In which order",
);
pub(super) const CONTENT_FILTER: Parameter = Parameter::new(
    "content_filter",
    Kind::Word(filters, Some("low")),
    "low",
    "`high` leaves out what its owner marked as sensitive",
);
pub(super) const COLOR: Parameter = Parameter::new(
    "color",
    Kind::Color,
    "blue",
    "Only photos of this colour: a name, or six hexadecimal digits for what is near to it",
);
pub(super) const COLLECTIONS: Parameter = Parameter::new(
    "collections",
    Kind::List,
    "ColCtnExmpl",
    "Only photos of these collections, by id, parted by commas",
);
pub(super) const TOPICS: Parameter = Parameter::new(
    "topics",
    Kind::List,
    "mountains",
    "Only photos of these topics, by id or slug, parted by commas",
);
pub(super) const IDS: Parameter = Parameter::new(
    "ids",
    Kind::List,
    "mountains",
    "Only these topics, by id or slug, parted by commas",
);
pub(super) const USERNAME: Parameter =
    Parameter::new("username", Kind::Text, "ada", "Only photos by this person");
pub(super) const LICENSE: Parameter =
    Parameter::new("license", Kind::Text, "CC0-1.0", "Only photos under this licence");
pub(super) const CAMERA: Parameter =
    Parameter::new("camera", Kind::Text, "EOS R5", "Only photos taken with this camera");
pub(super) const COUNT: Parameter = Parameter::new(
    "count",
    Kind::Number(1, PER_PAGE_MAX, None),
    "3",
    "How many; with it, even with 1, the answer is an array",
);
pub(super) const RESOLUTION: Parameter = Parameter::new(
    "resolution",
    Kind::Word(resolutions, Some("days")),
    "days",
    "How finely to count",
);
pub(super) const QUANTITY: Parameter =
    Parameter::new("quantity", Kind::Number(1, 30, Some(30)), "30", "How many days, up to today");
pub(super) const STATS: Parameter = Parameter::new(
    "stats",
    Kind::Flag(false),
    "true",
    "Adds `statistics` to each photo, for `resolution` and `quantity`",
);
pub(super) const WITHDRAWN: Parameter =
    Parameter::new("withdrawn", Kind::Flag(true), "true", "`false` puts it back into the lists");
pub(super) const PHOTO_NAMED: Parameter =
    Parameter::new("photo_id", Kind::Text, PHOTO_ID, "The photo's id").required();
pub(super) const FORCE: Parameter =
    Parameter::new("force", Kind::Flag(false), "true", "Sends it as a file to keep");
pub(super) const WIDTH: Parameter = Parameter::new(
    "w",
    Kind::Number(1, 8192, None),
    "640",
    "A JPEG of at most so many pixels across, instead of the original",
);

/// What a variable part of a path stands for, and a value that shows it.
pub(super) fn in_path(route: &str, name: &str) -> Value {
    let (says, example) = match (route.split('/').nth(1).unwrap_or_default(), name) {
        ("photos" | "web", _) => ("The photo's id, or its slug, which ends in the id", PHOTO_ID),
        ("collections", _) => ("The collection's id", "ColCtnExmpl"),
        ("topics", _) => ("The topic's id or slug", "mountains"),
        ("users", _) => ("The person's username; upper and lower case are alike", "ada"),
        ("jobs", _) => ("The job's number", "1"),
        (_, "key") => ("The picture's name, as in `urls`", "photo-1770000000000-0123456789ab"),
        (_, "size") => ("Width and height in pixels, as in `800x600`", "800x600"),
        (_, "seed") => ("Any text; the same one gives the same photo", "tuesday"),
        (_, "user") => ("The person's id", "UsrExample1"),
        _ => ("What it is about", "example"),
    };
    let schema = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
    json!({
        "name": name, "in": "path", "required": true, "description": says,
        "schema": schema, "example": example,
    })
}

pub(super) const PHOTO_ID: &str = "PhtExample1";
