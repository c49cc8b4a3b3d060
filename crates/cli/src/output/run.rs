//! Runs, for reading.

use super::{many, number, plain, table};
use crate::failure::Code;
use rollcall_app::contract::{RowState, RunDocument, RunFacts, RunRowDocument, RunState};

/// Rows that are shown at once; `runs show` and the report have all of them.
const SHOWN: usize = 50;

/// What became of a run: numbers, and the rows that need somebody.
pub fn text(document: &RunDocument, all_rows: bool) -> String {
    let run = &document.run;
    let mut text =
        format!("{} through {}: {}\n", plain(&run.file.name), plain(&run.profile), state_words(run.state));
    if let Some(reason) = &run.reason {
        text.push_str(&format!("{}\n", plain(reason)));
    }
    if let (Some(id), Some(at)) = (&run.run_id, &run.started_at) {
        text.push_str(&format!("Run {id}, started {at}\n"));
    }
    text.push('\n');
    let counts = run
        .counts
        .iter()
        .filter(|(_, rows)| **rows > 0)
        .map(|(state, rows)| [number(*rows), in_words(*state).to_owned()]);
    text.push_str(&table::text(&["Rows", ""], counts));
    let rows: Vec<&RunRowDocument> =
        document.rows.iter().filter(|row| all_rows || needs_person(row) || is_open(row)).collect();
    if rows.is_empty() {
        return text;
    }
    text.push('\n');
    let shown = if all_rows { rows.len() } else { SHOWN };
    for row in rows.iter().take(shown) {
        text.push_str(&row_line(row));
    }
    if let Some(more) = rows.len().checked_sub(shown).filter(|more| *more > 0) {
        text.push_str(&format!("and {more} more; `rollcallctl runs show` has them all.\n"));
    }
    text
}

fn row_line(row: &RunRowDocument) -> String {
    let part = row.of.map(|of| format!(" {of}")).unwrap_or_default();
    let why = row.message.as_deref().map(|message| format!(" {}", plain(message))).unwrap_or_default();
    format!("Row {}  {}  {}{part}.{why}\n", row.row, plain(&row.email), in_words(row.state))
}

/// Runs in a table.
pub fn list(runs: &[RunFacts]) -> String {
    let row = |run: &RunFacts| {
        let rows = |states: &[RowState]| states.iter().filter_map(|state| run.counts.get(state)).sum::<u32>();
        [
            run.run_id.clone().unwrap_or_default(),
            run.profile.clone(),
            run.file.name.clone(),
            run.started_at.clone().unwrap_or_default().chars().take(16).collect(),
            state_words(run.state).to_owned(),
            rows(&[RowState::Confirmed, RowState::ConfirmedByList]).to_string(),
            rows(&[RowState::Ready, RowState::Cancelled]).to_string(),
            rows(&[RowState::Rejected, RowState::Conflict, RowState::Refused, RowState::NeedsReview])
                .to_string(),
        ]
    };
    table::text(
        &["Run", "Connection", "File", "Started (UTC)", "State", "Invited", "Not sent", "Need you"],
        runs.iter().map(row),
    )
}

/// `x sent, y not sent, z being checked`.
pub fn in_short(run: &RunFacts) -> String {
    let rows = |states: &[RowState]| states.iter().filter_map(|state| run.counts.get(state)).sum::<u32>();
    format!(
        "{} sent, {} not sent, {} being checked",
        number(rows(&[RowState::Confirmed, RowState::ConfirmedByList, RowState::Refused])),
        number(rows(&[RowState::Ready, RowState::Cancelled])),
        number(rows(&[RowState::InFlight, RowState::Unknown])),
    )
}

/// How a command ends whose run is this one.
pub fn code(document: &RunDocument) -> Code {
    match document.run.state {
        RunState::Finished if document.rows.iter().any(needs_person) => Code::NeedsPerson,
        RunState::Finished => Code::Good,
        RunState::Running | RunState::Paused | RunState::Stopped => Code::Stopped,
    }
}

