//! What each command does: read what it needs, ask the library, print the answer.

mod access;
mod care;
mod compat;
mod config;
mod demo;
mod doctor;
mod import;
mod migrate;
mod openapi;
mod output;
mod photos;
mod serve;
mod share;
mod topics;
mod users;
mod work;

use anyhow::Result;

use crate::cli::{Cli, Command};

/// Does what the command line says.
pub async fn run(cli: Cli) -> Result<()> {
    let common = &cli.common;
    match cli.command {
        Command::Serve(serve) => serve::run(common, serve).await,
        Command::Worker(worker) => work::run(common, &worker).await,
        Command::Import(import) => import::folders(common, import).await,
        Command::ImportDataset(dataset) => import::dataset(common, &dataset).await,
        Command::User(command) => users::run(common, command).await,
        Command::App(command) => access::app(common, command).await,
        Command::Token(command) => access::token(common, command).await,
        Command::Photo(command) => photos::run(common, command).await,
        Command::Topic(command) => topics::run(common, command).await,
        Command::Demo(command) => demo::run(common, &command).await,
        Command::Migrate(migrate) => migrate::run(common, &migrate).await,
        Command::Reindex => care::reindex(common).await,
        Command::Verify(verify) => care::verify(common, &verify).await,
        Command::Gc(gc) => care::gc(common, &gc).await,
        Command::Backup { dir } => care::backup(common, &dir).await,
        Command::Restore { dir } => care::restore(common, &dir).await,
        Command::Doctor => doctor::run(common).await,
        Command::Config(command) => config::run(common, &command),
        Command::Compat(command) => compat::run(common, command),
        Command::Openapi => openapi::run(common),
        Command::Completions { shell } => {
            config::completions(shell);
            Ok(())
        }
    }
}
