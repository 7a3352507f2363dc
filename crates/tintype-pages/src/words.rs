//! The texts of the pages, kept apart from the code in `texts/<language>.ftl` (Fluent).

use std::borrow::Borrow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde_json::Value;
use tintype_domain::Timestamp;
use unic_langid::LanguageIdentifier;

use crate::assets::asset_url;

/// The texts of one language.
pub(crate) struct Words {
    lang: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The texts nearest to a language tag: `de-AT` gets `de`, an unknown one English.
    pub(crate) fn of(lang: &str) -> &'static Self {
        let primary = lang.split(['-', '_']).next().unwrap_or_default();
        let found = LANGUAGES.iter().find(|words| words.lang.eq_ignore_ascii_case(primary));
        found.unwrap_or(&LANGUAGES[0])
    }

    /// The languages there are texts for, English first.
    pub(crate) fn all() -> &'static [Self] {
        &LANGUAGES
    }

    pub(crate) const fn lang(&self) -> &'static str {
        self.lang
    }

    /// Where the scripts of every page find their texts.
    pub(crate) fn scripts_href(&self) -> String {
        asset_url(&format!("words.{}.js", self.lang))
    }

    /// Where the drawer finds its texts.
    pub(crate) fn drawer_href(&self) -> String {
        asset_url(&format!("words-drawer.{}.js", self.lang))
    }

    /// The text of a key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of a key with a number in it, in the right plural.
    pub(crate) fn count(&self, key: &str, count: impl Borrow<u64>) -> String {
        let count = count.borrow();
        let mut args = FluentArgs::new();
        args.set("count", *count);
        args.set("shown", self.number(count));
        self.format(key, Some(&args))
    }

    /// The text of a key with a name in it.
    pub(crate) fn name(&self, key: &str, name: impl AsRef<str>) -> String {
        let mut args = FluentArgs::new();
        args.set("name", name.as_ref().to_owned());
        self.format(key, Some(&args))
    }

    /// The text of a key with several names in it.
    pub(crate) fn with(&self, key: &str, names: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in names {
            args.set(*name, (*value).to_owned());
        }
        self.format(key, Some(&args))
    }

    /// The text of a key that may be missing, such as the meaning of any header.
    pub(crate) fn find(&self, key: &str) -> Option<String> {
        self.bundle.has_message(key).then(|| self.say(key))
    }

    /// A number in groups of three digits.
    pub(crate) fn number(&self, number: impl Borrow<u64>) -> String {
        let digits = number.borrow().to_string();
        if *number.borrow() < self.say("number-grouped-from").parse().unwrap_or(0) {
            return digits;
        }
        let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
        let separator = self.say("number-separator");
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                shown.push_str(&separator);
            }
            shown.push(digit);
        }
        shown
    }

    /// A size in kB or MB, as people say it.
    pub(crate) fn bytes(&self, bytes: impl Borrow<u64>) -> String {
        let bytes = *bytes.borrow();
        match bytes {
            0..1_000 => self.with("size-bytes", &[("size", &bytes.to_string())]),
            1_000..1_000_000 => {
                self.with("size-kb", &[("size", &bytes.div_ceil(1_000).to_string())])
            }
            _ => {
                let tenths = bytes.div_ceil(100_000);
                let size = match tenths % 10 {
                    0 => (tenths / 10).to_string(),
                    rest => format!("{}{}{rest}", tenths / 10, self.say("decimal-separator")),
                };
                self.with("size-mb", &[("size", &size)])
            }
        }
    }

    /// A day in words.
    pub(crate) fn date(&self, time: impl Borrow<Timestamp>) -> String {
        let iso = time.borrow().to_rfc3339();
        let mut parts = iso.get(..10).unwrap_or_default().split('-');
        let mut next = || parts.next().unwrap_or_default();
        let (year, month, day) = (next(), next(), next());
        let month = self.say(MONTHS[month.parse::<usize>().unwrap_or(1).clamp(1, 12) - 1]);
        let mut args = FluentArgs::new();
        // A number, so that a language may say the first of a month in its own way.
        args.set("day", day.parse::<u8>().unwrap_or(1));
        args.set("month", month);
        args.set("year", year.to_owned());
        self.format("date", Some(&args))
    }

    /// All keys that begin with one of the prefixes, each with its text; `{ $name }` stays as
    /// `{name}`, for scripts to fill in. A text with plurals is an object: for some numbers, the
    /// text; a script takes the one whose number has the same plural as its own.
    pub(crate) fn for_scripts(&self, prefixes: &[&str]) -> serde_json::Map<String, Value> {
        let wanted = |key: &&String| prefixes.iter().any(|prefix| key.starts_with(prefix));
        let keys = keys(self.lang);
        keys.iter().filter(wanted).map(|key| (key.clone(), self.for_script(key))).collect()
    }

    fn for_script(&self, key: &str) -> Value {
        let text = |number: u64| {
            let mut args = FluentArgs::new();
            args.set("shown", "{shown}");
            args.set("count", number);
            Value::String(self.format(key, Some(&args)))
        };
        let any = text(PLURALS[0]);
        if PLURALS.iter().all(|number| text(*number) == any) {
            return any;
        }
        Value::Object(PLURALS.iter().map(|number| (number.to_string(), text(*number))).collect())
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let message = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = message else {
            // A text nobody has translated yet; a test finds it, too.
            let english = &LANGUAGES[0];
            let is_english = self.lang == english.lang;
            return if is_english { key.to_owned() } else { english.format(key, args) };
        };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

/// The keys of a language, in the order of its file.
pub(crate) fn keys(lang: &str) -> Vec<String> {
    let source = SOURCES.iter().find(|(known, _)| *known == lang).map_or("", |(_, text)| text);
    let is_message = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    let heads = source.lines().filter(is_message).filter_map(|line| line.split_once('='));
    heads.map(|(key, _)| key.trim().to_owned()).collect()
}

const SOURCES: &[(&str, &str)] = &[
    ("en", include_str!("../texts/en.ftl")),
    ("de", include_str!("../texts/de.ftl")),
    ("es", include_str!("../texts/es.ftl")),
    ("fr", include_str!("../texts/fr.ftl")),
];

/// Numbers that between them have every plural of every language.
const PLURALS: [u64; 6] = [0, 1, 2, 3, 5, 11];

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

static LANGUAGES: LazyLock<Vec<Words>> =
    LazyLock::new(|| SOURCES.iter().map(|(lang, text)| read(lang, text)).collect());

fn read(lang: &'static str, text: &str) -> Words {
    let id: LanguageIdentifier = lang.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolating marks would end up in what people copy; the markup isolates names instead.
    bundle.set_use_isolating(false);
    // What cannot be read is missing, and a test finds every missing key.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    Words { lang, bundle }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_file_is_read_without_fault() {
        for (lang, text) in SOURCES {
            let outcome = FluentResource::try_new((*text).to_owned());
            assert!(outcome.is_ok(), "{lang}: {:?}", outcome.err().map(|(_, faults)| faults));
        }
    }

    #[test]
    fn every_language_has_the_keys_of_english_and_each_once() {
        let mut english = keys("en");
        english.sort();
        let count = english.len();
        english.dedup();
        assert_eq!(count, english.len(), "a key stands twice");
        for (lang, _) in SOURCES {
            let mut other = keys(lang);
            other.sort();
            assert_eq!(other, english, "{lang}");
        }
    }

    #[test]
    fn numbers_are_grouped_and_plurals_agree() {
        let words = Words::of("en-GB");
        assert_eq!(words.number(0), "0");
        assert_eq!(words.number(999), "999");
        assert_eq!(words.number(1_234_567), "1,234,567");
        assert_eq!(words.count("photos-count", 1), "1 photo");
        assert_eq!(words.count("photos-count", 10_000), "10,000 photos");
    }

    #[test]
    fn sizes_and_days_are_said_as_people_say_them() {
        let words = Words::of("en");
        assert_eq!(words.bytes(12), "12 bytes");
        assert_eq!(words.bytes(84_100), "85 kB");
        assert_eq!(words.bytes(2_350_000), "2.4 MB");
        assert_eq!(words.bytes(3_000_000), "3 MB");
        assert_eq!(words.date(Timestamp::from_micros(1_700_000_000_000_000)), "14 November 2023");
    }

    #[test]
    fn numbers_sizes_and_days_have_the_form_of_their_language() {
        let first = Timestamp::from_micros(1_698_796_800_000_000);
        for (lang, number, photos, size, day) in [
            ("de", "1.234", "1 Foto", "2,4 MB", "1. November 2023"),
            ("es", "1234", "1 foto", "2,4 MB", "1 de noviembre de 2023"),
            ("fr", "1\u{202f}234", "1 photo", "2,4 Mo", "1er novembre 2023"),
        ] {
            let words = Words::of(lang);
            assert_eq!(words.number(1_234), number, "{lang}");
            assert_eq!(words.count("photos-count", 1), photos, "{lang}");
            assert_eq!(words.bytes(2_350_000), size, "{lang}");
            assert_eq!(words.date(first), day, "{lang}");
        }
        assert_eq!(Words::of("es").number(12_345), "12.345");
        assert_eq!(Words::of("fr").count("photos-count", 0), "0 photo");
    }

    #[test]
    fn every_language_of_the_domain_has_texts() {
        for language in tintype_domain::Language::ALL {
            assert_eq!(Words::of(language.code()).lang(), language.code());
        }
    }

    #[test]
    fn scripts_get_plurals_by_example() {
        let words = Words::of("en").for_scripts(&["json-items", "js-copy"]);
        assert_eq!(words["js-copy"], "Copy");
        assert_eq!(words["json-items"]["1"], "{shown} item");
        assert_eq!(words["json-items"]["5"], "{shown} items");
    }

    #[test]
    fn an_unknown_language_reads_english() {
        assert_eq!(Words::of("tlh").lang(), "en");
        assert_eq!(Words::of("").lang(), "en");
    }
}
