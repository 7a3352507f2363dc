//! Image addresses carried out: format × parameter, looked at as colours at places, not as bytes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::metadata::exif_public;
use support::{BLUE, GREEN, RED, YELLOW, assert_near, mean_color, with_segments};
use tintype_imaging::{
    DecodeLimits, Format, ImageParams, Rendered, Source, SourceChoice, best_source, ingest, probe,
    render,
};

const WHITE: [u8; 3] = [255; 3];

fn read(query: &str) -> ImageParams {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    ImageParams::parse(pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))))
}

fn rendered(bytes: &[u8], size: (u32, u32), query: &str) -> Rendered {
    let format = Format::sniff(bytes).unwrap();
    let source = Source { bytes, format, original_size: size };
    render(&source, &read(query)).unwrap_or_else(|error| panic!("{query}: {error}"))
}

/// A 240×160 picture of four quarters.
fn picture(query: &str) -> Rendered {
    rendered(&support::jpeg(240, 160), (240, 160), query)
}

#[track_caller]
fn assert_quarters(bytes: &[u8], expected: [[u8; 3]; 4]) {
    for (color, (x, y)) in expected.iter().zip([(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)]) {
        assert_near(mean_color(bytes, x, y), *color, 45);
    }
}

#[test]
fn answers_have_the_size_and_type_asked_for() {
    let cases = [
        ("w=120", (120, 80), "image/jpeg"),
        ("w=120&fm=png", (120, 80), "image/png"),
        ("w=120&fm=webp", (120, 80), "image/webp"),
        ("w=120&fm=webp&lossless=1", (120, 80), "image/webp"),
        ("w=120&fm=pjpg", (120, 80), "image/jpeg"),
        ("w=120&fm=avif", (120, 80), "image/jpeg"),
        ("w=100&h=100&fit=crop", (100, 100), "image/jpeg"),
        ("w=100&h=100&fit=fill", (100, 100), "image/jpeg"),
        ("w=100&h=100&fit=clamp", (100, 100), "image/jpeg"),
        ("w=100&h=100&fit=scale", (100, 100), "image/jpeg"),
        ("w=100&h=100&fit=max", (100, 67), "image/jpeg"),
        ("w=600&fit=max", (240, 160), "image/jpeg"),
        ("w=100&dpr=2", (200, 133), "image/jpeg"),
        ("rect=0,0,120,80", (120, 80), "image/jpeg"),
        ("w=100&rot=90", (67, 100), "image/jpeg"),
        ("w=100&rot=17", (100, 67), "image/jpeg"),
        ("w=100&border=5,f00&pad=7", (100, 67), "image/jpeg"),
        ("w=100&pad=5000", (100, 67), "image/jpeg"),
        ("w=100&blur=2000", (100, 67), "image/jpeg"),
        ("w=1e-9", (1, 1), "image/jpeg"),
        ("cs=srgb", (240, 160), "image/jpeg"),
    ];
    for (query, size, media_type) in cases {
        let answer = picture(query);
        assert_eq!((answer.width, answer.height), size, "{query}");
        assert_eq!(answer.media_type, media_type, "{query}");
        let header = probe(&answer.bytes, &DecodeLimits::default()).unwrap();
        assert_eq!((header.width, header.height), size, "{query}");
        assert_eq!(header.format.media_type(), media_type, "{query}");
    }
}

#[test]
fn the_whole_picture_is_shown_in_every_format() {
    for query in ["w=120", "w=120&fm=png", "w=120&fm=webp", "w=120&fm=pjpg", "w=999&q=90"] {
        assert_quarters(&picture(query).bytes, [RED, GREEN, BLUE, YELLOW]);
    }
}

#[test]
fn parts_are_cut_where_they_were_asked_for() {
    let corners = [
        ("rect=0,0,100,60", RED),
        ("rect=140,0,100,60", GREEN),
        ("rect=right,bottom,100,60", YELLOW),
        ("rect=0,0.5,0.5,0.5", BLUE),
        ("w=60&h=40&fit=crop&crop=focalpoint&fp-x=0&fp-y=0&fp-z=4", RED),
        ("w=60&h=40&fit=crop&crop=focalpoint&fp-x=1&fp-y=1&fp-z=4", YELLOW),
        ("rect=0,0,120,160&w=50&h=10&fit=crop&crop=top", RED),
        ("rect=0,0,120,160&w=50&h=10&fit=crop&crop=bottom", BLUE),
        ("rect=0,0,240,80&w=10&h=50&fit=crop&crop=right", GREEN),
    ];
    for (query, color) in corners {
        let answer = picture(query);
        for (x, y) in [(0.1, 0.1), (0.9, 0.1), (0.5, 0.5), (0.1, 0.9), (0.9, 0.9)] {
            assert_near(mean_color(&answer.bytes, x, y), color, 50);
        }
    }
}

