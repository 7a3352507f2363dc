//! Where the result comes from and how large it is: arithmetic on sizes, without a pixel.

use crate::params::parse::MOST_SIDE;
use crate::params::{Crop, Fit, ImageParams, Length, Rect, RectPart};
use crate::picture::Window;

/// How a picture is brought to the size asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Plan {
    /// The part of the upright picture that is shown.
    pub(crate) window: Window,
    /// The freedom that the cut has: a part of the picture of another shape than the window.
    pub(crate) region: Window,
    /// The size that the window is resized to.
    pub(crate) size: (u32, u32),
    /// The size of the canvas that it is laid on; larger than `size` when there are bars.
    pub(crate) canvas: (u32, u32),
}

impl Plan {
    /// Lays the plan for a picture of this upright size. The cut lies where the parameters alone say.
    pub(crate) fn new(original: (u32, u32), params: &ImageParams) -> Self {
        let region = params.rect.map_or(Window::WHOLE, |rect| part_of(rect, original));
        let source = Source {
            width: (region.width * f64::from(original.0)).max(1.0),
            height: (region.height * f64::from(original.1)).max(1.0),
        };
        let wanted = source.wanted(params);
        let (size, canvas, cut) = source.fit(wanted, params);
        let window = if cut { source.cut(region, size, params) } else { region };
        Self { window, region, size, canvas }
    }

    /// How many pixels of the original stand behind one pixel of the result, per side; below 1 it is enlarged.
    /// Half a pixel of rounding is allowed for.
    pub(crate) fn reduction(&self, original: (u32, u32)) -> f64 {
        let unrounded = |side: u32| f64::from(side) - 0.5;
        let horizontal = self.window.width * f64::from(original.0) / unrounded(self.size.0);
        let vertical = self.window.height * f64::from(original.1) / unrounded(self.size.1);
        horizontal.min(vertical)
    }
}

/// The sides of the source region, in pixels of the original.
struct Source {
    width: f64,
    height: f64,
}

/// Width and height in pixels.
type Size = (u32, u32);

/// The sides asked for, as far as they are.
#[derive(Clone, Copy)]
struct Wanted {
    width: Option<f64>,
    height: Option<f64>,
}

impl Source {
    fn wanted(&self, params: &ImageParams) -> Wanted {
        let length = |length: Length, side: f64| match length {
            Length::Pixels(pixels) => f64::from(pixels),
            Length::Share(share) => f64::from(share) * side,
        };
        let mut width = params.scaled_width().map(|side| length(side, self.width));
        let mut height = params.scaled_height().map(|side| length(side, self.height));
        if params.fit == Fit::Crop {
            let aspect = params.aspect.map(f64::from);
            match (width, height, aspect) {
                (Some(wide), None, Some(aspect)) => height = Some(wide / aspect),
                (None, Some(high), Some(aspect)) => width = Some(high * aspect),
                _ => {}
            }
            let bounded = |side: f64, least: Option<u32>, most: Option<u32>| {
                side.min(most.map_or(f64::MAX, f64::from)).max(least.map_or(0.0, f64::from))
            };
            width = width.map(|side| bounded(side, params.min_width, params.max_width));
            height = height.map(|side| bounded(side, params.min_height, params.max_height));
        }
        Wanted { width, height }
    }

    /// The resized size, the canvas, and whether something is cut off.
    fn fit(&self, wanted: Wanted, params: &ImageParams) -> (Size, Size, bool) {
        let both = wanted.width.zip(wanted.height);
        match (params.fit, both) {
            (Fit::Crop, Some(frame)) => (pixels(frame), pixels(frame), true),
            (Fit::Min, Some(frame)) => {
                let size = pixels(self.shrunk_into_source(frame));
                (size, size, true)
            }
            (Fit::Fill | Fit::Clamp, Some(frame)) => {
                (self.inside(frame, f64::MAX), pixels(frame), false)
            }
            (Fit::FillMax, Some(frame)) => (self.inside(frame, 1.0), pixels(frame), false),
            (Fit::Scale, _) if wanted.width.is_some() || wanted.height.is_some() => {
                let frame =
                    (wanted.width.unwrap_or(self.width), wanted.height.unwrap_or(self.height));
                (pixels(frame), pixels(frame), false)
            }
            _ => {
                let most = if matches!(params.fit, Fit::Max | Fit::Min | Fit::FillMax) {
                    1.0
                } else {
                    f64::MAX
                };
                let none = wanted.width.is_none() && wanted.height.is_none();
                let frame = (wanted.width.unwrap_or(f64::MAX), wanted.height.unwrap_or(f64::MAX));
                let size = self.inside(frame, if none { 1.0 } else { most });
                (size, size, false)
            }
        }
    }

