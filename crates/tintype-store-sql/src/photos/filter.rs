//! The one place that turns a filter into SQL.

use tintype_domain::{CollectionId, ContentFilter, TopicId};
use tintype_store::{PhotoFilter, Withdrawn};

use crate::{
    entities::photos::{LISTED, WITHDRAWN, shape},
    groups::{COLLECTIONS, Group, TOPICS},
    sql::Sql,
};

/// A filter as SQL: ` FROM … WHERE …`, where `p` is the photo.
pub(super) struct Selection {
    /// The clause.
    pub from: Sql,
    /// What "latest" orders by.
    pub since: &'static str,
}

/// Turns a filter into SQL.
pub(super) fn select(filter: &PhotoFilter) -> Selection {
    let (mut from, since) = source(filter);
    match filter.withdrawn {
        Withdrawn::Hidden => from.add(" WHERE p.state = ?", [LISTED.into()]),
        Withdrawn::Shown => from.add(" WHERE p.state IN (?, ?)", [LISTED.into(), WITHDRAWN.into()]),
    };
    narrow_by_place(&mut from, filter, since);
    narrow_by_look(&mut from, filter);
    Selection { from, since }
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
    narrow_by_place(&mut from, &PhotoFilter { tag: None, ..filter.clone() }, "");
    narrow_by_look(&mut from, filter);
    from
}

/// The tables a filter reads. What orders the list comes first: liking, else collections, else
/// topics.
fn source(filter: &PhotoFilter) -> (Sql, &'static str) {
    if let Some(user) = &filter.liked_by {
        let text = " FROM (SELECT photo_id, liked_at FROM likes WHERE user_id = ?) g \
                    CROSS JOIN photos p ON p.id = g.photo_id";
        (Sql::new(text, [user.as_str().into()]), "g.liked_at")
    } else if !filter.collections.is_empty() {
        (members(&COLLECTIONS, filter.collections.iter().map(CollectionId::as_str)), "g.added_at")
    } else if !filter.topics.is_empty() {
        (members(&TOPICS, filter.topics.iter().map(TopicId::as_str)), "g.approved_at")
    } else if let Some(tag) = leading_tag(filter) {
        let text = " FROM (SELECT photo_id FROM photo_tags WHERE tag = ?) g \
                    CROSS JOIN photos p ON p.id = g.photo_id";
        (Sql::new(text, [tag.into()]), "p.created_at")
    } else {
        (Sql::new(" FROM photos p", []), "p.created_at")
    }
}

/// The tag, when nothing narrower leads to the photos.
fn leading_tag(filter: &PhotoFilter) -> Option<&str> {
    let groups = filter.collections.len() + filter.topics.len();
    let is_narrower = filter.liked_by.is_some() || filter.owner.is_some() || groups > 0;
    filter.tag.as_deref().filter(|_| !is_narrower)
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
    if let Some(tag) = filter.tag.as_deref().filter(|_| leading_tag(filter).is_none()) {
        let text = " AND EXISTS (SELECT 1 FROM photo_tags WHERE tag = ? AND photo_id = p.id)";
        sql.add(text, [tag.into()]);
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
