//! The one page address that also answers JSON: guarded like the API then, dressed like a page
//! otherwise.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::{dress_problems, guard};
use crate::App;
use crate::negotiate::{Form, page_form};

/// Chooses the form and what goes with it.
pub(crate) async fn either_form(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Response {
    let form = page_form(request.headers(), request.uri().query());
    request.extensions_mut().insert(form);
    match form {
        Form::Json => guard(State(app), request, next).await,
        Form::Html => dress_problems(State(app), request, next).await,
    }
}