/// Whether a row waits for a person, or went wrong in a way that only a person can put right.
fn needs_person(row: &RunRowDocument) -> bool {
    match row.state {
        // Somebody left the row out, in the window: nobody waits for it.
        RowState::Rejected => row.code.as_deref() != Some("skipped"),
        RowState::Conflict | RowState::Refused | RowState::NeedsReview => true,
        RowState::AlreadyPresent => row.code.as_deref() == Some("blocked-user"),
        _ => false,
    }
}

fn is_open(row: &RunRowDocument) -> bool {
    matches!(row.state, RowState::InFlight | RowState::Unknown)
}

fn state_words(state: RunState) -> &'static str {
    match state {
        RunState::Running => "being sent",
        RunState::Paused => "paused",
        RunState::Stopped => "stopped",
        RunState::Finished => "finished",
    }
}

fn in_words(state: RowState) -> &'static str {
    match state {
        RowState::Rejected => "problem, not sent",
        RowState::Duplicate => "same as row",
        RowState::Folded => "part of row",
        RowState::Conflict => "contradiction, not sent",
        RowState::AlreadyPresent => "already there",
        RowState::Ready => "not sent yet",
        RowState::Cancelled => "called off",
        RowState::InFlight => "under way",
        RowState::Confirmed => "invited",
        RowState::ConfirmedByList => "invited, as the list shows",
        RowState::Refused => "refused",
        RowState::Unknown => "being checked",
        RowState::NeedsReview => "needs you",
        RowState::Resolved => "decided by hand",
    }
}

/// What is asked before anything is sent.
pub fn question(people: u32, profile: &str, base_url: &str, live: bool) -> String {
    let mails = if live {
        "Mails can't be called back."
    } else {
        "This is the sample platform: no mail leaves this machine."
    };
    format!(
        "{} will be invited through {} ({}). {mails}",
        many(people, "person", "people"),
        plain(profile),
        plain(base_url)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_app::contract::RunFile;

    fn document(state: RunState, rows: &[(RowState, Option<&str>)]) -> RunDocument {
        let row = |(state, code): &(RowState, Option<&str>)| RunRowDocument {
            row: 2,
            email: "a@x.example".into(),
            state: *state,
            attempts: 0,
            of: None,
            user_id: None,
            code: code.map(str::to_owned),
            message: None,
        };
        let file = RunFile { name: "a.csv".into(), sha256: None };
        let counts = rows.iter().map(|(state, _)| (*state, 1)).collect();
        let run = RunFacts {
            run_id: None,
            profile: "p".into(),
            file,
            started_at: None,
            state,
            reason: None,
            counts,
        };
        RunDocument { schema: 1, run, rows: rows.iter().map(row).collect() }
    }

    #[test]
    fn only_rows_that_need_a_person_are_told_by_the_exit_code() {
        let end = |rows: &[(RowState, Option<&str>)]| code(&document(RunState::Finished, rows));
        assert_eq!(
            end(&[(RowState::Confirmed, None), (RowState::Folded, None), (RowState::Duplicate, None)]),
            Code::Good
        );
        assert_eq!(end(&[(RowState::AlreadyPresent, Some("already-active"))]), Code::Good);
        assert_eq!(end(&[(RowState::AlreadyPresent, Some("blocked-user"))]), Code::NeedsPerson);
        for state in [RowState::Rejected, RowState::Conflict, RowState::Refused, RowState::NeedsReview] {
            assert_eq!(end(&[(state, None)]), Code::NeedsPerson, "{state:?}");
        }
        assert_eq!(code(&document(RunState::Stopped, &[(RowState::Rejected, None)])), Code::Stopped);
    }

    #[test]
    fn what_was_sent_is_said_in_three_numbers() {
        let rows = [(RowState::Confirmed, None), (RowState::Ready, None), (RowState::Unknown, None)];
        assert_eq!(in_short(&document(RunState::Stopped, &rows).run), "1 sent, 1 not sent, 1 being checked");
    }
}
