//! The use case "a picture comes in", from whole file to saved photo.

use std::time::Duration;

use bytes::Bytes;
use tintype_blobs::{BlobError, BlobKey, Staged};
use tintype_domain::{
    Checksum, CollectionId, LicenseId, Location, Photo, PhotoId, PublicOriginal, Source, TopicId,
    User, Wordings,
};
use tintype_imaging::PictureError;
use tintype_store::{Inserted, Membership, StoreError};

use super::Incoming;
use super::picture::{Developed, develop};
use crate::jobs::{self, RenderRenditions};
use crate::{Library, pictures::PictureBusy};

/// What the sender says of the picture. What they leave out, the file's metadata may tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UploadFields {
    /// A short title.
    pub title: Option<String>,
    /// What they say of it.
    pub description: Option<String>,
    /// What is to be seen.
    pub alt_description: Option<String>,
    /// Words it is found by.
    pub tags: Vec<String>,
    /// The same in other languages than the library's own.
    pub wordings: Wordings,
    /// Where it was taken. Given by the owner, so it is public.
    pub location: Option<Location>,
    /// Under what terms; the owner's or library's default when `None`.
    pub license: Option<LicenseId>,
    /// Collections of the owner to put it in.
    pub collections: Vec<CollectionId>,
    /// Topics to put it in.
    pub topics: Vec<TopicId>,
    /// Whether place and position in the file may be public.
    pub shares_place: bool,
    /// Whether `content_filter=high` leaves it out.
    pub is_sensitive: bool,
    /// The file's name, for a title when nothing else gives one.
    pub file_name: Option<String>,
    /// An XMP sidecar.
    pub sidecar: Option<Bytes>,
    /// The import it belongs to.
    pub batch: Option<String>,
}

/// What came of an upload.
#[derive(Debug, Clone, PartialEq)]
pub struct Uploaded {
    /// The photo.
    pub photo: Photo,
    /// `false` when its owner had sent the same bytes before.
    pub is_new: bool,
}

/// Why a picture was not taken in. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// The picture itself will not do.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The file is longer than the limit.
    #[error("The file is too large; at most {max} bytes are accepted.")]
    TooManyBytes {
        /// The limit.
        max: u64,
    },
    /// Too many uploads in an hour.
    #[error("Too many uploads; try again in {} minutes.", .retry_after.as_secs().div_ceil(60))]
    TooOften {
        /// How long to wait.
        retry_after: Duration,
    },
    /// Too much is going on; try again soon.
    #[error("Too many pictures are being processed; try again in a moment.")]
    Busy,
    /// The collections named are not the owner's.
    #[error("Couldn't find Collection")]
    NoSuchCollection,
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The files could not be written.
    #[error(transparent)]
    Blob(#[from] BlobError),
}

impl Library {
    /// Takes in one picture. The bytes land first, so a saved photo always has its files; what
    /// is refused leaves nothing behind.
    pub async fn upload(
        &self,
        owner: &User,
        incoming: Incoming,
        fields: UploadFields,
    ) -> Result<Uploaded, UploadError> {
        self.check_collections(owner, &fields.collections).await?;
        let staged = incoming.finish().await?;
        let checksum = staged.checksum;
        if let Some(id) = self.store().duplicate_of(&owner.id, &checksum).await? {
            self.blobs().discard(staged).await?;
            return self.uploaded_before(&id).await;
        }
        let developed = match self.develop_staged(&staged, &fields).await {
            Ok(developed) => developed,
            Err(error) => {
                self.blobs().discard(staged).await?;
                return Err(error);
            }
        };
        self.store().open_upload(&checksum, self.clock().now()).await?;
        let size_bytes = staged.size_bytes;
        match self.keep_files(staged, &developed).await {
            Ok(public) => {
                let media_type = developed.media_type;
                let source = Source::File { checksum, size_bytes, media_type, public };
                self.save(owner, source, developed, fields).await
            }
            Err(error) => {
                self.store().close_upload(&checksum).await?;
                Err(error)
            }
        }
    }

    async fn check_collections(
        &self,
        owner: &User,
        ids: &[CollectionId],
    ) -> Result<(), UploadError> {
        let found = self.store().collections_by_ids(ids).await?;
        let own = found.iter().filter(|collection| collection.owner == owner.id).count();
        if own == ids.len() { Ok(()) } else { Err(UploadError::NoSuchCollection) }
    }

