//! `/images/…` and downloads.

use tintype_testing::{TestServer, jpeg};

#[tokio::test]
async fn an_original_is_the_upload_byte_for_byte() {
    let server = TestServer::start().await;
    let photo = server.photo().seeded(3).send().await;
    let answer = server.call("GET", &format!("/images/{}", photo.image_key)).send().await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.bytes(), &jpeg(3, 600, 400));
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert_eq!(answer.header("accept-ranges"), "bytes");
    assert_eq!(answer.header("timing-allow-origin"), "*");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(answer.header("content-security-policy").contains("sandbox"));
    assert!(answer.header("cache-control").starts_with("public, max-age="));
    assert!(answer.header("etag").starts_with('"'));
    assert!(answer.header("last-modified").ends_with("GMT"));
}

#[tokio::test]
async fn parts_of_an_original_can_be_had() {
    let server = TestServer::start().await;
    let photo = server.photo().seeded(3).send().await;
    let (path, whole) = (format!("/images/{}", photo.image_key), jpeg(3, 600, 400));
    let part = server.call("GET", &path).header("range", "bytes=10-19").send().await;
    assert_eq!((part.status(), part.bytes().as_ref()), (206, &whole[10..20]));
    assert_eq!(part.header("content-range"), format!("bytes 10-19/{}", whole.len()));
    let end = server.call("GET", &path).header("range", "bytes=-5").send().await;
    assert_eq!(end.bytes().as_ref(), &whole[whole.len() - 5..]);
    let beyond = server.call("GET", &path).header("range", "bytes=99999999-").send().await;
    assert_eq!(
        (beyond.status(), beyond.header("content-range")),
        (416, format!("bytes */{}", whole.len()).as_str())
    );
    let stale =
        server.call("GET", &path).header("range", "bytes=0-1").header("if-range", "\"old\"");
    assert_eq!(stale.send().await.status(), 200);
    let fresh = server
        .call("GET", &path)
        .header("range", "bytes=0-1")
        .header("if-range", part.header("etag"));
    assert_eq!(fresh.send().await.status(), 206);
}

#[tokio::test]
async fn a_picture_that_is_known_is_not_sent_again() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    for query in ["", "?w=100", "?w=100&auto=format"] {
        let path = format!("/images/{}{query}", photo.image_key);
        let first = server.call("GET", &path).send().await;
        assert_eq!(first.status(), 200, "{query} {}", first.text());
        let tag = first.header("etag").to_owned();
        let again = server.call("GET", &path).header("if-none-match", &tag).send().await;
        assert_eq!((again.status(), again.bytes().len()), (304, 0), "{query}");
        let date = first.header("last-modified").to_owned();
        let by_date = server.call("GET", &path).header("if-modified-since", &date).send().await;
        assert_eq!(by_date.status(), 304);
    }
}

#[tokio::test]
async fn size_and_form_are_as_asked_for() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    for (query, media_type) in [
        ("w=100", "image/jpeg"),
        ("w=100&fm=png", "image/png"),
        ("w=100&fm=webp", "image/webp"),
        ("w=100&h=50&fit=crop&crop=entropy", "image/jpeg"),
        ("w=99999&fm=jp2", "image/jpeg"),
        ("w=abc&h=-1&q=1000&dpr=NaN&fit=sideways", "image/jpeg"),
        ("fm=json", "application/json"),
    ] {
        let answer =
            server.call("GET", &format!("/images/{}?{query}", photo.image_key)).send().await;
        assert_eq!(answer.status(), 200, "{query}: {}", answer.text());
        assert!(
            answer.header("content-type").starts_with(media_type),
            "{query}: {}",
            answer.header("content-type")
        );
    }
}

#[tokio::test]
async fn the_browsers_likes_are_followed_when_asked_to() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    let path = format!("/images/{}?w=100&auto=format", photo.image_key);
    let modern = server.call("GET", &path).header("accept", "image/webp,*/*").send().await;
    assert_eq!((modern.header("content-type"), modern.header("vary")), ("image/webp", "Accept"));
    let plain = server.call("GET", &path).header("accept", "*/*").send().await;
    assert_eq!((plain.header("content-type"), plain.header("vary")), ("image/jpeg", "Accept"));
    assert_ne!(plain.header("etag"), modern.header("etag"));
    let fixed = server.call("GET", &format!("/images/{}?w=100", photo.image_key)).send().await;
    assert_eq!(fixed.header("vary"), "");
}

#[tokio::test]
async fn one_meaning_has_one_tag() {
    let server = TestServer::start().await;
    let photo = server.photo().send().await;
    let tag = async |query: &str| {
        let path = format!("/images/{}?{query}", photo.image_key);
        server.call("GET", &path).send().await.header("etag").to_owned()
    };
    let one = tag("w=100&fm=jpg").await;
    for same in ["fm=jpg&w=100", "w=100&fm=jpg&ixid=zzz&utm_source=a", "w=100&fm=jpg&junk=1"] {
        assert_eq!(tag(same).await, one, "{same}");
    }
    assert_ne!(tag("w=101&fm=jpg").await, one);
}

#[tokio::test]
async fn what_is_no_picture_is_not_found() {
    let server = TestServer::start().await;
    for path in [
        "/images/photo-1700000000000-0123456789ab",
        "/images/x",
        "/images/..%2f..%2fetc%2fpasswd",
        "/images/small/x",
    ] {
        let answer = server.call("GET", path).send().await;
        assert_eq!(answer.status(), 404, "{path}");
        assert!(!answer.header("cache-control").contains("public"));
    }
}

#[tokio::test]
async fn a_download_needs_no_key_and_ignores_junk() {
    let server = TestServer::start().await;
    let photo = server.photo().titled("Red boat").seeded(3).send().await;
    let path = format!("/web/photos/{}/download", photo.id);
    let plain = server.call("GET", &format!("{path}?ixid=abc")).send().await;
    assert_eq!(plain.bytes(), &jpeg(3, 600, 400));
    assert_eq!(plain.header("content-disposition"), "");
    let mangled =
        server.call("GET", &format!("{path}?ixid=abc/?utm_source=x&force=true")).send().await;
    let disposition = mangled.header("content-disposition").to_owned();
    assert!(
        disposition.starts_with(&format!("attachment; filename=\"{}.jpg\"", photo.slug)),
        "{disposition}"
    );
    let small = server.call("GET", &format!("{path}?w=100")).send().await;
    assert!(small.bytes().len() < plain.bytes().len());
    let named = format!("/images/{}?w=50&dl=my%20photo%0d%0a.jpg", photo.image_key);
    let named = server.call("GET", &named).send().await;
    assert!(
        named.header("content-disposition").starts_with("attachment; filename=\"my photo__.jpg\""),
        "{}",
        named.header("content-disposition")
    );
}
