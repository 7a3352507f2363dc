//! Lists: pages, headers, orders.

use tintype_testing::TestServer;

use crate::shapes::check_photo;

async fn with_photos(count: u32) -> TestServer {
    let server = TestServer::start().await;
    for n in 0..count {
        server.photo().titled(&format!("Photo {n}")).sized(60, 40).send().await;
    }
    server
}

#[tokio::test]
async fn a_list_says_where_one_is_in_it() {
    let server = with_photos(7).await;
    let answer =
        server.get("/photos?per_page=2&page=2&color=red,blue&client_id=x&utm_source=y").await;
    assert_eq!((answer.header("x-total"), answer.header("x-per-page")), ("7", "2"));
    let at = |page: u32, rel: &str| {
        format!(
            "<http://localhost:8080/photos?color=red%2Cblue&page={page}&per_page=2>; rel=\"{rel}\""
        )
    };
    let expected = [at(1, "first"), at(1, "prev"), at(4, "last"), at(3, "next")].join(", ");
    assert_eq!(answer.header("link"), expected);
    let json = answer.json();
    assert_eq!(json.as_array().unwrap().len(), 2);
    json.as_array().unwrap().iter().for_each(check_photo);
    assert!(json[0].get("tags").is_none(), "plain lists carry no tags");
}

#[tokio::test]
async fn the_edges_of_a_list_are_calm() {
    let server = with_photos(3).await;
    for (query, total, size, count, link) in [
        ("", "3", "10", 3, false),
        ("?per_page=40", "3", "30", 3, false),
        ("?per_page=0&page=0", "3", "10", 3, false),
        ("?per_page=-1&page=x", "3", "10", 3, false),
        ("?page=99", "3", "10", 0, true),
        ("?page=4294967295&per_page=30", "3", "30", 0, true),
        ("?per_page=2", "3", "2", 2, true),
    ] {
        let answer = server.get(&format!("/photos{query}")).await;
        assert_eq!(answer.status(), 200, "{query}");
        assert_eq!(
            (answer.header("x-total"), answer.header("x-per-page")),
            (total, size),
            "{query}"
        );
        assert_eq!(answer.json().as_array().unwrap().len(), count, "{query}");
        assert_eq!(!answer.header("link").is_empty(), link, "{query}: {}", answer.header("link"));
    }
}

#[tokio::test]
async fn an_empty_library_lists_nothing() {
    let server = TestServer::start().await;
    for path in
        ["/photos", "/collections", "/topics", "/photos/curated", "/collections/317099/photos"]
    {
        let answer = server.get(path).await;
        assert_eq!((answer.status(), answer.header("x-total")), (200, "0"), "{path}");
        assert_eq!(answer.text(), "[]");
    }
}

#[tokio::test]
async fn slashes_are_forgiven_without_a_redirect() {
    let server = with_photos(1).await;
    for path in ["/photos/", "//photos", "/photos//", "/photos/?per_page=1"] {
        let answer = server.get(path).await;
        assert_eq!((answer.status(), answer.header("x-total")), (200, "1"), "{path}");
    }
}

#[tokio::test]
async fn the_order_can_be_chosen() {
    let server = with_photos(3).await;
    let titles = |json: serde_json::Value| -> Vec<String> {
        let photos = json.as_array().unwrap().clone();
        photos.iter().map(|photo| photo["title"].as_str().unwrap().to_owned()).collect()
    };
    let latest = titles(server.get("/photos").await.json());
    let mut oldest = titles(server.get("/photos?order_by=oldest").await.json());
    oldest.reverse();
    assert_eq!(latest, oldest);
    assert_eq!(latest[0], "Photo 2");
    let unknown = titles(server.get("/photos?order_by=nonsense").await.json());
    assert_eq!(unknown, latest);
}
