//! What applications did: calls by day, and photos they used.

use std::collections::BTreeMap;

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, Value};
use tintype_domain::{AppId, DailyUsage, Day, PhotoId, PhotoUse};
use tintype_store::{AppDeed, StoreError, UsageAdded, UsageStore};

use crate::{
    entities::{corrupt, count},
    sql::{Sql, cell},
    store::SqlStore,
};

#[async_trait]
impl UsageStore for SqlStore {
    async fn add_usage(&self, usage: &[UsageAdded]) -> Result<(), StoreError> {
        let sums = Sums::of(usage);
        let days: Vec<_> = sums.days.into_iter().collect();
        for part in days.chunks(ROWS_AT_ONCE) {
            let writing = self.writing().await?;
            for (key, added) in part {
                add_to_day(&writing.tx, key, *added).await?;
            }
            writing.commit().await?;
        }
        let photos: Vec<_> = sums.photos.into_iter().collect();
        for part in photos.chunks(ROWS_AT_ONCE) {
            let writing = self.writing().await?;
            for (key, added) in part {
                add_to_photo(&writing.tx, key, *added).await?;
            }
            writing.commit().await?;
        }
        Ok(())
    }

    async fn daily_usage(
        &self,
        app: &AppId,
        from: Day,
        to: Day,
    ) -> Result<Vec<DailyUsage>, StoreError> {
        let text = "SELECT day, calls, refused FROM app_days \
                    WHERE app_id = ? AND day BETWEEN ? AND ? ORDER BY day";
        let sql = Sql::new(text, [app.as_str().into(), from.0.into(), to.0.into()]);
        let rows = sql.all(&self.read).await?;
        let daily = |row| {
            Ok(DailyUsage {
                day: Day(cell(row, 0)?),
                calls: cell(row, 1).map(count)?,
                refused: cell(row, 2).map(count)?,
            })
        };
        rows.iter().map(daily).collect()
    }

    async fn photos_used(&self, app: &AppId, most: u32) -> Result<Vec<PhotoUse>, StoreError> {
        let text = "SELECT photo_id, views, downloads, last_day FROM app_photos \
                    WHERE app_id = ? ORDER BY last_day DESC, downloads DESC, views DESC, photo_id \
                    LIMIT ?";
        let sql = Sql::new(text, [app.as_str().into(), i64::from(most).into()]);
        let mut used = Vec::new();
        for row in sql.all(&self.read).await? {
            let photo: String = cell(&row, 0)?;
            used.push(PhotoUse {
                photo: PhotoId::parse(&photo).map_err(corrupt("photo", app.as_str()))?,
                views: cell(&row, 1).map(count)?,
                downloads: cell(&row, 2).map(count)?,
                last_day: Day(cell(&row, 3)?),
            });
        }
        Ok(used)
    }
}

/// What to add, one entry a row.
#[derive(Default)]
struct Sums {
    /// Calls and refused calls by application and day.
    days: BTreeMap<(String, i32), (i64, i64)>,
    /// Views, downloads and the last day by application and photo.
    photos: BTreeMap<(String, String), (i64, i64, i32)>,
}

impl Sums {
    fn of(usage: &[UsageAdded]) -> Self {
        let mut sums = Self::default();
        for UsageAdded { app, day, what, times } in usage {
            let (app, times) = (app.as_str().to_owned(), *times as i64);
            match what {
                AppDeed::Call => sums.days.entry((app, day.0)).or_default().0 += times,
                AppDeed::RefusedCall => sums.days.entry((app, day.0)).or_default().1 += times,
                AppDeed::View(photo) => sums.photo(app, photo, *day).0 += times,
                AppDeed::Download(photo) => sums.photo(app, photo, *day).1 += times,
            }
        }
        sums
    }

    fn photo(&mut self, app: String, photo: &PhotoId, day: Day) -> &mut (i64, i64, i32) {
        let row = self.photos.entry((app, photo.as_str().to_owned())).or_default();
        row.2 = row.2.max(day.0);
        row
    }
}

async fn add_to_day(
    tx: &impl ConnectionTrait,
    (app, day): &(String, i32),
    (calls, refused): (i64, i64),
) -> Result<(), StoreError> {
    let text = "UPDATE app_days SET calls = calls + ?, refused = refused + ? \
                WHERE app_id = ? AND day = ?";
    let added: [Value; 4] = [calls.into(), refused.into(), app.as_str().into(), (*day).into()];
    if Sql::new(text, added).run(tx).await? == 0 {
        let text = "INSERT INTO app_days (app_id, day, calls, refused) \
                    SELECT id, ?, ?, ? FROM apps WHERE id = ?";
        let values = [(*day).into(), calls.into(), refused.into(), app.as_str().into()];
        Sql::new(text, values).run(tx).await?;
    }
    Ok(())
}

async fn add_to_photo(
    tx: &impl ConnectionTrait,
    (app, photo): &(String, String),
    (views, downloads, day): (i64, i64, i32),
) -> Result<(), StoreError> {
    let text = "UPDATE app_photos SET views = views + ?, downloads = downloads + ?, \
                last_day = ? WHERE app_id = ? AND photo_id = ?";
    let (app, photo) = (app.as_str(), photo.as_str());
    let values = [views.into(), downloads.into(), day.into(), app.into(), photo.into()];
    if Sql::new(text, values).run(tx).await? == 0 {
        let text = "INSERT INTO app_photos (app_id, photo_id, views, downloads, last_day) \
                    SELECT id, ?, ?, ?, ? FROM apps WHERE id = ?";
        let values = [photo.into(), views.into(), downloads.into(), day.into(), app.into()];
        Sql::new(text, values).run(tx).await?;
    }
    Ok(())
}

const ROWS_AT_ONCE: usize = 1000;
