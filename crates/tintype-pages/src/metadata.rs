//! What machines read of a page: JSON-LD.

use serde_json::{Map, Value, json};

use crate::view::{PhotoPage, Site};

/// A photo as schema.org `ImageObject`, with creator and licence, ready to stand in a script
/// element of type `application/ld+json`.
pub(crate) fn photo(page: &PhotoPage, name: &str) -> String {
    let photo = &page.photo;
    let mut object = Map::new();
    object.insert("@context".to_owned(), json!("https://schema.org/"));
    object.insert("@type".to_owned(), json!("ImageObject"));
    object.insert("name".to_owned(), json!(name));
    object.insert("contentUrl".to_owned(), json!(photo.largest()));
    object.insert("width".to_owned(), json!(photo.width));
    object.insert("height".to_owned(), json!(photo.height));
    object.insert("uploadDate".to_owned(), json!(page.published.to_rfc3339()));
    object.insert(
        "creator".to_owned(),
        json!({"@type": "Person", "name": photo.photographer.name, "url": photo.photographer.href}),
    );
    object.insert("creditText".to_owned(), json!(page.credit.text));
    put(&mut object, "url", page.address.canonical.as_deref());
    put(&mut object, "acquireLicensePage", page.address.canonical.as_deref());
    put(&mut object, "license", page.rights.href.as_deref());
    put(&mut object, "description", page.description.as_deref().or(photo.alt.as_deref()));
    if let Some(place) = &page.place {
        let place = json!({"@type": "Place", "name": place.name});
        object.insert("contentLocation".to_owned(), place);
    }
    script_safe(&Value::Object(object))
}

/// The library, for the first page: search engines may offer its search.
pub(crate) fn website(site: &Site) -> String {
    let origin = &site.api_origin;
    script_safe(&json!({
        "@context": "https://schema.org/",
        "@type": "WebSite",
        "name": site.library_name,
        "url": format!("{origin}/"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": format!("{origin}/s/photos?query={{query}}"),
            "query-input": "required name=query",
        },
    }))
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), json!(value));
    }
}

/// `</script>` inside a string would end the element.
fn script_safe(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script_element() {
        let text = script_safe(&json!({"name": "</script><script>alert(1)</script>"}));
        assert!(!text.contains('<'));
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["name"], "</script><script>alert(1)</script>");
    }
}
