//! The files under the paths of an import, in a fixed order. Symbolic links are not followed.

use std::path::{Path, PathBuf};

/// What an import met on its way.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Files to try.
    pub(super) files: Vec<Found>,
    /// Hidden files, links, sidecars: passed over.
    pub(super) ignored: u64,
    /// Paths that could not be read, with the reason.
    pub(super) unreadable: Vec<(PathBuf, String)>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Named by the caller, not met while walking: not to be a picture is then an error.
    pub(super) is_named: bool,
    /// The folder it lies in, when that was met while walking.
    pub(super) folder: Option<String>,
}

/// How deep folders are followed.
const MOST_DEPTH: usize = 64;

pub(super) fn walk(paths: &[PathBuf]) -> Walked {
    let mut walked = Walked::default();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(meta) if meta.is_dir() => walk_folder(path, 0, &mut walked),
            Ok(_) => walked.files.push(Found { path: path.clone(), is_named: true, folder: None }),
            Err(error) => walked.unreadable.push((path.clone(), reason(&error))),
        }
    }
    walked
}

fn walk_folder(folder: &Path, depth: usize, walked: &mut Walked) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) if depth < MOST_DEPTH => entries,
        Ok(_) => return walked.unreadable.push((folder.to_owned(), "folders lie too deep".into())),
        Err(error) => return walked.unreadable.push((folder.to_owned(), reason(&error))),
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let Ok(meta) = std::fs::symlink_metadata(&path) else {
            walked.ignored += 1;
            continue;
        };
        if is_hidden(&path) || meta.is_symlink() || is_sidecar(&path) {
            walked.ignored += 1;
        } else if meta.is_dir() {
            walk_folder(&path, depth + 1, walked);
        } else if meta.is_file() {
            let folder = folder.file_name().map(|name| name.to_string_lossy().into_owned());
            walked.files.push(Found { path, is_named: false, folder });
        } else {
            walked.ignored += 1;
        }
    }
}

/// The sidecar of a picture: `a.jpg.xmp` before `a.xmp`.
pub(super) fn sidecar_of(picture: &Path) -> Option<PathBuf> {
    let mut full = picture.as_os_str().to_owned();
    full.push(".xmp");
    [PathBuf::from(full), picture.with_extension("xmp")].into_iter().find(|path| path.is_file())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn is_sidecar(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xmp"))
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_links_and_sidecars_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("sea")).unwrap();
        for name in ["b.jpg", "a.jpg", ".hidden.jpg", "a.xmp", "sea/c.jpg"] {
            std::fs::write(at(name), b"x").unwrap();
        }
        std::os::unix::fs::symlink(at("a.jpg"), at("link.jpg")).unwrap();
        let walked = walk(&[folder.path().to_owned(), at("nowhere")]);
        let names: Vec<_> = walked.files.iter().map(|found| found.path.clone()).collect();
        assert_eq!(names, [at("a.jpg"), at("b.jpg"), at("sea/c.jpg")]);
        assert_eq!(walked.files[2].folder.as_deref(), Some("sea"));
        assert_eq!(walked.ignored, 3);
        assert_eq!(walked.unreadable.len(), 1);
        assert_eq!(sidecar_of(&at("a.jpg")), Some(at("a.xmp")));
        assert_eq!(sidecar_of(&at("b.jpg")), None);
    }
}
