//! The pages where a person lets an application act for them.

use tintype_domain::Scopes;

use super::Address;

/// `/oauth/authorize`: POSTs `decision` (`allow` or `deny`), `form_token` and the fields.
#[derive(Debug, Clone, Default)]
pub struct ConsentPage {
    /// The page's address.
    pub address: Address,
    /// Takes the POST.
    pub action: String,
    /// Proof that the form was ours.
    pub form_token: String,
    /// What the application calls itself.
    pub app_name: String,
    /// Who registered it.
    pub owner_name: Option<String>,
    /// For whom it would act.
    pub visitor_name: String,
    /// Where the person goes afterwards; `None` when a code is shown instead.
    pub place: Option<String>,
    /// What it wants to do.
    pub scopes: Scopes,
    /// The wish as it came, sent along.
    pub fields: Vec<(String, String)>,
}

/// `/oauth/authorize/native`: a code to copy into a program.
#[derive(Debug, Clone, Default)]
pub struct CodePage {
    /// The page's address.
    pub address: Address,
    /// The code; `None` when the person said no.
    pub code: Option<String>,
}
