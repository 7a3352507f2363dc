//! What is fetched, and what is not.

use tintype_fetch::FetchError;

use crate::elsewhere::{Elsewhere, file, redirect};

const PUBLIC: &str = "93.184.216.34";

async fn one(path: &'static str, answer: Vec<u8>) -> Result<Vec<u8>, FetchError> {
    let server = Elsewhere::answering(&[(path, answer)]).await;
    let fetcher = server.named("images.example.org", &[PUBLIC]).fetcher();
    let address = format!("https://images.example.org{path}");
    fetcher.fetch(&address).await.map(|bytes| bytes.to_vec())
}

#[tokio::test]
async fn a_file_comes_whole_from_the_address_that_was_judged() {
    let server = Elsewhere::answering(&[("/a.jpg?w=1", file(b"picture"))]).await;
    let connected = server.connected.clone();
    let fetcher = server.named("images.example.org", &["10.0.0.1", PUBLIC]).fetcher();
    let bytes = fetcher.fetch("https://images.example.org/a.jpg?w=1").await.unwrap();
    assert_eq!(&bytes[..], b"picture");
    let expected = (format!("{PUBLIC}:443").parse().unwrap(), "images.example.org".to_owned());
    assert_eq!(*connected.lock().unwrap(), [expected]);
}

#[tokio::test]
async fn a_name_that_leads_inside_is_not_even_connected_to() {
    for inside in ["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1"]
    {
        let server = Elsewhere::answering(&[("/a.jpg", file(b"secret"))]).await;
        let connected = server.connected.clone();
        let fetcher = server.named("images.example.org", &[inside]).fetcher();
        let outcome = fetcher.fetch("https://images.example.org/a.jpg").await;
        assert!(matches!(outcome, Err(FetchError::NotPublic)), "{inside}: {outcome:?}");
        assert!(connected.lock().unwrap().is_empty(), "{inside}");
    }
}

#[tokio::test]
async fn a_redirect_is_followed_to_named_hosts_only() {
    let answers = [
        ("/a", redirect("/b")),
        ("/b", redirect("https://other.example.org/c")),
        ("/c", file(b"there")),
        ("/out", redirect("https://evil.example/")),
        ("/plain", redirect("http://images.example.org/c")),
        ("/inside", redirect("https://inner.example.org/c")),
    ];
    let server = Elsewhere::answering(&answers).await;
    let fetcher = server
        .named("images.example.org", &[PUBLIC])
        .named("other.example.org", &["2a04:4e42::720"])
        .named("inner.example.org", &["192.168.0.1"])
        .fetcher();
    let fetch =
        async |path: &str| fetcher.fetch(&format!("https://images.example.org{path}")).await;
    assert_eq!(&fetch("/a").await.unwrap()[..], b"there");
    assert!(matches!(fetch("/out").await, Err(FetchError::NotAllowed(_))));
    assert!(matches!(fetch("/plain").await, Err(FetchError::NotAllowed(_))));
    assert!(matches!(fetch("/inside").await, Err(FetchError::NotPublic)));
}

#[tokio::test]
async fn a_circle_of_redirects_ends() {
    let outcome = one("/a", redirect("/a")).await;
    assert!(matches!(outcome, Err(FetchError::RedirectedTooOften)), "{outcome:?}");
}

#[tokio::test]
async fn too_much_is_refused_whether_it_is_told_or_not() {
    let told = one("/a", file(&[7; 1_001])).await;
    assert!(matches!(told, Err(FetchError::TooLarge { most: 1_000 })), "{told:?}");
    let untold = [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".as_slice(), &[7; 1_001]].concat();
    let untold = one("/a", untold).await;
    assert!(matches!(untold, Err(FetchError::TooLarge { most: 1_000 })), "{untold:?}");
    assert_eq!(one("/a", file(&[7; 1_000])).await.unwrap().len(), 1_000);
}

#[tokio::test]
async fn an_answer_that_is_no_file_is_none() {
    let missing = one("/a", b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec()).await;
    assert!(matches!(missing, Err(FetchError::Status(404))), "{missing:?}");
    let half = one("/a", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".to_vec()).await;
    assert!(matches!(half, Err(FetchError::Broken(_))), "{half:?}");
    let noise = one("/a", b"not HTTP at all\r\n\r\n".to_vec()).await;
    assert!(matches!(noise, Err(FetchError::Broken(_))), "{noise:?}");
}

#[tokio::test]
async fn a_server_that_says_nothing_is_waited_for_only_so_long() {
    let server = Elsewhere::answering(&[]).await;
    let fetcher = server.named("images.example.org", &[PUBLIC]).fetcher();
    let outcome = fetcher.fetch("https://images.example.org/a").await;
    assert!(matches!(outcome, Err(FetchError::Slow)), "{outcome:?}");
}
