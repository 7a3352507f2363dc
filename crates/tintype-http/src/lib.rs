//! HTTP: routes, the wire contract's JSON, image bytes, pages, errors to statuses.
