//! Whom the list shows as waiting, and inviting them once more.

use crate::common::later::Then;
use crate::common::*;
use rollcall_app::contract::*;

const PEOPLE: [&str; 3] = ["ann@trey.example", "bob@trey.example", "cyd@trey.example"];

async fn sent(desk: &Desk) -> RunView {
    let draft = desk.people(&PEOPLE).await;
    desk.send(&draft.id, SendMode::All).await
}

fn searched(text: &str) -> UserQuery {
    UserQuery { search: text.into(), ..UserQuery::default() }
}

fn queue(invitation: InvitationQueue) -> UserQuery {
    UserQuery { invitation: Some(invitation), ..UserQuery::default() }
}

async fn window(desk: &Desk, query: &UserQuery) -> UserWindow {
    desk.app.list_users(desk.profile.clone(), query.clone(), 0, 500).await.expect("people")
}

async fn emails_of(desk: &Desk, query: &UserQuery) -> Vec<String> {
    window(desk, query).await.rows.into_iter().map(|row| row.email).collect()
}

async fn emails_in(desk: &Desk, draft: &DraftView) -> Vec<String> {
    let rows = desk.app.draft_rows(draft.id.clone(), vec![], 0, 500).await.expect("rows").rows;
    let mut emails: Vec<String> =
        rows.iter().map(|row| drafting::text(row, Field::Email).to_owned()).collect();
    emails.sort();
    emails
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_we_invited_counts_from_our_own_record_and_everybody_else_from_the_list() {
    let mut desk = Desk::quick().await;
    let run = sent(&desk).await;
    desk.later(&run, &[(PEOPLE[0], Then::Invited(24 * 9)), (PEOPLE[1], Then::Accepted)]).await;
    let row = window(&desk, &searched(PEOPLE[0])).await.rows.remove(0);
    let clock = row.invitation.expect("a clock");
    assert_eq!(
        (clock.lapsed, clock.basis),
        (false, InvitationBasis::SendRecord),
        "mailed just now, listed since days"
    );
    let lapsed = window(&desk, &queue(InvitationQueue::Lapsed)).await.rows;
    assert!(!lapsed.is_empty() && lapsed.iter().all(|row| !PEOPLE.contains(&row.email.as_str())));
    for row in lapsed {
        assert_eq!(row.invitation.expect("a clock").basis, InvitationBasis::CreationDate, "{}", row.email);
    }
    let reopened = drafting::reopened(desk).await;
    let row = window(&reopened, &searched(PEOPLE[0])).await.rows.remove(0);
    assert_eq!(
        row.invitation.expect("a clock").basis,
        InvitationBasis::SendRecord,
        "the journal outlives the process"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_is_counted_and_exactly_its_people_are_invited_again() {
    let desk = Desk::quick().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let lapsed = queue(InvitationQueue::Lapsed);
    let mut listed = emails_of(&desk, &lapsed).await;
    listed.sort();
    let facets =
        desk.app.user_facets(desk.profile.clone(), lapsed.clone(), String::new()).await.expect("facets");
    let counted = facets.invitations.iter().find(|count| count.queue == InvitationQueue::Lapsed);
    assert_eq!(counted.map(|count| count.people as usize), Some(listed.len()));
    let draft = desk.app.reinvite_users(desk.profile.clone(), lapsed.clone(), None).await.expect("a draft");
    assert!(draft.decisions.reinvite && draft.run.is_none(), "it is a draft, and nothing was sent");
    assert_eq!(emails_in(&desk, &draft).await, listed);
    let check = desk.check(&draft).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(rows_in(&run, RowState::Confirmed), check.invites, "{run:?}");
    assert!(
        emails_of(&desk, &lapsed).await.len() < listed.len(),
        "who was mailed waits again, before any refresh"
    );
    let again =
        desk.app.reinvite_users(desk.profile.clone(), searched(&listed[0]), None).await.expect("a draft");
    assert_eq!(desk.check(&again).await.invites, 0, "nobody is mailed twice within a minute");
}

#[tokio::test(flavor = "multi_thread")]
async fn marked_rows_are_those_of_the_list_that_was_looked_at() {
    let desk = Desk::quick().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let new = UserQuery { states: vec!["New".into(), "Active".into()], ..UserQuery::default() };
    let seen = window(&desk, &new).await;
    let place = seen.rows.iter().position(|row| row.state == "New").expect("somebody new");
    let from = u32::try_from(place).expect("a place");
    let picked =
        Picked { all: false, ranges: vec![RowRange { from, to: from }], as_of: seen.as_of.expect("a list") };
    let draft = desk
        .app
        .reinvite_users(desk.profile.clone(), new.clone(), Some(picked.clone()))
        .await
        .expect("a draft");
    assert_eq!(emails_in(&desk, &draft).await, [seen.rows[place].email.clone()]);
    let active = UserQuery { states: vec!["Active".into()], ..UserQuery::default() };
    let nobody = desk.app.reinvite_users(desk.profile.clone(), active, None).await.expect_err("nobody");
    assert_eq!(nobody.code, ErrorCode::NothingToSend);
    let stale = Picked { as_of: "2020-01-01T00:00:00Z".into(), ..picked };
    let refused =
        desk.app.reinvite_users(desk.profile.clone(), new, Some(stale)).await.expect_err("another list");
    assert_eq!(refused.code, ErrorCode::ListChanged);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_says_which_runs_were_to_invite_them() {
    let desk = Desk::quick().await;
    let run = sent(&desk).await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let person = window(&desk, &searched(PEOPLE[0])).await.exact.expect("the one person");
    let detail = desk.app.user_detail(desk.profile.clone(), person).await.expect("a person");
    assert_eq!(detail.runs.len(), 1, "{:?}", detail.runs);
    assert_eq!((&detail.runs[0].run_id, detail.runs[0].outcome.as_str()), (&run.id, "Invited"));
    assert_eq!(detail.person.invitation.expect("a clock").basis, InvitationBasis::SendRecord);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_is_found_on_every_platform_that_has_a_list() {
    let desk = Desk::quick().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let somebody = window(&desk, &UserQuery::default()).await.rows.remove(3);
    let second = ProfileDraft { name: "Elsewhere".into(), colour: "#112233".into(), ..draft(&desk.sandbox) };
    let second = desk.app.save_profile(second).await.expect("a connection").id;
    let found = desk.app.find_people(somebody.email.clone(), 10).await.expect("found");
    assert_eq!(found.len(), 1, "a connection without a list has nobody");
    desk.app.refresh(second.clone()).await.expect("a list");
    let found = desk.app.find_people(format!(" {} ", somebody.email), 10).await.expect("found");
    let seen: Vec<_> = found.iter().map(|one| (one.profile_name.as_str(), one.colour.as_str())).collect();
    assert_eq!(seen, [("Nordlys", "#7c3aed"), ("Elsewhere", "#112233")]);
    assert!(found.iter().all(|one| one.user_id == somebody.id && one.email == somebody.email));
    let mut listed = window(&desk, &UserQuery::default()).await.rows.into_iter();
    let external = listed.find_map(|row| row.external_id).expect("somebody signs in");
    let found = desk.app.find_people(external.clone(), 10).await.expect("found by the external id");
    assert_eq!(found.len(), 2, "{external}: {found:?}");
    assert!(found.iter().all(|one| one.external_id.as_ref() == Some(&external)), "{found:?}");
    assert!(desk.app.find_people("  ".into(), 10).await.expect("nobody").is_empty());
    let broken = desk.folder.path().join("profiles").join(&desk.profile).join("roster.db");
    let desk = drafting::reopened(desk).await;
    std::fs::write(&broken, b"no database").expect("broken");
    let found = desk.app.find_people(somebody.email.clone(), 10).await.expect("the others");
    assert_eq!(found.iter().map(|one| one.profile.as_str()).collect::<Vec<_>>(), [second.as_str()]);
}
