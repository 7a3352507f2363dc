//! `import`: pictures from folders, through the same door as uploads.

use std::path::PathBuf;

use bytes::Bytes;
use futures::stream::{self, StreamExt};
use tintype_domain::{CollectionId, LicenseId, User};
use tintype_imaging::PictureError;

use super::walk::{Found, sidecar_of, walk};
use crate::Library;
use crate::taking_in::{UploadError, UploadFields, Uploaded, words_of_file_name};

/// What is to be imported.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// Files and folders; folders are searched through.
    pub paths: Vec<PathBuf>,
    /// Tags for every picture.
    pub tags: Vec<String>,
    /// A collection of the owner for every picture.
    pub collection: Option<CollectionId>,
    /// The license of every picture.
    pub license: Option<LicenseId>,
    /// Names the import, so that it can be undone.
    pub batch: String,
    /// Whether places in the files may be public.
    pub shares_place: bool,
}

/// What came of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Pictures taken in.
    pub imported: u64,
    /// Pictures that were there already.
    pub duplicates: u64,
    /// Files that are no pictures, hidden ones, links.
    pub ignored: u64,
    /// Pictures that would not do, with the reason.
    pub refused: Vec<RefusedFile>,
    /// The photos, new ones and duplicates, in the order of their paths.
    pub photos: Vec<ImportedPhoto>,
}

/// A file that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Why not.
    pub reason: String,
}

/// A photo and the file it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedPhoto {
    /// The photo's id.
    pub id: String,
    /// The photo's slug.
    pub slug: String,
    /// Where the file lies.
    pub path: PathBuf,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportProgress {
    /// Files done with.
    pub done: u64,
    /// Files in all.
    pub total: u64,
}

enum Outcome {
    Taken(Box<Uploaded>),
    Ignored,
    Refused(String),
}

/// Pictures taken in side by side: one decodes while the other waits for the disk.
const AT_ONCE: usize = 3;
const SIDECAR_BYTES: u64 = 1_000_000;

impl Library {
    /// Imports pictures for `owner`. Only the database or the disk failing ends it; a picture
    /// that will not do is named and the rest goes on.
    pub async fn import(
        &self,
        owner: &User,
        request: &ImportRequest,
        progress: impl Fn(ImportProgress),
    ) -> Result<Imported, UploadError> {
        let walked = walk(&request.paths);
        let mut imported = Imported { ignored: walked.ignored, ..Imported::default() };
        for (path, reason) in walked.unreadable {
            imported.refused.push(RefusedFile { path, reason });
        }
        let total = walked.files.len() as u64;
        let one = |found: Found| async move {
            let outcome = self.import_file(owner, request, &found).await;
            (found, outcome)
        };
        let mut outcomes = stream::iter(walked.files).map(one).buffered(AT_ONCE);
        let mut done = 0;
        while let Some((found, outcome)) = outcomes.next().await {
            imported.note(found, outcome?);
            done += 1;
            progress(ImportProgress { done, total });
        }
        Ok(imported)
    }

    async fn import_file(
        &self,
        owner: &User,
        request: &ImportRequest,
        found: &Found,
    ) -> Result<Outcome, UploadError> {
        let mut incoming = self.begin_import().await?;
        if let Err(outcome) = read_into(&mut incoming, found).await? {
            return Ok(outcome);
        }
        let fields = fields_of(request, found).await;
        match self.upload(owner, incoming, fields).await {
            Ok(uploaded) => Ok(Outcome::Taken(Box::new(uploaded))),
            Err(UploadError::Picture(PictureError::NotAPicture)) if !found.is_named => {
                Ok(Outcome::Ignored)
            }
            Err(
                error @ (UploadError::Picture(_)
                | UploadError::TooManyBytes { .. }
                | UploadError::Busy
                | UploadError::TooOften { .. }
                | UploadError::NoSuchCollection),
            ) => Ok(Outcome::Refused(error.to_string())),
            Err(error @ (UploadError::Store(_) | UploadError::Blob(_))) => Err(error),
        }
    }
}

impl Imported {
    fn note(&mut self, found: Found, outcome: Outcome) {
        let path = found.path;
        match outcome {
            Outcome::Ignored => self.ignored += 1,
            Outcome::Refused(reason) => self.refused.push(RefusedFile { path, reason }),
            Outcome::Taken(uploaded) => {
                let Uploaded { photo, is_new } = *uploaded;
                if is_new {
                    self.imported += 1;
                } else {
                    self.duplicates += 1;
                }
                let (id, slug) = (photo.id.to_string(), photo.slug);
                self.photos.push(ImportedPhoto { id, slug, path });
            }
        }
    }
}

/// Reads a file in pieces. Its first bytes tell whether it is a picture at all, so that a film
/// met on the way is not copied first.
async fn read_into(
    incoming: &mut crate::Incoming,
    found: &Found,
) -> Result<Result<(), Outcome>, UploadError> {
    use tokio::io::AsyncReadExt;
    let refused = |error: std::io::Error| Ok(Err(Outcome::Refused(error.to_string())));
    let mut file = match tokio::fs::File::open(&found.path).await {
        Ok(file) => file,
        Err(error) => return refused(error),
    };
    let mut is_first = true;
    loop {
        let mut part = Vec::with_capacity(PART_BYTES);
        match (&mut file).take(PART_BYTES as u64).read_to_end(&mut part).await {
            Ok(0) => return Ok(Ok(())),
            Ok(_) => {}
            Err(error) => return refused(error),
        }
        let is_stranger = is_first && tintype_imaging::Format::sniff(&part).is_none();
        if is_stranger && !found.is_named {
            return Ok(Err(Outcome::Ignored));
        }
        is_first = false;
        match incoming.write(Bytes::from(part)).await {
            Ok(()) => {}
            Err(error @ UploadError::TooManyBytes { .. }) => {
                return Ok(Err(Outcome::Refused(error.to_string())));
            }
            Err(error) => return Err(error),
        }
    }
}

const PART_BYTES: usize = 1 << 20;

async fn fields_of(request: &ImportRequest, found: &Found) -> UploadFields {
    let sidecar = match sidecar_of(&found.path) {
        Some(path) => small_file(&path).await,
        None => None,
    };
    let folder_words = found.folder.as_deref().map(words_of_file_name).unwrap_or_default();
    UploadFields {
        tags: request.tags.iter().cloned().chain(folder_words).collect(),
        license: request.license.clone(),
        collections: request.collection.iter().cloned().collect(),
        file_name: found.path.file_name().map(|name| name.to_string_lossy().into_owned()),
        sidecar,
        batch: Some(request.batch.clone()),
        shares_place: request.shares_place,
        ..UploadFields::default()
    }
}

async fn small_file(path: &std::path::Path) -> Option<Bytes> {
    let meta = tokio::fs::metadata(path).await.ok()?;
    if meta.len() > SIDECAR_BYTES {
        return None;
    }
    tokio::fs::read(path).await.ok().map(Bytes::from)
}
