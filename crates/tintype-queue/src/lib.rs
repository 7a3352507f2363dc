//! The job runner: claim, run, retry, schedule. Knows nothing of photos.
