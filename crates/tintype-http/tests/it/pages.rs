//! The pages, as far as HTTP goes: status, policy, addresses, pictures.

use tintype_domain::Visibility;
use tintype_library::NewTopic;
use tintype_testing::{Answer, TestServer};

async fn library() -> TestServer {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let made =
        server.library().create_collection(&ana.user, "Winter days", None, false).await.unwrap();
    let new = NewTopic {
        title: "Nature".to_owned(),
        slug: None,
        description: None,
        owners: vec![ana.user.id.clone()],
        visibility: Visibility::Featured,
        position: 1,
    };
    let topic = server.library().create_topic(new).await.unwrap();
    let photo = server.photo().by(&ana).titled("Fox in snow").tagged("fox").tagged("snow");
    photo.in_collection(&made.id).in_topic(&topic.id).send().await;
    server.photo().by(&ana).titled("Fox at dusk").tagged("fox").send().await;
    server.run_jobs().await;
    server
}

#[track_caller]
fn check_page(answer: &Answer, status: u16) {
    assert_eq!(answer.status(), status, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    let policy = answer.header("content-security-policy");
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
    let html = answer.text();
    assert!(html.trim_start().to_ascii_lowercase().starts_with("<!doctype html>"));
    if html.contains("<style>") {
        assert!(policy.contains("'sha256-"), "the style element has its hash in {policy}");
    }
    assert!(!html.contains(" style=\"") && !html.contains("<script>"), "nothing inline");
}

#[tokio::test]
async fn every_page_is_whole_and_under_its_policy() {
    let server = library().await;
    let photo = server.get("/photos").await.json()[0].clone();
    let collection = server.get("/collections").await.json()[0].clone();
    let path = |value: &serde_json::Value| {
        value.as_str().unwrap().strip_prefix("http://localhost:8080").unwrap().to_owned()
    };
    let pages = [
        "/".to_owned(),
        "/s/photos/fox".to_owned(),
        "/s/photos/fox?orientation=landscape&color=red&order_by=latest".to_owned(),
        "/s/photos/xyzzyplugh".to_owned(),
        "/s/collections/winter".to_owned(),
        "/s/users/ana".to_owned(),
        "/s/photos?color=%2326408c".to_owned(),
        path(&photo["links"]["html"]),
        path(&photo["user"]["links"]["html"]),
        "/@ana/likes".to_owned(),
        "/@ana/collections".to_owned(),
        "/@ana/statistics".to_owned(),
        path(&collection["links"]["html"]),
        "/t/nature".to_owned(),
        "/login".to_owned(),
        "/learn".to_owned(),
        "/learn/request".to_owned(),
        "/learn/keys".to_owned(),
        "/placeholders".to_owned(),
        "/placeholders?width=300&height=200&terms=fox&seed=a".to_owned(),
    ];
    for page in &pages {
        check_page(&server.call("GET", page).send().await, 200);
    }
    for page in [
        "/p/nothing-AAAAAAAAAAA",
        "/@nobody",
        "/@ana/nonsense",
        "/c/nothing/x",
        "/t/nothing",
        "/s/nonsense/fox",
        "/learn/nonsense",
    ] {
        check_page(&server.call("GET", page).send().await, 404);
    }
}

#[tokio::test]
async fn pictures_and_links_of_pages_lead_somewhere() {
    let server = library().await;
    for page in ["/", "/s/photos/fox", "/@ana", "/t/nature"] {
        let html = server
            .call("GET", page)
            .send()
            .await
            .text()
            .replace("&amp;", "&")
            .replace("&#38;", "&");
        let links = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let images = html.split(" src=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let own = |address: &&str| {
            address.starts_with('/') || address.starts_with("http://localhost:8080/")
        };
        let mut seen = 0;
        for address in links.chain(images).filter(own) {
            let path = address.strip_prefix("http://localhost:8080").unwrap_or(address);
            let status = server
                .call("GET", path.split('#').next().unwrap())
                .header("sec-fetch-site", "same-origin")
                .send()
                .await
                .status();
            assert!((200..400).contains(&status), "{status} for {path} on {page}");
            seen += 1;
        }
        assert!(seen > 10, "{page} has {seen} addresses");
    }
}

#[tokio::test]
async fn a_grid_goes_on_and_keeps_its_filters() {
    let server = TestServer::start().await;
    for n in 0..32 {
        server.photo().titled(&format!("Fox {n}")).tagged("fox").sized(60, 40).send().await;
    }
    server.run_jobs().await;
    let page = server.call("GET", "/s/photos/fox?orientation=landscape").send().await.text();
    assert!(
        page.contains("/s/photos/fox?orientation=landscape&#38;page=2")
            || page.contains("/s/photos/fox?orientation=landscape&amp;page=2"),
        "{page}"
    );
    let second = server.call("GET", "/s/photos/fox?orientation=landscape&page=2").send().await;
    check_page(&second, 200);
    assert!(!second.text().contains("page=3\""));
}

#[tokio::test]
async fn the_search_form_leads_to_the_search() {
    let server = library().await;
    let answer =
        server.call("GET", "/s/photos?query=red+fox%2F&orientation=landscape").send().await;
    assert_eq!(
        (answer.status(), answer.header("location")),
        (303, "/s/photos/red%20fox%2F?orientation=landscape")
    );
    let empty = server.call("GET", "/s/photos?query=").send().await;
    assert_eq!((empty.status(), empty.header("location")), (303, "/"));
    let slashed = server.call("GET", "/s/photos/red%20fox%2F").send().await;
    check_page(&slashed, 200);
}

#[tokio::test]
async fn a_heart_is_there_for_those_who_can_press_it() {
    let server = library().await;
    let photo = server.get("/photos").await.json()[0].clone();
    let id = photo["id"].as_str().unwrap().to_owned();
    let action = format!("action=\"/like/{id}\"");
    assert!(!server.call("GET", "/").send().await.text().contains(&action));
    let form = "login=ana&password=correct+horse+battery";
    let call = server.call("POST", "/login").header("sec-fetch-site", "same-origin");
    let cookie = call.body("application/x-www-form-urlencoded", form).send().await.cookie();
    let home = async || server.call("GET", "/").session(&cookie).send().await.text();
    assert!(home().await.contains(&action));
    let press = async |liked: &str| {
        let call = server.call("POST", &format!("/like/{id}")).session(&cookie);
        let call = call.header("referer", "http://localhost:8080/s/photos/fox?page=1");
        let body = format!("liked={liked}");
        let answer = call.body("application/x-www-form-urlencoded", body).send().await;
        (answer.status(), answer.header("location").to_owned())
    };
    assert_eq!(press("true").await, (303, "/s/photos/fox?page=1".to_owned()));
    assert_eq!(server.get(&format!("/photos/{id}")).await.json()["likes"], 1);
    assert!(home().await.contains("aria-pressed=\"true\""));
    press("false").await;
    assert_eq!(server.get(&format!("/photos/{id}")).await.json()["likes"], 0);
    let foreign = server.call("POST", &format!("/like/{id}")).header("cookie", &cookie);
    assert_eq!(foreign.send().await.status(), 403);
}

#[tokio::test]
async fn a_photo_leads_to_its_neighbors() {
    let server = library().await;
    let photos = server.get("/photos").await.json();
    let slug = |at: usize| photos[at]["slug"].as_str().unwrap().to_owned();
    let page = server.call("GET", &format!("/p/{}", slug(0))).send().await.text();
    let next = format!("rel=\"next\" href=\"/p/{}\"", slug(1));
    assert!(page.contains(&next) && page.contains("rel=\"prev\" hidden"), "{page}");
}

#[tokio::test]
async fn an_older_address_of_a_photo_leads_to_its_page() {
    let server = library().await;
    let photo = server.photo().titled("Old words").send().await;
    let answer = server.call("GET", &format!("/p/{}", photo.id)).send().await;
    assert_eq!(
        (answer.status(), answer.header("location")),
        (308, format!("/p/{}", photo.slug).as_str())
    );
    let upper = server.call("GET", "/@ANA").send().await;
    assert_eq!((upper.status(), upper.header("location")), (308, "/@ana"));
}

#[tokio::test]
async fn around_the_pages_there_is_what_programs_need() {
    let server = library().await;
    let get = async |path: &str| server.call("GET", path).send().await;
    let words = get("/suggest?q=fo").await;
    assert!(words.json().as_array().unwrap().iter().any(|word| word == "fox"), "{}", words.text());
    assert!(get("/robots.txt").await.text().contains("Sitemap: http://localhost:8080/sitemap.xml"));
    let index = get("/sitemap.xml").await.text();
    let part = index.split("<loc>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let part = get(part.strip_prefix("http://localhost:8080").unwrap()).await;
    assert!(
        part.text().contains("<image:loc>http://localhost:8080/images/photo-"),
        "{}",
        part.text()
    );
    for feed in ["/feed.atom", "/s/photos/fox/feed.atom", "/@ana/feed.atom", "/t/nature/feed.atom"]
    {
        let answer = get(feed).await;
        assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8", "{feed}");
        assert!(answer.text().contains("<title>Fox in snow</title>"), "{feed}");
    }
    let photo = server.get("/photos").await.json()[0].clone();
    let url = photo["links"]["html"].as_str().unwrap();
    let embed = get(&format!("/oembed?url={url}&maxwidth=300")).await.json();
    assert_eq!(
        (embed["type"].as_str(), embed["width"].as_u64(), embed["height"].as_u64()),
        (Some("photo"), Some(300), Some(200))
    );
    assert_eq!(get("/oembed?url=http://localhost:8080/x").await.status(), 404);
}

#[tokio::test]
async fn styles_and_scripts_may_be_kept_for_ever() {
    let server = library().await;
    let address = tintype_pages::asset_url("style.css");
    let answer = server.call("GET", &address).send().await;
    assert_eq!((answer.status(), answer.header("content-type")), (200, "text/css; charset=utf-8"));
    assert!(answer.header("cache-control").contains("immutable"));
    assert_eq!(server.call("GET", "/assets/nothing.css").send().await.status(), 404);
}
