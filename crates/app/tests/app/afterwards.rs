//! A finished run lives on: what became of the people whom it invited, and who is invited once more.

use crate::common::drafting::text;
use crate::common::later::Then;
use crate::common::*;
use rollcall_app::contract::*;

const PEOPLE: [(&str, &str); 7] = [
    ("ann@trey.example", "Trey Research"),
    ("Bob.Lee@trey.example", "Trey Research"),
    ("cyd@trey.example", "Trey Research"),
    ("dan@trey.example", "Trey Research"),
    ("eve@trey.example", "Trey Research"),
    ("fay@trey.example", "Trey Research"),
    ("fay@trey.example", "Woodgrove Bank"),
];

/// How they stand some days later.
const LATER: [(&str, Then); 6] = [
    ("ann@trey.example", Then::Accepted),
    ("Bob.Lee@trey.example", Then::Invited(6 * 24)),
    ("cyd@trey.example", Then::Invited(8 * 24)),
    ("dan@trey.example", Then::Blocked),
    ("eve@trey.example", Then::Gone),
    ("fay@trey.example", Then::Invited(24)),
];

async fn sent(desk: &Desk) -> RunView {
    let draft = desk.table(&PEOPLE).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(rows_in(&run, RowState::Confirmed), 6, "{run:?}");
    run
}

async fn since(desk: &Desk, run: &RunView) -> RunSince {
    desk.app.run_since(desk.profile.clone(), run.id.clone()).await.expect("it is told")
}

async fn again(desk: &Desk, run: &RunView, who: &[Afterwards]) -> Result<DraftView, AppError> {
    desk.app.invite_again(desk.profile.clone(), run.id.clone(), who.to_vec()).await
}

/// Everybody as the calls would carry them.
async fn would_be_sent(desk: &Desk, draft: &DraftView) -> Vec<serde_json::Value> {
    let mut people = Vec::new();
    for index in 0..desk.check(draft).await.calls {
        let call = desk.app.draft_call(draft.id.clone(), index).await.expect("a call").json;
        let call: serde_json::Value = serde_json::from_str(&call).expect("JSON");
        people.extend(call["Users"].as_array().expect("people").clone());
    }
    people
}

