//! What is counted about requests, and how Prometheus reads it.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::http::StatusCode;

/// The kinds of address, as far as counting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// The API.
    Api,
    /// Picture bytes.
    Image,
    /// Pages.
    Page,
    /// For machines that watch over us.
    Machine,
}

impl Group {
    const ALL: [Self; 4] = [Self::Api, Self::Image, Self::Page, Self::Machine];

    /// The kind of a path.
    pub(crate) fn of(path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        match first {
            "images" | "random" | "seed" => Self::Image,
            "healthz" | "readyz" | "metrics" => Self::Machine,
            "photos" | "search" | "collections" | "topics" | "users" | "stats" | "jobs"
            | "apps" => Self::Api,
            _ => Self::Page,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Image => "image",
            Self::Page => "page",
            Self::Machine => "machine",
        }
    }
}

/// Counts since the start.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    groups: [Counts; 4],
    kept: AtomicU64,
}

#[derive(Debug, Default)]
struct Counts {
    by_class: [AtomicU64; 5],
    by_time: [AtomicU64; BUCKETS.len() + 1],
    micros: AtomicU64,
}

/// Upper bounds in seconds.
const BUCKETS: [f64; 8] = [0.001, 0.005, 0.02, 0.1, 0.25, 1.0, 5.0, 30.0];

impl Metrics {
    /// Notes one answer.
    pub(crate) fn note(&self, group: Group, status: StatusCode, took: Duration) {
        let counts = &self.groups[group as usize];
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        counts.by_class[class].fetch_add(1, Ordering::Relaxed);
        let seconds = took.as_secs_f64();
        let bucket = BUCKETS.iter().position(|most| seconds <= *most).unwrap_or(BUCKETS.len());
        counts.by_time[bucket].fetch_add(1, Ordering::Relaxed);
        counts.micros.fetch_add(took.as_micros() as u64, Ordering::Relaxed);
    }

    /// Notes an answer that was given from memory.
    pub(crate) fn note_kept(&self) {
        self.kept.fetch_add(1, Ordering::Relaxed);
    }

    /// Calls of the API answered so far.
    pub(crate) fn api_calls(&self) -> u64 {
        let counts = &self.groups[Group::Api as usize];
        counts.by_class.iter().map(|count| count.load(Ordering::Relaxed)).sum()
    }

    /// Everything in Prometheus' text form.
    pub(crate) fn write(&self, text: &mut String) {
        self.write_totals(text);
        self.write_times(text);
        self.write_kept(text);
    }

    fn write_totals(&self, text: &mut String) {
        text.push_str(
            "# HELP tintype_http_requests_total Answers by kind of address and status.\n",
        );
        text.push_str("# TYPE tintype_http_requests_total counter\n");
        for group in Group::ALL {
            for (place, count) in self.groups[group as usize].by_class.iter().enumerate() {
                let (name, class) = (group.as_str(), place + 1);
                let count = count.load(Ordering::Relaxed);
                // Writing to a String cannot fail.
                let _ = writeln!(
                    text,
                    "tintype_http_requests_total{{group=\"{name}\",status=\"{class}xx\"}} {count}"
                );
            }
        }
    }

    fn write_kept(&self, text: &mut String) {
        let (name, count) = ("tintype_kept_answers_total", self.kept.load(Ordering::Relaxed));
        let _ = writeln!(text, "# HELP {name} Answers given from memory.\n# TYPE {name} counter");
        let _ = writeln!(text, "{name} {count}");
    }

    fn write_times(&self, text: &mut String) {
        let name = "tintype_http_request_duration_seconds";
        let _ =
            writeln!(text, "# HELP {name} Time from request to headers.\n# TYPE {name} histogram");
        for group in Group::ALL {
            let (counts, group) = (&self.groups[group as usize], group.as_str());
            let mut sum = 0;
            let bounds = BUCKETS.iter().map(ToString::to_string).chain(["+Inf".to_owned()]);
            for (bucket, bound) in counts.by_time.iter().zip(bounds) {
                sum += bucket.load(Ordering::Relaxed);
                let _ = writeln!(text, "{name}_bucket{{group=\"{group}\",le=\"{bound}\"}} {sum}");
            }
            let seconds = counts.micros.load(Ordering::Relaxed) as f64 / 1e6;
            let _ = writeln!(text, "{name}_sum{{group=\"{group}\"}} {seconds}");
            let _ = writeln!(text, "{name}_count{{group=\"{group}\"}} {sum}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_kind_and_time() {
        let metrics = Metrics::default();
        metrics.note(Group::of("/photos/x"), StatusCode::NOT_FOUND, Duration::from_millis(3));
        let mut text = String::new();
        metrics.write(&mut text);
        assert!(text.contains("tintype_http_requests_total{group=\"api\",status=\"4xx\"} 1\n"));
        assert!(text.contains("_bucket{group=\"api\",le=\"0.001\"} 0\n"));
        assert!(text.contains("_bucket{group=\"api\",le=\"0.005\"} 1\n"));
        assert!(text.contains("_bucket{group=\"api\",le=\"+Inf\"} 1\n"));
        assert_eq!(metrics.api_calls(), 1);
    }
}
