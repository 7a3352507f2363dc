//! The use case "image bytes": from photo and parameters to a picture.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tintype_blobs::{BlobError, BlobKey};
use tintype_domain::{Checksum, Photo, Source};
use tintype_imaging::{
    ENGINE_VERSION, ImageParams, PictureError, Rendered, paint_blurhash, render, render_cost_bytes,
};

use super::PictureBusy;
use super::source::SourceFile;
use crate::Library;

/// A picture ready to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The bytes.
    pub bytes: Bytes,
    /// As in `Content-Type`.
    pub media_type: &'static str,
    /// A strong validator, without quotes.
    pub etag: String,
    /// Whether it stands in for one that is not to be had just now.
    pub is_stand_in: bool,
}

/// Bytes and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) bytes: Bytes,
    pub(super) media_type: &'static str,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum ImageError {
    /// Too many pictures are being made; try again then.
    #[error("Too many pictures are being made; try again in a moment.")]
    Busy {
        /// When it is worth trying again.
        retry_after: Duration,
    },
    /// The file is not where it should be: `verify` tells more.
    #[error("The picture's file is missing.")]
    Lost,
    /// The file cannot be decoded any more.
    #[error("The picture cannot be read.")]
    Unreadable,
    /// What is asked for cannot be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The files cannot be read.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// Someone else's rendering failed, and with it ours.
    #[error(transparent)]
    Shared(Arc<ImageError>),
}

impl Library {
    /// The validator of a picture, known before it is made, so that a 304 costs nothing.
    /// `params` are those after negotiation.
    pub fn image_etag(&self, photo: &Photo, params: &ImageParams) -> String {
        etag(image_key(photo, params, self.shows_remote(photo)))
    }

    /// A picture at the size and in the form asked for. `params` are those after negotiation.
    pub async fn image(&self, photo: &Photo, params: &ImageParams) -> Result<Image, ImageError> {
        let mut shows_remote = self.shows_remote(photo);
        let mut picture = self.picture(photo, params, shows_remote).await;
        if shows_remote
            && let Err(error) = &picture
            && !matches!(error, ImageError::Busy { .. })
        {
            self.give_up_remote(photo, error);
            shows_remote = false;
            picture = self.picture(photo, params, false).await;
        }
        let Picture { bytes, media_type } = picture?;
        let etag = etag(image_key(photo, params, shows_remote));
        let is_stand_in = !shows_remote && self.may_be_fetched(photo);
        Ok(Image { bytes, media_type, etag, is_stand_in })
    }

    /// The same, if it was made before: what else would have to be made costs time.
    pub async fn image_made_before(
        &self,
        photo: &Photo,
        params: &ImageParams,
    ) -> Result<Option<Image>, ImageError> {
        let shows_remote = self.shows_remote(photo);
        let Some(made) = self.made_before(photo, params, shows_remote).await? else {
            return Ok(None);
        };
        let etag = etag(image_key(photo, params, shows_remote));
        let is_stand_in = !shows_remote && self.may_be_fetched(photo);
        Ok(Some(Image { bytes: made.bytes, media_type: made.media_type, etag, is_stand_in }))
    }

    async fn made_before(
        &self,
        photo: &Photo,
        params: &ImageParams,
        shows_remote: bool,
    ) -> Result<Option<Picture>, ImageError> {
        if let Some(picture) = self.named_rendition(photo, params).await? {
            return Ok(Some(picture));
        }
        let key = image_key(photo, params, shows_remote);
        let kept = self.parts().darkroom.cache.get(self.blobs(), key).await?;
        Ok(kept.map(|(bytes, media_type)| Picture { bytes, media_type }))
    }

    async fn picture(
        &self,
        photo: &Photo,
        params: &ImageParams,
        shows_remote: bool,
    ) -> Result<Picture, ImageError> {
        if let Some(picture) = self.made_before(photo, params, shows_remote).await? {
            return Ok(picture);
        }
        let key = image_key(photo, params, shows_remote);
        let darkroom = &self.parts().darkroom;
        let rendering = || {
            let (library, photo, params) = (self.clone(), photo.clone(), params.clone());
            async move { library.make((key, shows_remote), &photo, &params).await }
        };
        let joined = darkroom.flights.join(key, rendering).await;
        joined.map_err(|error| match *error {
            ImageError::Busy { retry_after } => ImageError::Busy { retry_after },
            _ => ImageError::Shared(error),
        })
    }

