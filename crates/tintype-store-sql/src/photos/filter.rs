//! The one place that turns a filter into SQL.

use sea_orm::ConnectionTrait;
use tintype_domain::{CollectionId, ContentFilter, TopicId};
use tintype_store::{PhotoFilter, StoreError, Withdrawn};

use crate::{
    entities::photos::{LISTED, WITHDRAWN, shape},
    groups::{COLLECTIONS, Group, TOPICS},
    sql::Sql,
};

/// A filter as SQL: ` FROM … WHERE …`, where `p` is the photo.
#[derive(Clone)]
pub(super) struct Selection {
    /// The clause.
    pub from: Sql,
    /// What "latest" orders by.
    pub since: &'static str,
}

/// Turns a filter into SQL.
pub(super) async fn select(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
) -> Result<Selection, StoreError> {
    let leading = leading_tag(db, filter).await?;
    let (mut from, since) = source(filter, leading);
    match filter.withdrawn {
        Withdrawn::Hidden => from.add(" WHERE p.state = ?", [LISTED.into()]),
        Withdrawn::Shown => from.add(" WHERE p.state IN (?, ?)", [LISTED.into(), WITHDRAWN.into()]),
    };
    narrow_by_place(&mut from, filter, since);
    if let Some(tag) = filter.tag.as_deref().filter(|_| leading.is_none()) {
        // Read once and kept: a frequent tag is then checked on the list's own index.
        let text = " AND p.id IN (SELECT photo_id FROM photo_tags WHERE tag = ?)";
        from.add(text, [tag.into()]);
    }
    narrow_by_look(&mut from, filter);
    Ok(Selection { from, since })
}

/// The same for the photos of these numbers in the draw. Only listed photos have one.
pub(super) fn select_drawn(filter: &PhotoFilter, numbers: &[i64]) -> Sql {
    let mut from = Sql::new(" FROM photos p WHERE p.draw IN ", []);
    from.list(numbers.iter().copied());
    if let Some(user) = &filter.liked_by {
        let text = " AND p.id IN (SELECT photo_id FROM likes WHERE user_id = ?)";
        from.add(text, [user.as_str().into()]);
    }
    if let Some(tag) = &filter.tag {
        let text = " AND EXISTS (SELECT 1 FROM photo_tags WHERE tag = ? AND photo_id = p.id)";
        from.add(text, [tag.as_str().into()]);
    }
    narrow_by_place(&mut from, filter, "");
    narrow_by_look(&mut from, filter);
    from
}

/// The tables a filter reads. What orders the list comes first: liking, else collections, else
/// topics.
fn source(filter: &PhotoFilter, leading: Option<&str>) -> (Sql, &'static str) {
    if let Some(user) = &filter.liked_by {
        let text = " FROM (SELECT photo_id, liked_at FROM likes WHERE user_id = ?) g \
                    CROSS JOIN photos p ON p.id = g.photo_id";
        (Sql::new(text, [user.as_str().into()]), "g.liked_at")
    } else if !filter.collections.is_empty() {
        (members(&COLLECTIONS, filter.collections.iter().map(CollectionId::as_str)), "g.added_at")
    } else if !filter.topics.is_empty() {
        (members(&TOPICS, filter.topics.iter().map(TopicId::as_str)), "g.approved_at")
    } else if let Some(tag) = leading {
        let text = " FROM (SELECT photo_id FROM photo_tags WHERE tag = ?) g \
                    CROSS JOIN photos p ON p.id = g.photo_id";
        (Sql::new(text, [tag.into()]), "p.created_at")
    } else {
        (Sql::new(" FROM photos p", []), "p.created_at")
    }
}

/// The tag, when it is rare and nothing narrower leads to the photos.
async fn leading_tag<'a>(
    db: &impl ConnectionTrait,
    filter: &'a PhotoFilter,
) -> Result<Option<&'a str>, StoreError> {
    let groups = filter.collections.len() + filter.topics.len();
    if filter.liked_by.is_some() || filter.owner.is_some() || groups > 0 {
        return Ok(None);
    }
    let Some(tag) = filter.tag.as_deref() else { return Ok(None) };
    Ok(is_rare(db, tag).await?.then_some(tag))
}

/// Whether so few photos have a tag that they are best looked at one by one.
pub(super) async fn is_rare(db: &impl ConnectionTrait, tag: &str) -> Result<bool, StoreError> {
    let text = "SELECT count(*) FROM (SELECT 1 FROM photo_tags WHERE tag = ? LIMIT ?) few";
    let few = Sql::new(text, [tag.into(), (FEW + 1).into()]).count(db).await?;
    Ok(few <= FEW as u64)
}

/// The photos of some groups, each once, since it was first in the latest of them. (The cross join
/// makes SQLite begin with the members, which are few.)
fn members<'a>(group: &Group, ids: impl ExactSizeIterator<Item = &'a str>) -> Sql {
    let Group { members, key, since, .. } = group;
    let is_one = ids.len() == 1;
    let column = if is_one { (*since).to_owned() } else { format!("max({since}) AS {since}") };
    let mut sql =
        Sql::new(&format!(" FROM (SELECT photo_id, {column} FROM {members} WHERE {key} IN "), []);
    sql.list(ids);
    sql.add(if is_one { "" } else { " GROUP BY photo_id" }, []);
    sql.add(") g CROSS JOIN photos p ON p.id = g.photo_id", []);
    sql
}

/// Narrows by all that lies in other tables and is not joined already.
fn narrow_by_place(sql: &mut Sql, filter: &PhotoFilter, since: &str) {
    if since != "g.added_at" && !filter.collections.is_empty() {
        sql.add(" AND p.id IN (SELECT photo_id FROM collection_photos WHERE collection_id IN ", []);
        sql.list(filter.collections.iter().map(CollectionId::as_str)).add(")", []);
    }
    if since != "g.approved_at" && !filter.topics.is_empty() {
        sql.add(" AND p.id IN (SELECT photo_id FROM topic_photos WHERE topic_id IN ", []);
        sql.list(filter.topics.iter().map(TopicId::as_str)).add(")", []);
    }
}

/// Narrows by what the photo's own row says.
fn narrow_by_look(sql: &mut Sql, filter: &PhotoFilter) {
    if let Some(owner) = &filter.owner {
        sql.add(" AND p.owner_id = ?", [owner.as_str().into()]);
    }
    if let Some(orientation) = filter.orientation {
        sql.add(" AND p.orientation = ?", [shape(orientation).into()]);
    }
    if filter.content_filter == Some(ContentFilter::High) {
        sql.add(" AND p.is_sensitive = ?", [false.into()]);
    }
    if filter.is_featured {
        sql.add(" AND p.promoted_at IS NOT NULL", []);
    }
    if let Some(batch) = &filter.batch {
        sql.add(" AND p.batch = ?", [batch.as_str().into()]);
    }
}

const FEW: i64 = 1000;
