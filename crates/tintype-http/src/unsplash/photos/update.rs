//! `PUT /photos/{id}`: what an owner says anew of a photo.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use tintype_domain::Scope;
use tintype_library::{CameraUpdate, PhotoUpdate, PlaceUpdate};

use super::delete::check_owner;
use super::get::find;
use crate::extract::{Fields, Params, Path};
use crate::unsplash::lists::Asked;
use crate::{ApiError, deeds};

/// `PUT /photos/{id}`, by its owner.
pub(crate) async fn update(
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, ApiError> {
    let user = asked.caller.acting(Scope::WritePhotos)?;
    let photo = find(&asked.app, &id).await?;
    check_owner(user, &photo)?;
    let fields = Fields::read(request, &asked.app).await?;
    let changed = asked.app.library().update_photo(&photo, &read(&fields)).await?;
    deeds::database(|| format!("photo {id} changed"));
    asked.written_photo(StatusCode::OK, &changed).await
}

/// The names of a request are not always those of the answer: `exif[aperture_value]` comes back
/// as `exif.aperture`.
fn read(fields: &Params) -> PhotoUpdate {
    let text = |name: &str| fields.given(name).map(str::to_owned);
    let place = |part: &str| text(&format!("location[{part}]"));
    let exif = |part: &str, other: &str| {
        text(&format!("exif[{part}]")).or_else(|| text(&format!("exif[{other}]")))
    };
    let confidential = fields.flag("location[confidential]").or(fields.flag("confidential"));
    let tags = fields.given_list("tags");
    PhotoUpdate {
        title: text("title"),
        description: text("description"),
        alt_description: text("alt_description"),
        tags: tags.map(|tags| tags.into_iter().map(str::to_owned).collect()),
        place: PlaceUpdate {
            name: place("name").or_else(|| text("location")),
            city: place("city"),
            country: place("country"),
            latitude: place("latitude"),
            longitude: place("longitude"),
            is_confidential: confidential.unwrap_or(false),
        },
        camera: CameraUpdate {
            make: exif("make", "make"),
            model: exif("model", "model"),
            exposure_time: exif("exposure_time", "exposure_time"),
            aperture: exif("aperture_value", "aperture"),
            focal_length: exif("focal_length", "focal_length"),
            iso: exif("iso_speed_ratings", "iso"),
        },
        license: text("license"),
        is_listed: fields.flag("show_on_profile"),
    }
}
