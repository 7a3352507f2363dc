//! The fields of the index, and what each is for.

use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};
use tintype_domain::Language;

/// Rises with every change to what the index holds; an index of another version is built afresh.
pub(crate) const SCHEMA_VERSION: u32 = 2;

/// A value is one word.
const RAW: &str = "raw";
/// A value is words that we split and joined with spaces.
const SPACED: &str = "whitespace";

/// The two forms in which one kind of document has its words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vocabulary {
    /// Stems, each as often as its place weighs: what is searched and scored.
    pub stems: Field,
    /// Real words, in order: for quotes, corrections and completions.
    pub words: Field,
}

/// Every field. Photos, collections and users lie in one index, so that one commit holds all, but
/// share no field of words, so that their statistics stay apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// Kind and id, unique.
    pub key: Field,
    /// The first eight letters of the id as a number: settles the order of equals.
    pub tie: Field,
    /// The other letters, eight to a number.
    pub id_rest: Field,
    /// Kind, colour, licence, and all else that is asked yes or no.
    pub facet: Field,
    pub photos: Vocabulary,
    pub collections: Vocabulary,
    pub users: Vocabulary,
    /// The library's own words.
    pub own: TongueFields,
    /// What is said of photos in each language beside the library's own.
    tongues: [TongueFields; Language::ALL.len()],
    /// Title, description and alternative text, kept to find similar photos by.
    pub text: Field,
    /// Microseconds.
    pub created: Field,
    /// Microseconds; the least number when never.
    pub promoted: Field,
    pub popularity: Field,
    /// A number that changes with the document.
    pub fingerprint: Field,
}

impl Fields {
    /// The schema and its fields, always the same.
    pub(crate) fn schema() -> (Schema, Self) {
        let mut builder = Schema::builder();
        let number = || NumericOptions::default().set_fast();
        let own = TongueFields::own(&mut builder);
        let fields = Self {
            key: builder.add_text_field("key", whole()),
            tie: builder.add_u64_field("tie", number()),
            id_rest: builder.add_u64_field("id_rest", number()),
            facet: builder.add_text_field("facet", whole()),
            photos: own.vocabulary,
            collections: Vocabulary::of("collection", &mut builder),
            users: Vocabulary::of("user", &mut builder),
            own,
            tongues: Language::ALL.map(|language| TongueFields::of(language, &mut builder)),
            text: builder.add_text_field("text", STORED),
            created: builder.add_i64_field("created", number()),
            promoted: builder.add_i64_field("promoted", number()),
            popularity: builder.add_u64_field("popularity", number()),
            fingerprint: builder.add_u64_field("fingerprint", number()),
        };
        (builder.build(), fields)
    }

    /// What is said of photos in a language.
    pub(crate) const fn tongue(&self, language: Language) -> &TongueFields {
        &self.tongues[language as usize]
    }
}

/// The words of photos in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TongueFields {
    pub vocabulary: Vocabulary,
    /// Tags as wholes.
    pub tag: Field,
    /// The column of the same, for counting.
    pub tag_column: &'static str,
    /// Words of titles, as written.
    pub title_word: Field,
}

impl TongueFields {
    fn own(builder: &mut SchemaBuilder) -> Self {
        Self::named("photo", "tag", "title_word", builder)
    }

    fn of(language: Language, builder: &mut SchemaBuilder) -> Self {
        let [kind, tag, title_word] = match language {
            Language::English => ["photo_en", "tag_en", "title_word_en"],
            Language::German => ["photo_de", "tag_de", "title_word_de"],
            Language::Spanish => ["photo_es", "tag_es", "title_word_es"],
            Language::French => ["photo_fr", "tag_fr", "title_word_fr"],
        };
        Self::named(kind, tag, title_word, builder)
    }

    fn named(kind: &str, tag: &'static str, title_word: &str, builder: &mut SchemaBuilder) -> Self {
        Self {
            vocabulary: Vocabulary::of(kind, builder),
            tag: builder.add_text_field(tag, whole().set_fast(RAW)),
            tag_column: tag,
            title_word: builder.add_text_field(title_word, whole()),
        }
    }
}

impl Vocabulary {
    fn of(kind: &str, builder: &mut SchemaBuilder) -> Self {
        let stems = indexing(SPACED, IndexRecordOption::WithFreqs).set_fieldnorms(true);
        let words = indexing(SPACED, IndexRecordOption::WithFreqsAndPositions);
        let text = |indexing| TextOptions::default().set_indexing_options(indexing);
        Self {
            stems: builder.add_text_field(&format!("{kind}_stems"), text(stems)),
            words: builder.add_text_field(&format!("{kind}_words"), text(words)),
        }
    }
}

fn whole() -> TextOptions {
    TextOptions::default().set_indexing_options(indexing(RAW, IndexRecordOption::Basic))
}

fn indexing(tokenizer: &str, option: IndexRecordOption) -> TextFieldIndexing {
    TextFieldIndexing::default()
        .set_tokenizer(tokenizer)
        .set_fieldnorms(false)
        .set_index_option(option)
}
