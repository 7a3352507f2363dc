//! A fair sample of the photos that match, for `/photos/random`.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::ColumnValues;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};
use tintype_domain::{PhotoId, SearchOrder};

use crate::find::Wanted;
use crate::photos::ids;
use crate::{PhotoQuery, SearchError, SearchIndex};
use std::sync::Arc;

/// More are not drawn at once.
const DRAWN_MAX: usize = 1_000;

impl SearchIndex {
    /// Draws up to `count` different photos from all that match, each as likely as any other. The
    /// same seed draws the same from the same photos.
    pub fn matching(
        &self,
        query: &PhotoQuery,
        count: usize,
        seed: u64,
    ) -> Result<Vec<PhotoId>, SearchError> {
        let searcher = self.searcher();
        let wanted = Wanted { order: SearchOrder::Relevant, keep: 0 };
        let outcome = self.find_photos(&searcher, query, wanted)?;
        let Some(matching) = outcome.matching else { return Ok(Vec::new()) };
        let sample = Sample { is_scored: matching.is_scored, keep: count.min(DRAWN_MAX), seed };
        let drawn = searcher.search(&matching.query, &sample)?;
        ids(&searcher, &drawn, |id| PhotoId::parse(id).ok())
    }
}

/// Keeps the documents with the smallest lots. A lot hangs on the seed and the photo's id alone, so
/// it is the same wherever in the index the photo lies.
struct Sample {
    is_scored: bool,
    keep: usize,
    seed: u64,
}

struct SegmentSample {
    is_scored: bool,
    keep: usize,
    seed: u64,
    segment: SegmentOrdinal,
    ids: Arc<dyn ColumnValues<u64>>,
    kept: Vec<(u64, DocAddress)>,
    limit: u64,
}

impl Collector for Sample {
    type Fruit = Vec<DocAddress>;
    type Child = SegmentSample;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<SegmentSample> {
        Ok(SegmentSample {
            is_scored: self.is_scored,
            keep: self.keep,
            seed: self.seed,
            segment,
            ids: reader.fast_fields().column_first_or_default("tie")?,
            kept: Vec::new(),
            limit: u64::MAX,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.is_scored
    }

    fn merge_fruits(
        &self,
        fruits: Vec<Vec<(u64, DocAddress)>>,
    ) -> tantivy::Result<Vec<DocAddress>> {
        let mut kept: Vec<(u64, DocAddress)> = fruits.into_iter().flatten().collect();
        kept.sort_unstable();
        Ok(kept.into_iter().take(self.keep).map(|(_, address)| address).collect())
    }
}

impl SegmentCollector for SegmentSample {
    type Fruit = Vec<(u64, DocAddress)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        if self.keep == 0 || (self.is_scored && score <= 0.0) {
            return;
        }
        let lot = lot(self.ids.get_val(doc), self.seed);
        if lot > self.limit {
            return;
        }
        self.kept.push((lot, DocAddress::new(self.segment, doc)));
        if self.kept.len() >= self.keep * 2 {
            self.kept.select_nth_unstable(self.keep - 1);
            self.kept.truncate(self.keep);
            self.limit = self.kept.iter().map(|(lot, _)| *lot).max().unwrap_or(u64::MAX);
        }
    }

    fn harvest(self) -> Self::Fruit {
        self.kept
    }
}

/// SplitMix64 over the id and the seed.
fn lot(id: u64, seed: u64) -> u64 {
    let mut mixed = id ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for factor in [0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb] {
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(factor);
        mixed ^= mixed >> 27;
    }
    mixed ^ (mixed >> 31)
}
