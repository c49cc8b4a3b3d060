//! Lists of any length, their order and their dates.

use crate::visitor::{CONTOSO, PLATFORM, Visitor, open, people, with};
use rollcall_sandbox::Options;
use serde_json::Value;
use std::collections::HashSet;

fn texts(users: &[Value], field: &str) -> Vec<String> {
    users.iter().map(|u| u[field].as_str().expect("a text").to_owned()).collect()
}

async fn items(visitor: &Visitor, page: u64, size: u64) -> Vec<Value> {
    visitor.page(page, size).await["Items"].as_array().expect("Items").clone()
}

#[tokio::test]
async fn a_million_people_are_paged_in_one_order_from_the_first_to_the_last() {
    let (_sandbox, visitor) = open(1_000_000).await;
    let mut ids = Vec::new();
    let mut emails = Vec::new();
    for page in [1, 2, 250, 500, 501, 999, 1_000, 1_001] {
        let users = items(&visitor, page, 1_000).await;
        assert_eq!(users.len(), if page == 1_001 { 13 } else { 1_000 }, "page {page}");
        ids.extend(texts(&users, "Id"));
        emails.extend(texts(&users, "Email").iter().map(|e| e.to_lowercase()));
    }
    assert!(ids.is_sorted_by(|a, b| a < b), "ids are not strictly ascending");
    let distinct: HashSet<&String> = emails.iter().collect();
    assert_eq!(distinct.len(), emails.len(), "an address twice");
    let again = items(&visitor, 500, 1_000).await;
    assert_eq!(texts(&again, "Id"), ids[3_000..4_000], "the same page differs");
}

#[tokio::test]
async fn pages_meet_without_gap_or_overlap_while_people_are_invited() {
    let (_sandbox, visitor) = open(3_000).await;
    visitor.results(people(100)).await;
    let large = visitor.everybody(&format!("platformId={PLATFORM}"), 1_000).await;
    let small = visitor.everybody(&format!("platformId={PLATFORM}"), 97).await;
    assert_eq!(large.len(), 3_113);
    assert!(large == small, "the size of the pages changes the list");
    assert!(texts(&large, "Id").is_sorted_by(|a, b| a < b), "ids are not strictly ascending");
}

#[tokio::test]
async fn an_organizations_people_are_those_who_say_so() {
    let (_sandbox, visitor) = open(2_400).await;
    let all = visitor.everybody(&format!("platformId={PLATFORM}"), 1_000).await;
    let told: Vec<Value> = all
        .into_iter()
        .filter(|u| u["OrganizationIds"].as_array().is_some_and(|o| o.iter().any(|id| id == CONTOSO)))
        .collect();
    let listed = visitor.everybody(&format!("customerId={CONTOSO}"), 30).await;
    assert!(!told.is_empty());
    assert!(listed == told, "{} listed, {} say so", listed.len(), told.len());
}

#[tokio::test]
async fn every_reference_of_a_person_leads_somewhere() {
    let (_sandbox, visitor) = open(2_400).await;
    let ids = |list: &Value, field: &str| -> HashSet<String> {
        texts(list.as_array().expect("a list"), field).into_iter().collect()
    };
    let roles = ids(&visitor.json("/api/v2/roles").await, "Id");
    let providers =
        ids(&visitor.json(&format!("/api/v2/identity-providers?platformId={PLATFORM}")).await, "Id");
    let organizations =
        ids(&visitor.json(&format!("/api/v2/organizations/details/{PLATFORM}")).await["items"], "id");
    let all_in = |user: &Value, field: &str, known: &HashSet<String>| {
        user[field]
            .as_array()
            .expect("a list")
            .iter()
            .all(|id| id.as_str().is_some_and(|id| known.contains(id)))
    };
    for user in visitor.everybody(&format!("platformId={PLATFORM}"), 1_000).await {
        assert!(all_in(&user, "GroupIds", &roles), "{user}");
        assert!(all_in(&user, "OrganizationIds", &organizations), "{user}");
        assert!(providers.contains(user["IdentityProviderId"].as_str().expect("a provider")), "{user}");
    }
}

#[tokio::test]
async fn names_of_many_scripts_come_with_plain_addresses() {
    let (_sandbox, visitor) = open(2_400).await;
    let all = visitor.everybody(&format!("platformId={PLATFORM}"), 1_000).await;
    let names: String = texts(&all, "FirstName").concat() + &texts(&all, "LastName").concat();
    for letter in ['ņ', 'ė', 'ß', 'é', 'ł', 'ễ', 'م', '王', 'ñ', 'ş', 'ø', 'Ш', 'Π'] {
        assert!(names.contains(letter), "no name has {letter}");
    }
    for email in texts(&all, "Email") {
        assert!(email.is_ascii() && email.ends_with(".example"), "{email}");
    }
}

