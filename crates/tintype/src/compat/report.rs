//! What conforms and what does not, operation by operation.

use serde_json::{Value, json};

/// How it went.
#[derive(Default)]
pub struct Report {
    operations: Vec<Outcome>,
}

/// How it went with one operation.
pub struct Outcome {
    /// As in `GET /photos`.
    pub name: String,
    /// How often it was called.
    pub calls: u32,
    /// What does not conform.
    pub problems: Vec<String>,
    /// Why it was not called.
    pub left_out: Option<String>,
}

impl Report {
    pub fn add(&mut self, outcome: Outcome) {
        self.operations.push(outcome);
    }

    /// Whether something does not conform.
    pub fn has_problems(&self) -> bool {
        self.operations.iter().any(|one| !one.problems.is_empty())
    }

    /// For programs.
    pub fn to_json(&self) -> Value {
        let operations = self.operations.iter().map(|one| {
            json!({
                "operation": one.name, "calls": one.calls, "conforms": one.conforms(),
                "problems": one.problems, "left_out": one.left_out,
            })
        });
        json!({
            "total": self.operations.len(),
            "conform": self.conforming(),
            "operations": operations.collect::<Vec<_>>(),
        })
    }

    /// For people.
    pub fn to_words(&self) -> String {
        let mut lines = Vec::new();
        for one in &self.operations {
            lines.push(match &one.left_out {
                Some(why) => format!("-      {}: not called, {why}", one.name),
                None if one.conforms() => format!("ok     {} ({} calls)", one.name, one.calls),
                None => format!("WRONG  {}", one.name),
            });
            lines.extend(one.problems.iter().map(|problem| format!("         {problem}")));
        }
        let (conforming, total) = (self.conforming(), self.operations.len());
        lines.push(format!("{conforming} of {total} operations conform"));
        lines.join("\n")
    }

    fn conforming(&self) -> usize {
        self.operations.iter().filter(|one| one.conforms()).count()
    }
}

impl Outcome {
    fn conforms(&self) -> bool {
        self.left_out.is_none() && self.problems.is_empty()
    }
}
