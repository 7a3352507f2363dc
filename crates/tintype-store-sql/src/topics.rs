//! Topics and what is in them.

use async_trait::async_trait;
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, EntityTrait,
    IntoActiveModel, QueryFilter, Value,
};
use tintype_domain::{
    Listing, Page, PhotoId, Timestamp, Topic, TopicId, TopicMembership, TopicOrder, UserId,
    Visibility,
};
use tintype_store::{StoreError, TopicEdit, TopicFilter, TopicStore};

use crate::{
    changes::{self, Kind},
    entities::{
        corrupt,
        photos::{DELETED, LISTED},
        topics::{ActiveModel, Column, Entity, Model},
        unknown,
    },
    error::fault,
    groups::TOPICS,
    photos::state_of,
    sql::{Sql, cell},
    store::SqlStore,
    users::set,
};

#[async_trait]
impl TopicStore for SqlStore {
    async fn topic(&self, id: &TopicId) -> Result<Option<Topic>, StoreError> {
        let models = row(&self.read, id).await?.into_iter().collect();
        Ok(with_owners(&self.read, models).await?.pop())
    }

    async fn topic_by_slug(&self, slug: &str) -> Result<Option<Topic>, StoreError> {
        let sql = Sql::new("SELECT * FROM topics WHERE slug = ?", [slug.into()]);
        Ok(with_owners(&self.read, sql.models(&self.read).await?).await?.pop())
    }

    async fn topics(
        &self,
        filter: &TopicFilter,
        order: TopicOrder,
        page: Page,
    ) -> Result<Listing<Topic>, StoreError> {
        let mut sql = Sql::new("SELECT *", []);
        sql.join(select(filter)).add(order_by(order), []);
        let values = [i64::from(page.size()).into(), (page.offset() as i64).into()];
        sql.add(" LIMIT ? OFFSET ?", values);
        let items = with_owners(&self.read, sql.models(&self.read).await?).await?;
        let total = if let Some(total) = page.total_seen(items.len()) {
            total
        } else {
            let mut counting = Sql::new("SELECT count(*)", []);
            counting.join(select(filter));
            counting.count(&self.read).await?
        };
        Ok(Listing { items, total })
    }

    async fn topic_ids(&self, ids_or_slugs: &[String]) -> Result<Vec<TopicId>, StoreError> {
        if ids_or_slugs.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = Sql::new("SELECT id", []);
        sql.join(select(&TopicFilter { ids_or_slugs: ids_or_slugs.to_vec() }));
        let ids: Vec<String> = sql.column(&self.read).await?;
        ids.iter().map(|id| TopicId::parse(id).map_err(corrupt("id", id))).collect()
    }

