//! Renders the lessons.

use askama::Template;

use super::{Frame, finish, words};
use crate::grid::Sheet;
use crate::page::Page;
use crate::programs::{Prints, Program};
use crate::snippets::Snippet;
use crate::view::{LearnPage, Lesson, Site};
use crate::words::Words;

#[derive(Template)]
#[template(path = "learn.html")]
struct LearnTemplate<'a> {
    t: &'static Words,
    frame: &'a Frame<'a>,
    page: &'a LearnPage,
    lines: Vec<LessonLine>,
    texts: Option<LessonTexts>,
    snippets: Vec<Snippet>,
}

/// One lesson in the list.
struct LessonLine {
    number: usize,
    slug: &'static str,
    title: String,
    is_solved: bool,
    is_current: bool,
}

/// What an open lesson says.
struct LessonTexts {
    title: String,
    /// Paragraphs.
    text: Vec<String>,
    task: String,
    is_solved: bool,
    next: Option<(String, String)>,
}

impl LearnPage {
    /// The page as HTML.
    pub fn render(&self, site: &Site) -> Page {
        let t = words(site);
        let title = self.lesson.map_or_else(|| t.say("learn-title"), |lesson| title_of(lesson, t));
        let mut frame = Frame::new(site, &self.address, title, &Sheet::default());
        frame.description = t.say("learn-intro");
        let template = LearnTemplate {
            t,
            frame: &frame,
            page: self,
            lines: self.lines(t),
            texts: self.lesson.map(|lesson| self.texts(lesson, t)),
            snippets: self.lesson.map(|lesson| self.program(lesson).snippets()).unwrap_or_default(),
        };
        finish(&template, &frame)
    }

    fn lines(&self, t: &Words) -> Vec<LessonLine> {
        let line = |(index, lesson): (usize, &Lesson)| LessonLine {
            number: index + 1,
            slug: lesson.slug(),
            title: title_of(*lesson, t),
            is_solved: self.solved.contains(lesson),
            is_current: self.lesson == Some(*lesson),
        };
        Lesson::ALL.iter().enumerate().map(line).collect()
    }

    fn texts(&self, lesson: Lesson, t: &Words) -> LessonTexts {
        let (text, task) = match lesson {
            Lesson::Request => ("lesson-request-text", "lesson-request-task"),
            Lesson::Methods => ("lesson-methods-text", "lesson-methods-task"),
            Lesson::Headers => ("lesson-headers-text", "lesson-headers-task"),
            Lesson::Status => ("lesson-status-text", "lesson-status-task"),
            Lesson::Keys => ("lesson-keys-text", "lesson-keys-task"),
        };
        let next = lesson.next();
        LessonTexts {
            title: title_of(lesson, t),
            text: t.say(text).split("\n\n").map(str::to_owned).collect(),
            task: t.say(task),
            is_solved: self.solved.contains(&lesson),
            next: next.map(|next| (format!("/learn/{}", next.slug()), title_of(next, t))),
        }
    }

    /// The program that solves the exercise.
    fn program(&self, lesson: Lesson) -> Program {
        let key = self.key.as_deref().unwrap_or("YOUR_ACCESS_KEY");
        let authorization = match key {
            key if self.needs_key || lesson == Lesson::Keys => Some(format!("Client-ID {key}")),
            _ => None,
        };
        let at = |path: &str| {
            let joint = if path.contains('?') { '&' } else { '?' };
            format!("{}{path}{joint}learner={}", self.origin, self.code)
        };
        let mut program = match lesson {
            Lesson::Request => Program::of(
                "GET",
                at("/photos/random?query=nature"),
                Prints::Field(&["urls", "regular"]),
            ),
            Lesson::Methods => Program {
                json: Some(r#"{"query": "sea", "per_page": 1}"#),
                ..Program::of("POST", at("/search/photos"), Prints::Status)
            },
            Lesson::Headers => Program {
                headers: vec![("X-Name", "Ada".to_owned())],
                ..Program::of("GET", at("/learn/echo"), Prints::Field(&["headers", "X-Name"]))
            },
            Lesson::Status => Program::of("GET", at("/photos/AAAAAAAAAAA"), Prints::Status),
            Lesson::Keys => Program::of(
                "GET",
                at("/photos?per_page=1"),
                Prints::Header("X-Ratelimit-Remaining"),
            ),
        };
        program.headers.extend(authorization.map(|value| ("Authorization", value)));
        program
    }
}

fn title_of(lesson: Lesson, t: &Words) -> String {
    t.say(match lesson {
        Lesson::Request => "lesson-request-title",
        Lesson::Methods => "lesson-methods-title",
        Lesson::Headers => "lesson-headers-title",
        Lesson::Status => "lesson-status-title",
        Lesson::Keys => "lesson-keys-title",
    })
}
