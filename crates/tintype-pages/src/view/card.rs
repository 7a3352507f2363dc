//! The small things that pages are made of: a photo in a grid, a person, a collection, a link.

/// A name with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Where it goes.
    pub href: String,
}

/// A profile picture.
#[derive(Debug, Clone)]
pub struct Avatar {
    /// At 64 pixels or about.
    pub src: String,
    /// At twice that.
    pub src_2x: Option<String>,
}

/// Who took a picture, or keeps a collection.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name to show.
    pub name: String,
    /// Without the `@`.
    pub username: String,
    /// The profile page.
    pub href: String,
    /// The profile picture.
    pub avatar: Option<Avatar>,
}

/// A photo in a grid.
#[derive(Debug, Clone)]
pub struct PhotoCard {
    /// The photo's id.
    pub id: String,
    /// The photo's page.
    pub href: String,
    /// The title; `None` when nobody gave one.
    pub title: Option<String>,
    /// What is to be seen, for those who do not see it; `None` when nobody said.
    pub alt: Option<String>,
    /// Who took it.
    pub photographer: Person,
    /// Pixels across, upright.
    pub width: u32,
    /// Pixels down, upright.
    pub height: u32,
    /// The dominant colour as `#rrggbb`.
    pub color: String,
    /// A picture of at most 10 pixels across as `data:image/png;base64,…`, from the BlurHash.
    pub placeholder: Option<String>,
    /// Widths and addresses, rising: 200, 400, 640, 1080, 1600, 2048 and no more than there is.
    pub srcset: Vec<(u32, String)>,
    /// Where the file is to be had; `None` when it is not.
    pub download_href: Option<String>,
    /// How many people like it.
    pub likes: u64,
    /// The visitor's own like; `None` for those who cannot.
    pub like: Option<Like>,
}

/// The like button of somebody who may press it.
#[derive(Debug, Clone)]
pub struct Like {
    /// Takes the POST that turns it over.
    pub action: String,
    /// Whether the visitor likes it now.
    pub is_liked: bool,
}

/// A picture that stands for something else.
#[derive(Debug, Clone)]
pub struct Thumb {
    /// At 400 pixels or about.
    pub src: String,
    /// Pixels across, of the photo.
    pub width: u32,
    /// Pixels down, of the photo.
    pub height: u32,
    /// The dominant colour as `#rrggbb`.
    pub color: String,
}

/// A collection, or a topic, in a list.
#[derive(Debug, Clone)]
pub struct CollectionCard {
    /// Its page.
    pub href: String,
    /// Its name.
    pub title: String,
    /// How many photos it holds.
    pub total_photos: u64,
    /// Who keeps it.
    pub curator: Option<Person>,
    /// Up to three pictures of it, the first one large.
    pub covers: Vec<Thumb>,
}

/// A person in a list.
#[derive(Debug, Clone)]
pub struct PersonCard {
    /// Who.
    pub person: Person,
    /// The first words of what they say of themselves.
    pub bio: Option<String>,
    /// How many photos they have here.
    pub total_photos: u64,
    /// Up to three of their pictures.
    pub photos: Vec<Thumb>,
}
