//! What is learned from one file helps with the next, and never gives power.

use crate::common::drafting::*;
use crate::common::*;
use rollcall_app::contract::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_value_is_mapped_once_for_all_rows_and_remembered_for_later_files() {
    let desk = Desk::new().await;
    let file = |who: &str| {
        let rows = (0..5).map(|n| format!("{who}{n}@proseware.example,Grand Vizier,Proseware\n"));
        format!("Email,Role,Org\n{}", rows.collect::<String>())
    };
    let draft = csv(&desk, &file("a")).await.id;
    let vizier = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: vizier, with: "Support Agent".into(), remember: true };
    change(&desk, &draft, with).await;
    assert_eq!(check(&desk, &draft).await.invites, 5);
    let later = csv(&desk, &file("b")).await.id;
    let view = check(&desk, &later).await;
    assert_eq!(view.invites, 5);
    let said = view.groups.iter().find(|group| group.code == "remembered-answer").expect("it is said aloud");
    assert_eq!((said.severity, said.rows, said.found.as_str()), (Severity::Warning, 5, "Grand Vizier"));
    let remembered = desk.app.remembered(desk.profile.clone()).await.expect("remembered");
    assert_eq!(
        (remembered.answers[0].found.as_str(), remembered.answers[0].means.as_str()),
        ("Grand Vizier", "Support Agent")
    );
    let left =
        desk.app.forget(desk.profile.clone(), remembered.answers[0].id.clone()).await.expect("forgotten");
    assert!(left.answers.is_empty());
    let third = csv(&desk, &file("c")).await.id;
    assert_eq!(check(&desk, &third).await.invites, 0, "what was forgotten is asked anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_for_later_files_goes_with_the_step_that_said_it() {
    let desk = Desk::new().await;
    let draft = csv(&desk, "Email,Role,Org\na@proseware.example,Vizier,Proseware\n").await.id;
    let vizier = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: vizier, with: "Support Agent".into(), remember: true };
    change(&desk, &draft, with).await;
    let known = async || desk.app.remembered(desk.profile.clone()).await.expect("remembered").answers.len();
    assert_eq!(known().await, 1);
    desk.app.undo_draft(draft.clone()).await.expect("undone");
    assert_eq!(known().await, 0, "a wrong pick is not remembered");
    desk.app.redo_draft(draft).await.expect("redone");
    assert_eq!(known().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_answer_that_has_power_by_now_is_asked_anew() {
    let desk = Desk::new().await;
    let file = |who: &str| format!("Email,Role,Org\n{who}@proseware.example,Vizier,Proseware\n");
    let draft = csv(&desk, &file("a")).await.id;
    let vizier = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: vizier, with: "Support Agent".into(), remember: true };
    change(&desk, &draft, with).await;
    let agent = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let agent = agent.into_iter().find(|role| role.role.name == "Support Agent").expect("the role");
    desk.app.set_privileged(desk.profile.clone(), vec![agent.role.id]).await.expect("said");
    let later = csv(&desk, &file("b")).await.id;
    assert_eq!(check(&desk, &later).await.invites, 0);
    assert_eq!(check(&desk, &draft).await.invites, 1, "what was said for this very file stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_click_ends_in_power_however_the_cell_is_broken() {
    let desk = Desk::new().await;
    for cell in ["Customer\u{a0}Admin", "Customer / Distributor Admin", "Distributor Admn"] {
        let draft = csv(&desk, &format!("Email,Role,Org\na@proseware.example,{cell},Proseware\n")).await.id;
        let view = check(&desk, &draft).await;
        let offered = view.groups.iter().flat_map(|group| group.suggestion.iter().chain(&group.choices));
        let offered: Vec<&String> = offered.collect();
        assert!(offered.iter().all(|name| !name.contains("Admin")), "{cell}: {offered:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_with_power_is_never_remembered_and_is_counted_before_sending() {
    let desk = Desk::new().await;
    let text = "Email,Role,Org\na@proseware.example,Boss,Proseware\nb@proseware.example,Boss,Proseware\n";
    let draft = csv(&desk, text).await.id;
    let boss = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: boss, with: "Distributor Admin".into(), remember: true };
    change(&desk, &draft, with).await;
    let view = check(&desk, &draft).await;
    assert_eq!(
        view.privileged.iter().map(|one| (one.role.as_str(), one.people)).collect::<Vec<_>>(),
        [("Distributor Admin", 2)]
    );
    assert!(desk.app.remembered(desk.profile.clone()).await.expect("remembered").answers.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_suggestion_ends_in_a_role_that_a_person_called_powerful() {
    let desk = Desk::new().await;
    let draft = csv(&desk, "Email,Role,Org\na@proseware.example,Suport Agent,Proseware\n").await.id;
    let suggestion = |view: &CheckView| view.groups[0].suggestion.clone();
    assert_eq!(suggestion(&check(&desk, &draft).await).as_deref(), Some("Support Agent"));
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let proposed: Vec<&str> =
        roles.iter().filter(|role| role.privileged).map(|role| role.role.name.as_str()).collect();
    assert!(proposed.contains(&"Distributor Admin") && !proposed.contains(&"Support Agent"), "{proposed:?}");
    assert!(
        roles.iter().all(|role| role.privileged == role.why_privileged.is_some()),
        "each with its reason"
    );
    let ids = roles.iter().filter(|role| role.privileged || role.role.name == "Support Agent");
    let ids = ids.map(|role| role.role.id.clone()).collect();
    desk.app.set_privileged(desk.profile.clone(), ids).await.expect("said");
    assert_eq!(suggestion(&check(&desk, &draft).await), None);
    let desk = reopened(desk).await;
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let agent = roles.iter().find(|role| role.role.name == "Support Agent").expect("the role");
    assert_eq!((agent.privileged, agent.why_privileged.clone()), (true, None), "a person's word is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_mapping_is_remembered_for_files_of_the_same_shape() {
    let desk = Desk::new().await;
    let file = |who: &str| format!("A1,A2,A3\n{who}@trey.example,Customer,Trey Research\n");
    let first = csv(&desk, &file("ann")).await;
    let choice = |field, column| FieldChoice { field, column };
    let chosen = vec![
        choice(Field::Email, Some(0)),
        choice(Field::Role, Some(1)),
        choice(Field::Organizations, Some(2)),
    ];
    desk.app.choose_columns(first.id, chosen).await.expect("chosen");
    let desk = reopened(desk).await;
    let second = csv(&desk, &file("bob")).await;
    assert!(second.remembered_at.is_some(), "{second:?}");
    assert!(second.mapping.iter().all(|guess| guess.column.is_none() || guess.sure));
    assert_eq!(
        second.mapping.iter().find(|guess| guess.field == Field::Role).and_then(|guess| guess.column),
        Some(1)
    );
    let other = csv(&desk, "B1,A2,A3\nx@trey.example,Customer,Trey Research\n").await;
    assert_eq!(other.remembered_at, None, "another header is another shape");
    let remembered = desk.app.remembered(desk.profile.clone()).await.expect("remembered");
    assert_eq!((remembered.mappings.len(), remembered.mappings[0].file.as_str()), (1, "people.csv"));
    desk.app.forget(desk.profile.clone(), remembered.mappings[0].id.clone()).await.expect("forgotten");
    assert_eq!(csv(&desk, &file("cid")).await.remembered_at, None);
}
