//! The evidence of an access review.

use crate::cell::{Cell, Look};
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rollcall_core::{Evidence, EvidenceAccess, EvidenceHandOver, EvidencePerson, PrivilegedThen};
use rust_xlsxwriter::{DocProperties, Workbook};
use std::io::{Seek, Write};

const ACCESS: [&str; 7] =
    ["Name", "E-mail", "State", "Roles", "Identity provider", "Organizations", "User id"];
const DECIDED: [&str; 5] = ["Decision", "Note", "Decided by", "Decided at", "Flags"];
const TO_REMOVE: [&str; 3] = ["Note", "Decided by", "Decided at"];
const HANDED: [&str; 5] = ["Handed to", "Handed over", "People", "Decisions that came back", "Came back"];

/// Writes an xlsx workbook to `out`: Summary, Decisions, Remove list, Appeared later, Hand-overs.
///
/// # Errors
/// [`WorkbookError`] when there are more people than a sheet has rows, or `out` can't be written.
pub fn write_evidence(out: impl Write + Seek + Send, evidence: &Evidence) -> Result<(), WorkbookError> {
    let mut workbook = Workbook::new();
    let title: String = evidence.title.chars().filter(|c| !c.is_control()).take(200).collect();
    workbook.set_properties(&DocProperties::new().set_title(title));
    summary(&mut workbook, evidence)?;
    let decisions = ACCESS.iter().chain(&DECIDED).copied().collect::<Vec<_>>();
    rows(&mut workbook, "Decisions", &decisions, evidence.people.iter().map(decided))?;
    let removals = ACCESS.iter().chain(&TO_REMOVE).copied().collect::<Vec<_>>();
    rows(&mut workbook, "Remove list", &removals, evidence.removals().map(to_remove))?;
    rows(&mut workbook, "Appeared later", &ACCESS, evidence.appeared.iter().map(access))?;
    rows(&mut workbook, "Hand-overs", &HANDED, evidence.hand_overs.iter().map(handed))?;
    Ok(workbook.save_to_writer(out)?)
}

fn rows(
    workbook: &mut Workbook,
    name: &str,
    headers: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<(), WorkbookError> {
    let mut sheet = TextSheet::new(workbook.add_worksheet().set_name(name)?, headers)?;
    for row in rows {
        sheet.row(row)?;
    }
    sheet.finish()
}

fn access(held: &EvidenceAccess) -> Vec<String> {
    vec![
        held.name.clone(),
        held.email.clone(),
        held.state.clone(),
        held.roles.join("; "),
        held.identity_provider.clone().unwrap_or_default(),
        held.organizations.join("; "),
        held.user_id.clone(),
    ]
}

fn decided(person: &EvidencePerson) -> Vec<String> {
    let mut cells = access(&person.held);
    cells.extend([
        person.decision.clone(),
        person.note.clone(),
        person.decided_by.clone().unwrap_or_default(),
        person.decided_at.clone().unwrap_or_default(),
        person.flags.join(" "),
    ]);
    cells
}

fn to_remove(person: &EvidencePerson) -> Vec<String> {
    let mut cells = access(&person.held);
    cells.extend([
        person.note.clone(),
        person.decided_by.clone().unwrap_or_default(),
        person.decided_at.clone().unwrap_or_default(),
    ]);
    cells
}

fn handed(part: &EvidenceHandOver) -> Vec<String> {
    vec![
        part.to.clone(),
        part.at.clone(),
        part.people.to_string(),
        part.came_back.to_string(),
        part.returned_at.clone().unwrap_or_default(),
    ]
}

fn summary(workbook: &mut Workbook, evidence: &Evidence) -> Result<(), WorkbookError> {
    let sheet = workbook.add_worksheet().set_name("Summary")?;
    let mut sheet = TextSheet::new(sheet, &[evidence.title.as_str(), ""])?.unfiltered();
    for (name, value) in facts(evidence) {
        sheet.cells([Cell::plain(name.to_owned()), Cell::of(value, Look::Wrapped)])?;
    }
    sheet.finish()
}

fn facts(evidence: &Evidence) -> Vec<(&'static str, String)> {
    let seen = &evidence.seen;
    let mut facts = vec![
        ("Scope", evidence.scope.clone()),
        ("Roles in the scope", evidence.roles_in_scope.join("; ")),
        ("Connection", evidence.connection.clone()),
        ("Platform", evidence.platform.clone()),
        ("Reviewer, as typed", evidence.reviewer.clone()),
        ("Reviewer's address, as typed", evidence.reviewer_email.clone().unwrap_or_default()),
        ("Started", evidence.started_at.clone()),
        ("List of people fetched, complete", evidence.list_fetched_at.clone()),
        ("Compared with the list of", evidence.compared_with.clone()),
        (
            "The list was read as",
            seen.signed_in_as.clone().unwrap_or_else(|| "not known to Rollcall".to_owned()),
        ),
        ("It could ask for", seen.part.clone().unwrap_or_else(|| "the whole platform".to_owned())),
        ("It saw", what_was_seen(evidence)),
        ("Privileged roles", evidence.privileged.iter().map(privileged).collect::<Vec<_>>().join("\n")),
        (
            "Not privileged, as a person said",
            evidence.unticked.iter().map(unticked).collect::<Vec<_>>().join("\n"),
        ),
        ("SHA-256 of the people at the start", evidence.roster_hash.clone()),
    ];
    facts.extend(counts(evidence));
    facts.extend(signed_off(evidence));
    facts.extend(evidence.limits.iter().map(|limit| ("What this can't show", limit.clone())));
    facts.push(("Review", evidence.review.clone()));
    facts.push(("Written", evidence.written_at.clone()));
    facts
}

fn what_was_seen(evidence: &Evidence) -> String {
    let seen = &evidence.seen;
    let listed = if seen.organizations_listed { "" } else { ", known by their ids alone" };
    format!(
        "People: {}. Roles: {}. Identity providers: {}. Organizations: {}{listed}.",
        seen.people, seen.roles, seen.identity_providers, seen.organizations
    )
}

fn privileged(role: &PrivilegedThen) -> String {
    match (&role.by, &role.at) {
        (Some(by), Some(at)) => format!("{} (ticked by {by}, {at})", role.role),
        _ => format!("{} (proposed from names and weights, ticked by nobody)", role.role),
    }
}

fn unticked(role: &PrivilegedThen) -> String {
    match (&role.by, &role.at) {
        (Some(by), Some(at)) => format!("{} (tick taken away by {by}, {at})", role.role),
        _ => role.role.clone(),
    }
}

fn counts(evidence: &Evidence) -> [(&'static str, String); 9] {
    let counts = &evidence.counts;
    [
        ("People reviewed", counts.people),
        ("Keep", counts.keep),
        ("Remove", counts.remove),
        ("Ask", counts.ask),
        ("Undecided", counts.undecided),
        ("Changed after the start", counts.changed),
        ("Left after the start", counts.left),
        ("Appeared after the start", counts.appeared),
        ("Own rows of reviewer or API user", counts.own),
    ]
    .map(|(name, count)| (name, count.to_string()))
}

fn signed_off(evidence: &Evidence) -> Vec<(&'static str, String)> {
    match &evidence.signed_off {
        Some(end) => {
            let mut said = vec![("Signed off by, as typed", end.by.clone()), ("Signed off", end.at.clone())];
            if end.undecided > 0 {
                said.push(("Finished knowingly with undecided people", end.undecided.to_string()));
            }
            said
        }
        None => vec![("Signed off", "Not signed off: this review still goes on.".to_owned())],
    }
}
