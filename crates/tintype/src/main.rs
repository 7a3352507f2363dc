//! The tintype program: settings, command line, wiring.
fn main() {}
