//! What a library holds, found by reading: what stands in for the variable parts of addresses.

use serde_json::{Value, json};

use super::client::Server;

/// What was found.
pub struct Finds {
    /// A photo.
    pub photo: Value,
    /// A collection with photos in it, if there is one.
    pub collection: Value,
    /// A topic.
    pub topic: Value,
    /// Who acts by the token.
    pub me: Value,
    /// A photo of theirs.
    pub own_photo: Value,
    /// A word that a search finds something for.
    pub word: String,
}

/// Looks around.
pub fn look(server: &Server, reader: &str, owner: Option<&str>) -> Finds {
    let read = |path: &str, shows: &str| {
        let answer = server.call("GET", path, shows, None).ok();
        answer.filter(|answer| answer.status == 200).and_then(|answer| answer.json())
    };
    let first = |path: &str| read(path, reader).map(|list| list[0].clone()).unwrap_or_default();
    let photo = first("/photos");
    let me = owner.and_then(|owner| read("/me", owner)).unwrap_or_default();
    let own_photo = me["username"].as_str().map(|name| first(&format!("/users/{name}/photos")));
    let words = photo["alt_description"].as_str().or(photo["description"].as_str());
    let words = words.or(photo["slug"].as_str()).unwrap_or("photo");
    // Ids at the end of slugs are no words.
    let is_word = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let word = words.split([' ', '-']).filter(is_word).max_by_key(|word| word.len());
    let word = word.unwrap_or("photo").to_owned();
    Finds {
        photo,
        collection: first("/collections"),
        topic: first("/topics"),
        me,
        own_photo: own_photo.unwrap_or_default(),
        word,
    }
}

impl Finds {
    /// What stands in for a variable part of a path, or for a parameter that must be there.
    pub fn stand_in(&self, name: &str, writes: bool) -> Option<String> {
        let photo = if writes { &self.own_photo } else { &self.photo };
        let found = match name {
            "id" | "photo_id" => photo["id"].as_str(),
            "assetSlug" => photo["slug"].as_str(),
            "collectionId" => self.collection["id"].as_str(),
            "topicSlug" => self.topic["slug"].as_str(),
            "username" => self.photo["user"]["username"].as_str(),
            "query" => Some(self.word.as_str()),
            _ => None,
        };
        found.map(str::to_owned)
    }

    /// What a write sends: what leaves things as they are, as far as that can be.
    pub fn body(&self, method: &str, path: &str) -> Option<Value> {
        match (method, path) {
            ("POST", "/collections") => {
                Some(json!({ "title": "tintype compat check", "private": false }))
            }
            ("PUT", path) if path.starts_with("/collections/") => {
                Some(json!({ "title": "tintype compat check, again", "description": "Made by it" }))
            }
            ("POST", _) => Some(json!({ "photo_id": self.stand_in("photo_id", false) })),
            ("PUT", "/me") => Some(json!({ "first_name": self.me["first_name"] })),
            ("PUT", _) => Some(json!({ "description": self.own_photo["description"] })),
            _ => None,
        }
    }
}
