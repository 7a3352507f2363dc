//! The data folder: what lies where, and who holds it.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Everything of one library in one folder.
#[derive(Debug, Clone)]
pub struct DataFolder {
    root: PathBuf,
}

/// Kept as long as a server runs on a folder; free again when the process ends, however it ends.
#[derive(Debug)]
pub struct Held {
    _file: File,
}

const DEMO_MARK: &str = "demo";
const LOCK: &str = "server.lock";

impl DataFolder {
    /// Opens a folder, making it when it is not there.
    pub fn open(root: &Path) -> Result<Self> {
        std::fs::create_dir_all(root)
            .with_context(|| format!("the data folder {} cannot be made", root.display()))?;
        let folder = Self { root: root.to_owned() };
        folder.check_writable()?;
        Ok(folder)
    }

    /// The usual place: `$XDG_DATA_HOME/tintype`, the demo's beside it.
    pub fn usual(is_demo: bool) -> PathBuf {
        let name = if is_demo { "tintype-demo" } else { "tintype" };
        let set =
            |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || set("HOME").map(|home| home.join(".local/share"));
        set("XDG_DATA_HOME").or_else(home).unwrap_or_else(|| PathBuf::from(".")).join(name)
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The SQLite database.
    pub fn database(&self) -> PathBuf {
        self.root.join("library.db")
    }

    /// Originals, masters, renditions, cache.
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }

    /// The search index.
    pub fn index(&self) -> PathBuf {
        self.root.join("index")
    }

    /// Whether there is a library in it.
    pub fn holds_library(&self) -> bool {
        self.database().exists()
    }

    /// Whether the library in it is a demo.
    pub fn is_demo(&self) -> bool {
        self.root.join(DEMO_MARK).exists()
    }

    /// Marks an empty folder as the demo's; refuses one that holds somebody's library.
    pub fn claim_for_demo(&self) -> Result<()> {
        if self.is_demo() {
            return Ok(());
        }
        if self.holds_library() {
            bail!(
                "{} holds a library that is not a demo; give the demo a folder of its own with --data",
                self.root.display()
            );
        }
        let text = "The library in this folder is Tintype's demo: its pictures are rendered.\n";
        std::fs::write(self.root.join(DEMO_MARK), text)
            .with_context(|| format!("{} cannot be written to", self.root.display()))
    }

    /// Holds the folder for a server, or for work that no server may run beside.
    pub fn hold(&self) -> Result<Held> {
        let path = self.root.join(LOCK);
        let file =
            File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Held { _file: file }),
            Err(TryLockError::WouldBlock) => {
                bail!("a server is running on {}; stop it first", self.root.display())
            }
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("{} cannot be locked", path.display()))
            }
        }
    }

    fn check_writable(&self) -> Result<()> {
        let probe = self.root.join(".writable");
        std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)).with_context(|| {
            format!("the data folder {} cannot be written to", self.root.display())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_held_by_one_server() {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::open(temp.path()).unwrap();
        let held = folder.hold().unwrap();
        assert!(folder.hold().unwrap_err().to_string().starts_with("a server is running on"));
        drop(held);
        assert!(folder.hold().is_ok());
    }

    #[test]
    fn a_real_library_is_not_taken_for_the_demo() {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::open(temp.path()).unwrap();
        std::fs::write(folder.database(), b"").unwrap();
        assert!(folder.claim_for_demo().is_err());
        assert!(!folder.is_demo());
    }
}
