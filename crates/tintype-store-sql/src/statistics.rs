//! Counts by day, and totals.

use std::collections::BTreeMap;

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, QueryResult, Value};
use tintype_domain::{Counted, DailyCount, Day, MonthTotals, PhotoId, Totals};
use tintype_store::{CountAdded, StatisticsOf, StatisticsStore, StoreError};

use crate::{
    entities::{
        corrupt, count,
        photos::{DELETED, LISTED},
    },
    sql::{Sql, cell},
    store::SqlStore,
};

#[async_trait]
impl StatisticsStore for SqlStore {
    async fn add_counts(&self, counts: &[CountAdded]) -> Result<(), StoreError> {
        let sums: Vec<_> = sums(counts).into_iter().collect();
        for part in sums.chunks(COUNTS_AT_ONCE) {
            let writing = self.writing().await?;
            let mut days = BTreeMap::<i32, (i64, i64)>::new();
            for ((photo, day), (views, downloads)) in part {
                if add(&writing.tx, photo, *day, (*views, *downloads)).await? {
                    let sum = days.entry(*day).or_default();
                    *sum = (sum.0 + views, sum.1 + downloads);
                }
            }
            for (day, sum) in days {
                add_to_library(&writing.tx, day, sum).await?;
            }
            writing.commit().await?;
        }
        Ok(())
    }

    async fn daily_counts(
        &self,
        of: &StatisticsOf,
        from: Day,
        to: Day,
    ) -> Result<Vec<DailyCount>, StoreError> {
        let days: [Value; 2] = [from.0.into(), to.0.into()];
        let mut sql = match of {
            StatisticsOf::Photo(photo) => {
                let text = "SELECT day, views, downloads, likes FROM daily_counts \
                            WHERE photo_id = ?";
                Sql::new(text, [photo.as_str().into()])
            }
            StatisticsOf::User(user) => {
                let text = "SELECT d.day, sum(d.views), sum(d.downloads), sum(d.likes) \
                            FROM photos p CROSS JOIN daily_counts d ON d.photo_id = p.id \
                            WHERE p.owner_id = ? AND p.state = ?";
                Sql::new(text, [user.as_str().into(), LISTED.into()])
            }
            StatisticsOf::Library => {
                Sql::new("SELECT day, views, downloads, likes FROM library_days WHERE 1 = 1", [])
            }
        };
        sql.add(" AND day BETWEEN ? AND ?", days);
        if matches!(of, StatisticsOf::User(_)) {
            sql.add(" GROUP BY d.day", []);
        }
        sql.add(" ORDER BY day", []);
        let photo = if let StatisticsOf::Photo(photo) = of { Some(photo) } else { None };
        let rows = sql.all(&self.read).await?;
        let days = rows.iter().map(|row| daily(row, photo)).collect::<Result<Vec<_>, _>>()?;
        let happened = |day: &DailyCount| day.views + day.downloads + day.likes > 0;
        Ok(days.into_iter().filter(happened).collect())
    }

    async fn daily_counts_of(
        &self,
        photos: &[PhotoId],
        from: Day,
        to: Day,
    ) -> Result<Vec<DailyCount>, StoreError> {
        let mut days = Vec::new();
        for part in photos.chunks(COUNTS_AT_ONCE / 2) {
            let text = "SELECT day, views, downloads, likes, photo_id FROM daily_counts \
                        WHERE day BETWEEN ? AND ? AND views + downloads + likes > 0 \
                        AND photo_id IN ";
            let mut sql = Sql::new(text, [from.0.into(), to.0.into()]);
            sql.list(part.iter().map(PhotoId::as_str)).add(" ORDER BY photo_id, day", []);
            for row in sql.all(&self.read).await? {
                let photo: String = cell(&row, 4)?;
                let photo = PhotoId::parse(&photo).map_err(corrupt("photo", &photo))?;
                days.push(daily(&row, Some(&photo))?);
            }
        }
        Ok(days)
    }

    async fn views_and_downloads(&self, of: &StatisticsOf) -> Result<(u64, u64), StoreError> {
        let sql = match of {
            StatisticsOf::Photo(photo) => {
                let text = "SELECT views, downloads FROM photos WHERE id = ? AND state <> ?";
                Sql::new(text, [photo.as_str().into(), DELETED.into()])
            }
            StatisticsOf::User(user) => {
                let text = "SELECT coalesce(sum(views), 0), coalesce(sum(downloads), 0) \
                            FROM photos WHERE owner_id = ? AND state = ?";
                Sql::new(text, [user.as_str().into(), LISTED.into()])
            }
            StatisticsOf::Library => Sql::new("SELECT views, downloads FROM library_totals", []),
        };
        let row = sql.one(&self.read).await?;
        row.map_or(Ok((0, 0)), |row| Ok((number(&row, 0)?, number(&row, 1)?)))
    }