#[test]
fn a_cut_by_entropy_finds_the_part_with_something_in_it() {
    // Grey, with a patch of stripes on the right.
    let (width, height) = (300_u32, 100_u32);
    let pixels: Vec<u8> = (0..width * height)
        .flat_map(|index| {
            let (x, y) = (index % width, index / width);
            let busy = x > 210 && (x / 4 + y / 6) % 2 == 0;
            if busy { [230, 40, 40] } else { [128, 128, 128] }
        })
        .collect();
    let color = jpeg_encoder::ColorType::Rgb;
    let bytes = support::Jpeg::default().encode_pixels(&pixels, width, height, color);
    for query in ["crop=entropy", "crop=edges", "crop=faces,entropy"] {
        let answer =
            rendered(&bytes, (width, height), &format!("w=90&h=100&fit=crop&fm=png&{query}"));
        let (_, _, cut) = support::decode_rgb(&answer.bytes);
        let colorful = cut.chunks_exact(3).filter(|p| p[0] > p[1].saturating_add(30)).count();
        assert!(colorful * 10 > cut.len() / 3 * 3, "{query}: {colorful} of {}", cut.len() / 3);
    }
}

#[test]
fn pictures_are_turned_and_mirrored() {
    let cases = [
        ("w=120&flip=h", [GREEN, RED, YELLOW, BLUE]),
        ("w=120&flip=v", [BLUE, YELLOW, RED, GREEN]),
        ("w=120&flip=hv", [YELLOW, BLUE, GREEN, RED]),
        ("w=120&rot=180", [YELLOW, BLUE, GREEN, RED]),
        // Counter-clockwise: what was at the right is now at the top.
        ("w=120&rot=90", [GREEN, YELLOW, RED, BLUE]),
        ("w=120&rot=270", [BLUE, RED, YELLOW, GREEN]),
        ("w=120&rot=5", [RED, GREEN, BLUE, YELLOW]),
    ];
    for (query, quarters) in cases {
        assert_quarters(&picture(query).bytes, quarters);
    }
    // A quarter turn the other way than 45° would leave these places swapped.
    let tilted = picture("w=120&h=120&fit=scale&rot=45");
    assert_near(mean_color(&tilted.bytes, 0.5, 0.1), GREEN, 50);
    assert_near(mean_color(&tilted.bytes, 0.1, 0.5), RED, 50);
}

#[test]
fn orientation_is_honoured_or_overruled() {
    let tiff = exif_public(6);
    let bytes =
        with_segments(&support::jpeg(240, 160), &[(0xE1, [b"Exif\0\0", &tiff[..]].concat())]);
    let upright = rendered(&bytes, (160, 240), "w=80");
    assert_eq!((upright.width, upright.height), (80, 120));
    assert_quarters(&upright.bytes, [BLUE, RED, YELLOW, GREEN]);
    let part = rendered(&bytes, (160, 240), "rect=0,0,80,120");
    assert_near(mean_color(&part.bytes, 0.5, 0.5), BLUE, 40);
    let as_stored = rendered(&bytes, (160, 240), "w=120&orient=1");
    assert_eq!((as_stored.width, as_stored.height), (120, 80));
    assert_quarters(&as_stored.bytes, [RED, GREEN, BLUE, YELLOW]);
    let other = rendered(&bytes, (160, 240), "w=120&orient=3");
    assert_quarters(&other.bytes, [YELLOW, BLUE, GREEN, RED]);
}

#[test]
fn bars_pads_and_borders_have_their_colors() {
    let filled = picture("w=100&h=100&fit=fill&fill-color=00f&fm=png");
    assert_near(mean_color(&filled.bytes, 0.5, 0.05), [0, 0, 255], 6);
    assert_near(mean_color(&filled.bytes, 0.2, 0.3), RED, 45);
    let usual = picture("w=100&h=100&fit=fill&fm=png");
    assert_near(mean_color(&usual.bytes, 0.5, 0.95), WHITE, 6);
    let blurred = picture("w=100&h=100&fit=fill&fill=blur&fm=png");
    assert_near(mean_color(&blurred.bytes, 0.1, 0.05), RED, 70);
    let clamped = picture("w=100&h=100&fit=clamp&fm=png");
    assert_near(mean_color(&clamped.bytes, 0.8, 0.03), GREEN, 45);
    let padded = picture("w=120&pad=12&bg=0f0&fm=png");
    assert_near(mean_color(&padded.bytes, 0.04, 0.5), [0, 255, 0], 6);
    assert_near(mean_color(&padded.bytes, 0.25, 0.25), RED, 45);
    let framed = picture("w=120&border=6,000&fm=png");
    assert_near(mean_color(&framed.bytes, 0.5, 0.02), [0, 0, 0], 6);
    assert_near(mean_color(&framed.bytes, 0.25, 0.25), RED, 45);
}

