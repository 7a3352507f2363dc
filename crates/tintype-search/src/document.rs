//! What the index is told: photos, collections and users as far as they are searched.

use tintype_domain::{
    CollectionId, ColorName, LicenseId, Orientation, PhotoId, Swatch, Timestamp, TopicId, UserId,
    Wordings,
};

/// A photo as it is searched. Only listed photos are put in; a withdrawn one is dropped.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoDocument {
    /// Its name.
    pub id: PhotoId,
    /// A short title.
    pub title: Option<String>,
    /// What its owner says of it.
    pub description: Option<String>,
    /// What is to be seen.
    pub alt_description: Option<String>,
    /// Words it is found by.
    pub tags: Vec<String>,
    /// The same in other languages.
    pub wordings: Wordings,
    /// Name, city and country of the place, in words.
    pub place: Option<String>,
    /// Name and username of the photographer.
    pub photographer: String,
    /// Maker and model of the camera.
    pub camera: Option<String>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The colour names it is found by; the caller decides.
    pub colors: Vec<ColorName>,
    /// Up to 8 colours, for search by any colour; small shares are left out.
    pub palette: Vec<Swatch>,
    /// Public collections that hold it.
    pub collections: Vec<CollectionId>,
    /// Topics that hold it.
    pub topics: Vec<TopicId>,
    /// Whose it is.
    pub owner: UserId,
    /// Under what terms it may be used.
    pub license: LicenseId,
    /// Whether `content_filter=high` leaves it out.
    pub is_sensitive: bool,
    /// When it came in.
    pub created_at: Timestamp,
    /// When it was featured.
    pub promoted_at: Option<Timestamp>,
    /// Settles the order of equally good matches, the largest first.
    pub popularity: u64,
}

impl PhotoDocument {
    /// Landscape, portrait or squarish.
    pub fn orientation(&self) -> Orientation {
        Orientation::of(self.width, self.height)
    }
}

/// A collection as it is searched. Only public ones are put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectionDocument {
    /// Its name.
    pub id: CollectionId,
    /// Its title.
    pub title: String,
    /// What holds it together.
    pub description: Option<String>,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Settles the order of equally good matches, the largest first: its photos, say.
    pub popularity: u64,
}

/// A user as they are searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserDocument {
    /// Never changes.
    pub id: UserId,
    /// Their username.
    pub username: String,
    /// First and last name.
    pub name: String,
    /// About them.
    pub bio: Option<String>,
    /// Where they are.
    pub location: Option<String>,
    /// Settles the order of equally good matches, the largest first: their photos, say.
    pub popularity: u64,
}

/// One change to the index. Each may be applied any number of times.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A photo is there, in this state.
    PutPhoto(Box<PhotoDocument>),
    /// A photo is not there, or not listed.
    DropPhoto(PhotoId),
    /// A public collection is there, in this state.
    PutCollection(CollectionDocument),
    /// A collection is not there, or not public.
    DropCollection(CollectionId),
    /// A user is there, in this state.
    PutUser(UserDocument),
    /// A user is not there any more.
    DropUser(UserId),
}
