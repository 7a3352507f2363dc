//! In which state the library is, as far as answers go.

use crate::Library;

/// Two equal states give equal answers to the same question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LibraryState {
    writes: u64,
    index: u64,
}

impl LibraryState {
    /// After so many writes to the database and loads of the index.
    pub const fn new(writes: u64, index: u64) -> Self {
        Self { writes, index }
    }
}

impl Library {
    /// The state now; `None` while the index cannot be read. Costs no query.
    pub fn state(&self) -> Option<LibraryState> {
        let writes = *self.parts().writes.borrow();
        let index = self.parts().index.open().ok()?.state();
        Some(LibraryState { writes, index })
    }
}
