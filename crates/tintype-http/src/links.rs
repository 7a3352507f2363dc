//! Every address we ever print.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::http::{HeaderMap, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tintype_domain::{
    Collection, CollectionId, ImageKey, Photo, PhotoId, Topic, User, Username, kebab,
};
use url::Url;

use crate::AppConfig;

/// What goes into the path of an address as it is.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
/// Names what makes the addresses, as imgix libraries do.
const IXLIB: &str = "tintype-1.0";

/// Where addresses begin, as far as it is settled before a request comes.
#[derive(Debug, Clone)]
pub(crate) struct Origins {
    public: Option<Arc<str>>,
    images: Option<Arc<str>>,
    listen: Arc<str>,
    is_https: bool,
}

impl Origins {
    pub(crate) fn new(config: &AppConfig) -> Self {
        let origin = |url: &Url| Arc::from(url.as_str().trim_end_matches('/'));
        Self {
            public: config.public_url.as_ref().map(origin),
            images: config.image_url.as_ref().map(origin),
            listen: config.listen_url.as_ref().map_or_else(|| Arc::from(LISTEN), origin),
            is_https: config.public_url.as_ref().is_some_and(|url| url.scheme() == "https"),
        }
    }

    /// Whether people reach us by TLS.
    pub(crate) const fn is_https(&self) -> bool {
        self.is_https
    }

    /// The origin of images, when it is not the server's own.
    pub(crate) fn images(&self) -> Option<&str> {
        self.images.as_deref()
    }

    /// Where the addresses in the answer to this request begin.
    pub(crate) fn of(&self, headers: &HeaderMap, local: Option<SocketAddr>) -> Arc<str> {
        if let Some(public) = &self.public {
            return public.clone();
        }
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        match host.filter(|host| is_ours(host, local.map(|local| local.ip()))) {
            Some(host) => Arc::from(format!("http://{}", host.to_ascii_lowercase())),
            None => self.listen.clone(),
        }
    }
}

const LISTEN: &str = "http://127.0.0.1:8080";

/// Whether a `Host` is loopback, or the very address that the request came in at.
fn is_ours(host: &str, local: Option<IpAddr>) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !name.ends_with(':') && !port.ends_with(']') => (name, port),
        _ => (host, ""),
    };
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    if bare.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let address = bare.parse::<IpAddr>().map(|address| address.to_canonical());
    let same = |address: &IpAddr| local.is_some_and(|local| local.to_canonical() == *address);
    address.is_ok_and(|address| address.is_loopback() || same(&address))
}

/// Addresses as the answer to one request writes them.
#[derive(Debug, Clone)]
pub(crate) struct Links {
    origin: Arc<str>,
    images: Arc<str>,
    ixid: Arc<str>,
}

impl Links {
    /// For this origin; `ixid` tells on whose behalf pictures are fetched, and is the same for
    /// every answer to one application, so that ETags repeat.
    pub(crate) fn new(origins: &Origins, origin: Arc<str>, ixid: &str) -> Self {
        let images = origins.images.clone().unwrap_or_else(|| origin.clone());
        Self { origin, images, ixid: Arc::from(ixid) }
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// A path of this origin, absolute.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    fn ix(&self) -> String {
        format!("ixid={}&ixlib={IXLIB}", self.ixid)
    }

    // Images

    /// The public original; clients append `&w=…`.
    pub(crate) fn image_raw(&self, photo: &Photo) -> String {
        format!("{}/images/{}?{}", self.images, photo.image_key, self.ix())
    }

    /// The whole picture as a JPEG.
    pub(crate) fn image_full(&self, photo: &Photo) -> String {
        let key = &photo.image_key;
        format!("{}/images/{key}?crop=entropy&cs=srgb&fm=jpg&{}&q=85", self.images, self.ix())
    }

    /// A JPEG no wider than `width`.
    pub(crate) fn image_within(&self, photo: &Photo, width: u32) -> String {
        let (images, key, ix) = (&self.images, &photo.image_key, self.ix());
        format!("{images}/images/{key}?crop=entropy&cs=tinysrgb&fit=max&fm=jpg&{ix}&q=80&w={width}")
    }

    /// A picture for the pages, in the form the browser likes best.
    pub(crate) fn image_for_page(&self, photo: &Photo, width: u32) -> String {
        format!("{}/images/{}?auto=format&fit=max&q=80&w={width}", self.images, photo.image_key)
    }

    /// The small JPEG, without any parameter.
    pub(crate) fn image_small(&self, photo: &Photo) -> String {
        format!("{}/images/small/{}", self.images, photo.image_key)
    }

