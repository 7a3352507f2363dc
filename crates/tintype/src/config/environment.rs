//! `TINTYPE_…` in the environment: known names are settings, unknown ones a warning, since
//! container platforms put names of their own there.

use figment::value::{Dict, Map};
use figment::{Error, Metadata, Profile, Provider};

use super::Config;
use super::sentence::nearest;

/// The settings found, and what to say about the rest.
pub struct Environment {
    settings: Vec<(String, String)>,
    /// One sentence a name that means nothing.
    pub warnings: Vec<String>,
}

/// Names that are read elsewhere.
const NOT_SETTINGS: [&str; 1] = ["TINTYPE_CONFIG"];

/// Sorts the names of the environment.
pub fn known(variables: impl Iterator<Item = (String, String)>) -> Environment {
    let known = keys();
    let mut environment = Environment { settings: Vec::new(), warnings: Vec::new() };
    for (name, value) in variables {
        let Some(rest) = name.strip_prefix("TINTYPE_") else { continue };
        if NOT_SETTINGS.contains(&name.as_str()) {
            continue;
        }
        let key = rest.to_ascii_lowercase().replace("__", ".");
        if known.contains(&key) {
            environment.settings.push((key, value));
        } else {
            let near = nearest(&key, known.iter().map(String::as_str)).map(variable);
            let hint = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            environment.warnings.push(format!("{name} is no setting{hint}"));
        }
    }
    environment
}

/// The name of a setting in the environment.
fn variable(key: &str) -> String {
    format!("TINTYPE_{}", key.to_ascii_uppercase().replace('.', "__"))
}

/// Every setting there is, as `section.name`.
fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    if let Ok(serde_json::Value::Object(all)) = serde_json::to_value(Config::default()) {
        for (name, value) in all {
            match value {
                serde_json::Value::Object(section) => {
                    keys.extend(section.keys().map(|key| format!("{name}.{key}")));
                }
                _ => keys.push(name),
            }
        }
    }
    keys
}

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        Metadata::named("the environment").interpolater(|_, keys| variable(&keys.join(".")))
    }

    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        let mut all = Dict::new();
        for (key, value) in &self.settings {
            let value = value.parse().unwrap_or_else(|never| match never {});
            let nested = figment::util::nest(key, value);
            if let Some(found) = nested.into_dict() {
                merge(&mut all, found);
            }
        }
        Ok(Profile::Default.collect(all))
    }
}

fn merge(all: &mut Dict, found: Dict) {
    for (key, value) in found {
        match (all.get_mut(&key), value) {
            (
                Some(figment::value::Value::Dict(_, section)),
                figment::value::Value::Dict(_, more),
            ) => {
                merge(section, more);
            }
            (_, value) => {
                all.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Environment {
        known(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn names_become_settings() {
        let environment = of(&[
            ("TINTYPE_RATE_LIMIT__PER_HOUR", "9"),
            ("TINTYPE_LISTEN", "127.0.0.1:1"),
            ("HOME", "/home/ana"),
        ]);
        assert!(environment.warnings.is_empty());
        let defaults = figment::providers::Serialized::defaults(Config::default());
        let config: Config = figment::Figment::from(defaults).merge(environment).extract().unwrap();
        assert_eq!(config.rate_limit.per_hour, 9);
        assert_eq!(config.listen.port(), 1);
    }

    #[test]
    fn strange_names_are_one_warning_with_the_nearest_key() {
        let environment =
            of(&[("TINTYPE_SERVICE_HOST", "10.0.0.1"), ("TINTYPE_RATE_LIMIT__PER_HOURS", "9")]);
        assert_eq!(environment.warnings.len(), 2);
        let told = &environment.warnings[1];
        assert!(told.ends_with("did you mean TINTYPE_RATE_LIMIT__PER_HOUR?"), "{told}");
    }
}
