//! Findings of a real list: told, opened in the list, muted, and compared with another platform's.

use crate::common::*;
use rollcall_app::contract::*;
use rollcall_app::{App, IdentityProviderId};
use serde_json::json;
use std::collections::BTreeSet;

async fn fetched(people: u32) -> Desk {
    let desk = Desk::with(people, None).await;
    desk.app.refresh(desk.profile.clone()).await.expect("fetched");
    desk
}

async fn findings(desk: &Desk) -> FindingsView {
    desk.app.findings(desk.profile.clone()).await.expect("findings")
}

fn of(view: &FindingsView, rule: Rule) -> &FindingView {
    view.findings.iter().find(|finding| finding.rule == rule).unwrap_or_else(|| panic!("{rule:?}: {view:#?}"))
}

async fn people(app: &App, profile: &str, rule: Rule) -> FindingPeople {
    app.finding_people(profile.to_owned(), rule, 0, 500).await.expect("people")
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_first_list_nothing_is_judged() {
    let desk = Desk::new().await;
    let view = findings(&desk).await;
    assert_eq!((view.as_of, view.findings.len(), view.clear.len()), (None, 0, 0));
    let ladder = desk.app.role_ladder(desk.profile.clone()).await.expect("a ladder");
    assert_eq!((ladder.as_of, ladder.rungs.len()), (None, 0));
    let providers = desk.app.provider_insights(desk.profile.clone()).await.expect("providers");
    assert!(providers.providers.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn each_rule_finds_something_or_is_said_to_be_clear() {
    let desk = fetched(400).await;
    let view = findings(&desk).await;
    assert_eq!(view.people, 413);
    let told: BTreeSet<Rule> = view.findings.iter().map(|finding| finding.rule).collect();
    let clear: BTreeSet<Rule> = view.clear.iter().map(|one| one.rule).collect();
    assert!(told.is_disjoint(&clear) && told.len() + clear.len() == Rule::ALL.len());
    assert!(told.len() >= 5, "{told:?}");
    assert!(view.findings.is_sorted_by_key(|finding| finding.severity), "the worst first");
    for finding in &view.findings {
        let people = people(&desk.app, &desk.profile, finding.rule).await;
        assert_eq!(people.total, finding.people, "{:?}", finding.rule);
        assert_eq!(people.rows.len(), (finding.people as usize).min(500));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_people_of_a_finding_open_in_the_list() {
    let desk = fetched(400).await;
    let mut opened = 0;
    for finding in findings(&desk).await.findings {
        let Some(query) = finding.query else { continue };
        let window = desk.app.list_users(desk.profile.clone(), query, 0, 500).await.expect("a window");
        assert_eq!(window.matching, finding.people, "{:?}", finding.rule);
        let ids = |rows: &[UserRow]| rows.iter().map(|row| row.id.clone()).collect::<BTreeSet<_>>();
        let people = people(&desk.app, &desk.profile, finding.rule).await;
        assert_eq!(ids(&window.rows), ids(&people.rows), "{:?}", finding.rule);
        opened += 1;
    }
    assert!(opened >= 4, "{opened}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_muted_finding_stands_apart_with_who_and_why_and_is_kept() {
    let desk = fetched(100).await;
    let rule = findings(&desk).await.findings[0].rule;
    let mute = async |reason: &str, until: &str| {
        let (reason, until) = (reason.to_owned(), until.to_owned());
        desk.app.mute_finding(desk.profile.clone(), rule, reason, until, Some("Ann Lee".to_owned())).await
    };
    assert_eq!(mute("", "2099-01-01").await.expect_err("no reason").code, ErrorCode::BadRequest);
    let until = jiff::Timestamp::now().to_string()[..10].to_owned();
    let view = mute("A guest until today.", &until).await.expect("muted");
    assert!(view.findings.iter().all(|finding| finding.rule != rule));
    let kept = view.muted[0].mute.clone().expect("a mute");
    assert_eq!(
        (kept.by.as_str(), kept.reason.as_str(), kept.until),
        ("Ann Lee", "A guest until today.", until)
    );
    let desk = drafting::reopened(desk).await;
    assert_eq!(findings(&desk).await.muted[0].rule, rule, "it outlives the window");
    let view = desk.app.unmute_finding(desk.profile.clone(), rule).await.expect("told again");
    assert!(view.muted.is_empty() && view.findings.iter().any(|finding| finding.rule == rule));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_muted_finding_is_told_again_as_soon_as_it_is_about_somebody_new() {
    let mut desk = fetched(20).await;
    let rule = Rule::NoRole;
    let until = jiff::Timestamp::now().to_string()[..10].to_owned();
    let mute = async |desk: &Desk| {
        let (profile, reason) = (desk.profile.clone(), "They are leaving.".to_owned());
        desk.app.mute_finding(profile, rule, reason, until.clone(), None).await.expect("muted")
    };
    let muted = mute(&desk).await;
    let one = muted
        .muted
        .iter()
        .find(|finding| finding.rule == rule)
        .expect("the sample has people without a role");
    let before = one.people;
    desk.later_with(|users| {
        let gone =
            users.iter().position(|user| user["groupIds"] == json!([])).expect("somebody without a role");
        let mut new = users.remove(gone);
        new["id"] = json!("00000000-0000-4000-8000-000000000001");
        new["email"] = json!("new@tailspin.example");
        users.push(new);
    })
    .await;
    let view = findings(&desk).await;
    let told = view.findings.iter().find(|finding| finding.rule == rule).expect("told again");
    let kept = told.mute.clone().expect("it still says who muted it");
    assert_eq!((told.people, kept.new_since, kept.reason.as_str()), (before, 1, "They are leaving."));
    assert!(view.muted.iter().all(|finding| finding.rule != rule));
    let again = mute(&desk).await;
    assert!(again.muted.iter().any(|finding| finding.rule == rule), "muted for the new one as well");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_calls_privileged_decides_what_is_found() {
    let desk = fetched(100).await;
    // A Customer Admin sits in a customer's organization, where one belongs: here it counts all the same.
    let thresholds = Thresholds { count_customer_roles: true, ..Thresholds::default() };
    desk.app.save_thresholds(thresholds).await.expect("kept");
    let told =
        |view: &FindingsView| view.findings.iter().any(|finding| finding.rule == Rule::PrivilegedInCustomer);
    assert!(told(&findings(&desk).await));
    desk.app.set_privileged(desk.profile.clone(), Vec::new()).await.expect("nobody is");
    assert!(!told(&findings(&desk).await));
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let admin = roles.iter().find(|role| role.role.name == "Distributor Admin").expect("the role");
    assert!(admin.privileged_by.is_some(), "who took it away is known");
    let plain = roles.iter().find(|role| role.role.name == "Customer").expect("the role");
    assert_eq!(plain.privileged_by, None, "nobody changed it");
}

#[tokio::test(flavor = "multi_thread")]
async fn thresholds_have_ranges_and_change_what_is_told() {
    let desk = fetched(400).await;
    let view = desk.app.thresholds().await.expect("thresholds");
    assert_eq!(view.limits.len(), 4);
    let outside = Thresholds { never_accepted_days: 3, ..view.thresholds };
    assert_eq!(desk.app.save_thresholds(outside).await.expect_err("outside").code, ErrorCode::BadRequest);
    let before = of(&findings(&desk).await, Rule::NeverAccepted).people;
    let early = Thresholds { never_accepted_days: 7, ..view.thresholds };
    desk.app.save_thresholds(early).await.expect("kept");
    let told = findings(&desk).await;
    assert!(of(&told, Rule::NeverAccepted).people > before, "more have waited for a week than for a month");
    let desk = drafting::reopened(desk).await;
    assert_eq!(desk.app.thresholds().await.expect("thresholds").thresholds, early);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_privileged_on_two_platforms_is_told_on_both() {
    let desk = fetched(0).await;
    let other = rollcall_sandbox::start(rollcall_sandbox::Options { users: 0, ..Default::default() });
    let other = other.await.expect("another platform");
    let profile = ProfileDraft { name: "West".into(), ..draft(&other) };
    let west = desk.app.save_profile(profile).await.expect("a connection").id;
    let rule = Rule::PrivilegedOnSeveralPlatforms;
    assert_eq!(people(&desk.app, &desk.profile, rule).await.total, 0, "of the other nothing was fetched yet");
    desk.app.refresh(west.clone()).await.expect("fetched");
    let told = findings(&desk).await;
    assert_eq!(of(&told, rule).parts[0].label, "West");
    let both = people(&desk.app, &west, rule).await;
    assert_eq!(both.total, of(&told, rule).people, "both serve the same people");
    assert!(both.rows.iter().any(|row| row.email == "anna.ozola@nordlys.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ladder_is_assumed_flipped_and_remembered() {
    let desk = fetched(100).await;
    let ladder = desk.app.role_ladder(desk.profile.clone()).await.expect("a ladder");
    assert_eq!((ladder.direction, ladder.inferred), (WeightDirection::MoreIsPower, Some(ladder.direction)));
    assert!(ladder.said.is_none(), "{:?}", ladder.said);
    assert!(ladder.reason.iter().any(|why| why.text.contains("than Customer (10)")), "{:?}", ladder.reason);
    assert_eq!(ladder.rungs[0].roles[0].name, "Super Admin");
    assert_eq!(ladder.people, 113);
    let highest: u32 = ladder.rungs.iter().map(|rung| rung.highest).sum();
    assert_eq!(highest + ladder.none, ladder.people, "everybody stands on one rung or on none");
    let flip = Some(WeightDirection::LessIsPower);
    let flipped = desk.app.set_weight_direction(desk.profile.clone(), flip).await.expect("flipped");
    assert_eq!(flipped.rungs[0].roles[0].name, "Customer");
    let desk = drafting::reopened(desk).await;
    let kept = desk.app.role_ladder(desk.profile.clone()).await.expect("a ladder");
    assert!(kept.direction == WeightDirection::LessIsPower && kept.said.is_some());
    let back = desk.app.set_weight_direction(desk.profile.clone(), None).await.expect("as inferred");
    assert_eq!((back.direction, back.said), (WeightDirection::MoreIsPower, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_use_of_providers_adds_up_and_switching_one_off_names_its_people() {
    let desk = fetched(200).await;
    let insights = desk.app.provider_insights(desk.profile.clone()).await.expect("insights");
    let people: u32 = insights.providers.iter().map(|one| one.people).sum();
    assert_eq!(people + insights.none, 213);
    let work =
        insights.providers.iter().find(|one| one.prefix.as_deref() == Some("waad")).expect("work email");
    assert!(work.organizations.iter().all(|share| share.people <= share.of && share.people > 0));
    let off =
        desk.app.what_if_switched_off(desk.profile.clone(), work.id.clone(), 0, 10).await.expect("what if");
    assert_eq!(off.stranded + off.other_way, work.not_blocked);
    assert_eq!(off.rows.len(), 10);
    assert!(off.rows.iter().all(|row| row.identity_provider.as_deref() == Some(work.name.as_str())));
    assert!(
        !off.already_off && off.sentences[0].text.contains(&off.stranded.to_string()),
        "{:?}",
        off.sentences
    );
    let gone = IdentityProviderId::from("nowhere");
    let refused = desk.app.what_if_switched_off(desk.profile.clone(), gone, 0, 10).await;
    assert_eq!(refused.expect_err("unknown").code, ErrorCode::BadRequest);
}
