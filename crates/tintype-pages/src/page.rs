//! What rendering gives back.

/// A complete page, ready to send as `text/html; charset=utf-8`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The whole document, from `<!doctype html>` on.
    pub html: String,
    /// The CSP source of the page's one `<style>` element, such as `'sha256-…'` with its quotes;
    /// `None` when the page has no such element.
    pub style_hash: Option<String>,
}
