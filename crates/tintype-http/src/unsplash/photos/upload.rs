//! `POST /photos`: a picture comes in as multipart, streamed to its place as it comes.

use axum::body::Bytes;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use tintype_blobs::BlobError;
use tintype_domain::{CollectionId, LicenseId, Location, Position, Scope, UserId};
use tintype_imaging::PictureError;
use tintype_library::{Incoming, UploadError, UploadFields};

use crate::app::BODY_PATIENCE;
use crate::extract::{Params, is_of};
use crate::unsplash::lists::Asked;
use crate::{ApiError, App};

/// `POST /photos`: 201 with the photo, or 200 with the one that its owner sent before.
pub(crate) async fn upload(
    State(app): State<App>,
    asked: Asked,
    request: Request,
) -> Result<Response, ApiError> {
    let owner = asked.caller.acting(Scope::WritePhotos)?;
    if owner.role < tintype_domain::Role::Contributor {
        return Err(ApiError::Forbidden("This account may not upload"));
    }
    if !is_of(request.headers(), "multipart/form-data") {
        return Err(ApiError::refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, WANTED));
    }
    check_length(&app, request.headers())?;
    let mut form = multipart(request, &app).await?;
    let (mut said, mut picture) = (Vec::new(), None);
    while let Some(part) = receive(&app, &owner.id, &mut form).await? {
        match part {
            Part::Picture(incoming, name) => picture = Some((incoming, name)),
            Part::Text(name, value) if said.len() < MOST_FIELDS => said.push((name, value)),
            Part::Text(..) => {}
            Part::Refused(_, error) => return Err(upload_problem(error)),
        }
    }
    // What the form says goes before what the address says.
    let mut fields = asked.here.params.clone();
    fields.overlay(said);
    let missing = || ApiError::BadRequest("photo is missing: send it as the part `photo`".into());
    let (incoming, file_name) = picture.ok_or_else(missing)?;
    let fields = UploadFields { file_name, ..read_fields(&fields)? };
    let uploaded = app.library().upload(owner, incoming, fields).await.map_err(upload_problem)?;
    let status = if uploaded.is_new { StatusCode::CREATED } else { StatusCode::OK };
    asked.written_photo(status, &uploaded.photo).await
}

/// Refuses what says itself that it is too long, before a byte of it is read.
fn check_length(app: &App, headers: &HeaderMap) -> Result<(), ApiError> {
    let max = app.library().settings().limits.upload_bytes;
    let sent = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let sent = sent.and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    if sent > max.saturating_add(MOST_BESIDE_PICTURE) {
        return Err(upload_problem(UploadError::TooManyBytes { max }));
    }
    Ok(())
}

const MOST_FIELDS: usize = 1_000;
/// Fields, and the form's own lines.
const MOST_BESIDE_PICTURE: u64 = 1_000_000;
const WANTED: &str = "Send the picture as multipart/form-data, in the part `photo`";

/// Opens a form, however long; its parts are judged one by one.
pub(crate) async fn multipart(request: Request, app: &App) -> Result<Multipart, ApiError> {
    let form = Multipart::from_request(request, app).await;
    form.map_err(|_| ApiError::BadRequest("The form cannot be read: it has no boundary".into()))
}

/// One part of an upload form.
pub(crate) enum Part {
    /// A file, whole, and its name.
    Picture(Incoming, Option<String>),
    /// A field.
    Text(String, String),
    /// A file that was not taken; the rest of it was read and thrown away.
    Refused(Option<String>, UploadError),
}

/// Reads the next part, a file straight into the library's hands.
pub(crate) async fn receive(
    app: &App,
    owner: &UserId,
    form: &mut Multipart,
) -> Result<Option<Part>, ApiError> {
    let next = tokio::time::timeout(BODY_PATIENCE, form.next_field()).await;
    let Some(mut field) = next.map_err(|_| too_slow())?.map_err(|error| broken(&error))? else {
        return Ok(None);
    };
    let name = field.name().unwrap_or_default().to_owned();
    if name != "photo" {
        return read_text(name, field).await.map(Some);
    }
    let file_name = field.file_name().map(str::to_owned).filter(|name| !name.is_empty());
    let mut incoming = match app.library().begin_upload(owner).await {
        Ok(incoming) => incoming,
        Err(error) => return Ok(Some(Part::Refused(file_name, error))),
    };
    while let Some(piece) = next_piece(&mut field).await? {
        if let Err(error) = incoming.write(piece).await {
            return Ok(Some(Part::Refused(file_name, error)));
        }
    }
    Ok(Some(Part::Picture(incoming, file_name)))
}

