//! The evidence of an access review, opened again and compared with what it was written from.

use crate::reading::{open, sheet, sheets};
use calamine::Reader;
use rollcall_core::{
    Evidence, EvidenceAccess, EvidenceCounts, EvidenceHandOver, EvidencePerson, EvidenceSignOff,
    PrivilegedThen, Seen,
};
use rollcall_workbook::write_evidence;
use std::io::Cursor;

const HOSTILE: &str = "=HYPERLINK(\"http://x.example\",\"hi\")";

fn access(id: &str, name: &str) -> EvidenceAccess {
    EvidenceAccess {
        user_id: id.into(),
        name: name.into(),
        email: format!("{id}@x.example"),
        state: "Active".into(),
        roles: vec!["Seller".into(), "+Admin".into()],
        identity_provider: Some("Work email".into()),
        organizations: vec!["Contoso – C-1".into()],
    }
}

fn decided(id: &str, decision: &str) -> EvidencePerson {
    EvidencePerson {
        held: access(id, HOSTILE),
        decision: decision.into(),
        note: "@note".into(),
        decided_by: Some("-Bob".into()),
        decided_at: Some("2026-11-26T09:00:00Z".into()),
        flags: vec![
            "No longer listed after the start.".into(),
            "Decided in a part that was handed over.".into(),
        ],
    }
}

fn evidence() -> Evidence {
    let undecided = EvidencePerson {
        held: access("u3", "李 Ó Briain"),
        decision: "Undecided".into(),
        ..EvidencePerson::default()
    };
    Evidence {
        title: "Access review: Seller and above".into(),
        review: "r-1".into(),
        connection: "Nordlys".into(),
        platform: "https://api.example".into(),
        scope: "Seller and above".into(),
        roles_in_scope: vec!["Seller".into(), "Super Admin".into()],
        reviewer: "Rita Roe".into(),
        reviewer_email: Some("rita@x.example".into()),
        started_at: "2026-11-26T08:00:00Z".into(),
        list_fetched_at: "2026-11-26T07:59:00Z".into(),
        compared_with: "2026-11-26T09:30:00Z".into(),
        seen: Seen {
            signed_in_as: Some("client-1".into()),
            part: Some("platform p-1".into()),
            people: 33,
            roles: 15,
            identity_providers: 4,
            organizations: 30,
            organizations_listed: true,
        },
        privileged: vec![
            PrivilegedThen {
                role: "Super Admin".into(),
                by: Some("rita".into()),
                at: Some("2026-11-01T08:00:00Z".into()),
            },
            PrivilegedThen { role: "Seller".into(), ..PrivilegedThen::default() },
        ],
        unticked: vec![PrivilegedThen {
            role: "Support Admin".into(),
            by: Some("rita".into()),
            at: Some("2026-11-02T08:00:00Z".into()),
        }],
        roster_hash: "ab".repeat(32),
        counts: EvidenceCounts {
            people: 3,
            keep: 1,
            remove: 1,
            ask: 0,
            undecided: 1,
            changed: 0,
            left: 2,
            appeared: 1,
            own: 0,
        },
        signed_off: Some(EvidenceSignOff {
            by: "R. Roe".into(),
            at: "2026-11-26T10:00:00Z".into(),
            undecided: 1,
        }),
        limits: vec!["When people signed in last is not shown.".into(), "MFA is not shown.".into()],
        people: vec![decided("u1", "Keep"), decided("u2", "Remove"), undecided],
        appeared: vec![access("u9", "New")],
        hand_overs: vec![EvidenceHandOver {
            to: "Bob".into(),
            at: "2026-11-26T08:30:00Z".into(),
            people: 2,
            came_back: 2,
            returned_at: Some("2026-11-26T09:00:00Z".into()),
        }],
        written_at: "2026-11-26T10:01:00Z".into(),
    }
}

fn written(evidence: &Evidence) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    write_evidence(&mut bytes, evidence).expect("written");
    bytes.into_inner()
}

