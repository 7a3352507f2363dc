//! The parameters that an address knows: for the table of the conversation, and for those who ask
//! to be told of every slip (`Prefer: handling=strict`).

use axum::http::StatusCode;
use tintype_domain::Rgb;
use tintype_pages::view::Parameter;

use crate::ApiError;
use crate::extract::{Params, read_flag};

/// What a route's parameter may be.
#[derive(Debug, Clone, Copy)]
struct Known {
    name: &'static str,
    default: Option<&'static str>,
    takes: Takes,
}

/// Which values a parameter takes.
#[derive(Debug, Clone, Copy)]
enum Takes {
    /// Any.
    Text,
    /// A whole number within bounds.
    Number(u32, u32),
    /// One of these.
    OneOf(&'static [&'static str]),
    /// One of these, or a colour by its number.
    Color(&'static [&'static str]),
    /// Yes or no.
    Flag,
}

const fn text(name: &'static str) -> Known {
    Known { name, default: None, takes: Takes::Text }
}

const fn flag(name: &'static str) -> Known {
    Known { name, default: None, takes: Takes::Flag }
}

const fn number(name: &'static str, default: Option<&'static str>, most: u32) -> Known {
    Known { name, default, takes: Takes::Number(1, most) }
}

const fn one_of(
    name: &'static str,
    default: Option<&'static str>,
    values: &'static [&'static str],
) -> Known {
    Known { name, default, takes: Takes::OneOf(values) }
}

const PAGING: &[Known] = &[number("page", Some("1"), u32::MAX), number("per_page", Some("10"), 30)];
const ORIENTATION: Known = one_of("orientation", None, &["landscape", "portrait", "squarish"]);
const CONTENT: Known = one_of("content_filter", Some("low"), &["low", "high"]);
const COLORS: &[&str] = &[
    "black_and_white",
    "black",
    "white",
    "yellow",
    "orange",
    "red",
    "purple",
    "magenta",
    "green",
    "teal",
    "blue",
];
const ORDERS: &[&str] = &["latest", "oldest", "popular"];
const OWN_ORDERS: &[&str] = &["latest", "oldest", "popular", "views", "downloads", "pinned"];
const TOPIC_ORDERS: &[&str] = &["position", "featured", "latest", "oldest"];
const WINDOW: &[Known] =
    &[one_of("resolution", Some("days"), &["days"]), number("quantity", Some("30"), 30)];

/// What every address of the API takes and no table needs to show.
const EVERYWHERE: [&str; 10] = [
    "format",
    "send",
    "client_id",
    "lang",
    "learner",
    "ixid",
    "cb",
    "sig",
    "unique",
    "access_token",
];

fn known(route: &str) -> Vec<Known> {
    let color = Known { name: "color", default: None, takes: Takes::Color(COLORS) };
    let mut all = match route {
        "/search/photos" | "/photos/search" => vec![
            text("query"),
            one_of("order_by", Some("relevant"), &["relevant", "latest", "editorial"]),
            text("collections"),
            CONTENT,
            color,
            ORIENTATION,
            text("license"),
        ],
        "/search/users" | "/search/collections" => vec![text("query")],
        "/photos/random" => vec![
            text("query"),
            text("collections"),
            text("topics"),
            text("username"),
            ORIENTATION,
            CONTENT,
            flag("featured"),
            number("count", None, 30),
        ],
        "/users/{name}/photos" => {
            vec![one_of("order_by", Some("latest"), OWN_ORDERS), ORIENTATION, flag("stats")]
        }
        "/users/{name}/likes" | "/topics/{topic}/photos" => {
            vec![one_of("order_by", Some("latest"), ORDERS), ORIENTATION]
        }
        "/photos" => vec![one_of("order_by", Some("latest"), ORDERS), ORIENTATION],
        "/collections/{id}/photos" => vec![ORIENTATION],
        "/topics" => vec![text("ids"), one_of("order_by", Some("position"), TOPIC_ORDERS)],
        _ if route.ends_with("/statistics") || route.ends_with("/stats") => WINDOW.to_vec(),
        _ => Vec::new(),
    };
    if is_list(route) {
        all.extend_from_slice(PAGING);
    }
    all
}

fn is_list(route: &str) -> bool {
    let last = route.rsplit('/').next().unwrap_or_default();
    matches!(
        last,
        "photos" | "users" | "collections" | "topics" | "likes" | "search" | "curated" | "similar"
    )
}

