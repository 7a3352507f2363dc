//! The conventions of the wire contract (section 2), one by one, over every route they hold for.

use serde_json::json;
use tintype_testing::{Answer, TestServer};

/// A library with one of everything, and a token that may do all.
struct Setting {
    server: TestServer,
    token: String,
    photo: String,
    collection: String,
}

impl Setting {
    async fn new() -> Self {
        let server = TestServer::start().await;
        let ana = server.user("ana").await;
        let scopes = "public read_user write_user write_photos write_likes read_collections \
                      write_collections";
        let token = server.token(&ana, scopes).await;
        let library = server.library();
        let made = library.create_collection(&ana.user, "Boats", None, false).await.unwrap();
        let photo = server.photo().by(&ana).tagged("boat").in_collection(&made.id).send().await;
        let topic = tintype_library::NewTopic {
            title: "Water".to_owned(),
            slug: None,
            description: None,
            owners: vec![ana.user.id.clone()],
            visibility: tintype_domain::Visibility::Visible,
            position: 1,
        };
        let topic = library.create_topic(topic).await.unwrap();
        library.approve(&topic.id, &photo.id).await.unwrap();
        library.like(&ana.user.id, &photo.id).await.unwrap();
        server.catch_up().await;
        Self { token, photo: photo.id.to_string(), collection: made.id.to_string(), server }
    }

    /// Every list of the contract.
    fn lists(&self) -> Vec<String> {
        let collection = &self.collection;
        [
            "/photos",
            "/photos/curated",
            "/photos/search?query=boat",
            "/search/photos?query=boat",
            "/search/collections?query=boats",
            "/search/users?query=ana",
            "/collections",
            "/collections/featured",
            "/collections/curated",
            &format!("/collections/{collection}/photos"),
            "/collections/317099/photos",
            "/topics",
            "/topics/water/photos",
            "/users/ana/photos",
            "/users/ana/photos?stats=true",
            "/users/ana/likes",
            "/users/ana/collections",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    /// Every other read of the contract.
    fn singles(&self) -> Vec<String> {
        let (photo, collection) = (&self.photo, &self.collection);
        vec![
            format!("/photos/{photo}"),
            format!("/photos/{photo}/statistics"),
            format!("/photos/{photo}/stats"),
            format!("/photos/{photo}/similar"),
            "/photos/random".to_owned(),
            "/photos/random?count=1".to_owned(),
            format!("/collections/{collection}"),
            format!("/collections/{collection}/related"),
            "/topics/water".to_owned(),
            "/users/ana".to_owned(),
            "/users/ana/statistics".to_owned(),
            "/stats/total".to_owned(),
            "/stats/month".to_owned(),
        ]
    }

    async fn get(&self, path: &str) -> Answer {
        self.server.get(path).await
    }

    /// One answer of each kind that is no success.
    async fn refusals(&self) -> Vec<(u16, Answer)> {
        let call = |method: &str, path: &str| self.server.call(method, path);
        let token = &self.token;
        let narrow = self.server.token(&self.server.user("bo").await, "public").await;
        let like = format!("/photos/{}/like", self.photo);
        let form = "application/x-www-form-urlencoded";
        let long = format!("title={}", "x".repeat(1_100_000));
        vec![
            (400, self.get("/search/photos").await),
            (401, call("GET", "/photos").send().await),
            (401, call("GET", "/me").key(self.server.key()).send().await),
            (403, call("POST", &like).token(&narrow).send().await),
            (404, self.get("/photos/AAAAAAAAAAA").await),
            (404, self.get("/photos/random?query=nothingness").await),
            (404, self.get("/nonsense").await),
            (405, call("PATCH", "/photos").key(self.server.key()).send().await),
            (413, call("POST", "/collections").token(token).body(form, long).send().await),
            (415, call("POST", "/collections").token(token).body("image/png", "x").send().await),
            (422, call("POST", "/collections").token(token).send().await),
        ]
    }
}

fn with_query(path: &str, query: &str) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}{query}")
}

#[tokio::test]
async fn slashes_are_forgiven_on_every_route_without_a_redirect() {
    let setting = Setting::new().await;
    for path in setting.lists().into_iter().chain(setting.singles()) {
        let (bare, query) = path.split_once('?').unwrap_or((&path, ""));
        for bent in [format!("{bare}/"), format!("/{bare}"), bare.replacen('/', "//", 2) + "//"] {
            let answer = setting.get(&format!("{bent}?{query}")).await;
            assert_eq!(answer.status(), 200, "{bent}?{query}: {}", answer.text());
            assert_eq!(answer.header("content-type"), "application/json", "{bent}");
        }
    }
    let like = format!("//photos//{}/like/", setting.photo);
    let answer = setting.server.call("POST", &like).token(&setting.token).send().await;
    assert_eq!(answer.status(), 201, "{}", answer.text());
    assert_eq!(setting.server.call("GET", "/").send().await.status(), 200, "a client asks for it");
}

