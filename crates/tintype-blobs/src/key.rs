//! Every place a file can lie, with all that depends on the place.

use object_store::path::Path;
use tintype_domain::Checksum;

/// A place for one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlobKey {
    /// An upload as received, private, by its own checksum.
    Original(Checksum),
    /// A public original that had something cut out, by its own checksum.
    Public(Checksum),
    /// The mid-size master, by the upload's checksum.
    Master(Checksum),
    /// A rendition the API names, by the upload's checksum and its width.
    Rendition(Checksum, u32),
    /// A picture made on request, by the hash of what makes it what it is. May go at any time.
    Cached(Checksum),
}

/// The kinds of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlobKind {
    /// Uploads as received.
    Original,
    /// Public originals that had something cut out.
    Public,
    /// Masters.
    Master,
    /// Renditions.
    Rendition,
    /// Pictures made on request.
    Cached,
}

impl BlobKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Original, Self::Public, Self::Master, Self::Rendition, Self::Cached];

    /// The folder of the kind.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Original => "originals",
            Self::Public => "public",
            Self::Master => "masters",
            Self::Rendition => "renditions",
            Self::Cached => "cache",
        }
    }
}

impl BlobKey {
    /// Of which kind the place is.
    pub const fn kind(&self) -> BlobKind {
        match self {
            Self::Original(_) => BlobKind::Original,
            Self::Public(_) => BlobKind::Public,
            Self::Master(_) => BlobKind::Master,
            Self::Rendition(..) => BlobKind::Rendition,
            Self::Cached(_) => BlobKind::Cached,
        }
    }

    /// The checksum it goes by.
    pub const fn checksum(&self) -> &Checksum {
        match self {
            Self::Original(sum)
            | Self::Public(sum)
            | Self::Master(sum)
            | Self::Rendition(sum, _)
            | Self::Cached(sum) => sum,
        }
    }

    /// `originals/ab/ab…`: two digits part the files into 256 folders.
    pub(crate) fn path(&self) -> Path {
        let sum = self.checksum().to_string();
        let name = match self {
            Self::Rendition(_, width) => format!("{sum}-{width}"),
            _ => sum.clone(),
        };
        Path::from_iter([self.kind().folder(), &sum[..2], name.as_str()])
    }

    /// Reads a path that [`Self::path`] wrote; `None` for a stranger's file.
    pub(crate) fn parse(path: &Path) -> Option<Self> {
        let text = path.as_ref();
        let mut parts = text.split('/');
        let (folder, _, name) = (parts.next()?, parts.next()?, parts.next()?);
        let kind = BlobKind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
        let (sum, width) = match name.split_once('-') {
            Some((sum, width)) => (sum, Some(width.parse().ok()?)),
            None => (name, None),
        };
        let sum = Checksum::parse(sum).ok()?;
        let key = match (kind, width) {
            (BlobKind::Original, None) => Self::Original(sum),
            (BlobKind::Public, None) => Self::Public(sum),
            (BlobKind::Master, None) => Self::Master(sum),
            (BlobKind::Rendition, Some(width)) => Self::Rendition(sum, width),
            (BlobKind::Cached, None) => Self::Cached(sum),
            _ => return None,
        };
        (key.path() == *path).then_some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_from_its_path() {
        let sum = Checksum::from_bytes([0xab; 32]);
        for key in [
            BlobKey::Original(sum),
            BlobKey::Public(sum),
            BlobKey::Master(sum),
            BlobKey::Rendition(sum, 1080),
            BlobKey::Cached(sum),
        ] {
            assert_eq!(BlobKey::parse(&key.path()), Some(key));
        }
    }

    #[test]
    fn a_strangers_file_is_no_place() {
        for path in ["originals/ab/readme", "elsewhere/ab/cd", "originals", "renditions/ab/x-1"] {
            assert_eq!(BlobKey::parse(&Path::from(path)), None, "{path}");
        }
        let misplaced = format!("originals/00/{}", "ab".repeat(32));
        assert_eq!(BlobKey::parse(&Path::from(misplaced)), None);
    }
}
