//! A server in a test: builders, a fixed clock, seeded ids.
