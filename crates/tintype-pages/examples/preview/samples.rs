//! One sample of every page, and of what is hard about it.

use tintype_domain::{ColorName, LicenseId, Orientation, SearchOrder, Timestamp};
use tintype_pages::Page;
use tintype_pages::view::{
    Address, ApiCall, Choice, CollectionCard, CollectionPage, Credit, DownloadSize, ErrorPage,
    Exposure, Feed, Filters, HexFilter, HomePage, LibraryTotals, LicenseChoice, Like, Link,
    LoginPage, LoginProblem, PaletteColor, PersonCard, PhotoCard, PhotoPage, Place, ProfilePage,
    ProfileStatistics, ProfileTab, ProfileTabs, Rights, SearchKind, SearchPage, SearchResults,
    SearchTabs, ShareImage, Site, Thumb, TopicPage, Trend, Tried, UploadFields, UploadLimits,
    UploadPage, UploadResult, UploadState, Visitor,
};

use crate::accounts;
use crate::calls::conversation;
use crate::pictures::person;

pub fn pages(cards: &[PhotoCard]) -> Vec<(&'static str, Page)> {
    let guest = site();
    let member = Site { visitor: Some(visitor()), sign_in_href: None, ..site() };
    let liking: Vec<_> = cards.iter().map(likable).collect();
    vec![
        ("home", home(&cards[..30]).render(&guest)),
        ("home-2", home(&cards[20..36]).render(&guest)),
        ("home-member", home(&liking[..30]).render(&member)),
        ("home-empty", home(&[]).render(&guest)),
        ("search", search("nature", &cards[..30], 10_482).render(&guest)),
        ("search-one", search("lighthouse", &cards[3..4], 1).render(&guest)),
        ("search-none", search_none(&cards[4..12]).render(&guest)),
        ("search-long", search_long(&cards[6..16]).render(&guest)),
        ("search-collections", search_collections(cards).render(&guest)),
        ("search-people", search_people(cards).render(&guest)),
        ("photo", photo(&cards[0], cards).render(&guest)),
        ("photo-portrait", photo(&liking[1], cards).render(&member)),
        ("photo-bare", bare_photo(&cards[2]).render(&guest)),
        ("photo-panorama", photo(&cards[8], cards).render(&guest)),
        ("photo-strip", photo(&cards[13], cards).render(&guest)),
        ("profile-photos", profile(ProfileTab::Photos(cards[..20].to_vec())).render(&guest)),
        ("profile-empty", profile(ProfileTab::Likes(Vec::new())).render(&guest)),
        ("profile-collections", profile(ProfileTab::Collections(sets(cards))).render(&guest)),
        ("profile-statistics", profile(ProfileTab::Statistics(statistics())).render(&guest)),
        ("collection", collection(cards).render(&guest)),
        ("topic", topic(cards).render(&guest)),
        ("login", login(None).render(&guest)),
        ("login-wrong", login(Some(LoginProblem::WrongPassword)).render(&guest)),
        ("upload", upload(Vec::new()).render(&member)),
        ("upload-done", upload(results(cards)).render(&member)),
        ("consent", accounts::consent().render(&member)),
        ("code", accounts::code(true).render(&member)),
        ("code-denied", accounts::code(false).render(&member)),
        ("apps", accounts::apps(false).render(&member)),
        ("apps-empty", accounts::apps(true).render(&member)),
        ("app", accounts::app().render(&member)),
        ("error-404", fault(404).render(&guest)),
        ("error-503", fault(503).render(&guest)),
        ("conversation", conversation(address("search/photos"), true).render(&guest)),
        ("conversation-waits", conversation(address("search/photos"), false).render(&guest)),
    ]
}

fn site() -> Site {
    Site {
        library_name: "Tintype".to_owned(),
        api_origin: "http://127.0.0.1:8080".to_owned(),
        is_demo: true,
        lang: "en".to_owned(),
        sign_in_href: Some("/login.html".to_owned()),
        footer_links: vec![link("API", "/conversation.html")],
        ..Site::default()
    }
}

fn visitor() -> Visitor {
    Visitor {
        name: "Ines Marlow".to_owned(),
        username: "inesmarlow".to_owned(),
        href: "/profile-photos.html".to_owned(),
        avatar: None,
        upload_href: Some("/upload.html".to_owned()),
        apps_href: "/account/apps".to_owned(),
        sign_out_action: "/logout".to_owned(),
        form_token: "token".to_owned(),
    }
}

fn likable(card: &PhotoCard) -> PhotoCard {
    let like = Like { action: "/like".to_owned(), is_liked: card.likes.is_multiple_of(3) };
    PhotoCard { like: Some(like), ..card.clone() }
}

