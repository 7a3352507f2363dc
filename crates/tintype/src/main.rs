//! The tintype program: reads the command line, does what it says, tells how it went.

mod cli;
mod commands;
mod compat;
mod config;
mod exit;
mod folder;
mod logging;
mod system;
mod wiring;

use std::process::ExitCode;

use clap::Parser;

// Decoding pictures frees large blocks all the time; this allocator gives them back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return exit::tell(&error.into()),
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => exit::tell(&error),
    }
}
