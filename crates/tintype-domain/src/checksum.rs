//! The SHA-256 of a file: its identity.

use std::fmt;

/// A text that is not 64 lower-case hex digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 in hex")]
pub struct InvalidChecksum;

/// SHA-256 of a file as received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Checksum([u8; 32]);

impl Checksum {
    /// From the 32 bytes of a finished hash.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 hex digits, lower case.
    pub fn parse(hex: &str) -> Result<Self, InvalidChecksum> {
        let digits = hex.as_bytes();
        if digits.len() != 64 {
            return Err(InvalidChecksum);
        }
        let mut bytes = [0u8; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

fn digit(byte: u8) -> Result<u8, InvalidChecksum> {
    match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(InvalidChecksum),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_reads_what_it_wrote() {
        let checksum = Checksum::from_bytes(std::array::from_fn(|place| place as u8 * 7));
        assert_eq!(Checksum::parse(&checksum.to_string()), Ok(checksum));
        assert_eq!(Checksum::parse("AB"), Err(InvalidChecksum));
        assert_eq!(Checksum::parse(&"G".repeat(64)), Err(InvalidChecksum));
    }
}
