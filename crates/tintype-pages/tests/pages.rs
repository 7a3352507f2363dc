//! What holds for every page, whatever it shows: budgets, safety, order.

#[path = "../examples/preview/accounts.rs"]
mod accounts;
#[path = "../examples/preview/calls.rs"]
mod calls;
#[path = "../examples/preview/samples.rs"]
mod samples;

/// Stands in for the rendered pictures of the preview: the same shapes of data, made at once.
mod pictures {
    use tintype_pages::view::{Person, PhotoCard};

    pub const EVIL: &str = "</title><script>alert(1)</script>\"'&{{7*7}}";

    pub fn person(number: usize) -> Person {
        Person {
            name: format!("{EVIL} {number}"),
            username: "ines".to_owned(),
            href: "/@ines".to_owned(),
            avatar: None,
        }
    }

    pub fn cards() -> Vec<PhotoCard> {
        (0..36).map(card).collect()
    }

    fn card(number: u32) -> PhotoCard {
        let widths = [200, 400, 640, 1080, 1600, 2048];
        let key = format!("photo-17{:011}-{:012x}", number * 7_919, u64::from(number) * 999_983);
        let address = |width: &u32| {
            let query = format!("auto=format&fit=max&q=80&w={width}");
            (*width, format!("http://127.0.0.1:8080/images/{key}?{query}"))
        };
        PhotoCard {
            id: format!("Dwu85P9S{number:03}"),
            href: format!("/p/a-quiet-morning-above-the-valley-Dwu85P9S{number:03}"),
            title: Some(format!("A quiet morning above the valley {number} {EVIL}")),
            alt: Some(format!("Fog lies between pale ridges under a clear sky, number {number}")),
            photographer: person(number as usize),
            width: 3000 + number,
            height: if number.is_multiple_of(4) { 4500 } else { 2000 },
            color: format!("#{:06x}", number * 400_009 % 0x00ff_ffff),
            placeholder: Some(placeholder(number)),
            srcset: widths.iter().map(address).collect(),
            download_href: Some(format!("/web/photos/Dwu85P9S{number:03}/download")),
            likes: 3,
            like: None,
        }
    }

    /// As long as a picture of ten pixels across, and as hard to compress.
    fn placeholder(number: u32) -> String {
        const LETTERS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut state = u64::from(number) + 1;
        let mut letter = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
            char::from(LETTERS[(state >> 58) as usize])
        };
        let body: String = (0..360).map(|_| letter()).collect();
        format!("data:image/png;base64,{body}")
    }
}

use std::io::Read as _;

use tintype_pages::{Page, asset};

fn all() -> Vec<(&'static str, Page)> {
    samples::pages(&pictures::cards())
}

fn compressed(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut encoder = flate2::read::GzEncoder::new(bytes, flate2::Compression::new(6));
    encoder.read_to_end(&mut packed).expect("reading from memory does not fail");
    packed.len()
}

/// The names behind `/assets/` in a page or script, and behind `./` in a script.
fn assets_named_in(text: &str) -> Vec<String> {
    let pieces = text.split(['"', '\'']);
    let names =
        pieces.filter_map(|piece| piece.strip_prefix("/assets/").or(piece.strip_prefix("./")));
    names.map(str::to_owned).collect()
}

