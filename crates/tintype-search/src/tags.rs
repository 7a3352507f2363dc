//! Tags: the popular ones, those that go with what was found, and words to complete what is typed.

use std::collections::HashMap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader};
use tintype_domain::{Language, SearchOrder};

use crate::dictionary::{self, commonest};
use crate::find::Wanted;
use crate::kind::Kind;
use crate::schema::TongueFields;
use crate::text::label;
use crate::tongue::TagPlaces;
use crate::{CountedWord, PhotoQuery, SearchError, SearchIndex};

/// Tags that one part of the index may contribute to what is related.
const TAGS_OF_SEGMENT_MAX: usize = 150;
/// Of more matches, about so many are looked at.
const SAMPLE: u64 = 4_000;
/// A tag of a single photo says nothing of the others.
const RELATED_PHOTOS_MIN: u64 = 2;

impl SearchIndex {
    /// The tags that most photos have.
    pub fn popular_tags(
        &self,
        language: Language,
        limit: usize,
    ) -> Result<Vec<CountedWord>, SearchError> {
        let searcher = self.searcher();
        let places = TagPlaces::of(language, &searcher, self.fields())?;
        let Some(place) = places.each().next() else { return Ok(Vec::new()) };
        let tags = dictionary::all(&searcher, place.tag)?;
        Ok(counted(commonest(tags, limit)))
    }

    /// Tags and words of titles that begin like this, the commonest first. Of several words the
    /// last is completed, unless a whole tag begins with all of them.
    pub fn suggest(
        &self,
        prefix: &str,
        language: Language,
        limit: usize,
    ) -> Result<Vec<CountedWord>, SearchError> {
        let typed = label(prefix);
        if typed.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let searcher = self.searcher();
        let places = TagPlaces::of(language, &searcher, self.fields())?;
        let mut suggestions = completed(&searcher, &places, (&typed, limit))?;
        if suggestions.is_empty()
            && let Some((before, last)) = typed.rsplit_once(' ')
        {
            suggestions = completed(&searcher, &places, (last, limit))?;
            for suggestion in &mut suggestions {
                suggestion.word = format!("{before} {}", suggestion.word);
            }
        }
        Ok(suggestions)
    }

    /// Tags that the found photos have oftener than the others do; not the words of the query. Their
    /// counts are exact up to some thousand matches, and reckoned from a part of them beyond.
    pub fn related_tags(
        &self,
        query: &PhotoQuery,
        limit: usize,
    ) -> Result<Vec<CountedWord>, SearchError> {
        let searcher = self.searcher();
        let wanted = Wanted { order: SearchOrder::Relevant, keep: 0 };
        let outcome = self.find_photos(&searcher, query, wanted)?;
        let (Some(matching), found) = (outcome.matching, outcome.found.total) else {
            return Ok(Vec::new());
        };
        let every = found.div_ceil(SAMPLE).max(1);
        let places = TagPlaces::of(query.language, &searcher, self.fields())?;
        let Some(place) = places.each().next() else { return Ok(Vec::new()) };
        let counts = TagCounts { column: place.tag_column, is_scored: matching.is_scored, every };
        let tags = searcher.search(&matching.query, &counts)?;
        let photos = dictionary::documents(&searcher, self.fields().facet, Kind::Photo.facet())?;
        let asked = label(&query.words);
        let mut related = Vec::new();
        for (tag, count) in tags {
            if count < RELATED_PHOTOS_MIN || asked.split(' ').any(|word| is_form_of(&tag, word)) {
                continue;
            }
            let everywhere = dictionary::documents(&searcher, place.tag, &tag)?;
            let telling = significance((count, found), (everywhere, photos));
            related.push((telling, CountedWord { word: tag, photos: count }));
        }
        related.sort_unstable_by(|(one, a), (other, b)| {
            other.total_cmp(one).then_with(|| a.word.cmp(&b.word))
        });
        Ok(related.into_iter().take(limit).map(|(_, word)| word).collect())
    }
}

/// Completions in the language that was asked, then, where there is room, in the library's own.
fn completed(
    searcher: &Searcher,
    places: &TagPlaces,
    (prefix, limit): (&str, usize),
) -> Result<Vec<CountedWord>, SearchError> {
    let mut found: Vec<CountedWord> = Vec::new();
    for place in places.each() {
        let words = counted(commonest(completions(searcher, place, prefix)?, limit));
        let is_new = |word: &CountedWord| found.iter().all(|known| known.word != word.word);
        let new: Vec<CountedWord> = words.into_iter().filter(is_new).collect();
        found.extend(new);
    }
    found.truncate(limit);
    Ok(found)
}