#[tokio::test]
async fn every_list_says_how_long_it_and_its_page_are() {
    let setting = Setting::new().await;
    for path in setting.lists() {
        for (size, effective) in
            [("", "10"), ("per_page=7", "7"), ("per_page=42", "30"), ("per_page=0", "10")]
        {
            let answer = setting.get(&with_query(&path, size)).await;
            assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
            assert_eq!(answer.header("x-total"), "1", "{path}");
            assert_eq!(answer.header("x-per-page"), effective, "{path} {size}");
            assert_eq!(answer.header("link"), "", "{path}: one page needs no links");
        }
        let past = setting.get(&with_query(&path, "page=7&per_page=3")).await;
        assert_eq!((past.status(), past.header("x-total")), (200, "1"), "{path}");
        let json = past.json();
        let items = json.as_array().or(json["results"].as_array()).unwrap();
        assert!(items.is_empty(), "{path}");
        assert!(past.header("link").contains("rel=\"prev\""), "{path}: {}", past.header("link"));
    }
    for path in setting.singles() {
        let answer = setting.get(&path).await;
        assert_eq!((answer.header("x-total"), answer.header("link")), ("", ""), "{path}");
    }
}

#[tokio::test]
async fn links_can_be_read_by_those_who_split_strings() {
    let setting = Setting::new().await;
    for path in setting.lists() {
        let query = "page=3&per_page=1&color=red,blue&z=a;b&client_id=K&utm_source=x";
        let answer = setting.server.call("GET", &with_query(&path, query));
        let answer = answer.key(setting.server.key()).send().await;
        let link = answer.header("link").to_owned();
        for part in link.split(", ") {
            // Four clients split at commas, one at semicolons into exactly two parts.
            let (address, rel) = part.split_once("; ").unwrap();
            assert!(!address.contains([',', ';']) && !rel.contains([',', ';']), "{part}");
            assert!(
                address.starts_with("<http://localhost:8080/") && address.ends_with('>'),
                "{part}"
            );
            assert!(rel.starts_with("rel=\"") && rel.ends_with('"'), "{part}");
            // The first `page=` must not be that of `per_page=`.
            let (first, size) =
                (address.find("page=").unwrap(), address.find("per_page=").unwrap());
            assert!(first < size, "{part}");
            assert!(!address.contains("client_id") && !address.contains("utm_"), "{part}");
            assert!(address.contains("color=red%2Cblue"), "{part}: filters are kept");
        }
        assert!(link.contains("rel=\"first\"") && link.contains("rel=\"prev\""), "{path}: {link}");
    }
}

#[tokio::test]
async fn every_refusal_is_json_of_one_shape_that_any_page_may_read() {
    let setting = Setting::new().await;
    for (status, answer) in setting.refusals().await {
        assert_eq!(answer.status(), status, "{}", answer.text());
        assert_eq!(answer.header("content-type"), "application/json", "{status}");
        let json = answer.json();
        let errors = json["errors"].as_array().unwrap();
        assert!(!errors.is_empty() && errors.iter().all(serde_json::Value::is_string), "{status}");
        assert_eq!(json.as_object().unwrap().len(), 1, "{status}: nothing beside `errors`");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{status}");
        assert!(answer.header("access-control-expose-headers").contains("X-Total"), "{status}");
        assert!(answer.header("cache-control").contains("no-cache"), "{status}");
        assert_eq!(answer.header("etag"), "", "{status}");
        for name in
            ["x-ratelimit-limit", "x-ratelimit-remaining", "x-request-id", "content-language"]
        {
            assert!(!answer.header(name).is_empty(), "{name} of {status}");
        }
    }
}

