//! One operation: a method on a route, what it takes, what it needs, what it gives.

use schemars::{Schema, SchemaGenerator};
use tintype_domain::Scope;

use super::fields::Body;
use super::parameter::Parameter;

/// Operations that belong together.
pub(crate) struct Group {
    /// What they are about, in one word.
    pub name: &'static str,
    /// The same in a sentence.
    pub says: &'static str,
    /// The operations.
    pub operations: &'static [Operation],
}

/// A method on a route.
#[derive(Clone, Copy)]
pub(crate) struct Operation {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// As the router has it.
    pub route: &'static str,
    /// Its name in generated clients.
    pub id: &'static str,
    /// What it does, in one sentence.
    pub says: &'static str,
    /// What may stand in the query.
    pub takes: &'static [Parameter],
    /// What may stand in the body.
    pub sends: Option<Body>,
    /// What it answers when all is well.
    pub gives: &'static [Gives],
    /// Who may call it.
    pub needs: Needs,
    /// Whether something newer does the same.
    pub is_old: bool,
}

/// An answer when all is well.
#[derive(Clone, Copy)]
pub(crate) struct Gives {
    /// Its status.
    pub status: u16,
    /// When it is this one.
    pub says: &'static str,
    /// What it holds.
    pub shape: Shape,
}

/// The schema of a type, as `schemars` makes it.
pub(super) type Of = fn(&mut SchemaGenerator) -> Schema;

/// What an answer holds.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// One JSON value.
    One(Of),
    /// A page of a list, with the headers to page by.
    Page(Of),
    /// An array that has no pages.
    All(Of),
    /// One search's page: an object, with the headers to page by.
    Found(Of),
    /// One, or an array of them when `count` is given.
    OneOrMany(Of),
    /// The bytes of a picture.
    Picture,
    /// Text that is not JSON.
    Text(&'static str),
    /// Another address, in `Location`.
    Elsewhere,
    /// Nothing.
    Nothing,
}

/// Who may call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Anyone.
    Nobody,
    /// An application by its access key, or a person by token.
    Key,
    /// A person by a token of this scope.
    Scope(Scope),
}

impl Operation {
    /// A call that reads and needs a key.
    pub(super) const fn get(route: &'static str, id: &'static str, says: &'static str) -> Self {
        Self::new("GET", route, id, says)
    }

    /// A call that makes something.
    pub(super) const fn post(route: &'static str, id: &'static str, says: &'static str) -> Self {
        Self::new("POST", route, id, says)
    }

    /// A call that changes something.
    pub(super) const fn put(route: &'static str, id: &'static str, says: &'static str) -> Self {
        Self::new("PUT", route, id, says)
    }

    /// A call that takes something away.
    pub(super) const fn delete(route: &'static str, id: &'static str, says: &'static str) -> Self {
        Self::new("DELETE", route, id, says)
    }

    const fn new(
        method: &'static str,
        route: &'static str,
        id: &'static str,
        says: &'static str,
    ) -> Self {
        let (takes, sends, gives): (&[Parameter], _, &[Gives]) = (&[], None, &[]);
        Self { method, route, id, says, takes, sends, gives, needs: Needs::Key, is_old: false }
    }

    pub(super) const fn takes(self, takes: &'static [Parameter]) -> Self {
        Self { takes, ..self }
    }

    pub(super) const fn sends(self, body: Body) -> Self {
        Self { sends: Some(body), ..self }
    }

    pub(super) const fn gives(self, gives: &'static [Gives]) -> Self {
        Self { gives, ..self }
    }

    pub(super) const fn scope(self, scope: Scope) -> Self {
        Self { needs: Needs::Scope(scope), ..self }
    }

    pub(super) const fn open(self) -> Self {
        Self { needs: Needs::Nobody, ..self }
    }

    pub(super) const fn old(self) -> Self {
        Self { is_old: true, ..self }
    }

    /// The variable parts of the route, from left to right.
    pub(crate) fn path_names(&self) -> impl Iterator<Item = &'static str> {
        self.route.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    }
}

impl Gives {
    /// 200.
    pub(super) const fn ok(says: &'static str, shape: Shape) -> Self {
        Self { status: 200, says, shape }
    }

    /// 204.
    pub(super) const fn gone(says: &'static str) -> Self {
        Self { status: 204, says, shape: Shape::Nothing }
    }

    /// 201.
    pub(super) const fn created(says: &'static str, shape: Shape) -> Self {
        Self { status: 201, says, shape }
    }
}
