//! A server on this machine that pretends to be others, and the network that leads to it.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use tintype_fetch::{Connection, Fetcher, Network, Rules};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Answers by path; every connection goes to it, whatever the address.
pub struct Elsewhere {
    server: SocketAddr,
    names: HashMap<&'static str, Vec<IpAddr>>,
    /// What was connected to, by address and name.
    pub connected: Arc<Mutex<Vec<(SocketAddr, String)>>>,
}

impl Elsewhere {
    /// A server that answers each path with these bytes, as they are.
    pub async fn answering(answers: &[(&'static str, Vec<u8>)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = listener.local_addr().unwrap();
        let answers: HashMap<&str, Vec<u8>> = answers.iter().cloned().collect();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, answers.clone()));
            }
        });
        Self { server, names: HashMap::new(), connected: Arc::default() }
    }

    pub fn named(mut self, name: &'static str, addresses: &[&str]) -> Self {
        self.names.insert(name, addresses.iter().map(|one| one.parse().unwrap()).collect());
        self
    }

    pub fn fetcher(self) -> Fetcher {
        let hosts = self.names.keys().map(|name| (*name).to_owned()).collect();
        let rules = Rules { hosts, most_bytes: 1_000, patience: Duration::from_secs(2) };
        Fetcher::new(rules, Arc::new(self))
    }
}

async fn answer(mut stream: TcpStream, answers: HashMap<&str, Vec<u8>>) {
    let mut asked = Vec::new();
    let mut piece = [0; 1_024];
    while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(count) if count > 0 => asked.extend_from_slice(&piece[..count]),
            _ => return,
        }
    }
    let head = String::from_utf8_lossy(&asked).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default();
    match answers.get(path) {
        Some(bytes) => {
            let _ = stream.write_all(bytes).await;
            let _ = stream.shutdown().await;
        }
        // A server that says nothing at all.
        None => tokio::time::sleep(Duration::from_mins(1)).await,
    }
}

#[async_trait]
impl Network for Elsewhere {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self.names.get(host).cloned().ok_or_else(|| io::Error::other("no such name"))
    }

    async fn connect(&self, address: SocketAddr, host: &str) -> io::Result<Box<dyn Connection>> {
        self.connected.lock().unwrap().push((address, host.to_owned()));
        Ok(Box::new(TcpStream::connect(self.server).await?))
    }
}

/// An answer with a length that is told.
pub fn file(bytes: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", bytes.len());
    [head.as_bytes(), bytes].concat()
}

pub fn redirect(to: &str) -> Vec<u8> {
    format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n").into_bytes()
}