#[test]
fn tones_change_as_asked() {
    let at = |query: &str, x, y| mean_color(&picture(&format!("w=120&fm=png&{query}")).bytes, x, y);
    let grey = at("sat=-100", 0.2, 0.2);
    assert!(grey[0].abs_diff(grey[1]) <= 2 && grey[1].abs_diff(grey[2]) <= 2, "{grey:?}");
    let strong = at("sat=80", 0.2, 0.2);
    assert!(strong[0] > 210 && strong[1] < 30, "{strong:?}");
    assert_near(at("invert=true", 0.2, 0.2), [55, 215, 215], 30);
    assert!(at("bri=50", 0.2, 0.8)[2] > at("", 0.2, 0.8)[2] + 30);
    assert!(at("exp=-50", 0.8, 0.8)[0] < at("", 0.8, 0.8)[0] - 60);
    assert!(at("con=60", 0.2, 0.2)[1] < 25);
    let tinted = at("mono=00f", 0.2, 0.2);
    assert!(tinted[2] > tinted[0] + 80, "{tinted:?}");
    let brown = at("sepia=100", 0.2, 0.8);
    assert!(brown[0] > brown[1] && brown[1] > brown[2], "{brown:?}");
    // 120° on: red becomes green.
    let turned = at("hue=120", 0.2, 0.2);
    assert!(turned[1] > turned[0] + 60 && turned[1] > turned[2] + 60, "{turned:?}");
    assert_near(at("duotone=000,fff", 0.2, 0.8), [72; 3], 30);
}

#[test]
fn transparency_is_kept_or_laid_on_a_color() {
    let png = support::png(120, 80, true);
    let at = |query: &str| mean_color(&rendered(&png, (120, 80), query).bytes, 0.75, 0.25);
    assert_near(at("w=60&fm=jpg"), [171, 222, 179], 20);
    assert_near(at("w=60&fm=jpg&bg=000"), [16, 67, 24], 20);
    assert_near(at("w=60&bg=00f"), [16, 67, 179], 20);
    for query in ["w=60", "w=60&fm=webp", "w=60&fm=webp&lossless=true"] {
        let answer = rendered(&png, (120, 80), query);
        assert!(probe(&answer.bytes, &DecodeLimits::default()).unwrap().has_alpha, "{query}");
    }
    let opaque = rendered(&support::png(120, 80, false), (120, 80), "w=60&fm=webp");
    assert!(!probe(&opaque.bytes, &DecodeLimits::default()).unwrap().has_alpha);
}

#[test]
fn texts_tell_about_the_picture() {
    let hash = picture("w=120&fm=blurhash");
    assert_eq!((hash.media_type, hash.bytes.len()), ("text/plain", 28));
    let facts: serde_json::Value = serde_json::from_slice(&picture("w=120&fm=json").bytes).unwrap();
    assert_eq!((&facts["PixelWidth"], &facts["PixelHeight"]), (&120.into(), &80.into()));
    let palette = picture("palette=json&colors=3");
    assert_eq!(palette.media_type, "application/json");
    let palette: serde_json::Value = serde_json::from_slice(&palette.bytes).unwrap();
    let colors = palette["colors"].as_array().unwrap();
    assert!(colors.len() <= 3 && colors[0]["hex"].as_str().unwrap().starts_with('#'));
    let css = String::from_utf8(picture("palette=css&prefix=mine").bytes).unwrap();
    assert!(css.starts_with(".mine-fg-1 { color:#"), "{css}");
}

#[test]
fn the_master_serves_what_it_is_large_enough_for() {
    let cases = [
        ("w=1080", SourceChoice::Master),
        ("w=2048", SourceChoice::Master),
        ("w=2049", SourceChoice::Original),
        ("w=1500&dpr=2", SourceChoice::Original),
        ("fm=webp", SourceChoice::Original),
        ("rect=0,0,600,400&w=200", SourceChoice::Master),
        ("rect=0,0,600,400", SourceChoice::Original),
        ("w=400&h=400&fit=crop", SourceChoice::Master),
        ("w=400&h=400&fit=crop&crop=focalpoint&fp-z=9", SourceChoice::Original),
        ("w=100&orient=3", SourceChoice::Original),
    ];
    for (query, expected) in cases {
        assert_eq!(best_source((6000, 4000), &read(query)), expected, "{query}");
    }
    assert_eq!(best_source((1500, 1000), &read("w=8000")), SourceChoice::Master);
}

