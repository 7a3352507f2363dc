//! What an owner changes of a photo: words, place, camera, terms, and whether it is listed.

use tintype_domain::{Camera, LicenseId, Location, Photo, Position};
use tintype_store::PhotoEdit;

use crate::Library;
use crate::problem::{FieldProblem, UpdateError};
use crate::taking_in::{TEXT_LENGTH, TITLE_LENGTH, tidy, tidy_tags};

/// What an owner says anew of a photo; `None` leaves a thing as it is, an empty text takes it
/// away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotoUpdate {
    /// A short title.
    pub title: Option<String>,
    /// What they say of it.
    pub description: Option<String>,
    /// What is to be seen.
    pub alt_description: Option<String>,
    /// All words it is found by.
    pub tags: Option<Vec<String>>,
    /// Where it was taken.
    pub place: PlaceUpdate,
    /// With what it was taken.
    pub camera: CameraUpdate,
    /// Under what terms it may be used.
    pub license: Option<String>,
    /// Whether it stands in search and lists.
    pub is_listed: Option<bool>,
}

/// What is said of a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlaceUpdate {
    /// As people call it.
    pub name: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Degrees.
    pub latitude: Option<String>,
    /// Degrees.
    pub longitude: Option<String>,
    /// Whether nobody may know: then no place is kept, and the public original has none.
    pub is_confidential: bool,
}

/// What is said of the camera.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CameraUpdate {
    /// Maker.
    pub make: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Seconds.
    pub exposure_time: Option<String>,
    /// f-number.
    pub aperture: Option<String>,
    /// Millimetres.
    pub focal_length: Option<String>,
    /// Sensitivity, a whole number.
    pub iso: Option<String>,
}

impl Library {
    /// Changes a photo as its owner says: all of it or nothing.
    pub async fn update_photo(
        &self,
        photo: &Photo,
        update: &PhotoUpdate,
    ) -> Result<Photo, UpdateError> {
        let mut edit = read(photo, update).map_err(UpdateError::Invalid)?;
        if update.place.is_confidential && photo.shares_place {
            edit.sharing = self.sharing(photo, false).await?;
        }
        self.edit_with_files(&photo.id, &edit).await?.ok_or(UpdateError::Gone)
    }
}

/// Names every field of the update, so that a new one cannot be forgotten here.
fn read(photo: &Photo, update: &PhotoUpdate) -> Result<PhotoEdit, Vec<FieldProblem>> {
    let PhotoUpdate {
        title,
        description,
        alt_description,
        tags,
        place,
        camera,
        license,
        is_listed,
    } = update;
    let mut problems = Vec::new();
    let text = |text: &Option<String>, most| text.as_deref().map(|text| tidy(text, most));
    let license = license.as_deref().filter(|name| !name.is_empty()).and_then(|name| {
        let parsed = LicenseId::parse(name).ok();
        parsed.or_else(|| note(&mut problems, "License"))
    });
    let edit = PhotoEdit {
        title: text(title, TITLE_LENGTH),
        description: text(description, TEXT_LENGTH),
        alt_description: text(alt_description, TEXT_LENGTH),
        tags: tags.as_ref().map(|tags| tidy_tags(tags.iter().map(String::as_str))),
        location: (*place != PlaceUpdate::default())
            .then(|| read_place(&photo.location, place, &mut problems)),
        camera: (*camera != CameraUpdate::default())
            .then(|| read_camera(&photo.camera, camera, &mut problems)),
        license,
        is_withdrawn: is_listed.map(|is_listed| !is_listed),
        ..PhotoEdit::default()
    };
    if problems.is_empty() { Ok(edit) } else { Err(problems) }
}

fn note<T>(problems: &mut Vec<FieldProblem>, name: &'static str) -> Option<T> {
    problems.push(FieldProblem::Invalid(name));
    None
}

