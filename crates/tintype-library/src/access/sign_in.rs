//! Signing in and out of the pages.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tintype_domain::{Session, Timestamp, User, Username};
use tintype_store::StoreError;

use super::{SecretKind, hash};
use crate::{Library, RateLimitSection};

/// A browser just signed in.
#[derive(Clone, PartialEq)]
pub struct NewSession {
    /// The cookie's value, told this once.
    pub cookie: String,
    /// Who signed in.
    pub user: User,
    /// The session.
    pub session: Session,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Wrong name or wrong password; which of them is not said.
    #[error("this name and password do not belong together")]
    Wrong,
    /// Too many tries; try again later.
    #[error("too many tries; try again in {} minutes", .retry_after.as_secs().div_ceil(60))]
    TooMany {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Library {
    /// Signs a browser in, by username or e-mail address.
    pub async fn sign_in(
        &self,
        name: &str,
        password: &str,
        from: IpAddr,
    ) -> Result<NewSession, SignInError> {
        let now = self.clock().now();
        self.parts().sign_ins.admit(name, from, now)?;
        let user = self.user_by_name_or_email(name).await?;
        let stored = match &user {
            Some(user) => self.store().password_hash(&user.id).await?,
            None => None,
        };
        let is_right = self.parts().passwords.verify(password, stored).await;
        let open = user.filter(|user| is_right && user.disabled_at.is_none());
        let user = open.ok_or(SignInError::Wrong)?;
        self.parts().sign_ins.welcome(name, from, now);
        Ok(self.open_session(user, now).await?)
    }

    /// Signs a visitor of the demo in as its own user, without a password: it is printed for
    /// everyone to read. `None` where this is no demo.
    pub async fn enter_demo(&self) -> Result<Option<NewSession>, StoreError> {
        if !self.is_demo() {
            return Ok(None);
        }
        match self.user_by_name_or_email(crate::demo::DEMO_USERNAME).await? {
            Some(user) => Ok(Some(self.open_session(user, self.clock().now()).await?)),
            None => Ok(None),
        }
    }

    /// Who is signed in with this cookie, if its time is not over.
    pub async fn session(&self, cookie: &str) -> Result<Option<(Session, User)>, StoreError> {
        let now = self.clock().now();
        let Some(session) = self.store().session(&hash(cookie)).await? else { return Ok(None) };
        if now >= session.expires_at || now.since(session.seen_at) > IDLE {
            return Ok(None);
        }
        let user =
            self.store().user(&session.user).await?.filter(|user| user.disabled_at.is_none());
        let Some(user) = user else { return Ok(None) };
        if now.since(session.seen_at) > SEEN_STEP {
            self.store().save_session(&Session { seen_at: now, ..session.clone() }).await?;
        }
        Ok(Some((session, user)))
    }

    /// What a form must bring to prove that it came from a page that this browser was given.
    /// Only who knows the cookie can tell it.
    pub fn form_token(cookie: &str) -> String {
        let hash = hash(&format!("a form of {cookie}"));
        tintype_domain::Checksum::from_bytes(hash).to_string()
    }

    /// A cookie for a browser that is not signed in, so that its forms can be told from others'.
    pub fn form_cookie(&self) -> String {
        SecretKind::Session.make(self.chance())
    }

    /// Ends the session behind a cookie.
    pub async fn sign_out(&self, cookie: &str) -> Result<(), StoreError> {
        self.store().delete_session(&hash(cookie)).await
    }

    async fn user_by_name_or_email(&self, name: &str) -> Result<Option<User>, StoreError> {
        if name.contains('@') && !name.starts_with('@') {
            return self.store().user_by_email(name).await;
        }
        match Username::parse(name) {
            Ok(name) => self.store().user_by_username(&name).await,
            Err(_) => Ok(None),
        }
    }

    async fn open_session(&self, user: User, now: Timestamp) -> Result<NewSession, StoreError> {
        let cookie = SecretKind::Session.make(self.chance());
        let session = Session {
            hash: hash(&cookie),
            user: user.id.clone(),
            created_at: now,
            expires_at: now.plus(LONGEST),
            seen_at: now,
        };
        self.store().save_session(&session).await?;
        Ok(NewSession { cookie, user, session })
    }
}

/// Counts tries by account and by address, so that neither one password over many accounts nor
/// many passwords on one get far. Nobody is locked out for longer than the window.
pub(crate) struct SignInThrottle {
    per_account: u32,
    per_address: u32,
    tries: Mutex<HashMap<String, (Timestamp, u32)>>,
}

impl SignInThrottle {
    pub(crate) fn new(settings: &RateLimitSection) -> Self {
        Self {
            per_account: settings.sign_ins_per_account,
            per_address: settings.sign_ins_per_address,
            tries: Mutex::new(HashMap::new()),
        }
    }

    fn admit(&self, name: &str, from: IpAddr, now: Timestamp) -> Result<(), SignInError> {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() > MOST_COUNTED {
            tries.retain(|_, (since, _)| now.since(*since) < WINDOW);
            // Strangers with ever new names must not fill the memory.
            if tries.len() > MOST_COUNTED {
                tries.clear();
            }
        }
        // An address that signed in here before has tries of its own, so that strangers' tries do
        // not lock the owner out.
        let familiar = familiar(name, from);
        let by_name = if is_known(&tries, &familiar, now) { familiar } else { account(name) };
        let keys = [(address(from), self.per_address), (by_name, self.per_account)];
        for (key, limit) in keys {
            let (since, count) = tries.entry(key).or_insert((now, 0));
            if now.since(*since) >= WINDOW {
                (*since, *count) = (now, 0);
            }
            *count = count.saturating_add(1);
            if *count > limit {
                return Err(SignInError::TooMany { retry_after: since.plus(WINDOW).since(now) });
            }
        }
        Ok(())
    }

    /// The right password was given: its tries are forgotten, and the address is remembered.
    fn welcome(&self, name: &str, from: IpAddr, now: Timestamp) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        tries.remove(&account(name));
        tries.insert(familiar(name, from), (now, 0));
    }
}

fn is_known(tries: &HashMap<String, (Timestamp, u32)>, key: &str, now: Timestamp) -> bool {
    tries.get(key).is_some_and(|(since, _)| now.since(*since) < FAMILIAR)
}

fn familiar(name: &str, from: IpAddr) -> String {
    format!("{} from {}", account(name), address(from))
}

fn account(name: &str) -> String {
    let folded: String = name.trim_start_matches('@').chars().take(200).collect();
    format!("account {}", folded.to_lowercase())
}

/// One IPv6 customer has a whole /64.
fn address(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(address) => format!("address {address}"),
        IpAddr::V6(address) => format!("address {:x?}", &address.segments()[..4]),
    }
}

