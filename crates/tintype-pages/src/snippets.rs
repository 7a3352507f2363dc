//! The same call in four languages, ready to copy. `scripts/snippets.js` does it in the drawer.

/// One sample: the language's name and the code.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Snippet {
    pub(crate) language: &'static str,
    pub(crate) code: String,
}

/// What a call has to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// Nothing: reading is open.
    Nothing,
    /// An access key.
    Key,
    /// Somebody's token.
    Token,
}

/// What a call sends along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sends<'a> {
    /// Nothing.
    Nothing,
    /// JSON.
    Json(&'a str),
    /// A picture, as the part `photo` of a form.
    Photo,
}

/// A call, ready to be written down.
struct Call<'a> {
    method: &'a str,
    /// Absolute, with nothing in it that would end a string in any of the languages.
    url: String,
    authorization: Option<&'static str>,
    sends: Sends<'a>,
}

/// A call as curl, JavaScript, Python and Rust. The address is absolute.
pub(crate) fn snippets(method: &str, url: &str, shows: Shows, sends: Sends<'_>) -> Vec<Snippet> {
    let url = url.replace('\\', "%5C").replace('\'', "%27").replace('"', "%22");
    let authorization = match shows {
        Shows::Nothing => None,
        Shows::Key => Some("Client-ID YOUR_ACCESS_KEY"),
        Shows::Token => Some("Bearer YOUR_ACCESS_TOKEN"),
    };
    let call = Call { method, url, authorization, sends };
    let made: [(&str, String); 4] = [
        ("curl", call.curl()),
        ("JavaScript", call.javascript()),
        ("Python", call.python()),
        ("Rust", call.rust()),
    ];
    made.into_iter().map(|(language, code)| Snippet { language, code }).collect()
}