#[test]
fn everybody_stands_in_it_with_what_they_held_and_what_was_decided() {
    let bytes = written(&evidence());
    let names: Vec<String> = sheets(&bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Summary", "Decisions", "Remove list", "Appeared later", "Hand-overs"]);
    let decisions = sheet(&bytes, "Decisions");
    let held = |id: &str, name: &str| {
        [name, &format!("{id}@x.example"), "Active", "Seller; +Admin", "Work email", "Contoso – C-1", id]
            .map(str::to_owned)
    };
    assert_eq!(decisions[1][..7], held("u1", HOSTILE));
    assert_eq!(
        decisions[1][7..],
        [
            "Keep",
            "@note",
            "-Bob",
            "2026-11-26T09:00:00Z",
            "No longer listed after the start. Decided in a part that was handed over."
        ]
    );
    assert_eq!(decisions[3][..7], held("u3", "李 Ó Briain"));
    assert_eq!(decisions[3][7..9], ["Undecided", ""]);
    let removals = sheet(&bytes, "Remove list");
    assert_eq!(
        (removals.len(), &removals[1][6], &removals[1][7]),
        (2, &"u2".to_owned(), &"@note".to_owned())
    );
    assert_eq!(sheet(&bytes, "Appeared later")[1], held("u9", "New"));
    assert_eq!(
        sheet(&bytes, "Hand-overs")[1],
        ["Bob", "2026-11-26T08:30:00Z", "2", "2", "2026-11-26T09:00:00Z"]
    );
}

#[test]
fn the_summary_says_who_looked_at_what_could_be_seen_and_what_can_not_be_shown() {
    let summary = sheet(&written(&evidence()), "Summary");
    let said = |name: &str| -> Vec<&str> {
        summary.iter().filter(|row| row[0] == name).map(|row| row[1].as_str()).collect()
    };
    assert_eq!(summary[0][0], "Access review: Seller and above");
    for (name, value) in [
        ("Scope", "Seller and above"),
        ("Roles in the scope", "Seller; Super Admin"),
        ("Reviewer, as typed", "Rita Roe"),
        ("List of people fetched, complete", "2026-11-26T07:59:00Z"),
        ("The list was read as", "client-1"),
        ("It could ask for", "platform p-1"),
        ("It saw", "People: 33. Roles: 15. Identity providers: 4. Organizations: 30."),
        ("People reviewed", "3"),
        ("Remove", "1"),
        ("Undecided", "1"),
        ("Signed off by, as typed", "R. Roe"),
        ("Finished knowingly with undecided people", "1"),
    ] {
        assert_eq!(said(name), [value], "{name}");
    }
    assert_eq!(said("SHA-256 of the people at the start"), ["ab".repeat(32).as_str()]);
    assert_eq!(
        said("Privileged roles"),
        [
            "Super Admin (ticked by rita, 2026-11-01T08:00:00Z)\nSeller (proposed from names and weights, ticked by nobody)"
        ]
    );
    assert_eq!(
        said("Not privileged, as a person said"),
        ["Support Admin (tick taken away by rita, 2026-11-02T08:00:00Z)"]
    );
    assert_eq!(said("What this can't show").len(), 2);
}

#[test]
fn a_review_that_goes_on_still_is_not_taken_for_one_that_was_signed_off() {
    let summary = sheet(&written(&Evidence { signed_off: None, ..evidence() }), "Summary");
    let row = summary.iter().find(|row| row[0] == "Signed off").expect("it is said");
    assert!(row[1].contains("Not signed off"));
    assert!(!summary.iter().any(|row| row[0].starts_with("Signed off by")));
}

#[test]
fn nothing_in_the_evidence_runs() {
    let mut workbook = open(written(&evidence()));
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).expect("a sheet");
        assert!(formulas.used_cells().all(|(.., formula)| formula.is_empty()), "a formula in {name}");
    }
}
