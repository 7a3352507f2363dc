//! `reindex`, `verify`, `gc`, `backup`, `restore`.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::json;
use tintype_blobs::Blobs;
use tintype_library::Verified;

use super::output::print;
use crate::cli::{Common, Gc, Verify};
use crate::exit::BadNews;
use crate::system::SystemChance;
use crate::wiring;

/// Builds the search index anew.
pub async fn reindex(common: &Common) -> Result<()> {
    let library = wiring::open(common).await?.library;
    let documents = library.rebuild_index().await?;
    library.catch_up_index().await?;
    let words = format!("The search index holds {documents} photos, people and collections.");
    print(common, &json!({ "documents": documents }), &words)
}

/// Compares rows, files and index.
pub async fn verify(common: &Common, verify: &Verify) -> Result<()> {
    let shop = wiring::open(common).await?;
    shop.library.catch_up_index().await?;
    let grace = shop.config.gc.grace.0;
    let found = shop.library.verify(verify.deep, grace).await?;
    let value = json!({
        "photos": found.photos,
        "lost": found.lost,
        "torn": found.torn,
        "orphan_rows": found.orphan_rows,
        "orphan_files": found.orphan_files,
        "index_missing": found.index_missing,
        "index_stale": found.index_stale,
    });
    print(common, &value, &words_of(&found))?;
    if found.is_well() { Ok(()) } else { Err(BadNews.into()) }
}

fn words_of(found: &Verified) -> String {
    let mut lines = vec![format!("{} photos.", found.photos)];
    for (what, list) in [
        ("originals are missing; restore them from a backup", &found.lost),
        ("originals are not what was uploaded; restore them from a backup", &found.torn),
        ("rows are wrong", &found.orphan_rows),
        ("files belong to no photo; `tintype gc` deletes them", &found.orphan_files),
        (
            "photos are not in the search index; `tintype reindex` puts them in",
            &found.index_missing,
        ),
        ("entries of the search index are out of date; `tintype reindex`", &found.index_stale),
    ] {
        if !list.is_empty() {
            lines.push(format!("{} {what}: {}", list.len(), list.join(", ")));
        }
    }
    if found.is_well() {
        lines.push("All is well.".to_owned());
    }
    lines.join("\n")
}

/// Deletes files that nobody uses.
pub async fn gc(common: &Common, gc: &Gc) -> Result<()> {
    let shop = wiring::open(common).await?;
    let grace = gc.grace.unwrap_or(shop.config.gc.grace).0;
    if gc.dry_run {
        let orphans = shop.library.orphans(grace).await?;
        let bytes: u64 = orphans.iter().map(|orphan| orphan.size_bytes).sum();
        let value = json!({ "files": orphans.len(), "bytes": bytes, "deleted": false });
        return print(common, &value, &format!("{} files would go, {bytes} bytes.", orphans.len()));
    }
    let swept = shop.library.sweep(grace).await?;
    let value = json!({ "files": swept.files, "bytes": swept.bytes, "deleted": true });
    print(common, &value, &format!("{} files deleted, {} bytes.", swept.files, swept.bytes))
}

/// Writes a backup.
pub async fn backup(common: &Common, dir: &Path) -> Result<()> {
    let library = wiring::open(common).await?.library;
    let note = library.backup(dir).await?;
    let value = json!({ "files": note.files.len(), "created_at": note.created_at });
    let words = format!("The database and {} files are in {}.", note.files.len(), dir.display());
    print(common, &value, &words)
}

/// Puts a backup into an empty library.
pub async fn restore(common: &Common, dir: &Path) -> Result<()> {
    let config = wiring::config(common)?;
    crate::logging::begin(&config.log);
    let folder = wiring::folder(&config, false)?;
    let _held = folder.hold()?;
    if folder.holds_library() {
        bail!("{} holds a library already; restore into an empty folder", folder.root().display());
    }
    let blobs = Blobs::in_folder(&folder.files())?;
    let note = tintype_library::restore(dir, &blobs, &SystemChance, &folder.database()).await?;
    let shop = wiring::open_in(config, folder).await?;
    let documents = shop.library.rebuild_index().await?;
    let value = json!({ "files": note.files.len(), "documents": documents });
    let words =
        format!("{} files and the database of {} are back.", note.files.len(), note.created_at);
    print(common, &value, &words)
}
