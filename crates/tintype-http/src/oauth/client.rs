//! Which application calls, by its secret in the body or by HTTP Basic.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use percent_encoding::percent_decode_str;
use tintype_domain::App as Application;

use super::error::OAuthError;
use super::form::Form;
use crate::App;

/// The application that calls, once it has proven to be it.
pub(super) async fn authenticate(
    app: &App,
    headers: &HeaderMap,
    form: &Form,
) -> Result<Application, OAuthError> {
    let in_body = (form.get("client_id"), form.get("client_secret"));
    let Some(basic) = basic(headers) else {
        let (id, secret) = in_body;
        let id = id.ok_or(OAuthError::InvalidClient)?;
        return Ok(app.library().client(id, secret).await?);
    };
    let (id, secret) = basic?;
    // Some clients name themselves in the body too; two different names are a confusion.
    let agrees = |sent: Option<&str>, known: &str| sent.is_none_or(|sent| sent == known);
    if !agrees(in_body.0, &id) || !agrees(in_body.1, &secret) {
        return Err(OAuthError::InvalidRequest(TWO_WAYS.into()));
    }
    let secret = Some(secret.as_str()).filter(|secret| !secret.is_empty());
    Ok(app.library().client(&id, secret).await?)
}

const TWO_WAYS: &str = "The application names itself in two different ways.";

/// Id and secret of `Authorization: Basic`; `None` when another scheme or none was used.
fn basic(headers: &HeaderMap) -> Option<Result<(String, String), OAuthError>> {
    let shown = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = shown.trim().split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("basic")
        .then(|| read(encoded.trim()).ok_or(OAuthError::InvalidClient))
}

fn read(encoded: &str) -> Option<(String, String)> {
    let bytes = STANDARD.decode(encoded).or_else(|_| STANDARD_NO_PAD.decode(encoded)).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((decoded(id)?, decoded(secret)?))
}

/// Both are form-encoded before they are joined (RFC 6749, 2.3.1).
fn decoded(text: &str) -> Option<String> {
    let text = text.replace('+', " ");
    percent_decode_str(&text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<Result<(String, String), ()>> {
        let mut headers = HeaderMap::new();
        headers.insert(header::AUTHORIZATION, text.parse().unwrap());
        basic(&headers).map(|read| read.map_err(|_| ()))
    }

    #[test]
    fn basic_is_read_as_clients_write_it() {
        let pair = |id: &str, secret: &str| Some(Ok((id.to_owned(), secret.to_owned())));
        assert_eq!(shown("Basic aWQ6c2VjcmV0"), pair("id", "secret"));
        assert_eq!(shown("basic  aWQ6YQ"), pair("id", "a"));
        let encoded = STANDARD.encode("i%2Dd:a%3Ab+c");
        assert_eq!(shown(&format!("Basic {encoded}")), pair("i-d", "a:b c"));
        for unreadable in ["Basic !!!", "Basic aWQ=", "Basic /////w=="] {
            assert_eq!(shown(unreadable), Some(Err(())), "{unreadable}");
        }
        assert_eq!(shown("Client-ID key"), None);
    }
}
