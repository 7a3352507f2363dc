//! The whole document.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use tintype_domain::Scope;

use super::answers::{answers, headers, shared};
use super::operation::{Needs, Operation};
use super::operations::GROUPS;
use super::parameter::in_path;
use super::schemas::{definitions, generator};

/// The API as OpenAPI 3.1, for a server that is reached at `origin`.
pub fn document(origin: &str) -> Value {
    let mut document = WITHOUT_SERVER.clone();
    document["servers"] = json!([{ "url": origin, "description": "This library" }]);
    document["components"]["securitySchemes"] = security_schemes(origin);
    document
}

static WITHOUT_SERVER: LazyLock<Value> = LazyLock::new(assemble);

fn assemble() -> Value {
    let mut generator = generator();
    let mut paths = Map::new();
    for group in GROUPS {
        for operation in group.operations {
            let method = operation.method.to_ascii_lowercase();
            let mut described = describe(operation, &mut generator);
            described["tags"] = json!([group.name]);
            let path = paths.entry(operation.route).or_insert_with(|| json!({}));
            path[method] = described;
        }
    }
    let responses = shared(&mut generator);
    let tags = GROUPS.iter().map(|group| json!({ "name": group.name, "description": group.says }));
    json!({
        "openapi": "3.1.0",
        "info": info(),
        "servers": [],
        "tags": tags.collect::<Vec<_>>(),
        "paths": paths,
        "components": {
            "schemas": definitions(generator),
            "responses": responses,
            "headers": headers(),
        },
    })
}

fn info() -> Value {
    json!({
        "title": "Tintype",
        "version": "v1",
        "description": "A photo library with an API that you run yourself. Parameters that are out \
            of bounds are clamped or ignored; errors are always `{\"errors\": [\"…\"]}`.",
        "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        "contact": { "name": "Whoever runs this library", "url": "https://github.com/tintype" },
    })
}

fn describe(operation: &Operation, generator: &mut schemars::SchemaGenerator) -> Value {
    let route = operation.route;
    let in_path = operation.path_names().map(|name| in_path(route, name));
    let parameters = in_path.chain(operation.takes.iter().map(|one| one.to_json()));
    let mut json = json!({
        "operationId": operation.id,
        "summary": operation.says,
        "description": told(operation),
        "parameters": parameters.collect::<Vec<_>>(),
        "responses": answers(operation, generator),
        "security": security(operation.needs),
    });
    if let Some(body) = operation.sends {
        json["requestBody"] = body.to_json();
    }
    if operation.is_old {
        json["deprecated"] = true.into();
    }
    json
}

fn told(operation: &Operation) -> String {
    let who = match operation.needs {
        Needs::Nobody => "Needs no key.".to_owned(),
        Needs::Key => "Needs an access key or a token.".to_owned(),
        Needs::Scope(scope) => format!("Needs a token with the scope `{}`.", scope.as_str()),
    };
    format!("{}. {who}", operation.says)
}

fn security(needs: Needs) -> Value {
    match needs {
        Needs::Nobody => json!([]),
        Needs::Key => json!([{ "key": [] }, { "keyInQuery": [] }, { "bearer": [] }]),
        Needs::Scope(scope) => json!([{ "bearer": [] }, { "oauth": [scope.as_str()] }]),
    }
}

const fn told_of(scope: Scope) -> &'static str {
    match scope {
        Scope::Public => "Read what is public",
        Scope::ReadUser => "Read the own profile",
        Scope::WriteUser => "Change the own profile",
        Scope::ReadPhotos => "Read own photos that are not public",
        Scope::WritePhotos => "Upload, change and delete own photos",
        Scope::WriteLikes => "Like and unlike",
        Scope::WriteFollowers => "Follow; no operation needs it",
        Scope::ReadCollections => "Read own private collections",
        Scope::WriteCollections => "Create, change and delete own collections",
    }
}

fn security_schemes(origin: &str) -> Value {
    let scopes = Scope::ALL.iter().map(|scope| (scope.as_str().to_owned(), json!(told_of(*scope))));
    json!({
        "key": {
            "type": "apiKey", "in": "header", "name": "Authorization",
            "description": "`Client-ID ` and the access key of an application",
        },
        "keyInQuery": {
            "type": "apiKey", "in": "query", "name": "client_id",
            "description": "The access key of an application",
        },
        "bearer": {
            "type": "http", "scheme": "bearer",
            "description": "A person's token, as OAuth 2 gives it or the owner of the library",
        },
        "oauth": {
            "type": "oauth2",
            "description": "The token is sent as `Authorization: Bearer`",
            "flows": { "authorizationCode": {
                "authorizationUrl": format!("{origin}/oauth/authorize"),
                "tokenUrl": format!("{origin}/oauth/token"),
                "refreshUrl": format!("{origin}/oauth/token"),
                "scopes": scopes.collect::<Map<_, _>>(),
            } },
        },
    })
}
