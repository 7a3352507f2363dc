//! The page where one signs in.

use super::Address;

/// `/login`: POSTs `login`, `password`, `next` and `form_token`.
#[derive(Debug, Clone, Default)]
pub struct LoginPage {
    /// The page's address.
    pub address: Address,
    /// Takes the POST.
    pub action: String,
    /// Proof that the form was ours.
    pub form_token: String,
    /// Where to go afterwards, a path on this origin.
    pub next: Option<String>,
    /// The name or e-mail as typed before.
    pub login: String,
    /// Why the last try failed.
    pub problem: Option<LoginProblem>,
}

/// Why signing in failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginProblem {
    /// No such name with that password.
    WrongPassword,
    /// Too many tries; wait so many seconds.
    TooManyTries(u64),
    /// The form lay too long, or was not ours.
    StaleForm,
    /// Somebody must sign in to see what was asked for.
    SignInFirst,
}
