//! A license as JSON.

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{License, LicenseId};

/// `{id, title, url}`.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct PhotoLicense {
    id: &'static str,
    title: &'static str,
    url: Option<&'static str>,
}

impl PhotoLicense {
    pub(super) fn render(license: &LicenseId) -> Self {
        let License { id, title, url, summary: _, is_open: _ } = license.license();
        Self { id, title, url: *url }
    }
}
