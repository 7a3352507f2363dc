//! Reads a caption file: `name.jpg#0<tab>caption`, five captions a photo.

use std::collections::HashMap;

/// A photo's five captions.
pub struct Captioned {
    pub captions: [String; 5],
}

/// The photos of a caption file, in its order; those without five captions are left out.
pub fn read(text: &str) -> Vec<Captioned> {
    let mut order = Vec::new();
    let mut captions: HashMap<&str, Vec<String>> = HashMap::new();
    for line in text.lines() {
        let Some((name, rest)) = line.split_once(".jpg#") else { continue };
        let mut rest = rest.chars();
        let is_caption = rest.next().is_some_and(|digit| digit.is_ascii_digit())
            && rest.clone().next().is_some_and(char::is_whitespace);
        if !is_caption || name.contains(char::is_whitespace) {
            continue;
        }
        let of_photo = captions.entry(name).or_insert_with(|| {
            order.push(name);
            Vec::new()
        });
        of_photo.push(tidy(rest.as_str()));
    }
    let five = |name: &str| <[String; 5]>::try_from(captions.remove(name)?).ok();
    order.into_iter().filter_map(five).map(|captions| Captioned { captions }).collect()
}

/// The words of a text that tell something, each once.
pub fn content(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in words(&text.to_lowercase()) {
        let is_new = !found.iter().any(|known| known == word);
        if word.len() > 2 && is_new && !STOP.split_whitespace().any(|stop| stop == word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// Letters, with hyphens and apostrophes between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|letter: char| !(letter.is_ascii_lowercase() || "'-".contains(letter)));
    runs.map(|run| run.trim_matches(['\'', '-'])).filter(|word| !word.is_empty())
}

fn tidy(caption: &str) -> String {
    let mut tidy = String::new();
    for word in caption.replace('"', "").split_whitespace() {
        if !tidy.is_empty() && !word.starts_with(['.', ',', '!', '?', ';', ':', '\'']) {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

const STOP: &str = "a an and are as at be by for from has have he her his in into is it its of off \
    on onto or out over she that the their them there they this to up very was were while who whose \
    with without through toward towards under above across against along around behind beside \
    between down during near next some another other others each one two three four several many \
    few all both being been do does doing get gets getting going go goes him himself herself \
    themselves itself not no so such than then these those too which what where when how about \
    after before back front side top bottom look looks looking stand stands standing sit sits \
    sitting wear wears wearing hold holds holding can could just like only also him hers ours your \
    you i we us me my";
