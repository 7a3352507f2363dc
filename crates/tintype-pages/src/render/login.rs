//! Renders the page where one signs in.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::view::{LoginPage, LoginProblem, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "login.html")]
struct LoginTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a LoginPage,
    problem: Option<String>,
}

impl LoginPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let frame = Frame::new(site, &self.address, t.say("sign-in"), &Sheet::default());
        let problem = self.problem.map(|problem| sentence(problem, t));
        finish(&LoginTemplate { t, frame: &frame, page: self, problem }, &frame)
    }
}

fn sentence(problem: LoginProblem, t: &Words) -> String {
    match problem {
        LoginProblem::WrongPassword => t.say("login-wrong"),
        LoginProblem::TooManyTries(seconds) if seconds < 120 => {
            t.name("login-often", t.count("seconds", seconds))
        }
        LoginProblem::TooManyTries(seconds) => {
            t.name("login-often", t.count("minutes", seconds.div_ceil(60)))
        }
        LoginProblem::StaleForm => t.say("login-stale"),
        LoginProblem::SignInFirst => t.say("login-first"),
    }
}
