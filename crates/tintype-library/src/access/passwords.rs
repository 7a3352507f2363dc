//! Passwords: hashing and checking, off the async threads and never too many at once.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tintype_domain::Chance;
use tokio::sync::Semaphore;

/// Why a password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than 8 characters.
    #[error("a password has at least 8 characters")]
    TooShort,
    /// More than 1,000 bytes.
    #[error("a password has at most 1000 bytes")]
    TooLong,
    /// Hashing failed; the settings of the hash are wrong.
    #[error("the password could not be hashed")]
    Failed,
}

/// Argon2id with OWASP's least parameters (19 MiB, 2 passes), two at a time: 500 people signing
/// in at once must not cost 10 GB.
pub(crate) struct Passwords {
    turns: Semaphore,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        Self { turns: Semaphore::new(2) }
    }

    /// The PHC string of a new password.
    pub(crate) async fn hash(
        &self,
        password: &str,
        chance: &dyn Chance,
    ) -> Result<String, PasswordError> {
        check_length(password)?;
        let mut salt = [0u8; 16];
        chance.fill(&mut salt);
        let password = password.to_owned();
        let _turn = self.turns.acquire().await.map_err(|_| PasswordError::Failed)?;
        let hashing = move || {
            let hashed = hasher()?.hash_password_with_salt(password.as_bytes(), &salt);
            hashed.map(|hash| hash.to_string()).map_err(|_| PasswordError::Failed)
        };
        tokio::task::spawn_blocking(hashing).await.map_err(|_| PasswordError::Failed)?
    }

    /// Whether `password` is the one behind `hash`. Without a hash it takes as long and says no,
    /// so that time does not tell who has an account.
    pub(crate) async fn verify(&self, password: &str, hash: Option<String>) -> bool {
        if password.len() > MOST_BYTES {
            return false;
        }
        let password = password.to_owned();
        let Ok(_turn) = self.turns.acquire().await else { return false };
        let checking = move || {
            let known = hash.is_some();
            let hash = hash.as_deref().unwrap_or(NOBODYS_HASH);
            let same = PasswordHash::new(hash).is_ok_and(|hash| {
                Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
            });
            known && same
        };
        tokio::task::spawn_blocking(checking).await.unwrap_or(false)
    }
}

fn check_length(password: &str) -> Result<(), PasswordError> {
    if password.chars().count() < LEAST_CHARACTERS {
        Err(PasswordError::TooShort)
    } else if password.len() > MOST_BYTES {
        Err(PasswordError::TooLong)
    } else {
        Ok(())
    }
}

fn hasher() -> Result<Argon2<'static>, PasswordError> {
    let params = Params::new(19_456, 2, 1, None).map_err(|_| PasswordError::Failed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

const LEAST_CHARACTERS: usize = 8;
const MOST_BYTES: usize = 1_000;
const NOBODYS_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;
    impl Chance for Fixed {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(9);
        }
    }

    #[tokio::test]
    async fn the_right_password_is_told_from_the_wrong_one() {
        let passwords = Passwords::new();
        let hash = passwords.hash("correct horse", &Fixed).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse", Some(hash.clone())).await);
        assert!(!passwords.verify("wrong horse", Some(hash)).await);
        assert!(!passwords.verify("correct horse", None).await);
    }

    #[test]
    fn nobodys_hash_is_a_hash() {
        assert!(PasswordHash::new(NOBODYS_HASH).is_ok());
    }

    #[tokio::test]
    async fn passwords_have_a_length() {
        let passwords = Passwords::new();
        assert_eq!(passwords.hash("short", &Fixed).await, Err(PasswordError::TooShort));
        assert_eq!(passwords.hash(&"x".repeat(1_001), &Fixed).await, Err(PasswordError::TooLong));
    }
}
