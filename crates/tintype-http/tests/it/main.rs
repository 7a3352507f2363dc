//! The HTTP side from outside, over the real library on SQLite. The tree mirrors the routes.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod access;
mod apps;
mod bodies;
mod budgets;
mod conventions;
mod conversation;
mod demo;
mod envelope;
mod files;
mod images;
mod kept_answers;
mod languages;
mod learn;
mod login;
mod machine;
mod oauth;
mod openapi;
mod pages;
mod picker;
mod placeholder;
mod queries;
mod remote_pictures;
mod server;
mod shapes;
mod unsplash;
mod upload;
mod upload_page;
