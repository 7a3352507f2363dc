//! The library in figures.

use schemars::SchemaGenerator;

use crate::openapi::operation::{Gives, Group, Of, Operation, Shape};
use crate::unsplash::jobs::JobStanding;
use crate::unsplash::json::{UnsplashMonth, UnsplashTotals};

const TOTALS: Of = SchemaGenerator::subschema_for::<UnsplashTotals>;
const MONTH: Of = SchemaGenerator::subschema_for::<UnsplashMonth>;
const JOB: Of = SchemaGenerator::subschema_for::<JobStanding>;

pub(super) const GROUP: Group = Group {
    name: "Figures",
    says: "How much there is of everything",
    operations: &[TOTAL, LAST, GET_JOB],
};

const TOTAL: Operation = Operation::get("/stats/total", "getTotals", "What the library holds")
    .gives(&[Gives::ok("Totals", Shape::One(TOTALS))]);

const LAST: Operation = Operation::get("/stats/month", "getMonth", "What the last 30 days brought")
    .gives(&[Gives::ok("Totals of 30 days", Shape::One(MONTH))]);

const GET_JOB: Operation =
    Operation::get("/jobs/{id}", "getJob", "Where a job in the background stands")
        .gives(&[Gives::ok("The job", Shape::One(JOB))]);
