//! What may be fetched, and how much of it.

use std::time::Duration;

use url::{Host, Url};

use crate::FetchError;

/// What may be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The hosts, by their whole name.
    pub hosts: Vec<String>,
    /// Bytes of a file.
    pub most_bytes: u64,
    /// From the first look at the name to the last byte, redirects included.
    pub patience: Duration,
}

/// An address that may be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    url: Url,
    pub(crate) host: String,
}

impl Rules {
    /// Whether this may be fetched.
    pub(crate) fn check(&self, address: &str) -> Result<Target, FetchError> {
        let url = Url::parse(address).map_err(|_| FetchError::NotAllowed("it is none"))?;
        self.check_url(url)
    }

    fn check_url(&self, url: Url) -> Result<Target, FetchError> {
        if url.scheme() != "https" {
            return Err(FetchError::NotAllowed("it is not https"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(FetchError::NotAllowed("it holds a user name"));
        }
        if url.port().is_some() {
            return Err(FetchError::NotAllowed("it names a port"));
        }
        let Some(Host::Domain(host)) = url.host() else {
            return Err(FetchError::NotAllowed("its host has no name"));
        };
        let host = host.trim_end_matches('.').to_owned();
        if !self.hosts.iter().any(|known| known.eq_ignore_ascii_case(&host)) {
            return Err(FetchError::NotAllowed("its host is not on the list"));
        }
        Ok(Target { url, host })
    }

    /// Where a redirect leads, under the same rules.
    pub(crate) fn check_redirect(&self, from: &Target, to: &str) -> Result<Target, FetchError> {
        let url = from.url.join(to).map_err(|_| FetchError::NotAllowed("it is none"))?;
        self.check_url(url)
    }
}

impl Target {
    /// Path and query, as a request names them.
    pub(crate) fn path(&self) -> &str {
        &self.url[url::Position::BeforePath..url::Position::AfterQuery]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        Rules {
            hosts: vec!["images.example.org".to_owned()],
            most_bytes: 1_000,
            patience: Duration::from_secs(1),
        }
    }

    #[test]
    fn only_named_hosts_over_https_are_fetched_from() {
        for (address, allowed) in [
            ("https://images.example.org/a.jpg?w=1", true),
            ("https://IMAGES.example.org/a.jpg", true),
            ("https://images.example.org:443/a.jpg", true),
            ("https://images.example.org./a.jpg", true),
            ("http://images.example.org/a.jpg", false),
            ("https://images.example.org:8443/a.jpg", false),
            ("https://user@images.example.org/a.jpg", false),
            ("https://:secret@images.example.org/a.jpg", false),
            ("https://images.example.org.evil.example/a.jpg", false),
            ("https://evil.example/images.example.org", false),
            ("https://images.example.org@evil.example/", false),
            ("https://example.org/a.jpg", false),
            ("https://127.0.0.1/a.jpg", false),
            ("https://[::1]/a.jpg", false),
            ("https://2130706433/a.jpg", false),
            ("file:///etc/passwd", false),
            ("ftp://images.example.org/a.jpg", false),
            ("images.example.org/a.jpg", false),
            ("", false),
        ] {
            assert_eq!(rules().check(address).is_ok(), allowed, "{address}");
        }
    }

    #[test]
    fn a_list_with_an_address_in_it_does_not_open_it() {
        let rules = Rules { hosts: vec!["127.0.0.1".to_owned(), "[::1]".to_owned()], ..rules() };
        assert!(rules.check("https://127.0.0.1/").is_err());
        assert!(rules.check("https://[::1]/").is_err());
    }

    #[test]
    fn a_redirect_is_judged_like_an_address() {
        let rules = rules();
        let from = rules.check("https://images.example.org/a/b.jpg").unwrap();
        assert_eq!(rules.check_redirect(&from, "../c.jpg?x=1#y").unwrap().path(), "/c.jpg?x=1");
        for to in ["http://images.example.org/", "https://127.0.0.1/", "//evil.example/"] {
            assert!(rules.check_redirect(&from, to).is_err(), "{to}");
        }
    }
}
