//! `backup` and `restore`: the database as it was at one moment, and every file it speaks of.

use std::io::Read;
use std::path::Path;

use futures::TryStreamExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tintype_blobs::{BlobError, BlobKey, BlobKind, Blobs};
use tintype_domain::{Chance, Checksum};
use tintype_store::StoreError;

use crate::Library;

/// Why a backup was not made or not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The folder holds no backup.
    #[error("{0} holds no backup")]
    NoBackup(String),
    /// A file is not what the backup says.
    #[error("the backup is damaged: {0} is missing or not what it was")]
    Damaged(String),
    /// The backup was made by a newer Tintype.
    #[error("the backup was made by a newer Tintype (format {0})")]
    Newer(u32),
    /// A folder or file cannot be used.
    #[error("{path}: {source}")]
    Io {
        /// Which one.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The files cannot be read or written.
    #[error(transparent)]
    Blob(#[from] BlobError),
}

/// What a backup says of itself; written last, so that half a backup is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupNote {
    /// The form of the backup.
    pub format: u32,
    /// When it was made.
    pub created_at: String,
    /// The version of the database's schema.
    pub schema: u32,
    /// SHA-256 of the database.
    pub database_sha256: String,
    /// Uploads and public originals in it.
    pub files: Vec<String>,
}

const FORMAT: u32 = 1;
const NOTE: &str = "backup.json";
const DATABASE: &str = "library.db";
const FILES: &str = "files";
/// Masters and renditions can be made again from these.
const KEPT_KINDS: [BlobKind; 2] = [BlobKind::Original, BlobKind::Public];

impl Library {
    /// Writes a backup into `folder` while others go on. Files that an earlier backup left
    /// there are not copied again.
    pub async fn backup(&self, folder: &Path) -> Result<BackupNote, BackupError> {
        std::fs::create_dir_all(folder).map_err(|source| io(folder, source))?;
        let target = Blobs::in_folder(&folder.join(FILES))?;
        // Once before the database, for what is deleted meanwhile, once after, for what is new.
        copy_files(self.blobs(), &target, self.chance()).await?;
        let fresh = folder.join("library.db.new");
        remove_if_there(&fresh)?;
        self.store().copy_to(&fresh).await?;
        let files = copy_files(self.blobs(), &target, self.chance()).await?;
        let note = BackupNote {
            format: FORMAT,
            created_at: self.clock().now().to_rfc3339(),
            schema: self.store().schema_version().await?,
            database_sha256: hash_file(&fresh)?.to_string(),
            files,
        };
        remove_if_there(&folder.join(NOTE))?;
        rename(&fresh, &folder.join(DATABASE))?;
        write_note(folder, &note)?;
        Ok(note)
    }
}

/// Puts a backup into an empty place: files first, each hashed on the way, the database last.
pub async fn restore(
    folder: &Path,
    blobs: &Blobs,
    chance: &dyn Chance,
    database: &Path,
) -> Result<BackupNote, BackupError> {
    let note = read_note(folder)?;
    let copy = folder.join(DATABASE);
    if hash_file(&copy)?.to_string() != note.database_sha256 {
        return Err(BackupError::Damaged(DATABASE.to_owned()));
    }
    let source = Blobs::in_folder(&folder.join(FILES))?;
    for name in &note.files {
        let damaged = || BackupError::Damaged(name.clone());
        let key = read_name(name).ok_or_else(damaged)?;
        if !copy_file(&source, blobs, &key, chance).await? {
            return Err(damaged());
        }
    }
    let fresh = database.with_extension("restoring");
    std::fs::copy(&copy, &fresh).map_err(|source| io(&fresh, source))?;
    let file = std::fs::File::open(&fresh).map_err(|source| io(&fresh, source))?;
    file.sync_all().map_err(|source| io(&fresh, source))?;
    rename(&fresh, database)?;
    Ok(note)
}

/// Copies what is not there yet; names all that is.
async fn copy_files(
    source: &Blobs,
    target: &Blobs,
    chance: &dyn Chance,
) -> Result<Vec<String>, BackupError> {
    let mut names = Vec::new();
    for kind in KEPT_KINDS {
        let mut found = source.list(kind);
        while let Some((key, meta)) = found.try_next().await? {
            let there = target.meta(&key).await?;
            let is_there = there.is_some_and(|there| there.size_bytes == meta.size_bytes);
            if is_there || copy_file(source, target, &key, chance).await? {
                names.push(name_of(&key));
            }
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Copies one file and checks its hash on the way; `false` when it is gone or damaged.
async fn copy_file(
    source: &Blobs,
    target: &Blobs,
    key: &BlobKey,
    chance: &dyn Chance,
) -> Result<bool, BlobError> {
    let Some(mut bytes) = source.stream(key, None).await? else { return Ok(false) };
    let mut staging = target.stage(chance).await?;
    while let Some(part) = bytes.try_next().await? {
        staging.write(part).await?;
    }
    let staged = staging.finish().await?;
    if staged.checksum != *key.checksum() {
        target.discard(staged).await?;
        return Ok(false);
    }
    target.keep(staged, key).await?;
    Ok(true)
}

fn name_of(key: &BlobKey) -> String {
    format!("{}/{}", key.kind().folder(), key.checksum())
}

fn read_name(name: &str) -> Option<BlobKey> {
    let (folder, sum) = name.split_once('/')?;
    let sum = Checksum::parse(sum).ok()?;
    match KEPT_KINDS.into_iter().find(|kind| kind.folder() == folder)? {
        BlobKind::Public => Some(BlobKey::Public(sum)),
        _ => Some(BlobKey::Original(sum)),
    }
}

fn read_note(folder: &Path) -> Result<BackupNote, BackupError> {
    let none = || BackupError::NoBackup(folder.display().to_string());
    let text = std::fs::read(folder.join(NOTE)).map_err(|_| none())?;
    let note: BackupNote = serde_json::from_slice(&text).map_err(|_| none())?;
    if note.format > FORMAT { Err(BackupError::Newer(note.format)) } else { Ok(note) }
}

fn write_note(folder: &Path, note: &BackupNote) -> Result<(), BackupError> {
    let path = folder.join(NOTE);
    let text = serde_json::to_vec_pretty(note).map_err(|error| io(&path, error.into()))?;
    let fresh = folder.join("backup.json.new");
    std::fs::write(&fresh, text).map_err(|source| io(&fresh, source))?;
    rename(&fresh, &path)
}

fn hash_file(path: &Path) -> Result<Checksum, BackupError> {
    let mut file = std::fs::File::open(path).map_err(|source| io(path, source))?;
    let mut hash = Sha256::new();
    let mut part = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut part).map_err(|source| io(path, source))?;
        if read == 0 {
            break;
        }
        hash.update(&part[..read]);
    }
    Ok(Checksum::from_bytes(hash.finalize().into()))
}

fn rename(from: &Path, to: &Path) -> Result<(), BackupError> {
    std::fs::rename(from, to).map_err(|source| io(to, source))
}

fn remove_if_there(path: &Path) -> Result<(), BackupError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io(path, error)),
        _ => Ok(()),
    }
}

fn io(path: &Path, source: std::io::Error) -> BackupError {
    BackupError::Io { path: path.display().to_string(), source }
}