    async fn uploaded_before(&self, id: &PhotoId) -> Result<Uploaded, UploadError> {
        let photo = self.store().photo(id).await?;
        let photo = photo.ok_or(StoreError::Missing("photo"))?;
        Ok(Uploaded { photo, is_new: false })
    }

    async fn develop_staged(
        &self,
        staged: &Staged,
        fields: &UploadFields,
    ) -> Result<Developed, UploadError> {
        let bytes = self.blobs().read_staged(staged).await?;
        let limits = self.decode_limits();
        let header = tintype_imaging::probe(&bytes, &limits)?;
        let admitted = self.parts().darkroom.admit_upload(header.decode_cost_bytes).await;
        let _admitted = admitted.map_err(|PictureBusy { .. }| UploadError::Busy)?;
        let (shares_place, sidecar) = (fields.shares_place, fields.sidecar.clone());
        let work = move || develop(&bytes, &limits, shares_place, sidecar.as_deref());
        let done = tokio::task::spawn_blocking(work).await;
        // A panic in a decoder is the picture's fault, not the server's.
        done.unwrap_or_else(|_| Err(PictureError::Corrupt("it cannot be decoded".to_owned())))
            .map_err(UploadError::from)
    }

    /// Writes the photo down. From then on it speaks for its files; where nothing comes of it,
    /// nobody does.
    async fn save(
        &self,
        owner: &User,
        source: Source,
        developed: Developed,
        fields: UploadFields,
    ) -> Result<Uploaded, UploadError> {
        let membership =
            Membership { collections: fields.collections.clone(), topics: fields.topics.clone() };
        let photo = self.photo_from(owner, source, developed, fields);
        let follow_up = [jobs::new_job(&RenderRenditions { photo: photo.id.to_string() })];
        match self.store().insert_photo(&photo, &membership, &follow_up).await {
            Ok(Inserted::New) => Ok(Uploaded { photo, is_new: true }),
            Ok(Inserted::Duplicate(id)) => self.uploaded_before(&id).await,
            Err(error) => {
                if let Source::File { checksum, public, .. } = &photo.source {
                    self.store().close_upload(checksum).await?;
                    self.let_go(public).await?;
                }
                Err(error.into())
            }
        }
    }

    async fn keep_files(
        &self,
        staged: Staged,
        developed: &Developed,
    ) -> Result<PublicOriginal, UploadError> {
        let checksum = staged.checksum;
        self.blobs().keep(staged, &BlobKey::Original(checksum)).await?;
        self.blobs().put(&BlobKey::Master(checksum), developed.master.clone()).await?;
        self.keep_public(developed.public.as_ref()).await
    }

    /// Keeps what was cut out of an upload for the public, if anything had to be cut.
    pub(crate) async fn keep_public(
        &self,
        cut: Option<&super::picture::CutOriginal>,
    ) -> Result<PublicOriginal, UploadError> {
        let Some(cut) = cut else { return Ok(PublicOriginal::AsReceived) };
        let (checksum, size_bytes) = (cut.checksum, cut.bytes.len() as u64);
        let public = PublicOriginal::Cut { checksum, size_bytes, media_type: cut.media_type };
        self.store().open_upload(&checksum, self.clock().now()).await?;
        if let Err(error) = self.blobs().put(&BlobKey::Public(checksum), cut.bytes.clone()).await {
            self.let_go(&public).await?;
            return Err(error.into());
        }
        Ok(public)
    }

    /// Says that nothing came of a public original.
    pub(crate) async fn let_go(&self, public: &PublicOriginal) -> Result<(), StoreError> {
        match public {
            PublicOriginal::Cut { checksum, .. } => self.store().close_upload(checksum).await,
            PublicOriginal::AsReceived => Ok(()),
        }
    }

    pub(crate) fn decode_limits(&self) -> tintype_imaging::DecodeLimits {
        let limits = &self.settings().limits;
        tintype_imaging::DecodeLimits {
            file_bytes: limits.upload_bytes,
            pixels: limits.upload_pixels,
            side: limits.upload_side,
            frames: limits.upload_frames,
        }
    }
}

/// SHA-256 of bytes at hand.
pub(crate) fn checksum_of(bytes: &[u8]) -> Checksum {
    use sha2::{Digest, Sha256};
    Checksum::from_bytes(Sha256::digest(bytes).into())
}
