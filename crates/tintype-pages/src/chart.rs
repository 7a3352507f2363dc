//! A count day by day, as a small line to be drawn.

use crate::view::Trend;

impl Trend {
    /// Whether there is anything to draw.
    pub(crate) fn has_line(&self) -> bool {
        self.daily.len() > 1 && self.daily.iter().any(|count| *count > 0)
    }

    /// The count of the days shown.
    pub(crate) fn recent(&self) -> u64 {
        self.daily.iter().sum()
    }

    /// How many days are shown.
    pub(crate) fn days(&self) -> u64 {
        self.daily.len() as u64
    }

    /// The line, as the `points` of an SVG polyline in a box of 120 × 28.
    pub(crate) fn points(&self) -> String {
        let top = self.daily.iter().copied().max().unwrap_or(0).max(1) as f64;
        let steps = self.daily.len().saturating_sub(1).max(1) as f64;
        let point = |(index, count): (usize, &u64)| {
            let across = index as f64 * WIDTH as f64 / steps;
            let down = (HEIGHT - 2) as f64 * (1.0 - *count as f64 / top) + 1.0;
            format!("{across:.0},{down:.0}")
        };
        self.daily.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
    }
}

const WIDTH: usize = 120;
const HEIGHT: usize = 28;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_runs_from_edge_to_edge_and_its_peak_touches_the_top() {
        let trend = Trend { total: 9, daily: vec![0, 4, 2] };
        assert_eq!(trend.points(), "0,27 60,1 120,14");
    }

    #[test]
    fn days_without_any_count_draw_nothing() {
        assert!(!Trend { total: 0, daily: vec![0; 30] }.has_line());
        assert!(!Trend { total: 5, daily: vec![5] }.has_line());
    }
}
