//! Organizations of a platform that lists none.

use crate::common::*;
use rollcall_app::contract::*;
use std::collections::BTreeMap;

const NO_LIST: &str =
    r#"{"rules":[{"when":{"endpoint":"organizations"},"fault":{"status_before":{"status":404}}}]}"#;

async fn organizations(desk: &Desk) -> BTreeMap<String, OrganizationView> {
    let all = desk.app.list_organizations(desk.profile.clone()).await.expect("organizations");
    all.into_iter().map(|one| (one.organization.id.to_string(), one)).collect()
}

/// A platform whose people were read and whose organizations nobody lists, and the ids of two that people belong to.
async fn unlisted() -> (Desk, Vec<String>) {
    let desk = Desk::quick().await;
    desk.faults(NO_LIST);
    desk.app.refresh(desk.profile.clone()).await.expect("people");
    let known = organizations(&desk).await;
    assert!(
        known.values().all(|one| one.people > 0 && one.label == one.organization.id.to_string()),
        "{known:?}"
    );
    let ids = known.into_keys().take(2).collect();
    (desk, ids)
}

async fn told(desk: &Desk, name: &str, text: &str) -> Result<OrganizationsTaken, AppError> {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    let offer = desk.app.offer_file(&path);
    desk.app.take_organizations(desk.profile.clone(), offer.token).await
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_that_people_name_get_their_names_from_a_small_list_everywhere() {
    let (desk, ids) = unlisted().await;
    let text = format!("Name;ERP ID;Id\nContoso;C-1;{}\nBrand New;C-2;brand-new\n;C-3;nameless\n", ids[0]);
    let taken = told(&desk, "organizations.csv", &text).await.expect("taken");
    assert_eq!((taken.known, taken.added, taken.left_out.len()), (2, 2, 1), "{taken:?}");
    let known = organizations(&desk).await;
    assert_eq!((known[&ids[0]].label.as_str(), known["brand-new"].people), ("Contoso – C-1", 0));
    assert_eq!(known[&ids[1]].label, ids[1], "nobody named this one");
    let query = UserQuery { organization_ids: vec![ids[0].as_str().into()], ..UserQuery::default() };
    let window = desk.app.list_users(desk.profile.clone(), query.clone(), 0, 1).await.expect("people");
    assert!(window.rows[0].organizations.contains(&"Contoso – C-1".to_owned()), "{:?}", window.rows[0]);
    let facets = desk.app.user_facets(desk.profile.clone(), query, String::new()).await.expect("facets");
    assert!(
        facets.organizations.iter().any(|one| one.label == "Contoso – C-1"),
        "{:?}",
        facets.organizations
    );
    let draft = drafting::csv(&desk, "Email,Role,Organization\nann@x.example,Customer,Brand New\n").await;
    assert_eq!(desk.check(&draft).await.invites, 1, "an invitation may name it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_outlives_a_refresh_and_a_restart_and_can_be_told_otherwise() {
    let (desk, ids) = unlisted().await;
    told(&desk, "one.csv", &format!("{},Contoso\n", ids[0])).await.expect("taken");
    desk.app.refresh(desk.profile.clone()).await.expect("people");
    let desk = drafting::reopened(desk).await;
    assert_eq!(organizations(&desk).await[&ids[0]].label, "Contoso");
    let taken = told(&desk, "two.csv", &format!("Id,Name\n{},Contoso Ltd\n", ids[0])).await.expect("taken");
    assert_eq!((taken.known, taken.added), (1, 0));
    assert_eq!(organizations(&desk).await[&ids[0]].label, "Contoso Ltd");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_platforms_own_word_goes_before_what_was_told() {
    let (desk, ids) = unlisted().await;
    told(&desk, "one.csv", &format!("Id,Name\n{},Mistaken\nelsewhere,Elsewhere\n", ids[0]))
        .await
        .expect("taken");
    desk.faults("{}");
    desk.app.refresh(desk.profile.clone()).await.expect("people");
    let known = organizations(&desk).await;
    assert!(known[&ids[0]].organization.name != "Mistaken" && known[&ids[0]].label != ids[0], "{known:?}");
    assert_eq!(known["elsewhere"].label, "Elsewhere", "what the platform does not list is still known");
    let customer = known.values().find(|one| one.people > 0).expect("somebody's").organization.id.clone();
    desk.app.refresh_customer(desk.profile.clone(), customer).await.expect("a customer alone");
    desk.faults(NO_LIST);
    desk.app.refresh(desk.profile.clone()).await.expect("people");
    assert_eq!(
        organizations(&desk).await[&ids[0]].label,
        "Mistaken",
        "a person's word is all there is again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_was_looked_at_does_not_outlive_what_it_rests_on() {
    let (desk, _) = unlisted().await;
    let draft = drafting::csv(&desk, "Email,Role,Organization\nann@x.example,Customer,Brand New\n").await;
    assert_eq!(rows_of(&desk.check(&draft).await, RowClass::Problem), 1);
    told(&desk, "one.csv", "Id,Name\nbrand-new,Brand New\n").await.expect("taken");
    assert_eq!(desk.check(&draft).await.invites, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_follow_what_kind_of_organization_a_file_tells() {
    let (desk, _) = unlisted().await;
    let thresholds = Thresholds { count_customer_roles: true, ..Thresholds::default() };
    desk.app.save_thresholds(thresholds).await.expect("kept");
    let in_customers = async || {
        let view = desk.app.findings(desk.profile.clone()).await.expect("findings");
        view.findings.iter().any(|finding| finding.rule == Rule::PrivilegedInCustomer)
    };
    assert!(!in_customers().await, "nobody knows which organizations are customers");
    let rows: String =
        organizations(&desk).await.keys().map(|id| format!("{id},Name of {id},Customer\n")).collect();
    told(&desk, "kinds.csv", &format!("Id,Name,Type\n{rows}")).await.expect("taken");
    assert!(in_customers().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_list_of_organizations_changes_nothing() {
    let (desk, _) = unlisted().await;
    for (name, text) in
        [("names.csv", "Contoso\nFabrikam\n"), ("empty.csv", ""), ("headers.csv", "Id,Name\n")]
    {
        let refused = told(&desk, name, text).await.expect_err(name);
        assert_eq!(refused.code, ErrorCode::FileRefused, "{name}: {refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_lies_on_the_disk_encrypted_and_is_forgotten_with_the_platform() {
    let (desk, _) = unlisted().await;
    told(&desk, "one.csv", "Id,Name\nbrand-new,Unmistakable Holding\n").await.expect("taken");
    let folder = desk.folder.path().join("profiles").join(&desk.profile);
    for entry in std::fs::read_dir(&folder).expect("its folder") {
        let bytes = std::fs::read(entry.expect("a file").path()).expect("bytes");
        assert!(!bytes.windows(12).any(|part| part == b"Unmistakable"), "a name lies there in the open");
    }
    desk.app.forget_platform(desk.profile.clone(), true).await.expect("forgotten");
    assert!(!folder.exists());
}
