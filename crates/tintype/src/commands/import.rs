//! `import` and `import-dataset`.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::{Value, json};
use tintype_domain::{CollectionId, LicenseId, PER_PAGE_MAX, Page, User};
use tintype_library::{ImportRequest, Imported, Library};
use tintype_store::CollectionFilter;

use super::output::print;
use super::users::named;
use super::work::finish_jobs;
use crate::cli::{Common, Import, ImportDataset};
use crate::exit::{BadNews, Misuse};
use crate::wiring;

/// Takes pictures in from files and folders.
pub async fn folders(common: &Common, import: Import) -> Result<()> {
    let license = import.license.as_deref().map(LicenseId::parse).transpose();
    let license = license.map_err(|error| Misuse(error.to_string()))?;
    let shop = wiring::open(common).await?;
    let owner = named(&shop.library, &import.owner).await?;
    let collection = match &import.collection {
        Some(title) => Some(collection_titled(&shop.library, &owner, title).await?),
        None => None,
    };
    let request = ImportRequest {
        paths: import.paths,
        tags: import.tags,
        collection,
        license,
        batch: batch_name(&shop.library),
        shares_place: import.share_place,
    };
    let imported = import_with_progress(&shop.library, &owner, &request).await?;
    if import.wait {
        finish_jobs(&shop).await?;
        shop.library.catch_up_index().await?;
    }
    report(common, &request.batch, &imported)?;
    if imported.refused.is_empty() { Ok(()) } else { Err(BadNews.into()) }
}

/// Imports with a progress bar on a terminal.
pub async fn import_with_progress(
    library: &Library,
    owner: &User,
    request: &ImportRequest,
) -> Result<Imported> {
    let bar = progress_bar("{bar:30} {pos}/{len} pictures, {eta} left");
    let imported = library
        .import(owner, request, |progress| {
            bar.set_length(progress.total);
            bar.set_position(progress.done);
        })
        .await?;
    bar.finish_and_clear();
    Ok(imported)
}

/// Names an import after its moment.
pub fn batch_name(library: &Library) -> String {
    let now = library.clock().now().to_rfc3339();
    let digits: String = now.chars().filter(char::is_ascii_digit).collect();
    format!("import-{digits}-{:04x}", library.chance().number() as u16)
}

/// Takes in the words of a dataset.
pub async fn dataset(common: &Common, dataset: &ImportDataset) -> Result<()> {
    if !dataset.metadata_only {
        let sentence = "a dataset holds no pictures: say --metadata-only to take in its words";
        return Err(Misuse(sentence.to_owned()).into());
    }
    let shop = wiring::open(common).await?;
    let bar = progress_bar("{spinner} {pos} photos, {per_sec}");
    let imported = shop.library.import_dataset(&dataset.dir, |rows| bar.set_position(rows)).await?;
    bar.set_style(ProgressStyle::with_template("{spinner} indexing")?);
    shop.library.catch_up_index().await?;
    bar.finish_and_clear();
    let value = json!({
        "imported": imported.imported,
        "duplicates": imported.duplicates,
        "refused": imported.refused,
    });
    let words = format!(
        "{} photos imported, {} were there already, {} rows were no photos.",
        imported.imported, imported.duplicates, imported.refused
    );
    print(common, &value, &words)
}

fn progress_bar(template: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar
}

async fn collection_titled(library: &Library, owner: &User, title: &str) -> Result<CollectionId> {
    let filter = CollectionFilter {
        owner: Some(owner.id.clone()),
        with_private: true,
        ..CollectionFilter::default()
    };
    let mut page = Page::first(PER_PAGE_MAX);
    loop {
        let found = library.store().collections(&filter, page).await?.items;
        if let Some(found) = found.iter().find(|collection| collection.title == title) {
            return Ok(found.id.clone());
        }
        if found.is_empty() {
            return Ok(library.create_collection(owner, title, None, false).await?.id);
        }
        page = page.at(page.number() + 1);
    }
}

fn report(common: &Common, batch: &str, imported: &Imported) -> Result<()> {
    let path = |path: &PathBuf| path.display().to_string();
    let refused = imported
        .refused
        .iter()
        .map(|file| json!({ "path": path(&file.path), "reason": file.reason }));
    let photos = imported
        .photos
        .iter()
        .map(|photo| json!({ "id": photo.id, "slug": photo.slug, "path": path(&photo.path) }));
    let value = json!({
        "imported": imported.imported,
        "duplicates": imported.duplicates,
        "ignored": imported.ignored,
        "refused": refused.collect::<Value>(),
        "photos": photos.collect::<Value>(),
        "batch": batch,
    });
    let mut words = format!(
        "{} imported, {} duplicates, {} ignored, {} refused.",
        imported.imported,
        imported.duplicates,
        imported.ignored,
        imported.refused.len()
    );
    if imported.imported > 0 {
        words += " Undo with `tintype photo delete --batch ";
        words += batch;
        words += "`.";
    }
    for file in &imported.refused {
        eprintln!("tintype: {}: {}", file.path.display(), file.reason);
    }
    print(common, &value, &words)
}
