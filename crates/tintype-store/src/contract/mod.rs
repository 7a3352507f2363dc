//! The contract every database must keep: one function a behaviour, run by each implementation.
