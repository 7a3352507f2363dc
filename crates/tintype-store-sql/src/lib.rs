//! The store on SQL databases, through SeaORM.