#[tokio::test]
async fn dates_of_new_and_of_generated_people_move_with_the_day() {
    let on = async |today: &str| {
        let today = Some(today.parse().expect("a time"));
        let (_sandbox, visitor) = with(Options { users: 200, today, ..Options::default() }).await;
        visitor.everybody(&format!("platformId={PLATFORM}"), 1_000).await
    };
    let written = on("2026-11-23T23:00:00Z").await;
    let later = on("2026-12-03T01:00:00Z").await;
    let fixed = ["peter.novak@fabrikam.example", "ravi.menon@contoso.example"];
    for (a, b) in written.iter().zip(&later) {
        let date = |user: &Value| {
            user["CreatedDate"].as_str().expect("a date").parse::<jiff::Timestamp>().expect("RFC 3339")
        };
        let moved = date(b).duration_since(date(a)).as_hours() / 24;
        let email = a["Email"].as_str().expect("an address");
        let is_fixed = a["AccountState"] != "New" && email_is_fixed(email);
        assert_eq!(moved, if is_fixed { 0 } else { 10 }, "{email}");
        assert_eq!(a["Id"], b["Id"], "the day changes nothing else");
    }
    let date_of =
        |email: &str| written.iter().find(|u| u["Email"] == email).map(|u| u["CreatedDate"].clone());
    assert_eq!(
        date_of(fixed[0]),
        Some("2026-10-01T07:45:00Z".into()),
        "on its own day the world is as it is written"
    );
    assert_eq!(date_of(fixed[1]), Some("2024-01-19T10:30:00Z".into()));
}

fn email_is_fixed(email: &str) -> bool {
    let world: Value = serde_json::from_str(include_str!("../../data/world.json")).expect("the world");
    world["users"].as_array().expect("users").iter().any(|u| u["email"] == email)
}

#[tokio::test]
async fn today_some_invitations_have_lapsed_and_some_are_about_to() {
    let (_sandbox, visitor) = open(2_400).await;
    let now = jiff::Timestamp::now();
    let ages: Vec<i64> = visitor
        .everybody(&format!("platformId={PLATFORM}"), 1_000)
        .await
        .iter()
        .filter(|u| u["AccountState"] == "New")
        .map(|u| {
            now.duration_since(u["CreatedDate"].as_str().expect("a date").parse().expect("RFC 3339"))
                .as_hours()
        })
        .collect();
    assert!(ages.iter().all(|h| *h >= 0), "somebody was invited in the future");
    assert!(ages.iter().any(|h| (5 * 24..7 * 24).contains(h)), "none is about to lapse");
    assert!(ages.iter().any(|h| *h > 7 * 24), "none has lapsed");
}

#[tokio::test]
async fn a_world_of_ones_own_is_served_as_it_stands() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("world.json");
    let odd = "<script>alert(1)</script>\u{202e}=cmd|'/c calc'!A1";
    let mut world: Value = serde_json::from_str(include_str!("../../data/world.json")).expect("the world");
    world["roles"][0]["name"] = odd.into();
    world["organizations"][3]["name"] = odd.into();
    world["users"][0]["firstName"] = odd.into();
    world["users"][0]["accountState"] = "Suspended".into();
    std::fs::write(&file, world.to_string()).expect("a world file");
    let (_sandbox, visitor) = with(Options { users: 100, world: Some(file), ..Options::default() }).await;
    assert_eq!(visitor.json("/api/v2/roles").await[0]["Name"], odd);
    let anna = visitor.find("anna.ozola@nordlys.example").await.expect("a fixed person");
    assert_eq!((&anna["FirstName"], &anna["AccountState"]), (&odd.into(), &"Suspended".into()));
    let organizations = visitor.json(&format!("/api/v2/organizations/details/{PLATFORM}")).await;
    assert_eq!(organizations["items"][3]["name"], odd);
}

#[tokio::test]
async fn a_world_that_is_none_is_said_so() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("world.json");
    std::fs::write(&file, "{}").expect("a file");
    let started = rollcall_sandbox::start(Options { world: Some(file), ..Options::default() }).await;
    assert!(started.expect_err("no world").to_string().contains("world file"));
    let missing = Options { world: Some(dir.path().join("none.json")), ..Options::default() };
    assert!(rollcall_sandbox::start(missing).await.is_err());
}
