//! What may stand in a body: the same fields as JSON (nested), as a form (`location[city]`), and
//! for pictures as multipart.

use serde_json::{Map, Value, json};

/// A body.
#[derive(Clone, Copy)]
pub(crate) struct Body {
    /// The ways it may be written.
    pub forms: Forms,
    /// What it holds.
    pub fields: &'static [Field],
    /// Whether there must be one.
    pub is_required: bool,
}

/// The ways a body may be written.
#[derive(Clone, Copy)]
pub(crate) enum Forms {
    /// As JSON or as a form.
    JsonOrForm,
    /// As multipart: there is a picture in it.
    Multipart,
}

/// A field of a body; brackets in the name mean objects in JSON.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub says: &'static str,
    /// What it may be.
    pub holds: Holds,
    /// Whether nothing goes without it.
    pub is_required: bool,
    /// Whether blank is no value for it.
    pub is_present: bool,
}

/// What a field may hold.
#[derive(Clone, Copy)]
pub(crate) enum Holds {
    /// Text, at most so many characters.
    Text(u32),
    /// True or false.
    Flag,
    /// A number between two.
    Number(i32, i32),
    /// A whole number between two.
    Whole(i32, i32),
    /// Several texts.
    List,
    /// The bytes of a picture.
    Picture,
}

impl Field {
    pub(super) const fn new(name: &'static str, holds: Holds, says: &'static str) -> Self {
        Self { name, says, holds, is_required: false, is_present: false }
    }

    pub(super) const fn required(self) -> Self {
        Self { is_required: true, ..self.present() }
    }

    /// Named, it must not be blank.
    pub(super) const fn present(self) -> Self {
        Self { is_present: true, ..self }
    }

    fn schema(self) -> Value {
        let mut schema = match self.holds {
            Holds::Text(most) => json!({ "type": "string", "maxLength": most }),
            Holds::Flag => json!({ "type": "boolean" }),
            Holds::Number(least, most) => {
                json!({ "type": "number", "minimum": least, "maximum": most })
            }
            Holds::Whole(least, most) => {
                json!({ "type": "integer", "minimum": least, "maximum": most })
            }
            Holds::List => json!({
                "type": "array", "maxItems": 30, "items": { "type": "string", "maxLength": 60 },
            }),
            Holds::Picture => json!({ "type": "string", "format": "binary" }),
        };
        if self.is_present && matches!(self.holds, Holds::Text(_)) {
            schema["minLength"] = 1.into();
            schema["pattern"] = "\\S".into();
        }
        schema["description"] = self.says.into();
        schema
    }
}

impl Body {
    /// As OpenAPI writes it.
    pub(super) fn to_json(self) -> Value {
        let flat = json!({ "schema": object(self.flat(), &self.required()) });
        let content = match self.forms {
            Forms::JsonOrForm => json!({
                "application/json": { "schema": object(self.nested(), &self.required()) },
                "application/x-www-form-urlencoded": flat,
            }),
            Forms::Multipart => json!({ "multipart/form-data": flat }),
        };
        json!({ "required": self.is_required, "content": content })
    }

    fn required(self) -> Vec<&'static str> {
        self.fields.iter().filter(|field| field.is_required).map(|field| field.name).collect()
    }

    fn flat(self) -> Map<String, Value> {
        self.fields.iter().map(|field| (field.name.to_owned(), field.schema())).collect()
    }

    fn nested(self) -> Map<String, Value> {
        let mut all = Map::new();
        for field in self.fields {
            let inner = field
                .name
                .split_once('[')
                .map(|(outer, inner)| (outer, inner.strip_suffix(']').unwrap_or(inner)));
            let Some((outer, inner)) = inner else {
                all.insert(field.name.to_owned(), field.schema());
                continue;
            };
            let object = all.entry(outer).or_insert_with(|| object(Map::new(), &[]));
            object["properties"][inner] = field.schema();
        }
        all
    }
}

fn object(properties: Map<String, Value>, required: &[&str]) -> Value {
    let mut schema = json!({ "type": "object", "properties": Value::Object(properties) });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}
