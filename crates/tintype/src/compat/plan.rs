//! Calls every operation: as it must be called, once more for each parameter that it may have,
//! and once with a key that nobody has.

use serde_json::Value;

use super::client::{Answer, Server};
use super::finds::{Finds, look};
use super::report::{Outcome, Report};
use super::spec::{Described, Spec};

/// Where, as whom, against what.
struct Check<'a> {
    server: &'a Server,
    spec: &'a Spec,
    reader: String,
    owner: Option<String>,
    finds: Finds,
}

/// Calls everything that the document describes. Without a token, what writes is left out.
pub fn check(server: &Server, spec: &Spec, key: &str, token: Option<&str>) -> Report {
    let reader = format!("Client-ID {key}");
    let owner = token.map(|token| format!("Bearer {token}"));
    let finds = look(server, &reader, owner.as_deref());
    let mut check = Check { server, spec, reader, owner, finds };
    let mut report = Report::default();
    let mut operations = spec.operations();
    operations.sort_by_key(|one| turn(&one.method, one.path));
    for operation in &operations {
        let outcome = check.try_out(operation);
        report.add(outcome);
    }
    report
}

/// Reading first; then a collection is made, used and deleted, so that nothing of it stays.
fn turn(method: &str, path: &str) -> u8 {
    match (method, path) {
        ("GET", _) => 0,
        ("POST", "/collections") => 1,
        ("POST", _) => 2,
        ("PUT", _) => 3,
        (_, path) if path.ends_with("/remove") => 4,
        _ => 5,
    }
}

