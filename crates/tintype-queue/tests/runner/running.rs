//! What is queued is run: in order, once, by whoever can.

use serde_json::json;
use tintype_queue::{BuildError, Job, Runner};
use tintype_store::{JobState, NewJob};

use crate::jobs::{Note, Notebook, Unlucky, Urgent, gated, note};
use crate::on_every_table;
use crate::table::Table;

on_every_table! {
    a_queued_job_is_run_and_done
    the_more_urgent_job_goes_first
    a_unique_job_waits_only_once
    an_unknown_kind_is_left_alone
    a_payload_that_cannot_be_read_is_a_dead_letter
    jobs_that_jobs_queue_are_run_until_idle
    what_a_job_queues_does_not_wait_for_slow_ones
    the_trace_of_the_cause_reaches_the_job
    two_runners_share_the_work_without_running_a_job_twice
    a_slow_job_keeps_no_result_back
    what_waits_behind_a_slow_job_goes_to_another_worker
    a_stray_runner_survives_a_burst_of_every_outcome
}

async fn a_queued_job_is_run_and_done(table: Table) {
    let runner = table.runner().build().unwrap();
    let id = table.enqueue(note("a")).await;
    assert_eq!(runner.run_until_idle().await.unwrap(), 1);
    assert_eq!(table.notebook.lines(), ["a"]);
    let job = table.job(id).await;
    assert_eq!((job.state, job.attempts, job.last_error), (JobState::Done, 1, None));
    let counts = runner.metrics().snapshot();
    let counts = counts.iter().find(|counts| counts.kind == "note").unwrap();
    assert_eq!((counts.started, counts.done, counts.running), (1, 1, 0));
    assert_eq!(counts.durations.iter().sum::<u64>(), 1);
}

async fn the_more_urgent_job_goes_first(table: Table) {
    table.enqueue_notes(3).await;
    table.enqueue(Urgent("urgent".to_owned()).to_new_job()).await;
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(table.notebook.lines(), ["urgent", "note 0", "note 1", "note 2"]);
}

async fn a_unique_job_waits_only_once(table: Table) {
    let job = Urgent("only".to_owned()).to_new_job();
    let first = table.store.enqueue(&[job.clone(), job.clone()]).await.unwrap();
    assert!(first[0].is_some() && first[1].is_none(), "{first:?}");
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    table.enqueue(job).await;
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(table.notebook.lines(), ["only", "only"]);
}

async fn an_unknown_kind_is_left_alone(table: Table) {
    let unknown = NewJob { kind: "of next year".to_owned(), ..note("") };
    let unknown = table.enqueue(unknown).await;
    table.enqueue(note("known")).await;
    table.runner().build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(table.notebook.lines(), ["known"]);
    let unknown = table.job(unknown).await;
    assert_eq!((unknown.state, unknown.attempts), (JobState::Ready, 0));
}

async fn a_payload_that_cannot_be_read_is_a_dead_letter(table: Table) {
    let job = table.run_once(NewJob { payload: json!({ "no": "name" }), ..note("") }).await;
    assert_eq!((job.state, job.attempts), (JobState::Dead, 1));
    let error = job.last_error.unwrap();
    assert!(error.starts_with("its payload cannot be read: "), "{error}");
}

async fn jobs_that_jobs_queue_are_run_until_idle(table: Table) {
    table.enqueue(Unlucky::Queues("child".to_owned()).to_new_job()).await;
    let tries = table.runner().build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(tries, 2);
    assert_eq!(table.notebook.lines(), ["try 1", "child"]);
}

async fn what_a_job_queues_does_not_wait_for_slow_ones(table: Table) {
    table.enqueue(gated("slow")).await;
    table.enqueue(Unlucky::Queues("child".to_owned()).to_new_job()).await;
    // With a place to spare, so that the runner has looked in vain before the child is there.
    let runner = table.runner().concurrency(3).build().unwrap();
    let idle = tokio::spawn(async move { runner.run_until_idle().await });
    table.until_line("child").await;
    assert_eq!(table.notebook.count("slow ends"), 0);
    table.notebook.gate.add_permits(1);
    assert_eq!(idle.await.unwrap().unwrap(), 3);
}