impl Call<'_> {
    /// The headers beside the one of the body's kind.
    fn headers(&self) -> Vec<(&'static str, &'static str)> {
        let kind = matches!(self.sends, Sends::Json(_)).then_some("application/json");
        let lines = [
            ("Accept", Some("application/json")),
            ("Content-Type", kind),
            ("Authorization", self.authorization),
        ];
        lines.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// Whether the answer holds anything.
    fn is_answered(&self) -> bool {
        self.method != "DELETE"
    }

    fn curl(&self) -> String {
        // curl takes POST for granted as soon as there is something to send.
        let is_plain = match self.sends {
            Sends::Nothing => self.method == "GET",
            Sends::Json(_) | Sends::Photo => self.method == "POST",
        };
        let verb = if is_plain { String::new() } else { format!(" -X {}", self.method) };
        let headers = self.headers();
        let headers = headers.iter().map(|(name, value)| format!("-H '{name}: {value}'"));
        let body = match self.sends {
            Sends::Nothing => None,
            Sends::Json(json) => Some(format!("-d '{}'", json.replace('\'', "'\\''"))),
            Sends::Photo => Some("-F 'photo=@picture.jpg'".to_owned()),
        };
        let address = format!("'{}'", self.url);
        let lines: Vec<String> = headers.chain(body).chain([address]).collect();
        format!("curl{verb} {}", lines.join(" \\\n  "))
    }

    fn javascript(&self) -> String {
        let (mut before, mut lines) = ("", Vec::new());
        if self.method != "GET" {
            lines.push(format!("  method: '{}',", self.method));
        }
        let headers = self.headers().into_iter().map(|(name, value)| {
            let name = if name.contains('-') { format!("'{name}'") } else { name.to_owned() };
            format!("{name}: '{value}'")
        });
        lines.push(format!("  headers: {{ {} }},", headers.collect::<Vec<_>>().join(", ")));
        match self.sends {
            Sends::Nothing => {}
            Sends::Json(json) => lines.push(format!("  body: JSON.stringify({json}),")),
            Sends::Photo => {
                before = "const form = new FormData();\nform.append('photo', file); // from an \
                          <input type=\"file\">\n";
                lines.push("  body: form,".to_owned());
            }
        }
        let end = if self.is_answered() {
            "const data = await response.json();"
        } else {
            "response.status;"
        };
        let lines = lines.join("\n");
        format!("{before}const response = await fetch('{}', {{\n{lines}\n}});\n{end}", self.url)
    }

    fn python(&self) -> String {
        if self.sends == Sends::Photo {
            return self.python_upload();
        }
        let headers = self.headers();
        let headers = headers.iter().map(|(name, value)| format!("'{name}': '{value}'"));
        let headers = headers.collect::<Vec<_>>().join(", ");
        let data = match self.sends {
            Sends::Json(json) => {
                let json = json.replace('\\', "\\\\").replace('\'', "\\'");
                format!("\n    data='{json}'.encode(),")
            }
            Sends::Nothing | Sends::Photo => String::new(),
        };
        let end = if self.is_answered() {
            "data = json.load(urlopen(request))"
        } else {
            "print(urlopen(request).status)"
        };
        format!(
            "import json\nfrom urllib.request import Request, urlopen\n\nrequest = Request(\n    \
             '{}',\n    method='{}',\n    headers={{{headers}}},{data}\n)\n{end}",
            self.url, self.method
        )
    }

    fn python_upload(&self) -> String {
        let headers = self.headers();
        let headers = headers.iter().map(|(name, value)| format!("'{name}': '{value}'"));
        format!(
            "import requests  # pip install requests\n\nresponse = requests.post(\n    '{}',\n    \
             headers={{{}}},\n    files={{'photo': open('picture.jpg', 'rb')}},\n)\ndata = \
             response.json()",
            self.url,
            headers.collect::<Vec<_>>().join(", ")
        )
    }

    fn rust(&self) -> String {
        let headers = self.headers();
        let headers =
            headers.iter().map(|(name, value)| format!("\n    .header(\"{name}\", \"{value}\")"));
        let headers: String = headers.collect();
        let (features, body) = match self.sends {
            Sends::Nothing => ("", String::new()),
            Sends::Json(json) => ("", format!("\n    .body(r##\"{json}\"##)")),
            Sends::Photo => (
                ", \"multipart\"",
                "\n    .multipart(reqwest::blocking::multipart::Form::new().file(\"photo\", \
                 \"picture.jpg\")?)"
                    .to_owned(),
            ),
        };
        let method = match self.method {
            known @ ("GET" | "POST" | "PUT" | "DELETE" | "HEAD") => {
                format!("reqwest::Method::{known}")
            }
            other => format!("reqwest::Method::from_bytes(b\"{other}\")?"),
        };
        let (kind, end) = if self.is_answered() {
            ("data: serde_json::Value", "\n    .json()?")
        } else {
            ("status", "\n    .status()")
        };
        format!(
            "// reqwest with the features \"blocking\" and \"json\"{features}\nlet {kind} = \
             reqwest::blocking::Client::new()\n    .request({method}, \"{}\"){headers}{body}\n    \
             .send()?{end};",
            self.url
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_get_needs_no_verb_and_no_key() {
        let made = snippets("GET", "http://h/photos?page=1", Shows::Nothing, Sends::Nothing);
        assert_eq!(
            made[0].code,
            "curl -H 'Accept: application/json' \\\n  'http://h/photos?page=1'"
        );
        assert!(made.iter().all(|snippet| !snippet.code.contains("YOUR_ACCESS_KEY")));
    }

    #[test]
    fn a_key_or_a_token_stands_in_every_language() {
        for (shows, sign) in
            [(Shows::Key, "Client-ID YOUR_ACCESS_KEY"), (Shows::Token, "Bearer YOUR_ACCESS_TOKEN")]
        {
            for snippet in snippets("DELETE", "http://h/photos/x", shows, Sends::Nothing) {
                assert!(snippet.code.contains(sign), "{}", snippet.language);
                assert!(snippet.code.contains("DELETE"), "{}", snippet.language);
            }
        }
    }

    #[test]
    fn what_is_sent_stands_in_every_language() {
        let sends = Sends::Json(r#"{"query":"it's"}"#);
        for snippet in snippets("QUERY", "http://h/search/photos", Shows::Key, sends) {
            assert!(snippet.code.contains("\"query\""), "{}", snippet.code);
            assert!(snippet.code.contains("QUERY"), "{}", snippet.code);
        }
        for snippet in snippets("POST", "http://h/photos", Shows::Token, Sends::Photo) {
            assert!(snippet.code.contains("photo"), "{}", snippet.code);
        }
    }

    #[test]
    fn no_quote_in_an_address_ends_the_string() {
        for snippet in snippets("GET", "http://h/a'b\"c\\d", Shows::Nothing, Sends::Nothing) {
            assert!(snippet.code.contains("http://h/a%27b%22c%5Cd"), "{}", snippet.code);
        }
    }
}
