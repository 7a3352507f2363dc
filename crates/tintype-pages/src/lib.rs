//! The pages people see: templates, styles and small scripts, embedded.
