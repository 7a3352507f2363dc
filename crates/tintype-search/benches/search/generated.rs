//! Photos made up from a seed: invented words with the frequencies of real ones (Zipf).

use tintype_domain::{ColorName, LicenseId, PhotoId, Timestamp, UserId};
use tintype_search::PhotoDocument;

use crate::Outcome;

const VOCABULARY: usize = 8_000;
const SYLLABLES: &[&str] = &[
    "ka", "lo", "mi", "ter", "san", "du", "ve", "ri", "pon", "ga", "shu", "el", "mar", "ti", "nor",
    "be", "ox", "fal", "gri", "ne",
];

/// So many photos, always the same.
pub fn photos(count: usize) -> Outcome<Vec<PhotoDocument>> {
    let mut dice = Dice(1);
    (0..count).map(|number| photo(number, &mut dice)).collect()
}

fn photo(number: usize, dice: &mut Dice) -> Outcome<PhotoDocument> {
    let mixed = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24;
    let (width, height) = [(6_000, 4_000), (4_000, 6_000), (4_000, 4_000)][dice.below(3)];
    let created_at = Timestamp::from_micros(1_500_000_000_000_000 + number as i64 * 1_000_003);
    Ok(PhotoDocument {
        id: PhotoId::parse(&format!("g{mixed:010x}"))?,
        title: None,
        description: (dice.below(10) < 6).then(|| dice.words(8)),
        alt_description: Some(dice.words(9)),
        tags: (0..4 + dice.below(8)).map(|_| dice.word()).collect(),
        wordings: tintype_domain::Wordings::new(),
        place: (dice.below(3) == 0).then(|| dice.words(2)),
        photographer: format!("{} {}", dice.word(), dice.word()),
        camera: Some("Canon EOS R5".to_owned()),
        width,
        height,
        colors: vec![ColorName::ALL[dice.below(ColorName::ALL.len())]],
        palette: Vec::new(),
        collections: Vec::new(),
        topics: Vec::new(),
        owner: UserId::parse(&format!("user{:07}", dice.below(8_000)))?,
        license: LicenseId::library(),
        is_sensitive: dice.below(100) == 0,
        created_at,
        promoted_at: (dice.below(3) == 0).then_some(created_at),
        popularity: dice.below(10_000) as u64,
    })
}

/// SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    /// The nth word of the vocabulary comes about 1/n as often as the first.
    fn word(&mut self) -> String {
        let even = self.below(1 << 30) as f64 / f64::from(1 << 30);
        let mut rank = (VOCABULARY as f64).powf(even) as usize;
        let mut word = String::new();
        while rank > 0 || word.is_empty() {
            word.push_str(SYLLABLES[rank % SYLLABLES.len()]);
            rank /= SYLLABLES.len();
        }
        word
    }
}
