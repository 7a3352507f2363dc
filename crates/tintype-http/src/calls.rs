//! The calls beside GET that one can make from an address, as the conversation offers them.

use tintype_pages::view::{CallField, CallFieldKind, CallForm};

use crate::links::{segment, with_query};
use crate::router::methods_of;

/// One call: at which routes it is offered, and what it takes.
struct Offered {
    /// Where it is offered.
    from: &'static str,
    /// The route it calls; the variable part is that of `from`.
    route: &'static str,
    method: &'static str,
    fields: &'static [Field],
    is_write: bool,
}

/// A field: its name, how it is filled in, whether it must be.
type Field = (&'static str, CallFieldKind, bool);

const LINE: CallFieldKind = CallFieldKind::Line;
const LINES: CallFieldKind = CallFieldKind::Lines;
const FLAG: CallFieldKind = CallFieldKind::Flag;
const FILE: CallFieldKind = CallFieldKind::File;

const PICTURE: &[Field] = &[
    ("photo", FILE, true),
    ("description", LINES, false),
    ("alt_description", LINE, false),
    ("tags", LINE, false),
    ("location[name]", LINE, false),
    ("license", LINE, false),
];
const PHOTO: &[Field] = &[
    ("description", LINES, false),
    ("tags", LINE, false),
    ("location[name]", LINE, false),
    ("location[city]", LINE, false),
    ("location[country]", LINE, false),
    ("show_on_profile", FLAG, false),
];
const COLLECTION: &[Field] =
    &[("title", LINE, true), ("description", LINES, false), ("private", FLAG, false)];
const COLLECTION_EDIT: &[Field] =
    &[("title", LINE, false), ("description", LINES, false), ("private", FLAG, false)];
const MEMBER: &[Field] = &[("photo_id", LINE, true)];
const PERSON: &[Field] = &[
    ("first_name", LINE, false),
    ("last_name", LINE, false),
    ("bio", LINES, false),
    ("location", LINE, false),
    ("url", LINE, false),
];
const WORDS: &[Field] =
    &[("query", LINE, true), ("orientation", LINE, false), ("per_page", LINE, false)];

const ANYTHING: &[Field] = &[("text", LINES, false)];

const fn write(
    from: &'static str,
    route: &'static str,
    method: &'static str,
    fields: &'static [Field],
) -> Offered {
    Offered { from, route, method, fields, is_write: true }
}

/// A call that changes nothing, whatever its method.
const fn read(route: &'static str, method: &'static str, fields: &'static [Field]) -> Offered {
    Offered { from: route, route, method, fields, is_write: false }
}

const OFFERED: &[Offered] = &[
    write("/photos", "/photos", "POST", PICTURE),
    write("/photos/{id}", "/photos/{id}", "PUT", PHOTO),
    write("/photos/{id}", "/photos/{id}", "DELETE", &[]),
    write("/photos/{id}", "/photos/{id}/like", "POST", &[]),
    write("/photos/{id}", "/photos/{id}/like", "DELETE", &[]),
    write("/photos/{id}", "/photos/{id}/withdraw", "POST", &[("withdrawn", FLAG, false)]),
    write("/collections", "/collections", "POST", COLLECTION),
    write("/collections/{id}", "/collections/{id}", "PUT", COLLECTION_EDIT),
    write("/collections/{id}", "/collections/{id}", "DELETE", &[]),
    write("/collections/{id}", "/collections/{id}/add", "POST", MEMBER),
    write("/collections/{id}", "/collections/{id}/remove", "DELETE", MEMBER),
    write("/me", "/me", "PUT", PERSON),
    read("/search/photos", "POST", WORDS),
    read("/search/photos", "QUERY", WORDS),
    read("/learn/echo", "POST", ANYTHING),
    read("/learn/echo", "PUT", ANYTHING),
    read("/learn/echo", "DELETE", &[]),
];

/// The calls that are offered at a path of this route; those that no route answers are left out.
pub(crate) fn offered_at(route: &str, path: &str) -> Vec<CallForm> {
    let mine = OFFERED.iter().filter(|call| call.from == route);
    mine.filter(|call| methods_of(call.route).contains(&call.method))
        .map(|call| form(call, path))
        .collect()
}

fn form(call: &Offered, path: &str) -> CallForm {
    let below = call.route.strip_prefix(call.from).unwrap_or_default();
    let path = format!("{path}{below}");
    let kept = path.split('/').map(readable).collect::<Vec<_>>().join("/");
    let fields = call.fields.iter().map(|(name, kind, is_required)| CallField {
        name: (*name).to_owned(),
        value: String::new(),
        kind: *kind,
        is_required: *is_required,
    });
    CallForm {
        method: call.method.to_owned(),
        action: with_query(&format!("/try{kept}"), [("method", call.method.to_owned())]),
        path,
        fields: fields.collect(),
        has_file: call.fields.iter().any(|(_, kind, _)| *kind == FILE),
        is_write: call.is_write,
    }
}

/// A piece of a path as it goes into an address: as it came, if it came as one.
fn readable(piece: &str) -> String {
    if piece.is_ascii() { piece.to_owned() } else { segment(piece) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_offers_what_its_routes_answer() {
        let methods = |route: &str, path: &str| {
            let forms = offered_at(route, path);
            forms
                .into_iter()
                .map(|form| format!("{} {}", form.method, form.path))
                .collect::<Vec<_>>()
        };
        assert_eq!(methods("/photos", "/photos"), ["POST /photos"]);
        let photo = methods("/photos/{id}", "/photos/abc");
        assert!(photo.contains(&"DELETE /photos/abc".to_owned()), "{photo:?}");
        assert!(photo.contains(&"POST /photos/abc/withdraw".to_owned()), "{photo:?}");
        assert!(methods("/stats/total", "/stats/total").is_empty());
        let upload = &offered_at("/photos", "/photos")[0];
        assert!(upload.has_file && upload.action == "/try/photos?method=POST");
    }
}
