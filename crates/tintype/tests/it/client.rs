//! A small HTTP/1.1 client: one request a connection, the whole answer in memory.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// Where to call, and as whom.
#[derive(Debug, Clone)]
pub struct Client {
    address: SocketAddr,
    token: Option<String>,
}

/// What came back, whole.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// An upload of which half was sent.
pub struct HalfUpload {
    stream: TcpStream,
    rest: Vec<u8>,
}

const PATIENCE: Duration = Duration::from_mins(1);
const BOUNDARY: &str = "tintype-boundary-7d1f0c";

impl Client {
    pub fn new(address: SocketAddr, token: Option<&str>) -> Self {
        Self { address, token: token.map(str::to_owned) }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[]).expect("the server answers")
    }

    /// Uploads a file as the part `photo`. An error is a connection that broke off before the
    /// answer was whole.
    pub fn upload(&self, name: &str, bytes: &[u8]) -> io::Result<Answer> {
        let media_type = format!("multipart/form-data; boundary={BOUNDARY}");
        self.call("POST", "/photos", &[("content-type", &media_type)], &form(name, bytes))
    }

    /// Sends half of an upload.
    pub fn begin_upload(&self, name: &str, bytes: &[u8]) -> HalfUpload {
        let body = form(name, bytes);
        let media_type = format!("multipart/form-data; boundary={BOUNDARY}");
        let head = self.head("POST", "/photos", &[("content-type", &media_type)], body.len());
        let mut stream = self.connect().expect("the server listens");
        stream.write_all(head.as_bytes()).expect("the head is sent");
        let (half, rest) = body.split_at(body.len() / 2);
        stream.write_all(half).expect("half of the body is sent");
        HalfUpload { stream, rest: rest.to_vec() }
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> io::Result<Answer> {
        self.call(method, path, headers, &[])
    }

    fn call(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> io::Result<Answer> {
        let mut stream = self.connect()?;
        stream.write_all(self.head(method, path, headers, body.len()).as_bytes())?;
        // A server that refuses early answers without reading to the end.
        let sent = stream.write_all(body);
        let mut answer = Vec::new();
        let received = stream.read_to_end(&mut answer);
        read(&answer).or_else(|error| sent.and(received.map(drop)).and(Err(error)))
    }

    fn connect(&self) -> io::Result<TcpStream> {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(stream)
    }

    fn head(&self, method: &str, path: &str, headers: &[(&str, &str)], length: usize) -> String {
        let mut lines = vec![
            format!("{method} {path} HTTP/1.1"),
            format!("host: {}", self.address),
            "accept: application/json".to_owned(),
            "connection: close".to_owned(),
            format!("content-length: {length}"),
        ];
        lines.extend(self.token.iter().map(|token| format!("authorization: Bearer {token}")));
        lines.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
        lines.join("\r\n") + "\r\n\r\n"
    }
}

impl HalfUpload {
    /// Sends the rest.
    pub fn finish(mut self) -> io::Result<Answer> {
        self.stream.write_all(&self.rest)?;
        let mut answer = Vec::new();
        self.stream.read_to_end(&mut answer)?;
        read(&answer)
    }

    /// Hangs up; `None` when the server hung up too, without a word.
    pub fn hang_up(mut self) -> Option<Answer> {
        self.stream.shutdown(Shutdown::Write).expect("the sender hangs up");
        let mut answer = Vec::new();
        self.stream.read_to_end(&mut answer).ok()?;
        read(&answer).ok()
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| {
            panic!("{error}: {} {}", self.status, String::from_utf8_lossy(&self.body))
        })
    }
}

fn form(name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    );
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    [head.as_bytes(), bytes, end.as_bytes()].concat()
}

/// Reads a whole answer; one that was cut off is an error.
fn read(bytes: &[u8]) -> io::Result<Answer> {
    let cut_off = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").ok_or_else(cut_off)?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    let mut answer = Answer {
        status: status.ok_or_else(cut_off)?,
        headers: lines.filter_map(header).collect(),
        body: bytes[end + 4..].to_vec(),
    };
    if answer.header("transfer-encoding") == Some("chunked") {
        answer.body = unchunk(&answer.body).ok_or_else(cut_off)?;
    } else if let Some(length) = answer.header("content-length") {
        let is_whole = length.parse() == Ok(answer.body.len());
        return if is_whole { Ok(answer) } else { Err(cut_off()) };
    }
    Ok(answer)
}

fn unchunk(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|part| part == b"\r\n")?;
        let length = std::str::from_utf8(&rest[..end]).ok()?;
        let length = usize::from_str_radix(length.trim(), 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        let start = end + 2;
        body.extend_from_slice(rest.get(start..start + length)?);
        rest = rest.get(start + length + 2..)?;
    }
}
