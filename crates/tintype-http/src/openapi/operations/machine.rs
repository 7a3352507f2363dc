//! For the programs around the server.

use schemars::SchemaGenerator;

use crate::openapi::answers::Health;
use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};

const HEALTH: Of = SchemaGenerator::subschema_for::<Health>;

pub(super) const GROUP: Group = Group {
    name: "Server",
    says: "For the programs around it",
    operations: &[ALIVE, READY, OPENAPI],
};

const ALIVE: Operation = Operation::get("/healthz", "getHealth", "Whether the process answers")
    .gives(&[Gives::ok("It does", Shape::One(HEALTH))])
    .open();

const READY: Operation =
    Operation::get("/readyz", "getReadiness", "Whether everything stands; 503 while it does not")
        .gives(&[
            Gives::ok("It does", Shape::One(HEALTH)),
            Gives { status: 503, says: "Not yet, or no more", shape: Shape::One(HEALTH) },
        ])
        .open();

const OPENAPI: Operation = Operation::get("/openapi.json", "getOpenApi", "This document")
    .gives(&[Gives::ok("OpenAPI 3.1", Shape::Text("application/json"))])
    .open();
