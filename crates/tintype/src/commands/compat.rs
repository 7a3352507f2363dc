//! `compat check`: whether a running server does what an OpenAPI document says.

use anyhow::{Context, Result};
use url::Url;

use super::output::print;
use crate::cli::{Common, CompatCommand};
use crate::compat::{Server, Spec, check};
use crate::exit::{BadNews, Misuse};

/// Checks, and says what conforms and what does not.
pub fn run(common: &Common, command: CompatCommand) -> Result<()> {
    let CompatCommand::Check { url, key, spec, token } = command;
    let url = Url::parse(&url).map_err(|error| Misuse(format!("{url}: {error}")))?;
    let server = Server::at(&url)
        .ok_or_else(|| Misuse(format!("{url}: only http:// addresses are called")))?;
    let text = std::fs::read_to_string(&spec)
        .with_context(|| format!("cannot read {}", spec.display()))?;
    let spec = Spec::read(&text).with_context(|| format!("cannot use {}", spec.display()))?;
    let report = check(&server, &spec, &key, token.as_deref());
    print(common, &report.to_json(), &report.to_words())?;
    if report.has_problems() { Err(BadNews.into()) } else { Ok(()) }
}
