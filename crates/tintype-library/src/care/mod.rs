//! Keeping a library in order: what is lost, torn, left over, and getting it back.

mod backup;
mod gc;
mod verify;

pub use backup::{BackupError, BackupNote, restore};
pub use gc::{Orphan, Swept};
pub use verify::{CareError, Damage, Verified};
