//! Use case: the evidence of a review as pages that can be printed and kept.

use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use crate::runs::{ReportFile, stem};
use rollcall_core::{Evidence, EvidencePerson, phrase};
use rollcall_evidence::{Column, Fact, Report, Table};

/// People whose decisions stand on the pages. More make a document that nobody reads and that takes minutes and gigabytes to
/// set; the workbook holds everybody, and the pages say so.
const MOST_PEOPLE: usize = 1_000;

impl App {
    /// The evidence of a review as a PDF. Beyond a thousand people it holds those to be removed, those to be asked about, flagged ones,
    /// and then as many others as there is room for; it says so, and the workbook holds all.
    ///
    /// # Errors
    /// As [`App::evidence`].
    pub async fn evidence_pdf(&self, profile: String, review: String) -> Result<(ReportFile, u32), AppError> {
        let evidence = self.evidence(profile, review).await?;
        let name = format!("{} - access review.pdf", stem(&evidence.scope));
        let pdf = blocking(move || {
            rollcall_evidence::pdf(&report(&evidence)).map_err(|problem| {
                let sentence =
                    phrase!("The pages could not be set. The workbook holds the same; nothing is lost.");
                AppError::new(ErrorCode::Internal, sentence).with_detail(problem.to_string())
            })
        })
        .await?;
        Ok((ReportFile::new(name, pdf.bytes), pdf.unknown_letters))
    }
}

fn report(evidence: &Evidence) -> Report {
    Report {
        title: evidence.title.clone(),
        subtitle: format!("{}, {}", evidence.connection, day(&evidence.started_at)),
        date: day(&evidence.written_at).to_owned(),
        facts: facts(evidence),
        statements: evidence.limits.clone(),
        statements_title: "What these pages can't show".to_owned(),
        tables: tables(evidence),
        foot: format!("Roster hash (SHA-256) {}", evidence.roster_hash),
    }
}

fn many(count: impl Into<u64>, one: &str, several: &str) -> String {
    let count = count.into();
    format!("{count} {}", if count == 1 { one } else { several })
}

/// The day of a moment.
fn day(at: &str) -> &str {
    at.get(..10).unwrap_or(at)
}

fn facts(evidence: &Evidence) -> Vec<Fact> {
    let seen = &evidence.seen;
    let counts = &evidence.counts;
    let address = evidence.reviewer_email.as_deref().unwrap_or_default();
    let mut facts = vec![
        fact("Scope", &evidence.scope),
        fact("Roles in scope", &evidence.roles_in_scope.join(", ")),
        fact("Platform", &platform(evidence)),
        fact("Reviewer", &format!("{}\n{address}", evidence.reviewer)),
        fact("Started", &evidence.started_at),
        fact("List of people fetched", &format!("{}, complete", evidence.list_fetched_at)),
        fact("Compared with the list of", &evidence.compared_with),
        fact("Read as", seen.signed_in_as.as_deref().unwrap_or("not known")),
        fact("Part of the platform", seen.part.as_deref().unwrap_or("all that the API user may see")),
        fact(
            "The API user saw",
            &format!(
                "{}, {}, {}, {}",
                many(seen.people, "person", "people"),
                many(seen.roles, "role", "roles"),
                many(seen.identity_providers, "identity provider", "identity providers"),
                many(seen.organizations, "organization", "organizations")
            ),
        ),
        fact("Privileged roles", &privileged(evidence)),
        fact("Not privileged, as a person said", &unticked(evidence)),
        fact(
            "Decisions",
            &format!(
                "{}: {} keep, {} remove, {} ask, {} undecided",
                many(counts.people, "person", "people"),
                counts.keep,
                counts.remove,
                counts.ask,
                counts.undecided
            ),
        ),
        fact(
            "After the start",
            &format!(
                "{} changed, {} left, {} came into the scope; {} of the reviewer's own",
                counts.changed, counts.left, counts.appeared, counts.own
            ),
        ),
        fact("Roster hash (SHA-256)", &evidence.roster_hash),
        fact("Signed off", &signed_off(evidence)),
    ];
    facts.retain(|fact| !fact.value.trim().is_empty());
    facts
}