/// The parameters of a route: those it knows, as sent or not, then those that were sent besides.
pub(crate) fn known_parameters(route: &str, params: &Params) -> Vec<Parameter> {
    let known = known(route);
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let listed = known.iter().map(|one| Parameter {
        name: one.name.to_owned(),
        value: owned(params.get(one.name)),
        default: owned(one.default),
        values: one.takes.in_words(),
    });
    let hidden = ["format", "send", "client_id"];
    let is_other =
        |name: &str| !known.iter().any(|own| own.name == name) && !hidden.contains(&name);
    let others = params.iter().filter(|(name, _)| is_other(name)).map(|(name, value)| Parameter {
        name: name.to_owned(),
        value: Some(value.to_owned()),
        ..Parameter::default()
    });
    listed.chain(others).collect()
}

/// Finds the first slip in the parameters: a name that the route does not know, a value that it
/// does not take. Routes that take no parameters of their own are not judged.
pub(crate) fn check(route: &str, params: &Params) -> Result<(), ApiError> {
    let known = known(route);
    if known.is_empty() {
        return Ok(());
    }
    for (name, value) in params.iter().filter(|(_, value)| !value.is_empty()) {
        let bare = name.strip_suffix("[]").unwrap_or(name);
        if EVERYWHERE.contains(&bare) || bare.starts_with("utm_") {
            continue;
        }
        let Some(own) = known.iter().find(|own| own.name == bare) else {
            return Err(slip(format!("{bare} is no parameter of this address")));
        };
        own.takes.check(value).map_err(|wanted| slip(format!("{bare} must be {wanted}")))?;
    }
    Ok(())
}

fn slip(message: String) -> ApiError {
    ApiError::refused(StatusCode::UNPROCESSABLE_ENTITY, message)
}

impl Takes {
    fn in_words(self) -> Option<String> {
        match self {
            Self::Text | Self::Number(_, u32::MAX) => None,
            Self::Number(least, most) => Some(format!("{least}–{most}")),
            Self::OneOf(values) => Some(values.join(", ")),
            Self::Color(values) => Some(format!("{}, #26408c", values.join(", "))),
            Self::Flag => Some("true, false".to_owned()),
        }
    }

    /// What it should have been, when it is not.
    fn check(self, value: &str) -> Result<(), String> {
        let is_good = match self {
            Self::Text => true,
            Self::Number(least, most) => {
                value.trim().parse().is_ok_and(|number: u32| (least..=most).contains(&number))
            }
            Self::OneOf(values) => values.contains(&value),
            Self::Color(values) => values.contains(&value) || Rgb::parse(value).is_ok(),
            Self::Flag => read_flag(value).is_some(),
        };
        if is_good { Ok(()) } else { Err(self.wanted()) }
    }

    fn wanted(self) -> String {
        match self {
            Self::Number(least, u32::MAX) => format!("a whole number from {least}"),
            Self::Number(least, most) => format!("a whole number from {least} to {most}"),
            Self::OneOf(values) => format!("one of {}", values.join(", ")),
            Self::Color(values) => format!("one of {}, or like #26408c", values.join(", ")),
            Self::Flag => "true or false".to_owned(),
            Self::Text => "text".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_knows_its_parameters_and_shows_others() {
        let params = Params::parse("query=sea&foo=bar&client_id=secret");
        let names: Vec<String> =
            known_parameters("/search/photos", &params).into_iter().map(|one| one.name).collect();
        assert!(names.contains(&"color".to_owned()) && names.contains(&"per_page".to_owned()));
        assert_eq!(names.last().unwrap(), "foo");
    }

    #[test]
    fn a_slip_is_named() {
        let said = |query: &str| {
            check("/search/photos", &Params::parse(query)).err().map(|error| error.to_string())
        };
        assert_eq!(said("query=sea&color=teal&per_page=30&page=2&utm_source=x&lang=de"), None);
        assert_eq!(said("query=sea&color=%2326408c"), None);
        assert_eq!(
            said("query=sea&colour=teal").unwrap(),
            "colour is no parameter of this address"
        );
        assert_eq!(said("per_page=31").unwrap(), "per_page must be a whole number from 1 to 30");
        let said = said("orientation=wide").unwrap();
        assert_eq!(said, "orientation must be one of landscape, portrait, squarish");
        assert!(check("/stats/total", &Params::parse("anything=1")).is_ok());
    }
}
