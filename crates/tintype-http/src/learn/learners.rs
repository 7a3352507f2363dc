//! Who learns here, and what they have solved. Held in memory for a day: it is nobody's record.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tintype_domain::{Chance, Timestamp};
use tintype_pages::view::Lesson;

/// Names a learner in the addresses that their programs call, as in `?learner=k3x9m2pq`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct LearnerCode(String);

impl LearnerCode {
    /// A new one.
    pub(crate) fn random(chance: &dyn Chance) -> Self {
        let mut bytes = [0u8; LENGTH];
        chance.fill(&mut bytes);
        Self(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
    }

    /// Reads one; `None` when it cannot be.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_one = text.len() == LENGTH && text.bytes().all(|byte| LETTERS.contains(&byte));
        is_one.then(|| Self(text.to_owned()))
    }

    /// As it stands in an address.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

const LENGTH: usize = 8;
/// Without those that look alike.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// What everyone has solved.
#[derive(Default)]
pub(crate) struct Learners {
    solved: Mutex<HashMap<LearnerCode, Progress>>,
}

struct Progress {
    since: Timestamp,
    lessons: Vec<Lesson>,
}

impl Learners {
    /// Notes that an exercise was solved.
    pub(crate) fn tick(&self, code: &LearnerCode, lesson: Lesson, now: Timestamp) {
        let mut solved = self.solved.lock().unwrap_or_else(PoisonError::into_inner);
        if solved.len() >= MOST_LEARNERS {
            solved.retain(|_, progress| now.since(progress.since) < KEPT);
        }
        // A class is far smaller; whoever fills this up is no class.
        if solved.len() >= MOST_LEARNERS && !solved.contains_key(code) {
            return;
        }
        let progress = solved
            .entry(code.clone())
            .or_insert_with(|| Progress { since: now, lessons: Vec::new() });
        progress.since = now;
        if !progress.lessons.contains(&lesson) {
            progress.lessons.push(lesson);
        }
    }

    /// What someone has solved.
    pub(crate) fn solved_by(&self, code: &LearnerCode) -> Vec<Lesson> {
        let solved = self.solved.lock().unwrap_or_else(PoisonError::into_inner);
        solved.get(code).map(|progress| progress.lessons.clone()).unwrap_or_default()
    }
}

const MOST_LEARNERS: usize = 10_000;
const KEPT: Duration = Duration::from_hours(24);

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;
    impl Chance for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for (place, byte) in (0u8..).zip(bytes) {
                *byte = place * 9;
            }
        }
    }

    #[test]
    fn a_solved_exercise_stays_solved_for_its_learner_alone() {
        let learners = Learners::default();
        let code = LearnerCode::random(&Counting);
        assert_eq!(LearnerCode::parse(code.as_str()), Some(code.clone()));
        let now = Timestamp::from_micros(0);
        learners.tick(&code, Lesson::Methods, now);
        learners.tick(&code, Lesson::Methods, now);
        assert_eq!(learners.solved_by(&code), [Lesson::Methods]);
        let other = LearnerCode::parse("aaaaaaaa").unwrap();
        assert!(learners.solved_by(&other).is_empty());
    }

    #[test]
    fn only_codes_are_codes() {
        for text in ["", "aaaaaaa", "aaaaaaaaa", "AAAAAAAA", "aaaa aaa", "aaaaaaa1"] {
            assert_eq!(LearnerCode::parse(text), None, "{text}");
        }
    }
}
