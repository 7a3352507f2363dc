//! Schedules fire once a tick, however many workers watch, and make up for what was missed.

use std::time::Duration;

use tintype_domain::Timestamp;
use tintype_queue::Builder;
use tintype_store::JobState;
use tokio::time::sleep;

use crate::jobs::{Note, Shared, Urgent};
use crate::on_every_table;
use crate::table::{Table, in_memory};

on_every_table! {
    a_tick_fires_once_with_two_runners
}

fn every_second(builder: Builder<Shared>) -> Builder<Shared> {
    builder.schedule("every second", "* * * * * *", &Note("tick".to_owned()))
}

/// The ticks that passed since `since`.
async fn ticks_since(table: &Table, since: Timestamp) -> usize {
    let last = table.store.last_tick("every second").await.unwrap().unwrap();
    usize::try_from(last.as_seconds() - since.as_seconds()).unwrap()
}

async fn a_tick_fires_once_with_two_runners(table: Table) {
    let begin = table.store.job_clock().await.unwrap();
    let runners = [(); 2].map(|()| every_second(table.runner()).build().unwrap().start());
    table.until_lines("tick", 3).await;
    for runner in runners {
        runner.stop(Duration::from_secs(5)).await;
    }
    // A tick whose worker was stopped is still in the table.
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    let fired = table.notebook.count("tick");
    assert!(fired <= ticks_since(&table, begin).await, "{fired}");
    assert_eq!(fired, table.in_state(JobState::Done).await);
}

#[tokio::test(start_paused = true)]
async fn no_tick_is_left_out_or_fired_twice_over_a_minute() {
    let table = in_memory();
    let runners = [(); 3].map(|()| every_second(table.runner()).build().unwrap().start());
    sleep(Duration::from_mins(1)).await;
    assert_eq!(table.notebook.count("tick"), 60);
    drop(runners);
}

#[tokio::test(start_paused = true)]
async fn a_tick_that_passed_while_nobody_was_there_is_made_up_for_once() {
    let table = in_memory();
    let runner = |table: &Table| {
        let daily = Note("daily".to_owned());
        table.runner().schedule("daily", "0 3 * * *", &daily).build().unwrap().start()
    };
    // At 10:00 the schedule is new: its first tick is ahead.
    let first = runner(&table);
    sleep(Duration::from_mins(1)).await;
    assert_eq!(table.notebook.count("daily"), 0);
    first.stop(Duration::ZERO).await;
    sleep(Duration::from_hours(3 * 24)).await;
    let second = runner(&table);
    sleep(Duration::from_mins(1)).await;
    assert_eq!(table.notebook.count("daily"), 1);
    second.stop(Duration::ZERO).await;
    let third = runner(&table);
    sleep(Duration::from_mins(1)).await;
    assert_eq!(table.notebook.count("daily"), 1);
    sleep(Duration::from_hours(24)).await;
    assert_eq!(table.notebook.count("daily"), 2);
    third.stop(Duration::ZERO).await;
}

#[tokio::test(start_paused = true)]
async fn ticks_do_not_pile_up_behind_a_unique_job_that_waits() {
    let table = in_memory();
    // This worker is busy with another job, so that ticks are noted and their job only waits.
    let busy = table.runner().schedule("s", "* * * * *", &Urgent("u".to_owned()));
    let busy = busy.build().unwrap().start();
    table.enqueue(crate::jobs::gated("busy")).await;
    table.until_line("busy begins").await;
    sleep(Duration::from_mins(10)).await;
    assert_eq!(table.in_state(JobState::Ready).await, 1);
    table.notebook.gate.add_permits(1);
    sleep(Duration::from_millis(100)).await;
    assert_eq!(table.notebook.count("u"), 1);
    busy.stop(Duration::ZERO).await;
}
