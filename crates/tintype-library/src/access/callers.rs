//! Looking up who a key, token or cookie belongs to; remembered until anything is written.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use tintype_domain::{AccessKey, AccessToken, App, Timestamp, User};
use tintype_store::StoreError;
use tokio::sync::watch;

use super::{SecretKind, hash};
use crate::Library;

/// A user who lets an application act.
#[derive(Debug, Clone, PartialEq)]
pub struct Bearer {
    /// The token itself, without its secret.
    pub token: AccessToken,
    /// For whom it acts.
    pub user: User,
    /// Through which application.
    pub app: App,
}

impl Library {
    /// The application behind an access key, unless it was switched off.
    pub async fn app_by_key(&self, key: &AccessKey) -> Result<Option<App>, StoreError> {
        let cache = &self.parts().callers;
        if let Some(Known(app)) = cache.apps.get(key) {
            return Ok(app);
        }
        let found = self.store().app_by_key(key).await?.filter(|app| app.revoked_at.is_none());
        cache.apps.keep(key.clone(), found.clone());
        Ok(found)
    }

    /// Who a Bearer token lets act; `None` when it is unknown, ended or taken back, or when its
    /// user or application is closed.
    pub async fn bearer(&self, token: &str) -> Result<Option<Bearer>, StoreError> {
        if !SecretKind::AccessToken.looks_like(token) {
            return Ok(None);
        }
        let hash = hash(token);
        let cache = &self.parts().callers;
        let found = if let Some(Known(found)) = cache.bearers.get(&hash) {
            found
        } else {
            let found = self.look_up_bearer(&hash).await?;
            cache.bearers.keep(hash, found.clone());
            found
        };
        Ok(found.filter(|bearer| is_current(&bearer.token, self.clock().now())))
    }

    async fn look_up_bearer(&self, hash: &[u8; 32]) -> Result<Option<Bearer>, StoreError> {
        let Some(token) = self.store().token(hash).await? else { return Ok(None) };
        let user = self.store().user(&token.user).await?.filter(|user| user.disabled_at.is_none());
        let app = self.store().app(&token.app).await?.filter(|app| app.revoked_at.is_none());
        Ok(user.zip(app).map(|(user, app)| Bearer { token, user, app }))
    }
}

fn is_current(token: &AccessToken, now: Timestamp) -> bool {
    token.revoked_at.is_none() && token.expires_at.is_none_or(|end| now < end)
}

/// What was looked up since the last write to the database.
pub(crate) struct CallerCache {
    apps: Remembered<AccessKey, App>,
    bearers: Remembered<[u8; 32], Bearer>,
}

impl CallerCache {
    pub(crate) fn new(writes: &watch::Receiver<u64>) -> Self {
        let (apps, bearers) = (Remembered::new(writes.clone()), Remembered::new(writes.clone()));
        Self { apps, bearers }
    }
}

/// What was found the last time; that there was nothing is known too.
#[derive(Debug, PartialEq)]
struct Known<V>(Option<V>);

/// Answers that hold until anything is written.
struct Remembered<K, V> {
    writes: watch::Receiver<u64>,
    answers: Mutex<(u64, HashMap<K, Option<V>>)>,
}

impl<K: Hash + Eq, V: Clone> Remembered<K, V> {
    fn new(writes: watch::Receiver<u64>) -> Self {
        Self { writes, answers: Mutex::new((0, HashMap::new())) }
    }

    fn get(&self, key: &K) -> Option<Known<V>> {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        self.forget_old(&mut answers);
        answers.1.get(key).cloned().map(Known)
    }

    fn keep(&self, key: K, answer: Option<V>) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        self.forget_old(&mut answers);
        // Strangers' keys must not fill the memory.
        if answers.1.len() >= MOST_REMEMBERED {
            answers.1.clear();
        }
        answers.1.insert(key, answer);
    }

    fn forget_old(&self, answers: &mut (u64, HashMap<K, Option<V>>)) {
        let tick = *self.writes.borrow();
        if answers.0 != tick {
            *answers = (tick, HashMap::new());
        }
    }
}

const MOST_REMEMBERED: usize = 4_096;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_holds_until_something_is_written() {
        let (ticks, writes) = watch::channel(0);
        let remembered = Remembered::new(writes);
        remembered.keep("key", Some(1));
        assert_eq!(remembered.get(&"key"), Some(Known(Some(1))));
        ticks.send(1).unwrap();
        assert_eq!(remembered.get(&"key"), None);
    }
}