fn read_place(known: &Location, said: &PlaceUpdate, problems: &mut Vec<FieldProblem>) -> Location {
    let PlaceUpdate { name, city, country, latitude, longitude, is_confidential } = said;
    if *is_confidential {
        return Location::default();
    }
    let word = |said: &Option<String>, known: &Option<String>| match said {
        Some(text) => tidy(text, LINE_LENGTH),
        None => known.clone(),
    };
    let known_at = known.position.map(|position| (position.latitude, position.longitude));
    let position = match (latitude.as_deref(), longitude.as_deref()) {
        (None, None) => known.position,
        (Some(""), _) | (_, Some("")) => None,
        (latitude, longitude) => {
            let degrees = |text: Option<&str>, known: Option<f64>| match text {
                Some(text) => text.trim().parse::<f64>().ok(),
                None => known,
            };
            let latitude = degrees(latitude, known_at.map(|(latitude, _)| latitude));
            let longitude = degrees(longitude, known_at.map(|(_, longitude)| longitude));
            let position = latitude.zip(longitude);
            let position = position.and_then(|(north, east)| Position::new(north, east));
            position.or_else(|| note(problems, "Location position"))
        }
    };
    Location {
        name: word(name, &known.name),
        city: word(city, &known.city),
        country: word(country, &known.country),
        position,
    }
}

fn read_camera(known: &Camera, said: &CameraUpdate, problems: &mut Vec<FieldProblem>) -> Camera {
    let CameraUpdate { make, model, exposure_time, aperture, focal_length, iso } = said;
    let word = |said: &Option<String>, known: &Option<String>| match said {
        Some(text) => tidy(text, LINE_LENGTH),
        None => known.clone(),
    };
    let iso = match iso.as_deref().map(str::trim) {
        None => known.iso,
        Some("") => None,
        Some(text) => {
            let number = text.parse::<u32>().ok();
            number.or_else(|| note(problems, "Exif iso speed ratings"))
        }
    };
    Camera {
        make: word(make, &known.make),
        model: word(model, &known.model),
        lens: known.lens.clone(),
        exposure_time: word(exposure_time, &known.exposure_time),
        aperture: word(aperture, &known.aperture),
        focal_length: word(focal_length, &known.focal_length),
        iso,
        taken_at: known.taken_at.clone(),
    }
}

const LINE_LENGTH: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    fn oslo() -> Location {
        Location {
            name: Some("Oslo, Norway".to_owned()),
            city: Some("Oslo".to_owned()),
            country: None,
            position: Position::new(59.9, 10.7),
        }
    }

    fn said(latitude: Option<&str>, longitude: Option<&str>) -> PlaceUpdate {
        PlaceUpdate {
            latitude: latitude.map(str::to_owned),
            longitude: longitude.map(str::to_owned),
            ..PlaceUpdate::default()
        }
    }

    #[test]
    fn a_position_keeps_what_is_not_named_and_lies_on_the_globe() {
        for (latitude, longitude, expected) in [
            (Some("1.5"), Some("2"), Ok(Position::new(1.5, 2.0))),
            (Some("1.5"), None, Ok(Position::new(1.5, 10.7))),
            (None, Some("-1"), Ok(Position::new(59.9, -1.0))),
            (Some(""), None, Ok(None)),
            (None, None, Ok(Position::new(59.9, 10.7))),
            (Some("91"), None, Err(())),
            (Some("north"), None, Err(())),
            (Some("NaN"), None, Err(())),
        ] {
            let mut problems = Vec::new();
            let read = read_place(&oslo(), &said(latitude, longitude), &mut problems);
            let got = if problems.is_empty() { Ok(read.position) } else { Err(()) };
            assert_eq!(got, expected, "{latitude:?} {longitude:?}");
        }
    }

    #[test]
    fn what_is_confidential_is_not_kept_at_all() {
        let said = PlaceUpdate {
            city: Some("Bergen".to_owned()),
            is_confidential: true,
            ..PlaceUpdate::default()
        };
        assert_eq!(read_place(&oslo(), &said, &mut Vec::new()), Location::default());
    }

    #[test]
    fn of_a_camera_only_what_is_named_changes() {
        let known = Camera { make: Some("Canon".to_owned()), iso: Some(100), ..Camera::default() };
        let said = CameraUpdate {
            model: Some(" R5 ".to_owned()),
            iso: Some("many".to_owned()),
            ..CameraUpdate::default()
        };
        let mut problems = Vec::new();
        let camera = read_camera(&known, &said, &mut problems);
        assert_eq!((camera.make, camera.model), (known.make, Some("R5".to_owned())));
        assert_eq!(problems, [FieldProblem::Invalid("Exif iso speed ratings")]);
    }
}
