//! `photo list|edit|feature|withdraw|delete`, by id, tag or import.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use tintype_domain::{LicenseId, PER_PAGE_MAX, Page, Photo, PhotoId, PhotoOrder};
use tintype_library::Library;
use tintype_store::{PhotoEdit, PhotoFilter, Withdrawn};

use super::output::print;
use super::users::named;
use crate::cli::{Common, PhotoCommand, Which};
use crate::exit::Misuse;
use crate::wiring;

/// Does what is to be done with photos.
pub async fn run(common: &Common, command: PhotoCommand) -> Result<()> {
    let library = wiring::open(common).await?.library;
    match command {
        PhotoCommand::List { owner, tag, batch, limit } => {
            let owner = match owner {
                Some(name) => Some(named(&library, &name).await?.id),
                None => None,
            };
            let filter = PhotoFilter { owner, tag, batch, ..PhotoFilter::default() };
            let photos = all(&library, filter, limit as usize).await?;
            let lines: Vec<String> = photos.iter().map(line).collect();
            print(common, &photos.iter().map(value).collect(), &lines.join("\n"))
        }
        PhotoCommand::Edit { which, share_place, .. } if share_place.is_some() => {
            let shares_place = share_place.unwrap_or_default();
            let photos = chosen(&library, &which).await?;
            for photo in &photos {
                library.share_place(photo, shares_place).await?;
            }
            report(common, &photos, "changed")
        }
        PhotoCommand::Edit { ref which, .. } => {
            let edit = edit_of(&command)?;
            let photos = chosen(&library, which).await?;
            edit_all(&library, &photos, &edit).await?;
            report(common, &photos, "changed")
        }
        PhotoCommand::Feature { which, undo } => {
            let photos = chosen(&library, &which).await?;
            let edit = PhotoEdit { is_featured: Some(!undo), ..PhotoEdit::default() };
            edit_all(&library, &photos, &edit).await?;
            report(common, &photos, if undo { "no longer featured" } else { "featured" })
        }
        PhotoCommand::Withdraw { which, undo } => {
            let photos = chosen(&library, &which).await?;
            let edit = PhotoEdit { is_withdrawn: Some(!undo), ..PhotoEdit::default() };
            edit_all(&library, &photos, &edit).await?;
            report(common, &photos, if undo { "put back" } else { "withdrawn" })
        }
        PhotoCommand::Delete { which } => {
            let photos = chosen(&library, &which).await?;
            for photo in &photos {
                library.delete_photo(&photo.id).await?;
            }
            report(common, &photos, "deleted")
        }
    }
}

async fn edit_all(library: &Library, photos: &[Photo], edit: &PhotoEdit) -> Result<()> {
    for photo in photos {
        library.edit_photo(&photo.id, edit).await?;
    }
    Ok(())
}

fn edit_of(command: &PhotoCommand) -> Result<PhotoEdit> {
    let PhotoCommand::Edit { title, description, alt, tags, license, sensitive, .. } = command
    else {
        return Ok(PhotoEdit::default());
    };
    // An empty text takes the words away.
    let words = |text: &Option<String>| {
        text.as_ref().map(|text| Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
    };
    let lower = |tags: &Vec<String>| -> Vec<String> {
        tags.iter().map(|tag| tag.trim().to_lowercase()).filter(|tag| !tag.is_empty()).collect()
    };
    let license = license.as_deref().map(LicenseId::parse).transpose();
    let edit = PhotoEdit {
        title: words(title),
        description: words(description),
        alt_description: words(alt),
        tags: tags.as_ref().map(lower),
        license: license.map_err(|error| Misuse(error.to_string()))?,
        is_sensitive: *sensitive,
        ..PhotoEdit::default()
    };
    if edit == PhotoEdit::default() {
        return Err(Misuse("say what to change, such as --title or --tags".to_owned()).into());
    }
    Ok(edit)
}

/// The photos a command is about; every id must be one.
async fn chosen(library: &Library, which: &Which) -> Result<Vec<Photo>> {
    if which.ids.is_empty() {
        let filter = PhotoFilter {
            tag: which.tag.as_ref().map(|tag| tag.to_lowercase()),
            batch: which.batch.clone(),
            withdrawn: Withdrawn::Shown,
            ..PhotoFilter::default()
        };
        return all(library, filter, usize::MAX).await;
    }
    let mut photos = Vec::new();
    for text in &which.ids {
        let id = PhotoId::from_id_or_slug(text).map_err(|error| Misuse(error.to_string()))?;
        match library.store().photo(&id).await? {
            Some(photo) => photos.push(photo),
            None => bail!("there is no photo {text}"),
        }
    }
    Ok(photos)
}

async fn all(library: &Library, filter: PhotoFilter, limit: usize) -> Result<Vec<Photo>> {
    let mut photos = Vec::new();
    let mut page = Page::first(PER_PAGE_MAX);
    while photos.len() < limit {
        let found = library.store().photos(&filter, PhotoOrder::Latest, page).await?.items;
        if found.is_empty() {
            break;
        }
        photos.extend(found);
        page = page.at(page.number() + 1);
    }
    photos.truncate(limit);
    Ok(photos)
}

fn value(photo: &Photo) -> Value {
    json!({
        "id": photo.id.as_str(),
        "slug": photo.slug,
        "title": photo.title,
        "tags": photo.tags,
        "width": photo.width,
        "height": photo.height,
        "created_at": photo.created_at.to_rfc3339(),
        "featured": photo.promoted_at.is_some(),
        "withdrawn": photo.withdrawn_at.is_some(),
        "batch": photo.batch,
    })
}

fn line(photo: &Photo) -> String {
    let heading = photo.heading().unwrap_or_default();
    format!("{}\t{}×{}\t{heading}\t{}", photo.id, photo.width, photo.height, photo.tags.join(", "))
}

fn report(common: &Common, photos: &[Photo], what: &str) -> Result<()> {
    let ids: Vec<&str> = photos.iter().map(|photo| photo.id.as_str()).collect();
    let count = ids.len();
    let noun = if count == 1 { "photo" } else { "photos" };
    print(common, &json!({ "photos": ids }), &format!("{count} {noun} {what}."))
}
