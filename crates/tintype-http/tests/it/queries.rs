//! How often the database is asked for one request: never more for a longer page, and seldom.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tintype_domain::Visibility;
use tintype_library::NewTopic;
use tintype_store::watch::{Seen, Watcher, watched};
use tintype_testing::TestServer;

/// Enough of everything that a page of 30 is full, and that each thing has things of its own.
async fn library() -> (TestServer, String, String) {
    let server = TestServer::start().await;
    let (ana, bo) = (server.user("ana").await, server.user("bo").await);
    let library = server.library();
    let mut collections = Vec::new();
    for number in 0..32 {
        let owner = if number % 2 == 0 { &ana.user } else { &bo.user };
        let title = format!("Boats {number}");
        collections.push(library.create_collection(owner, &title, None, false).await.unwrap().id);
    }
    let mut topics = Vec::new();
    for position in 0..3 {
        let new = NewTopic {
            title: format!("Water {position}"),
            slug: None,
            description: None,
            owners: vec![ana.user.id.clone(), bo.user.id.clone()],
            visibility: Visibility::Visible,
            position,
        };
        topics.push(library.create_topic(new).await.unwrap().id);
    }
    let mut photo = None;
    for number in 0..32 {
        let owner = if number % 2 == 0 { &ana } else { &bo };
        let sent = server.photo().by(owner).tagged("boat").sized(30, 20).send().await;
        for collection in &collections[..4] {
            library.collect(collection, &sent.id).await.unwrap();
        }
        library.collect(&collections[number], &sent.id).await.unwrap();
        library.approve(&topics[number % 3], &sent.id).await.unwrap();
        library.like(&ana.user.id, &sent.id).await.unwrap();
        photo = Some(sent);
    }
    server.catch_up().await;
    let token = server.token(&ana, "public read_user read_collections").await;
    settle(&server).await;
    (server, token, photo.unwrap().id.to_string())
}

/// Waits until the last write was noticed by whoever looks for the writes of other programs, too:
/// keys and tokens are forgotten at each.
async fn settle(server: &TestServer) {
    let mut writes = server.library().store().writes();
    while tokio::time::timeout(Duration::from_millis(200), writes.changed()).await.is_ok() {}
}

/// How many statements a request runs, asked by someone who is known already: keys and tokens are
/// remembered until something is written. So are answers, but no two of these questions are alike.
async fn statements(server: &TestServer, token: Option<&str>, path: &str) -> usize {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let ask = || {
        let mark = if path.contains('?') { '&' } else { '?' };
        let path = format!("{path}{mark}unique={}", ASKED.fetch_add(1, Ordering::SeqCst));
        match token {
            Some(token) => server.call("GET", &path).token(token).send(),
            None => server.call("GET", &path).key(server.key()).send(),
        }
    };
    assert_eq!(ask().await.status(), 200, "{path}");
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let watcher: Watcher = Arc::new(move |seen| {
        if matches!(seen, Seen::Query { .. }) {
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    let answer = watched(watcher, ask()).await;
    assert_eq!(answer.status(), 200, "{path}");
    count.load(Ordering::SeqCst)
}

#[tokio::test]
async fn no_request_asks_more_for_a_longer_page_and_none_asks_often() {
    let (server, token, photo) = library().await;
    let lists = [
        "/photos?",
        "/photos?order_by=popular&",
        "/photos/search?query=boat&",
        "/photos/random?count=30&query=boat&",
        "/search/photos?query=boat&",
        "/search/photos?query=boat&topics=water-0,water-1&username=ana&",
        "/search/collections?query=boats&",
        "/search/users?query=ana&",
        "/collections?",
        "/collections/317099/photos?",
        "/topics?",
        "/topics/water-1/photos?",
        "/users/ana/photos?",
        "/users/ana/photos?stats=true&",
        "/users/ana/likes?",
        "/users/ana/collections?",
    ];
    for path in lists {
        for viewer in [None, Some(token.as_str())] {
            let of = async |size: &str| statements(&server, viewer, &format!("{path}{size}")).await;
            let (short, long) = (of("per_page=1").await, of("per_page=30").await);
            let later = of("per_page=2&page=3").await;
            let whose = if viewer.is_some() { "a person" } else { "a key" };
            assert!(short > 0, "{path}: nothing was counted");
            assert!(long <= short, "{path} by {whose}: {short} for one, {long} for thirty");
            assert!(short.max(later) <= 8, "{path} by {whose}: {short}, later {later}");
        }
    }
    let singles = ["/topics/water-0", "/users/ana", "/users/ana/statistics", "/stats/total"];
    let related = format!("/photos/{photo}/similar");
    for path in singles.into_iter().chain([related.as_str()]) {
        for viewer in [None, Some(token.as_str())] {
            let count = statements(&server, viewer, path).await;
            assert!((1..=8).contains(&count), "{path}: {count}");
        }
    }
    assert!(statements(&server, Some(&token), "/me").await <= 8);
}

#[tokio::test]
async fn a_search_a_list_and_a_photo_ask_four_times_at_most() {
    let (server, _, photo) = library().await;
    for path in [
        "/search/photos?query=boat&per_page=30".to_owned(),
        "/search/photos?query=boat&per_page=2&page=4&orientation=landscape".to_owned(),
        "/search/photos?query=boat&topics=water-0,water-1".to_owned(),
        "/photos?per_page=30".to_owned(),
        "/photos?per_page=2&page=9".to_owned(),
        format!("/photos/{photo}"),
    ] {
        let count = statements(&server, None, &path).await;
        assert!((1..=4).contains(&count), "{path}: {count}");
    }
}