/// The connection's name, and the platform's address where that is another word.
fn platform(evidence: &Evidence) -> String {
    match evidence.connection == evidence.platform {
        true => evidence.connection.clone(),
        false => format!("{}\n{}", evidence.connection, evidence.platform),
    }
}

fn fact(name: &str, value: &str) -> Fact {
    Fact { name: name.to_owned(), value: value.trim().to_owned() }
}

fn privileged(evidence: &Evidence) -> String {
    let one = |role: &rollcall_core::PrivilegedThen| match (&role.by, &role.at) {
        (Some(by), Some(at)) => format!("{} (ticked by {by}, {})", role.role, day(at)),
        _ => format!("{} (proposed from its name and weight)", role.role),
    };
    evidence.privileged.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn unticked(evidence: &Evidence) -> String {
    let one = |role: &rollcall_core::PrivilegedThen| match (&role.by, &role.at) {
        (Some(by), Some(at)) => format!("{} (tick taken away by {by}, {})", role.role, day(at)),
        _ => role.role.clone(),
    };
    evidence.unticked.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn signed_off(evidence: &Evidence) -> String {
    match &evidence.signed_off {
        None => "Not yet: this review is not finished.".to_owned(),
        Some(end) if end.undecided == 0 => format!("{}, {}", end.by, end.at),
        Some(end) => {
            let undecided = many(end.undecided, "person is", "people are");
            format!("{}, {}, knowing that {undecided} undecided", end.by, end.at)
        }
    }
}

fn tables(evidence: &Evidence) -> Vec<Table> {
    let removals: Vec<&EvidencePerson> = evidence.removals().collect();
    let shown = shown(evidence);
    let mut tables = vec![
        people(
            &removed_title(removals.len()),
            "Whose access is to be taken away. The platform's APIs can't do it.",
            &removals,
        ),
        people(&format!("Decisions ({})", evidence.people.len()), &left_out(evidence, shown.len()), &shown),
    ];
    if !evidence.appeared.is_empty() {
        tables.push(appeared(evidence));
    }
    if !evidence.hand_overs.is_empty() {
        tables.push(hand_overs(evidence));
    }
    tables
}

fn removed_title(removals: usize) -> String {
    format!("To be removed ({removals})")
}

/// Whose decisions stand on the pages, in the review's order: everybody where there is room, else the ones that matter first.
fn shown(evidence: &Evidence) -> Vec<&EvidencePerson> {
    let matters = |person: &EvidencePerson| person.decision != "Keep" || !person.flags.is_empty();
    let mattering = evidence.people.iter().filter(|person| matters(person)).count();
    let mut room_for_others = MOST_PEOPLE.saturating_sub(mattering);
    let mut room = MOST_PEOPLE;
    let fits = |person: &&EvidencePerson| {
        let counter = if matters(person) { &mut room } else { &mut room_for_others };
        let fits = *counter > 0;
        *counter = counter.saturating_sub(1);
        fits
    };
    evidence.people.iter().filter(fits).collect()
}

fn left_out(evidence: &Evidence, shown: usize) -> String {
    match evidence.people.len() as u64 - shown as u64 {
        0 => String::new(),
        left => format!(
            "{} in the workbook of this evidence, which holds everybody. Here stand first those who are not simply kept.",
            many(left, "more person is", "more people are")
        ),
    }
}

fn columns(columns: &[(&str, u32)]) -> Vec<Column> {
    columns.iter().map(|(title, share)| Column { title: (*title).to_owned(), share: *share }).collect()
}

fn people(title: &str, note: &str, people: &[&EvidencePerson]) -> Table {
    Table {
        title: title.to_owned(),
        note: if people.is_empty() { "Nobody.".to_owned() } else { note.to_owned() },
        columns: columns(&[
            ("Person", 4),
            ("Held", 4),
            ("Decision", 1),
            ("Note and flags", 4),
            ("By, when", 2),
        ]),
        rows: people.iter().map(|person| row(person)).collect(),
    }
}

fn row(person: &EvidencePerson) -> Vec<String> {
    let held = &person.held;
    let provider = held.identity_provider.iter().map(|provider| format!("signs in with {provider}"));
    let holds = held.roles.iter().chain(&held.organizations).cloned().chain(provider);
    let remarks = std::iter::once(person.note.clone()).chain(person.flags.iter().cloned());
    let by = [person.decided_by.as_deref(), person.decided_at.as_deref()];
    vec![
        lines([held.name.clone(), held.email.clone(), held.state.clone()]),
        lines(holds),
        person.decision.clone(),
        lines(remarks),
        lines(by.into_iter().flatten().map(str::to_owned)),
    ]
}

fn lines(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn not_looked_at(appeared: usize) -> String {
    let note = "They were not looked at in this review.";
    if appeared <= MOST_PEOPLE {
        return note.to_owned();
    }
    format!("{note} The first {MOST_PEOPLE} stand here; the workbook of this evidence holds all.")
}

fn appeared(evidence: &Evidence) -> Table {
    let rows = evidence.appeared.iter().take(MOST_PEOPLE).map(|one| {
        vec![
            lines([one.name.clone(), one.email.clone()]),
            lines(one.roles.clone()),
            lines(one.organizations.clone()),
        ]
    });
    Table {
        title: format!("Came into the scope later ({})", evidence.appeared.len()),
        note: not_looked_at(evidence.appeared.len()),
        columns: columns(&[("Person", 1), ("Roles", 1), ("Organizations", 1)]),
        rows: rows.collect(),
    }
}

fn hand_overs(evidence: &Evidence) -> Table {
    let rows = evidence.hand_overs.iter().map(|part| {
        let back = format!("{} of {}", part.came_back, part.people);
        vec![part.to.clone(), part.at.clone(), back, part.returned_at.clone().unwrap_or_default()]
    });
    Table {
        title: "Parts handed over".to_owned(),
        note: String::new(),
        columns: columns(&[("To", 2), ("When", 2), ("Came back", 1), ("Last returned", 2)]),
        rows: rows.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: usize, decision: &str) -> EvidencePerson {
        let mut person = EvidencePerson { decision: decision.to_owned(), ..EvidencePerson::default() };
        person.held.name = format!("Person {number}");
        person
    }

    #[test]
    fn one_person_is_said_in_the_singular_and_a_cut_table_says_that_it_is_cut() {
        let counts = rollcall_core::EvidenceCounts { people: 1, keep: 1, ..Default::default() };
        let appeared = vec![rollcall_core::EvidenceAccess::default(); MOST_PEOPLE + 1];
        let evidence = Evidence { counts, appeared, ..Evidence::default() };
        let said = facts(&evidence).into_iter().find(|fact| fact.name == "Decisions").expect("counts").value;
        assert!(said.starts_with("1 person: 1 keep"), "{said}");
        assert!(tables(&evidence).iter().any(|table| table.note.contains("The first 1000 stand here")));
    }

    #[test]
    fn beyond_a_thousand_people_those_who_are_not_simply_kept_come_first_and_the_pages_say_so() {
        let decision = |n| if n == 2_999 { "Remove" } else { "Keep" };
        let people = (0..3_000).map(|n| person(n, decision(n))).collect();
        let evidence = Evidence { people, ..Evidence::default() };
        let shown = shown(&evidence);
        assert_eq!(shown.len(), MOST_PEOPLE);
        assert!(
            shown.iter().any(|person| person.held.name == "Person 2999"),
            "the one to be removed is left out"
        );
        assert!(
            left_out(&evidence, shown.len()).starts_with("2000 more people"),
            "it is not said who is missing"
        );
    }

    #[test]
    fn everybody_is_on_the_pages_where_there_is_room() {
        let evidence =
            Evidence { people: (0..5).map(|n| person(n, "Keep")).collect(), ..Evidence::default() };
        assert_eq!(shown(&evidence).len(), 5);
        assert_eq!(left_out(&evidence, 5), "");
    }
}
