//! `topic add|edit|remove`.

use anyhow::{Result, bail};
use serde_json::json;
use tintype_domain::{PhotoId, Topic, TopicId, Visibility};
use tintype_library::{Library, NewTopic};
use tintype_store::TopicEdit;

use super::output::print;
use super::users::named;
use crate::cli::{Common, TopicCommand};
use crate::exit::Misuse;
use crate::wiring;

/// Does what is to be done with topics.
pub async fn run(common: &Common, command: TopicCommand) -> Result<()> {
    let library = wiring::open(common).await?.library;
    match command {
        TopicCommand::Add { title, owner, slug, description, position, featured } => {
            let owner = named(&library, &owner).await?;
            let visibility = if featured { Visibility::Featured } else { Visibility::Visible };
            let owners = vec![owner.id];
            let new = NewTopic { title, slug, description, owners, visibility, position };
            let topic = library.create_topic(new).await?;
            report(common, &topic, "added")
        }
        TopicCommand::Edit { topic, title, description, visibility, position, add, take_out } => {
            let found = found(&library, &topic).await?;
            let edit = TopicEdit {
                title,
                description: description.map(|text| Some(text).filter(|text| !text.is_empty())),
                visibility: visibility.as_deref().map(visible).transpose()?,
                position,
                ..TopicEdit::default()
            };
            let edited = library.edit_topic(&found.id, &edit).await?.unwrap_or(found);
            for id in add {
                library.approve(&edited.id, &photo(&id)?).await?;
            }
            for id in take_out {
                library.store().unapprove(&edited.id, &photo(&id)?).await?;
            }
            report(common, &edited, "changed")
        }
        TopicCommand::Remove { topic } => {
            let topic = found(&library, &topic).await?;
            library.store().delete_topic(&topic.id).await?;
            report(common, &topic, "removed")
        }
    }
}

async fn found(library: &Library, text: &str) -> Result<Topic> {
    if let Some(topic) = library.store().topic_by_slug(text).await? {
        return Ok(topic);
    }
    let by_id = match TopicId::parse(text) {
        Ok(id) => library.store().topic(&id).await?,
        Err(_) => None,
    };
    match by_id {
        Some(topic) => Ok(topic),
        None => bail!("there is no topic {text}"),
    }
}

fn photo(text: &str) -> Result<PhotoId> {
    Ok(PhotoId::from_id_or_slug(text).map_err(|error| Misuse(error.to_string()))?)
}

fn visible(text: &str) -> Result<Visibility> {
    let misuse = || Misuse(format!("--visibility is featured, visible or hidden, not {text}"));
    Ok(Visibility::parse(text).ok_or_else(misuse)?)
}

fn report(common: &Common, topic: &Topic, what: &str) -> Result<()> {
    let value = json!({ "id": topic.id.as_str(), "slug": topic.slug, "title": topic.title });
    print(common, &value, &format!("Topic {} ({}) {what}.", topic.title, topic.slug))
}