fn link(text: &str, href: &str) -> Link {
    Link { text: text.to_owned(), href: href.to_owned() }
}

fn links(words: &[&str]) -> Vec<Link> {
    words.iter().map(|word| link(word, "/search.html")).collect()
}

fn address(path: &str) -> Address {
    Address {
        canonical: Some(format!("http://127.0.0.1:8080/{path}")),
        feed: Some(Feed { href: "/feed.atom".to_owned(), title: "New photos".to_owned() }),
        oembed_href: None,
        share_image: None,
        calls: vec![
            ApiCall { path: "/search/photos?query=nature&per_page=30".to_owned() },
            ApiCall { path: "/topics".to_owned() },
        ],
    }
}

fn home(photos: &[PhotoCard]) -> HomePage {
    HomePage {
        address: address(""),
        popular: links(&["mountain", "sea", "forest", "night sky", "snow"]),
        topics: ["Wide land", "Still water", "Weather", "After dark", "Winter", "Green", "Desert"]
            .iter()
            .map(|title| set(title, photos))
            .collect(),
        photos: photos.to_vec(),
        next_href: (!photos.is_empty()).then(|| "/home-2.html".to_owned()),
        page: 1,
        totals: LibraryTotals {
            photos: 12_480,
            photographers: 37,
            licenses: links(&["CC0 1.0", "CC BY 4.0", "Library license"]),
        },
    }
}

fn filters() -> Filters {
    let href = || "/search.html".to_owned();
    Filters {
        orientation: Orientation::ALL
            .iter()
            .map(|value| Choice {
                value: *value,
                href: href(),
                is_current: *value == Orientation::Landscape,
            })
            .collect(),
        color: ColorName::ALL
            .iter()
            .map(|value| Choice {
                value: *value,
                href: href(),
                is_current: *value == ColorName::Teal,
            })
            .collect(),
        hex: Some(HexFilter {
            action: href(),
            kept: vec![("orientation".to_owned(), "landscape".to_owned())],
            current: None,
        }),
        order: [SearchOrder::Relevant, SearchOrder::Latest]
            .iter()
            .map(|value| Choice {
                value: *value,
                href: href(),
                is_current: *value == SearchOrder::Relevant,
            })
            .collect(),
        license: ["CC0 1.0", "Creative Commons Attribution 4.0"]
            .iter()
            .map(|title| Choice { value: (*title).to_owned(), href: href(), is_current: false })
            .collect(),
        clear_href: Some(href()),
    }
}

fn tabs(current: SearchKind, photos: u64) -> SearchTabs {
    SearchTabs {
        current,
        photos: ("/search.html".to_owned(), Some(photos)),
        collections: ("/search-collections.html".to_owned(), Some(12)),
        people: ("/search-people.html".to_owned(), Some(3)),
    }
}

fn search(query: &str, photos: &[PhotoCard], total: u64) -> SearchPage {
    SearchPage {
        address: address("s/photos/nature"),
        query: query.to_owned(),
        total,
        page: 1,
        tabs: tabs(SearchKind::Photos, total),
        filters: Some(filters()),
        related: links(&["landscape", "green", "mountain lake", "hiking", "outdoors", "wild"]),
        tried: Vec::new(),
        results: SearchResults::Photos(photos.to_vec()),
        nearest: Vec::new(),
        next_href: (total > 30).then(|| "/home-2.html".to_owned()),
    }
}

fn search_none(nearest: &[PhotoCard]) -> SearchPage {
    SearchPage {
        tried: vec![
            Tried::Spelling("mountain lighthouse".to_owned()),
            Tried::FewerWords,
            Tried::WithoutFilters,
        ],
        nearest: nearest.to_vec(),
        related: Vec::new(),
        ..search("mountian lighthuose zzyzx", &[], 0)
    }
}

fn search_long(photos: &[PhotoCard]) -> SearchPage {
    let query = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und <script>alert(1)</script>";
    search(query, photos, photos.len() as u64)
}

fn thumb(card: &PhotoCard) -> Thumb {
    Thumb {
        src: card.srcset[0].1.clone(),
        width: card.width,
        height: card.height,
        color: card.color.clone(),
    }
}

fn set(title: &str, cards: &[PhotoCard]) -> CollectionCard {
    CollectionCard {
        href: "/collection.html".to_owned(),
        title: title.to_owned(),
        total_photos: 24,
        curator: Some(person(title.len())),
        covers: cards.iter().skip(title.len() % 9).take(3).map(thumb).collect(),
    }
}

