//! A library in a temporary folder, the commands on it, and the server beside them.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::client::Client;

/// A data folder of its own, gone at the end of the test.
pub struct Library {
    temp: TempDir,
}

/// How a command ended.
#[derive(Debug)]
pub struct Done {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// A running server; killed when dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Library {
    pub fn empty() -> Self {
        Self { temp: tempfile::tempdir().expect("there is room for a test") }
    }

    /// With a photographer, and a token that may do everything a photographer may.
    pub fn with_photographer(name: &str) -> (Self, String) {
        let library = Self::empty();
        library.json(&["user", "add", name]);
        let token = library.token(name);
        (library, token)
    }

    /// Adds an administrator who signs in with a password.
    pub fn user_with_password(&self, name: &str, password: &str) {
        let mut command = self.command(&["user", "add", name, "--admin", "--password-stdin"]);
        let mut child = command.stdin(Stdio::piped()).spawn().expect("the program runs");
        let mut input = child.stdin.take().expect("a pipe");
        std::io::Write::write_all(&mut input, password.as_bytes()).expect("the program reads");
        drop(input);
        assert!(child.wait().expect("the program ends").success());
    }

    pub fn token(&self, owner: &str) -> String {
        let app = self.json(&["app", "add", "--owner", owner, "--name", "tests"]);
        let key = app["access_key"].as_str().expect("an access key").to_owned();
        let scopes = "public read_photos write_photos";
        let token =
            self.json(&["token", "add", "--owner", owner, "--app", &key, "--scopes", scopes]);
        token["access_token"].as_str().expect("a token").to_owned()
    }

    pub fn data(&self) -> PathBuf {
        self.temp.path().join("data")
    }

    /// A place in the temporary folder, beside the data.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.beside(name);
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("the folder is made");
        std::fs::write(&path, bytes).expect("the file is written");
        path
    }

    /// The program on this library.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tintype"));
        let strangers = std::env::vars().map(|(name, _)| name);
        for name in strangers.filter(|name| name.starts_with("TINTYPE_")) {
            command.env_remove(name);
        }
        command.args(arguments).arg("--data").arg(self.data());
        command.current_dir(self.temp.path()).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        Done::of(&mut self.command(arguments))
    }

    /// A command that goes well, with its result.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let done = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(done.code, 0, "tintype {}: {}", arguments.join(" "), done.stderr);
        done.json()
    }

    /// Asserts that rows, files and index agree, and hands back how many photos there are.
    pub fn verify(&self) -> u64 {
        let done = self.run(&["verify", "--deep", "--json"]);
        let found = done.json();
        for list in ["lost", "torn", "orphan_rows", "orphan_files", "index_missing", "index_stale"]
        {
            assert_eq!(found[list], Value::Array(Vec::new()), "{list} in {found}");
        }
        assert_eq!(done.code, 0, "{}", done.stderr);
        found["photos"].as_u64().expect("a number of photos")
    }

    pub fn serve(&self) -> Server {
        self.serve_with(&[])
    }

    pub fn serve_with(&self, settings: &[(&str, &str)]) -> Server {
        // Another test may take the port between asking for it and using it.
        let tries = (0..3).find_map(|_| Server::start(self, settings));
        tries.unwrap_or_else(|| panic!("no server: {}", self.log()))
    }

    /// What the server wrote to stderr.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.beside("server.log")).unwrap_or_default()
    }
}

impl Done {
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self {
            code: output.status.code().expect("the program ends by itself"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.stdout, self.stderr))
    }

    /// The one sentence at the end of stderr; logs may stand before it.
    pub fn sentence(&self) -> &str {
        let said: Vec<&str> =
            self.stderr.lines().filter_map(|line| line.strip_prefix("tintype: ")).collect();
        let is_last = self.stderr.lines().last().is_some_and(|line| line.starts_with("tintype: "));
        assert!(said.len() == 1 && is_last, "not one sentence: {}", self.stderr);
        said[0]
    }
}

const PATIENCE: Duration = Duration::from_mins(1);

impl Server {
    fn start(library: &Library, settings: &[(&str, &str)]) -> Option<Self> {
        let address = free_address();
        let log = File::create(library.beside("server.log")).expect("the log is made");
        let mut command = library.command(&["serve", "--listen", &address.to_string()]);
        command.envs(settings.iter().copied()).stdout(Stdio::null()).stderr(log);
        let child = command.spawn().expect("the program runs");
        let mut server = Self { child, address };
        server.is_ready().then_some(server)
    }

    pub fn client(&self, token: Option<&str>) -> Client {
        Client::new(self.address, token)
    }

    /// Ends it at once, as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().expect("the server was running");
        self.child.wait().expect("the server ends");
    }

    /// Asks it to stop, as a service manager does.
    pub fn ask_to_stop(&self) {
        let ask = format!("kill -TERM {}", self.child.id());
        let asked = Command::new("sh").args(["-c", &ask]).status().expect("there is a shell");
        assert!(asked.success());
    }

    /// Waits for the end of a server that was asked to stop, and hands back its exit code.
    pub fn ended(mut self) -> Option<i32> {
        let begun = Instant::now();
        while self.is_running() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
        self.child.try_wait().ok().flatten().and_then(|status| status.code())
    }

    fn is_ready(&mut self) -> bool {
        let client = self.client(None);
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if client.send("GET", "/readyz", &[]).is_ok_and(|answer| answer.status == 200) {
                // Another test's server may have answered where ours found the port taken.
                return self.is_running();
            }
            if !self.is_running() {
                return false;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        false
    }

    fn is_running(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|ended| ended.is_none())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address that was free a moment ago.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    listener.local_addr().expect("a listener has an address")
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}
