//! Jobs by the clock: each tick of a schedule queues its job once, however many workers watch.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use croner::Cron;
use croner::errors::CronError;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tintype_domain::Timestamp;
use tintype_store::{NewJob, StoreError};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::{debug, warn};

use crate::shop::Shop;

/// A job to be queued at the ticks of a cron expression, in UTC.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    pub name: String,
    pub job: NewJob,
    cron: Cron,
}

impl Schedule {
    /// Reads the expression. One that has no tick ahead, such as the 30th of February, is an error
    /// as well.
    pub fn parse(name: &str, expression: &str, job: NewJob) -> Result<Self, CronError> {
        let cron = Cron::from_str(expression)?;
        cron.find_next_occurrence(&civil(Timestamp::from_micros(0)), false)?;
        Ok(Self { name: name.to_owned(), job, cron })
    }

    /// The latest tick up to now that is later than `last`. Of several that were missed only this
    /// one counts: doing the work once makes up for all.
    fn due(&self, last: Timestamp, now: Timestamp) -> Option<Timestamp> {
        let tick = timestamp(self.cron.find_previous_occurrence(&civil(now), true).ok()?)?;
        (tick > last).then_some(tick)
    }

    /// How long until the next tick.
    fn next_in(&self, now: Timestamp) -> Duration {
        let next = self.cron.find_next_occurrence(&civil(now), false).ok().and_then(timestamp);
        next.map_or(NAP_MAX, |tick| tick.since(now))
    }
}

/// Queues what falls due until a stop.
pub(crate) async fn keep_time<E>(shop: Arc<Shop<E>>, stopping: CancellationToken) {
    if shop.schedules.is_empty() {
        return;
    }
    loop {
        let nap = match fire_due(&shop).await {
            Ok(nap) => nap,
            Err(error) => {
                warn!("Schedules wait for the database: {error}");
                ERROR_PAUSE
            }
        };
        tokio::select! {
            () = stopping.cancelled() => return,
            () = sleep(nap.min(NAP_MAX)) => {}
        }
    }
}

/// Queues what is due; says how long until the next tick of any.
async fn fire_due<E>(shop: &Shop<E>) -> Result<Duration, StoreError> {
    let now = shop.store.job_clock().await?;
    for schedule in &shop.schedules {
        fire(shop, schedule, now).await?;
    }
    let next = shop.schedules.iter().map(|schedule| schedule.next_in(now)).min();
    // A timer may end a little early; then the tick would be looked for just before it.
    Ok(next.unwrap_or(NAP_MAX) + Duration::from_millis(1))
}

/// A schedule that is new here begins with its next tick; one that was known makes up for a tick
/// that passed while no worker was there.
async fn fire<E>(shop: &Shop<E>, schedule: &Schedule, now: Timestamp) -> Result<(), StoreError> {
    let name = &schedule.name;
    let Some(last) = shop.store.last_tick(name).await? else {
        shop.store.note_tick(name, now, &[]).await?;
        return Ok(());
    };
    let Some(tick) = schedule.due(last, now) else { return Ok(()) };
    if shop.store.note_tick(name, tick, std::slice::from_ref(&schedule.job)).await? {
        debug!(schedule.name = %name, job.kind = %schedule.job.kind, "Schedule {name} is due");
    }
    Ok(())
}

fn civil(time: Timestamp) -> DateTime {
    let instant = jiff::Timestamp::from_microsecond(time.as_micros());
    instant.unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(TimeZone::UTC).datetime()
}

fn timestamp(civil: DateTime) -> Option<Timestamp> {
    let instant = TimeZone::UTC.to_timestamp(civil).ok()?;
    Some(Timestamp::from_micros(instant.as_microsecond()))
}

/// Looks at the clock again after this, however far the next tick: clocks jump.
const NAP_MAX: Duration = Duration::from_secs(30);
const ERROR_PAUSE: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(expression: &str) -> Result<Schedule, CronError> {
        let job = NewJob {
            kind: "any".to_owned(),
            payload: serde_json::Value::Null,
            priority: 0,
            run_at: None,
            max_attempts: 1,
            unique_key: None,
            trace_id: None,
        };
        Schedule::parse("any", expression, job)
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn of_missed_ticks_only_the_latest_is_due() {
        let hourly = schedule("5 * * * *").unwrap();
        let due = hourly.due(at("2026-02-01 00:05:00"), at("2026-02-01 09:30:00.25"));
        assert_eq!(due, Some(at("2026-02-01 09:05:00")));
    }

    #[test]
    fn a_tick_is_due_at_its_very_moment_and_only_once() {
        let hourly = schedule("@hourly").unwrap();
        let ten = at("2026-02-01 10:00:00");
        assert_eq!(hourly.due(at("2026-02-01 09:59:59.999999"), ten), Some(ten));
        assert_eq!(hourly.due(ten, at("2026-02-01 10:59:59.999999")), None);
    }

    #[test]
    fn a_clock_that_went_back_makes_nothing_due() {
        let hourly = schedule("@hourly").unwrap();
        assert_eq!(hourly.due(at("2026-02-01 10:00:00"), at("2026-02-01 09:30:00")), None);
    }

    #[test]
    fn the_next_tick_is_counted_to_the_microsecond() {
        let daily = schedule("30 3 * * *").unwrap();
        let left = daily.next_in(at("2026-02-01 03:29:59.5"));
        assert_eq!(left, Duration::from_millis(500));
        assert_eq!(daily.next_in(at("2026-02-01 03:30:00")), Duration::from_hours(24));
    }

    #[test]
    fn an_expression_without_a_tick_is_refused() {
        for expression in ["", "every day", "61 * * * *", "0 0 30 2 *"] {
            assert!(schedule(expression).is_err(), "{expression}");
        }
    }
}