fn sets(cards: &[PhotoCard]) -> Vec<CollectionCard> {
    let titles = [
        "Quiet mornings",
        "Blue",
        "A very long title that somebody gave to a collection of pictures of the sea",
        "夜",
        "One",
    ];
    let mut sets: Vec<_> = titles.iter().map(|title| set(title, cards)).collect();
    sets[4].covers.truncate(1);
    sets[3].covers.truncate(2);
    sets.push(CollectionCard { covers: Vec::new(), total_photos: 0, ..set("Empty", cards) });
    sets
}

fn search_collections(cards: &[PhotoCard]) -> SearchPage {
    SearchPage {
        tabs: tabs(SearchKind::Collections, 10_482),
        filters: None,
        related: Vec::new(),
        results: SearchResults::Collections(sets(cards)),
        ..search("sea", &[], 12)
    }
}

fn search_people(cards: &[PhotoCard]) -> SearchPage {
    let people = (0..5).map(|number| PersonCard {
        person: person(number),
        bio: (number % 2 == 0)
            .then(|| "Walks slowly, carries a heavy tripod, and waits for the fog.".to_owned()),
        total_photos: 10 * number as u64,
        photos: cards
            .iter()
            .skip(number * 4)
            .take(if number == 0 { 0 } else { 3 })
            .map(thumb)
            .collect(),
    });
    SearchPage {
        tabs: tabs(SearchKind::People, 10_482),
        filters: None,
        related: Vec::new(),
        results: SearchResults::People(people.collect()),
        ..search("ines", &[], 5)
    }
}

fn trend(total: u64, scale: u64) -> Trend {
    Trend { total, daily: (0..30).map(|day| (day * 7 % 11 + day / 3) * scale).collect() }
}

fn photo(card: &PhotoCard, cards: &[PhotoCard]) -> PhotoPage {
    let share_image = ShareImage {
        url: format!("http://127.0.0.1:8080{}", card.srcset[1].1),
        width: 1080,
        height: 720,
        alt: "A wide view".to_owned(),
    };
    PhotoPage {
        address: Address { share_image: Some(share_image), ..address("p/sample") },
        photo: card.clone(),
        description: Some("Taken from the old fire lookout just after six. The fog had filled the two lower valleys and left only the ridges, one behind the other, each a little paler.".to_owned()),
        downloads: downloads(card),
        published: Timestamp::from_micros(1_721_000_000_000_000),
        views: trend(48_210, 31),
        downloaded: trend(1_204, 2),
        exposure: Exposure {
            camera: Some("Fujifilm X-T5".to_owned()),
            lens: Some("XF 16-55mm F2.8 R LM WR".to_owned()),
            time: Some("1/250 s".to_owned()),
            aperture: Some("ƒ/8".to_owned()),
            focal_length: Some("35 mm".to_owned()),
            iso: Some("160".to_owned()),
        },
        taken: Some(Timestamp::from_micros(1_719_500_000_000_000)),
        place: Some(Place { name: "Harrow Fell, Northern Uplands".to_owned(), href: Some("/search.html".to_owned()) }),
        rights: Rights {
            license: LicenseId::parse("CC-BY-4.0").expect("the id is a known one"),
            href: Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
        },
        credit: Credit {
            text: format!("Photo: {} / Tintype", card.photographer.name),
            html: "Photo: <a href=\"http://127.0.0.1:8080/@inesmarlow\">Ines Marlow</a> / <a href=\"http://127.0.0.1:8080/\">Tintype</a>".to_owned(),
            markdown: "Photo: [Ines Marlow](http://127.0.0.1:8080/@inesmarlow) / [Tintype](http://127.0.0.1:8080/)".to_owned(),
        },
        copy_url: format!("http://127.0.0.1:8080{}", card.srcset[1].1),
        palette: palette(),
        tags: links(&["mountain", "ridge", "fog", "morning", "layers", "blue hour", "landscape", "calm"]),
        topics: links(&["Wide land"]),
        collections: sets(cards).into_iter().take(3).collect(),
        similar: cards[3..15].to_vec(),
        previous_href: Some("/photo-portrait.html".to_owned()),
        next_href: Some("/photo-panorama.html".to_owned()),
    }
}

fn downloads(card: &PhotoCard) -> Vec<DownloadSize> {
    let file = |width: u32, bytes, is_original| DownloadSize {
        href: card.srcset[1].1.clone(),
        width,
        height: width * card.height / card.width,
        format: "JPEG".to_owned(),
        bytes,
        is_original,
    };
    vec![
        file(640, Some(84_100), false),
        file(1080, Some(214_000), false),
        file(1600, None, false),
        file(card.width, Some(4_350_000), true),
    ]
}

