//! A draft and its plan, as the page shows them.

use super::draft::Source;
use super::{Checked, Draft};
use crate::contract::*;
use crate::people::invitation;
use jiff::Timestamp;
use rollcall_core::AccountState;
use rollcall_intake::{Cell, Class, PlanRow, Problem};

/// Rows shown of a file as it was read.
const FIRST_ROWS: usize = 5;
/// Values shown of a column.
const SAMPLES: usize = 3;

pub(crate) fn draft_view(draft: &Draft) -> DraftView {
    DraftView {
        id: draft.id.clone(),
        file: file(draft),
        columns: columns(draft),
        mapping: Field::ALL.into_iter().map(|field| guess(draft, field)).collect(),
        defaults: draft.defaults.clone(),
        decisions: draft.decisions,
    }
}

fn file(draft: &Draft) -> DraftFile {
    let facts = &draft.table.file;
    let name = match &draft.source {
        Source::File { name, .. } => Some(name.clone()),
        Source::Typed => None,
    };
    let header = (facts.header_row > 0).then(|| SampleRow {
        row: facts.header_row,
        cells: draft.table.columns.iter().map(|column| column.header.clone().unwrap_or_default()).collect(),
    });
    let below = draft.table.rows.iter().take(FIRST_ROWS).map(|row| SampleRow {
        row: row.number,
        cells: row.cells.iter().map(|cell| cell.shown().into_owned()).collect(),
    });
    DraftFile {
        name,
        sha256: facts.sha256.clone(),
        format: facts.format.clone(),
        sheet: facts.sheet.clone(),
        sheets: facts.sheets.clone(),
        encoding: facts.encoding.clone(),
        delimiter: facts.delimiter.clone(),
        header_row: facts.header_row,
        rows_read: facts.rows_read,
        notices: facts.notices.clone(),
        first_rows: header.into_iter().chain(below).collect(),
    }
}

fn columns(draft: &Draft) -> Vec<ColumnView> {
    let samples = |index: u32| {
        let cells = draft.table.rows.iter().filter_map(|row| row.cells.get(index as usize));
        cells
            .filter(|cell| !cell.is_blank())
            .take(SAMPLES)
            .map(|cell: &Cell| cell.shown().into_owned())
            .collect()
    };
    let column = |column: &rollcall_intake::Column| ColumnView {
        index: column.index,
        letter: column.letter.clone(),
        header: column.label(),
        samples: samples(column.index),
    };
    draft.table.columns.iter().map(column).collect()
}

fn guess(draft: &Draft, field: Field) -> FieldGuess {
    let meant = draft.columns.get(&field);
    FieldGuess {
        field,
        column: meant.and_then(|meant| meant.column),
        why: meant.and_then(|meant| meant.why.clone()),
        sure: meant.is_some_and(|meant| meant.sure),
    }
}

pub(crate) fn check_view(checked: &Checked) -> CheckView {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let group = |group: &rollcall_intake::ProblemGroup| ProblemGroup {
        code: group.code.as_str().to_owned(),
        field: group.field,
        found: group.found.clone(),
        message: group.message.clone(),
        suggestion: group.suggestion.clone(),
        choices: group.choices.clone(),
        rows: group.rows,
    };
    CheckView {
        counts: checked
            .plan
            .counts
            .iter()
            .map(|(class, rows)| ClassCount { class: shown(*class), rows: *rows })
            .collect(),
        rows: count(checked.plan.rows.len()),
        invites: count(checked.plan.invitations.len()),
        calls: count(checked.calls.len()),
        checked_against: checked.people_listed,
        list_fetched_at: checked.list_fetched_at.to_string(),
        groups: checked.plan.groups.iter().map(group).collect(),
        same_runs: checked.same_runs.clone(),
    }
}

pub(crate) fn draft_rows(checked: &Checked, classes: &[RowClass], offset: usize, limit: usize) -> DraftRows {
    let wanted = |row: &&PlanRow| classes.is_empty() || classes.contains(&shown(row.class));
    let matching = || checked.plan.rows.iter().filter(wanted);
    let now = Timestamp::now();
    DraftRows {
        total: u32::try_from(matching().count()).unwrap_or(u32::MAX),
        rows: matching().skip(offset).take(limit).map(|row| draft_row(checked, row, now)).collect(),
    }
}

fn draft_row(checked: &Checked, row: &PlanRow, now: Timestamp) -> DraftRow {
    DraftRow {
        row: row.row,
        class: shown(row.class),
        of: row.of,
        outcome: outcome(checked, row, now),
        values: Field::ALL.into_iter().filter_map(|field| value(row, field)).collect(),
        problems: row.problems.iter().map(problem).collect(),
        differs: row.differs.iter().map(difference).collect(),
    }
}

