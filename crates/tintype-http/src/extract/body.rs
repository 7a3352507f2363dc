//! Bodies of writes, merged as the contract says (2.4): query, then form, then JSON. The one
//! extractor of them all, with our own errors.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use bytes::{Bytes, BytesMut};
use futures::StreamExt;

use super::Params;
use super::json_pairs::pairs_of_json;
use crate::app::BODY_PATIENCE;
use crate::{ApiError, App};

/// Query and body as one set of parameters.
pub(crate) struct Fields(pub Params);

impl FromRequest<App> for Fields {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        let mut fields = Params::parse(parts.uri.query().unwrap_or_default());
        let limits = &app.library().settings().limits;
        let bytes = read_whole(body, limits.body_bytes).await?;
        if bytes.is_empty() {
            return Ok(Self(fields));
        }
        fields.overlay(match Kind::of(&parts.headers, &bytes) {
            Kind::Json => pairs_of_json(&bytes, limits.json_depth)?,
            Kind::Form => pairs_of_form(&bytes),
            Kind::Multipart => pairs_of_multipart(&parts.headers, bytes, app).await?,
            Kind::Other => {
                return Err(ApiError::refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, WANTED));
            }
        });
        Ok(Self(fields))
    }
}

impl Fields {
    /// Query and body of a request whose caller was found to be allowed: a body is read only then.
    pub(crate) async fn read(request: Request, app: &App) -> Result<Params, ApiError> {
        Self::from_request(request, app).await.map(|Self(params)| params)
    }
}

const WANTED: &str = "The body must be application/json, application/x-www-form-urlencoded or \
                      multipart/form-data";
pub(super) const MOST_FIELDS: usize = 1_000;

/// How a body is written.
enum Kind {
    Json,
    Form,
    Multipart,
    Other,
}

impl Kind {
    fn of(headers: &HeaderMap, bytes: &[u8]) -> Self {
        if is_of(headers, "application/json") {
            Self::Json
        } else if is_of(headers, "application/x-www-form-urlencoded") {
            Self::Form
        } else if is_of(headers, "multipart/form-data") {
            Self::Multipart
        } else if !headers.contains_key(header::CONTENT_TYPE) || is_of(headers, "text/plain") {
            // What `fetch` says of a text when nobody tells it more: JSON begins with a brace.
            let is_json = bytes.trim_ascii_start().starts_with(b"{");
            if is_json { Self::Json } else { Self::Form }
        } else {
            Self::Other
        }
    }
}

/// Whether the body says it is of this type, whatever parameters follow.
pub(crate) fn is_of(headers: &HeaderMap, media_type: &str) -> bool {
    let named = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let bare = named.and_then(|value| value.split(';').next()).unwrap_or_default();
    bare.trim().eq_ignore_ascii_case(media_type)
}

fn pairs_of_form(bytes: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(bytes).into_owned().take(MOST_FIELDS).collect()
}

/// The fields of a form; files in it are left out, since no such call takes any.
async fn pairs_of_multipart(
    headers: &HeaderMap,
    bytes: Bytes,
    app: &App,
) -> Result<Vec<(String, String)>, ApiError> {
    let broken = || ApiError::BadRequest("The form cannot be read.".into());
    let mut request = Request::new(Body::from(bytes));
    if let Some(named) = headers.get(header::CONTENT_TYPE) {
        request.headers_mut().insert(header::CONTENT_TYPE, named.clone());
    }
    let mut form = Multipart::from_request(request, app).await.map_err(|_| broken())?;
    let mut pairs = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|_| broken())? {
        let is_file = field.file_name().is_some();
        let name = field.name().unwrap_or_default().to_owned();
        let value = field.bytes().await.map_err(|_| broken())?;
        if !is_file && pairs.len() < MOST_FIELDS {
            pairs.push((name, String::from_utf8_lossy(&value).into_owned()));
        }
    }
    Ok(pairs)
}

/// Reads a body that must fit into memory.
pub(crate) async fn read_whole(body: Body, most: u64) -> Result<Bytes, ApiError> {
    let mut stream = body.into_data_stream();
    let mut whole = BytesMut::new();
    while let Some(piece) = next_piece(&mut stream, BODY_PATIENCE).await? {
        if (whole.len() + piece.len()) as u64 > most {
            let message = format!("The body is too large; at most {most} bytes are accepted.");
            return Err(ApiError::refused(StatusCode::PAYLOAD_TOO_LARGE, message));
        }
        whole.extend_from_slice(&piece);
    }
    Ok(whole.freeze())
}

/// The next piece of a body, if it comes in time.
async fn next_piece(
    stream: &mut axum::body::BodyDataStream,
    patience: Duration,
) -> Result<Option<Bytes>, ApiError> {
    match tokio::time::timeout(patience, stream.next()).await {
        Ok(Some(Ok(piece))) => Ok(Some(piece)),
        Ok(Some(Err(_))) => Err(ApiError::BadRequest("The body was cut off.".into())),
        Ok(None) => Ok(None),
        Err(_) => {
            Err(ApiError::refused(StatusCode::REQUEST_TIMEOUT, "The body did not come in time."))
        }
    }
}
