//! Samples of the pages around applications.

use tintype_domain::{Scopes, Timestamp};
use tintype_pages::view::{
    Address, AppFields, AppPage, AppRow, AppsPage, CodePage, ConsentPage, GivenRow, UsedDay,
    UsedPhoto,
};

const NAME: &str = "Web picker of a <very> long name";

pub fn consent() -> ConsentPage {
    ConsentPage {
        address: Address::default(),
        action: "/oauth/authorize".to_owned(),
        form_token: "token".to_owned(),
        app_name: NAME.to_owned(),
        owner_name: Some("Ben".to_owned()),
        visitor_name: "Ines".to_owned(),
        place: Some("client.example".to_owned()),
        scopes: Scopes::all(),
        fields: vec![("state".to_owned(), "\"><b>".to_owned())],
    }
}

pub fn code(is_given: bool) -> CodePage {
    let code = is_given.then(|| "ttg_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned());
    CodePage { address: Address::default(), code }
}

pub fn apps(is_empty: bool) -> AppsPage {
    let row = |number: u32| AppRow {
        name: format!("{NAME} {number}"),
        href: "/app.html".to_owned(),
        access_key: "ttk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned(),
    };
    let given = GivenRow {
        name: NAME.to_owned(),
        scopes: Scopes::all(),
        since: Timestamp::from_micros(1_769_940_000_000_000),
        action: "/account/access/x/withdraw".to_owned(),
    };
    AppsPage {
        address: Address::default(),
        action: "/account/apps".to_owned(),
        form_token: "token".to_owned(),
        apps: if is_empty { Vec::new() } else { (1..4).map(row).collect() },
        given: if is_empty { Vec::new() } else { vec![given] },
        fields: AppFields::default(),
        problem: is_empty.then(|| "An application has a name of 1 to 100 characters".to_owned()),
    }
}

pub fn app() -> AppPage {
    let day = |number: i64| UsedDay {
        day: Timestamp::from_micros(1_769_940_000_000_000 - number * 86_400_000_000),
        calls: 12_345 + number as u64,
        refused: number as u64,
    };
    let photo = UsedPhoto {
        href: "/photo.html".to_owned(),
        title: "A quiet morning above the valley".to_owned(),
        views: 1_234,
        downloads: 5,
    };
    AppPage {
        address: Address::default(),
        action: "/account/apps/AAAAAAAAAAA".to_owned(),
        form_token: "token".to_owned(),
        name: NAME.to_owned(),
        access_key: "ttk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned(),
        new_secret: Some("tts_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned()),
        fields: AppFields {
            name: NAME.to_owned(),
            redirect_uris: "https://client.example/back".to_owned(),
            ..AppFields::default()
        },
        days: (0..5).map(day).collect(),
        photos: vec![photo],
        problem: None,
        is_saved: true,
    }
}