    async fn totals(&self) -> Result<Totals, StoreError> {
        let text = "SELECT t.listed, \
                    (SELECT count(*) FROM users WHERE total_photos > 0), \
                    t.pixels, t.views, t.downloads, t.likes, \
                    (SELECT count(DISTINCT owner_id) FROM apps), \
                    (SELECT count(*) FROM apps) FROM library_totals t";
        let Some(row) = Sql::new(text, []).one(&self.read).await? else {
            return Err(StoreError::Corrupt("the library's totals are missing".to_owned()));
        };
        Ok(Totals {
            photos: number(&row, 0)?,
            photographers: number(&row, 1)?,
            pixels: number(&row, 2)?,
            views: number(&row, 3)?,
            downloads: number(&row, 4)?,
            likes: number(&row, 5)?,
            developers: number(&row, 6)?,
            applications: number(&row, 7)?,
        })
    }

    async fn month_totals(&self, from: Day) -> Result<MonthTotals, StoreError> {
        let start = from.start().as_micros();
        let text = "SELECT coalesce(sum(views), 0), coalesce(sum(downloads), 0), \
                    coalesce(sum(likes), 0), coalesce(sum(new_photos), 0), \
                    coalesce(sum(new_pixels), 0), \
                    (SELECT count(*) FROM users WHERE first_photo_at >= ?), \
                    (SELECT count(*) FROM (SELECT owner_id FROM apps GROUP BY owner_id \
                    HAVING min(created_at) >= ?) newcomers), \
                    (SELECT count(*) FROM apps WHERE created_at >= ?) \
                    FROM library_days WHERE day >= ?";
        let values = [start.into(), start.into(), start.into(), from.0.into()];
        let Some(row) = Sql::new(text, values).one(&self.read).await? else {
            return Ok(MonthTotals::default());
        };
        Ok(MonthTotals {
            views: number(&row, 0)?,
            downloads: number(&row, 1)?,
            likes: number(&row, 2)?,
            new_photos: number(&row, 3)?,
            new_pixels: number(&row, 4)?,
            new_photographers: number(&row, 5)?,
            new_developers: number(&row, 6)?,
            new_applications: number(&row, 7)?,
        })
    }

    async fn roll_up(&self, before: Day) -> Result<u64, StoreError> {
        let mut gone = 0;
        while let Some(month) = first_unsummed(self, before).await? {
            gone += sum_month(self, month, before).await?;
        }
        Ok(gone)
    }
}

/// Counts likes of a photo on a day, or, where its days are summed already, in that month.
pub(crate) async fn add_likes(
    tx: &impl ConnectionTrait,
    photo: &PhotoId,
    day: Day,
    by: i64,
) -> Result<(), StoreError> {
    let text = "UPDATE library_days SET likes = likes + ? WHERE day = ?";
    if Sql::new(text, [by.into(), day.0.into()]).run(tx).await? == 0 {
        let text = "INSERT INTO library_days (day, likes) VALUES (?, ?)";
        Sql::new(text, [day.0.into(), by.into()]).run(tx).await?;
    }
    let text = "UPDATE daily_counts SET likes = likes + ? WHERE photo_id = ? AND day = ?";
    let days = if by < 0 { vec![day, first_of_month(day)] } else { vec![day] };
    for day in days {
        let values = [by.into(), photo.as_str().into(), day.0.into()];
        if Sql::new(text, values).run(tx).await? > 0 {
            return Ok(());
        }
    }
    insert_day(tx, photo.as_str(), day.0, [0, 0, by.max(0)]).await
}

type Sums = BTreeMap<(String, i32), (i64, i64)>;

fn sums(counts: &[CountAdded]) -> Sums {
    let mut sums = Sums::new();
    for CountAdded { photo, day, what, times } in counts {
        let sum = sums.entry((photo.as_str().to_owned(), day.0)).or_default();
        match what {
            Counted::View => sum.0 += *times as i64,
            Counted::Download => sum.1 += *times as i64,
        }
    }
    sums
}

/// Adds to a photo and its day. `false` when the photo is gone.
async fn add(
    tx: &impl ConnectionTrait,
    photo: &str,
    day: i32,
    (views, downloads): (i64, i64),
) -> Result<bool, StoreError> {
    let text = "UPDATE photos SET views = views + ?, downloads = downloads + ? \
                WHERE id = ? AND state <> ?";
    let values = [views.into(), downloads.into(), photo.into(), DELETED.into()];
    if Sql::new(text, values).run(tx).await? == 0 {
        return Ok(false);
    }
    let text = "UPDATE daily_counts SET views = views + ?, downloads = downloads + ? \
                WHERE photo_id = ? AND day = ?";
    let values = [views.into(), downloads.into(), photo.into(), day.into()];
    if Sql::new(text, values).run(tx).await? == 0 {
        insert_day(tx, photo, day, [views, downloads, 0]).await?;
    }
    Ok(true)
}

