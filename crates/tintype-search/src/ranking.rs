//! Collects one page of matches and their exact number, in an order that never wavers.

use std::cmp::Reverse;
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::ColumnValues;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};
use tintype_domain::SearchOrder;

/// Keeps the best documents up to some place, and counts all.
pub(crate) struct Best {
    pub order: SearchOrder,
    /// Whether scores tell matches from others: those that score nothing do not match.
    pub is_scored: bool,
    /// How many are kept.
    pub keep: usize,
}

/// What was found.
#[derive(Debug)]
pub(crate) struct Found {
    /// The best first.
    pub best: Vec<DocAddress>,
    /// Exact number of matches.
    pub total: u64,
}

/// The place of a document among the others: the larger, the better.
type Rank = (i64, i64, Reverse<u64>);

pub(crate) struct SegmentBest {
    is_scored: bool,
    keep: usize,
    segment: SegmentOrdinal,
    columns: Columns,
    kept: Vec<(Rank, DocAddress)>,
    /// What a document must reach to be kept.
    floor: i64,
    total: u64,
}

/// The columns that an order needs, and no others: opening one costs.
struct Columns {
    first: Option<Arc<dyn ColumnValues<i64>>>,
    second: Second,
    tie: Arc<dyn ColumnValues<u64>>,
}

enum Second {
    Popularity(Arc<dyn ColumnValues<u64>>),
    Created(Arc<dyn ColumnValues<i64>>),
    None,
}

/// Scores are compared in steps of this part, so that the order in which a sum was added up does
/// not decide.
const SCORE_STEPS: Score = 1_024.0;

impl Collector for Best {
    type Fruit = Found;
    type Child = SegmentBest;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<SegmentBest> {
        let columns = Columns::open(self.order, self.is_scored, reader)?;
        Ok(SegmentBest {
            is_scored: self.is_scored,
            keep: self.keep,
            segment,
            columns,
            kept: Vec::new(),
            floor: i64::MIN,
            total: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.is_scored
    }

    fn merge_fruits(&self, fruits: Vec<(Vec<(Rank, DocAddress)>, u64)>) -> tantivy::Result<Found> {
        let total = fruits.iter().map(|(_, total)| total).sum();
        let mut kept: Vec<(Rank, DocAddress)> =
            fruits.into_iter().flat_map(|(kept, _)| kept).collect();
        kept.sort_unstable_by_key(|(rank, address)| (Reverse(*rank), *address));
        kept.truncate(self.keep);
        Ok(Found { best: kept.into_iter().map(|(_, address)| address).collect(), total })
    }
}

impl SegmentCollector for SegmentBest {
    type Fruit = (Vec<(Rank, DocAddress)>, u64);

    fn collect(&mut self, doc: DocId, score: Score) {
        if self.is_scored && score <= 0.0 {
            return;
        }
        self.total += 1;
        let first = match &self.columns.first {
            Some(column) => column.get_val(doc),
            None => (score * SCORE_STEPS) as i64,
        };
        if first < self.floor || self.keep == 0 {
            return;
        }
        let rank = (first, self.second(doc), Reverse(self.columns.tie.get_val(doc)));
        self.kept.push((rank, DocAddress::new(self.segment, doc)));
        if self.kept.len() >= self.keep.saturating_mul(2).max(64) {
            self.shrink();
        }
    }

    fn harvest(mut self) -> Self::Fruit {
        self.shrink();
        (self.kept, self.total)
    }
}

impl SegmentBest {
    fn second(&self, doc: DocId) -> i64 {
        match &self.columns.second {
            Second::Popularity(column) => i64::try_from(column.get_val(doc)).unwrap_or(i64::MAX),
            Second::Created(column) => column.get_val(doc),
            Second::None => 0,
        }
    }

    fn shrink(&mut self) {
        if self.kept.len() > self.keep {
            let place = self.keep - 1;
            let (_, (floor, _), _) = self
                .kept
                .select_nth_unstable_by_key(place, |(rank, address)| (Reverse(*rank), *address));
            self.floor = floor.0;
            self.kept.truncate(self.keep);
        }
    }
}

impl Columns {
    fn open(order: SearchOrder, is_scored: bool, reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        let time = |name: &str| -> tantivy::Result<Arc<dyn ColumnValues<i64>>> {
            Ok(match fast.column_opt::<i64>(name)? {
                Some(column) => column.first_or_default_col(i64::MIN),
                None => Arc::new(Never(reader.max_doc())),
            })
        };
        let (first, second) = match order {
            SearchOrder::Relevant if is_scored => {
                (None, Second::Popularity(fast.column_first_or_default("popularity")?))
            }
            SearchOrder::Relevant | SearchOrder::Latest => (Some(time("created")?), Second::None),
            SearchOrder::Editorial => (Some(time("promoted")?), Second::Created(time("created")?)),
        };
        Ok(Self { first, second, tie: fast.column_first_or_default("tie")? })
    }
}

/// A time column of a segment in which nothing has that time.
struct Never(u32);

impl ColumnValues<i64> for Never {
    fn get_val(&self, _: u32) -> i64 {
        i64::MIN
    }

    fn min_value(&self) -> i64 {
        i64::MIN
    }

    fn max_value(&self) -> i64 {
        i64::MIN
    }

    fn num_vals(&self) -> u32 {
        self.0
    }
}
