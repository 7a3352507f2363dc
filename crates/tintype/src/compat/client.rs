//! A small HTTP/1.1 client: one request a connection, the whole answer in memory. Plain `http`
//! only: Tintype itself speaks nothing else, TLS ends before it.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use serde_json::Value;
use url::Url;

/// Where to call.
#[derive(Debug, Clone)]
pub struct Server {
    host: String,
    port: u16,
    base: String,
}

/// What came back, whole.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

const PATIENCE: Duration = Duration::from_secs(30);
/// No answer of the API is nearly as long.
const LONGEST_ANSWER: u64 = 32 * 1024 * 1024;

impl Server {
    /// `None` for an address that is not plain `http`.
    pub fn at(url: &Url) -> Option<Self> {
        let host = url.host_str().filter(|_| url.scheme() == "http")?.to_owned();
        let base = url.path().trim_end_matches('/').to_owned();
        Some(Self { host, port: url.port().unwrap_or(80), base })
    }

    /// Makes a call; `shows` is what stands in `Authorization`.
    pub fn call(
        &self,
        method: &str,
        path: &str,
        shows: &str,
        body: Option<&Value>,
    ) -> io::Result<Answer> {
        let mut stream = self.connect()?;
        let body = body.map(Value::to_string).unwrap_or_default();
        let mut head = format!(
            "{method} {}{path} HTTP/1.1\r\nHost: {}:{}\r\nAccept: application/json\r\n\
             Accept-Version: v1\r\nAuthorization: {shows}\r\nConnection: close\r\n",
            self.base, self.host, self.port
        );
        if !body.is_empty() {
            head.push_str("Content-Type: application/json\r\n");
        }
        stream
            .write_all(format!("{head}Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes())?;
        let mut bytes = Vec::new();
        stream.take(LONGEST_ANSWER).read_to_end(&mut bytes)?;
        Answer::read(&bytes).ok_or_else(|| io::Error::other("the answer is no HTTP/1.1"))
    }

    fn connect(&self) -> io::Result<TcpStream> {
        let host = self.host.trim_matches(['[', ']']);
        let mut last = io::Error::other("the address has no host");
        for address in (host, self.port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, PATIENCE) {
                Ok(stream) => {
                    stream.set_read_timeout(Some(PATIENCE))?;
                    stream.set_write_timeout(Some(PATIENCE))?;
                    return Ok(stream);
                }
                Err(error) => last = error,
            }
        }
        Err(last)
    }
}

impl Answer {
    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let mut lines = std::str::from_utf8(&bytes[..end]).ok()?.split("\r\n");
        let status = lines.next()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let mut answer = Self { status, headers, body: bytes[end + 4..].to_vec() };
        if answer.header("transfer-encoding").is_some_and(|value| value.contains("chunked")) {
            answer.body = whole(&answer.body)?;
        }
        Some(answer)
    }

    /// A header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The body as JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// Puts together what came in chunks.
fn whole(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let end = bytes.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&bytes[..end]).ok()?.split(';').next()?;
        let size = usize::from_str_radix(size.trim(), 16).ok()?;
        if size == 0 {
            return Some(all);
        }
        let piece = bytes.get(end + 2..)?.get(..size)?;
        all.extend_from_slice(piece);
        bytes = bytes.get(end + 2 + size + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_whole_or_not_at_all() {
        let bytes = b"HTTP/1.1 200 OK\r\nX-Total: 3\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[1\r\n1\r\n]\r\n0\r\n\r\n";
        let answer = Answer::read(bytes).unwrap();
        assert_eq!((answer.status, answer.header("x-total")), (200, Some("3")));
        assert_eq!(answer.json(), Some(serde_json::json!([1])));
        assert!(Answer::read(&bytes[..bytes.len() - 20]).is_none());
        assert!(Answer::read(b"SSH-2.0").is_none());
    }

    #[test]
    fn only_plain_http_is_called() {
        let at = |url: &str| Server::at(&Url::parse(url).unwrap());
        assert_eq!(at("http://127.0.0.1:8080/").unwrap().port, 8080);
        assert_eq!(at("http://h/api/").unwrap().base, "/api");
        assert!(at("https://photos.example.org").is_none());
    }
}
