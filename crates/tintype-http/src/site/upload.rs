//! `/upload`: a plain form for several files, with what became of each.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use tintype_domain::{LicenseId, MediaType, Role, User};
use tintype_library::{Incoming, UploadError, UploadFields as Said};
use tintype_pages::view::{
    Address, LicenseChoice, UploadFields, UploadLimits, UploadPage, UploadResult, UploadState,
};

use super::visit::Visit;
use crate::extract::Params;
use crate::links::photo_path;
use crate::middleware::is_same_origin;
use crate::unsplash::photos::{Part, multipart, read_fields, receive, upload_problem};
use crate::{ApiError, spoken};

/// `GET /upload`.
pub(crate) async fn upload_form(visit: Visit) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    check_role(user)?;
    Ok(page(&visit, &Params::default(), Vec::new(), None))
}

fn sign_in_first() -> Response {
    Redirect::to("/login?next=/upload").into_response()
}

fn check_role(user: &User) -> Result<(), ApiError> {
    let may = user.role >= Role::Contributor;
    if may { Ok(()) } else { Err(ApiError::Forbidden("This account may not upload")) }
}

/// `POST /upload`. The fields stand behind the files in the form, so the files wait for them.
pub(crate) async fn upload_sent(
    headers: HeaderMap,
    visit: Visit,
    request: Request,
) -> Result<Response, ApiError> {
    let Some(user) = &visit.user else { return Ok(sign_in_first()) };
    check_role(user)?;
    if !is_same_origin(&headers, visit.links().origin()) {
        return Err(ApiError::Forbidden("This form was not ours"));
    }
    let mut form = multipart(request, &visit.app).await?;
    let (mut fields, mut files) = (Params::default(), Vec::new());
    while let Some(part) = receive(&visit.app, &user.id, &mut form).await? {
        match part {
            Part::Picture(..) | Part::Refused(..) if files.len() >= MOST_FILES => {
                return Err(ApiError::refused(StatusCode::PAYLOAD_TOO_LARGE, TOO_MANY));
            }
            // A file field that nobody filled comes as a file without a name.
            Part::Picture(_, None) => {}
            Part::Picture(incoming, Some(name)) => files.push((name, Ok(incoming))),
            Part::Refused(name, error) => files.push((name.unwrap_or_default(), Err(error))),
            Part::Text(name, value) => fields.add(name, value),
        }
    }
    let said = match read_fields(&fields) {
        Ok(said) => said,
        Err(error) => {
            return Ok(page(
                &visit,
                &fields,
                Vec::new(),
                Some(spoken::sentence(error.to_string())),
            ));
        }
    };
    let mut results = Vec::with_capacity(files.len());
    for (file_name, incoming) in files {
        results.push(take_in(&visit, user, file_name, incoming, &said).await);
    }
    let problem = results.is_empty().then(|| spoken::sentence("No picture was chosen.".to_owned()));
    Ok(page(&visit, &fields, results, problem))
}

const MOST_FILES: usize = 100;
const TOO_MANY: &str = "At most 100 files can be sent at once";

async fn take_in(
    visit: &Visit,
    user: &User,
    file_name: String,
    incoming: Result<Incoming, UploadError>,
    said: &Said,
) -> UploadResult {
    let fields = Said { file_name: Some(file_name.clone()), ..said.clone() };
    let uploaded = match incoming {
        Ok(incoming) => visit.app.library().upload(user, incoming, fields).await,
        Err(error) => Err(error),
    };
    let state = match uploaded {
        Ok(uploaded) if uploaded.is_new => UploadState::Done {
            href: photo_path(&uploaded.photo),
            thumb: Some(visit.thumb(&uploaded.photo)),
        },
        Ok(uploaded) => UploadState::Duplicate { href: photo_path(&uploaded.photo) },
        Err(error) => {
            UploadState::Refused { reason: spoken::sentence(upload_problem(error).to_string()) }
        }
    };
    UploadResult { file_name, state }
}

fn page(
    visit: &Visit,
    fields: &Params,
    results: Vec<UploadResult>,
    problem: Option<String>,
) -> Response {
    let text = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    let chosen = fields.get("license").and_then(|id| LicenseId::parse(id).ok());
    let chosen = chosen.unwrap_or_else(|| visit.app.library().default_license().clone());
    let types: Vec<&str> = MediaType::ALL.iter().map(|kind| kind.as_str()).collect();
    let view = UploadPage {
        address: Address::default(),
        action: "/upload".to_owned(),
        form_token: String::new(),
        limits: UploadLimits {
            accept: types.join(","),
            formats: "JPEG, PNG, WebP, GIF, AVIF, JPEG XL".to_owned(),
            bytes: visit.app.library().settings().limits.upload_bytes,
        },
        licenses: LicenseId::all()
            .map(|license| LicenseChoice { is_current: license == chosen, license })
            .collect(),
        fields: UploadFields {
            title: text("title"),
            description: text("description"),
            tags: fields.list("tags").join(", "),
            place: text("location[name]"),
        },
        results,
        problem,
    };
    visit.answer(|site| view.render(site))
}
