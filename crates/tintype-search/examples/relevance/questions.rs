//! Questions from held-out captions, drawn as the peers' script draws them.

use std::collections::{HashMap, HashSet};

use crate::captions::{Captioned, content};
use crate::random::Random;

/// One question and the photo that answers it.
pub struct Question {
    pub set: &'static str,
    pub words: String,
    pub photo: usize,
}

/// Questions about `count` photos, three each.
pub fn ask(photos: &[Captioned], count: usize) -> Vec<Question> {
    let frequencies = frequencies(photos);
    let frequency = |word: &str| frequencies.get(word).copied().unwrap_or(0);
    let mut random = Random::seeded(5);
    let mut questions = Vec::new();
    for photo in random.shuffled(photos.len()) {
        let caption = &photos[photo].captions[4];
        let mut words = content(caption);
        words.retain(|word| {
            frequency(word) >= 5 && word.bytes().all(|byte| byte.is_ascii_lowercase())
        });
        if words.len() < 2 || words.iter().all(|word| word.len() < 5) {
            continue;
        }
        let mut rarest = words.clone();
        rarest.sort_by_key(|word| frequency(word));
        let rarest: HashSet<&String> = rarest.iter().take(3).collect();
        let top: Vec<String> = words.iter().filter(|word| rarest.contains(word)).cloned().collect();
        let long: Vec<&String> = top.iter().filter(|word| word.len() >= 5).collect();
        if long.is_empty() {
            continue;
        }
        let bad = long[random.below(long.len())].clone();
        let wrong = typo(&bad, &mut random, &frequencies);
        let mistyped = top.iter().map(|word| if *word == bad { &wrong } else { word });
        let mistyped = mistyped.cloned().collect::<Vec<_>>().join(" ");
        let caption = caption.trim_end_matches([' ', '.']).to_owned();
        let sets = [("caption5", caption), ("words", top.join(" ")), ("typo", mistyped)];
        questions.extend(sets.map(|(set, words)| Question { set, words, photo }));
        if questions.len() >= 3 * count {
            break;
        }
    }
    questions
}

/// In how many photos' first four captions a word stands.
fn frequencies(photos: &[Captioned]) -> HashMap<String, usize> {
    let mut frequencies = HashMap::new();
    for photo in photos {
        for word in content(&photo.captions[..4].join(" ")) {
            *frequencies.entry(word).or_default() += 1;
        }
    }
    frequencies
}

/// One letter inside the word other, gone, added or swapped; never a word that someone used.
fn typo(word: &str, random: &mut Random, known: &HashMap<String, usize>) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
    loop {
        let at = 1 + random.below(word.len() - 2);
        let kind = b"sdit"[random.below(4)];
        let (other, added) = (LETTERS[random.below(26)], LETTERS[random.below(26)]);
        let mut wrong = word.as_bytes().to_vec();
        match kind {
            b's' => wrong[at] = other,
            b'd' => drop(wrong.remove(at)),
            b'i' => wrong.insert(at, added),
            _ => wrong.swap(at, at + 1),
        }
        let wrong = String::from_utf8_lossy(&wrong).into_owned();
        if wrong != word && !known.contains_key(&wrong) {
            return wrong;
        }
    }
}
