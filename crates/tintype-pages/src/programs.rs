//! Small whole programs that make one call and print one thing of the answer, for the exercises.

use crate::snippets::Snippet;

/// One call, and what is printed of its answer.
pub(crate) struct Program {
    /// Such as `GET`.
    pub method: &'static str,
    /// Absolute; holds neither quotes nor backslashes.
    pub url: String,
    /// Beside `Accept`.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent.
    pub json: Option<&'static str>,
    /// What is printed.
    pub prints: Prints,
}

/// What a program prints.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Prints {
    /// A field of the JSON, by its path.
    Field(&'static [&'static str]),
    /// The status.
    Status,
    /// A header of the answer.
    Header(&'static str),
}

impl Program {
    /// A call that shows and sends nothing.
    pub(crate) const fn of(method: &'static str, url: String, prints: Prints) -> Self {
        Self { method, url, headers: Vec::new(), json: None, prints }
    }

    /// In four languages.
    pub(crate) fn snippets(&self) -> Vec<Snippet> {
        let made = [
            ("Python", self.python()),
            ("JavaScript", self.javascript()),
            ("curl", self.curl()),
            ("Rust", self.rust()),
        ];
        made.into_iter().map(|(language, code)| Snippet { language, code }).collect()
    }

    fn all_headers(&self) -> Vec<(&str, &str)> {
        let mut all = vec![("Accept", "application/json")];
        all.extend(self.json.map(|_| ("Content-Type", "application/json")));
        all.extend(self.headers.iter().map(|(name, value)| (*name, value.as_str())));
        all
    }

    fn python(&self) -> String {
        let headers = self.all_headers();
        let headers = headers.iter().map(|(name, value)| format!("'{name}': '{value}'"));
        let headers = headers.collect::<Vec<_>>().join(", ");
        let data = self.json.map_or_else(String::new, |json| format!("\n    data=b'{json}',"));
        let (imports, send) = match self.prints {
            Prints::Status => (
                "from urllib.error import HTTPError\nfrom urllib.request import Request, urlopen",
                "try:\n    response = urlopen(request)\nexcept HTTPError as error:\n    response = error"
                    .to_owned(),
            ),
            Prints::Header(_) => {
                ("from urllib.request import Request, urlopen", "response = urlopen(request)".to_owned())
            }
            Prints::Field(_) => (
                "import json\nfrom urllib.request import Request, urlopen",
                "data = json.load(urlopen(request))".to_owned(),
            ),
        };
        let printed = match self.prints {
            Prints::Status => "response.status".to_owned(),
            Prints::Header(name) => format!("response.headers['{name}']"),
            Prints::Field(path) => {
                let keys = path.iter().map(|key| format!("['{key}']")).collect::<Vec<_>>().concat();
                format!("data{keys}")
            }
        };
        format!(
            "# Save as lesson.py, then run: python3 lesson.py\n{imports}\n\nrequest = Request(\n    \
             '{}',\n    method='{}',\n    headers={{{headers}}},{data}\n)\n{send}\nprint({printed})",
            self.url, self.method
        )
    }

    fn javascript(&self) -> String {
        let headers = self.all_headers();
        let headers = headers.iter().map(|(name, value)| {
            let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if is_plain { format!("{name}: '{value}'") } else { format!("'{name}': '{value}'") }
        });
        let headers = headers.collect::<Vec<_>>().join(", ");
        let method = if self.method == "GET" {
            String::new()
        } else {
            format!("\n  method: '{}',", self.method)
        };
        let body =
            self.json.map_or_else(String::new, |json| format!("\n  body: JSON.stringify({json}),"));
        let printed = match self.prints {
            Prints::Status => "console.log(response.status);".to_owned(),
            Prints::Header(name) => format!("console.log(response.headers.get('{name}'));"),
            Prints::Field(path) => {
                let keys = path.iter().map(|key| format!("['{key}']")).collect::<Vec<_>>().concat();
                format!("const data = await response.json();\nconsole.log(data{keys});")
            }
        };
        format!(
            "// Save as lesson.mjs, then run: node lesson.mjs\nconst response = await fetch('{}', \
             {{{method}\n  headers: {{ {headers} }},{body}\n}});\n{printed}",
            self.url
        )
    }

    fn curl(&self) -> String {
        let mut parts = vec!["curl -s".to_owned()];
        let (options, after) = match self.prints {
            Prints::Status => (" -o /dev/null -w '%{http_code}\\n'", String::new()),
            Prints::Header(name) => (" -o /dev/null -D -", format!(" | grep -i '^{name}'")),
            Prints::Field(path) => {
                let keys =
                    path.iter().map(|key| format!(".\"{key}\"")).collect::<Vec<_>>().concat();
                ("", format!(" | jq -r '{keys}'"))
            }
        };
        parts[0].push_str(options);
        parts
            .extend(self.all_headers().iter().map(|(name, value)| format!("-H '{name}: {value}'")));
        parts.extend(self.json.map(|json| format!("-d '{json}'")));
        parts.push(format!("'{}'{after}", self.url));
        parts.join(" \\\n  ")
    }

    fn rust(&self) -> String {
        let headers = self.all_headers();
        let headers = headers
            .iter()
            .map(|(name, value)| format!("\n        .header(\"{name}\", \"{value}\")"))
            .collect::<Vec<_>>()
            .concat();
        let body =
            self.json.map_or_else(String::new, |json| format!("\n        .body(r#\"{json}\"#)"));
        let printed = match self.prints {
            Prints::Status => "    println!(\"{}\", response.status().as_u16());".to_owned(),
            Prints::Header(name) => {
                format!("    println!(\"{{:?}}\", response.headers().get(\"{name}\"));")
            }
            Prints::Field(path) => {
                let keys =
                    path.iter().map(|key| format!("[\"{key}\"]")).collect::<Vec<_>>().concat();
                format!(
                    "    let data: serde_json::Value = response.json()?;\n    println!(\"{{}}\", \
                     data{keys}.as_str().unwrap_or_default());"
                )
            }
        };
        format!(
            "// cargo add reqwest --features blocking,json && cargo add serde_json\nfn main() -> \
             Result<(), reqwest::Error> {{\n    let response = reqwest::blocking::Client::new()\n        \
             .request(reqwest::Method::{}, \"{}\"){headers}{body}\n        .send()?;\n{printed}\n    \
             Ok(())\n}}",
            self.method, self.url
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(prints: Prints) -> Program {
        Program {
            method: "POST",
            url: "http://h/search/photos?learner=abc".to_owned(),
            headers: vec![("Authorization", "Client-ID k".to_owned())],
            json: Some(r#"{"query": "sea"}"#),
            prints,
        }
    }

    #[test]
    fn every_program_makes_the_call_and_prints() {
        for prints in [Prints::Field(&["urls", "regular"]), Prints::Status, Prints::Header("Link")]
        {
            for snippet in program(prints).snippets() {
                for part in ["http://h/search/photos?learner=abc", "Client-ID k", "\"query\""] {
                    assert!(snippet.code.contains(part), "{part} in {}", snippet.code);
                }
            }
        }
        let python = program(Prints::Field(&["urls", "regular"])).python();
        assert!(python.ends_with("print(data['urls']['regular'])"), "{python}");
        let curl = program(Prints::Field(&["headers", "X-Name"])).curl();
        assert!(curl.ends_with("| jq -r '.\"headers\".\"X-Name\"'"), "{curl}");
    }
}
