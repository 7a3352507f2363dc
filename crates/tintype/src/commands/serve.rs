//! `serve`: the server, its workers, the index, and the demo.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use tintype_http::{App, AppConfig, Readiness, ServerLimits};
use tintype_library::{DEMO_PASSWORD, DEMO_USERNAME, ImportRequest, Library};
use tintype_queue::RunnerHandle;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::import::{batch_name, import_with_progress};
use super::share;
use super::users::named;
use super::work::stop_signal;
use crate::cli::{Common, Serve};
use crate::config::Config;
use crate::exit::Misuse;
use crate::wiring::{self, Workshop};

/// Runs the server until it is told to stop.
pub async fn run(common: &Common, serve: Serve) -> Result<()> {
    let config = config_of(common, &serve)?;
    crate::logging::begin(&config.log);
    let folder = wiring::folder(&config, serve.demo)?;
    if serve.demo {
        folder.claim_for_demo()?;
    }
    let _held = folder.hold()?;
    let shop = wiring::open_in(config, folder).await?;
    let listener = listen(shop.config.listen).await?;
    let address = listener.local_addr()?;
    let readiness = Readiness::new();
    let app = App::new(shop.library.clone(), app_config(&shop.config, address)?, readiness.clone());
    // The demo's jobs are queued before anyone asks whether they are done.
    greet(&shop, &serve_address(&shop.config, address)?, serve.share).await?;
    let background = Background::start(&shop, serve.no_workers)?;
    let opening = tokio::spawn(open_doors(shop.library.clone(), readiness.clone(), serve.with));
    let stop = CancellationToken::new();
    let limits = ServerLimits {
        connections: shop.config.server.connections as usize,
        stop_patience: shop.config.server.stop_grace.0,
        ..ServerLimits::default()
    };
    let router = tintype_http::router(app);
    let serving = tintype_http::serve(listener, router, limits, stop.clone().cancelled_owned());
    let serving = tokio::spawn(serving);
    stop_signal().await?;
    tracing::info!("Stopping: requests under way are finished");
    readiness.set(false);
    opening.abort();
    stop.cancel();
    serving.await?;
    background.stop(&shop).await
}

fn config_of(common: &Common, serve: &Serve) -> Result<Config> {
    let mut config = wiring::config(common)?;
    if let Some(listen) = serve.listen {
        config.listen = listen;
    }
    if serve.share && config.listen.ip().is_loopback() {
        config.listen = share::everywhere(config.listen.port());
    }
    if let Some(url) = &serve.public_url {
        config.public_url = Some(url.clone());
    }
    if serve.demo {
        config.access.anonymous_reading = true;
        config.rate_limit.per_hour = 0;
    }
    if serve.share && config.public_url.is_none() {
        let address = share::local_address().context("this machine is in no local network")?;
        config.public_url =
            Some(format!("http://{}", SocketAddr::new(address, config.listen.port())));
    }
    Ok(config)
}

async fn listen(address: SocketAddr) -> Result<TcpListener> {
    let told = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow::anyhow!(
            "{address} is taken by another program; choose another address with --listen"
        ),
        std::io::ErrorKind::PermissionDenied => anyhow::anyhow!(
            "{address} may not be listened on by this user; choose a port above 1023 with --listen"
        ),
        _ => anyhow::anyhow!("{address} cannot be listened on: {error}"),
    };
    TcpListener::bind(address).await.map_err(told)
}

fn app_config(config: &Config, address: SocketAddr) -> Result<AppConfig> {
    let url = |text: &Option<String>| text.as_deref().map(Url::parse).transpose();
    let bad = |error: url::ParseError| Misuse(format!("public_url or image_url: {error}"));
    Ok(AppConfig {
        public_url: url(&config.public_url).map_err(bad)?,
        image_url: url(&config.image_url).map_err(bad)?,
        listen_url: Some(serve_address(&Config { public_url: None, ..config.clone() }, address)?),
        metrics_token: config.metrics.token.clone(),
        answer_cache_bytes: config.server.answer_cache_bytes,
    })
}

/// The address to open in a browser.
fn serve_address(config: &Config, address: SocketAddr) -> Result<Url> {
    if let Some(url) = &config.public_url {
        return Ok(Url::parse(url)?);
    }
    let ip = match address.ip() {
        ip if ip.is_unspecified() => std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST),
        ip => ip,
    };
    Ok(Url::parse(&format!("http://{}/", SocketAddr::new(ip, address.port())))?)
}

/// What goes on beside the requests.
struct Background {
    jobs: Option<RunnerHandle>,
    stop: CancellationToken,
    tasks: Vec<JoinHandle<()>>,
}

impl Background {
    fn start(shop: &Workshop, no_workers: bool) -> Result<Self> {
        let stop = CancellationToken::new();
        let library = &shop.library;
        let following = tokio::spawn({
            let (library, stop) = (library.clone(), stop.clone());
            async move { library.follow_changes(stop).await }
        });
        let counting = tokio::spawn({
            let (library, stop) = (library.clone(), stop.clone());
            async move { library.keep_counting(stop).await }
        });
        let jobs = if no_workers {
            None
        } else {
            Some(wiring::runner(library, shop.config.workers.count)?.start())
        };
        Ok(Self { jobs, stop, tasks: vec![following, counting] })
    }

    /// Jobs get the time the settings give; what is not done then is given back.
    async fn stop(self, shop: &Workshop) -> Result<()> {
        if let Some(jobs) = self.jobs {
            jobs.stop(shop.config.server.stop_grace.0).await;
        }
        self.stop.cancel();
        for task in self.tasks {
            task.await?;
        }
        shop.library.store().close().await;
        Ok(())
    }
}

/// Says "ready" once everything stands: for the demo, once all of it is stored and searchable.
async fn open_doors(library: Library, readiness: Readiness, with: Option<PathBuf>) -> Result<()> {
    if let Some(folder) = with {
        let owner = named(&library, DEMO_USERNAME).await?;
        let request = ImportRequest {
            paths: vec![folder],
            tags: Vec::new(),
            collection: None,
            license: None,
            batch: batch_name(&library),
            shares_place: false,
        };
        let imported = import_with_progress(&library, &owner, &request).await?;
        tracing::info!(imported.imported, "Imported {} own pictures", imported.imported);
        for file in imported.refused {
            tracing::warn!(path = %file.path.display(), "{}", file.reason);
        }
    }
    while library.is_demo() && !library.demo_is_full().await? {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    library.catch_up_index().await?;
    readiness.set(true);
    tracing::info!("Ready");
    Ok(())
}

/// Prints where the server is, and what a visitor of the demo needs.
async fn greet(shop: &Workshop, url: &Url, is_shared: bool) -> Result<()> {
    let mut lines = vec![format!("{} is at {url}", shop.config.library.name)];
    if shop.library.is_demo() {
        let access = shop.library.open_demo().await?;
        lines.push(format!("access key  {}", access.app.access_key));
        lines.push(format!("login       {DEMO_USERNAME} / {DEMO_PASSWORD}"));
        lines.push(format!("try         curl '{url}search/photos?query=nature'"));
    }
    if is_shared {
        lines.push(share::qr_code(url.as_str()));
    }
    println!("{}", lines.join("\n"));
    Ok(())
}
