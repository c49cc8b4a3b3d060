//! Documents for programs, and the few use cases that only the command line has.

mod changes;
mod check;
mod names;
mod people;
mod run;

pub use changes::{ChangesChoice, CsvForm, what_changed};
pub use names::PeopleAsked;
pub use people::{PeopleChoice, TakePeople};
pub(crate) use people::{PersonNames, unwritten};

use crate::contract::{AppError, ErrorCode, ErrorDocument, ErrorFacts};

impl ErrorDocument {
    /// The document of an error: a file that can't be read says why in the code.
    pub fn of(problem: &AppError) -> Self {
        let code = match problem.code {
            ErrorCode::FileRefused => file_code(problem.detail.as_deref()),
            code => word(&code),
        };
        Self { error: ErrorFacts { code, message: problem.message.clone() } }
    }
}

/// The reader's own code; a file that was never read has none.
fn file_code(detail: Option<&str>) -> String {
    let known = detail
        .filter(|code| serde_json::from_value::<rollcall_intake::FileProblemCode>((*code).into()).is_ok());
    known.unwrap_or("unreadable").to_owned()
}

fn word(code: &ErrorCode) -> String {
    let word = serde_json::to_value(code).ok();
    word.as_ref().and_then(|word| word.as_str()).unwrap_or("internal").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_error_has_the_readers_code_and_any_other_its_own() {
        let code = |problem: AppError| ErrorDocument::of(&problem).error.code;
        let refused = || AppError::new(ErrorCode::FileRefused, "No.");
        assert_eq!(code(refused().with_detail("empty-file")), "empty-file");
        assert_eq!(code(refused().with_detail("Permission denied (os error 13)")), "unreadable");
        assert_eq!(code(refused()), "unreadable");
        assert_eq!(code(AppError::new(ErrorCode::SenderHeld, "No.")), "sender-held");
    }
}
