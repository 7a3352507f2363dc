//! `openapi`: the API described to programs, for the address in the settings.

use anyhow::Result;

use super::output::print;
use crate::cli::Common;
use crate::wiring;

/// Prints the document.
pub fn run(common: &Common) -> Result<()> {
    let config = wiring::config(common)?;
    let origin = config.public_url.unwrap_or_else(|| format!("http://{}", config.listen));
    let document = tintype_http::openapi(origin.trim_end_matches('/'));
    print(common, &document, &serde_json::to_string_pretty(&document)?)
}