    /// The largest size of the source's shape inside a frame.
    fn inside(&self, frame: (f64, f64), most_scale: f64) -> (u32, u32) {
        let limit = f64::from(MOST_SIDE);
        let scale = (frame.0.min(limit) / self.width).min(frame.1.min(limit) / self.height);
        let scale = scale.min(most_scale);
        pixels((self.width * scale, self.height * scale))
    }

    /// A frame of the same shape that needs no enlargement.
    fn shrunk_into_source(&self, (width, height): (f64, f64)) -> (f64, f64) {
        let scale = (self.width / width).min(self.height / height).min(1.0);
        (width * scale, height * scale)
    }

    /// The part of the region that has the result's shape.
    fn cut(&self, region: Window, size: (u32, u32), params: &ImageParams) -> Window {
        let (target_width, target_height) = (f64::from(size.0), f64::from(size.1));
        let scale = (self.width / target_width).min(self.height / target_height);
        let focal = params.crop.first() == Some(&Crop::FocalPoint);
        let zoom = if focal { f64::from(params.focus.zoom) } else { 1.0 };
        let width = region.width * (target_width * scale / self.width / zoom).min(1.0);
        let height = region.height * (target_height * scale / self.height / zoom).min(1.0);
        let (x, y) = match params.crop.first() {
            Some(Crop::FocalPoint) => (
                f64::from(params.focus.x) * region.width - width / 2.0,
                f64::from(params.focus.y) * region.height - height / 2.0,
            ),
            Some(Crop::Edge(edges)) => (
                f64::from(edges.horizontal + 1) / 2.0 * (region.width - width),
                f64::from(edges.vertical + 1) / 2.0 * (region.height - height),
            ),
            _ => ((region.width - width) / 2.0, (region.height - height) / 2.0),
        };
        Window {
            x: region.x + x.clamp(0.0, region.width - width),
            y: region.y + y.clamp(0.0, region.height - height),
            width,
            height,
        }
    }
}

/// Rounds half up, to at least one pixel and at most the longest side.
fn pixels((width, height): (f64, f64)) -> (u32, u32) {
    let side = |length: f64| (length + 0.5).floor().clamp(1.0, f64::from(MOST_SIDE)) as u32;
    (side(width), side(height))
}

/// A `rect` as shares of the picture, kept inside it.
fn part_of(rect: Rect, (width, height): (u32, u32)) -> Window {
    let (x, part_width) = side_of(rect.x, rect.width, f64::from(width));
    let (y, part_height) = side_of(rect.y, rect.height, f64::from(height));
    Window { x, y, width: part_width, height: part_height }
}

