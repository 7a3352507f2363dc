//! The accept loop, on a real socket.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tintype_http::{ServerLimits, serve};
use tintype_testing::TestServer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<usize>,
}

async fn run(server: &TestServer, limits: ServerLimits) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let stopped = async move { drop(stopped.await) };
    let serving = tokio::spawn(serve(listener, server.router(), limits, stopped));
    Running { address, stop, serving }
}

async fn exchange(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn patient_for(milliseconds: u64) -> ServerLimits {
    let patience = Duration::from_millis(milliseconds);
    ServerLimits { header_patience: patience, stop_patience: patience, ..ServerLimits::default() }
}

#[tokio::test]
async fn header_names_are_written_as_old_clients_read_them() {
    let server = TestServer::start().await;
    server.photo().send().await;
    let running = run(&server, ServerLimits::default()).await;
    let key = server.key();
    let request = format!(
        "GET /photos?per_page=1 HTTP/1.1\r\nHost: {}\r\nAuthorization: Client-ID {key}\r\nConnection: close\r\n\r\n",
        running.address
    );
    let answer = exchange(running.address, &request).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    for name in [
        "X-Total: 1",
        "X-Per-Page: 1",
        "X-Ratelimit-Limit: ",
        "X-Ratelimit-Remaining: ",
        "Content-Type: application/json\r\n",
    ] {
        assert!(answer.contains(name), "{name} in {answer}");
    }
    assert!(
        answer.contains(&format!("http://{}/images/", running.address)),
        "addresses follow the host"
    );
}

#[tokio::test]
async fn silent_and_dawdling_clients_are_let_go() {
    let server = TestServer::start().await;
    let running = run(&server, patient_for(300)).await;
    for beginning in ["", "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let since = Instant::now();
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let mut rest = Vec::new();
        let closed =
            tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await;
        assert!(closed.is_ok(), "{beginning:?} was kept open");
        assert!(since.elapsed() >= Duration::from_millis(200), "{beginning:?} was not given time");
    }
}

#[tokio::test]
async fn a_stop_lets_requests_finish_and_new_ones_stay_out() {
    let server = TestServer::start().await;
    let running = run(&server, ServerLimits::default()).await;
    let mut slow = TcpStream::connect(running.address).await.unwrap();
    // A request whose body is still coming when the stop comes.
    let head = format!(
        "POST /search/photos HTTP/1.1\r\nHost: {}\r\nAuthorization: Client-ID {}\r\n\
         Content-Type: application/json\r\nContent-Length: 15\r\n\r\n{{\"query\"",
        running.address,
        server.key()
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    running.stop.send(()).unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(TcpStream::connect(running.address).await.is_err(), "nobody new comes in");
    slow.write_all(b":\"fox\"}").await.unwrap();
    let mut answer = Vec::new();
    slow.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert_eq!(running.serving.await.unwrap(), 0);
}

#[tokio::test]
async fn a_hung_client_does_not_keep_the_server_from_stopping() {
    let server = TestServer::start().await;
    let limits =
        ServerLimits { stop_patience: Duration::from_millis(300), ..ServerLimits::default() };
    let running = run(&server, limits).await;
    let mut hung = TcpStream::connect(running.address).await.unwrap();
    let head = format!(
        "POST /search/photos HTTP/1.1\r\nHost: x\r\nAuthorization: Client-ID {}\r\nContent-Length: 99\r\nContent-Type: application/json\r\n\r\n",
        server.key()
    );
    hung.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let since = Instant::now();
    running.stop.send(()).unwrap();
    assert_eq!(running.serving.await.unwrap(), 1);
    assert!(since.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn connections_over_the_cap_wait_their_turn() {
    let server = TestServer::start().await;
    let limits = ServerLimits { connections: 1, ..patient_for(400) };
    let running = run(&server, limits).await;
    let _silent = TcpStream::connect(running.address).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    let since = Instant::now();
    let request = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let answer = exchange(running.address, request).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(since.elapsed() >= Duration::from_millis(200), "the first one had the only place");
}
