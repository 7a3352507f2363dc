//! Scopes: what a token may do (wire contract, section 7).

use std::fmt;

/// A word that is no scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown scope {0:?}")]
pub struct UnknownScope(pub String);

/// One thing a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Read what is public.
    Public,
    /// Read the own profile.
    ReadUser,
    /// Change the own profile.
    WriteUser,
    /// Read own photos that are not public.
    ReadPhotos,
    /// Upload, change, delete own photos.
    WritePhotos,
    /// Like and unlike.
    WriteLikes,
    /// Follow; no operation needs it today, clients ask for it all the same.
    WriteFollowers,
    /// Read own private collections.
    ReadCollections,
    /// Create, change, delete own collections.
    WriteCollections,
}

impl Scope {
    /// Every scope, in the contract's order.
    pub const ALL: [Self; 9] = [
        Self::Public,
        Self::ReadUser,
        Self::WriteUser,
        Self::ReadPhotos,
        Self::WritePhotos,
        Self::WriteLikes,
        Self::WriteFollowers,
        Self::ReadCollections,
        Self::WriteCollections,
    ];

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::ReadUser => "read_user",
            Self::WriteUser => "write_user",
            Self::ReadPhotos => "read_photos",
            Self::WritePhotos => "write_photos",
            Self::WriteLikes => "write_likes",
            Self::WriteFollowers => "write_followers",
            Self::ReadCollections => "read_collections",
            Self::WriteCollections => "write_collections",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of scopes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scopes(u16);

impl Scopes {
    /// Reads scopes parted by spaces, `+` or commas.
    pub fn parse(text: &str) -> Result<Self, UnknownScope> {
        let words = text.split([' ', '+', ',']).filter(|word| !word.is_empty());
        words
            .map(|word| {
                let known = Scope::ALL.into_iter().find(|scope| scope.as_str() == word);
                known.ok_or_else(|| UnknownScope(word.chars().take(40).collect()))
            })
            .collect()
    }

    /// Every scope there is.
    pub fn all() -> Self {
        Scope::ALL.into_iter().collect()
    }

    /// Whether `scope` is among them.
    pub const fn allow(self, scope: Scope) -> bool {
        self.0 & scope.bit() != 0
    }

    /// Whether every one of `others` is among them.
    pub const fn contain(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// The scopes in the contract's order.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().filter(move |scope| self.allow(*scope))
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().fold(0, |bits, scope| bits | scope.bit()))
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.iter().map(Scope::as_str).collect();
        f.write_str(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_however_they_are_parted() {
        let expected: Scopes = [Scope::Public, Scope::WritePhotos].into_iter().collect();
        for text in [
            "public write_photos",
            "write_photos+public",
            "public,write_photos",
            " public  write_photos ",
        ] {
            assert_eq!(Scopes::parse(text), Ok(expected), "{text:?}");
        }
        assert_eq!(expected.to_string(), "public write_photos");
        assert_eq!(Scopes::parse("public root"), Err(UnknownScope("root".into())));
    }
}