impl Check<'_> {
    fn try_out(&mut self, operation: &Described<'_>) -> Outcome {
        let name = format!("{} {}", operation.method, operation.path);
        let mut outcome = Outcome { name, calls: 0, problems: Vec::new(), left_out: None };
        let needs_person = operation.method != "GET" || operation.path == "/me";
        let shows = if needs_person { self.owner.clone() } else { Some(self.reader.clone()) };
        let Some(shows) = shows else {
            outcome.left_out = Some("it needs --token".to_owned());
            return outcome;
        };
        let address = match self.address(operation, needs_person) {
            Ok(address) => address,
            Err(what) => {
                outcome.problems.push(format!("the library holds nothing to stand for {what}"));
                return outcome;
            }
        };
        self.call(operation, &address, &shows, &mut outcome);
        self.refuse(operation, &address, &mut outcome);
        for more in self.optional(operation) {
            let sign = if address.contains('?') { '&' } else { '?' };
            self.call(operation, &format!("{address}{sign}{more}"), &shows, &mut outcome);
        }
        outcome
    }

    /// The path with what stands in for its variable parts, and the parameters that must be.
    fn address(&self, operation: &Described<'_>, writes: bool) -> Result<String, String> {
        let mut address = operation.path.to_owned();
        let mut query = Vec::new();
        for parameter in &operation.parameters {
            let name = parameter["name"].as_str().unwrap_or_default();
            if parameter["required"] != true {
                continue;
            }
            // What a write puts into a collection may be anybody's.
            let writes = writes && name != "photo_id";
            let value = self.finds.stand_in(name, writes).ok_or_else(|| name.to_owned())?;
            if parameter["in"] == "path" {
                address = address.replace(&format!("{{{name}}}"), &value);
            } else {
                query.push((name.to_owned(), value));
            }
        }
        if query.is_empty() {
            return Ok(address);
        }
        let mut written = url::form_urlencoded::Serializer::new(String::new());
        Ok(format!("{address}?{}", written.extend_pairs(query).finish()))
    }

    /// One query for each parameter that may be left out.
    fn optional(&self, operation: &Described<'_>) -> Vec<String> {
        let optional = operation.parameters.iter().filter(|one| one["required"] != true);
        let pairs = optional.filter_map(|one| {
            let name = one["name"].as_str()?;
            Some((name, self.value_for(name, self.spec.resolve(&one["schema"]))?))
        });
        let write = |(name, value): (&str, String)| {
            url::form_urlencoded::Serializer::new(String::new()).append_pair(name, &value).finish()
        };
        pairs.map(write).collect()
    }

    fn value_for(&self, name: &str, schema: &Value) -> Option<String> {
        let kind = schema["type"].as_str().unwrap_or_default();
        match (name, kind) {
            ("collections", _) => self.finds.collection["id"].as_str().map(str::to_owned),
            ("topics" | "ids", _) => self.finds.topic["id"].as_str().map(str::to_owned),
            (_, "boolean") => Some("true".to_owned()),
            (_, "integer") => Some("2".to_owned()),
            _ if schema["enum"].is_array() => schema["enum"][0].as_str().map(str::to_owned),
            _ => self.finds.stand_in(name, false),
        }
    }

    fn call(&mut self, operation: &Described<'_>, to: &str, shows: &str, outcome: &mut Outcome) {
        let body = self.finds.body(&operation.method, operation.path);
        outcome.calls += 1;
        let answer = match self.server.call(&operation.method, to, shows, body.as_ref()) {
            Ok(answer) => answer,
            Err(error) => return outcome.problems.push(format!("{to}: {error}")),
        };
        if operation.good_status() != Some(answer.status) {
            let said = String::from_utf8_lossy(&answer.body).chars().take(200).collect::<String>();
            outcome.problems.push(format!("{to}: status {} {said}", answer.status));
        }
        self.hold(operation, to, &answer, outcome);
        if (operation.method.as_str(), operation.path) == ("POST", "/collections") {
            // What follows is done to this one.
            self.finds.collection = answer.json().unwrap_or_default();
        }
    }

    /// A key that nobody has is refused, in the words that errors have.
    fn refuse(&self, operation: &Described<'_>, to: &str, outcome: &mut Outcome) {
        outcome.calls += 1;
        let shows = "Client-ID nobody-has-this-key";
        match self.server.call(&operation.method, to, shows, None) {
            Ok(answer) if answer.status == 401 => self.hold(operation, to, &answer, outcome),
            Ok(answer) => {
                outcome.problems.push(format!("{to}: {} for an unknown key", answer.status));
            }
            Err(error) => outcome.problems.push(format!("{to}: {error}")),
        }
    }

    /// Holds headers and body of an answer against the document.
    fn hold(&self, operation: &Described<'_>, to: &str, answer: &Answer, outcome: &mut Outcome) {
        let Some(response) = operation.response(self.spec, answer.status) else {
            let told = format!("{to}: the document has no answer of status {}", answer.status);
            return outcome.problems.push(told);
        };
        let mut problems = self.headers(response, answer);
        let schema = &response["content"]["application/json"]["schema"];
        match answer.json() {
            Some(_) if answer.header("content-type") != Some("application/json") => {
                problems.push("Content-Type is not application/json".to_owned());
            }
            Some(json) => problems.extend(self.spec.checker().check(&json, schema)),
            None if response["content"].is_object() => {
                problems.push("the body is no JSON".to_owned());
            }
            None if !answer.body.is_empty() => problems.push("there is a body".to_owned()),
            None => {}
        }
        outcome.problems.extend(problems.into_iter().map(|problem| format!("{to}: {problem}")));
    }

    fn headers(&self, response: &Value, answer: &Answer) -> Vec<String> {
        let mut problems = Vec::new();
        for (name, header) in response["headers"].as_object().into_iter().flatten() {
            let Some(text) = answer.header(&name.to_ascii_lowercase()) else {
                // A list of one page has no other pages to name.
                if name != "Link" {
                    problems.push(format!("{name} is missing"));
                }
                continue;
            };
            let schema = &self.spec.resolve(header)["schema"];
            let is_number = schema["type"] == "integer";
            let value = if is_number {
                text.parse::<u64>().map_or(Value::Null, Value::from)
            } else {
                text.into()
            };
            let wrong = self.spec.checker().check(&value, schema);
            problems.extend(wrong.into_iter().map(|problem| format!("{name}{problem}")));
        }
        problems
    }
}
