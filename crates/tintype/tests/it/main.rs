//! The program as its users meet it: the real binary, a data folder, sockets and signals.

mod bad_input;
mod browser;
mod by_hand;
mod client;
mod commands;
mod driver;
mod kill;
mod photographs;
mod pictures;
mod running;
mod server;
