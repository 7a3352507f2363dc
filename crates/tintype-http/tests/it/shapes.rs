//! What every object of the contract (section 4) must have, and of which type. A missing key
//! fails; more keys are fine.

use serde_json::Value;

/// The types a key may have: `s` text, `n` number, `b` flag, `a` array, `o` object, `?` or null.
type Shape = &'static [(&'static str, &'static str)];

pub const PHOTO: Shape = &[
    ("id", "s"),
    ("slug", "s"),
    ("alternative_slugs", "o"),
    ("created_at", "s"),
    ("updated_at", "s"),
    ("promoted_at", "s?"),
    ("width", "n"),
    ("height", "n"),
    ("color", "s?"),
    ("blur_hash", "s?"),
    ("title", "s?"),
    ("description", "s?"),
    ("alt_description", "s?"),
    ("breadcrumbs", "a"),
    ("urls", "o"),
    ("links", "o"),
    ("likes", "n"),
    ("liked_by_user", "b"),
    ("current_user_collections", "a"),
    ("sponsorship", "o?"),
    ("topic_submissions", "o"),
    ("asset_type", "s"),
    ("license", "o"),
    ("user", "o"),
];

pub const FULL_PHOTO: Shape = &[
    ("exif", "o"),
    ("location", "o"),
    ("meta", "o"),
    ("public_domain", "b"),
    ("tags", "a"),
    ("tags_preview", "a"),
    ("views", "n"),
    ("downloads", "n"),
    ("topics", "a"),
];

pub const USER: Shape = &[
    ("id", "s"),
    ("username", "s"),
    ("name", "s"),
    ("first_name", "s"),
    ("last_name", "s?"),
    ("bio", "s?"),
    ("location", "s?"),
    ("twitter_username", "s?"),
    ("instagram_username", "s?"),
    ("portfolio_url", "s?"),
    ("updated_at", "s"),
    ("links", "o"),
    ("profile_image", "o"),
    ("total_collections", "n"),
    ("total_likes", "n"),
    ("total_photos", "n"),
    ("accepted_tos", "b"),
    ("for_hire", "b"),
    ("social", "o"),
];

pub const FULL_USER: Shape = &[
    ("photos", "a"),
    ("badge", "o?"),
    ("downloads", "n"),
    ("followers_count", "n"),
    ("following_count", "n"),
    ("followed_by_user", "b"),
    ("tags", "o"),
    ("allow_messages", "b"),
    ("numeric_id", "n"),
    ("meta", "o"),
];

pub const COLLECTION: Shape = &[
    ("id", "s"),
    ("title", "s"),
    ("share_key", "s"),
    ("description", "s?"),
    ("published_at", "s"),
    ("updated_at", "s"),
    ("last_collected_at", "s?"),
    ("featured", "b"),
    ("private", "b"),
    ("curated", "b"),
    ("total_photos", "n"),
    ("tags", "a"),
    ("links", "o"),
    ("user", "o"),
    ("cover_photo", "o?"),
    ("preview_photos", "a"),
];

pub const TOPIC: Shape = &[
    ("id", "s"),
    ("slug", "s"),
    ("title", "s"),
    ("description", "s?"),
    ("published_at", "s"),
    ("updated_at", "s"),
    ("starts_at", "s"),
    ("ends_at", "s?"),
    ("only_submissions_after", "s?"),
    ("visibility", "s"),
    ("featured", "b"),
    ("total_photos", "n"),
    ("status", "s"),
    ("links", "o"),
    ("owners", "a"),
    ("cover_photo", "o?"),
    ("preview_photos", "a"),
    ("current_user_contributions", "a"),
    ("total_current_user_submissions", "n?"),
    ("media_types", "a"),
];

/// Compares an object with its shape.
#[track_caller]
pub fn check(value: &Value, shape: Shape) {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    for (key, types) in shape {
        let found = object.get(*key).unwrap_or_else(|| panic!("{key} is missing in {value}"));
        let kind = match found {
            Value::Null => '?',
            Value::Bool(_) => 'b',
            Value::Number(_) => 'n',
            Value::String(_) => 's',
            Value::Array(_) => 'a',
            Value::Object(_) => 'o',
        };
        assert!(types.contains(kind), "{key} is {found}, not {types}");
    }
}

/// A photo, with its user and its addresses.
#[track_caller]
pub fn check_photo(photo: &Value) {
    check(photo, PHOTO);
    check(&photo["user"], USER);
    for key in ["raw", "full", "regular", "small", "thumb", "small_s3"] {
        check_address(&photo["urls"][key]);
    }
    for key in ["self", "html", "download", "download_location"] {
        check_address(&photo["links"][key]);
    }
    check(&photo["license"], &[("id", "s"), ("title", "s"), ("url", "s?")]);
    check_time(&photo["created_at"]);
}

/// Absolute, ASCII, never null.
#[track_caller]
pub fn check_address(value: &Value) {
    let text = value.as_str().unwrap_or_else(|| panic!("no address: {value}"));
    assert!(text.starts_with("http://") || text.starts_with("https://"), "{text}");
    assert!(text.is_ascii() && !text.contains(' '), "{text}");
}

/// Whole seconds, UTC, `Z`.
#[track_caller]
pub fn check_time(value: &Value) {
    let text = value.as_str().unwrap_or_default();
    assert_eq!(text.len(), "2026-02-01T10:00:00Z".len(), "{text}");
    assert!(text.ends_with('Z'), "{text}");
}
