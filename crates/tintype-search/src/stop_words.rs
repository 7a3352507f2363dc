//! The words of each language that are too common to search for.

use tintype_domain::Language;

/// Whether a folded word says nothing about a picture.
pub(crate) fn is_stop_word(word: &str, language: Language) -> bool {
    let of = |words: &[&str]| words.binary_search(&word).is_ok();
    match language {
        Language::English => of(ENGLISH),
        Language::German => of(GERMAN),
        Language::Spanish => of(SPANISH),
        Language::French => of(FRENCH),
    }
}

const ENGLISH: &[&str] = &[
    "a", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could",
    "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "hers", "him", "his",
    "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "onto", "or",
    "our", "she", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "us", "was", "we", "were", "what", "when", "where",
    "which", "while", "who", "whose", "will", "with", "would", "you", "your",
];

const GERMAN: &[&str] = &[
    "aber", "als", "am", "an", "auch", "auf", "aus", "bei", "beim", "bin", "bis", "da", "dann",
    "das", "dass", "dem", "den", "der", "des", "die", "dies", "diese", "diesem", "diesen",
    "dieser", "dieses", "doch", "dort", "du", "durch", "ein", "eine", "einem", "einen", "einer",
    "eines", "er", "es", "fur", "hat", "hatte", "ich", "ihm", "ihn", "ihr", "ihre", "ihrem",
    "ihren", "ihrer", "im", "in", "ins", "ist", "kann", "kein", "keine", "man", "mein", "meine",
    "mich", "mir", "mit", "nach", "nicht", "noch", "nur", "oder", "ohne", "sein", "seine",
    "seinem", "seinen", "seiner", "sich", "sie", "sind", "so", "uber", "um", "und", "uns", "unser",
    "unter", "vom", "von", "vor", "war", "waren", "was", "weil", "wenn", "wer", "wie", "wir",
    "wird", "wo", "zu", "zum", "zur",
];

const SPANISH: &[&str] = &[
    "a", "al", "como", "con", "cuando", "de", "del", "desde", "donde", "e", "el", "ella", "ellas",
    "ellos", "en", "entre", "era", "es", "esa", "ese", "eso", "esta", "este", "esto", "fue", "ha",
    "han", "hasta", "hay", "la", "las", "le", "les", "lo", "los", "mas", "me", "mi", "mis", "muy",
    "ni", "no", "nos", "o", "para", "pero", "por", "porque", "que", "quien", "se", "ser", "si",
    "sin", "sobre", "son", "su", "sus", "te", "tu", "un", "una", "unas", "uno", "unos", "y", "ya",
    "yo",
];

const FRENCH: &[&str] = &[
    "a", "au", "aux", "avec", "c", "ce", "ces", "cet", "cette", "comme", "d", "dans", "de", "des",
    "du", "elle", "elles", "en", "est", "et", "etait", "eux", "il", "ils", "j", "je", "l", "la",
    "le", "les", "leur", "leurs", "lui", "m", "ma", "mais", "me", "mes", "mon", "n", "ne", "ni",
    "nos", "notre", "nous", "on", "ont", "ou", "par", "pas", "pour", "qu", "que", "qui", "s", "sa",
    "sans", "se", "ses", "si", "son", "sont", "sous", "sur", "t", "ta", "te", "tes", "toi", "ton",
    "tu", "un", "une", "vos", "votre", "vous", "y",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted_so_that_they_are_found() {
        for words in [ENGLISH, GERMAN, SPANISH, FRENCH] {
            assert!(words.is_sorted_by(|one, other| one < other), "{words:?}");
        }
        assert!(is_stop_word("the", Language::English) && !is_stop_word("sea", Language::English));
        assert!(is_stop_word("fur", Language::German), "as it is folded");
        assert!(!is_stop_word("mer", Language::French) && !is_stop_word("sol", Language::Spanish));
    }
}
