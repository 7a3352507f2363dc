//! A browser that is driven: pages opened, forms filled in, scripts asked, through chromedriver's
//! WebDriver. `TEST_CHROMEDRIVER` names it; else `chromedriver` is looked for beside the browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::{browser, program};
use crate::server::free_address;

/// How large a window is.
#[derive(Debug, Clone, Copy)]
pub enum Screen {
    Phone,
    Desktop,
}

/// A browser of its own, closed when dropped.
pub struct Driver {
    child: Child,
    address: SocketAddr,
    session: String,
}

const PATIENCE: Duration = Duration::from_secs(30);
/// By this name WebDriver tells elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Driver {
    /// A browser with an empty profile; `None` where there is none to drive.
    pub fn start(screen: Screen, profile: &Path) -> Option<Self> {
        let (browser, driver) = (browser()?, program("TEST_CHROMEDRIVER", "chromedriver")?);
        let address = free_address();
        let port = format!("--port={}", address.port());
        let mut command = Command::new(driver);
        command.arg(port).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().expect("chromedriver can be started");
        let mut driver = Self { child, address, session: String::new() };
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(begun.elapsed() < PATIENCE, "chromedriver does not listen");
            std::thread::sleep(Duration::from_millis(50));
        }
        let mut options = json!({
            "binary": browser,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--window-size=1440,900",
                format!("--user-data-dir={}", profile.display()),
            ],
        });
        if matches!(screen, Screen::Phone) {
            let metrics = json!({ "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true });
            options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
        }
        let wanted =
            json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": options } } });
        let opened = driver.ask("POST", "/session", &wanted);
        opened["sessionId"].as_str().expect("a session").clone_into(&mut driver.session);
        Some(driver)
    }

    pub fn go(&self, url: &str) {
        self.tell("/url", &json!({ "url": url }));
    }

    /// What a script returns.
    pub fn run(&self, script: &str) -> Value {
        self.tell("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        let begun = Instant::now();
        while self.run(&format!("return Boolean({expression})")) != true {
            let page = || self.run("return document.body.innerText");
            assert!(begun.elapsed() < PATIENCE, "never: {expression}\n{}", page());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn click(&self, selector: &str) {
        let id = self.element(selector);
        self.run(&format!(
            "document.querySelector({selector:?}).scrollIntoView({{block:'center'}})"
        ));
        self.tell(&format!("/element/{id}/click"), &json!({}));
    }

    pub fn fill(&self, selector: &str, text: &str) {
        let id = self.element(selector);
        self.tell(&format!("/element/{id}/value"), &json!({ "text": text }));
    }

    /// Goes into a frame; out of it with `None`.
    pub fn frame(&self, selector: Option<&str>) {
        let id = selector.map(|selector| json!({ ELEMENT: self.element(selector) }));
        self.tell("/frame", &json!({ "id": id }));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.tell("/element", &json!({ "using": "css selector", "value": selector }));
        found[ELEMENT].as_str().unwrap_or_else(|| panic!("no {selector}: {found}")).to_owned()
    }

    fn tell(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", &format!("/session/{}{path}", self.session), body)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = body.to_string();
        let mut stream = TcpStream::connect(self.address).expect("chromedriver listens");
        stream.set_read_timeout(Some(PATIENCE * 2)).expect("a timeout can be set");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncontent-length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).expect("chromedriver reads");
        let mut answer = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        while answer.read_line(&mut line).expect("chromedriver answers") > 2 {
            if let Some(said) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = said.trim().parse().expect("a length");
            }
            line.clear();
        }
        let mut whole = vec![0; length];
        answer.read_exact(&mut whole).expect("the answer comes whole");
        let answer: Value = serde_json::from_slice(&whole).expect("chromedriver speaks JSON");
        answer["value"].clone()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser ends with its session, and chromedriver when it is told to.
        let _ = self.ask("DELETE", &format!("/session/{}", self.session), &json!({}));
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
