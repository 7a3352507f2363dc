//! What happens to every request before and after its handler.

mod conversation;
mod either;
mod envelope;
mod guard;
mod hourly;
mod kept_answers;
mod pages;
mod same_origin;
mod slashes;
mod strict;

pub(crate) use conversation::{FormBody, SentMethod, converse};
pub(crate) use either::either_form;
pub(crate) use envelope::{FormTarget, Framing, StyleHash, envelope};
pub(crate) use guard::{Vouched, count_only, counted, guard, names_tag};
pub(crate) use hourly::HourlyCalls;
pub(crate) use kept_answers::KeptAnswers;
pub(crate) use pages::dress_problems;
pub(crate) use same_origin::{
    cookie, form_cookie, form_cookie_name, is_our_form, is_same_origin, page_origin,
    session_cookie, session_cookie_name,
};
pub(crate) use slashes::straighten;
