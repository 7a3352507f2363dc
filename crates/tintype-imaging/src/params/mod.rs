//! What an image address asks for.

/// The rendering parameters of an image address.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImageParams {
    given: bool,
}

impl ImageParams {
    /// Reads parameters; junk is clamped or ignored, so this never fails.
    pub fn parse<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { given: pairs.into_iter().next().is_some() }
    }

    /// Equal for equal meaning: the cache key of a rendering.
    pub fn canonical(&self) -> String {
        String::new()
    }

    /// Whether nothing is asked for, so that the stored original is the answer.
    pub fn is_original(&self) -> bool {
        !self.given
    }

    /// Whether the answer depends on `Accept` (then `Vary` must name it).
    pub fn varies_by_accept(&self) -> bool {
        false
    }

    /// Settles `auto=format` by what the client accepts.
    pub fn negotiate(&self, accept: &str) -> Self {
        let _ = accept;
        self.clone()
    }

    /// The stored rendition that already is the answer, by its width.
    pub fn stored_rendition(&self) -> Option<u32> {
        None
    }

    /// Name for `Content-Disposition: attachment` (`dl=…`).
    pub fn download_name(&self) -> Option<&str> {
        None
    }
}