fn completions(
    searcher: &Searcher,
    place: TongueFields,
    prefix: &str,
) -> Result<HashMap<String, u64>, SearchError> {
    let mut words = dictionary::beginning(searcher, place.tag, prefix)?;
    for (word, photos) in dictionary::beginning(searcher, place.title_word, prefix)? {
        // A photo may have a word both as a tag and in its title: the larger count is no lie.
        let known = words.entry(word).or_default();
        *known = photos.max(*known);
    }
    Ok(words)
}

/// By how much a tag is commoner among the found than everywhere (the "JLH" score): both the
/// difference and the ratio count, so neither the commonest nor the rarest tags win.
fn significance((count, found): (u64, u64), (everywhere, photos): (u64, u64)) -> f64 {
    let share = |part: u64, whole: u64| part as f64 / whole.max(1) as f64;
    let (here, there) = (share(count, found), share(everywhere.max(count), photos));
    (here - there) * (here / there) + f64::EPSILON * count as f64
}

/// "mountains" is no news to those who asked for "mountain".
fn is_form_of(tag: &str, word: &str) -> bool {
    tag == word || tag.strip_suffix('s') == Some(word) || word.strip_suffix('s') == Some(tag)
}

fn counted(words: Vec<(String, u64)>) -> Vec<CountedWord> {
    words.into_iter().map(|(word, photos)| CountedWord { word, photos }).collect()
}

/// Counts the tags of every so manieth match.
struct TagCounts {
    column: &'static str,
    is_scored: bool,
    every: u64,
}

struct SegmentTagCounts {
    is_scored: bool,
    every: u64,
    seen: u64,
    column: Option<StrColumn>,
    counts: Vec<u32>,
}

impl Collector for TagCounts {
    type Fruit = HashMap<String, u64>;
    type Child = SegmentTagCounts;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<SegmentTagCounts> {
        let column = reader.fast_fields().str(self.column)?;
        let counts = vec![0; column.as_ref().map_or(0, |column| column.num_terms())];
        let Self { is_scored, every, .. } = *self;
        Ok(SegmentTagCounts { is_scored, every, seen: 0, column, counts })
    }

    fn requires_scoring(&self) -> bool {
        self.is_scored
    }

    fn merge_fruits(
        &self,
        fruits: Vec<Vec<(String, u64)>>,
    ) -> tantivy::Result<HashMap<String, u64>> {
        let mut all = HashMap::new();
        for (tag, count) in fruits.into_iter().flatten() {
            *all.entry(tag).or_default() += count;
        }
        Ok(all)
    }
}

impl SegmentCollector for SegmentTagCounts {
    type Fruit = Vec<(String, u64)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        if self.is_scored && score <= 0.0 {
            return;
        }
        self.seen += 1;
        if !self.seen.is_multiple_of(self.every) {
            return;
        }
        if let Some(column) = &self.column {
            for ord in column.ords().values_for_doc(doc) {
                if let Some(count) = self.counts.get_mut(ord as usize) {
                    *count += 1;
                }
            }
        }
    }

    fn harvest(self) -> Self::Fruit {
        let Some(column) = self.column else { return Vec::new() };
        let counts = self.counts.into_iter().zip(0u64..).filter(|(count, _)| *count > 0);
        let mut counts: Vec<(u32, u64)> = counts.collect();
        counts.sort_unstable_by(|one, other| other.cmp(one));
        counts.truncate(TAGS_OF_SEGMENT_MAX);
        // In the order of the dictionary, whose blocks are then read once each.
        counts.sort_unstable_by_key(|(_, ord)| *ord);
        let (counts, ords): (Vec<u32>, Vec<u64>) = counts.into_iter().unzip();
        let mut tags = Vec::with_capacity(counts.len());
        let take = |tag: &[u8]| tags.push(String::from_utf8_lossy(tag).into_owned());
        // Unreadable tags are no related ones; `damaged_files` tells of them.
        let _ = column.dictionary().sorted_ords_to_term_cb(&ords, take);
        tags.into_iter()
            .zip(counts.into_iter().map(|count| u64::from(count) * self.every))
            .collect()
    }
}
