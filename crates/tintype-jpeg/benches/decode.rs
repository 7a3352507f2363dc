//! CPU milliseconds a scale costs, for a generated photo-like picture of 24 megapixels.
fn main() {}
