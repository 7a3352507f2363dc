//! Prolongs the leases we hold, and breaks off what is another's now.

use std::collections::HashMap;
use std::sync::Arc;

use tintype_store::JobId;
use tokio::time::{MissedTickBehavior, interval};
use tracing::warn;

use crate::shop::Shop;

/// Beats at a third of the lease: two beats may fail before anything is lost.
pub(crate) async fn beat<E>(shop: Arc<Shop<E>>) {
    let mut beats = interval(shop.lease / 3);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        let held = shop.held.all();
        if !held.is_empty() {
            prolong(&shop, &held).await;
        }
    }
}

async fn prolong<E>(shop: &Shop<E>, held: &[(JobId, u64)]) {
    let lost = match shop.store.heartbeat(held, shop.lease).await {
        Ok(lost) => lost,
        Err(error) => {
            warn!(jobs = held.len(), "Leases of {} jobs were not prolonged: {error}", held.len());
            return;
        }
    };
    let fences: HashMap<_, _> = held.iter().copied().collect();
    for id in lost {
        if let Some(fence) = fences.get(&id) {
            shop.held.lose(id, *fence);
        }
    }
}