    async fn insert_topic(&self, topic: &Topic) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let new = Model::new(topic).into_active_model();
        Entity::insert(new).exec_without_returning(&writing.tx).await.map_err(fault)?;
        set_owners(&writing.tx, &topic.id, &topic.owners).await?;
        writing.commit().await
    }

    async fn edit_topic(
        &self,
        id: &TopicId,
        edit: &TopicEdit,
        at: Timestamp,
    ) -> Result<Option<Topic>, StoreError> {
        let writing = self.writing().await?;
        let Some(mut model) = row(&writing.tx, id).await? else { return Ok(None) };
        apply(&mut model, edit, at);
        update(&writing.tx, &model).await?;
        if let Some(owners) = &edit.owners {
            set_owners(&writing.tx, id, owners).await?;
        }
        let topic = with_owners(&writing.tx, vec![model]).await?.pop();
        writing.commit().await?;
        Ok(topic)
    }

    async fn delete_topic(&self, id: &TopicId) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let photos = TOPICS.members_of(&writing.tx, id.as_str()).await?;
        for text in [
            "DELETE FROM topic_photos WHERE topic_id = ?",
            "DELETE FROM topic_owners WHERE topic_id = ?",
        ] {
            Sql::new(text, [id.as_str().into()]).run(&writing.tx).await?;
        }
        let text = "DELETE FROM topics WHERE id = ?";
        let was_there = Sql::new(text, [id.as_str().into()]).run(&writing.tx).await? > 0;
        let photos = photos.iter().map(|photo| (Kind::Photo, photo.as_str()));
        changes::append(&writing.tx, photos).await?;
        writing.commit().await?;
        Ok(was_there)
    }

    async fn approve(
        &self,
        topic: &TopicId,
        photo: &PhotoId,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let state = state_of(&writing.tx, photo).await?.filter(|state| *state != DELETED);
        let state = state.ok_or(StoreError::Missing("photo"))?;
        let is_new = put(&writing.tx, topic, photo, state == LISTED, at).await?;
        if is_new {
            changes::append(&writing.tx, [(Kind::Photo, photo.as_str())]).await?;
            writing.commit().await?;
        }
        Ok(is_new)
    }

    async fn unapprove(&self, topic: &TopicId, photo: &PhotoId) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let (group, member) = (topic.as_str(), photo.as_str());
        if TOPICS.member_since(&writing.tx, group, member).await?.is_none() {
            return Ok(false);
        }
        let is_listed = state_of(&writing.tx, photo).await? == Some(LISTED);
        TOPICS.take(&writing.tx, group, member).await?;
        TOPICS.recount(&writing.tx, group, -i64::from(is_listed)).await?;
        changes::append(&writing.tx, [(Kind::Photo, member)]).await?;
        writing.commit().await?;
        Ok(true)
    }

    async fn topic_memberships(
        &self,
        photos: &[PhotoId],
    ) -> Result<Vec<TopicMembership>, StoreError> {
        let mut memberships = Vec::new();
        for part in photos.chunks(IDS_AT_ONCE) {
            let text = "SELECT m.photo_id, t.id, t.slug, t.title, t.visibility, m.approved_at \
                        FROM topic_photos m JOIN topics t ON t.id = m.topic_id \
                        WHERE m.photo_id IN ";
            let mut sql = Sql::new(text, []);
            sql.list(part.iter().map(PhotoId::as_str)).add(" ORDER BY t.position, t.id", []);
            for row in sql.all(&self.read).await? {
                memberships.push(membership(&row)?);
            }
        }
        Ok(memberships)
    }

    async fn top_contributors(
        &self,
        topic: &TopicId,
        limit: u32,
    ) -> Result<Vec<UserId>, StoreError> {
        let text = "SELECT p.owner_id FROM topic_photos m \
                    CROSS JOIN photos p ON p.id = m.photo_id \
                    WHERE m.topic_id = ? AND p.state = ? GROUP BY p.owner_id \
                    ORDER BY count(*) DESC, min(m.approved_at), p.owner_id LIMIT ?";
        let values = [topic.as_str().into(), LISTED.into(), i64::from(limit).into()];
        let ids: Vec<String> = Sql::new(text, values).column(&self.read).await?;
        ids.iter().map(|id| UserId::parse(id).map_err(corrupt("id", id))).collect()
    }
}

/// Puts a photo into a topic. `false` when it was in already.
pub(crate) async fn put(
    tx: &impl ConnectionTrait,
    topic: &TopicId,
    photo: &PhotoId,
    is_listed: bool,
    at: Timestamp,
) -> Result<bool, StoreError> {
    if row(tx, topic).await?.is_none() {
        return Err(StoreError::Missing("topic"));
    }
    let (group, member) = (topic.as_str(), photo.as_str());
    if TOPICS.member_since(tx, group, member).await?.is_some() {
        return Ok(false);
    }
    TOPICS.put(tx, group, member, at.as_micros()).await?;
    TOPICS.recount(tx, group, i64::from(is_listed)).await?;
    Ok(true)
}

async fn row(db: &impl ConnectionTrait, id: &TopicId) -> Result<Option<Model>, StoreError> {
    let text = "SELECT * FROM topics WHERE id = ?";
    Ok(Sql::new(text, [id.as_str().into()]).models(db).await?.pop())
}

/// The topics in these rows, each with its owners, in the rows' order.
async fn with_owners(
    db: &impl ConnectionTrait,
    models: Vec<Model>,
) -> Result<Vec<Topic>, StoreError> {
    if models.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new("SELECT topic_id, user_id FROM topic_owners WHERE topic_id IN ", []);
    sql.list(models.iter().map(|model| model.id.as_str())).add(" ORDER BY position", []);
    let mut owners = std::collections::HashMap::<String, Vec<UserId>>::new();
    for row in sql.all(db).await? {
        let (topic, user): (String, String) = (cell(&row, 0)?, cell(&row, 1)?);
        let user = UserId::parse(&user).map_err(corrupt("owner", &topic))?;
        owners.entry(topic).or_default().push(user);
    }
    let topic = |model: Model| {
        let owners = owners.remove(&model.id).unwrap_or_default();
        model.into_topic(owners)
    };
    models.into_iter().map(topic).collect()
}

