//! What an application may be called, where it may send people, and how much it may have.

use std::time::Duration;

use tintype_domain::HourlyLimit;
use tintype_store::StoreError;
use url::{Host, Url};

/// Why an application was not registered or changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The name is empty or far too long.
    #[error("an application has a name of 1 to 100 characters")]
    Name,
    /// People cannot be sent there safely.
    #[error(
        "{0:?} is no redirect address: use https, http on this machine (localhost), or a scheme \
         of your own such as org.example.app, without `#`"
    )]
    RedirectUri(String),
    /// Not an origin.
    #[error("{0:?} is no origin such as https://example.org")]
    Origin(String),
    /// A list is too long.
    #[error("at most {most} addresses are kept")]
    TooLong {
        /// How many are.
        most: usize,
    },
    /// Tokens end too soon or too late to be of use.
    #[error("tokens last from a minute to ten years")]
    Lifetime,
    /// More calls than the settings give everybody.
    #[error("an application may have up to {most} calls an hour here")]
    Limit {
        /// How many the settings give.
        most: u32,
    },
    /// This person has enough applications.
    #[error("nobody may have more than {most} applications")]
    TooMany {
        /// How many they may have.
        most: usize,
    },
    /// The key is taken, or the database did not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Whoever runs the library.
    Operator,
    /// Whoever the application belongs to; the settings give them so many calls (0: any).
    Owner {
        /// Calls in an hour.
        per_hour: u32,
    },
}

/// The out-of-band address: the code is shown on a page. It is always allowed.
pub(super) const OUT_OF_BAND: &str = "urn:ietf:wg:oauth:2.0:oob";

pub(super) fn name(name: &str) -> Result<String, AppError> {
    let name = name.trim();
    let good = (1..=100).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if good { Ok(name.to_owned()) } else { Err(AppError::Name) }
}

pub(super) fn redirect_uris(uris: Vec<String>, by: By) -> Result<Vec<String>, AppError> {
    let mut kept = tidy(uris)?;
    kept.retain(|uri| uri != OUT_OF_BAND);
    for uri in &kept {
        if !may_redirect_to(uri, by) {
            return Err(AppError::RedirectUri(uri.chars().take(200).collect()));
        }
    }
    Ok(kept)
}

/// Origins as browsers write them in `Origin`.
pub(super) fn origins(origins: Vec<String>) -> Result<Vec<String>, AppError> {
    tidy(origins)?.into_iter().map(|text| origin(&text)).collect()
}

pub(super) fn lifetime(lifetime: Option<Duration>) -> Result<Option<Duration>, AppError> {
    let good = lifetime.is_none_or(|lifetime| {
        (Duration::from_mins(1)..=Duration::from_hours(24 * 3_653)).contains(&lifetime)
    });
    if good { Ok(lifetime) } else { Err(AppError::Lifetime) }
}

/// Owners may have less than the settings give, never more.
pub(super) fn check_limit(limit: HourlyLimit, by: By) -> Result<(), AppError> {
    let By::Owner { per_hour } = by else { return Ok(()) };
    let is_within = match limit {
        HourlyLimit::Default => true,
        HourlyLimit::PerHour(calls) => per_hour == 0 || calls <= per_hour,
        HourlyLimit::Unlimited => per_hour == 0,
    };
    if is_within { Ok(()) } else { Err(AppError::Limit { most: per_hour }) }
}

/// Without blanks, empty lines and repetitions.
fn tidy(lines: Vec<String>) -> Result<Vec<String>, AppError> {
    let mut kept = Vec::<String>::new();
    for line in lines {
        let line = line.trim();
        if !line.is_empty() && !kept.iter().any(|known| known == line) {
            kept.push(line.to_owned());
        }
    }
    if kept.len() > MOST_ADDRESSES {
        return Err(AppError::TooLong { most: MOST_ADDRESSES });
    }
    Ok(kept)
}

fn may_redirect_to(uri: &str, by: By) -> bool {
    let is_plain = uri.len() <= 2_000 && uri.bytes().all(|byte| byte.is_ascii_graphic());
    let Some(url) = Url::parse(uri).ok().filter(|_| is_plain && !uri.contains(['#', '\\'])) else {
        return false;
    };
    match url.scheme() {
        "https" => has_host_written(uri) && has_plain_host(&url),
        "http" => {
            has_host_written(uri)
                && has_plain_host(&url)
                && (is_loopback(&url) || by == By::Operator)
        }
        // A scheme of one's own bears a domain name (RFC 8252), which none that a browser runs
        // or shows by itself does.
        scheme => scheme.contains('.'),
    }
}

