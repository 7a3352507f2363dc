//! `/metrics` in Prometheus' text form, for this machine or for whoever has the token.

use std::fmt::Write;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::extract::From;
use crate::{ApiError, App};

/// `GET /metrics`.
pub(crate) async fn metrics(
    State(app): State<App>,
    From(address): From,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    if !may_read(&app, address.is_loopback(), &headers) {
        return Err(ApiError::Unauthorized);
    }
    let mut text = String::new();
    app.metrics().write(&mut text);
    write_jobs(&app, &mut text).await?;
    write_library(&app, &mut text).await?;
    write_memory(&mut text);
    let mut response = Response::new(Body::from(text));
    let plain = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    Ok(response)
}

/// Behind a proxy everyone is loopback: with a token set, the token decides alone.
fn may_read(app: &App, is_local: bool, headers: &HeaderMap) -> bool {
    let Some(token) = app.metrics_token() else {
        return is_local && !headers.contains_key("x-forwarded-for");
    };
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    shown.and_then(|text| text.strip_prefix("Bearer ")).is_some_and(|shown| same(shown, token))
}

/// Compares without telling by its time how much was right.
fn same(one: &str, other: &str) -> bool {
    let pairs = one.bytes().zip(other.bytes());
    one.len() == other.len() && pairs.fold(0, |sum, (one, other)| sum | (one ^ other)) == 0
}

async fn write_jobs(app: &App, text: &mut String) -> Result<(), ApiError> {
    text.push_str("# HELP tintype_jobs Jobs by kind and state.\n# TYPE tintype_jobs gauge\n");
    for count in app.store().job_counts().await? {
        let (kind, state) = (count.kind.replace(['"', '\\', '\n'], "_"), count.state.as_str());
        // Writing to a String cannot fail.
        let _ = writeln!(text, "tintype_jobs{{kind=\"{kind}\",state=\"{state}\"}} {}", count.count);
    }
    Ok(())
}

async fn write_library(app: &App, text: &mut String) -> Result<(), ApiError> {
    let totals = app.store().totals().await?;
    let lines = [
        ("tintype_photos", "Listed photos.", totals.photos),
        ("tintype_views", "Views of photos, ever.", totals.views),
        ("tintype_downloads", "Downloads of photos, ever.", totals.downloads),
    ];
    for (name, help, value) in lines {
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}");
    }
    Ok(())
}

/// Resident memory, where the system tells it.
fn write_memory(text: &mut String) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok());
    if let Some(kilobytes) = kilobytes {
        let name = "process_resident_memory_bytes";
        let bytes = kilobytes * 1_024;
        let _ =
            writeln!(text, "# HELP {name} Resident memory.\n# TYPE {name} gauge\n{name} {bytes}");
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn tokens_are_compared_whole() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd") && !same("ab", "abc") && !same("", "a"));
    }
}