async fn set_owners(
    tx: &impl ConnectionTrait,
    topic: &TopicId,
    owners: &[UserId],
) -> Result<(), StoreError> {
    let text = "DELETE FROM topic_owners WHERE topic_id = ?";
    Sql::new(text, [topic.as_str().into()]).run(tx).await?;
    let mut seen = Vec::new();
    for owner in owners {
        if !seen.contains(&owner) {
            let text = "INSERT INTO topic_owners (topic_id, user_id, position) VALUES (?, ?, ?)";
            let values: [Value; 3] =
                [topic.as_str().into(), owner.as_str().into(), (seen.len() as i32).into()];
            Sql::new(text, values).run(tx).await?;
            seen.push(owner);
        }
    }
    Ok(())
}

/// The filter as SQL: ` FROM … WHERE …`.
fn select(filter: &TopicFilter) -> Sql {
    let TopicFilter { ids_or_slugs } = filter;
    if ids_or_slugs.is_empty() {
        let text = " FROM topics WHERE visibility <> ?";
        return Sql::new(text, [Visibility::Hidden.as_str().into()]);
    }
    let mut sql = Sql::new(" FROM topics WHERE (id IN ", []);
    sql.list(ids_or_slugs.iter().map(String::as_str)).add(" OR slug IN ", []);
    sql.list(ids_or_slugs.iter().map(String::as_str)).add(")", []);
    sql
}

const fn order_by(order: TopicOrder) -> &'static str {
    match order {
        TopicOrder::Position => " ORDER BY position, id",
        TopicOrder::Featured => {
            " ORDER BY CASE visibility WHEN 'featured' THEN 0 ELSE 1 END, position, id"
        }
        TopicOrder::Latest => " ORDER BY published_at DESC, id DESC",
        TopicOrder::Oldest => " ORDER BY published_at, id",
    }
}

/// Names every field of the edit, so that a new one cannot be forgotten here.
fn apply(model: &mut Model, edit: &TopicEdit, at: Timestamp) {
    let TopicEdit { slug, title, description, visibility, is_open, position, owners: _ } = edit;
    set(&mut model.slug, slug.as_ref());
    set(&mut model.title, title.as_ref());
    set(&mut model.description, description.as_ref());
    set(&mut model.is_open, is_open.as_ref());
    set(&mut model.position, position.as_ref());
    if let Some(visibility) = visibility {
        visibility.as_str().clone_into(&mut model.visibility);
    }
    model.updated_at = at.as_micros();
}

/// Writes the words; what is counted changes by its own statements.
async fn update(tx: &impl ConnectionTrait, model: &Model) -> Result<(), StoreError> {
    let changed = ActiveModel {
        id: NotSet,
        total_photos: NotSet,
        preview: NotSet,
        ..model.clone().into_active_model().reset_all()
    };
    Entity::update_many()
        .set(changed)
        .filter(Column::Id.eq(model.id.as_str()))
        .exec(tx)
        .await
        .map_err(fault)?;
    Ok(())
}

/// Reads the columns photo, topic, slug, title, visibility, since.
pub(crate) fn membership(row: &sea_orm::QueryResult) -> Result<TopicMembership, StoreError> {
    let (photo, topic): (String, String) = (cell(row, 0)?, cell(row, 1)?);
    let visibility: String = cell(row, 4)?;
    Ok(TopicMembership {
        photo: PhotoId::parse(&photo).map_err(corrupt("photo", &topic))?,
        topic: TopicId::parse(&topic).map_err(corrupt("id", &topic))?,
        slug: cell(row, 2)?,
        title: cell(row, 3)?,
        visibility: Visibility::parse(&visibility)
            .ok_or_else(|| unknown("visibility", &topic, &visibility))?,
        approved_at: Timestamp::from_micros(cell(row, 5)?),
    })
}

const IDS_AT_ONCE: usize = 500;