const WINDOW: Duration = Duration::from_hours(1);
const FAMILIAR: Duration = Duration::from_hours(24 * 30);
const MOST_COUNTED: usize = 100_000;
const LONGEST: Duration = Duration::from_hours(24 * 30);
const IDLE: Duration = Duration::from_hours(24 * 14);
const SEEN_STEP: Duration = Duration::from_mins(1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_are_counted_by_account_and_by_address() {
        let settings = RateLimitSection::default();
        let throttle = SignInThrottle::new(&settings);
        let (now, from) = (Timestamp::from_micros(0), IpAddr::from([127, 0, 0, 1]));
        for _ in 0..settings.sign_ins_per_account {
            throttle.admit("Ana", from, now).unwrap();
        }
        assert!(matches!(throttle.admit("@ana", from, now), Err(SignInError::TooMany { .. })));
        throttle.admit("bo", from, now).unwrap();
        throttle.admit("ana", from, now.plus(WINDOW)).unwrap();
        for n in 0..settings.sign_ins_per_address {
            let _ = throttle.admit(&format!("user{n}"), from, now.plus(WINDOW));
        }
        assert!(throttle.admit("someone", from, now.plus(WINDOW)).is_err());
    }

    #[test]
    fn strangers_do_not_lock_the_owner_out() {
        let throttle = SignInThrottle::new(&RateLimitSection::default());
        let (home, away) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([198, 51, 100, 1]));
        let now = Timestamp::from_micros(0);
        throttle.admit("ana", home, now).unwrap();
        throttle.welcome("ana", home, now);
        let tries = (0..50).filter(|_| throttle.admit("ana", away, now).is_ok()).count();
        assert_eq!(tries, 10);
        let own = (0..50).filter(|_| throttle.admit("ana", home, now).is_ok()).count();
        assert_eq!(own, 10, "at home one has tries of one's own, and no more");
    }
}
