//! What people and programs say of an application they register or change.

use std::time::Duration;

use axum::http::StatusCode;
use tintype_domain::{App as Application, AppKind, HourlyLimit};
use tintype_library::{AppChange, AppError, AppRequest};

use crate::ApiError;
use crate::extract::Params;

/// Reads a new application.
pub(crate) fn read_request(fields: &Params) -> Result<AppRequest, ApiError> {
    let is_public = fields.flag("is_public").unwrap_or(fields.get("kind") == Some("public"));
    Ok(AppRequest {
        name: fields.get("name").unwrap_or_default().to_owned(),
        kind: if is_public { AppKind::Public } else { AppKind::Confidential },
        redirect_uris: fields.lines("redirect_uris"),
        origins: fields.lines("origins"),
        limit: read_limit(fields)?.unwrap_or_default(),
        token_lifetime: read_lifetime(fields)?.flatten(),
        is_teaching: fields.flag("is_teaching").unwrap_or(false),
        access_key: None,
    })
}

/// Reads what is to change: only what is named does.
pub(crate) fn read_change(fields: &Params) -> Result<AppChange, ApiError> {
    let lines = |name: &str| {
        let is_named = fields.has(name) || fields.has(&format!("{name}[]"));
        is_named.then(|| fields.lines(name))
    };
    let is_named = |name: &&str| fields.has(name);
    Ok(AppChange {
        name: Some("name")
            .filter(is_named)
            .map(|name| fields.get(name).unwrap_or_default().to_owned()),
        redirect_uris: lines("redirect_uris"),
        origins: lines("origins"),
        limit: read_limit(fields)?,
        token_lifetime: read_lifetime(fields)?,
        is_teaching: fields.flag("is_teaching"),
    })
}

/// Calls in an hour: empty is as many as everybody, 0 is no limit.
fn read_limit(fields: &Params) -> Result<Option<HourlyLimit>, ApiError> {
    if !fields.has("per_hour") {
        return Ok(None);
    }
    let Some(text) = fields.get("per_hour") else { return Ok(Some(HourlyLimit::Default)) };
    match text.trim().parse::<u32>() {
        Ok(0) => Ok(Some(HourlyLimit::Unlimited)),
        Ok(calls) => Ok(Some(HourlyLimit::PerHour(calls))),
        Err(_) => Err(invalid("per_hour is a whole number".to_owned())),
    }
}

/// Seconds that tokens last: empty is without end.
#[expect(
    clippy::option_option,
    reason = "not named, named and empty, and a figure are three things"
)]
fn read_lifetime(fields: &Params) -> Result<Option<Option<Duration>>, ApiError> {
    if !fields.has("token_seconds") {
        return Ok(None);
    }
    let Some(text) = fields.get("token_seconds") else { return Ok(Some(None)) };
    match text.trim().parse::<u64>() {
        Ok(seconds) => Ok(Some(Some(Duration::from_secs(seconds)))),
        Err(_) => Err(invalid("token_seconds is a whole number".to_owned())),
    }
}

fn invalid(message: String) -> ApiError {
    ApiError::refused(StatusCode::UNPROCESSABLE_ENTITY, message)
}

/// Why an application was not taken as it is.
pub(crate) fn app_problem(error: AppError) -> ApiError {
    match error {
        AppError::Store(error) => error.into(),
        error => invalid(first_upper(&error.to_string())),
    }
}

fn first_upper(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Calls in an hour, as the API and the forms say it: 0 is no limit.
pub(crate) fn per_hour(application: &Application, usual: u32) -> u32 {
    match application.limit {
        HourlyLimit::Default => usual,
        HourlyLimit::PerHour(calls) => calls,
        HourlyLimit::Unlimited => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(query: &str) -> Params {
        Params::parse(query)
    }

    #[test]
    fn a_change_names_what_changes() {
        let change = read_change(&fields("origins=&per_hour=")).unwrap();
        let expected = AppChange {
            origins: Some(Vec::new()),
            limit: Some(HourlyLimit::Default),
            ..AppChange::default()
        };
        assert_eq!(change, expected);
        assert_eq!(read_change(&fields("other=1")).unwrap(), AppChange::default());
    }

    #[test]
    fn addresses_come_as_lines_or_one_by_one() {
        let lines = "https://a.example/cb,1\nhttps://b.example/cb";
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("redirect_uris", lines)
            .append_pair("redirect_uris[]", "https://c.example/cb")
            .finish();
        let request = read_request(&fields(&query)).unwrap();
        assert_eq!(
            request.redirect_uris,
            ["https://a.example/cb,1", "https://b.example/cb", "https://c.example/cb"]
        );
    }

    #[test]
    fn figures_are_figures() {
        for query in ["per_hour=many", "per_hour=-1", "token_seconds=soon"] {
            assert_eq!(read_request(&fields(query)).unwrap_err().status(), 422, "{query}");
        }
        let limit = |query: &str| read_request(&fields(query)).unwrap().limit;
        assert_eq!(limit("per_hour=0"), HourlyLimit::Unlimited);
        assert_eq!(limit("per_hour=7"), HourlyLimit::PerHour(7));
        assert_eq!(limit(""), HourlyLimit::Default);
    }
}