async fn insert_day(
    tx: &impl ConnectionTrait,
    photo: &str,
    day: i32,
    [views, downloads, likes]: [i64; 3],
) -> Result<(), StoreError> {
    let text = "INSERT INTO daily_counts (photo_id, day, views, downloads, likes) \
                VALUES (?, ?, ?, ?, ?)";
    let values = [photo.into(), day.into(), views.into(), downloads.into(), likes.into()];
    Sql::new(text, values).run(tx).await?;
    Ok(())
}

async fn add_to_library(
    tx: &impl ConnectionTrait,
    day: i32,
    (views, downloads): (i64, i64),
) -> Result<(), StoreError> {
    let text = "UPDATE library_days SET views = views + ?, downloads = downloads + ? \
                WHERE day = ?";
    if Sql::new(text, [views.into(), downloads.into(), day.into()]).run(tx).await? == 0 {
        let text = "INSERT INTO library_days (day, views, downloads) VALUES (?, ?, ?)";
        Sql::new(text, [day.into(), views.into(), downloads.into()]).run(tx).await?;
    }
    let text = "UPDATE library_totals SET views = views + ?, downloads = downloads + ?";
    Sql::new(text, [views.into(), downloads.into()]).run(tx).await?;
    Ok(())
}

/// The first day of the earliest month that has days before `before` still apart.
async fn first_unsummed(store: &SqlStore, before: Day) -> Result<Option<Day>, StoreError> {
    let text = "SELECT DISTINCT day FROM daily_counts WHERE day < ? ORDER BY day";
    let days: Vec<i32> = Sql::new(text, [before.0.into()]).column(&store.read).await?;
    let apart = days.into_iter().map(Day).find(|day| *day != first_of_month(*day));
    Ok(apart.map(first_of_month))
}

/// Adds a month's days to its first one, some rows at a time; says how many rows went.
async fn sum_month(store: &SqlStore, month: Day, before: Day) -> Result<u64, StoreError> {
    let next = first_of_month(Day(month.0 + 31));
    let end = next.0.min(before.0);
    let mut gone = 0;
    loop {
        let writing = store.writing().await?;
        let text = "SELECT photo_id, day, views, downloads, likes FROM daily_counts \
                    WHERE day > ? AND day < ? LIMIT ?";
        let rows = Sql::new(text, [month.0.into(), end.into(), ROWS_AT_ONCE.into()]);
        let rows = rows.all(&writing.tx).await?;
        if rows.is_empty() {
            return Ok(gone);
        }
        for row in &rows {
            gone += sum_row(&writing.tx, row, month).await?;
        }
        writing.commit().await?;
    }
}

/// Moves one row to the first of its month; says whether the table has one row less for it.
async fn sum_row(
    tx: &impl ConnectionTrait,
    row: &QueryResult,
    month: Day,
) -> Result<u64, StoreError> {
    let (photo, day): (String, i32) = (cell(row, 0)?, cell(row, 1)?);
    let (views, downloads, likes): (i64, i64, i64) = (cell(row, 2)?, cell(row, 3)?, cell(row, 4)?);
    let text = "UPDATE daily_counts SET views = views + ?, downloads = downloads + ?, \
                likes = likes + ? WHERE photo_id = ? AND day = ?";
    let values =
        [views.into(), downloads.into(), likes.into(), photo.as_str().into(), month.0.into()];
    let summed = Sql::new(text, values).run(tx).await?;
    if summed == 0 {
        insert_day(tx, &photo, month.0, [views, downloads, likes]).await?;
    }
    let text = "DELETE FROM daily_counts WHERE photo_id = ? AND day = ?";
    Sql::new(text, [photo.into(), day.into()]).run(tx).await?;
    Ok(summed)
}

/// The first day of the month a day lies in.
fn first_of_month(day: Day) -> Day {
    let date = day.to_string();
    let of_month: u32 = date.rsplit('-').next().and_then(|part| part.parse().ok()).unwrap_or(1);
    day.back(of_month - 1)
}

fn daily(row: &QueryResult, photo: Option<&PhotoId>) -> Result<DailyCount, StoreError> {
    Ok(DailyCount {
        photo: photo.cloned(),
        day: Day(cell(row, 0)?),
        views: number(row, 1)?,
        downloads: number(row, 2)?,
        likes: number(row, 3)?,
    })
}

fn number(row: &QueryResult, place: usize) -> Result<u64, StoreError> {
    cell(row, place).map(count)
}

const COUNTS_AT_ONCE: usize = 1000;
const ROWS_AT_ONCE: i64 = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_begins_on_its_first_day() {
        let day = |text: &str| Day::of(tintype_domain::Timestamp::parse(text).unwrap());
        let first = day("2024-02-01T00:00:00Z");
        assert_eq!(first_of_month(day("2024-02-29T12:00:00Z")), first);
        assert_eq!(first_of_month(first), first);
        assert_eq!(first_of_month(Day(first.0 + 31)), day("2024-03-01T00:00:00Z"));
    }
}
