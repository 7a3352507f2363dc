//! The server of a test.

use std::sync::Arc;

use axum::Router;
use tempfile::TempDir;
use tintype_blobs::Blobs;
use tintype_domain::{App as Application, HourlyLimit, Role, Username};
use tintype_fetch::Network;
use tintype_http::{App, AppConfig, Readiness};
use tintype_library::{AppRequest, Library, LibraryParts, NewUser, Settings, register_jobs};
use tintype_queue::Runner;
use tintype_store_sql::{OpenOptions, SqlStore};

use crate::people::{PASSWORD, TestUser};
use crate::pictures::PhotoBuilder;
use crate::system::{FixedClock, SeededChance};
use crate::{Answer, Call};

/// A library in a folder that goes with it, and the router in front.
pub struct TestServer {
    library: Library,
    router: Router,
    clock: Arc<FixedClock>,
    chance: Arc<SeededChance>,
    readiness: Readiness,
    key: String,
    folder: TempDir,
}

impl TestServer {
    /// An empty library that is ready; reading needs a key.
    pub async fn start() -> Self {
        Self::with(Settings::default(), AppConfig::default()).await
    }

    /// With settings of the test's own.
    pub async fn with(settings: Settings, config: AppConfig) -> Self {
        Self::made(settings, config, false, None).await
    }

    /// With other servers to fetch from.
    pub async fn on_network(
        settings: Settings,
        config: AppConfig,
        network: Arc<dyn Network>,
    ) -> Self {
        Self::made(settings, config, false, Some(network)).await
    }

    /// As the demo runs: reading needs no key, there is no limit of calls.
    pub async fn demo() -> Self {
        let mut settings = Settings::default();
        settings.access.anonymous_reading = true;
        settings.rate_limit.per_hour = 0;
        Self::made(settings, AppConfig::default(), true, None).await
    }

    async fn made(
        settings: Settings,
        config: AppConfig,
        is_demo: bool,
        network: Option<Arc<dyn Network>>,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let clock = Arc::new(FixedClock::default());
        let chance = Arc::new(SeededChance::new(7));
        let options = OpenOptions::sqlite(folder.path().join("library.db"), clock.clone());
        let store = SqlStore::open(&options).await.expect("a new database opens");
        let parts = LibraryParts {
            store: Arc::new(store),
            blobs: Blobs::in_folder(&folder.path().join("files")).expect("a new folder opens"),
            index_folder: folder.path().join("index"),
            network,
            clock: clock.clone(),
            chance: chance.clone(),
            settings,
            is_demo,
        };
        let library = Library::new(parts).expect("the default license is known");
        let readiness = Readiness::new();
        readiness.set(true);
        let app = App::new(library.clone(), config, readiness.clone());
        let router = tintype_http::router(app);
        let mut server =
            Self { library, router, clock, chance, readiness, key: String::new(), folder };
        let keeper = server.user_as("keeper", Role::Administrator).await;
        server.key = server.app(&keeper, HourlyLimit::Default).await.access_key.to_string();
        server.catch_up().await;
        server
    }

    /// The library itself.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The routes, for a server on a socket.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// The clock.
    pub fn clock(&self) -> &FixedClock {
        &self.clock
    }

    /// Whether the server says that it is ready.
    pub fn readiness(&self) -> &Readiness {
        &self.readiness
    }

    /// Where everything of it lies.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The access key that [`Self::get`] uses.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Adds a contributor.
    pub async fn user(&self, name: &str) -> TestUser {
        self.user_as(name, Role::Contributor).await
    }

    /// Adds a person with a role. Their password is [`PASSWORD`].
    pub async fn user_as(&self, name: &str, role: Role) -> TestUser {
        let username = Username::parse(name).expect("the test gives a good name");
        let new = NewUser {
            email: Some(format!("{name}@example.org")),
            password: Some(PASSWORD.to_owned()),
            ..NewUser::named(username, role)
        };
        let user = self.library.add_user(new).await.expect("the name is free");
        TestUser { user }
    }

    /// Somebody as the library knows them now.
    pub async fn store_user(&self, name: &str) -> tintype_domain::User {
        let username = Username::parse(name).expect("the test gives a good name");
        let found = self.library.store().user_by_username(&username).await;
        found.expect("users are found").expect("the user is there")
    }

    /// Registers an application.
    pub async fn app(&self, owner: &TestUser, limit: HourlyLimit) -> Application {
        let request = AppRequest { name: "test".to_owned(), limit, ..AppRequest::default() };
        self.library.register_app(&owner.user, request).await.expect("the key is free").app
    }

    /// Gives a token to act for someone.
    pub async fn token(&self, user: &TestUser, scopes: &str) -> String {
        let app = self.app(user, HourlyLimit::Default).await;
        let scopes = tintype_domain::Scopes::parse(scopes).expect("the test names known scopes");
        let given = self.library.give_token(&user.user, &app, scopes).await;
        given.expect("a token can be given").access_token
    }

    /// Begins a photo.
    pub fn photo(&self) -> PhotoBuilder<'_> {
        PhotoBuilder::new(self)
    }

    /// Lets the index catch up and runs every job that is due.
    pub async fn run_jobs(&self) {
        let builder = Runner::builder(
            self.library.job_store(),
            self.library.store().writes(),
            self.library.clone(),
            self.chance.clone(),
        );
        let runner = register_jobs(builder).build().expect("the runner can be set up");
        runner.run_until_idle().await.expect("jobs run");
        self.catch_up().await;
    }

    /// Lets the search index take in what was written.
    pub async fn catch_up(&self) {
        self.library.catch_up_index().await.expect("the index can be written");
    }

    /// Begins a call, without a key.
    pub fn call(&self, method: &str, path: &str) -> Call<'_> {
        Call::new(&self.router, method, path)
    }

    /// A GET with the test's own key.
    pub async fn get(&self, path: &str) -> Answer {
        self.call("GET", path).key(&self.key).send().await
    }

    /// A GET as a browser opens an address.
    pub async fn browse(&self, path: &str) -> Answer {
        let accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        self.call("GET", path).header("accept", accept).send().await
    }
}
