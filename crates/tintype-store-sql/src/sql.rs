//! Statements written by hand: text and values together, and rows read by position.

use std::time::Instant;

use sea_orm::{
    ConnectionTrait, DbBackend, FromQueryResult, QueryResult, Statement, TryGetable, Value,
};
use tintype_store::StoreError;
use tintype_store::watch::{Seen, begun, tell};

use crate::error::fault;

/// SQL in the making: text with `?` where values go, and the values.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    /// Begins with `text`, which has a `?` for each of `values`.
    pub fn new<const N: usize>(text: &str, values: [Value; N]) -> Self {
        Self { text: text.to_owned(), values: values.into() }
    }

    /// Goes on with `text`, which has a `?` for each of `values`.
    pub fn add<const N: usize>(&mut self, text: &str, values: [Value; N]) -> &mut Self {
        self.text.push_str(text);
        self.values.extend(values);
        self
    }

    /// Goes on with another piece.
    pub fn join(&mut self, other: Self) -> &mut Self {
        self.text.push_str(&other.text);
        self.values.extend(other.values);
        self
    }

    /// Goes on with `(?, ?, …)`. An empty list matches nothing.
    pub fn list<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.text.push('(');
        let before = self.values.len();
        for value in values {
            self.text.push_str(if self.values.len() == before { "?" } else { ", ?" });
            self.values.push(value.into());
        }
        self.text.push_str(if self.values.len() == before { "NULL)" } else { ")" });
        self
    }

    /// Goes on with `(?, …), (?, …), …`.
    pub fn rows<R: IntoIterator<Item = Value>>(
        &mut self,
        rows: impl IntoIterator<Item = R>,
    ) -> &mut Self {
        for (place, row) in rows.into_iter().enumerate() {
            self.text.push_str(if place == 0 { "" } else { ", " });
            self.list(row);
        }
        self
    }

    /// Runs it; says how many rows it touched.
    pub async fn run(self, db: &impl ConnectionTrait) -> Result<u64, StoreError> {
        let watch = self.watch();
        let done = db.execute_raw(self.statement(db.get_database_backend())).await;
        let rows = done.map_err(fault)?.rows_affected();
        watch.end(rows);
        Ok(rows)
    }

    /// Runs an insertion; returns the number that the database gave the last row.
    pub async fn insert(self, db: &impl ConnectionTrait) -> Result<i64, StoreError> {
        let watch = self.watch();
        let done =
            db.execute_raw(self.statement(db.get_database_backend())).await.map_err(fault)?;
        watch.end(done.rows_affected());
        Ok(done.last_insert_id() as i64)
    }

    /// All rows.
    pub async fn all(self, db: &impl ConnectionTrait) -> Result<Vec<QueryResult>, StoreError> {
        let watch = self.watch();
        let rows = db.query_all_raw(self.statement(db.get_database_backend())).await;
        let rows = rows.map_err(fault)?;
        watch.end(rows.len() as u64);
        Ok(rows)
    }

    /// The first row.
    pub async fn one(self, db: &impl ConnectionTrait) -> Result<Option<QueryResult>, StoreError> {
        let watch = self.watch();
        let row = db.query_one_raw(self.statement(db.get_database_backend())).await;
        let row = row.map_err(fault)?;
        watch.end(u64::from(row.is_some()));
        Ok(row)
    }

    /// All rows, each as `M`.
    pub async fn models<M: FromQueryResult>(
        self,
        db: &impl ConnectionTrait,
    ) -> Result<Vec<M>, StoreError> {
        let rows = self.all(db).await?;
        rows.iter().map(|row| M::from_query_result(row, "").map_err(fault)).collect()
    }

    /// The first column of all rows.
    pub async fn column<T: TryGetable>(
        self,
        db: &impl ConnectionTrait,
    ) -> Result<Vec<T>, StoreError> {
        self.all(db).await?.iter().map(|row| cell(row, 0)).collect()
    }

    /// The first column of the first row.
    pub async fn value<T: TryGetable>(
        self,
        db: &impl ConnectionTrait,
    ) -> Result<Option<T>, StoreError> {
        self.one(db).await?.map(|row| cell(&row, 0)).transpose()
    }

    /// The number that a counting statement answers.
    pub async fn count(self, db: &impl ConnectionTrait) -> Result<u64, StoreError> {
        let number: Option<Option<i64>> = self.value(db).await?;
        Ok(number.flatten().map_or(0, |number| u64::try_from(number).unwrap_or(0)))
    }

    /// Keeps the text for a watcher, if there is one.
    fn watch(&self) -> Watch {
        Watch(begun().map(|since| (since, self.text.clone())))
    }

    fn statement(self, backend: DbBackend) -> Statement {
        let text = if backend == DbBackend::Postgres { numbered(&self.text) } else { self.text };
        Statement::from_sql_and_values(backend, text, self.values)
    }
}

/// A statement under way, for whoever watches the request that it is for.
struct Watch(Option<(Instant, String)>);

impl Watch {
    fn end(self, rows: u64) {
        if let Some((since, text)) = self.0 {
            tell(|| Seen::Query { text, rows, took: since.elapsed() });
        }
    }
}

/// One cell of a row, by its place.
pub(crate) fn cell<T: TryGetable>(row: &QueryResult, place: usize) -> Result<T, StoreError> {
    row.try_get_by(place).map_err(fault)
}

/// `?` as PostgreSQL wants it: `$1`, `$2`, … No text of ours has a question mark otherwise.
fn numbered(text: &str) -> String {
    let mut pieces = text.split('?');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.enumerate().fold(first, |text, (place, piece)| format!("{text}${}{piece}", place + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_order_of_their_places() {
        let mut sql = Sql::new("SELECT a FROM t WHERE b = ? AND c IN ", [1.into()]);
        sql.list([2, 3]).add(" AND d = ?", [4.into()]);
        let statement = sql.clone().statement(DbBackend::Sqlite);
        assert_eq!(statement.sql, "SELECT a FROM t WHERE b = ? AND c IN (?, ?) AND d = ?");
        assert_eq!(statement.values.unwrap().0, [1, 2, 3, 4].map(Value::from));
        let statement = sql.statement(DbBackend::Postgres);
        assert_eq!(statement.sql, "SELECT a FROM t WHERE b = $1 AND c IN ($2, $3) AND d = $4");
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        let mut sql = Sql::new("SELECT 1 WHERE a IN ", []);
        sql.list(Vec::<i64>::new());
        assert_eq!(sql.statement(DbBackend::Sqlite).sql, "SELECT 1 WHERE a IN (NULL)");
    }
}
