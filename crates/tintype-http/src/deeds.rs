//! What the server did for one request, noted as it happens: for the conversation page alone. For
//! every other request nothing is noted and nothing is formatted.

use std::cell::RefCell;
use std::time::Instant;

use tintype_pages::view::{Deed, DeedKind};

tokio::task_local! {
    static NOTED: RefCell<Notes>;
}

struct Notes {
    deeds: Vec<Deed>,
    since: Instant,
}

/// Runs a request and gives back what was noted meanwhile.
pub(crate) async fn watch<T>(request: impl Future<Output = T>) -> (T, Vec<Deed>) {
    let notes = RefCell::new(Notes { deeds: Vec::new(), since: Instant::now() });
    let watched = async {
        let answer = request.await;
        let deeds = NOTED.with(|notes| std::mem::take(&mut notes.borrow_mut().deeds));
        (answer, deeds)
    };
    NOTED.scope(notes, watched).await
}

/// Notes one deed; its time is what went by since the one before.
pub(crate) fn note(kind: DeedKind, text: impl FnOnce() -> String) {
    // Outside of a watched request there is nobody to tell.
    let _ = NOTED.try_with(|notes| {
        let mut notes = notes.borrow_mut();
        let ms = notes.since.elapsed().as_secs_f64() * 1000.0;
        notes.since = Instant::now();
        notes.deeds.push(Deed { kind, text: text(), detail: None, ms: Some(ms) });
    });
}

/// Notes a query.
pub(crate) fn database(text: impl FnOnce() -> String) {
    note(DeedKind::Database, text);
}
