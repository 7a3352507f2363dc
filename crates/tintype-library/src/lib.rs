//! What Tintype does: one method of [`Library`] a use case, whoever asks — HTTP, command line or
//! job — and the jobs that follow. No words of HTTP here, no SQL, no template.
//!
//! Simple reads go straight to [`Library::store`]. Everything that writes is one method here and
//! one atomic method of the store, its follow-up jobs included.

mod access;
mod care;
mod counting;
mod curation;
mod demo;
mod finding;
mod import;
mod index;
mod jobs;
mod library;
mod people;
mod photo_update;
mod photos;
mod pictures;
mod problem;
mod profile;
mod settings;
mod state;
mod taking_in;

pub use access::{
    AppChange, AppError, AppRequest, AppUsage, Bearer, ClientError, Consent, GrantError,
    GrantedTokens, Introspection, NewApp, NewSession, NewToken, PasswordError, SignInError,
};
pub use care::{BackupError, BackupNote, CareError, Damage, Orphan, Swept, Verified, restore};
pub use curation::{CurationError, NewTopic};
pub use demo::{DEMO_PASSWORD, DEMO_USERNAME, DemoAccess, DemoError};
pub use finding::{FindError, Found, RandomPick};
pub use import::{
    DatasetError, DatasetImported, ImportProgress, ImportRequest, Imported, ImportedPhoto,
    RefusedFile, TsvError,
};
pub use index::FollowError;
pub use jobs::{
    FillDemo, PurgeFiles, RenderRenditions, RollUpStatistics, Scrub, SweepOrphans, register_jobs,
};
pub use library::{Library, LibraryParts};
pub use people::{NewUser, PeopleError};
pub use photo_update::{CameraUpdate, PhotoUpdate, PlaceUpdate};
pub use pictures::{Image, ImageError, Original};
pub use problem::{FieldProblem, UpdateError};
pub use profile::ProfileUpdate;
pub use settings::{
    AccessSection, GcSection, ImagesSection, LibrarySection, LimitsSection, OverLimitStatus,
    PickerSection, RateLimitSection, RemoteSection, Settings, Span,
};
pub use state::LibraryState;
pub use taking_in::{Incoming, UploadError, UploadFields, Uploaded, words_of_file_name};
pub use tintype_search::{ColorMatch, PhotoQuery, Replaced, SearchError, Tried};
