//! Several words in one query: the more of them a photo has, the better; too few are no match.

use tantivy::Score;
use tantivy::query::{BooleanWeight, EnableScoring, Occur, Query, ScoreCombiner, Scorer, Weight};

/// Documents that match at least `required` of the clauses. The others score nothing, which is how
/// the collectors know them: counting in the union is many times faster than leaving them out of it.
#[derive(Debug)]
pub(crate) struct Together {
    pub clauses: Vec<Box<dyn Query>>,
    pub required: u32,
}

impl Clone for Together {
    fn clone(&self) -> Self {
        let clauses = self.clauses.iter().map(|clause| clause.box_clone()).collect();
        Self { clauses, required: self.required }
    }
}

impl Query for Together {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let weights =
            self.clauses.iter().map(|clause| Ok((Occur::Should, clause.weight(scoring)?)));
        let weights = weights.collect::<tantivy::Result<Vec<_>>>()?;
        let sum = Sum { required: self.required, ..Sum::default() };
        let sums = Box::new(move || sum);
        Ok(Box::new(BooleanWeight::with_minimum_number_should_match(
            weights,
            1,
            scoring.is_scoring_enabled(),
            sums,
        )))
    }
}

/// Adds up scores and counts them.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    score: Score,
    matched: u32,
    required: u32,
}

impl ScoreCombiner for Sum {
    fn update<TScorer: Scorer>(&mut self, scorer: &mut TScorer) {
        self.score += scorer.score();
        self.matched += 1;
    }

    fn clear(&mut self) {
        self.score = 0.0;
        self.matched = 0;
    }

    fn score(&self) -> Score {
        if self.matched < self.required {
            return 0.0;
        }
        self.score * (1.0 + COORDINATION * (self.matched.saturating_sub(1)) as Score)
    }
}

/// How much each further word is worth beyond its own score.
const COORDINATION: Score = 0.0;
