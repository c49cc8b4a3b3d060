//! A draft and its plan, as the page shows them.

use super::change::shown_places;
use super::draft::Source;
use super::state::{State, capital};
use super::{Checked, Draft};
use crate::contract::*;
use crate::people::invitation;
use jiff::Timestamp;
use rollcall_core::{AccountState, Sentence, sentence};
use rollcall_intake::{Class, Corrected, PlanRow, Problem};

/// Rows shown of a file as it was read.
const FIRST_ROWS: usize = 5;
/// Values shown of a column.
const SAMPLES: usize = 3;

pub(crate) fn draft_view(draft: &Draft) -> DraftView {
    let state = draft.now();
    DraftView {
        id: draft.id.clone(),
        file: file(draft),
        columns: columns(draft),
        mapping: Field::ALL.into_iter().map(|field| guess(state, field)).collect(),
        defaults: state.defaults.clone(),
        decisions: state.decisions,
        undo: draft.undo(),
        redo: draft.redo(),
        remembered_at: state.remembered.as_ref().map(|since| since.at.clone()),
        remembered_id: state.remembered.as_ref().map(|since| since.id.clone()),
        run: draft.run.clone(),
    }
}

fn file(draft: &Draft) -> DraftFile {
    let table = draft.table();
    let facts = &table.file;
    let name = match &draft.source {
        Source::File { name, .. } => Some(name.clone()),
        Source::Typed => None,
    };
    let header = (facts.header_row > 0).then(|| SampleRow {
        row: facts.header_row,
        cells: table.columns.iter().map(|column| column.header.clone().unwrap_or_default()).collect(),
    });
    let below = table.rows().take(FIRST_ROWS).map(|row| SampleRow {
        row: row.number(),
        cells: row.cells().map(|cell| cell.shown().to_owned()).collect(),
    });
    DraftFile {
        name,
        sha256: facts.sha256.clone(),
        format: facts.format.clone(),
        sheet: facts.sheet.clone(),
        sheets: facts.sheets.clone(),
        encoding: facts.encoding.clone(),
        delimiter: facts.delimiter.clone(),
        quote: facts.quote.clone(),
        header_row: facts.header_row,
        rows_read: facts.rows_read,
        notices: facts.notices.clone(),
        first_rows: header.into_iter().chain(below).collect(),
    }
}

fn columns(draft: &Draft) -> Vec<ColumnView> {
    let table = draft.table();
    let samples = |index: u32| {
        let cells = table.rows().map(|row| row.cell(index)).filter(|cell| !cell.is_blank());
        cells.take(SAMPLES).map(|cell| cell.shown().to_owned()).collect()
    };
    let column = |column: &rollcall_intake::Column| ColumnView {
        index: column.index,
        letter: column.letter.clone(),
        header: column.label(),
        samples: samples(column.index),
    };
    table.columns.iter().map(column).collect()
}

fn guess(state: &State, field: Field) -> FieldGuess {
    let meant = state.columns.get(&field);
    FieldGuess {
        field,
        column: meant.and_then(|meant| meant.column),
        why: meant.map(|meant| meant.why.clone()).unwrap_or_default(),
        sure: meant.is_some_and(|meant| meant.sure),
    }
}

pub(crate) fn check_view(checked: &Checked, name_needed: bool) -> CheckView {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let group = |group: &rollcall_intake::ProblemGroup| ProblemGroup {
        severity: if group.code.is_warning() { Severity::Warning } else { Severity::Problem },
        code: group.code.as_str().to_owned(),
        field: group.field,
        found: group.found.clone(),
        message: group.message.clone(),
        suggestion: group.suggestion.clone(),
        choices: group.choices.clone(),
        rows: group.rows,
    };
    let plan = &checked.plan;
    CheckView {
        counts: plan
            .counts
            .iter()
            .map(|(class, rows)| ClassCount { class: shown(*class), rows: *rows })
            .collect(),
        rows: count(plan.len()),
        invites: count(plan.people()),
        calls: count(checked.calls.len()),
        checked_against: checked.people_listed,
        list_fetched_at: checked.list_fetched_at.to_string(),
        groups: plan.groups.iter().take(MOST_GROUPS).map(group).collect(),
        more_groups: count(plan.groups.len().saturating_sub(MOST_GROUPS)),
        same_runs: checked.same_runs.clone(),
        differing: count(plan.differing()),
        conflicting: count(plan.conflicts.len()),
        conflicts: plan
            .conflicts
            .iter()
            .take(MOST_CONFLICTS)
            .map(|rows| contradiction(checked, rows))
            .collect(),
        privileged: privileged(checked),
        name_needed,
    }
}