#[tokio::test]
async fn every_success_has_the_headers_too() {
    let setting = Setting::new().await;
    let mut answers = Vec::new();
    for path in setting.lists().into_iter().chain(setting.singles()) {
        answers.push(setting.get(&path).await);
    }
    let call = |method: &str, path: &str| setting.server.call(method, path).token(&setting.token);
    let like = format!("/photos/{}/like", setting.photo);
    answers.push(call("POST", &like).send().await);
    answers.push(call("GET", "/me").send().await);
    answers.push(call("DELETE", &format!("/collections/{}", setting.collection)).send().await);
    assert_eq!(answers.last().unwrap().status(), 204);
    let mut ids = std::collections::HashSet::new();
    for answer in &answers {
        assert!(answer.status() < 300, "{}", answer.text());
        for name in ["x-ratelimit-limit", "x-ratelimit-remaining", "content-language", "vary"] {
            assert!(!answer.header(name).is_empty(), "{name}");
        }
        assert_eq!(answer.header("x-unsplash-version"), "v1");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert!(ids.insert(answer.header("x-request-id").to_owned()), "a request id came twice");
        let plain = if answer.status() == 204 { "" } else { "application/json" };
        assert_eq!(answer.header("content-type"), plain);
    }
}

#[tokio::test]
async fn what_may_be_kept_says_so_and_the_rest_too() {
    let setting = Setting::new().await;
    for path in setting.lists().into_iter().chain(setting.singles()) {
        let answer = setting.get(&path).await;
        let is_random = path.contains("random");
        let kept = answer.header("cache-control").contains("max-age=60");
        assert_eq!(kept, !is_random, "{path}: {}", answer.header("cache-control"));
        assert_eq!(answer.header("etag").starts_with("W/\""), !is_random, "{path}");
        let own = setting.server.call("GET", &path).token(&setting.token).send().await;
        assert!(own.header("cache-control").starts_with("private"), "{path}");
        let mine = own.header("etag");
        // The library's figures hold the number of calls, so each call makes them new.
        if !is_random && !path.starts_with("/stats/") {
            let again = setting.server.call("GET", &path).token(&setting.token);
            let again = again.header("if-none-match", mine).send().await;
            assert_eq!((again.status(), again.bytes().len()), (304, 0), "{path}");
            assert_eq!(again.header("content-type"), "", "{path}");
        }
    }
    let like = format!("/photos/{}/like", setting.photo);
    for method in ["POST", "DELETE"] {
        let answer = setting.server.call(method, &like).token(&setting.token);
        let answer = answer.header("if-none-match", "*").send().await;
        assert!(answer.status() < 300 && answer.header("cache-control").contains("no-store"));
    }
}

#[tokio::test]
async fn any_version_is_the_one_there_is() {
    let setting = Setting::new().await;
    for version in ["v1", "v2", "", "nonsense"] {
        let call = setting.server.call("GET", "/photos").key(setting.server.key());
        let answer = call.header("accept-version", version).send().await;
        assert_eq!(
            (answer.status(), answer.header("x-unsplash-version")),
            (200, "v1"),
            "{version}"
        );
    }
}

#[tokio::test]
async fn a_preflight_of_a_write_passes() {
    let setting = Setting::new().await;
    let path = format!("/collections/{}/remove/", setting.collection);
    for method in ["POST", "PUT", "DELETE"] {
        let call = setting.server.call("OPTIONS", &path);
        let call = call.header("access-control-request-method", method);
        let call = call.header("access-control-request-headers", "authorization, content-type");
        let answer = call.header("origin", "https://app.example").send().await;
        assert_eq!((answer.status(), answer.header("location")), (204, ""));
        let allowed = answer.header("access-control-allow-methods");
        assert!(allowed.split(',').any(|one| one == method), "{allowed}");
        let headers = answer.header("access-control-allow-headers").to_ascii_lowercase();
        assert!(headers.contains("authorization") && headers.contains("content-type"));
        assert_eq!(answer.header("access-control-allow-credentials"), "", "cookies stay at home");
    }
}

#[tokio::test]
async fn nonsense_in_a_query_is_as_good_as_nothing() {
    let setting = Setting::new().await;
    let noise = "page=x&per_page=-3&order_by=nonsense&orientation=round&color=&content_filter=maybe\
                 &lang=xx-YY&stats=perhaps&resolution=years&quantity=none&plus=none&unknown=1&cb=2&%ff=%fe";
    for path in setting.lists() {
        let answer = setting.get(&with_query(&path, noise)).await;
        assert_eq!(
            (answer.status(), answer.header("x-total")),
            (200, "1"),
            "{path}: {}",
            answer.text()
        );
    }
    let count = setting.get("/photos/random?count=99").await;
    assert_eq!(count.json().as_array().unwrap().len(), 1, "fewer than asked for, none twice");
    let days = setting.get("/users/ana/statistics?quantity=99").await.json();
    assert_eq!(days["views"]["historical"]["quantity"], json!(30));
}
