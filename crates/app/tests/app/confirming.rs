//! When the connection's name has to be typed before something is sent.

use crate::common::*;
use rollcall_app::contract::*;

const MANY: usize = 26;

async fn draft_of(desk: &Desk, people: usize, role: &str) -> DraftView {
    let rows: String =
        (0..people).map(|number| format!("p{number}@trey.example,{role},Trey Research\n")).collect();
    drafting::csv(desk, &format!("Email,Role,Organization\n{rows}")).await
}

async fn started(desk: &Desk, draft: &DraftView) -> Result<RunView, ErrorCode> {
    desk.app.start_run(draft.id.clone(), SendMode::All).await.map_err(|refused| refused.code)
}

async fn confirmed(desk: &Desk, draft: &DraftView, name: &str) -> Result<(), ErrorCode> {
    desk.app.confirm_sending(draft.id.clone(), name.to_owned()).await.map_err(|refused| refused.code)
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_25_people_are_sent_to_a_live_platform_once_its_name_was_typed() {
    let desk = Desk::quick().await;
    let draft = draft_of(&desk, MANY, "Customer").await;
    assert!(desk.check(&draft).await.name_needed);
    assert_eq!(started(&desk, &draft).await.err(), Some(ErrorCode::NameNeeded));
    for wrong in ["", "Nordly", "Nordlys 2"] {
        assert_eq!(confirmed(&desk, &draft, wrong).await, Err(ErrorCode::NameNeeded), "{wrong:?}");
    }
    assert_eq!(started(&desk, &draft).await.err(), Some(ErrorCode::NameNeeded));
    assert_eq!((desk.runs().await.len(), desk.invited().len()), (0, 0));
    confirmed(&desk, &draft, " nordLYS ").await.expect("its name");
    let run = started(&desk, &draft).await.expect("it starts");
    desk.rest(&run).await;
    assert_eq!(desk.invited().len(), MANY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_few_people_are_sent_without_their_platform_being_named() {
    let desk = Desk::quick().await;
    let draft = draft_of(&desk, MANY - 1, "Customer").await;
    assert!(!desk.check(&draft).await.name_needed);
    let run = started(&desk, &draft).await.expect("it starts");
    desk.rest(&run).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_with_power_over_others_is_enough_to_be_asked() {
    let desk = Desk::quick().await;
    let draft = draft_of(&desk, 1, "Super Admin").await;
    let check = desk.check(&draft).await;
    assert!(check.name_needed && !check.privileged.is_empty(), "{check:?}");
    assert_eq!(started(&desk, &draft).await.err(), Some(ErrorCode::NameNeeded));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_confirmed_holds_for_the_plan_that_was_looked_at_alone() {
    let desk = Desk::quick().await;
    let draft = draft_of(&desk, MANY, "Customer").await;
    desk.check(&draft).await;
    confirmed(&desk, &draft, "Nordlys").await.expect("its name");
    assert!(desk.check(&draft).await.name_needed, "a new check asks anew");
    assert_eq!(started(&desk, &draft).await.err(), Some(ErrorCode::NameNeeded));
    confirmed(&desk, &draft, "Nordlys").await.expect("its name");
    let skip = DraftChange::SkipRows { rows: vec![2], skip: true };
    drafting::change(&desk, &draft.id, skip).await;
    desk.app.undo_draft(draft.id.clone()).await.expect("undone");
    assert_eq!(started(&desk, &draft).await.err(), Some(ErrorCode::NameNeeded), "a change asks anew");
    drafting::change(&desk, &draft.id, drafting::cell(2, Field::Email, "q@trey.example")).await;
    assert_eq!(confirmed(&desk, &draft, "Nordlys").await, Err(ErrorCode::ListNotFresh), "nobody looked");
    assert_eq!(desk.invited().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_was_confirmed_goes_on_without_being_asked_again() {
    let desk = Desk::quick().await;
    let draft = draft_of(&desk, MANY, "Customer").await;
    let run = desk.send(&draft.id, SendMode::OneThenPause).await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Paused, 1));
    desk.go_on(&run).await;
    assert_eq!(desk.invited().len(), MANY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_mails_nobody_asks_for_no_name() {
    let desk = Desk::quick().await;
    let profile = ProfileDraft { id: Some(desk.profile.clone()), live: false, ..draft(&desk.sandbox) };
    desk.app.save_profile(profile).await.expect("kept");
    let draft = draft_of(&desk, MANY, "Super Admin").await;
    assert!(!desk.check(&draft).await.name_needed);
    let run = started(&desk, &draft).await.expect("it starts");
    desk.rest(&run).await;
}
