//! The commands, by what they are about: results on stdout, one sentence on stderr, exit codes.

mod access;
mod care;
mod compat;
mod imports;
mod photos;
mod schema;
mod settings;
