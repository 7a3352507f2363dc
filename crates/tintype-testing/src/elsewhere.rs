//! Other servers, as far as a test needs them: a network that leads to canned answers.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use tintype_fetch::{Connection, Network};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

/// Every host there is, at one public address. It answers with the files it was given and with 404
/// to everything else.
#[derive(Debug, Default)]
pub struct Elsewhere {
    files: Mutex<HashMap<String, Vec<u8>>>,
    connections: Mutex<u32>,
}

impl Elsewhere {
    /// Puts a file at a path, whatever the host.
    pub fn put(&self, path: &str, bytes: Vec<u8>) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.to_owned(), bytes);
    }

    /// How often it was connected to.
    pub fn connections(&self) -> u32 {
        *self.connections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Network for Elsewhere {
    async fn resolve(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        Ok(vec![IpAddr::from([93, 184, 216, 34])])
    }

    async fn connect(&self, _: SocketAddr, _: &str) -> io::Result<Box<dyn Connection>> {
        *self.connections.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (near, far) = tokio::io::duplex(64 * 1024);
        tokio::spawn(answer(far, files));
        Ok(Box::new(near))
    }
}

async fn answer(mut stream: DuplexStream, files: HashMap<String, Vec<u8>>) -> io::Result<()> {
    let mut asked = Vec::new();
    while !asked.ends_with(b"\r\n\r\n") {
        asked.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&asked);
    let path = head.split(' ').nth(1).unwrap_or_default();
    let (status, body) = match files.get(path) {
        Some(bytes) => ("200 OK", bytes.as_slice()),
        None => ("404 Not Found", [].as_slice()),
    };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await
}
