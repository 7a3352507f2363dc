//! Files: where originals and renditions lie.
