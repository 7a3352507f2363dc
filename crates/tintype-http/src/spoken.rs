//! The language of an answer: which one was asked for, and which ones its words turned out to be
//! in. Kept beside the request, because errors and photos are put into words far from it.

use std::cell::Cell;

use axum::http::{HeaderMap, HeaderValue, Uri, header};
use tintype_domain::{Language, Photo, Said};

use crate::links::Origins;
use crate::negotiate::language_asked;

tokio::task_local! {
    static SPOKEN: Spoken;
}

/// One request's languages.
pub(crate) struct Spoken {
    /// What the answer should be in.
    asked: Cell<Language>,
    /// Whether the address itself named it.
    is_named: bool,
    /// What the library's own texts are in.
    own: Language,
    used: Cell<LanguagesUsed>,
    /// The address, to be linked to in other languages.
    address: String,
}

/// The languages that words of an answer are in, one bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LanguagesUsed(u8);

/// What an answer turned out to be in, as `Content-Language` says it.
pub(crate) struct ContentLanguage {
    /// Of a page: its own texts are all in one language.
    pub page: HeaderValue,
    /// Of anything else: the languages of its words.
    pub data: HeaderValue,
}

impl Spoken {
    /// The languages of a request; `own` is what the library's own texts are in.
    pub(crate) fn of(headers: &HeaderMap, uri: &Uri, own: Language) -> Self {
        let asked = language_asked(headers, uri.query());
        Self {
            is_named: asked.is_named,
            asked: Cell::new(asked.language.unwrap_or(own)),
            own,
            used: Cell::default(),
            address: uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
        }
    }

    /// Runs the request in the language it asks for.
    pub(crate) async fn within<T>(self, request: impl Future<Output = T>) -> (T, ContentLanguage) {
        let answered = async {
            let answer = request.await;
            (answer, SPOKEN.with(Self::content_language))
        };
        SPOKEN.scope(self, answered).await
    }

    fn content_language(&self) -> ContentLanguage {
        let page = HeaderValue::from_static(self.asked.get().code());
        ContentLanguage { page, data: self.words_in() }
    }
}

/// What this answer should be in.
pub(crate) fn language() -> Language {
    SPOKEN.try_with(|spoken| spoken.asked.get()).unwrap_or_default()
}

/// What the library's own texts are in.
pub(crate) fn own() -> Language {
    SPOKEN.try_with(|spoken| spoken.own).unwrap_or_default()
}

/// Answers in another language from here on: one that the body of the request names.
pub(crate) fn speak(language: Language) {
    let _ = SPOKEN.try_with(|spoken| spoken.asked.set(language));
}

/// Somebody looks at a page: the language they chose before counts more than what their browser
/// was set up with, but less than what the address names.
pub(crate) fn remember(headers: &HeaderMap) {
    let _ = SPOKEN.try_with(|spoken| {
        if !spoken.is_named
            && let Some(chosen) = chosen_before(headers)
        {
            spoken.asked.set(chosen);
        }
    });
}

/// The cookie that keeps the language an address named; `None` when it named none.
pub(crate) fn cookie(origins: &Origins) -> Option<HeaderValue> {
    let named = SPOKEN.try_with(|spoken| spoken.is_named.then(|| spoken.asked.get()));
    let code = named.ok().flatten()?.code();
    let secure = if origins.is_https() { "; Secure" } else { "" };
    let text = format!("{COOKIE}={code}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::try_from(text).ok()
}

const COOKIE: &str = "tintype_lang";

fn chosen_before(headers: &HeaderMap) -> Option<Language> {
    let cookies = headers.get_all(header::COOKIE).iter();
    let mut pairs = cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.split_once('='));
    let (_, code) = pairs.find(|(name, _)| name.trim() == COOKIE)?;
    Language::parse(code)
}

/// The languages that words of this answer are in so far.
pub(crate) fn used() -> LanguagesUsed {
    SPOKEN.try_with(|spoken| spoken.used.get()).unwrap_or_default()
}

/// An answer is given again whose words were in these.
pub(crate) fn use_again(languages: LanguagesUsed) {
    let _ = SPOKEN.try_with(|spoken| {
        spoken.used.set(LanguagesUsed(spoken.used.get().0 | languages.0));
    });
}

