//! The four ways a write arrives (wire contract, 2.4), and what goes before what.

use serde_json::json;
use tintype_testing::{Answer, Call, Form, TestServer, jpeg};

const ALL: &str =
    "public read_user write_user write_photos write_likes read_collections write_collections";

struct Setting {
    server: TestServer,
    token: String,
    photo: String,
    collection: String,
}

async fn setting() -> Setting {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let token = server.token(&ana, ALL).await;
    let photo = server.photo().by(&ana).send().await.id.to_string();
    let made = server.library().create_collection(&ana.user, "Old", None, false).await.unwrap();
    Setting { token, photo, collection: made.id.to_string(), server }
}

const FORM: &str = "application/x-www-form-urlencoded";

/// The same fields in each of the four ways; the address stands for itself.
async fn in_four_ways(
    setting: &Setting,
    (method, path): (&str, &str),
    fields: &[(&str, &str)],
    mut judge: impl FnMut(&str, Answer),
) {
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let call = |path: &str| setting.server.call(method, path).token(&setting.token);
    let mut object = serde_json::Map::new();
    for (name, value) in fields {
        match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
            Some((outer, inner)) => {
                let nested = object.entry(outer).or_insert_with(|| json!({}));
                nested[inner] = json!(value);
            }
            None => {
                object.insert((*name).to_owned(), json!(value));
            }
        }
    }
    let form = fields.iter().fold(Form::default(), |form, (name, value)| form.text(name, value));
    let ways: [(&str, Call<'_>); 4] = [
        ("query", call(&format!("{path}?{query}"))),
        ("form", call(path).body(FORM, query.clone())),
        ("multipart", call(path).form(form)),
        ("JSON", call(path).json(&object.into())),
    ];
    for (way, call) in ways {
        judge(way, call.send().await);
    }
}

