//! How the program ends: 0 done, 1 failed, 2 misused, and one clear sentence on stderr.

use std::fmt;
use std::process::ExitCode;

/// The command line or the settings ask for something that cannot be.
#[derive(Debug)]
pub struct Misuse(pub String);

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misuse {}

/// The work was done and its outcome is bad news that was already printed.
#[derive(Debug)]
pub struct BadNews;

impl fmt::Display for BadNews {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not everything went well")
    }
}

impl std::error::Error for BadNews {}

/// Prints what went wrong and says with which code to end.
pub fn tell(error: &anyhow::Error) -> ExitCode {
    if error.is::<BadNews>() {
        return ExitCode::from(1);
    }
    // Causes that the sentence before already tells are not told again.
    let mut sentence = error.to_string();
    for cause in error.chain().skip(1) {
        let cause = cause.to_string();
        if !sentence.contains(&cause) {
            sentence = format!("{sentence}: {cause}");
        }
    }
    eprintln!("tintype: {sentence}");
    ExitCode::from(if error.is::<Misuse>() { 2 } else { 1 })
}
