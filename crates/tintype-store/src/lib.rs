//! What every database must do for us: the storage traits and their contract.
