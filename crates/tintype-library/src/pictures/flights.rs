//! One rendering per key, however many ask for it at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use tintype_domain::Checksum;

use super::image::{ImageError, Picture};

type Outcome = Result<Picture, Arc<ImageError>>;

/// Renderings under way.
#[derive(Default)]
pub(super) struct Flights {
    under_way: Arc<Mutex<HashMap<Checksum, Shared<BoxFuture<'static, Outcome>>>>>,
}

impl Flights {
    /// Joins the rendering of `key`, or begins it. It goes on when those who asked are gone, so
    /// that the next one finds it in the cache.
    pub(super) async fn join<F>(&self, key: Checksum, render: impl FnOnce() -> F) -> Outcome
    where
        F: Future<Output = Result<Picture, ImageError>> + Send + 'static,
    {
        let flight = {
            let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
            under_way.get(&key).cloned().unwrap_or_else(|| {
                let flight = self.take_off(key, render());
                under_way.insert(key, flight.clone());
                flight
            })
        };
        flight.await
    }

    fn take_off<F>(&self, key: Checksum, render: F) -> Shared<BoxFuture<'static, Outcome>>
    where
        F: Future<Output = Result<Picture, ImageError>> + Send + 'static,
    {
        let under_way = self.under_way.clone();
        let task = tokio::spawn(async move {
            let outcome = std::panic::AssertUnwindSafe(render).catch_unwind().await;
            under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
            outcome.unwrap_or_else(|_| Err(ImageError::Unreadable)).map_err(Arc::new)
        });
        task.map(|done| done.unwrap_or_else(|_| Err(Arc::new(ImageError::Unreadable))))
            .boxed()
            .shared()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use bytes::Bytes;

    use super::*;

    #[tokio::test]
    async fn many_who_ask_at_once_share_one_rendering() {
        let flights = Flights::default();
        let made = Arc::new(AtomicU32::new(0));
        let key = Checksum::from_bytes([1; 32]);
        let ask = || {
            flights.join(key, || {
                let made = made.clone();
                async move {
                    tokio::task::yield_now().await;
                    made.fetch_add(1, Ordering::SeqCst);
                    Ok(Picture { bytes: Bytes::from_static(b"x"), media_type: "image/jpeg" })
                }
            })
        };
        let asked = futures::future::join_all((0..50).map(|_| ask())).await;
        assert!(asked.iter().all(Result::is_ok));
        assert_eq!(made.load(Ordering::SeqCst), 1);
        ask().await.unwrap();
        assert_eq!(made.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn a_rendering_that_panics_is_an_error_and_not_the_end() {
        let flights = Flights::default();
        let key = Checksum::from_bytes([1; 32]);
        let outcome = flights.join(key, || async { panic!("a decoder fell over") }).await;
        assert!(matches!(outcome.as_ref().map_err(|e| &**e), Err(ImageError::Unreadable)));
    }
}
