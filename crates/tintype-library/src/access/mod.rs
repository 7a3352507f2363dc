//! Who is calling: applications by key, users by token, browsers by session.

mod callers;
mod credentials;
mod passwords;
mod sign_in;

pub use callers::Bearer;
pub(crate) use callers::CallerCache;
pub use credentials::{AppRequest, NewApp, NewToken};
pub use passwords::PasswordError;
pub(crate) use passwords::Passwords;
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
    Session,
}

impl SecretKind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::AccessKey => "ttk_",
            Self::SecretKey => "tts_",
            Self::AccessToken => "ttt_",
            Self::Session => "ttc_",
        }
    }

    /// A new secret of this kind; its 32 letters hold 190 bits of chance.
    pub(crate) fn make(self, chance: &dyn Chance) -> String {
        let random = base62(chance, 32);
        let sum = checksum(&random);
        format!("{}{random}{sum}", self.prefix())
    }
}

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
    let mut letters = [b'0'; 6];
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
}
