//! Where the request came in, and the addresses its answer writes.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::{Caller, Params, Peer};
use crate::App;
use crate::answer::{ListAddress, Place};
use crate::links::Links;
use tintype_domain::Page;

/// The address that was asked for, and the links of the answer.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    /// Addresses as this answer writes them.
    pub links: Links,
    /// The path that was asked for.
    pub path: String,
    /// The parameters that were sent.
    pub params: Params,
}

impl Here {
    /// The place of a page in the list at this address.
    pub(crate) fn place(&self, page: Page, total: u64) -> Place {
        let base = self.links.absolute(&self.path);
        let address = ListAddress { base, parameters: self.params.kept_in_lists() };
        Place { page, total, address }
    }
}

impl FromRequestParts<App> for Here {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let local = Peer::of(&parts.extensions).map(|peer| peer.local);
        let origin = app.origins().of(&parts.headers, local);
        let ixid = parts.extensions.get::<Caller>().map_or("site", Caller::ixid);
        Ok(Self {
            links: Links::new(app.origins(), origin, ixid),
            // As it was before `@` was parted from the name.
            path: parts.uri.path().replacen("/@/", "/@", 1),
            params: Params::parse(parts.uri.query().unwrap_or_default()),
        })
    }
}
