//! Settings: defaults, then `tintype.toml`, then `TINTYPE_…`, then flags.

mod environment;
mod sentence;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Result;
use figment::Figment;
use figment::providers::{Format, Serialized, Toml};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tintype_library::{
    AccessSection, GcSection, ImagesSection, LibrarySection, LimitsSection, PickerSection,
    RateLimitSection, RemoteSection, Settings, Span,
};

use crate::exit::Misuse;

/// Everything that can be set.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address people reach the server at, such as `https://photos.example.org`.
    pub public_url: Option<String>,
    /// Another origin that serves `/images/`, such as a CDN.
    pub image_url: Option<String>,
    /// The folder of the library.
    pub data: Option<PathBuf>,
    /// The database.
    pub database: DatabaseSection,
    /// The server.
    pub server: ServerSection,
    /// The background.
    pub workers: WorkersSection,
    /// Logs.
    pub log: LogSection,
    /// Figures for those who watch over the server.
    pub metrics: MetricsSection,
    /// What the library is called and how it credits.
    pub library: LibrarySection,
    /// Who may read.
    pub access: AccessSection,
    /// What one upload may cost.
    pub limits: LimitsSection,
    /// How many calls an application has.
    pub rate_limit: RateLimitSection,
    /// How pictures are made and kept.
    pub images: ImagesSection,
    /// Whether pictures are fetched from elsewhere.
    pub remote: RemoteSection,
    /// Who may open the picker.
    pub picker: PickerSection,
    /// When left-over files go.
    pub gc: GcSection,
}

/// `[database]`: where rows lie.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSection {
    /// `sqlite:FILE`; a file in the data folder when nothing is said.
    pub url: Option<String>,
}

/// `[server]`: how the server behaves.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ServerSection {
    /// Connections at once.
    pub connections: u32,
    /// How long a stop waits for requests and jobs under way.
    pub stop_grace: Span,
    /// Bytes of memory for answers of the API that are kept until the next write; 0 keeps none.
    pub answer_cache_bytes: usize,
}

impl Default for ServerSection {
    fn default() -> Self {
        let stop_grace = Span(std::time::Duration::from_secs(20));
        let answer_cache_bytes = tintype_http::ANSWER_CACHE_BYTES;
        Self { connections: 2_048, stop_grace, answer_cache_bytes }
    }
}

/// `[workers]`: background jobs.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WorkersSection {
    /// Jobs at once in this process.
    pub count: u32,
}

impl Default for WorkersSection {
    fn default() -> Self {
        Self { count: 2 }
    }
}

/// `[log]`: what is logged, and how.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LogSection {
    /// For people or for machines.
    pub format: LogFormat,
    /// As in `info` or `warn,tintype_http=debug`.
    pub filter: String,
}

impl Default for LogSection {
    fn default() -> Self {
        Self {
            format: LogFormat::Text,
            filter: "info,tantivy=warn,sqlx=warn,sea_orm_migration=warn".to_owned(),
        }
    }
}

/// The form of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// `[metrics]`: who may read `/metrics`.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MetricsSection {
    /// Lets `/metrics` be read from other machines with `Authorization: Bearer …`.
    pub token: Option<String>,
}

impl std::fmt::Debug for MetricsSection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let token = self.token.as_ref().map(|_| REDACTED);
        f.debug_struct("MetricsSection").field("token", &token).finish()
    }
}

const REDACTED: &str = "[redacted]";

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            image_url: None,
            data: None,
            database: DatabaseSection::default(),
            server: ServerSection::default(),
            workers: WorkersSection::default(),
            log: LogSection::default(),
            metrics: MetricsSection::default(),
            library: LibrarySection::default(),
            access: AccessSection::default(),
            limits: LimitsSection::default(),
            rate_limit: RateLimitSection::default(),
            images: ImagesSection::default(),
            remote: RemoteSection::default(),
            picker: PickerSection::default(),
            gc: GcSection::default(),
        }
    }
}

