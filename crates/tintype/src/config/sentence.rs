//! What is wrong with the settings, as one sentence.

use figment::error::Kind;

/// The sentence for a settings error: which setting, where it stands, what it should be.
pub fn of(error: &figment::Error) -> String {
    error.clone().into_iter().map(|error| one(&error)).collect::<Vec<_>>().join("; ")
}

fn one(error: &figment::Error) -> String {
    let place = error.metadata.as_ref().and_then(|metadata| metadata.source.as_ref());
    let place = place.map(|source| format!(" in {source}")).unwrap_or_default();
    let path = error.path.join(".");
    match &error.kind {
        Kind::UnknownField(name, known) => {
            let section = path.strip_suffix(name.as_str()).unwrap_or(&path);
            let full = format!(
                "{section}{}{name}",
                if section.is_empty() || section.ends_with('.') { "" } else { "." }
            );
            let near = nearest(name, known.iter().copied());
            let hint = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            format!("unknown setting {full}{place}{hint}")
        }
        kind if path.is_empty() => format!("the settings{place} cannot be read: {kind}"),
        kind => format!("setting {path}{place}: {kind}"),
    }
}

/// The known word that takes the fewest changes, when it takes few.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let best = known.map(|known| (distance(word, known), known)).min()?;
    (best.0 <= 1 + word.len() / 3).then_some(best.1)
}

fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in b.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_when_it_is_near() {
        let known = ["per_hour", "listen", "public_url"];
        assert_eq!(nearest("per_hours", known.into_iter()), Some("per_hour"));
        assert_eq!(nearest("lsiten", known.into_iter()), Some("listen"));
        assert_eq!(nearest("kubernetes_port", known.into_iter()), None);
    }
}
