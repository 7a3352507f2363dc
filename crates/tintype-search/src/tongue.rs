//! Languages of the index: which fields a question in one language is asked of.

use tantivy::Searcher;
use tantivy::schema::Field;
use tintype_domain::Language;

use crate::SearchError;
use crate::dictionary;
use crate::kind::Kind;
use crate::schema::{Fields, TongueFields, Vocabulary};
use crate::stem::Stems;

/// One language's words of one kind of documents.
pub(crate) struct Tongue {
    pub vocabulary: Vocabulary,
    pub language: Language,
    pub stems: Stems,
}

impl Tongue {
    fn new(vocabulary: Vocabulary, language: Language) -> Self {
        Self { vocabulary, language, stems: Stems::of_language(language) }
    }
}

/// The languages a question is asked in.
pub(crate) struct Tongues {
    /// The asked language's translations, then the library's own words, which every photo has.
    pub asked: Vec<Tongue>,
    /// Whose words are looked up when those have none.
    pub others: Vec<Tongue>,
}

impl Tongues {
    /// For a question about one kind of documents. Only photos are translated. Languages that
    /// nothing is said in cost nothing.
    pub(crate) fn of(
        kind: Kind,
        language: Language,
        searcher: &Searcher,
        fields: &Fields,
    ) -> Result<Self, SearchError> {
        let own = Tongue::new(kind.vocabulary(fields), Language::English);
        let mut tongues = Self { asked: Vec::new(), others: Vec::new() };
        if kind == Kind::Photo {
            for other in Language::ALL {
                let vocabulary = fields.tongue(other).vocabulary;
                if !dictionary::is_empty(searcher, vocabulary.stems)? {
                    let side =
                        if other == language { &mut tongues.asked } else { &mut tongues.others };
                    side.push(Tongue::new(vocabulary, other));
                }
            }
        }
        tongues.asked.push(own);
        Ok(tongues)
    }

    /// The one whose stems lie in this field.
    pub(crate) fn with_stems(&mut self, field: Field) -> Option<&mut Tongue> {
        let mut all = self.asked.iter_mut().chain(&mut self.others);
        all.find(|tongue| tongue.vocabulary.stems == field)
    }
}

/// Where the tags of a language lie: those of the translations, and the library's own.
pub(crate) struct TagPlaces {
    translated: Option<TongueFields>,
    own: TongueFields,
}

impl TagPlaces {
    pub(crate) fn of(
        language: Language,
        searcher: &Searcher,
        fields: &Fields,
    ) -> Result<Self, SearchError> {
        let translated = *fields.tongue(language);
        let is_there = !dictionary::is_empty(searcher, translated.tag)?;
        Ok(Self { translated: is_there.then_some(translated), own: fields.own })
    }

    /// The translations when there are any, then the library's own.
    pub(crate) fn each(&self) -> impl Iterator<Item = TongueFields> {
        self.translated.into_iter().chain([self.own])
    }
}