/// Every file a page leads to, those of the drawer too.
fn assets_of(page: &Page) -> Vec<(String, &'static [u8])> {
    let mut found: Vec<(String, &'static [u8])> = Vec::new();
    let mut open = assets_named_in(&page.html);
    while let Some(name) = open.pop() {
        if found.iter().any(|(known, _)| *known == name) {
            continue;
        }
        let file = asset(&name).unwrap_or_else(|| panic!("{name} is not there"));
        open.extend(assets_named_in(&String::from_utf8_lossy(file.bytes)));
        found.push((name, file.bytes));
    }
    found
}

#[test]
fn a_page_of_thirty_pictures_stays_within_thirty_kilobytes() {
    for (name, page) in all() {
        let size = compressed(page.html.as_bytes());
        println!("{name}: {} bytes, {size} compressed", page.html.len());
        assert!(size <= 30_000, "{name} has {size} bytes");
    }
}

#[test]
fn styles_and_scripts_stay_within_their_budgets() {
    let (_, home) = &all()[0];
    let of_kind = |ending: &str| -> usize {
        let files = assets_of(home);
        let files = files.iter().filter(|(name, _)| name.ends_with(ending));
        files.map(|(_, bytes)| compressed(bytes)).sum()
    };
    let (styles, scripts) = (of_kind(".css"), of_kind(".js"));
    println!("styles {styles}, scripts {scripts}");
    assert!((1..=12_000).contains(&styles), "styles have {styles} bytes");
    assert!((1..=25_000).contains(&scripts), "scripts have {scripts} bytes");
}

#[test]
fn nothing_a_stranger_wrote_becomes_markup() {
    for (name, page) in all() {
        assert!(!page.html.contains("<script>alert"), "{name}");
        assert!(!page.html.contains("</title><script>"), "{name}");
        assert!(!page.html.contains("javascript:"), "{name}");
    }
}

#[test]
fn the_policy_may_forbid_inline_styles_and_scripts() {
    for (name, page) in all() {
        assert!(!page.html.contains(" style="), "{name}");
        assert!(!page.html.contains(" onclick="), "{name}");
        assert_eq!(page.html.matches("<style").count(), usize::from(page.style_hash.is_some()));
        for script in page.html.split("<script").skip(1) {
            let head = script.split('>').next().unwrap();
            assert!(
                head.contains(" src=") || head.contains("application/ld+json"),
                "{name}: {head}"
            );
        }
    }
}

#[test]
fn every_page_has_one_main_headline_one_title_and_closes_what_it_opens() {
    for (name, page) in all() {
        for tag in ["h1", "title", "main", "header class=\"top\"", "footer"] {
            assert_eq!(page.html.matches(&format!("<{tag}")).count(), 1, "{name}: {tag}");
        }
        for tag in
            ["div", "section", "nav", "ul", "li", "figure", "form", "details", "dl", "a", "p"]
        {
            let opened = page.html.matches(&format!("<{tag}>")).count()
                + page.html.matches(&format!("<{tag} ")).count();
            let closed = page.html.matches(&format!("</{tag}>")).count();
            assert_eq!(opened, closed, "{name}: {tag}");
        }
    }
}

#[test]
fn every_picture_has_its_size_and_words() {
    for (name, page) in all() {
        for picture in page.html.split("<img ").skip(1) {
            let tag = picture.split('>').next().unwrap();
            assert!(tag.contains(" width=") && tag.contains(" height="), "{name}: {tag}");
            assert!(tag.contains("alt="), "{name}: {tag}");
        }
    }
}

#[test]
fn only_the_first_row_is_eager() {
    let (_, home) = &all()[0];
    assert_eq!(home.html.matches("fetchpriority=\"high\"").count(), 4);
    assert_eq!(home.html.matches("loading=\"lazy\"").count(), 26);
}

#[test]
fn a_guest_sees_no_button_that_needs_an_account() {
    for (name, page) in all() {
        let is_member = page.html.contains("/logout");
        assert!(is_member || !page.html.contains("aria-pressed"), "{name}");
        assert!(is_member || !page.html.contains("/upload.html"), "{name}");
    }
}

#[test]
fn structured_data_reads_back_as_json() {
    let pages = all();
    let (_, photo) = pages.iter().find(|(name, _)| *name == "photo").unwrap();
    let (_, rest) = photo.html.split_once("<script type=\"application/ld+json\">").unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(data["@type"], "ImageObject");
    assert_eq!(data["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert!(data["creator"]["name"].as_str().unwrap().contains(pictures::EVIL));
}

#[test]
fn the_same_page_is_rendered_the_same_twice() {
    assert_eq!(all(), all());
}
