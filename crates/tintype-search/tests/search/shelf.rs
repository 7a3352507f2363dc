//! A small library to search in.

use tempfile::TempDir;
use tintype_domain::{LicenseId, Page, PhotoId, Timestamp, UserId};
use tintype_search::{
    Edit, Hits, IndexWriter, PhotoDocument, PhotoQuery, SearchIndex, WriterSettings,
};

/// An index in a folder of its own.
pub struct Shelf {
    pub folder: TempDir,
    pub index: SearchIndex,
}

impl Shelf {
    pub fn with(photos: impl IntoIterator<Item = PhotoDocument>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let index = SearchIndex::open(folder.path()).unwrap();
        let shelf = Self { folder, index };
        shelf.writer().apply(photos.into_iter().map(put), 1).unwrap();
        shelf
    }

    pub fn writer(&self) -> IndexWriter {
        self.index.try_writer(WriterSettings::default()).unwrap().expect("no one else writes")
    }

    pub fn ask(&self, query: &PhotoQuery) -> Hits<PhotoId> {
        self.index.photos(query, Page::first(30)).unwrap()
    }

    /// Names of the photos that have these words, in order.
    #[track_caller]
    pub fn check(&self, words: &str, expected: &[&str]) -> Hits<PhotoId> {
        self.check_query(&PhotoQuery::words(words), expected)
    }

    #[track_caller]
    pub fn check_query(&self, query: &PhotoQuery, expected: &[&str]) -> Hits<PhotoId> {
        let hits = self.ask(query);
        let found: Vec<&str> = hits.ids.iter().map(name).collect();
        assert_eq!(found, expected, "{query:?}");
        assert_eq!(hits.total, expected.len() as u64, "{query:?}");
        hits
    }
}

/// A photo with no words; its id is its name, filled up.
pub fn photo(name: &str) -> PhotoDocument {
    PhotoDocument {
        id: id(name),
        title: None,
        description: None,
        alt_description: None,
        tags: Vec::new(),
        wordings: tintype_domain::Wordings::new(),
        place: None,
        photographer: String::new(),
        camera: None,
        width: 3_000,
        height: 2_000,
        colors: Vec::new(),
        palette: Vec::new(),
        collections: Vec::new(),
        topics: Vec::new(),
        owner: user("ana"),
        license: LicenseId::library(),
        is_sensitive: false,
        created_at: Timestamp::from_micros(1_700_000_000_000_000),
        promoted_at: None,
        popularity: 0,
    }
}

/// A photo with tags.
pub fn tagged(name: &str, tags: &str) -> PhotoDocument {
    let tags = tags.split(", ").map(str::to_owned).collect();
    PhotoDocument { tags, ..photo(name) }
}

/// A photo with a description.
pub fn described(name: &str, description: &str) -> PhotoDocument {
    PhotoDocument { description: Some(description.to_owned()), ..photo(name) }
}

pub fn put(photo: PhotoDocument) -> Edit {
    Edit::PutPhoto(Box::new(photo))
}

pub fn id(name: &str) -> PhotoId {
    PhotoId::parse(&format!("{name:_<11}")).unwrap()
}

pub fn user(name: &str) -> UserId {
    UserId::parse(&format!("{name:_<11}")).unwrap()
}

pub fn name(id: &PhotoId) -> &str {
    id.as_str().trim_end_matches('_')
}

pub fn seconds(seconds: i64) -> Timestamp {
    Timestamp::from_micros(seconds * 1_000_000)
}
