//! `/oauth/authorize/native`: the code on a page, for programs that nobody can be sent back to.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use tintype_library::Library;
use tintype_pages::view::{Address, CodePage};

use crate::ApiError;
use crate::site::Visit;

/// `GET /oauth/authorize/native?code=`.
pub(crate) async fn show_code(visit: Visit) -> Result<Response, ApiError> {
    let params = visit.params();
    let code = params.get("code").filter(|code| Library::looks_like_code(code));
    if code.is_none() && params.get("error").is_none() {
        return Err(ApiError::BadRequest("There is no code in this address.".into()));
    }
    let view = CodePage { address: Address::default(), code: code.map(str::to_owned) };
    let mut response = visit.answer(|site| view.render(site));
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    Ok(response)
}
