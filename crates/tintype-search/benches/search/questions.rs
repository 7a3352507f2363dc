//! What is asked: frequent words, rare ones, two with a filter, mistyped ones.

use std::collections::HashMap;

use tintype_domain::{ColorName, PhotoId, SearchOrder};
use tintype_search::{ColorMatch, PhotoDocument, PhotoQuery};

use crate::generated::Dice;

/// About how often each kind is asked.
pub const ROUNDS: usize = 2_000;

/// Queries by kind.
pub struct Questions {
    pub frequent: Vec<PhotoQuery>,
    sets: Vec<(&'static str, Vec<PhotoQuery>)>,
    ids: Vec<PhotoId>,
}

impl Questions {
    /// Draws questions from the words that the photos have.
    pub fn about(photos: &[PhotoDocument]) -> Self {
        let mut dice = Dice(2);
        let counts = frequencies(photos);
        let frequent: Vec<PhotoQuery> =
            counts.iter().take(16).map(|(word, _)| PhotoQuery::words(word)).collect();
        let rare = counts.iter().filter(|(_, count)| (3..=30).contains(count));
        let rare: Vec<PhotoQuery> =
            rare.step_by(7).take(200).map(|(word, _)| PhotoQuery::words(word)).collect();
        let sometimes = counts.iter().filter(|(word, count)| word.len() > 5 && *count > 30);
        let mistyped: Vec<PhotoQuery> =
            sometimes.take(200).map(|(word, _)| PhotoQuery::words(typo(word, &mut dice))).collect();
        let sets = vec![
            ("frequent word", frequent.clone()),
            ("frequent word, latest", with(&frequent, |query| query.order = SearchOrder::Latest)),
            (
                "frequent word, a colour",
                with(&frequent, |query| {
                    query.color = Some(ColorMatch::Named(ColorName::Teal));
                }),
            ),
            ("two words of a photo", two_words(photos, &mut dice, false)),
            ("two words of a photo, orientation", two_words(photos, &mut dice, true)),
            ("caption of ten words", captions(photos, &mut dice)),
            ("rare word", rare),
            ("mistyped word", mistyped),
            (
                "everything, latest",
                vec![PhotoQuery { order: SearchOrder::Latest, ..PhotoQuery::default() }],
            ),
        ];
        let ids = (0..200).map(|_| photos[dice.below(photos.len())].id.clone()).collect();
        Self { frequent, sets, ids }
    }

    /// Every kind with its queries.
    pub fn sets(&self) -> impl Iterator<Item = (&'static str, &Vec<PhotoQuery>)> {
        self.sets.iter().map(|(name, queries)| (*name, queries))
    }

    /// Some photos.
    pub fn some_ids(&self) -> &[PhotoId] {
        &self.ids
    }
}

fn with(queries: &[PhotoQuery], change: impl Fn(&mut PhotoQuery)) -> Vec<PhotoQuery> {
    let mut queries = queries.to_vec();
    queries.iter_mut().for_each(change);
    queries
}

fn two_words(photos: &[PhotoDocument], dice: &mut Dice, filtered: bool) -> Vec<PhotoQuery> {
    let query = |_| {
        let photo = &photos[dice.below(photos.len())];
        let words: Vec<&String> = photo.tags.iter().take(2).collect();
        let words = words.into_iter().cloned().collect::<Vec<_>>().join(" ");
        let orientation = filtered.then(|| photo.orientation());
        PhotoQuery { orientation, ..PhotoQuery::words(words) }
    };
    (0..300).map(query).collect()
}

fn captions(photos: &[PhotoDocument], dice: &mut Dice) -> Vec<PhotoQuery> {
    let caption = |_| {
        let photo = &photos[dice.below(photos.len())];
        PhotoQuery::words(photo.alt_description.clone().unwrap_or_default())
    };
    (0..300).map(caption).collect()
}

/// Words of texts and tags with the number of photos that have them, the most frequent first.
fn frequencies(photos: &[PhotoDocument]) -> Vec<(String, usize)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for photo in photos {
        let mut words: Vec<String> = photo
            .alt_description
            .iter()
            .chain(&photo.tags)
            .flat_map(|text| text.split(|letter: char| !letter.is_alphabetic()))
            .filter(|word| word.len() > 3)
            .map(str::to_lowercase)
            .collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(word, _)| !["with", "that", "from"].contains(&&word[..]))
        .collect();
    counts.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counts
}

fn typo(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + dice.below(letters.len() - 2);
    match dice.below(3) {
        0 => drop(letters.remove(at)),
        1 => letters.swap(at, at + 1),
        _ => letters.insert(at, 'x'),
    }
    letters.into_iter().collect()
}
