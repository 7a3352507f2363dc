//! Documents as the index holds them.

use tantivy::TantivyDocument;
use tintype_domain::{Language, Timestamp, Wording};

use crate::fingerprint::fingerprint;
use crate::kind::{Kind, numbers};
use crate::schema::{Fields, TongueFields, Vocabulary};
use crate::stem::Stems;
use crate::stop_words::is_stop_word;
use crate::text::{label, unelided, words};
use crate::{CollectionDocument, PhotoDocument, UserDocument, facet, palette};

/// How much a word counts by where it stands: tags and titles over descriptions over the rest.
#[derive(Clone, Copy)]
enum Weight {
    Name = 3,
    Description = 2,
    Circumstance = 1,
}

/// Longest text that is kept to find similar photos by.
const TEXT_BYTES_MAX: usize = 1_000;
/// At most so many tags of a photo are looked at.
const TAGS_MAX: usize = 100;

/// Makes index documents; remembers stems between them.
pub(crate) struct Encoder {
    fields: Fields,
    stems: [Stems; Language::ALL.len()],
}

impl Encoder {
    pub(crate) fn new(fields: Fields) -> Self {
        Self { fields, stems: Language::ALL.map(Stems::of_language) }
    }

    pub(crate) const fn fields(&self) -> &Fields {
        &self.fields
    }

    pub(crate) fn photo(&mut self, photo: &PhotoDocument) -> TantivyDocument {
        let fields = self.fields;
        let mut document = self.head(Kind::Photo, photo.id.as_str(), photo.popularity);
        self.photo_words(&mut document, photo);
        for facet in photo_facets(photo) {
            document.add_text(fields.facet, facet);
        }
        let own = (fields.own, Language::English);
        add_tags(&mut document, own, (&photo.tags, photo.title.as_deref()));
        for (language, said) in &photo.wordings {
            self.wording(&mut document, *language, said);
        }
        document.add_text(fields.text, similar_text(photo));
        document.add_i64(fields.created, photo.created_at.as_micros());
        let promoted = photo.promoted_at.map_or(i64::MIN, Timestamp::as_micros);
        document.add_i64(fields.promoted, promoted);
        document.add_u64(fields.fingerprint, fingerprint(photo));
        document
    }

    /// What is said of a photo in another language than the library's own.
    fn wording(&mut self, document: &mut TantivyDocument, language: Language, said: &Wording) {
        let place = *self.fields.tongue(language);
        let optional = |text: &'_ Option<String>| text.clone().unwrap_or_default();
        let (title, description) = (optional(&said.title), optional(&said.description));
        let alt = optional(&said.alt_description);
        let tags = said.tags.iter().take(TAGS_MAX).map(|tag| (tag.as_str(), Weight::Name));
        let texts = [
            (title.as_str(), Weight::Name),
            (description.as_str(), Weight::Description),
            (alt.as_str(), Weight::Description),
        ];
        self.add_words(document, (place.vocabulary, language), tags.chain(texts));
        add_tags(document, (place, language), (&said.tags, said.title.as_deref()));
    }

    pub(crate) fn collection(&mut self, collection: &CollectionDocument) -> TantivyDocument {
        let mut document =
            self.head(Kind::Collection, collection.id.as_str(), collection.popularity);
        document.add_i64(self.fields.created, collection.updated_at.as_micros());
        let description = collection.description.as_deref().unwrap_or_default();
        let texts = [(collection.title.as_str(), Weight::Name), (description, Weight::Description)];
        self.add_words(&mut document, (self.fields.collections, Language::English), texts);
        document
    }

    pub(crate) fn user(&mut self, user: &UserDocument) -> TantivyDocument {
        let mut document = self.head(Kind::User, user.id.as_str(), user.popularity);
        let texts = [
            (user.username.as_str(), Weight::Name),
            (user.name.as_str(), Weight::Name),
            (user.bio.as_deref().unwrap_or_default(), Weight::Circumstance),
            (user.location.as_deref().unwrap_or_default(), Weight::Circumstance),
        ];
        self.add_words(&mut document, (self.fields.users, Language::English), texts);
        document
    }