/// The platform's name for what was found; what the row says where nothing was.
fn value(row: &PlanRow, field: Field) -> Option<FieldValue> {
    let typed = || row.values.get(&field).cloned();
    let text = match field {
        Field::Role => row.shown.role.clone().or_else(typed),
        Field::IdentityProvider => row.shown.identity_provider.clone().or_else(typed),
        Field::Organizations if !row.shown.organizations.is_empty() && !troubled(row, field) => {
            Some(row.shown.organizations.join("; "))
        }
        _ => typed(),
    };
    text.map(|text| FieldValue { field, text })
}

fn troubled(row: &PlanRow, field: Field) -> bool {
    row.problems.iter().any(|problem| problem.field == field)
}

fn problem(problem: &Problem) -> RowProblem {
    RowProblem {
        code: problem.code.as_str().to_owned(),
        field: problem.field,
        message: problem.message.clone(),
        suggestion: problem.suggestion.clone(),
        choices: problem.choices.clone(),
    }
}

fn difference(difference: &rollcall_intake::Difference) -> String {
    let list = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    format!(
        "{}: {} on the platform, {} in this row",
        capital(difference.field.label()),
        list(&difference.has),
        list(&difference.asked)
    )
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What will happen, in the few words of the last column.
fn outcome(checked: &Checked, row: &PlanRow, now: Timestamp) -> String {
    match row.class {
        Class::Problem => row
            .problems
            .first()
            .map_or("Needs attention", |problem| in_short(problem.code.as_str()))
            .to_owned(),
        Class::BlockedUser => "Blocked on the platform".to_owned(),
        Class::AlreadyActive => "Already active".to_owned(),
        Class::AlreadyInvited => already_invited(checked, row, now),
        Class::Conflict => "Rows contradict".to_owned(),
        Class::Duplicate => {
            row.of.map_or_else(|| "Same as another row".to_owned(), |of| format!("Same as row {of}"))
        }
        Class::Folded => {
            row.of.map_or_else(|| "Part of another row".to_owned(), |of| format!("Part of row {of}"))
        }
        Class::Ready => {
            if checked.again.contains(&row.row) { "Will be invited again" } else { "Will be invited" }
                .to_owned()
        }
    }
}

fn already_invited(checked: &Checked, row: &PlanRow, now: Timestamp) -> String {
    let created = checked.created.get(&row.row).map(String::as_str);
    match invitation(AccountState::New.as_str(), created, now) {
        Some(InvitationView { lapsed: true, days: 0, .. }) => "Lapsed today".to_owned(),
        Some(InvitationView { lapsed: true, days, .. }) => format!("Lapsed {days} {} ago", plural(days)),
        Some(InvitationView { lapsed: false, days: 0, .. }) => "Invited, lapses today".to_owned(),
        Some(InvitationView { lapsed: false, days, .. }) => format!("Invited, {days} {} left", plural(days)),
        // Known from the journal alone: a moment ago, or ever where the list does not show everybody.
        None => "Invited before".to_owned(),
    }
}

fn plural(days: u32) -> &'static str {
    if days == 1 { "day" } else { "days" }
}

fn in_short(code: &str) -> &'static str {
    match code {
        "missing-email" => "No address",
        "invalid-email" => "Not an address",
        "several-emails" => "Several addresses",
        "invisible-character" => "Invisible character",
        "missing-role" => "No role",
        "unknown-role" => "Unknown role",
        "ambiguous-role" => "Which role?",
        "several-roles" => "Two roles: choose",
        "missing-identity-provider" => "No sign-in",
        "unknown-identity-provider" => "Unknown sign-in",
        "ambiguous-identity-provider" => "Which sign-in?",
        "identity-provider-disabled" => "Sign-in switched off",
        "missing-organization" => "No organization",
        "unknown-organization" => "Unknown organization",
        "ambiguous-organization" => "Which organization?",
        "number-in-text-column" => "A number, not text",
        "cell-error" => "Formula error",
        "hidden-row" => "Hidden row",
        _ => "Needs attention",
    }
}

macro_rules! same_names {
    ($($name:ident),* $(,)?) => {
        fn shown(class: Class) -> RowClass {
            match class { $(Class::$name => RowClass::$name,)* }
        }
    };
}

same_names!(Problem, BlockedUser, AlreadyActive, AlreadyInvited, Conflict, Duplicate, Folded, Ready);
