//! The table of operations, a file a noun. A route of the API that is not in it fails a test.

mod collections;
mod machine;
mod me;
mod people;
mod photos;
mod pictures;
mod search;
mod stats;
mod topics;

use super::operation::{Group, Operation};

/// All operations, as the documentation has them in order.
pub(crate) const GROUPS: &[Group] = &[
    photos::GROUP,
    search::GROUP,
    collections::GROUP,
    topics::GROUP,
    people::GROUP,
    me::GROUP,
    stats::GROUP,
    pictures::GROUP,
    machine::GROUP,
];

/// All operations.
pub(crate) fn all() -> impl Iterator<Item = &'static Operation> {
    GROUPS.iter().flat_map(|group| group.operations)
}

/// The methods that a route knows.
pub(crate) fn methods_of(route: &str) -> Vec<&'static str> {
    all().filter(|one| one.route == route).map(|one| one.method).collect()
}
