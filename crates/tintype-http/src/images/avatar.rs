//! `GET /images/placeholder-avatars/{user}`: a quiet colour of their own for those who have no
//! picture.

use axum::body::Body;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use tintype_domain::{Timestamp, UserId};
use tintype_imaging::ImageParams;

use super::conditional::Version;
use crate::ApiError;
use crate::extract::{Params, Path};
use crate::fingerprint::fingerprint;

/// Paints a square in the colour of an id.
pub(crate) async fn avatar(
    Path(user): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let user = UserId::parse(&user).map_err(|_| ApiError::NotFound("Image"))?;
    let asked = Params::parse(query.as_deref().unwrap_or_default());
    let side = asked.number("w", 1..=MOST_PIXELS).unwrap_or(128).to_string();
    let params = [("fit", "crop"), ("fm", "png"), ("h", side.as_str()), ("w", side.as_str())];
    let params = ImageParams::parse(params);
    let hash = blur_hash(color_of(user.as_str()));
    let etag = format!("{:016x}", fingerprint(&format!("{hash} {side}")));
    let version = Version::new(&etag, Timestamp::from_micros(0), false);
    if version.is_known(&headers) {
        return Ok(version.not_modified());
    }
    let painting = move || tintype_imaging::paint_blurhash(&hash, (256, 256), &params);
    let painted = tokio::task::spawn_blocking(painting).await.map_err(ApiError::internal)?;
    let painted = painted.map_err(ApiError::internal)?;
    let mut response = Response::new(Body::from(painted.bytes));
    version.write(response.headers_mut());
    let media_type = HeaderValue::from_static(painted.media_type);
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    Ok(response)
}

/// A colour of middling light that follows from the id.
fn color_of(id: &str) -> [u8; 3] {
    let [red, green, blue, ..] = fingerprint(id).to_le_bytes();
    [red, green, blue].map(|part| 70 + part / 2)
}

/// A BlurHash of one colour.
fn blur_hash(rgb: [u8; 3]) -> String {
    let mut number = rgb.iter().fold(0usize, |number, part| number << 8 | usize::from(*part));
    let mut digits = [b'0'; 4];
    for digit in digits.iter_mut().rev() {
        *digit = BASE83[number % 83];
        number /= 83;
    }
    format!("00{}", String::from_utf8_lossy(&digits))
}

const BASE83: &[u8; 83] =
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
const MOST_PIXELS: u32 = 512;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_of_one_colour_has_six_digits() {
        assert_eq!(blur_hash([0, 0, 0]), "000000");
        assert_eq!(blur_hash([255, 255, 255]).len(), 6);
        assert_eq!(color_of("abc"), color_of("abc"));
        assert_ne!(color_of("abc"), color_of("abd"));
    }
}
