//! How a command ends, and what is said when it could not do its work.

use rollcall_app::contract::{AppError, ErrorCode, ErrorDocument, ErrorFacts};
use std::process::ExitCode;

/// How a command ends. The numbers are promised to jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// All good.
    Good = 0,
    /// It could not be done.
    NotDone = 1,
    /// Asked in a way that makes no sense.
    Usage = 2,
    /// Done, and some rows need a person.
    NeedsPerson = 3,
    /// Stopped before the end; it can be taken up again.
    Stopped = 4,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(code as u8)
    }
}

/// Why a command could not do its work: a code, and one sentence for the person.
#[derive(Clone, Debug)]
pub struct Failure {
    pub code: Code,
    facts: ErrorFacts,
}

/// A command's end.
pub type Done = Result<Code, Failure>;

impl Failure {
    /// What was asked makes no sense.
    pub fn usage(sentence: impl Into<String>) -> Self {
        Self::new(Code::Usage, "bad-request", sentence)
    }

    /// It could not be done.
    pub fn not_done(code: &str, sentence: impl Into<String>) -> Self {
        Self::new(Code::NotDone, code, sentence)
    }

    /// A person or the system stopped it.
    pub fn stopped(sentence: impl Into<String>) -> Self {
        Self::new(Code::Stopped, "cancelled", sentence)
    }

    fn new(code: Code, word: &str, sentence: impl Into<String>) -> Self {
        Self { code, facts: ErrorFacts { code: word.to_owned(), message: sentence.into() } }
    }

    /// The sentence.
    pub fn sentence(&self) -> &str {
        &self.facts.message
    }

    /// The document that stands for the answer under `--json`.
    pub fn document(&self) -> ErrorDocument {
        ErrorDocument { error: self.facts.clone() }
    }
}

impl From<AppError> for Failure {
    fn from(problem: AppError) -> Self {
        let code = match problem.code {
            ErrorCode::BadRequest => Code::Usage,
            ErrorCode::Cancelled => Code::Stopped,
            _ => Code::NotDone,
        };
        let mut facts = ErrorDocument::of(&problem).error;
        match problem.code {
            ErrorCode::ListHeld => {
                facts.message.push_str(" Or take the new one over with `rollcallctl sync --take-held`.");
            }
            ErrorCode::StorageLost => {
                facts.message.push_str(" `rollcallctl profile begin-anew` does that.");
            }
            _ => {}
        }
        Self { code, facts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_no_sense_is_told_from_what_could_not_be_done() {
        let code = |code| Failure::from(AppError::new(code, "No.")).code;
        assert_eq!(code(ErrorCode::BadRequest), Code::Usage);
        assert_eq!(code(ErrorCode::ProfileUnknown), Code::NotDone);
        assert_eq!(code(ErrorCode::Cancelled), Code::Stopped);
    }

    #[test]
    fn a_held_list_names_the_command_that_takes_it_over() {
        let held = Failure::from(AppError::new(ErrorCode::ListHeld, "The new list looks wrong."));
        assert!(held.sentence().ends_with("`rollcallctl sync --take-held`."), "{}", held.sentence());
        assert_eq!(held.code, Code::NotDone);
    }
}
