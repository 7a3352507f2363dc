//! The figures, for people and for the script that compares.

/// How long jobs waited before they began.
pub struct Latency {
    pub p50_ms: f64,
    pub p99_ms: f64,
}

/// What one run measured.
pub struct Report {
    pub jobs: usize,
    pub enqueued_one_by_one_per_s: f64,
    pub enqueued_in_hundreds_per_s: f64,
    pub drained_per_s: f64,
    pub drain_cpu_s_per_1000: f64,
    pub inside: Latency,
    pub outside: Latency,
}

impl Latency {
    /// From microseconds, one a job.
    pub fn of(mut micros: Vec<i64>) -> Self {
        micros.sort_unstable();
        let at = |part: f64| {
            let index = (micros.len() as f64 * part) as usize;
            micros
                .get(index.min(micros.len().saturating_sub(1)))
                .map_or(f64::NAN, |micros| *micros as f64 / 1_000.0)
        };
        Self { p50_ms: at(0.5), p99_ms: at(0.99) }
    }
}

impl Report {
    fn figures(&self) -> [(&'static str, f64); 8] {
        [
            ("enqueued_one_by_one_per_s", self.enqueued_one_by_one_per_s),
            ("enqueued_in_hundreds_per_s", self.enqueued_in_hundreds_per_s),
            ("drained_per_s", self.drained_per_s),
            ("drain_cpu_s_per_1000", self.drain_cpu_s_per_1000),
            ("latency_p50_ms", self.inside.p50_ms),
            ("latency_p99_ms", self.inside.p99_ms),
            ("latency_other_process_p50_ms", self.outside.p50_ms),
            ("latency_other_process_p99_ms", self.outside.p99_ms),
        ]
    }

    pub fn to_json(&self) -> String {
        let figures = self.figures().map(|(name, figure)| (name.to_owned(), figure.into()));
        serde_json::Value::Object(figures.into_iter().collect()).to_string()
    }

    pub fn to_table(&self) -> String {
        let line = |(name, figure)| format!("{name:<32}{figure:>14.2}\n");
        let figures: String = self.figures().into_iter().map(line).collect();
        format!("{} no-op jobs, SQLite, every commit flushed\n{figures}", self.jobs)
    }
}
