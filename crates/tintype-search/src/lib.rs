//! The full-text index. Derived data: it can always be rebuilt.
