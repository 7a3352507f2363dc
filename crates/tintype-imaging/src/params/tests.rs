//! Tables of addresses and what they mean.

use super::{Argb, Crop, Fit, ImageParams, Length, Output, Rect, RectPart};

/// Reads a query string without percent-decoding.
fn read(query: &str) -> ImageParams {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    ImageParams::parse(pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))))
}

#[track_caller]
fn same(left: &str, right: &str) {
    assert_eq!(read(left).canonical(), read(right).canonical(), "{left} and {right}");
}

#[track_caller]
fn different(left: &str, right: &str) {
    assert_ne!(read(left).canonical(), read(right).canonical(), "{left} and {right}");
}

#[test]
fn nothing_but_noise_asks_for_the_original() {
    for query in [
        "",
        "ixid=M3wx&ixlib=rb-4.0.3",
        "utm_source=x&utm_medium=y",
        "s=abc",
        "dl=a.jpg",
        "w=wide",
        "q=",
        "fm=exe",
        "crop=nowhere",
        "rect=1,2",
    ] {
        assert!(read(query).is_original(), "{query}");
        assert_eq!(read(query).canonical(), "original", "{query}");
    }
    for query in ["w=400", "cs=srgb", "auto=format", "fm=jpg", "q=80", "dpr=2", "sat=-100"] {
        assert!(!read(query).is_original(), "{query}");
        assert_ne!(read(query).canonical(), "original", "{query}");
    }
}

#[test]
fn equal_meaning_has_one_key() {
    same("w=400&h=300", "h=300&w=400");
    same("w=400", "w=100&w=400");
    same("w=400", "width=400");
    same("w=400", "w64=NDAw");
    same("w=400&ixid=a", "w=400&utm_source=b&unknown=c");
    same("w=400", "w=400&q=75");
    same("w=400", "w=400&dpr=1");
    same("w=800", "w=400&dpr=2");
    same("w=400", "w=400&fit=clip");
    same("w=400&fit=max", "w=400&fit=max&crop=entropy&cs=tinysrgb");
    same("w=400&fit=crop", "w=400&fit=crop&crop=top");
    same("w=400&h=300&fit=crop&crop=faces", "w=400&h=300&fit=crop");
    same("w=400&h=300&fit=crop&fp-x=0.2", "w=400&h=300&fit=crop");
    same("q=80", "q=80&fit=max");
    same("w=9000", "w=8192");
    same("w=1e9", "w=8192");
    same("w=inf", "w=8192");
    same("q=500&w=9", "q=100&w=9");
    same("bg=fff&w=9", "bg=ffffffff&w=9");
    same("bg=white&w=9", "bg=%23fff&bg=fff&w=9");
    same("rot=360&w=9", "w=9");
    same("rot=-90&w=9", "rot=270&w=9");
    same("sat=0&w=9", "w=9");
    same("crop=left,top&fit=crop&w=9&h=9", "crop=top,left&fit=crop&w=9&h=9");
    same("fm=png&w=9&q=20", "fm=png&w=9");
    same("auto=format,compress&w=9", "auto=compress&auto=format&w=9");
    same("fm=avif&w=9", "fm=jpg&w=9");
}

#[test]
fn different_meaning_has_different_keys() {
    different("w=400", "h=400");
    different("w=400", "w=401");
    different("w=400&h=300&fit=crop", "w=400&h=300");
    different("w=400&h=300&fit=crop&crop=top", "w=400&h=300&fit=crop&crop=bottom");
    different(
        "w=400&h=300&fit=crop&crop=focalpoint&fp-x=0.2",
        "w=400&h=300&fit=crop&crop=focalpoint",
    );
    different("w=400&q=50", "w=400");
    different("w=400&auto=compress", "w=400");
    different("w=400&fm=webp", "w=400&fm=png");
    different("fm=pjpg", "fm=jpg");
    different("w=400&auto=format", "w=400");
    different("palette=css", "palette=json");
    different("cs=srgb", "");
}

