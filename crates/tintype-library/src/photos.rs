//! Changing, featuring, withdrawing and deleting photos.

use bytes::Bytes;
use tintype_blobs::BlobKey;
use tintype_domain::{Photo, PhotoId, PublicOriginal, Source, UserId};
use tintype_store::{PhotoEdit, StoreError};

use crate::Library;
use crate::jobs::{self, PurgeFiles};
use crate::taking_in::{UploadError, cut_afresh};

impl Library {
    /// Changes a photo; `None` when there is none.
    pub async fn edit_photo(
        &self,
        id: &PhotoId,
        edit: &PhotoEdit,
    ) -> Result<Option<Photo>, StoreError> {
        self.store().edit_photo(id, edit, self.clock().now(), &[]).await
    }

    /// Puts a photo into the editorial feed, or takes it out.
    pub async fn feature_photo(
        &self,
        id: &PhotoId,
        is_featured: bool,
    ) -> Result<Option<Photo>, StoreError> {
        let edit = PhotoEdit { is_featured: Some(is_featured), ..PhotoEdit::default() };
        self.edit_photo(id, &edit).await
    }

    /// Takes a photo out of search and lists, or puts it back. Its address lives on.
    pub async fn withdraw_photo(
        &self,
        id: &PhotoId,
        is_withdrawn: bool,
    ) -> Result<Option<Photo>, StoreError> {
        let edit = PhotoEdit { is_withdrawn: Some(is_withdrawn), ..PhotoEdit::default() };
        self.edit_photo(id, &edit).await
    }

    /// Gives a like; twice is once. `false` when it stood already.
    pub async fn like(&self, user: &UserId, photo: &PhotoId) -> Result<bool, StoreError> {
        self.store().like(user, photo, self.clock().now()).await
    }

    /// Takes a like back. `false` when there was none.
    pub async fn unlike(&self, user: &UserId, photo: &PhotoId) -> Result<bool, StoreError> {
        self.store().unlike(user, photo).await
    }

    /// Deletes a photo: gone from everywhere at once, its files soon after, unless another photo
    /// has the same bytes. `false` when there was none.
    pub async fn delete_photo(&self, id: &PhotoId) -> Result<bool, StoreError> {
        let Some(photo) = self.store().photo(id).await? else { return Ok(false) };
        let purge = PurgeFiles::of(&photo).map(|purge| jobs::new_job(&purge));
        self.store().delete_photo(id, self.clock().now(), purge.as_slice()).await
    }

    /// Lets the place in a photo's file be public, or no longer, and makes the public original
    /// to match.
    pub async fn share_place(
        &self,
        photo: &Photo,
        shares_place: bool,
    ) -> Result<Option<Photo>, UploadError> {
        let Some(sharing) = self.sharing(photo, shares_place).await? else {
            return Ok(Some(photo.clone()));
        };
        let edit = PhotoEdit { sharing: Some(sharing), ..PhotoEdit::default() };
        self.edit_with_files(&photo.id, &edit).await
    }

    /// What lies in the public original when the place may be public, or may not; `None` for a
    /// photo without a file.
    pub(crate) async fn sharing(
        &self,
        photo: &Photo,
        shares_place: bool,
    ) -> Result<Option<(bool, PublicOriginal)>, UploadError> {
        let Source::File { checksum, .. } = &photo.source else { return Ok(None) };
        if shares_place {
            return Ok(Some((true, PublicOriginal::AsReceived)));
        }
        let original = self.blobs().get(&BlobKey::Original(*checksum)).await?;
        let master = self.blobs().get(&BlobKey::Master(*checksum)).await?;
        let (original, master) = original.zip(master).ok_or(StoreError::Missing("original"))?;
        Ok(Some((false, self.cut_again(original, master).await?)))
    }

    /// Changes a photo for which a public original may have been made: where nothing came of the
    /// change, the file is no longer spoken for.
    pub(crate) async fn edit_with_files(
        &self,
        id: &PhotoId,
        edit: &PhotoEdit,
    ) -> Result<Option<Photo>, UploadError> {
        let edited = self.edit_photo(id, edit).await;
        if let (Some((_, public)), Err(_) | Ok(None)) = (&edit.sharing, &edited) {
            self.let_go(public).await?;
        }
        Ok(edited?)
    }

    async fn cut_again(
        &self,
        original: Bytes,
        master: Bytes,
    ) -> Result<PublicOriginal, UploadError> {
        let cutting = tokio::task::spawn_blocking(move || cut_afresh(&original, &master));
        let cut = cutting.await.map_err(|_| UploadError::Busy)??;
        self.keep_public(cut.as_ref()).await
    }
}