fn side_of(start: RectPart, length: RectPart, side: f64) -> (f64, f64) {
    let share = |part: RectPart| match part {
        RectPart::Pixels(pixels) => f64::from(pixels) / side,
        RectPart::Share(share) => f64::from(share),
        RectPart::Start | RectPart::Middle | RectPart::End => 0.0,
    };
    let one = 1.0 / side;
    let length = share(length).clamp(one, 1.0);
    let start = match start {
        RectPart::Middle => (1.0 - length) / 2.0,
        RectPart::End => 1.0 - length,
        other => share(other).min(1.0 - one),
    };
    // What hangs over the edge is cut, as the last pixel may be all that is left.
    (start, length.min(1.0 - start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(original: (u32, u32), query: &str) -> Plan {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Plan::new(original, &ImageParams::parse(pairs))
    }

    #[test]
    fn sizes_are_as_documented() {
        let cases: [(Size, &str, Size); 38] = [
            ((300, 200), "w=100&h=100", (100, 67)),
            ((300, 200), "w=600", (600, 400)),
            ((300, 200), "h=100", (150, 100)),
            ((300, 200), "w=600&fit=max", (300, 200)),
            ((300, 200), "w=150&fit=max", (150, 100)),
            ((300, 200), "w=150&fit=max&dpr=3", (300, 200)),
            ((300, 200), "w=100&h=100&fit=max", (100, 67)),
            ((300, 200), "w=100&h=100&fit=crop", (100, 100)),
            ((300, 200), "w=900&h=100&fit=crop", (900, 100)),
            ((300, 200), "w=100&fit=crop", (100, 67)),
            ((300, 200), "w=100&fit=crop&ar=1:1", (100, 100)),
            ((300, 200), "w=160&fit=crop&ar=16:9", (160, 90)),
            ((300, 200), "h=90&fit=crop&ar=16:9", (160, 90)),
            ((300, 200), "w=400&h=400&fit=min", (200, 200)),
            ((300, 200), "w=100&h=100&fit=min", (100, 100)),
            ((300, 200), "w=600&h=200&fit=min", (300, 100)),
            ((300, 200), "w=600&fit=min", (300, 200)),
            ((300, 200), "w=100&h=100&fit=scale", (100, 100)),
            ((300, 200), "w=100&fit=scale", (100, 200)),
            ((300, 200), "w=100&h=100&fit=fill", (100, 100)),
            ((300, 200), "w=100&h=100&fit=clamp", (100, 100)),
            ((300, 200), "w=400&h=400&fit=fillmax", (400, 400)),
            ((300, 200), "w=400&fit=fill", (400, 267)),
            ((300, 200), "w=0.5", (150, 100)),
            ((300, 200), "w=0.5&h=0.5&fit=crop", (150, 100)),
            ((300, 200), "w=100&h=100&dpr=2&fit=crop", (200, 200)),
            ((300, 200), "w=9000", (8192, 5461)),
            ((200, 300), "w=9000", (5461, 8192)),
            ((300, 200), "w=8192&h=8192&fit=crop&dpr=5", (8192, 8192)),
            ((300, 200), "q=80", (300, 200)),
            ((300, 200), "rect=10,10,50,40", (50, 40)),
            ((300, 200), "rect=10,10,50,40&w=100", (100, 80)),
            ((300, 200), "rect=250,0,100,100", (50, 100)),
            ((300, 200), "rect=9999,9999,9999,9999", (1, 1)),
            ((300, 200), "rect=center,middle,0.5,0.5", (150, 100)),
            ((300, 200), "w=500&h=100&fit=crop&max-w=200&min-h=150", (200, 150)),
            ((1, 30_000), "w=8192&h=2", (1, 2)),
            ((30_000, 20_000), "q=80", (8192, 5461)),
        ];
        for (original, query, expected) in cases {
            assert_eq!(plan(original, query).canvas, expected, "{original:?} {query}");
        }
    }

    #[test]
    fn the_picture_lies_inside_its_bars() {
        assert_eq!(plan((300, 200), "w=100&h=100&fit=fill").size, (100, 67));
        assert_eq!(plan((300, 200), "w=400&h=400&fit=fillmax").size, (300, 200));
        assert_eq!(plan((300, 200), "w=600&h=600&fit=clamp").size, (600, 400));
    }

    #[test]
    fn a_cut_lies_where_it_was_asked_for() {
        let cases = [
            ("", (50.0, 0.0, 200.0, 200.0)),
            ("&crop=left", (0.0, 0.0, 200.0, 200.0)),
            ("&crop=right", (100.0, 0.0, 200.0, 200.0)),
            ("&crop=top", (50.0, 0.0, 200.0, 200.0)),
            ("&crop=faces", (50.0, 0.0, 200.0, 200.0)),
            ("&crop=focalpoint&fp-x=0.1&fp-y=0.5", (0.0, 0.0, 200.0, 200.0)),
            ("&crop=focalpoint&fp-x=0.6", (80.0, 0.0, 200.0, 200.0)),
            ("&crop=focalpoint&fp-x=1&fp-y=1", (100.0, 0.0, 200.0, 200.0)),
            ("&crop=focalpoint&fp-x=0.5&fp-y=0.5&fp-z=2", (100.0, 50.0, 100.0, 100.0)),
            ("&crop=focalpoint&fp-x=0&fp-y=1&fp-z=4", (0.0, 150.0, 50.0, 50.0)),
            ("&crop=right&rect=0,0,200,100", (100.0, 0.0, 100.0, 100.0)),
        ];
        for (query, (x, y, width, height)) in cases {
            let window = plan((300, 200), &format!("w=50&h=50&fit=crop{query}")).window;
            let found =
                [window.x * 300.0, window.y * 200.0, window.width * 300.0, window.height * 200.0];
            let near = found
                .iter()
                .zip([x, y, width, height])
                .all(|(is, should)| (is - should).abs() < 1e-3);
            assert!(near, "{query}: {found:?}");
        }
    }

    #[test]
    fn every_plan_stays_inside_the_picture_and_the_limits() {
        let words = [
            "w=1e9",
            "h=0.01",
            "fit=crop",
            "fit=min",
            "fit=scale",
            "crop=focalpoint",
            "fp-z=100",
            "fp-x=1",
            "rect=5,5,0.1,99999",
            "ar=1000:1",
            "dpr=5",
            "max-w=1",
            "h=8000",
            "w=3",
            "fit=fill",
            "fit=clamp",
        ];
        for original in [(1, 1), (1, 30_000), (8192, 3), (6000, 4000)] {
            for bits in (0..1_u32 << words.len()).step_by(7) {
                let chosen = words.iter().enumerate().filter(|(index, _)| bits >> index & 1 == 1);
                let pairs = chosen.filter_map(|(_, word)| word.split_once('='));
                let plan = Plan::new(original, &ImageParams::parse(pairs));
                let Window { x, y, width, height } = plan.window;
                assert!(
                    x >= 0.0 && y >= 0.0 && x + width <= 1.0 + 1e-9 && y + height <= 1.0 + 1e-9
                );
                assert!(width > 0.0 && height > 0.0);
                for side in [plan.size.0, plan.size.1, plan.canvas.0, plan.canvas.1] {
                    assert!((1..=8192).contains(&side), "{original:?} {bits:b}");
                }
            }
        }
    }
}
