//! URL-safe base64 as the `…64` parameters carry it.

/// Decodes with or without padding; `None` for anything malformed or not UTF-8.
pub(super) fn decode(text: &str) -> Option<String> {
    let digits = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for group in digits.chunks(4) {
        let mut word = 0;
        for digit in group {
            word = word << 6 | sextet(*digit)?;
        }
        word <<= 6 * (4 - group.len());
        let [_, a, b, c] = u32::to_be_bytes(word);
        match group.len() {
            4 => bytes.extend([a, b, c]),
            3 => bytes.extend([a, b]),
            2 => bytes.push(a),
            _ => return None,
        }
    }
    String::from_utf8(bytes).ok()
}

fn sextet(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'-' | b'+' => 62,
        b'_' | b'/' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn base64_is_read_with_and_without_padding() {
        for (text, expected) in [
            ("NDAw", Some("400")),
            ("Y3JvcA", Some("crop")),
            ("Y3JvcA==", Some("crop")),
            ("", Some("")),
            ("A", None),
            ("####", None),
            ("_w", None),
        ] {
            assert_eq!(decode(text).as_deref(), expected, "{text}");
        }
    }
}
