//! Randomness, handed in so that tests can seed it.

/// Where random bytes come from. In the program it is the operating system.
pub trait Chance: Send + Sync {
    /// Fills `bytes` with randomness good enough for keys.
    fn fill(&self, bytes: &mut [u8]);

    /// A random number, for what is not secret: jitter, choices, picks.
    fn number(&self) -> u64 {
        let mut bytes = [0u8; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }
}