impl Config {
    /// Reads the settings. `file` was named by the caller; else `tintype.toml` here counts.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file.map(Path::to_owned).or_else(usual_file) {
            if !file.is_file() {
                return Err(Misuse(format!("there is no settings file {}", file.display())).into());
            }
            figment = figment.merge(Toml::file_exact(&file));
        }
        let environment = environment::known(std::env::vars());
        for warning in &environment.warnings {
            eprintln!("tintype: {warning}");
        }
        let config: Self =
            figment.merge(environment).extract().map_err(|error| Misuse(sentence::of(&error)))?;
        config.check()?;
        Ok(config)
    }

    /// The sections that the library reads.
    pub fn settings(&self) -> Settings {
        Settings {
            library: self.library.clone(),
            access: self.access.clone(),
            limits: self.limits.clone(),
            rate_limit: self.rate_limit.clone(),
            images: self.images.clone(),
            remote: self.remote.clone(),
            picker: self.picker.clone(),
            gc: self.gc.clone(),
        }
    }

    /// Without what is secret, for showing.
    pub fn redacted(&self) -> Self {
        let token = self.metrics.token.as_ref().map(|_| REDACTED.to_owned());
        Self { metrics: MetricsSection { token }, ..self.clone() }
    }

    /// Tells all mistakes at once.
    fn check(&self) -> Result<()> {
        let mut mistakes = Vec::new();
        for (name, url) in [("public_url", &self.public_url), ("image_url", &self.image_url)] {
            let bad = url.as_deref().filter(|url| !is_origin(url));
            mistakes.extend(bad.map(|url| {
                format!("{name} must be an address like https://photos.example.org, not {url:?}")
            }));
        }
        if let Err(error) = tintype_domain::LicenseId::parse(&self.library.default_license) {
            mistakes.push(format!("library.default_license: {error}"));
        }
        if tintype_domain::Language::parse(&self.library.language).is_none() {
            let language = &self.library.language;
            mistakes.push(format!("library.language must be en, de, es or fr, not {language:?}"));
        }
        if self.library.name.trim().is_empty() {
            mistakes.push("library.name must not be empty".to_owned());
        }
        if self.server.connections == 0 {
            mistakes.push("server.connections must be at least 1".to_owned());
        }
        if mistakes.is_empty() { Ok(()) } else { Err(Misuse(mistakes.join("; ")).into()) }
    }
}

fn usual_file() -> Option<PathBuf> {
    Some(PathBuf::from("tintype.toml")).filter(|file| file.is_file())
}

fn is_origin(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.query().is_none()
            && url.fragment().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config> {
        let file = tempfile::NamedTempFile::new()?;
        std::fs::write(file.path(), text)?;
        Config::read(Some(file.path()))
    }

    #[test]
    fn a_file_overrides_the_defaults() {
        let config = read("listen = \"127.0.0.1:9000\"\n[rate_limit]\nper_hour = 7\n").unwrap();
        assert_eq!(config.listen.port(), 9000);
        assert_eq!(config.rate_limit.per_hour, 7);
        assert_eq!(config.limits.upload_frames, 500);
    }

    #[test]
    fn an_unknown_setting_is_named_with_its_neighbour() {
        let error = read("[rate_limit]\nper_hours = 7\n").unwrap_err();
        assert!(error.is::<Misuse>());
        let told = error.to_string();
        assert!(told.contains("rate_limit.per_hours"), "{told}");
        assert!(told.contains("per_hour?"), "{told}");
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let error = read("public_url = \"photos\"\n[library]\nname = \" \"\n").unwrap_err();
        let told = error.to_string();
        assert!(told.contains("public_url") && told.contains("library.name"), "{told}");
    }

    #[test]
    fn secrets_are_not_shown() {
        let config = read("[metrics]\ntoken = \"hush\"\n").unwrap();
        assert!(!format!("{config:?}").contains("hush"));
        assert!(!serde_json::to_string(&config.redacted()).unwrap().contains("hush"));
    }
}
