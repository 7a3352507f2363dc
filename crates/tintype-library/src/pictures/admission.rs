//! Who may decode when: a budget of memory, a number of workers, and a queue with an end.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::settings::ImagesSection;

/// Too many wait already; come back later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PictureBusy {
    /// When it is worth trying again.
    pub(crate) retry_after: Duration,
}

/// Lets work begin when there is memory for it and a worker free.
pub(crate) struct Admission {
    memory: Semaphore,
    units: u32,
    workers: Semaphore,
    waiting: AtomicU32,
    queue: u32,
}

/// Leave to work; given back when dropped.
pub(crate) struct Admitted<'a> {
    _memory: SemaphorePermit<'a>,
    _worker: SemaphorePermit<'a>,
}

impl Admission {
    pub(crate) fn new(settings: &ImagesSection) -> Self {
        let units = u32::try_from(settings.memory_bytes / UNIT_BYTES).unwrap_or(u32::MAX).max(1);
        let units = units.min(Semaphore::MAX_PERMITS.try_into().unwrap_or(u32::MAX));
        Self {
            memory: Semaphore::new(units as usize),
            units,
            workers: Semaphore::new(settings.workers.max(1) as usize),
            waiting: AtomicU32::new(0),
            queue: settings.queue,
        }
    }

    /// Waits for memory and a worker, unless too many wait already. Work that is larger than
    /// the whole budget is done alone.
    pub(crate) async fn admit(&self, cost_bytes: u64) -> Result<Admitted<'_>, PictureBusy> {
        let _place = self.queue_up()?;
        let units = u32::try_from(cost_bytes.div_ceil(UNIT_BYTES)).unwrap_or(u32::MAX);
        let busy = |_| PictureBusy { retry_after: RETRY_AFTER };
        let memory = self.memory.acquire_many(units.clamp(1, self.units)).await.map_err(busy)?;
        let worker = self.workers.acquire().await.map_err(busy)?;
        Ok(Admitted { _memory: memory, _worker: worker })
    }

    fn queue_up(&self) -> Result<Place<'_>, PictureBusy> {
        let place = Place(&self.waiting);
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= self.queue {
            return Err(PictureBusy { retry_after: RETRY_AFTER });
        }
        Ok(place)
    }
}

/// A place in the queue; free again when dropped.
struct Place<'a>(&'a AtomicU32);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

const UNIT_BYTES: u64 = 64 * 1024;
const RETRY_AFTER: Duration = Duration::from_secs(2);

#[cfg(test)]
mod tests {
    use super::*;

    fn admission(queue: u32) -> Admission {
        Admission::new(&ImagesSection {
            memory_bytes: 10 * UNIT_BYTES,
            workers: 2,
            queue,
            ..ImagesSection::default()
        })
    }

    #[tokio::test]
    async fn memory_is_given_back() {
        let admission = admission(10);
        let first = admission.admit(9 * UNIT_BYTES).await.unwrap();
        let second = admission.admit(2 * UNIT_BYTES);
        let mut second = std::pin::pin!(second);
        assert!(futures::poll!(&mut second).is_pending());
        drop(first);
        assert!(second.await.is_ok());
    }

    #[tokio::test]
    async fn work_larger_than_the_budget_is_done_alone() {
        let admission = admission(10);
        assert!(admission.admit(1_000 * UNIT_BYTES).await.is_ok());
    }

    #[tokio::test]
    async fn a_full_queue_refuses_and_frees_its_places() {
        let admission = admission(1);
        let held = admission.admit(10 * UNIT_BYTES).await.unwrap();
        let mut waiting = Box::pin(admission.admit(1));
        assert!(futures::poll!(&mut waiting).is_pending());
        assert!(admission.admit(1).await.is_err());
        drop(waiting);
        drop(held);
        assert!(admission.admit(1).await.is_ok());
    }
}
