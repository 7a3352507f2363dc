//! Finding: by words, by likeness, by chance.

use std::collections::HashMap;

use tintype_domain::{
    Collection, CollectionId, Language, Listing, Page, Photo, PhotoId, User, UserId,
};
use tintype_search::{Hits, PhotoQuery, SearchError, SearchIndex, Tried};
use tintype_store::watch::{self, Seen};
use tintype_store::{PhotoFilter, StoreError};

use crate::Library;

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The things on this page, the best first.
    pub items: Vec<T>,
    /// Exact number on all pages.
    pub total: u64,
    /// What was done to find them.
    pub tried: Tried,
}

/// Which photos chance may pick.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RandomPick {
    /// Having these words; any when blank. Ignored when collections or topics are named.
    pub query: String,
    /// The language of the words.
    pub language: Language,
    /// Passing this filter.
    pub filter: PhotoFilter,
    /// At most so many, all different.
    pub count: u32,
    /// The same seed over the same photos picks the same ones; by chance when `None`.
    pub seed: Option<u64>,
}

/// Why nothing could be found.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// The index did not answer.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Library {
    /// Photos that have these words and pass these filters.
    pub async fn search_photos(
        &self,
        query: &PhotoQuery,
        page: Page,
    ) -> Result<Found<Photo>, FindError> {
        let query = query.clone();
        let hits = self.ask_index(move |index| index.photos(&query, page)).await?;
        let items = self.store().photos_by_ids(&hits.ids).await?;
        Ok(Found { items, total: hits.total, tried: hits.tried })
    }

    /// People whose names or words match.
    pub async fn search_users(&self, words: &str, page: Page) -> Result<Found<User>, FindError> {
        let words = words.to_owned();
        let hits: Hits<UserId> = self.ask_index(move |index| index.users(&words, page)).await?;
        let items = self.store().users_by_ids(&hits.ids).await?;
        Ok(Found { items, total: hits.total, tried: hits.tried })
    }

    /// Public collections whose words match.
    pub async fn search_collections(
        &self,
        words: &str,
        page: Page,
    ) -> Result<Found<Collection>, FindError> {
        let words = words.to_owned();
        let hits: Hits<CollectionId> =
            self.ask_index(move |index| index.collections(&words, page)).await?;
        let items = self.store().collections_by_ids(&hits.ids).await?;
        Ok(Found { items, total: hits.total, tried: hits.tried })
    }

    /// Photos like this one, by their words.
    pub async fn similar_photos(
        &self,
        photo: &PhotoId,
        limit: u32,
    ) -> Result<Vec<Photo>, FindError> {
        let photo = photo.clone();
        let ids = self.ask_index(move |index| index.similar(&photo, limit as usize)).await?;
        Ok(self.store().photos_by_ids(&ids).await?)
    }

    /// Words that begin like this, the most used first.
    pub async fn suggest(
        &self,
        prefix: &str,
        language: Language,
        limit: u32,
    ) -> Result<Vec<String>, FindError> {
        let prefix = prefix.to_owned();
        let ask = move |index: &SearchIndex| index.suggest(&prefix, language, limit as usize);
        let found = self.ask_index(ask).await?;
        Ok(found.into_iter().map(|counted| counted.word).collect())
    }

    /// Tags that the photos of a search share.
    pub async fn related_words(
        &self,
        query: &PhotoQuery,
        limit: u32,
    ) -> Result<Vec<String>, FindError> {
        let query = query.clone();
        let found = self.ask_index(move |index| index.related_tags(&query, limit as usize)).await?;
        Ok(found.into_iter().map(|counted| counted.word).collect())
    }

    /// The tags that most photos have.
    pub async fn popular_words(
        &self,
        language: Language,
        limit: u32,
    ) -> Result<Vec<String>, FindError> {
        let ask = move |index: &SearchIndex| index.popular_tags(language, limit as usize);
        let found = self.ask_index(ask).await?;
        Ok(found.into_iter().map(|counted| counted.word).collect())
    }

    /// Photos picked by chance.
    pub async fn random_photos(&self, pick: &RandomPick) -> Result<Vec<Photo>, FindError> {
        let seed = pick.seed.unwrap_or_else(|| self.chance().number());
        let by_place = !pick.filter.collections.is_empty() || !pick.filter.topics.is_empty();
        if by_place || pick.query.trim().is_empty() {
            return Ok(self.store().random_photos(&pick.filter, pick.count, seed).await?);
        }
        let query = query_of(pick);
        let count = pick.count as usize;
        let ids = self.ask_index(move |index| index.matching(&query, count, seed)).await?;
        Ok(self.store().photos_by_ids(&ids).await?)
    }

    /// The people behind these photos, by id, in one read.
    pub async fn people_of(&self, photos: &[Photo]) -> Result<HashMap<UserId, User>, StoreError> {
        let mut ids: Vec<UserId> = photos.iter().map(|photo| photo.owner.clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        let people = self.store().users_by_ids(&ids).await?;
        Ok(people.into_iter().map(|user| (user.id.clone(), user)).collect())
    }

    pub(crate) async fn ask_index<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&SearchIndex) -> Result<T, SearchError> + Send + 'static,
    ) -> Result<T, SearchError> {
        let index = self.parts().index.open()?;
        let since = watch::begun();
        let asked = tokio::task::spawn_blocking(move || ask(&index)).await;
        if let Some(since) = since {
            watch::tell(|| Seen::Index { took: since.elapsed() });
        }
        asked.unwrap_or_else(|panic| Err(SearchError::Failed(Box::new(panic))))
    }
}

fn query_of(pick: &RandomPick) -> PhotoQuery {
    PhotoQuery {
        words: pick.query.clone(),
        language: pick.language,
        orientation: pick.filter.orientation,
        owner: pick.filter.owner.clone(),
        content_filter: pick.filter.content_filter.unwrap_or(tintype_domain::ContentFilter::Low),
        ..PhotoQuery::default()
    }
}

/// A found page as a plain listing.
impl<T> From<Found<T>> for Listing<T> {
    fn from(found: Found<T>) -> Self {
        Self { items: found.items, total: found.total }
    }
}
