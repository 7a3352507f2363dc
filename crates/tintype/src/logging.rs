//! Logs: to stderr, as text for people or as JSON for machines. Results never go here.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogSection};

/// Begins to log. A filter that makes no sense falls back to the default.
pub fn begin(section: &LogSection) {
    let filter = EnvFilter::try_new(&section.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second call can only come from a test; the first logger stays.
    let _ = match section.format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
}
