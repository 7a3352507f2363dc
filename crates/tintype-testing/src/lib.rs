//! A server in a test: the real library on SQLite in a folder of its own, a fixed clock, seeded
//! chance, builders for what is in it, and a client that needs no socket.
//!
//! ```ignore
//! let server = TestServer::start().await;
//! let ana = server.user("ana").await;
//! let photo = server.photo().by(&ana).tagged("fox").send().await;
//! server.run_jobs().await;
//! assert_eq!(server.get("/photos").await.status(), 200);
//! ```

#![expect(clippy::missing_panics_doc, reason = "a builder that cannot build fails its test")]

mod client;
mod elsewhere;
mod people;
mod pictures;
mod server;
mod system;

pub use client::{Answer, Call, Form};
pub use elsewhere::Elsewhere;
pub use people::{PASSWORD, TestUser};
pub use pictures::{PhotoBuilder, jpeg, png};
pub use server::TestServer;
pub use system::{FixedClock, SeededChance};
