//! What the pages show, as plain owned values. Whoever fills them makes every address; the pages
//! only choose words and order. All text may come from strangers: rendering escapes it.

mod apps;
mod card;
mod consent;
mod conversation;
mod docs;
mod error;
mod home;
mod learn;
mod lists;
mod login;
mod photo;
mod picker;
mod placeholders;
mod profile;
mod search;
mod site;
mod upload;

pub use apps::{AppFields, AppPage, AppRow, AppsPage, GivenRow, UsedDay, UsedPhoto};
pub use card::{Avatar, CollectionCard, Like, Link, Person, PersonCard, PhotoCard, Thumb};
pub use consent::{CodePage, ConsentPage};
pub use conversation::{
    Acting, CallField, CallFieldKind, CallForm, ClientWords, ConversationPage, Deed, DeedKind,
    Parameter, QueuedJob, Request, Response, UrlParts,
};
pub use docs::{DocsAnswer, DocsField, DocsGroup, DocsOperation, DocsPage, DocsShape};
pub use error::ErrorPage;
pub use home::{HomePage, LibraryTotals};
pub use learn::{LearnPage, Lesson};
pub use lists::{CollectionPage, TopicPage};
pub use login::{LoginPage, LoginProblem};
pub use photo::{Credit, DownloadSize, Exposure, PaletteColor, PhotoPage, Place, Rights, Trend};
pub use picker::{PickerChoice, PickerPage};
pub use placeholders::{PlaceholderExample, PlaceholdersPage};
pub use profile::{ProfilePage, ProfileStatistics, ProfileTab, ProfileTabs};
pub use search::{
    Choice, Filters, HexFilter, SearchKind, SearchPage, SearchResults, SearchTabs, Tried,
};
pub use site::{Address, ApiCall, Feed, LanguageChoice, ShareImage, Site, Theme, Visitor};
pub use upload::{
    LicenseChoice, UploadFields, UploadLimits, UploadPage, UploadResult, UploadState,
};
