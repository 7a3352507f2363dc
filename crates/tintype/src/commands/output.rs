//! Results on stdout: words for people, or one JSON value.

use std::io::{self, Write};

use anyhow::Result;
use serde_json::Value;

use crate::cli::Common;

/// Prints a result: `words` for people, `value` with `--json`. A reader that has gone away is
/// not an error.
pub fn print(common: &Common, value: &Value, words: &str) -> Result<()> {
    let text = if common.json { serde_json::to_string(value)? } else { words.to_owned() };
    if text.is_empty() {
        return Ok(());
    }
    match writeln!(io::stdout().lock(), "{}", text.trim_end()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// One line of standard input, without its end.
pub fn line_from_stdin() -> Result<String> {
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
