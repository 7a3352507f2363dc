//! The files of a dataset: tab-separated, quoted by `"`, a header row, numbered parts
//! (`photos.tsv000`, `photos.tsv001` …).

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use csv::{Reader, ReaderBuilder, StringRecord};

/// Why a file of a dataset could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TsvError {
    /// There is none.
    #[error("{folder} holds no {name}.tsv000")]
    Missing {
        /// Where it was looked for.
        folder: String,
        /// Which one.
        name: &'static str,
    },
    /// A column is not there.
    #[error("{path} has no column {column}")]
    NoColumn {
        /// The file.
        path: String,
        /// The column.
        column: &'static str,
    },
    /// It cannot be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        source: csv::Error,
    },
}

/// All parts of one table, row by row, with the columns asked for in their order.
pub(super) struct Table<const N: usize> {
    parts: std::vec::IntoIter<PathBuf>,
    columns: [&'static str; N],
    open: Option<Part<N>>,
}

struct Part<const N: usize> {
    path: PathBuf,
    reader: Reader<BufReader<File>>,
    places: [usize; N],
    record: StringRecord,
}

impl<const N: usize> Table<N> {
    /// Opens `NAME.tsv000` and its further parts.
    pub(super) fn open(
        folder: &Path,
        name: &'static str,
        columns: [&'static str; N],
    ) -> Result<Self, TsvError> {
        let parts: Vec<PathBuf> = (0..1_000)
            .map(|number| folder.join(format!("{name}.tsv{number:03}")))
            .take_while(|path| path.is_file())
            .collect();
        if parts.is_empty() {
            return Err(TsvError::Missing { folder: folder.display().to_string(), name });
        }
        Ok(Self { parts: parts.into_iter(), columns, open: None })
    }

    /// The next row: one text a column, empty where the file has nothing.
    pub(super) fn next(&mut self) -> Result<Option<[&str; N]>, TsvError> {
        loop {
            if self.open.is_none() {
                let Some(path) = self.parts.next() else { return Ok(None) };
                self.open = Some(Part::open(path, self.columns)?);
            }
            if self.open.as_mut().map_or(Ok(false), Part::advance)? {
                break;
            }
            self.open = None;
        }
        Ok(self.open.as_ref().map(Part::row))
    }
}

impl<const N: usize> Part<N> {
    fn open(path: PathBuf, columns: [&'static str; N]) -> Result<Self, TsvError> {
        let unreadable = |source| TsvError::Unreadable { path: path.display().to_string(), source };
        let file = File::open(&path).map_err(|error| unreadable(error.into()))?;
        let mut reader = ReaderBuilder::new()
            .delimiter(b'\t')
            .flexible(true)
            .from_reader(BufReader::with_capacity(1 << 20, file));
        let headers = reader.headers().map_err(unreadable)?;
        let mut places = [0; N];
        for (place, column) in places.iter_mut().zip(columns) {
            let found = headers.iter().position(|header| header == column);
            let missing = || TsvError::NoColumn { path: path.display().to_string(), column };
            *place = found.ok_or_else(missing)?;
        }
        Ok(Self { path, reader, places, record: StringRecord::new() })
    }

    fn advance(&mut self) -> Result<bool, TsvError> {
        let unreadable =
            |source| TsvError::Unreadable { path: self.path.display().to_string(), source };
        self.reader.read_record(&mut self.record).map_err(unreadable)
    }

    fn row(&self) -> [&str; N] {
        self.places.map(|place| self.record.get(place).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_one_after_the_other_whatever_the_order_of_columns() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
        };
        write("words.tsv000", "id\tword\n1\t\"a \"\"b\"\"\tc\"\n");
        write("words.tsv001", "word\tid\nd\t2\n");
        let mut table = Table::open(folder.path(), "words", ["word", "id"]).unwrap();
        assert_eq!(table.next().unwrap(), Some(["a \"b\"\tc", "1"]));
        assert_eq!(table.next().unwrap(), Some(["d", "2"]));
        assert_eq!(table.next().unwrap(), None);
        let error = Table::open(folder.path(), "words", ["colour"]).unwrap().next().unwrap_err();
        assert!(error.to_string().ends_with("has no column colour"), "{error}");
        assert!(Table::open(folder.path(), "photos", ["id"]).is_err());
    }
}