/// Kinds of trouble that are shown at once: a column of wrong values has as many as it has rows.
const MOST_GROUPS: usize = 200;

/// People whose contradicting rows are shown at once.
const MOST_CONFLICTS: usize = 100;

fn contradiction(checked: &Checked, rows: &[u32]) -> Contradiction {
    let basis = checked.plan.basis();
    let mut email = None;
    let mut asks: Vec<Asked> = Vec::new();
    for row in rows {
        let Some(place) = basis.table.position(*row) else { continue };
        let row = checked.plan.row(place);
        email = email.or_else(|| row.values.get(&Field::Email).cloned());
        let asked = Asked {
            row: row.row,
            privileged: row.role_id.as_ref().is_some_and(|id| basis.reference.is_privileged(id)),
            role: row.shown.role,
            identity_provider: row.shown.identity_provider,
        };
        let same = |known: &Asked| {
            (&known.role, &known.identity_provider) == (&asked.role, &asked.identity_provider)
        };
        if !asks.iter().any(same) {
            asks.push(asked);
        }
    }
    Contradiction { email: email.unwrap_or_default(), asks }
}

fn privileged(checked: &Checked) -> Vec<PrivilegedRole> {
    let roles = &checked.plan.basis().reference.roles;
    let counted = checked.plan.people_with_power().into_iter();
    counted.map(|(place, people)| PrivilegedRole { role: roles[place].name.clone(), people }).collect()
}

pub(crate) fn draft_rows(checked: &Checked, classes: &[RowClass], offset: usize, limit: usize) -> DraftRows {
    let now = Timestamp::now();
    let places = || shown_places(&checked.plan, classes);
    DraftRows {
        total: u32::try_from(places().count()).unwrap_or(u32::MAX),
        rows: places().skip(offset).take(limit).map(|place| draft_row(checked, place, now)).collect(),
    }
}

fn draft_row(checked: &Checked, place: usize, now: Timestamp) -> DraftRow {
    let row = &checked.plan.row(place);
    DraftRow {
        row: row.row,
        class: shown(row.class),
        of: row.of,
        again: checked.again.contains(&row.row),
        outcome: outcome(checked, row, now),
        values: Field::ALL.into_iter().filter_map(|field| value(checked, place, row, field)).collect(),
        problems: row.problems.iter().map(problem).collect(),
        warnings: row.warnings.iter().map(problem).collect(),
        differs: row.differs.iter().map(difference).collect(),
    }
}

/// The platform's name for what was found; what the row says where nothing was.
fn value(checked: &Checked, place: usize, row: &PlanRow, field: Field) -> Option<FieldValue> {
    let basis = checked.plan.basis();
    let cells = Corrected::new(&basis.mapping, &basis.corrections);
    let of_row = basis.table.row(place);
    let raw = cells.cell(of_row, field).shown().trim();
    let typed = || row.values.get(&field).cloned();
    let text = match field {
        Field::Role => row.shown.role.clone().or_else(typed),
        Field::IdentityProvider => row.shown.identity_provider.clone().or_else(typed),
        Field::Organizations if !row.shown.organizations.is_empty() && !troubled(row, field) => {
            Some(row.shown.organizations.join("; "))
        }
        _ => typed(),
    };
    let edited = cells.is_edited(of_row, field);
    let text = text.or_else(|| edited.then(String::new))?;
    Some(FieldValue { field, raw: (raw != text).then(|| raw.to_owned()), text, edited })
}