#[tokio::test]
async fn every_write_takes_its_fields_in_four_ways() {
    let setting = setting().await;
    let (photo, collection) = (setting.photo.clone(), setting.collection.clone());
    let made = [("title", "Boats & ships"), ("description", "größer"), ("private", "True")];
    in_four_ways(&setting, ("POST", "/collections"), &made, |way, answer| {
        assert_eq!(answer.status(), 201, "{way}: {}", answer.text());
        let json = answer.json();
        assert_eq!(
            (&json["title"], &json["description"]),
            (&"Boats & ships".into(), &"größer".into()),
            "{way}"
        );
        assert_eq!(json["private"], true, "{way}");
    })
    .await;
    let path = format!("/collections/{collection}");
    let changed = [("title", "New"), ("private", "0")];
    in_four_ways(&setting, ("PUT", &path), &changed, |way, answer| {
        assert_eq!((answer.status(), &answer.json()["title"]), (200, &"New".into()), "{way}");
    })
    .await;
    let member = [("photo_id", photo.as_str()), ("collection_id", collection.as_str())];
    for (method, end, status) in [("POST", "add", 201), ("DELETE", "remove", 200)] {
        let path = format!("{path}/{end}");
        in_four_ways(&setting, (method, &path), &member, |way, answer| {
            assert_eq!(answer.status(), status, "{method} {way}: {}", answer.text());
            assert_eq!(answer.json()["photo"]["id"], photo, "{method} {way}");
        })
        .await;
    }
    let said = [
        ("description", "A boat"),
        ("tags", "boat,lake"),
        ("location[city]", "Oslo"),
        ("exif[iso_speed_ratings]", "100"),
        ("show_on_profile", "1"),
    ];
    in_four_ways(&setting, ("PUT", &format!("/photos/{photo}")), &said, |way, answer| {
        assert_eq!(answer.status(), 200, "{way}: {}", answer.text());
        let json = answer.json();
        assert_eq!(
            (&json["location"]["city"], &json["exif"]["iso"]),
            (&"Oslo".into(), &100.into()),
            "{way}"
        );
        assert_eq!(
            (&json["tags"][1]["title"], &json["description"]),
            (&"lake".into(), &"A boat".into()),
            "{way}"
        );
    })
    .await;
    in_four_ways(
        &setting,
        ("PUT", "/me"),
        &[("bio", "Walks"), ("last_name", "")],
        |way, answer| {
            assert_eq!((answer.status(), &answer.json()["bio"]), (200, &"Walks".into()), "{way}");
        },
    )
    .await;
    let path = format!("/photos/{photo}/withdraw");
    in_four_ways(&setting, ("POST", &path), &[("withdrawn", "false")], |way, answer| {
        assert_eq!(
            (answer.status(), &answer.json()["meta"]["index"]),
            (200, &true.into()),
            "{way}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_body_goes_before_the_address() {
    let setting = setting().await;
    let path =
        format!("/collections/{}?title=Address&description=Kept&tags[]=x", setting.collection);
    let call = || setting.server.call("PUT", &path).token(&setting.token);
    for call in [
        call().json(&json!({ "title": "Body" })),
        call().body(FORM, "title=Body"),
        call().form(Form::default().text("title", "Body")),
    ] {
        let json = call.send().await.json();
        assert_eq!((&json["title"], &json["description"]), (&"Body".into(), &"Kept".into()));
    }
    let form = Form::default().file("photo", "a.jpg", &jpeg(9, 60, 40)).text("title", "Body");
    let call = setting.server.call("POST", "/photos?title=Address&description=Kept");
    let json = call.token(&setting.token).form(form).send().await.json();
    assert_eq!((&json["title"], &json["description"]), (&"Body".into(), &"Kept".into()));
}

#[tokio::test]
async fn flags_are_read_as_clients_write_them() {
    let setting = setting().await;
    let path = format!("/collections/{}", setting.collection);
    for (text, is_private) in [
        ("true", true),
        ("false", false),
        ("True", true),
        ("False", false),
        ("1", true),
        ("0", false),
        ("TRUE", true),
        ("nonsense", true),
        ("", true),
        ("false", false),
    ] {
        let call = setting.server.call("PUT", &path).token(&setting.token);
        let json = call.body(FORM, format!("private={text}")).send().await.json();
        assert_eq!(json["private"], is_private, "{text}");
    }
    for (value, is_private) in [(json!(true), true), (json!(0), false), (json!("1"), true)] {
        let call = setting.server.call("PUT", &path).token(&setting.token);
        let json = call.json(&json!({ "private": value })).send().await.json();
        assert_eq!(json["private"], is_private);
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused_in_our_own_words() {
    let setting = setting().await;
    let call = || setting.server.call("POST", "/collections").token(&setting.token);
    let long = format!("title={}", "x".repeat(1_100_000));
    let deep = format!("{{\"a\":{}1{}}}", "[".repeat(100), "]".repeat(100));
    for (call, status) in [
        (call().body("application/json", "{nonsense"), 400),
        (call().body("application/json", "[1, 2]"), 400),
        (call().body("application/json", deep), 400),
        (call().body("multipart/form-data", "x"), 400),
        (call().body("multipart/form-data; boundary=a", "--a\r\nbroken"), 400),
        (call().body("image/jpeg", "x"), 415),
        (call().body("application/xml", "<a/>"), 415),
        (call().body(FORM, long), 413),
    ] {
        let answer = call.send().await;
        assert_eq!(answer.status(), status, "{}", answer.text());
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.json()["errors"].as_array().unwrap().len(), 1);
    }
    let stranger = setting.server.call("POST", "/collections").key(setting.server.key());
    let stranger = stranger.body("application/json", "{nonsense").send().await;
    assert_eq!(stranger.status(), 401, "who asks is settled before what");
}

#[tokio::test]
async fn a_type_that_says_nothing_is_guessed() {
    let setting = setting().await;
    let call = || setting.server.call("POST", "/collections").token(&setting.token);
    for call in [
        call().body("text/plain;charset=UTF-8", " {\"title\": \"Boats\"}"),
        call().body("text/plain", "title=Boats"),
        call().body("application/json; charset=utf-8", "{\"title\": \"Boats\"}"),
        call().body("APPLICATION/JSON", "{\"title\": \"Boats\"}"),
    ] {
        assert_eq!(call.send().await.json()["title"], "Boats");
    }
}

#[tokio::test]
async fn a_read_that_says_it_has_json_is_a_read() {
    let setting = setting().await;
    let server = &setting.server;
    for path in ["/photos", "/search/photos?query=x", "/photos/random"] {
        let call = server.call("GET", path).key(server.key());
        assert_eq!(call.header("content-type", "application/json").send().await.status(), 200);
    }
}
