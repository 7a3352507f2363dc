//! Several words in one query: the more of them a photo has, the better; too few are no match.

use tantivy::Score;
use tantivy::query::{
    BooleanWeight, BoostQuery, EnableScoring, Occur, Query, ScoreCombiner, Scorer, Weight,
};

/// Documents that match at least `required` of the clauses. The others score nothing, which is how
/// the collectors know them: counting in the union is many times faster than leaving them out of it.
///
/// A bonus is for documents that match anyway. Its score is made negative on its way to [`Sum`],
/// which so tells it from a word of its own: a union of one kind of scorers is the fast one.
#[derive(Debug)]
pub(crate) struct Together {
    pub clauses: Vec<Box<dyn Query>>,
    pub bonuses: Vec<Box<dyn Query>>,
    pub required: u32,
}

impl Clone for Together {
    fn clone(&self) -> Self {
        let copy = |queries: &[Box<dyn Query>]| queries.iter().map(|one| one.box_clone()).collect();
        let (clauses, bonuses) = (copy(&self.clauses), copy(&self.bonuses));
        Self { clauses, bonuses, required: self.required }
    }
}

impl Query for Together {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let mut weights = Vec::new();
        for clause in &self.clauses {
            weights.push((Occur::Should, clause.weight(scoring)?));
        }
        for bonus in &self.bonuses {
            let negative = BoostQuery::new(bonus.box_clone(), -1.0);
            weights.push((Occur::Should, negative.weight(scoring)?));
        }
        let sum = Sum { required: self.required, ..Sum::default() };
        Ok(Box::new(BooleanWeight::with_minimum_number_should_match(
            weights,
            1,
            scoring.is_scoring_enabled(),
            Box::new(move || sum),
        )))
    }
}

/// Adds up scores and counts those that are no bonus.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    score: Score,
    matched: u32,
    required: u32,
}

impl ScoreCombiner for Sum {
    fn update<TScorer: Scorer>(&mut self, scorer: &mut TScorer) {
        let score = scorer.score();
        self.score += score.abs();
        self.matched += u32::from(score >= 0.0);
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
const COORDINATION: Score = 0.25;
