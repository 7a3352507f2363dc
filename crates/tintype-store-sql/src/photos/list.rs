//! Pages of photos.

use sea_orm::ConnectionTrait;
use tintype_domain::{Listing, Page, Photo, PhotoOrder};
use tintype_store::{PhotoFilter, StoreError, Withdrawn};

use super::filter::{Selection, select};
use crate::{entities::photos::Model, sql::Sql};

/// One page, and how many photos there are on all.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
    order: PhotoOrder,
    page: Page,
) -> Result<Listing<Photo>, StoreError> {
    let selection = select(db, filter).await?;
    if page.number() == 1 {
        return first(db, filter, order, page, selection).await;
    }
    let total = total(db, filter, &selection).await?;
    let Some(window) = Window::of(page, total) else {
        return Ok(Listing { items: Vec::new(), total });
    };
    let items = read(db, order, selection, &window).await?;
    Ok(Listing { items, total })
}

/// The first page is read from the start whatever the total, and often tells it.
async fn first(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
    order: PhotoOrder,
    page: Page,
    selection: Selection,
) -> Result<Listing<Photo>, StoreError> {
    let window = Window { limit: i64::from(page.size()), offset: 0, is_backward: false };
    let items = read(db, order, selection.clone(), &window).await?;
    let total = match page.total_seen(items.len()) {
        Some(total) => total,
        None => total(db, filter, &selection).await?,
    };
    Ok(Listing { items, total })
}

async fn read(
    db: &impl ConnectionTrait,
    order: PhotoOrder,
    selection: Selection,
    window: &Window,
) -> Result<Vec<Photo>, StoreError> {
    let order = order_by(order, selection.since, window.is_backward);
    let mut sql = Sql::new("SELECT p.*", []);
    sql.join(selection.from).add(&order, []);
    sql.add(" LIMIT ? OFFSET ?", [window.limit.into(), window.offset.into()]);
    let models: Vec<Model> = sql.models(db).await?;
    let mut items = models.into_iter().map(Model::into_photo).collect::<Result<Vec<_>, _>>()?;
    if window.is_backward {
        items.reverse();
    }
    Ok(items)
}

/// How many photos pass. Numbers that are kept beside their rows are not counted again.
async fn total(
    db: &impl ConnectionTrait,
    filter: &PhotoFilter,
    selection: &Selection,
) -> Result<u64, StoreError> {
    if let Some(sql) = kept_total(filter) {
        return sql.count(db).await;
    }
    let mut sql = Sql::new("SELECT count(*)", []);
    sql.join(selection.from.clone());
    sql.count(db).await
}

fn kept_total(filter: &PhotoFilter) -> Option<Sql> {
    let alone = |kept: PhotoFilter| kept == *filter;
    let nothing = PhotoFilter::default;
    if alone(nothing()) {
        return Some(Sql::new("SELECT listed FROM library_totals", []));
    }
    if alone(PhotoFilter { withdrawn: Withdrawn::Shown, ..nothing() }) {
        return Some(Sql::new("SELECT listed + withdrawn FROM library_totals", []));
    }
    if let Some(owner) = &filter.owner
        && alone(PhotoFilter { owner: Some(owner.clone()), ..nothing() })
    {
        let text = "SELECT total_photos FROM users WHERE id = ?";
        return Some(Sql::new(text, [owner.as_str().into()]));
    }
    if let Some(user) = &filter.liked_by
        && alone(PhotoFilter { liked_by: Some(user.clone()), ..nothing() })
    {
        let text = "SELECT total_likes FROM users WHERE id = ?";
        return Some(Sql::new(text, [user.as_str().into()]));
    }
    if let [collection] = filter.collections.as_slice()
        && alone(PhotoFilter { collections: filter.collections.clone(), ..nothing() })
    {
        let text = "SELECT total_photos FROM collections WHERE id = ?";
        return Some(Sql::new(text, [collection.as_str().into()]));
    }
    if let [topic] = filter.topics.as_slice()
        && alone(PhotoFilter { topics: filter.topics.clone(), ..nothing() })
    {
        let text = "SELECT total_photos FROM topics WHERE id = ?";
        return Some(Sql::new(text, [topic.as_str().into()]));
    }
    None
}

/// Every order ends in the id, so that pages never overlap.
fn order_by(order: PhotoOrder, since: &str, is_backward: bool) -> String {
    let (column, is_descending) = match order {
        PhotoOrder::Latest => (since, true),
        PhotoOrder::Oldest => (since, false),
        PhotoOrder::Popular => ("p.likes", true),
        PhotoOrder::Views => ("p.views", true),
        PhotoOrder::Downloads => ("p.downloads", true),
    };
    let way = if is_descending == is_backward { "ASC" } else { "DESC" };
    // Within a group the group's own id orders ties: it is the one in the index.
    let id = if column.starts_with("g.") { "g.photo_id" } else { "p.id" };
    format!(" ORDER BY {column} {way}, {id} {way}")
}

/// The part of a list that is read. Pages in the second half are read from the end, so that the
/// last page is as near as the first.
struct Window {
    limit: i64,
    offset: i64,
    is_backward: bool,
}

impl Window {
    fn of(page: Page, total: u64) -> Option<Self> {
        let first = page.offset();
        if first >= total {
            return None;
        }
        let size = u64::from(page.size()).min(total - first);
        let is_backward = first > total / 2;
        let offset = if is_backward { total - first - size } else { first };
        Some(Self { limit: size as i64, offset: offset as i64, is_backward })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_the_second_half_are_read_from_the_end() {
        let window = |number, total| {
            Window::of(Page::first(10).at(number), total)
                .map(|window| (window.offset, window.limit, window.is_backward))
        };
        assert_eq!(window(1, 95), Some((0, 10, false)));
        assert_eq!(window(5, 95), Some((40, 10, false)));
        assert_eq!(window(6, 95), Some((35, 10, true)));
        assert_eq!(window(10, 95), Some((0, 5, true)));
        assert_eq!(window(11, 95), None);
        assert_eq!(window(1, 0), None);
        assert_eq!(window(1, 3), Some((0, 3, false)));
    }
}