fn palette() -> Vec<PaletteColor> {
    let hexes = ["#26408c", "#6f8fb8", "#c9d3dd", "#e8c9a2", "#a05a34", "#1d2730"];
    hexes
        .iter()
        .map(|hex| PaletteColor {
            hex: (*hex).to_owned(),
            share: 0.2,
            href: Some("/search.html".to_owned()),
        })
        .collect()
}

fn bare_photo(card: &PhotoCard) -> PhotoPage {
    let bare = PhotoCard { title: None, alt: None, ..card.clone() };
    PhotoPage {
        description: None,
        exposure: Exposure::default(),
        taken: None,
        place: None,
        views: Trend::default(),
        downloaded: Trend::default(),
        rights: Rights { license: LicenseId::library(), href: None },
        palette: Vec::new(),
        tags: Vec::new(),
        topics: Vec::new(),
        collections: Vec::new(),
        similar: Vec::new(),
        previous_href: None,
        next_href: None,
        ..photo(&bare, &vec![card.clone(); 15])
    }
}

fn profile(tab: ProfileTab) -> ProfilePage {
    ProfilePage {
        address: address("@inesmarlow"),
        person: person(0),
        bio: Some(
            "Ridges, fog, and the hour before anybody else is up. Prints on request.".to_owned(),
        ),
        location: Some("Northern Uplands".to_owned()),
        links: vec![
            link("inesmarlow.example", "https://inesmarlow.example/"),
            link("evil", "javascript:alert(1)"),
        ],
        tabs: ProfileTabs {
            photos: ("/profile-photos.html".to_owned(), 128),
            likes: Some(("/profile-empty.html".to_owned(), 0)),
            collections: Some(("/profile-collections.html".to_owned(), 6)),
            statistics: Some("/profile-statistics.html".to_owned()),
        },
        tab,
        next_href: None,
    }
}

fn statistics() -> ProfileStatistics {
    ProfileStatistics {
        views: trend(1_204_882, 400),
        downloads: trend(40_210, 12),
        likes: trend(96, 0),
    }
}

fn collection(cards: &[PhotoCard]) -> CollectionPage {
    CollectionPage {
        address: address("c/1/quiet"),
        title: "Quiet mornings".to_owned(),
        description: Some(
            "Before the wind gets up. Pictures for walls in rooms where people wait.".to_owned(),
        ),
        curator: person(2),
        total: 24,
        photos: cards[5..29].to_vec(),
        related: sets(cards),
        next_href: None,
    }
}

fn topic(cards: &[PhotoCard]) -> TopicPage {
    TopicPage {
        address: address("t/weather"),
        title: "Weather".to_owned(),
        description: None,
        curators: vec![person(0), person(1)],
        total: 9,
        photos: cards[8..17].to_vec(),
        related: Vec::new(),
        next_href: None,
    }
}

fn login(problem: Option<LoginProblem>) -> LoginPage {
    LoginPage {
        address: Address::default(),
        action: "/login".to_owned(),
        form_token: "token".to_owned(),
        next: Some("/upload".to_owned()),
        login: problem.map_or_else(String::new, |_| "ines".to_owned()),
        problem,
    }
}

fn upload(results: Vec<UploadResult>) -> UploadPage {
    let current = LicenseId::library();
    UploadPage {
        address: Address::default(),
        action: "/upload".to_owned(),
        form_token: "token".to_owned(),
        limits: UploadLimits {
            accept: "image/jpeg,image/png,image/webp".to_owned(),
            formats: "JPEG, PNG, WebP, GIF, JPEG XL".to_owned(),
            bytes: 100_000_000,
        },
        licenses: LicenseId::all()
            .map(|license| LicenseChoice { is_current: license == current, license })
            .collect(),
        fields: UploadFields::default(),
        results,
        problem: None,
    }
}

fn results(cards: &[PhotoCard]) -> Vec<UploadResult> {
    let result = |name: &str, state| UploadResult { file_name: name.to_owned(), state };
    let href = || "/photo.html".to_owned();
    vec![
        result("DSCF4411.jpg", UploadState::Done { href: href(), thumb: Some(thumb(&cards[0])) }),
        result("IMG_2031-final-final-2.jpeg", UploadState::Duplicate { href: href() }),
        result(
            "notes.jpg",
            UploadState::Refused {
                reason: "The file is no picture: it begins like plain text.".to_owned(),
            },
        ),
    ]
}

fn fault(status: u16) -> ErrorPage {
    ErrorPage {
        address: Address::default(),
        status,
        message: None,
        request_id: "01JD3Y6V2K8R".to_owned(),
    }
}
