//! The same call in four languages, ready to copy. `scripts/snippets.js` does it in the drawer.

/// One sample: the language's name and the code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Snippet {
    pub(crate) language: &'static str,
    pub(crate) code: String,
}

/// A call as curl, JavaScript, Python and Rust. The address is absolute.
pub(crate) fn snippets(method: &str, url: &str, needs_key: bool) -> Vec<Snippet> {
    // Quotes and backslashes would end a string in any of the languages.
    let url = url.replace('\\', "%5C").replace('\'', "%27").replace('"', "%22");
    let made: [(&str, String); 4] = [
        ("curl", curl(method, &url, needs_key)),
        ("JavaScript", javascript(method, &url, needs_key)),
        ("Python", python(method, &url, needs_key)),
        ("Rust", rust(method, &url, needs_key)),
    ];
    made.into_iter().map(|(language, code)| Snippet { language, code }).collect()
}

const KEY: &str = "Client-ID YOUR_ACCESS_KEY";

fn curl(method: &str, url: &str, needs_key: bool) -> String {
    let verb = if method == "GET" { String::new() } else { format!(" -X {method}") };
    let key = if needs_key { format!(" \\\n  -H 'Authorization: {KEY}'") } else { String::new() };
    format!("curl{verb} -H 'Accept: application/json'{key} \\\n  '{url}'")
}

fn javascript(method: &str, url: &str, needs_key: bool) -> String {
    let verb = if method == "GET" { String::new() } else { format!("  method: '{method}',\n") };
    let key = if needs_key { format!(", Authorization: '{KEY}'") } else { String::new() };
    format!(
        "const response = await fetch('{url}', {{\n{verb}  headers: {{ Accept: 'application/json'{key} \
         }},\n}});\nconst data = await response.json();"
    )
}

fn python(method: &str, url: &str, needs_key: bool) -> String {
    let key = if needs_key { format!(", 'Authorization': '{KEY}'") } else { String::new() };
    format!(
        "import json\nfrom urllib.request import Request, urlopen\n\nrequest = Request(\n    \
         '{url}',\n    method='{method}',\n    headers={{'Accept': 'application/json'{key}}},\n)\n\
         data = json.load(urlopen(request))"
    )
}

fn rust(method: &str, url: &str, needs_key: bool) -> String {
    let key = if needs_key {
        format!("\n    .header(\"Authorization\", \"{KEY}\")")
    } else {
        String::new()
    };
    format!(
        "// reqwest with the features \"blocking\" and \"json\"\nlet data: serde_json::Value = \
         reqwest::blocking::Client::new()\n    .request(reqwest::Method::{method}, \"{url}\")\n    \
         .header(\"Accept\", \"application/json\"){key}\n    .send()?\n    .json()?;"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_get_needs_no_verb_and_no_key() {
        let made = snippets("GET", "http://h/photos?page=1", false);
        assert_eq!(
            made[0].code,
            "curl -H 'Accept: application/json' \\\n  'http://h/photos?page=1'"
        );
        assert!(made.iter().all(|snippet| !snippet.code.contains("YOUR_ACCESS_KEY")));
    }

    #[test]
    fn a_key_stands_in_every_language() {
        let made = snippets("DELETE", "http://h/photos/x", true);
        for snippet in made {
            assert!(snippet.code.contains("Client-ID YOUR_ACCESS_KEY"), "{}", snippet.language);
            assert!(snippet.code.contains("DELETE"), "{}", snippet.language);
        }
    }

    #[test]
    fn no_quote_in_an_address_ends_the_string() {
        for snippet in snippets("GET", "http://h/a'b\"c\\d", false) {
            assert!(snippet.code.contains("http://h/a%27b%22c%5Cd"), "{}", snippet.code);
        }
    }
}