#[test]
fn master_and_original_give_the_same_view() {
    let original = support::jpeg(3000, 2000);
    let master = ingest(&original, &DecodeLimits::default()).unwrap().master.bytes;
    for query in
        ["w=300", "rect=1500,0,1500,1000&w=200", "w=200&h=300&fit=crop&crop=right", "w=300&rot=90"]
    {
        let views = [&original, &master].map(|bytes| rendered(bytes, (3000, 2000), query));
        assert_eq!((views[0].width, views[0].height), (views[1].width, views[1].height), "{query}");
        for (x, y) in [(0.2, 0.2), (0.8, 0.2), (0.3, 0.7), (0.8, 0.8)] {
            let [from_original, from_master] =
                [0, 1].map(|index: usize| mean_color(&views[index].bytes, x, y));
            assert_near(from_master, from_original, 12);
        }
    }
}

#[test]
fn wide_colors_are_converted() {
    let icc = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let segment = [b"ICC_PROFILE\0\x01\x01", &icc[..]].concat();
    let green: Vec<u8> = [60, 200, 60].repeat(64 * 64);
    let color = jpeg_encoder::ColorType::Rgb;
    let plain = support::Jpeg::default().encode_pixels(&green, 64, 64, color);
    let wide = with_segments(&plain, &[(0xE2, segment)]);
    assert_near(
        mean_color(&rendered(&plain, (64, 64), "w=32&fm=png").bytes, 0.5, 0.5),
        [60, 200, 60],
        5,
    );
    let converted = mean_color(&rendered(&wide, (64, 64), "w=32&fm=png").bytes, 0.5, 0.5);
    assert!(converted[0] < 45 && converted[1] >= 200, "{converted:?}");
    let master = ingest(&wide, &DecodeLimits::default()).unwrap().master;
    assert_near(mean_color(&master.bytes, 0.5, 0.5), converted, 5);
}

#[test]
fn no_mixture_of_parameters_fails() {
    // A fixed walk through all values: each address takes another one of every list.
    let lists: [&[&str]; 12] = [
        &["w=1", "w=37", "w=0.5", "w=300", "w=9e9", "w=-1"],
        &["h=2", "h=1e9", "h=44", "", "h=0.1"],
        &[
            "fit=crop",
            "fit=clip",
            "fit=fill",
            "fit=min",
            "fit=max",
            "fit=scale",
            "fit=clamp",
            "fit=fillmax",
        ],
        &["crop=entropy", "crop=edges", "crop=top,left", "crop=focalpoint", ""],
        &["rect=0,0,1,1", "rect=200,100,9999,9999", "", "rect=0.9,0.9,0.9,0.9"],
        &["dpr=0.1", "dpr=5", ""],
        &["rot=13", "rot=90", "rot=-45", ""],
        &["blur=5", "blur=2000", "", "sharp=100"],
        &["px=8", "pad=3", "border=2,80f00000", "pad=10&bg=0000", ""],
        &["fm=webp", "fm=png", "fm=jpg", "fm=json", "palette=css", "fm=blurhash", ""],
        &["sat=-100&con=100", "bri=100&gam=-100", "shad=100&high=-100&vib=100", ""],
        &["fp-z=100&fp-x=1", "ar=1:9", "max-w=5", "orient=5", "q=0"],
    ];
    let sources = [
        (support::jpeg(240, 160), (240, 160)),
        (support::png(31, 57, true), (31, 57)),
        (support::webp(1, 1, false, true), (1, 1)),
        (support::gif(9, 200, 1), (9, 200)),
    ];
    for step in 0..120_usize {
        let words: Vec<&str> = lists
            .iter()
            .enumerate()
            .map(|(index, list)| list[(step * (2 * index + 1) + index) % list.len()])
            .filter(|word| !(word.contains("9e9") || word.contains("1e9")) || step % 60 == 7)
            .collect();
        let query = words.join("&");
        let (bytes, size) = &sources[step % sources.len()];
        let answer = rendered(bytes, *size, &query);
        assert!(
            (1..=8192).contains(&answer.width) && (1..=8192).contains(&answer.height),
            "{query}"
        );
        assert!(!answer.bytes.is_empty(), "{query}");
    }
}

#[test]
fn damaged_sources_are_answered_with_an_error() {
    let bytes = support::jpeg(240, 160);
    let source = |bytes| Source { bytes, format: Format::Jpeg, original_size: (240, 160) };
    assert!(render(&source(&bytes[..bytes.len() / 2]), &read("w=100")).is_err());
    assert!(render(&source(b"nothing"), &read("w=100")).is_err());
}
