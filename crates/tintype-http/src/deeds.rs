//! What the server did for one request, noted as it happens: for the conversation page alone. For
//! every other request nothing is noted and nothing is formatted.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tintype_pages::view::{Deed, DeedKind, QueuedJob};
use tintype_store::watch::{Seen, Watcher, watched};

tokio::task_local! {
    static NOTED: Notes;
}

/// Shared by the handlers, which know what things mean, and the parts below, which do them.
#[derive(Clone)]
struct Notes(Arc<Mutex<Pages>>);

struct Pages {
    deeds: Vec<Deed>,
    since: Instant,
}

/// Runs a request and gives back what was noted meanwhile.
pub(crate) async fn watch<T>(request: impl Future<Output = T>) -> (T, Vec<Deed>) {
    let pages = Pages { deeds: Vec::new(), since: Instant::now() };
    let notes = Notes(Arc::new(Mutex::new(pages)));
    let book = notes.clone();
    let watcher: Watcher = Arc::new(move |seen| book.pages().see(seen));
    let answer = NOTED.scope(notes.clone(), watched(watcher, request)).await;
    let deeds = std::mem::take(&mut notes.pages().deeds);
    (answer, deeds)
}

/// Notes one deed; its time is what went by since the one before. A question to the index that
/// has no words yet gets these.
pub(crate) fn note(kind: DeedKind, text: impl FnOnce() -> String) {
    // Outside of a watched request there is nobody to tell.
    let _ = NOTED.try_with(|notes| notes.pages().note(kind, text()));
}

/// Says in words what the query just made was for.
pub(crate) fn database(text: impl FnOnce() -> String) {
    let _ = NOTED.try_with(|notes| notes.pages().name_query(text()));
}

impl Notes {
    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pages {
    fn note(&mut self, kind: DeedKind, text: String) {
        let unnamed = self.deeds.iter_mut().rev().find(|deed| deed.kind == kind);
        if let Some(deed) = unnamed.filter(|deed| deed.text.is_empty()) {
            deed.text = text;
            return;
        }
        let ms = millis(self.since.elapsed());
        self.since = Instant::now();
        self.deeds.push(Deed { ms: Some(ms), ..Deed::new(kind, text) });
    }

    fn name_query(&mut self, text: String) {
        let last = self.deeds.iter_mut().rev().find(|deed| deed.kind == DeedKind::Database);
        if let Some(deed) = last {
            deed.text = text;
        }
    }

    fn see(&mut self, seen: Seen) {
        self.since = Instant::now();
        self.deeds.push(match seen {
            Seen::Query { text, rows, took } => Deed {
                rows: Some(rows),
                ms: Some(millis(took)),
                detail: Some(laid_out(&text)),
                ..Deed::new(DeedKind::Database, summary(&text))
            },
            Seen::Job { id, kind } => {
                let job = QueuedJob { id: id.0.to_string(), href: format!("/jobs/{}", id.0) };
                Deed { job: Some(job), ..Deed::new(DeedKind::Background, kind) }
            }
            Seen::Index { took } => {
                Deed { ms: Some(millis(took)), ..Deed::new(DeedKind::Search, String::new()) }
            }
        });
    }
}

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1_000.0
}

/// The verb of a statement and the table it is about.
fn summary(statement: &str) -> String {
    let words: Vec<&str> = statement.split_whitespace().collect();
    let verb = words.first().copied().unwrap_or_default();
    let mark = match verb {
        "INSERT" | "REPLACE" => "INTO",
        "UPDATE" => "UPDATE",
        _ => "FROM",
    };
    let after = words.iter().position(|word| *word == mark).and_then(|at| words.get(at + 1));
    let table = after.map(|table| table.trim_matches(['(', ')', ',']));
    format!("{verb} {}", table.unwrap_or_default()).trim_end().to_owned()
}

/// Long lists of marks say nothing: the first three stand for all.
fn laid_out(statement: &str) -> String {
    let mut text = statement.to_owned();
    while text.contains("?, ?, ?, ?") {
        text = text.replace("?, ?, ?, ?", "?, ?, ?");
    }
    text.replace("?, ?, ?", "?, ?, …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_named_by_its_verb_and_table() {
        for (statement, expected) in [
            ("SELECT p.* FROM photos p WHERE id = ?", "SELECT photos"),
            ("INSERT INTO jobs (kind) VALUES (?)", "INSERT jobs"),
            ("UPDATE users SET total = 1", "UPDATE users"),
            ("DELETE FROM likes WHERE a = ?", "DELETE likes"),
            ("PRAGMA data_version", "PRAGMA"),
        ] {
            assert_eq!(summary(statement), expected);
        }
        let many = format!("a IN ({})", ["?"; 30].join(", "));
        assert_eq!(laid_out(&many), "a IN (?, ?, …)");
        assert_eq!(laid_out("a = ? AND b IN (?, ?)"), "a = ? AND b IN (?, ?)");
    }
}
