//! The nouns of a photo library and the rules that hold for them wherever they are stored,
//! searched or shown. No async, no input or output, no wire format.

mod app;
mod chance;
mod change;
mod checksum;
mod collection;
mod color;
mod filter;
mod grant;
mod id;
mod language;
mod license;
mod media_type;
mod page;
mod photo;
mod scope;
mod slug;
mod statistics;
mod time;
mod topic;
mod usage;
mod user;

pub use app::{AccessKey, AccessToken, App, AppKind, HourlyLimit, InvalidKey, Session};
pub use chance::Chance;
pub use change::{Change, Subject};
pub use checksum::{Checksum, InvalidChecksum};
pub use collection::{Collection, Member};
pub use color::{ColorName, InvalidColor, Rgb, Swatch};
pub use filter::{ContentFilter, Orientation, PhotoOrder, SearchOrder, TopicOrder};
pub use grant::{AuthorizationCode, GivenAccess, RefreshToken};
pub use id::{AppId, CollectionId, GrantId, ImageKey, InvalidId, PhotoId, TopicId, UserId};
pub use language::{Language, Wording, Wordings};
pub use license::{License, LicenseId, UnknownLicense};
pub use media_type::MediaType;
pub use page::{Listing, PER_PAGE_DEFAULT, PER_PAGE_MAX, Page};
pub use photo::{Camera, Location, Photo, Position, PublicOriginal, Said, Source};
pub use scope::{Scope, Scopes, UnknownScope};
pub use slug::{kebab, photo_slug};
pub use statistics::{Counted, DailyCount, Day, MonthTotals, Totals};
pub use time::{Clock, Timestamp};
pub use topic::{Topic, TopicMembership, Visibility};
pub use usage::{DailyUsage, PhotoUse};
pub use user::{InvalidUsername, Role, User, UserTotals, Username};
