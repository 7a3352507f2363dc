//! The sample of an API call as a page.

use tintype_pages::view::{
    Acting, Address, CallField, CallFieldKind, CallForm, ClientWords, ConversationPage, Deed,
    DeedKind, Parameter, QueuedJob, Request, Response, UrlParts,
};

pub fn conversation(address: Address, is_sent: bool) -> ConversationPage {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    ConversationPage {
        address,
        client: Some(ClientWords {
            summary: "Firefox on Android, wants German, accepts AVIF".to_owned(),
            changed: vec![
                "Accept: you got a page because your browser prefers text/html.".to_owned(),
            ],
        }),
        request: Request {
            method: "GET".to_owned(),
            url: UrlParts {
                origin: "http://127.0.0.1:8080".to_owned(),
                path: "/search/photos".to_owned(),
                query: "query=nature&per_page=2".to_owned(),
            },
            parameters: if is_sent { parameters() } else { Vec::new() },
            headers: vec![
                pair("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                pair("Accept-Language", "de,en-US;q=0.7,en;q=0.3"),
                pair(
                    "User-Agent",
                    "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0",
                ),
            ],
            body: None,
            has_file: false,
            allowed: vec!["GET".to_owned(), "HEAD".to_owned(), "QUERY".to_owned()],
        },
        deeds: Some(deeds()),
        response: is_sent.then(|| Response {
            status: 200,
            headers: vec![
                pair("Content-Type", "application/json"),
                pair("X-Total", "10482"),
                pair(
                    "Link",
                    "<http://127.0.0.1:8080/search/photos?page=2&query=nature>; rel=\"next\"",
                ),
                pair("ETag", "\"b1946ac92492\""),
            ],
            ms: 4.2,
            body: BODY.to_owned(),
        }),
        forms: vec![upload_form()],
        acting: Acting::Visitor { name: "Ines".to_owned() },
        needs_key: false,
    }
}

fn upload_form() -> CallForm {
    let field = |name: &str, kind, is_required| CallField {
        name: name.to_owned(),
        value: String::new(),
        kind,
        is_required,
    };
    CallForm {
        method: "POST".to_owned(),
        path: "/photos".to_owned(),
        action: "/try/photos?method=POST".to_owned(),
        fields: vec![
            field("photo", CallFieldKind::File, true),
            field("description", CallFieldKind::Lines, false),
            field("show_on_profile", CallFieldKind::Flag, false),
        ],
        has_file: true,
        is_write: true,
    }
}

fn parameters() -> Vec<Parameter> {
    let parameter =
        |name: &str, value: Option<&str>, default: Option<&str>, values: Option<&str>| Parameter {
            name: name.to_owned(),
            value: value.map(str::to_owned),
            default: default.map(str::to_owned),
            values: values.map(str::to_owned),
        };
    vec![
        parameter("query", Some("nature"), None, None),
        parameter("page", None, Some("1"), None),
        parameter("per_page", Some("2"), Some("10"), Some("1–30")),
        parameter("order_by", None, Some("relevant"), Some("relevant, latest")),
        parameter("color", None, None, Some("teal, blue, #26408c …")),
    ]
}

fn deeds() -> Vec<Deed> {
    let deed = |kind, text: &str, detail: Option<&str>, ms: Option<f64>| Deed {
        kind,
        text: text.to_owned(),
        detail: detail.map(str::to_owned),
        rows: (kind == DeedKind::Database).then_some(2),
        ms,
        job: (kind == DeedKind::Background)
            .then(|| QueuedJob { id: "1".to_owned(), href: "/jobs/1".to_owned() }),
    };
    vec![
        deed(DeedKind::Logic, "Route GET /search/photos", None, None),
        deed(DeedKind::Security, "No key; reading is open in the demo", None, Some(0.02)),
        deed(
            DeedKind::Search,
            "“nature”: 10,482 hits",
            Some("tags:natur^3 OR description:natur OR alt:natur"),
            Some(1.31),
        ),
        deed(
            DeedKind::Database,
            "2 photos with their people",
            Some(
                "SELECT p.*, u.name FROM photos p JOIN users u ON u.id = p.owner WHERE p.id IN (?, ?)",
            ),
            Some(0.4),
        ),
        deed(DeedKind::Background, "Counted 2 views", None, None),
    ]
}

const BODY: &str = r##"{"total":10482,"total_pages":5241,"results":[{"id":"Dwu85P9SOIk","slug":"morning-over-the-ridges-Dwu85P9SOIk","width":3000,"height":2000,"color":"#26408c","blur_hash":"LFC$yHwc8^$yIAS$%M%00KxukYIp","likes":12,"liked_by_user":false,"description":null,"urls":{"raw":"http://127.0.0.1:8080/images/photo-1","thumb":"http://127.0.0.1:8080/images/photo-1?w=200"},"tags":[],"user":{"username":"ines","links":{"self":"http://127.0.0.1:8080/users/ines"}}},{"id":"AAAAAAAAAAA","width":10,"height":20.5,"promoted":true}]}"##;