    async fn named_rendition(
        &self,
        photo: &Photo,
        params: &ImageParams,
    ) -> Result<Option<Picture>, ImageError> {
        let named = params.stored_rendition().zip(photo.source.checksum());
        let Some((width, checksum)) = named else { return Ok(None) };
        let found = self.blobs().get(&BlobKey::Rendition(checksum, width)).await?;
        Ok(found.map(|bytes| Picture { bytes, media_type: "image/jpeg" }))
    }

    async fn make(
        &self,
        (key, shows_remote): (Checksum, bool),
        photo: &Photo,
        params: &ImageParams,
    ) -> Result<Picture, ImageError> {
        let rendered = match &photo.source {
            Source::File { checksum, media_type, .. } => {
                let upload = (*checksum, *media_type);
                let source = self.source_file(photo, upload, params).await?;
                self.render_file(photo, source, params).await?
            }
            Source::Dataset { .. } if shows_remote => {
                let source = self.remote_file(photo).await?;
                self.render_file(photo, source, params).await?
            }
            Source::Dataset { .. } => self.paint(photo, params).await?,
        };
        let picture = Picture { bytes: rendered.bytes.into(), media_type: rendered.media_type };
        let cache = &self.parts().darkroom.cache;
        let kept = cache.keep(self.blobs(), key, &picture.bytes, picture.media_type).await;
        if let Err(error) = kept {
            // A full disk must not keep pictures from being seen.
            tracing::warn!(%error, photo.id = %photo.id, "A picture could not be cached");
        }
        Ok(picture)
    }

    async fn render_file(
        &self,
        photo: &Photo,
        source: SourceFile,
        params: &ImageParams,
    ) -> Result<Rendered, ImageError> {
        let (original_size, params) = ((photo.width, photo.height), params.clone());
        let view =
            tintype_imaging::Source { bytes: &source.bytes, format: source.format, original_size };
        let _admitted = self.admit_rendering(render_cost_bytes(&view, &params)?).await?;
        let work = move || {
            let source = tintype_imaging::Source {
                bytes: &source.bytes,
                format: source.format,
                original_size,
            };
            render(&source, &params)
        };
        let done = tokio::task::spawn_blocking(work).await;
        Ok(done.map_err(|_| ImageError::Unreadable)??)
    }

    async fn paint(&self, photo: &Photo, params: &ImageParams) -> Result<Rendered, ImageError> {
        let hash = photo.blur_hash.clone().unwrap_or_else(|| GREY_HASH.to_owned());
        let (size, params) = ((photo.width, photo.height), params.clone());
        let _admitted = self.admit_rendering(PAINTING_COST_BYTES).await?;
        let work = move || {
            paint_blurhash(&hash, size, &params)
                .or_else(|_| paint_blurhash(GREY_HASH, size, &params))
        };
        let done = tokio::task::spawn_blocking(work).await;
        Ok(done.map_err(|_| ImageError::Unreadable)??)
    }

    async fn admit_rendering(
        &self,
        cost_bytes: u64,
    ) -> Result<super::admission::Admitted<'_>, ImageError> {
        let admitted = self.parts().darkroom.admission.admit(cost_bytes).await;
        admitted.map_err(|PictureBusy { retry_after }| ImageError::Busy { retry_after })
    }
}

fn etag(key: Checksum) -> String {
    key.to_string()[..32].to_owned()
}

/// What makes a picture what it is: the file, the meaning of the parameters, and the engine.
fn image_key(photo: &Photo, params: &ImageParams, shows_remote: bool) -> Checksum {
    let mut hash = Sha256::new();
    match &photo.source {
        Source::File { checksum, .. } => hash.update(checksum.as_bytes()),
        Source::Dataset { remote_url: Some(address) } if shows_remote => {
            hash.update(format!("remote {address}"));
        }
        Source::Dataset { .. } => {
            let seed = photo.blur_hash.as_deref().unwrap_or(GREY_HASH);
            hash.update(format!("{seed} {}x{}", photo.width, photo.height));
        }
    }
    hash.update(format!(" {ENGINE_VERSION} {}", params.canonical()));
    Checksum::from_bytes(hash.finalize().into())
}

/// A plain grey, for photos of which nothing is known.
const GREY_HASH: &str = "L6Ql~~_3fQ_3~qj[fQj[fQfQfQfQ";
const PAINTING_COST_BYTES: u64 = 64 << 20;