async fn the_trace_of_the_cause_reaches_the_job(table: Table) {
    table.run_once(NewJob { trace_id: Some("request 7".to_owned()), ..note("a") }).await;
    assert_eq!(table.notebook.lines(), ["a for request 7"]);
}

async fn two_runners_share_the_work_without_running_a_job_twice(table: Table) {
    let runners = [(); 2].map(|()| table.runner().concurrency(3).build().unwrap().start());
    table.enqueue_notes(300).await;
    for n in 0..300 {
        table.until_line(&format!("note {n}")).await;
    }
    for runner in runners {
        runner.stop(std::time::Duration::from_secs(5)).await;
    }
    assert_eq!(table.notebook.lines().len(), 300);
    assert_eq!(table.in_state(JobState::Done).await, 300);
}

async fn a_slow_job_keeps_no_result_back(table: Table) {
    let runner = table.runner().concurrency(2).build().unwrap().start();
    let slow = table.enqueue(gated("slow")).await;
    let quick = table.enqueue(note("quick")).await;
    table.until_state(quick, JobState::Done).await;
    table.until_line("slow begins").await;
    assert_eq!(table.job(slow).await.state, JobState::Running);
    runner.stop(std::time::Duration::ZERO).await;
}

async fn what_waits_behind_a_slow_job_goes_to_another_worker(table: Table) {
    let first = table.runner().build().unwrap().start();
    table.enqueue_notes(200).await;
    table.until_line("note 199").await;
    // The worker takes quick jobs by the hundred by now; the slow one comes before them.
    let mut batch = vec![gated("slow")];
    batch.extend((200..250).map(|n| note(&format!("note {n}"))));
    table.store.enqueue(&batch).await.unwrap();
    table.until_line("slow begins").await;
    let second = table.runner().build().unwrap().start();
    table.until_line("note 249").await;
    assert_eq!(table.notebook.count("slow ends"), 0);
    for runner in [first, second] {
        runner.stop(std::time::Duration::ZERO).await;
    }
}

async fn a_stray_runner_survives_a_burst_of_every_outcome(table: Table) {
    for round in 0..10 {
        let bad = [Unlucky::Fails { times: 9 }, Unlucky::Panics, Unlucky::GivesUp];
        let jobs = bad.map(|job| job.to_new_job());
        table.store.enqueue(&jobs).await.unwrap();
        table.enqueue(note(&format!("after {round}"))).await;
    }
    let tries = table.runner().concurrency(4).build().unwrap().run_until_idle().await.unwrap();
    assert_eq!(tries, 40);
    assert_eq!(table.in_state(JobState::Ready).await, 20);
    assert_eq!(table.in_state(JobState::Dead).await, 10);
    assert_eq!(table.in_state(JobState::Done).await, 10);
}

#[tokio::test]
async fn a_runner_that_makes_no_sense_is_not_built() {
    let table = crate::table::in_memory();
    let chance = || std::sync::Arc::new(Zero);
    let empty =
        || Runner::builder(table.store.clone(), table.writes.clone(), Notebook::new(), chance());
    assert!(matches!(empty().build(), Err(BuildError::NoKinds)));
    let twice = empty().register::<Note>().register::<Note>();
    assert!(matches!(twice.build(), Err(BuildError::KindTwice("note"))));
    let nobody = empty().register::<Note>().concurrency(0);
    assert!(matches!(nobody.build(), Err(BuildError::NoConcurrency)));
    let hasty = empty().register::<Note>().lease(std::time::Duration::from_millis(1));
    assert!(matches!(hasty.build(), Err(BuildError::LeaseTooShort(_))));
    let unknown = empty().register::<Note>().schedule("s", "@daily", &Urgent(String::new()));
    assert!(matches!(unknown.build(), Err(BuildError::ScheduleOfUnknownKind { .. })));
    let never = empty().register::<Note>().schedule("s", "0 0 30 2 *", &Note(String::new()));
    assert!(matches!(never.build(), Err(BuildError::BadExpression { .. })));
    let note = Note(String::new());
    let double = table.runner().schedule("s", "@daily", &note).schedule("s", "@hourly", &note);
    assert!(matches!(double.build(), Err(BuildError::ScheduleTwice(_))));
}

struct Zero;

impl tintype_domain::Chance for Zero {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}
