//! How a row stands, in the words of a report: for people, and for Rollcall when the report comes back.

use rollcall_core::phrase;
use rollcall_intake::Class;
use rollcall_runs::{RowState as State, RunRow};

const PART_OF: &str = "Part of row ";
const SAME_AS: &str = "Same as row ";
const LEFT_OUT: &str = "Left out";
const BLOCKED: &str = "Blocked";

/// A state in the words that the window uses.
pub(crate) fn in_words(state: State) -> &'static str {
    match state {
        State::Confirmed | State::ConfirmedByList => phrase!("Invited"),
        State::Refused => phrase!("Refused"),
        State::Unknown | State::InFlight => phrase!("Being checked"),
        State::NeedsReview => phrase!("Needs you"),
        State::Ready | State::Cancelled => phrase!("Not sent"),
        State::Rejected => phrase!("Problem, not sent"),
        State::Conflict => phrase!("Contradiction, not sent"),
        State::AlreadyPresent => phrase!("Already there"),
        State::Duplicate => phrase!("Same as another row"),
        State::Folded => phrase!("Part of another row"),
        State::Resolved => phrase!("Decided by hand"),
    }
}

/// What a report says of a row.
pub(super) fn result(row: &RunRow) -> String {
    let code = row.code.as_deref();
    match (row.state, row.of) {
        (State::Folded, Some(of)) => format!("{PART_OF}{of}"),
        (State::Duplicate, Some(of)) => format!("{SAME_AS}{of}"),
        (State::Rejected, _) if code == Some(Class::Skipped.as_str()) => LEFT_OUT.to_owned(),
        (State::AlreadyPresent, _) if code == Some(Class::BlockedUser.as_str()) => BLOCKED.to_owned(),
        (state, _) => in_words(state).to_owned(),
    }
}

/// What a report said of a row: its state, the row that carried it, and the code that matters for how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub state: State,
    pub of: Option<u32>,
    pub code: Option<&'static str>,
}

/// Takes a result at its word; nothing where it is none of a report's.
pub(super) fn said(result: &str) -> Option<Said> {
    let result = result.trim();
    let plain = |state| Some(Said { state, of: None, code: None });
    let of = |state, number: &str| Some(Said { state, of: Some(number.parse().ok()?), code: None });
    let because = |state, class: Class| Some(Said { state, of: None, code: Some(class.as_str()) });
    if let Some(number) = result.strip_prefix(PART_OF) {
        return of(State::Folded, number);
    }
    if let Some(number) = result.strip_prefix(SAME_AS) {
        return of(State::Duplicate, number);
    }
    match result {
        LEFT_OUT => because(State::Rejected, Class::Skipped),
        BLOCKED => because(State::AlreadyPresent, Class::BlockedUser),
        word => State::ALL.into_iter().find(|state| in_words(*state) == word).and_then(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_report_says_is_understood_when_it_comes_back() {
        let row = |state, of, code: Option<&str>| RunRow {
            row: 7,
            email: String::new(),
            state,
            attempts: 0,
            of,
            user_id: None,
            code: code.map(str::to_owned),
            message: None,
            at: String::new(),
            cells: Vec::new(),
        };
        for state in State::ALL {
            let back = said(&result(&row(state, None, None))).expect("it is a report's own word");
            assert_eq!(in_words(back.state), in_words(state));
        }
        for (state, of, code) in [
            (State::Folded, Some(12), None),
            (State::Duplicate, Some(3), None),
            (State::Rejected, None, Some("skipped")),
            (State::AlreadyPresent, None, Some("blocked-user")),
        ] {
            assert_eq!(said(&result(&row(state, of, code))), Some(Said { state, of, code }));
        }
        assert_eq!(said("Part of row twelve"), None);
        assert_eq!(said("invited by me"), None);
    }
}