    fn head(&self, kind: Kind, id: &str, popularity: u64) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.fields.key, kind.key(id));
        for (place, number) in numbers(id).enumerate() {
            let field = if place == 0 { self.fields.tie } else { self.fields.id_rest };
            document.add_u64(field, number);
        }
        document.add_text(self.fields.facet, kind.facet());
        document.add_u64(self.fields.popularity, popularity);
        document
    }

    fn photo_words(&mut self, document: &mut TantivyDocument, photo: &PhotoDocument) {
        let optional = |text: &'_ Option<String>| text.clone().unwrap_or_default();
        let (title, description) = (optional(&photo.title), optional(&photo.description));
        let (alt, place) = (optional(&photo.alt_description), optional(&photo.place));
        let camera = optional(&photo.camera);
        let tags = photo.tags.iter().take(TAGS_MAX).map(|tag| (tag.as_str(), Weight::Name));
        let texts = [
            (title.as_str(), Weight::Name),
            (description.as_str(), Weight::Description),
            (alt.as_str(), Weight::Description),
            (place.as_str(), Weight::Circumstance),
            (photo.photographer.as_str(), Weight::Circumstance),
            (camera.as_str(), Weight::Circumstance),
        ];
        self.add_words(document, (self.fields.photos, Language::English), tags.chain(texts));
    }

    /// Adds texts under both forms. A stem is repeated as often as its place weighs: the frequency
    /// that BM25 sees is then the weighted one (BM25F), at the price of one field. Each text is a
    /// value of its own, so that quoted words never match across two.
    fn add_words<'a>(
        &mut self,
        document: &mut TantivyDocument,
        (vocabulary, language): (Vocabulary, Language),
        texts: impl IntoIterator<Item = (&'a str, Weight)>,
    ) {
        let (mut stems, mut compounds) = (Joined::default(), Joined::default());
        for (text, weight) in texts {
            let mut plain = Joined::default();
            for word in words(&unelided(text, language)) {
                let forms = std::iter::once(&word.folded).chain(&word.parts);
                for form in forms.filter(|form| !is_stop_word(form, language)) {
                    let stem = self.stems[language as usize].of(form);
                    (0..weight as usize).for_each(|_| stems.push(&stem));
                }
                if word.parts.is_empty() {
                    plain.push(&word.folded);
                } else {
                    word.parts.iter().for_each(|part| plain.push(part));
                    compounds.push(&word.folded);
                }
            }
            document.add_text(vocabulary.words, plain.0);
        }
        document.add_text(vocabulary.words, compounds.0);
        document.add_text(vocabulary.stems, stems.0);
    }
}

/// Words with spaces between them, as the index library splits them again.
#[derive(Default)]
struct Joined(String);

impl Joined {
    fn push(&mut self, word: &str) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(word);
    }
}

/// The tags as wholes, each once.
pub(crate) fn tags(tags: &[String]) -> Vec<String> {
    let labels = tags.iter().take(TAGS_MAX).map(|tag| label(tag));
    let mut tags: Vec<String> = labels.filter(|tag| !tag.is_empty()).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// Tags as wholes and words of the title, for completing what is typed.
fn add_tags(
    document: &mut TantivyDocument,
    (place, language): (TongueFields, Language),
    (own, title): (&[String], Option<&str>),
) {
    for tag in tags(own) {
        document.add_text(place.tag, tag);
    }
    for word in title_words(title.unwrap_or_default(), language) {
        document.add_text(place.title_word, word);
    }
}

fn title_words(title: &str, language: Language) -> Vec<String> {
    let title = unelided(title, language);
    let telling = words(&title).into_iter().filter(|word| {
        word.folded.chars().count() >= 3
            && !is_stop_word(&word.folded, language)
            && !word.folded.bytes().any(|byte| byte.is_ascii_digit())
    });
    let mut found: Vec<String> = telling.map(|word| word.raw.to_lowercase()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn photo_facets(photo: &PhotoDocument) -> Vec<String> {
    let mut facets = vec![facet::orientation(photo.orientation()), facet::owner(&photo.owner)];
    facets.push(facet::license(&photo.license));
    facets.extend(photo.is_sensitive.then(|| facet::SENSITIVE.to_owned()));
    facets.extend(photo.colors.iter().map(|name| facet::color(*name)));
    facets.extend(palette::cells(&photo.palette).into_iter().map(palette::Cell::token));
    facets.extend(photo.collections.iter().map(facet::collection));
    facets.extend(photo.topics.iter().map(facet::topic));
    let camera = photo.camera.as_deref().unwrap_or_default();
    facets.extend(words(camera).into_iter().map(|word| facet::camera(&word.folded)));
    facets.sort_unstable();
    facets.dedup();
    facets
}

fn similar_text(photo: &PhotoDocument) -> String {
    let texts = [&photo.title, &photo.description, &photo.alt_description];
    let joined = texts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n");
    crate::text::cut(&joined, TEXT_BYTES_MAX).to_owned()
}
