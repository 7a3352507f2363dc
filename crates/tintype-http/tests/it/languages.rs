//! Pages, errors and words of photos in the language that is asked for.

use tintype_domain::{Language, Photo, Wording, Wordings};
use tintype_store::PhotoEdit;
use tintype_testing::TestServer;

/// A photo with German words beside its English ones.
async fn translated(server: &TestServer) -> Photo {
    let photo = server.photo().titled("Spruces in Fog").tagged("nature").tagged("fog").send().await;
    let german = Wording {
        title: Some("Fichten im Nebel".to_owned()),
        description: None,
        alt_description: Some("Fichten in dichtem Nebel".to_owned()),
        tags: vec!["natur".to_owned(), "nebel".to_owned()],
    };
    let wordings = Some(Wordings::from([(Language::German, german)]));
    let edit = PhotoEdit { wordings, ..PhotoEdit::default() };
    server.library().edit_photo(&photo.id, &edit).await.unwrap();
    server.catch_up().await;
    photo
}

#[tokio::test]
async fn a_photo_is_told_in_the_language_that_is_asked_for() {
    let server = TestServer::demo().await;
    let photo = translated(&server).await;
    let path = format!("/photos/{}", photo.id);
    let german =
        server.call("GET", &path).header("accept-language", "de-CH, en;q=0.5").send().await;
    assert_eq!(german.header("content-language"), "de");
    assert!(german.header("vary").contains("Accept-Language"));
    let json = german.json();
    assert_eq!(json["title"], "Fichten im Nebel");
    assert_eq!(json["alt_description"], "Fichten in dichtem Nebel");
    assert_eq!(json["tags"][0]["title"], "natur");
    let slugs = &json["alternative_slugs"];
    assert_eq!(slugs["en"], photo.slug.as_str());
    assert_eq!(slugs["de"], format!("fichten-im-nebel-{}", photo.id));
    assert_eq!(json["slug"], photo.slug.as_str(), "the address stays");

    let again = server.call("GET", &path).header("accept-language", "de").send().await;
    assert_eq!(again.header("content-language"), "de", "from memory, too");
    assert_eq!(again.json()["title"], "Fichten im Nebel");

    let english = server.get(&format!("{path}?lang=en")).await;
    assert_eq!(english.header("content-language"), "en");
    assert_eq!(english.json()["title"], "Spruces in Fog");
    let french = server.get(&format!("{path}?lang=fr")).await;
    assert_eq!(french.header("content-language"), "en", "nobody has translated it");
    let by_german_slug = server.get(&format!("/photos/fichten-im-nebel-{}", photo.id)).await;
    assert_eq!(by_german_slug.json()["id"], photo.id.as_str());
}

#[tokio::test]
async fn german_words_find_what_english_ones_find() {
    let server = TestServer::demo().await;
    translated(&server).await;
    server.photo().titled("Something else").tagged("city").send().await;
    server.catch_up().await;
    let total = async |query: &str| {
        server.get(&format!("/search/photos?query={query}")).await.json()["total"].clone()
    };
    assert_eq!(total("nature").await, 1);
    for query in ["Natur&lang=de", "Nebel&lang=de", "Nebel", "nature&lang=de", "Fichte&lang=de"] {
        assert_eq!(total(query).await, 1, "{query}");
    }
    let asked = server.call("GET", "/search/photos?query=Fichten");
    let asked = asked.header("accept-language", "de").send().await;
    assert_eq!(asked.json()["results"][0]["title"], "Fichten im Nebel");
    assert_eq!(asked.header("content-language"), "de");
    let body = serde_json::json!({ "query": "Fichten", "lang": "de" });
    let posted = server.call("POST", "/search/photos").json(&body).send().await;
    assert_eq!(posted.json()["results"][0]["title"], "Fichten im Nebel");
}

#[tokio::test]
async fn an_error_is_told_in_the_language_that_is_asked_for() {
    let server = TestServer::demo().await;
    for (path, language, sentence) in [
        ("/photos/nothing0000?lang=de", "de", "Foto nicht gefunden"),
        ("/search/photos?lang=es", "es", "falta query"),
        ("/collections/999?lang=fr", "fr", "Collection introuvable"),
        ("/photos/nothing0000?lang=ja", "en", "Couldn't find Photo"),
    ] {
        let answer = server.get(path).await;
        assert_eq!(answer.json()["errors"][0], sentence, "{path}");
        assert_eq!(answer.header("content-language"), language, "{path}");
    }
}

#[tokio::test]
async fn a_page_is_in_the_language_that_is_asked_for_and_the_choice_is_remembered() {
    let server = TestServer::demo().await;
    let photo = translated(&server).await;
    let path = format!("/p/{}", photo.slug);
    let chosen = server.browse(&format!("{path}?lang=de")).await;
    assert_eq!(chosen.header("content-language"), "de");
    let html = chosen.text();
    assert!(html.contains("<html lang=\"de\""), "{html}");
    assert!(html.contains("Fichten im Nebel") && html.contains("Schlagwörter"));
    assert!(html.contains("lang=\"fr\" hreflang=\"fr\"") && html.contains("?lang=fr"));
    assert!(html.contains("rel=\"alternate\" hreflang=\"es\""));
    let cookie = chosen.header("set-cookie");
    assert!(cookie.starts_with("tintype_lang=de;") && cookie.contains("HttpOnly"), "{cookie}");

    let kept = cookie.split(';').next().unwrap().to_owned();
    let browser = |path: &str| {
        let call = server.call("GET", path).header("accept", "text/html");
        call.header("accept-language", "es")
    };
    let later = browser(&path).header("cookie", &kept).send().await;
    assert_eq!(later.header("content-language"), "de");
    assert!(later.header("vary").contains("Cookie"));
    let stranger = browser(&path).send().await;
    assert!(stranger.text().contains("<html lang=\"es\""));
    let missing = browser("/p/nothing").send().await;
    assert!(missing.text().contains("Esta página no existe"), "{}", missing.text());
}

#[tokio::test]
async fn a_program_is_not_told_in_the_language_of_a_cookie() {
    let server = TestServer::demo().await;
    let photo = translated(&server).await;
    let call = server.call("GET", &format!("/photos/{}", photo.id));
    let answer = call.header("cookie", "tintype_lang=de").send().await;
    assert_eq!(answer.header("content-language"), "en");
}
