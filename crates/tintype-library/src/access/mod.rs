//! Who is calling: applications by key, users by token, browsers by session.

mod app_rules;
mod apps;
mod callers;
mod clients;
mod consents;
mod credentials;
mod exchange;
mod passwords;
mod shown_tokens;
mod sign_in;

pub use app_rules::AppError;
pub use apps::{AppChange, AppUsage};
pub use callers::Bearer;
pub(crate) use callers::CallerCache;
pub use clients::ClientError;
pub use consents::Consent;
pub use credentials::{AppRequest, NewApp, NewToken};
pub use exchange::{GrantError, GrantedTokens};
pub use passwords::PasswordError;
pub(crate) use passwords::Passwords;
pub use shown_tokens::Introspection;
pub(crate) use sign_in::SignInThrottle;
pub use sign_in::{NewSession, SignInError};

use sha2::{Digest, Sha256};
use tintype_domain::Chance;

/// What secrets look like: a prefix that names the kind, 32 random letters and digits, and a
/// checksum of 6, so that a secret pasted into the wrong place can be told without asking anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecretKind {
    AccessKey,
    SecretKey,
    AccessToken,
    RefreshToken,
    Code,
    Session,
}

impl SecretKind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::AccessKey => "ttk_",
            Self::SecretKey => "tts_",
            Self::AccessToken => "ttt_",
            Self::RefreshToken => "ttr_",
            Self::Code => "ttg_",
            Self::Session => "ttc_",
        }
    }

    /// A new secret of this kind; its 32 letters hold 190 bits of chance.
    pub(crate) fn make(self, chance: &dyn Chance) -> String {
        let random = base62(chance, RANDOM_LENGTH);
        let sum = checksum(&random);
        format!("{}{random}{sum}", self.prefix())
    }
}

impl SecretKind {
    /// Whether a text may be a secret of this kind, told by its looks alone.
    pub(crate) fn looks_like(self, text: &str) -> bool {
        let Some(rest) = text.strip_prefix(self.prefix()) else { return false };
        rest.is_ascii()
            && rest.len() == RANDOM_LENGTH + SUM_LENGTH
            && checksum(&rest[..RANDOM_LENGTH]) == rest[RANDOM_LENGTH..]
    }
}

/// Whether two hashes are the same, in a time that does not tell where they differ.
pub(crate) fn is_same(one: &[u8; 32], other: &[u8; 32]) -> bool {
    one.iter().zip(other).fold(0, |different, (a, b)| different | (a ^ b)) == 0
}

const RANDOM_LENGTH: usize = 32;
const SUM_LENGTH: usize = 6;

/// What is kept of a secret: its SHA-256.
pub(crate) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn base62(chance: &dyn Chance, length: usize) -> String {
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let mut bytes = [0u8; 64];
        chance.fill(&mut bytes);
        // Bytes from 248 up would make the first letters likelier than the last.
        let fair = bytes.iter().filter(|byte| **byte < 248);
        let letters = fair.map(|byte| char::from(BASE62[usize::from(*byte) % 62]));
        text.extend(letters.take(length - text.len()));
    }
    text
}

fn checksum(text: &str) -> String {
    let mut number = crc32fast::hash(text.as_bytes());
    let mut letters = [b'0'; SUM_LENGTH];
    for letter in letters.iter_mut().rev() {
        *letter = BASE62[(number % 62) as usize];
        number /= 62;
    }
    letters.iter().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(std::sync::atomic::AtomicU8);
    impl Chance for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0.fetch_add(37, std::sync::atomic::Ordering::Relaxed);
            }
        }
    }

    #[test]
    fn a_secret_names_its_kind_and_carries_its_checksum() {
        let chance = Counting(std::sync::atomic::AtomicU8::new(1));
        let secret = SecretKind::AccessToken.make(&chance);
        assert!(secret.starts_with("ttt_"));
        assert_eq!(secret.len(), 4 + 32 + 6);
        assert_eq!(secret[36..], checksum(&secret[4..36]));
        assert_ne!(secret, SecretKind::AccessToken.make(&chance));
    }

    #[test]
    fn a_secret_is_known_by_its_looks() {
        let chance = Counting(std::sync::atomic::AtomicU8::new(1));
        let secret = SecretKind::Code.make(&chance);
        assert!(SecretKind::Code.looks_like(&secret));
        assert!(!SecretKind::AccessToken.looks_like(&secret));
        let mistyped = secret.replace(char::from(secret.as_bytes()[9]), "~");
        for other in [&mistyped, &secret[..20], "", "ttg_", "ttg_ää"] {
            assert!(!SecretKind::Code.looks_like(other), "{other}");
        }
    }

    #[test]
    fn hashes_are_compared_whole() {
        let (one, mut other) = ([7; 32], [7; 32]);
        assert!(is_same(&one, &other));
        other[31] ^= 1;
        assert!(!is_same(&one, &other));
    }
}
