//! Who looks at a page, and what every page shares.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use tintype_domain::{Language, Page, Role, User};
use tintype_pages::view::{
    Address, ApiCall, Avatar, Feed, LanguageChoice, Link, ShareImage, Site, Theme, Visitor,
};

use crate::answer::Html;
use crate::extract::{Here, Params, Viewer};
use crate::links::{Links, user_path, with_query};
use crate::middleware::session_cookie;
use crate::{ApiError, App, spoken};

/// One look at one page.
pub(crate) struct Visit {
    /// The application.
    pub app: App,
    /// Who looks, if they are signed in.
    pub user: Option<User>,
    /// Where, and with what.
    pub here: Here,
}

impl FromRequestParts<App> for Visit {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        spoken::remember(&parts.headers);
        let cookie = session_cookie(&parts.headers, app.origins()).map(str::to_owned);
        let user = visitor(app, cookie.as_deref()).await;
        let Ok(here) = Here::from_request_parts(parts, app).await;
        Ok(Self { app: app.clone(), user, here })
    }
}

/// Who is signed in with this cookie. When that cannot be found out, nobody is: a page is better
/// than none.
pub(crate) async fn visitor(app: &App, cookie: Option<&str>) -> Option<User> {
    let found = app.library().session(cookie?).await;
    found
        .inspect_err(|error| tracing::warn!(%error, "A session could not be read"))
        .ok()
        .flatten()
        .map(|(_, user)| user)
}

/// What every page shares.
pub(crate) fn frame(app: &App, user: Option<&User>, origin: &str) -> Site {
    let settings = app.library().settings();
    let home = settings
        .library
        .url
        .iter()
        .map(|url| Link { text: settings.library.name.clone(), href: url.clone() });
    let words = tintype_pages::footer_words(spoken::language().code());
    let own = FOOTER.iter().zip(words);
    let own = own.map(|(href, text)| Link { text, href: (*href).to_owned() });
    Site {
        library_name: settings.library.name.clone(),
        api_origin: origin.to_owned(),
        is_demo: app.library().is_demo(),
        lang: spoken::language().code().to_owned(),
        languages: languages(),
        theme: Theme::Auto,
        visitor: user.map(shown),
        sign_in_href: user.is_none().then(|| "/login".to_owned()),
        footer_links: home.chain(own).collect(),
    }
}

/// The same page in every language.
fn languages() -> Vec<LanguageChoice> {
    let choice = |language: Language| LanguageChoice {
        lang: language.code().to_owned(),
        name: language.own_name().to_owned(),
        href: spoken::address_in(language),
        is_current: language == spoken::language(),
    };
    Language::ALL.into_iter().map(choice).collect()
}

/// What the foot of every page leads to, in the order of the pages' words for it.
const FOOTER: [&str; 3] = ["/docs", "/learn", "/placeholders"];

fn shown(user: &User) -> Visitor {
    let may_upload = user.role >= Role::Contributor;
    Visitor {
        name: user.name(),
        username: user.username.to_string(),
        href: user_path(&user.username, ""),
        avatar: None,
        upload_href: may_upload.then(|| "/upload".to_owned()),
        apps_href: "/account/apps".to_owned(),
        sign_out_action: "/logout".to_owned(),
        // Where a form came from is told by the browser (`Sec-Fetch-Site`, `Origin`).
        form_token: String::new(),
    }
}

impl Visit {
    /// A page as an answer.
    pub(crate) fn answer(&self, render: impl FnOnce(&Site) -> tintype_pages::Page) -> Response {
        let frame = frame(&self.app, self.user.as_ref(), self.here.links.origin());
        let mut response = Html(render(&frame)).into_response();
        if let Some(cookie) = spoken::cookie(self.app.origins()) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }

    /// Whose likes and collections the page knows of.
    pub(crate) fn viewer(&self) -> Option<Viewer<'_>> {
        self.user.as_ref().map(|user| Viewer { user, sees_private: true })
    }

    /// The addresses of this answer.
    pub(crate) fn links(&self) -> &Links {
        &self.here.links
    }

    /// The parameters that were sent.
    pub(crate) fn params(&self) -> &Params {
        &self.here.params
    }

    /// The page of the grid asked for: always 30 pictures.
    pub(crate) fn grid_page(&self) -> Page {
        Page::parse(self.params().get("page"), Some("30"))
    }

    /// The address of the grid's next page, if there is one.
    pub(crate) fn next(&self, page: Page, total: u64) -> Option<String> {
        let number = u64::from(page.number());
        (number < page.count(total)).then(|| {
            let kept = self.params().kept_in_lists();
            let pairs = kept.iter().map(|(name, value)| (name.as_str(), value.clone()));
            let next = (number + 1).to_string();
            with_query(&self.here.path, pairs.chain([("page", next)]))
        })
    }

    /// The page's address, its feed and the calls behind it.
    pub(crate) fn address(&self, calls: Vec<String>, feed: Option<Feed>) -> Address {
        Address {
            canonical: Some(self.links().absolute(&self.here.path)),
            feed,
            oembed_href: None,
            share_image: None,
            calls: calls.into_iter().map(|path| ApiCall { path }).collect(),
        }
    }

    /// A picture of someone, in two sizes.
    pub(crate) fn avatar(&self, user: &User) -> Avatar {
        let links = self.links();
        Avatar { src: links.avatar(user, 64), src_2x: Some(links.avatar(user, 128)) }
    }

    /// A link preview's picture.
    pub(crate) fn share_image(&self, photo: &tintype_domain::Photo) -> ShareImage {
        let said = spoken::said(photo);
        let width = photo.width.min(1_080);
        let height = u64::from(photo.height) * u64::from(width) / u64::from(photo.width.max(1));
        ShareImage {
            url: self.links().image_within(photo, width),
            width,
            height: height as u32,
            alt: said.alt_description.or(said.title).unwrap_or_default().to_owned(),
        }
    }
}