fn troubled(row: &PlanRow, field: Field) -> bool {
    row.problems.iter().any(|problem| problem.field == field)
}

fn problem(problem: &Problem) -> RowProblem {
    RowProblem {
        code: problem.code.as_str().to_owned(),
        field: problem.field,
        found: problem.found.clone(),
        message: problem.message.clone(),
        suggestion: problem.suggestion.clone(),
        choices: problem.choices.clone(),
    }
}

fn difference(difference: &rollcall_intake::Difference) -> Sentence {
    let rollcall_intake::Difference { field, has, asked } = difference;
    let label = capital(field.label());
    match (has.is_empty(), asked.is_empty()) {
        (true, _) => sentence!(
            "{field}: none on the platform, {asked} in this row",
            field = label,
            asked = asked.join(", ")
        ),
        (_, true) => {
            sentence!("{field}: {has} on the platform, none in this row", field = label, has = has.join(", "))
        }
        _ => sentence!(
            "{field}: {has} on the platform, {asked} in this row",
            field = label,
            has = has.join(", "),
            asked = asked.join(", ")
        ),
    }
}

/// What will happen, in the few words of the last column.
fn outcome(checked: &Checked, row: &PlanRow, now: Timestamp) -> Sentence {
    let of = |of: Option<u32>| of.map_or_else(|| "another row".to_owned(), |of| format!("row {of}"));
    let text = match row.class {
        Class::AlreadyInvited => return already_invited(checked, row, now),
        Class::Problem => {
            let first = row.problems.first();
            first.map_or("Needs attention", |problem| in_short(problem.code.as_str())).to_owned()
        }
        Class::BlockedUser => "Blocked on the platform".to_owned(),
        Class::AlreadyActive => "Already active".to_owned(),
        Class::Conflict => "Rows contradict".to_owned(),
        Class::Duplicate => format!("Same as {}", of(row.of)),
        Class::Folded => format!("Part of {}", of(row.of)),
        Class::Skipped => "Left out".to_owned(),
        Class::Ready if checked.again.contains(&row.row) => "Will be invited again".to_owned(),
        Class::Ready => "Will be invited".to_owned(),
    };
    text.into()
}

fn already_invited(checked: &Checked, row: &PlanRow, now: Timestamp) -> Sentence {
    let created = checked.created.get(&row.row).map(String::as_str);
    match invitation(AccountState::New.as_str(), created, now) {
        Some(InvitationView { lapsed: true, days: 0, .. }) => sentence!("Lapsed today"),
        Some(InvitationView { lapsed: true, days: 1, .. }) => sentence!("Lapsed 1 day ago"),
        Some(InvitationView { lapsed: true, days, .. }) => sentence!("Lapsed {days} days ago", days = days),
        Some(InvitationView { lapsed: false, days: 0, .. }) => {
            sentence!("Invited, lapses in less than a day")
        }
        Some(InvitationView { lapsed: false, days: 1, .. }) => sentence!("Invited, 1 day left"),
        Some(InvitationView { lapsed: false, days, .. }) => {
            sentence!("Invited, {days} days left", days = days)
        }
        // Known from the journal alone: a moment ago, or ever where the list does not show everybody.
        None => sentence!("Invited before"),
    }
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
        "value-not-sent" => "Not sent",
        _ => "Needs attention",
    }
}

macro_rules! same_names {
    ($($name:ident),* $(,)?) => {
        pub(crate) fn shown(class: Class) -> RowClass {
            match class { $(Class::$name => RowClass::$name,)* }
        }

        pub(crate) fn of_shown(class: RowClass) -> Class {
            match class { $(RowClass::$name => Class::$name,)* }
        }
    };
}

same_names!(Problem, BlockedUser, AlreadyActive, AlreadyInvited, Conflict, Duplicate, Folded, Ready, Skipped);