async fn read_text(name: String, mut field: Field<'_>) -> Result<Part, ApiError> {
    let mut value = Vec::new();
    while let Some(piece) = next_piece(&mut field).await? {
        if value.len() + piece.len() > LONGEST_FIELD {
            let message = format!("{name} is too long");
            return Err(ApiError::refused(StatusCode::PAYLOAD_TOO_LARGE, message));
        }
        value.extend_from_slice(&piece);
    }
    Ok(Part::Text(name, String::from_utf8_lossy(&value).into_owned()))
}

const LONGEST_FIELD: usize = 64 * 1024;

async fn next_piece(field: &mut Field<'_>) -> Result<Option<Bytes>, ApiError> {
    let piece = tokio::time::timeout(BODY_PATIENCE, field.chunk()).await;
    piece.map_err(|_| too_slow())?.map_err(|error| broken(&error))
}

fn too_slow() -> ApiError {
    ApiError::refused(StatusCode::REQUEST_TIMEOUT, "The upload stopped coming.")
}

fn broken(error: &MultipartError) -> ApiError {
    tracing::debug!(%error, "An upload form broke off");
    ApiError::BadRequest("The upload was cut off or its form cannot be read.".into())
}

/// What the sender says of the picture.
pub(crate) fn read_fields(fields: &Params) -> Result<UploadFields, ApiError> {
    let text = |name: &str| fields.get(name).map(str::to_owned);
    let invalid = |message: String| ApiError::refused(StatusCode::UNPROCESSABLE_ENTITY, message);
    let license = match fields.get("license") {
        Some(name) => Some(LicenseId::parse(name).map_err(|error| invalid(error.to_string()))?),
        None => None,
    };
    let collections = fields.list("collections").into_iter().map(CollectionId::parse);
    Ok(UploadFields {
        title: text("title"),
        description: text("description"),
        alt_description: text("alt_description"),
        tags: fields.list("tags").into_iter().map(str::to_owned).collect(),
        location: location(fields),
        license,
        collections: collections
            .collect::<Result<_, _>>()
            .map_err(|_| invalid("Couldn't find Collection".to_owned()))?,
        ..UploadFields::default()
    })
}

fn location(fields: &Params) -> Option<Location> {
    let text = |part: &str| fields.get(&format!("location[{part}]")).map(str::to_owned);
    let number = |part: &str| text(part).and_then(|text| text.trim().parse::<f64>().ok());
    let position = number("latitude").zip(number("longitude"));
    let location = Location {
        name: text("name").or_else(|| fields.get("location").map(str::to_owned)),
        city: text("city"),
        country: text("country"),
        position: position.and_then(|(latitude, longitude)| Position::new(latitude, longitude)),
    };
    (location != Location::default()).then_some(location)
}

/// Why a picture was not taken, with the status that says whose fault it is.
pub(crate) fn upload_problem(error: UploadError) -> ApiError {
    let message = error.to_string();
    let refused = |status| ApiError::refused(status, message.clone());
    match error {
        UploadError::Picture(PictureError::Empty) => refused(StatusCode::BAD_REQUEST),
        UploadError::Picture(PictureError::NotAPicture | PictureError::Unsupported { .. }) => {
            refused(StatusCode::UNSUPPORTED_MEDIA_TYPE)
        }
        UploadError::Picture(PictureError::TooManyBytes { .. })
        | UploadError::TooManyBytes { .. } => refused(StatusCode::PAYLOAD_TOO_LARGE),
        UploadError::Picture(
            PictureError::TooManyPixels { .. }
            | PictureError::SideTooLong { .. }
            | PictureError::TooManyFrames { .. }
            | PictureError::Truncated
            | PictureError::Corrupt(_),
        )
        | UploadError::NoSuchCollection => refused(StatusCode::UNPROCESSABLE_ENTITY),
        UploadError::TooOften { retry_after } => {
            ApiError::TooMany { message: message.into(), retry_after: retry_after.as_secs().max(1) }
        }
        UploadError::Busy => ApiError::Busy { retry_after: 1 },
        UploadError::Store(error) => error.into(),
        UploadError::Blob(BlobError::Full(source)) => {
            tracing::error!(error = %source, "There is no room left for files");
            ApiError::Full
        }
        UploadError::Blob(error) => ApiError::internal(error),
    }
}
