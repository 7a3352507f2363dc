//! When a picture was taken, in the ways that it is written.

use super::TakenAt;

impl TakenAt {
    /// `2024:05:01 10:11:12` and `+02:00`.
    pub(super) fn from_exif(text: &str, offset: Option<&str>) -> Option<Self> {
        let (date, time) = text.split_once(' ')?;
        Self::build(
            &numbers(date, ':')?,
            &numbers(time.trim(), ':')?,
            offset.and_then(offset_minutes),
        )
    }

    /// `20240501` and `101112+0200`.
    pub(super) fn from_iptc(date: &str, time: Option<&str>) -> Option<Self> {
        let part = |text: &str, range: std::ops::Range<usize>| text.get(range)?.parse().ok();
        let days = [part(date, 0..4)?, part(date, 4..6)?, part(date, 6..8)?];
        let time = time.unwrap_or("000000");
        let clock = [part(time, 0..2)?, part(time, 2..4)?, part(time, 4..6)?];
        Self::build(&days, &clock, time.get(6..).and_then(offset_minutes))
    }

    /// `2024-05-01T10:11:12.5+02:00`; time, seconds and offset may be missing.
    pub(super) fn from_xmp(text: &str) -> Option<Self> {
        let (date, time) = text.trim().split_once('T').unwrap_or((text.trim(), "00:00"));
        let split = time.find(['Z', '+', '-']).unwrap_or(time.len());
        let (clock, offset) = time.split_at(split);
        let clock = clock.split('.').next()?;
        Self::build(&numbers(date, '-')?, &numbers(clock, ':')?, offset_minutes(offset))
    }

    fn build(date: &[u16], clock: &[u16], offset_minutes: Option<i16>) -> Option<Self> {
        let (&[year, month, day], &[hour, minute, ref rest @ ..]) = (date, clock) else {
            return None;
        };
        let second = rest.first().copied().unwrap_or(0);
        let is_real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_of(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        is_real.then_some(Self {
            year,
            month: month as u8,
            day: day as u8,
            hour: hour as u8,
            minute: minute as u8,
            second: second as u8,
            offset_minutes,
        })
    }
}

fn days_of(year: u16, month: u16) -> u16 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn numbers(text: &str, separator: char) -> Option<Vec<u16>> {
    text.split(separator).take(4).map(|part| part.parse().ok()).collect()
}

fn offset_minutes(text: &str) -> Option<i16> {
    let text = text.trim();
    if text == "Z" {
        return Some(0);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let hours: i16 = digits.get(0..2)?.parse().ok()?;
    let minutes: i16 = digits.get(2..4).unwrap_or("0").parse().ok()?;
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts = (u16, u8, u8, u8, u8, u8);

    #[track_caller]
    fn check(found: Option<TakenAt>, expected: Option<(Parts, Option<i16>)>) {
        let parts = |taken: TakenAt| {
            let TakenAt { year, month, day, hour, minute, second, offset_minutes } = taken;
            ((year, month, day, hour, minute, second), offset_minutes)
        };
        assert_eq!(found.map(parts), expected);
    }

    #[test]
    fn exif_times_are_read() {
        let noon = (2024, 5, 1, 12, 30, 59);
        check(TakenAt::from_exif("2024:05:01 12:30:59", None), Some((noon, None)));
        check(TakenAt::from_exif("2024:05:01 12:30:59", Some("-03:30")), Some((noon, Some(-210))));
        for junk in [
            "0000:00:00 00:00:00",
            "2024:02:30 00:00:00",
            "    :  :     :  :  ",
            "2024:05:01",
            "2023:02:29 01:01:01",
        ] {
            check(TakenAt::from_exif(junk, None), None);
        }
    }

    #[test]
    fn xmp_and_iptc_times_are_read() {
        let cases = [
            ("2024-05-01T12:30:59.123+02:00", Some(((2024, 5, 1, 12, 30, 59), Some(120)))),
            ("2024-05-01T12:30Z", Some(((2024, 5, 1, 12, 30, 0), Some(0)))),
            ("2024-05-01", Some(((2024, 5, 1, 0, 0, 0), None))),
            ("2024-05", None),
            ("soon", None),
        ];
        for (text, expected) in cases {
            check(TakenAt::from_xmp(text), expected);
        }
        let leap = (2024, 2, 29, 10, 11, 12);
        check(TakenAt::from_iptc("20240229", Some("101112-0500")), Some((leap, Some(-300))));
        check(TakenAt::from_iptc("20240229", None), Some(((2024, 2, 29, 0, 0, 0), None)));
        check(TakenAt::from_iptc("2024\u{e4}\u{e4}", None), None);
    }
}