async fn emails(desk: &Desk, draft: &DraftView) -> Vec<String> {
    let rows = desk.app.draft_rows(draft.id.clone(), vec![], 0, 500).await.expect("rows").rows;
    rows.iter().map(|row| text(row, Field::Email).to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_whom_a_run_invited_is_told_once_by_the_list_of_now() {
    let mut desk = Desk::quick().await;
    let run = sent(&desk).await;
    let before = since(&desk, &run).await;
    assert_eq!(
        (before.invited, before.people.waits, before.people.not_listed),
        (6, 6, 0),
        "a list from before the run says nothing against it: {before:?}"
    );
    desk.later(&run, &LATER).await;
    let now = since(&desk, &run).await;
    let expected =
        SinceCounts { accepted: 1, waits: 2, lapse_soon: 1, lapsed: 1, not_listed: 1, blocked: 1, other: 0 };
    assert_eq!((now.invited, now.people), (6, expected));
    assert!(now.as_of > before.as_of, "by a newer list");
    let woodgrove = now.organizations.iter().find(|one| one.label.starts_with("Woodgrove")).expect("it");
    assert_eq!((woodgrove.invited, woodgrove.people.waits), (1, 1), "who is in two counts in both");
    let trey = now.organizations.iter().find(|one| one.label.starts_with("Trey")).expect("it");
    assert_eq!((trey.invited, trey.people), (6, expected));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_or_lapsed_is_invited_again_as_the_run_did_and_who_accepted_never() {
    let mut desk = Desk::quick().await;
    let draft = desk.table(&PEOPLE).await;
    let sent_first = would_be_sent(&desk, &draft).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    desk.later(&run, &LATER).await;
    let lapsed = again(&desk, &run, &[Afterwards::Lapsed]).await.expect("a draft");
    assert_eq!(emails(&desk, &lapsed).await, ["cyd@trey.example"]);
    let both = again(&desk, &run, &[Afterwards::Waits, Afterwards::Lapsed]).await.expect("a draft");
    assert_eq!(both.file.name.as_deref(), Some("people - invited again"));
    assert!(both.decisions.reinvite && both.run.is_none(), "it is a draft, and nothing was sent");
    assert_eq!(emails(&desk, &both).await, ["Bob.Lee@trey.example", "cyd@trey.example", "fay@trey.example"]);
    let same = again(&desk, &run, &[Afterwards::Lapsed, Afterwards::Waits]).await.expect("a draft");
    assert_eq!(same.id, both.id, "asked again, it is the same draft");
    let check = desk.check(&both).await;
    assert_eq!((check.rows, check.invites, check.groups.len()), (3, 3, 0), "{check:?}");
    let sent_again = would_be_sent(&desk, &both).await;
    assert_eq!((sent_first.len(), sent_again.len()), (6, 3));
    for person in sent_again {
        assert!(sent_first.contains(&person), "not as it was sent: {person}");
    }
    let second = desk.send(&both.id, SendMode::All).await;
    assert_eq!((second.state, rows_in(&second, RowState::Confirmed)), (RunState::Finished, 3), "{second:?}");
    assert_eq!(desk.invited().len(), 3, "on the platform as it is now");
    for email in ["ann@trey.example", "dan@trey.example", "eve@trey.example"] {
        assert_eq!(desk.mails_to(email), 0, "{email}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_invited_again_by_a_later_run_counts_once_in_each() {
    let mut desk = Desk::quick().await;
    let run = sent(&desk).await;
    desk.later(&run, &LATER).await;
    let draft = again(&desk, &run, &[Afterwards::Lapsed]).await.expect("a draft");
    let second = desk.send(&draft.id, SendMode::All).await;
    for fetched in [false, true] {
        if fetched {
            desk.app.refresh(desk.profile.clone()).await.expect("a list");
        }
        let first = since(&desk, &run).await;
        assert_eq!(
            (first.invited, first.people.waits, first.people.lapsed, first.people.accepted),
            (6, 3, 0, 1),
            "fetched: {fetched}: who was mailed again waits again"
        );
        let second = since(&desk, &second).await;
        assert_eq!((second.invited, second.people.waits), (1, 1), "fetched: {fetched}");
    }
    let nobody = again(&desk, &run, &[Afterwards::Lapsed]).await.expect_err("mailed a moment ago");
    assert_eq!(nobody.code, ErrorCode::NothingToSend);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_accepted_since_the_draft_was_made_is_not_mailed_by_it() {
    let mut desk = Desk::quick().await;
    let run = sent(&desk).await;
    desk.later(&run, &LATER).await;
    let draft = again(&desk, &run, &[Afterwards::Lapsed, Afterwards::Waits]).await.expect("a draft");
    desk.later(&run, &[("cyd@trey.example", Then::Accepted), ("fay@trey.example", Then::Invited(25))]).await;
    let check = desk.check(&draft).await;
    assert_eq!(rows_of(&check, RowClass::AlreadyActive), 1, "{check:?}");
    desk.send(&draft.id, SendMode::All).await;
    assert_eq!(desk.mails_to("cyd@trey.example"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_word_decides_whether_somebody_counts_as_invited() {
    for (decision, invited) in [(RowDecision::Done, 1), (RowDecision::Drop, 0)] {
        let desk = Desk::quick().await;
        let draft = desk.people(&["peter.novak@fabrikam.example"]).await;
        desk.reinvite(&draft).await;
        desk.faults(r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":"reset_before"}]}"#);
        let run = desk.send(&draft.id, SendMode::All).await;
        assert_eq!(rows_in(&run, RowState::NeedsReview), 1, "{run:?}");
        assert_eq!(since(&desk, &run).await.invited, 0, "nobody knows yet");
        let row = desk.rows(&run).await.remove(0).row;
        desk.app.resolve_row(desk.profile.clone(), run.id.clone(), row, decision).await.expect("said");
        assert_eq!(since(&desk, &run).await.invited, invited, "{decision:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_people_who_have_not_accepted_can_be_invited_again() {
    let desk = Desk::quick().await;
    let run = sent(&desk).await;
    for who in [&[][..], &[Afterwards::Accepted], &[Afterwards::Lapsed, Afterwards::Blocked]] {
        assert_eq!(
            again(&desk, &run, who).await.expect_err("refused").code,
            ErrorCode::BadRequest,
            "{who:?}"
        );
    }
    let lapsed = again(&desk, &run, &[Afterwards::Lapsed]).await.expect_err("nobody yet");
    assert_eq!(lapsed.code, ErrorCode::NothingToSend);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_another_platform_tells_nothing_of_a_run() {
    let desk = Desk::quick().await;
    let elsewhere = Desk::quick().await;
    let run = sent(&desk).await;
    desk.lead_to(&elsewhere.sandbox, None).await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list of the other");
    let since = since(&desk, &run).await;
    assert_eq!((since.as_of, since.invited, since.people), (None, 6, SinceCounts::default()));
    let refused = again(&desk, &run, &[Afterwards::Waits]).await.expect_err("nobody can tell");
    assert_eq!(refused.code, ErrorCode::ListNotFresh);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_people_of_a_run_can_be_saved_and_the_list_can_be_dropped_again() {
    let mut desk = Desk::quick().await;
    let run = sent(&desk).await;
    desk.later(&run, &LATER).await;
    for format in ReportFormat::ALL {
        let list = desk
            .app
            .since_list(
                desk.profile.clone(),
                run.id.clone(),
                vec![Afterwards::Lapsed, Afterwards::NotListed],
                format,
            )
            .await
            .expect("a list");
        assert_eq!(list.name, format!("people - not accepted.{}", format.ending()));
        let path = desk.folder.path().join(&list.name);
        desk.app.write_report(&path, list).await.expect("written");
        let bytes = std::fs::read(&path).expect("there");
        let table =
            rollcall_intake::read(&bytes, "list", &rollcall_intake::ReadOptions::default()).expect("read");
        let texts: Vec<Vec<String>> =
            table.rows().map(|row| row.cells().map(|cell| cell.shown().to_owned()).collect()).collect();
        assert_eq!(texts.len(), 2, "{format:?}");
        assert_eq!((texts[0][0].as_str(), texts[0][3].as_str()), ("cyd@trey.example", "Customer"));
        assert!(texts[0][5].starts_with("Trey Research"), "{:?}", texts[0]);
        assert_eq!((texts[0][6].as_str(), texts[1][6].as_str()), ("Lapsed 1 day ago", "No longer listed"));
        let dropped = desk.app.open_bytes(desk.profile.clone(), "list".into(), bytes).await.expect("read");
        desk.reinvite(&dropped).await;
        let check = desk.check(&dropped).await;
        assert_eq!((check.rows, check.invites), (2, 2), "{format:?}: {check:?}");
        desk.app.discard_draft(dropped.id).await.expect("gone");
    }
}
