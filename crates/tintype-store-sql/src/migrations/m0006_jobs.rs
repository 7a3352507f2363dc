//! The job table, and what schedules have queued.

use sea_orm::{DbBackend, Statement};
use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, big_integer_null, integer, small_integer, string_len, string_len_null, text,
        text_null,
    },
};

use super::Script;

pub(super) fn statements(backend: DbBackend) -> Vec<Statement> {
    let mut script = Script::new(backend);
    script.add(&jobs());
    // The one index of the queue. It holds all that choosing asks for, and a job moves in it only
    // when its state does.
    script.index("jobs", &["state", "turn", "due_at", "id", "kind"]);
    script.add(&schedule_ticks());
    script.into_statements()
}

fn jobs() -> TableCreateStatement {
    Table::create()
        .table("jobs")
        .col(big_integer("id").primary_key().auto_increment())
        .col(string_len("kind", 80))
        .col(text("payload"))
        // 0 ready, 1 running, 2 done, 3 dead.
        .col(small_integer("state"))
        // The priority, negated: the smallest goes first, in every database's index.
        .col(small_integer("turn"))
        // Ready: when to run. Running: when its lease ends. Done or dead: when it ended.
        .col(big_integer("due_at"))
        .col(big_integer("run_at"))
        .col(integer("attempts"))
        .col(integer("max_attempts"))
        .col(big_integer("fence"))
        .col(text_null("worker"))
        // Only while it waits or runs, so that its key is free again afterwards.
        .col(string_len_null("unique_key", 191).unique_key())
        .col(text_null("last_error"))
        .col(text_null("trace_id"))
        .col(big_integer("queued_at"))
        .col(big_integer_null("started_at"))
        .col(big_integer_null("finished_at"))
        .to_owned()
}

/// The last tick of each schedule, so that each is queued once, however many workers run.
fn schedule_ticks() -> TableCreateStatement {
    Table::create()
        .table("schedule_ticks")
        .col(string_len("schedule", 120).primary_key())
        .col(big_integer("tick"))
        .to_owned()
}