    /// Where `download_location` sends to; needs no key.
    pub(crate) fn image_download(&self, photo: &Photo) -> String {
        self.image_full(photo)
    }

    /// A profile picture, square.
    pub(crate) fn avatar(&self, user: &User, size: u32) -> String {
        let path = match &user.avatar {
            Some(key) => key.to_string(),
            None => format!("placeholder-avatars/{}", user.id),
        };
        format!("{}/images/{path}?ixlib={IXLIB}&crop=faces&fit=crop&w={size}&h={size}", self.images)
    }

    /// A picture of an exact size, for whom any picture will do.
    pub(crate) fn image_cropped(&self, key: &ImageKey, width: u32, height: u32) -> String {
        format!("{}/images/{key}?fit=crop&fm=jpg&q=80&w={width}&h={height}", self.images)
    }

    // The API

    pub(crate) fn photo_api(&self, photo: &Photo) -> String {
        format!("{}/photos/{}", self.origin, photo.slug)
    }

    pub(crate) fn photo_download_location(&self, photo: &Photo) -> String {
        format!("{}/photos/{}/download?ixid={}", self.origin, photo.id, self.ixid)
    }

    pub(crate) fn photo_download(&self, photo: &Photo) -> String {
        format!("{}/web/photos/{}/download?ixid={}", self.origin, photo.id, self.ixid)
    }

    pub(crate) fn user_api(&self, name: &Username, part: &str) -> String {
        format!("{}/users/{name}{part}", self.origin)
    }

    pub(crate) fn collection_api(&self, id: &CollectionId, part: &str) -> String {
        format!("{}/collections/{id}{part}", self.origin)
    }

    pub(crate) fn topic_api(&self, topic: &Topic, part: &str) -> String {
        format!("{}/topics/{}{part}", self.origin, topic.slug)
    }

    // The pages

    pub(crate) fn photo_page(&self, photo: &Photo) -> String {
        self.absolute(&photo_path(photo))
    }

    pub(crate) fn user_page(&self, name: &Username) -> String {
        self.absolute(&user_path(name, ""))
    }

    pub(crate) fn collection_page(&self, collection: &Collection) -> String {
        self.absolute(&collection_path(collection))
    }

    pub(crate) fn topic_page(&self, slug: &str) -> String {
        self.absolute(&topic_path(slug))
    }
}

/// The page of a photo.
pub(crate) fn photo_path(photo: &Photo) -> String {
    format!("/p/{}", photo.slug)
}

/// The page of a person; `tab` is empty or begins with a slash.
pub(crate) fn user_path(name: &Username, tab: &str) -> String {
    format!("/@{name}{tab}")
}

/// The page of a collection.
pub(crate) fn collection_path(collection: &Collection) -> String {
    let slug = kebab(&collection.title);
    let slug = if slug.is_empty() { "collection" } else { &slug };
    format!("/c/{}/{slug}", collection.id)
}

/// The page of a topic.
pub(crate) fn topic_path(slug: &str) -> String {
    format!("/t/{slug}")
}

/// The page of search results of a kind: `photos`, `collections` or `users`.
pub(crate) fn search_path(kind: &str, words: &str) -> String {
    format!("/s/{kind}/{}", segment(words))
}

/// The download of a photo, relative to this origin.
pub(crate) fn download_path(id: &PhotoId) -> String {
    format!("/web/photos/{id}/download")
}

/// Adds parameters to a path.
pub(crate) fn with_query<'a>(
    path: &str,
    pairs: impl IntoIterator<Item = (&'a str, String)>,
) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A text as one segment of a path.
pub(crate) fn segment(text: &str) -> String {
    utf8_percent_encode(text, IN_PATH).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_that_lead_here_are_followed() {
        let local = Some(IpAddr::from([192, 168, 1, 7]));
        for (host, ours) in [
            ("127.0.0.1:8080", true),
            ("localhost:8080", true),
            ("LOCALHOST", true),
            ("[::1]:8080", true),
            ("192.168.1.7:8080", true),
            ("192.168.1.8:8080", false),
            ("evil.example", false),
            ("127.0.0.1.evil.example", false),
            ("localhost:80@evil.example", false),
            ("localhost:x", false),
            ("", false),
        ] {
            assert_eq!(is_ours(host, local), ours, "{host}");
        }
    }

    #[test]
    fn words_become_one_segment() {
        assert_eq!(segment("a/b ü?"), "a%2Fb%20%C3%BC%3F");
        let path = with_query("/s/photos/x", [("color", "red".to_owned())]);
        assert_eq!(path, "/s/photos/x?color=red");
    }
}