/// Whether the host is written where it belongs: browsers read `https:///a` as `https://a`.
fn has_host_written(uri: &str) -> bool {
    uri.split_once("://").is_some_and(|(_, rest)| !rest.starts_with(['/', '?']))
}

fn has_plain_host(url: &Url) -> bool {
    let is_anonymous = url.username().is_empty() && url.password().is_none();
    is_anonymous && url.host_str().is_some_and(|host| !host.is_empty() && !host.contains('*'))
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn origin(text: &str) -> Result<String, AppError> {
    let wrong = || AppError::Origin(text.chars().take(200).collect());
    let url = Url::parse(text).map_err(|_| wrong())?;
    let is_bare = matches!(url.scheme(), "http" | "https")
        && has_plain_host(&url)
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none();
    if is_bare { Ok(url.origin().ascii_serialization()) } else { Err(wrong()) }
}

const MOST_ADDRESSES: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: By = By::Owner { per_hour: 100 };

    #[test]
    fn people_are_sent_to_safe_places_only() {
        for good in [
            "https://example.org/back",
            "https://example.org:8443/back?a=b",
            "http://localhost:9000/callback",
            "http://127.0.0.1/cb",
            "http://[::1]:4000/cb",
            "org.example.app:/oauth",
            "org.example.app://oauth/back",
        ] {
            assert!(may_redirect_to(good, OWNER), "{good}");
        }
        for bad in [
            "http://example.org/back",
            "https://example.org/back#part",
            "https://user@example.org/",
            "https://*.example.org/",
            "https:///back",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "myapp://back",
            "/back",
            "example.org/back",
            "https://example.org/a b",
            "https://example.org\\@evil.example/",
            "https://exämple.org/",
            "http://localhost.evil.example/",
        ] {
            assert!(!may_redirect_to(bad, OWNER), "{bad}");
        }
        assert!(may_redirect_to("http://camera.lan/back", By::Operator));
    }

    #[test]
    fn an_origin_is_kept_as_browsers_write_it() {
        for (text, kept) in [
            ("https://Example.org", "https://example.org"),
            ("https://example.org:443/", "https://example.org"),
            ("http://localhost:3000", "http://localhost:3000"),
        ] {
            assert_eq!(origin(text).unwrap(), kept);
        }
        for bad in ["example.org", "https://example.org/page", "null", "*", "https://a@b.c"] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn owners_get_no_more_than_everybody() {
        for (limit, by, fine) in [
            (HourlyLimit::PerHour(100), OWNER, true),
            (HourlyLimit::PerHour(101), OWNER, false),
            (HourlyLimit::Unlimited, OWNER, false),
            (HourlyLimit::Unlimited, By::Owner { per_hour: 0 }, true),
            (HourlyLimit::Unlimited, By::Operator, true),
            (HourlyLimit::Default, OWNER, true),
        ] {
            assert_eq!(check_limit(limit, by).is_ok(), fine, "{limit:?} by {by:?}");
        }
    }

    #[test]
    fn lists_are_tidied_and_have_an_end() {
        let uri = "https://example.org/".to_owned();
        let uris = vec![format!(" {uri} "), String::new(), uri.clone(), OUT_OF_BAND.to_owned()];
        assert_eq!(redirect_uris(uris, OWNER).unwrap(), [uri]);
        let many = (0..21).map(|number| format!("https://example.org/{number}")).collect();
        assert!(matches!(redirect_uris(many, OWNER), Err(AppError::TooLong { .. })));
    }

    #[test]
    fn names_and_lifetimes_have_bounds() {
        assert_eq!(name(" Web picker ").unwrap(), "Web picker");
        for bad in ["", "  ", "a\nb", &"a".repeat(101)] {
            assert!(name(bad).is_err(), "{bad:?}");
        }
        assert!(lifetime(Some(Duration::from_secs(59))).is_err());
        assert!(lifetime(Some(Duration::from_hours(1))).is_ok());
    }
}
