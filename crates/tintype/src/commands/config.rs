//! `config show|schema` and `completions`.

use anyhow::Result;
use clap::CommandFactory;

use super::output::print;
use crate::cli::{Cli, Common, ConfigCommand};
use crate::config::Config;
use crate::wiring;

/// Prints the settings in force, or what can be set.
pub fn run(common: &Common, command: &ConfigCommand) -> Result<()> {
    match command {
        ConfigCommand::Show => {
            let config = wiring::config(common)?.redacted();
            print(common, &serde_json::to_value(&config)?, &toml::to_string_pretty(&config)?)
        }
        ConfigCommand::Schema => {
            let schema = serde_json::to_value(schemars::schema_for!(Config))?;
            print(common, &schema, &serde_json::to_string_pretty(&schema)?)
        }
    }
}

/// Prints completions for a shell.
pub fn completions(shell: clap_complete::Shell) {
    clap_complete::generate(shell, &mut Cli::command(), "tintype", &mut std::io::stdout());
}
