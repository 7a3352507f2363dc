//! What a client told of itself, said in the language of its reader.

use tintype_domain::Language;

use crate::view::ClientWords;
use crate::words::Words;

/// What a client told of itself, as its headers have it.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClientTold<'a> {
    /// The program, such as `Firefox`.
    pub program: Option<&'a str>,
    /// The system it runs on.
    pub platform: Option<&'a str>,
    /// The language it wants most, as a tag.
    pub language: Option<&'a str>,
    /// The forms it takes, such as `AVIF`.
    pub forms: &'a [&'a str],
    /// Whether its `Accept` made the answer a page.
    pub chose_page: bool,
    /// Whether its `Accept-Language` chose the language.
    pub chose_language: bool,
}

impl ClientTold<'_> {
    /// The same in words.
    pub fn words(&self, language: Language) -> ClientWords {
        let t = Words::of(language.code());
        let program = self.program.map_or_else(|| t.say("client-unknown"), str::to_owned);
        let program = match self.platform {
            Some(platform) => t.with("client-on", &[("name", &program), ("platform", platform)]),
            None => program,
        };
        let wanted = self.language.map(|tag| t.name("client-wants", language_name(t, tag)));
        let forms = (!self.forms.is_empty()).then(|| self.forms.join(", "));
        let accepted = forms.map(|forms| t.name("client-accepts", forms));
        let summary: Vec<String> =
            [Some(program), wanted, accepted].into_iter().flatten().collect();
        let by_form = self.chose_page.then(|| t.say("client-chose-page"));
        let by_language = self
            .chose_language
            .then(|| t.name("client-chose-language", language_name(t, language.code())));
        ClientWords {
            summary: summary.join(", "),
            changed: by_form.into_iter().chain(by_language).collect(),
        }
    }
}

/// A language by its name where we have one, else by its tag.
fn language_name(t: &Words, tag: &str) -> String {
    let known = Language::parse(tag).and_then(|known| t.find(&format!("language-{known}")));
    known.unwrap_or_else(|| tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_told_of_in_the_readers_language() {
        let told = ClientTold {
            program: Some("Firefox"),
            platform: Some("Android"),
            language: Some("de-DE"),
            forms: &["AVIF", "HTML"],
            chose_page: true,
            chose_language: true,
        };
        let german = told.words(Language::German);
        assert_eq!(german.summary, "Firefox auf Android, möchte Deutsch, nimmt AVIF, HTML");
        assert_eq!(german.changed.len(), 2);
        let french = told.words(Language::French);
        assert_eq!(
            french.summary,
            "Firefox sur Android, langue souhaitée : allemand, accepte AVIF, HTML"
        );
        let unknown = ClientTold { language: Some("tlh"), ..ClientTold::default() };
        assert_eq!(unknown.words(Language::English).summary, "A client, wants tlh");
    }
}