/// What is said of a photo in the language of this answer.
pub(crate) fn said(photo: &Photo) -> Said<'_> {
    let said = photo.said_in(language());
    let has_words =
        said.title.is_some() || said.description.is_some() || said.alt_description.is_some();
    let _ = SPOKEN.try_with(|spoken| {
        if said.is_translated {
            spoken.note(spoken.asked.get());
        } else if has_words || !said.tags.is_empty() {
            spoken.note(spoken.own);
        }
    });
    said
}

/// An error sentence in the language of this answer.
pub(crate) fn sentence(english: String) -> String {
    let language = language();
    let restated = tintype_pages::restate(language, &english);
    let _ = SPOKEN.try_with(|spoken| {
        spoken.note(if restated.is_some() { language } else { Language::English });
    });
    restated.unwrap_or(english)
}

/// The address of this request in another language.
pub(crate) fn address_in(language: Language) -> String {
    let address = SPOKEN.try_with(|spoken| spoken.address.clone()).unwrap_or_default();
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    let kept = pairs.filter(|(name, _)| !["lang", "client_id", "send"].contains(&&**name));
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let query = query.extend_pairs(kept).append_pair("lang", language.code()).finish();
    format!("{}?{query}", if path.is_empty() { "/" } else { path })
}

impl Spoken {
    fn note(&self, language: Language) {
        self.used.set(LanguagesUsed(self.used.get().0 | 1 << language as u8));
    }

    /// What the words are in; the library's own language where there are none of any.
    fn words_in(&self) -> HeaderValue {
        let asked = self.asked.get();
        let is_used = |language: &Language| self.used.get().0 & (1 << *language as u8) != 0;
        let others = Language::ALL.into_iter().filter(|language| *language != asked);
        let used: Vec<&str> =
            [asked].into_iter().chain(others).filter(is_used).map(Language::code).collect();
        let text = if used.is_empty() { self.own.code().to_owned() } else { used.join(", ") };
        HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("en"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn answered(headers: &[(header::HeaderName, &str)], uri: &str, run: fn()) -> String {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(name, value.parse().unwrap());
        }
        let run = async {
            remember(&map);
            run();
        };
        let spoken = Spoken::of(&map, &uri.parse().unwrap(), Language::English);
        let ((), language) = spoken.within(run).await;
        language.data.to_str().unwrap().to_owned()
    }

    fn fail() {
        sentence("Couldn't find Photo".to_owned());
    }

    #[tokio::test]
    async fn the_address_counts_more_than_what_was_chosen_and_that_more_than_the_browser() {
        let german = (header::ACCEPT_LANGUAGE, "de-DE,de;q=0.9");
        let spanish = (header::COOKIE, "a=b; tintype_lang=es");
        assert_eq!(answered(std::slice::from_ref(&german), "/p/x", fail).await, "de");
        assert_eq!(answered(&[german.clone(), spanish.clone()], "/p/x", fail).await, "es");
        assert_eq!(answered(&[german, spanish], "/p/x?lang=fr", fail).await, "fr");
        assert_eq!(answered(&[], "/p/x", fail).await, "en");
    }

    #[tokio::test]
    async fn content_language_says_what_the_words_are_in_and_not_what_was_wished_for() {
        assert_eq!(answered(&[], "/stats/total?lang=de", || {}).await, "en");
        let unknown = || {
            sentence("Nobody has translated this".to_owned());
        };
        assert_eq!(answered(&[], "/photos?lang=de", unknown).await, "en");
        let both = || {
            sentence("Nobody has translated this".to_owned());
            fail();
        };
        assert_eq!(answered(&[], "/photos?lang=de", both).await, "de, en");
    }

    #[tokio::test]
    async fn an_address_is_linked_to_in_another_language_without_its_key() {
        let headers = HeaderMap::new();
        let uri = "/s/photos/sea?color=red&lang=de&client_id=K".parse().unwrap();
        let run = async { address_in(Language::French) };
        let (address, _) = Spoken::of(&headers, &uri, Language::English).within(run).await;
        assert_eq!(address, "/s/photos/sea?color=red&lang=fr");
    }
}