#[test]
fn junk_is_ignored_and_numbers_are_clamped() {
    for junk in ["w=-1", "w=0", "w=NaN", "w=", "w=abc", "w=\u{ff11}\u{ff12}", "w=0x10", "w=1,000"] {
        assert_eq!(read(junk).width, None, "{junk}");
    }
    assert_eq!(read("w=9223372036854775808").width, Some(Length::Pixels(8192)));
    assert_eq!(read("w=1.4").width, Some(Length::Pixels(2)));
    assert_eq!(read("w=0.5").width, Some(Length::Share(0.5)));
    assert_eq!(read("w=1").width, Some(Length::Share(1.0)));
    assert_eq!(read("q=-5").quality, Some(0));
    assert_eq!(read("q=101").quality, Some(100));
    assert_eq!(read("dpr=99").dpr, Some(5.0));
    assert_eq!(read("dpr=0").dpr, None);
    assert_eq!(read("fit=crop&fit=nonsense").fit, Fit::Crop);
    assert_eq!(read("w=400&w=wide").width, Some(Length::Pixels(400)));
    assert_eq!(read("w64=%%%").width, None);
}

#[test]
fn values_are_read_in_all_their_forms() {
    assert_eq!(read("fit=facearea,fill").fit, Fit::Crop);
    assert_eq!(read("crop=faces,entropy").crop, [Crop::Entropy]);
    assert_eq!(read("orient=90").orient, Some(6));
    assert_eq!(read("or=0").orient, None);
    assert_eq!(read("mono=0f0").tone.monochrome, Argb::parse("ff00ff00"));
    assert_eq!(read("ar=16:9").aspect, Some(16.0 / 9.0));
    assert_eq!(read("ar=1:0").aspect, None);
    assert_eq!(read("border=4,f00").border.map(|border| border.sides.left), Some(4));
    assert_eq!(read("pad=10&pad-top=3").pad.top, 3);
    let rect = Rect {
        x: RectPart::Pixels(10),
        y: RectPart::Middle,
        width: RectPart::Share(0.5),
        height: RectPart::Pixels(1),
    };
    assert_eq!(read("rect=10,middle,0.5,1").rect, Some(rect));
    for malformed in ["rect=1,2,3", "rect=1,2,0,4", "rect=a,b,c,d", "rect=1,2,3,4,5"] {
        assert_eq!(read(malformed).rect, None, "{malformed}");
    }
}

#[test]
fn the_format_is_negotiated_only_when_asked() {
    let chrome = "image/avif,image/webp,image/apng,image/*,*/*;q=0.8";
    let auto = read("w=400&auto=format&fm=jpg");
    assert!(auto.varies_by_accept());
    assert_eq!(auto.negotiate(chrome).output, Some(Output::WebP));
    assert_eq!(auto.negotiate(chrome).canonical(), read("w=400&fm=webp").canonical());
    assert_eq!(auto.negotiate("*/*").canonical(), read("w=400&fm=jpg").canonical());
    assert_eq!(auto.negotiate("image/webp;q=0").output, Some(Output::Jpeg));
    let plain = read("w=400");
    assert!(!plain.varies_by_accept());
    assert_eq!(plain.negotiate(chrome), plain);
    assert!(!read("auto=format&fm=json").varies_by_accept());
}

#[test]
fn the_addresses_of_the_api_are_stored_renditions() {
    let query = "crop=entropy&cs=tinysrgb&fit=max&fm=jpg&ixid=x&ixlib=y&q=80&w=1080";
    assert_eq!(read(query).stored_rendition(), Some(1080));
    assert_eq!(read("fit=max&fm=jpg&q=80&w=400").stored_rendition(), Some(400));
    assert_eq!(read("fit=max&fm=jpg&q=80&w=200&dpr=2").stored_rendition(), Some(400));
    for other in [
        "fit=max&fm=jpg&q=80&w=401",
        "fit=max&fm=jpg&q=81&w=400",
        "w=400",
        "",
        "fit=max&fm=jpg&q=80&w=400&sat=-100",
    ] {
        assert_eq!(read(other).stored_rendition(), None, "{other}");
    }
}

#[test]
fn a_download_name_asks_for_no_rendering() {
    assert_eq!(read("dl=my%20photo.jpg").download_name(), Some("my%20photo.jpg"));
    assert_eq!(read("w=4").download_name(), None);
}
