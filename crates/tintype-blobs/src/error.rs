//! What can go wrong with files, told by what the caller can do about it.

/// Why a file was not read or written.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// There is no room left: answer 507 and let the owner know.
    #[error("there is no room left for files")]
    Full(#[source] object_store::Error),
    /// The place cannot be used: look at the disk, its rights, the settings.
    #[error("files cannot be read or written")]
    Unavailable(#[source] object_store::Error),
    /// The folder for files cannot be used at all.
    #[error("the folder {path} cannot be used for files: {source}")]
    Folder {
        /// The folder.
        path: String,
        /// Why not.
        source: std::io::Error,
    },
}

impl From<object_store::Error> for BlobError {
    fn from(error: object_store::Error) -> Self {
        if is_full(&error) { Self::Full(error) } else { Self::Unavailable(error) }
    }
}

fn is_full(error: &object_store::Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(inner) = cause {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            let kind = io.kind();
            return matches!(
                kind,
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded
            );
        }
        cause = inner.source();
    }
    false
}
