//! What inviting does, and whom it refuses.

use crate::visitor::{
    CONTOSO, CUSTOMER, CUSTOMER_ADMIN, DISTRIBUTOR_ADMIN, FABRIKAM, LEGACY_ADFS, PLATFORM, SUPER_ADMIN,
    WORK_EMAIL, open, people, person,
};
use serde_json::{Value, json};

fn changed(field: &str, value: Value) -> Value {
    let mut user = person("paul@x.example");
    user[field] = value;
    user
}

#[tokio::test]
async fn an_invited_person_is_listed_at_once_as_new() {
    let (sandbox, visitor) = open(500).await;
    let before = visitor.page(1, 1).await["TotalCount"].as_u64().expect("a number");
    let results = visitor.results(vec![person("Paul.Smith@X.example")]).await;
    let listed = visitor.find("Paul.Smith@X.example").await.expect("listed");
    assert_eq!(listed["Id"], results[0]["UserId"]);
    assert_eq!((&listed["AccountState"], &listed["Accessibility"]), (&json!("New"), &Value::Null));
    assert_eq!((&listed["FirstName"], &listed["LastName"]), (&json!("Paul"), &json!("Smith")));
    assert_eq!((&listed["GroupIds"], &listed["OrganizationIds"]), (&json!([CUSTOMER]), &json!([CONTOSO])));
    assert_eq!(listed["IdentityProviderId"], WORK_EMAIL);
    assert!(listed["ExternalId"].as_str().expect("a text").starts_with("waad|"));
    let of_contoso = visitor.everybody(&format!("customerId={CONTOSO}"), 100).await;
    assert!(of_contoso.contains(&listed), "not in the list of the organization");
    assert_eq!(visitor.page(1, 1).await["TotalCount"], before + 1);
    let truth = sandbox.ground_truth();
    assert_eq!((truth.effects.len(), truth.effects[0].email.as_str()), (1, "Paul.Smith@X.example"));
}

#[tokio::test]
async fn each_bad_value_refuses_its_person_alone_with_its_code() {
    let (sandbox, visitor) = open(0).await;
    let email = |email: &str| person(email);
    let cases = vec![
        ("InvalidEmail", email("not-an-address")),
        ("InvalidEmail", email("")),
        ("AlreadyActive", email("RAVI.Menon@contoso.example")),
        ("UserBlocked", email("sofia.rossi@fabrikam.example")),
        ("UnknownRole", changed("GroupId", json!("nothing"))),
        ("UnknownIdentityProvider", changed("IdentityProviderId", json!(CONTOSO))),
        ("IdentityProviderDisabled", changed("IdentityProviderId", json!(LEGACY_ADFS))),
        ("UnknownOrganization", changed("OrganizationIds", json!([CONTOSO, "nowhere"]))),
        ("UnknownOrganization", changed("OrganizationIds", json!([]))),
        ("RoleAboveYours", changed("GroupId", json!(SUPER_ADMIN))),
    ];
    let mut users: Vec<Value> = cases.iter().map(|(_, user)| user.clone()).collect();
    users.push(person("fine@x.example"));
    let results = visitor.results(users).await;
    for ((code, user), result) in cases.iter().zip(&results) {
        assert_eq!((&result["Status"], &result["Code"]), (&json!("Refused"), &json!(code)), "{user}");
        assert!(result["Message"].as_str().is_some_and(|m| !m.is_empty()), "{result}");
    }
    assert_eq!(results.last().map(|r| &r["Status"]), Some(&json!("Invited")));
    let effects = sandbox.ground_truth().effects;
    assert_eq!(effects.iter().map(|e| e.email.as_str()).collect::<Vec<_>>(), ["fine@x.example"]);
}

#[tokio::test]
async fn the_callers_own_role_can_be_given() {
    let (_sandbox, visitor) = open(0).await;
    let results = visitor.results(vec![changed("GroupId", json!(DISTRIBUTOR_ADMIN))]).await;
    assert_eq!(results[0]["Status"], "Invited");
}

#[tokio::test]
async fn names_and_provider_may_be_left_out() {
    let (_sandbox, visitor) = open(0).await;
    let bare = json!({"Email": "bare@x.example", "GroupId": CUSTOMER, "OrganizationIds": [CONTOSO]});
    assert_eq!(visitor.results(vec![bare]).await[0]["Status"], "Invited");
    let listed = visitor.find("bare@x.example").await.expect("listed");
    assert_eq!((&listed["FirstName"], &listed["LastName"]), (&json!(""), &json!("")));
    assert_eq!(
        listed["IdentityProviderId"], "73e97721-32e2-543f-9605-008d24dd211a",
        "the first that is enabled"
    );
}

#[tokio::test]
async fn inviting_a_new_person_again_starts_the_date_anew_and_gives_the_new_role() {
    let (sandbox, visitor) = open(0).await;
    let email = "chloe.dubois@contoso.example";
    let before = visitor.find(email).await.expect("a fixed person");
    let again = json!({"Email": "CHLOE.Dubois@contoso.example", "GroupId": CUSTOMER_ADMIN, "OrganizationIds": [FABRIKAM]});
    let results = visitor.results(vec![again.clone(), again]).await;
    assert_eq!((&results[1]["Status"], &results[1]["UserId"]), (&json!("Invited"), &before["Id"]));
    let after = visitor.find(email).await.expect("the same person");
    let date = |user: &Value| {
        user["CreatedDate"].as_str().expect("a date").parse::<jiff::Timestamp>().expect("RFC 3339")
    };
    assert!(date(&after) > date(&before), "{after}");
    assert_eq!(
        (&after["GroupIds"], &after["OrganizationIds"]),
        (&json!([CUSTOMER_ADMIN]), &json!([FABRIKAM]))
    );
    assert_eq!((&after["FirstName"], &after["AccountState"]), (&before["FirstName"], &json!("New")));
    let counts: Vec<u32> = sandbox.ground_truth().effects.iter().map(|e| e.count).collect();
    assert_eq!(counts, [1, 2], "each mail is an effect");
    let of_contoso = visitor.everybody(&format!("customerId={CONTOSO}"), 100).await;
    assert!(of_contoso.iter().all(|u| u["Id"] != before["Id"]), "still listed where they were");
}

#[tokio::test]
async fn generated_people_are_recognised_too() {
    let (_sandbox, visitor) = open(2_000).await;
    let all = visitor.everybody(&format!("platformId={PLATFORM}"), 1_000).await;
    for (state, outcome) in [("Active", "AlreadyActive"), ("Blocked", "UserBlocked"), ("New", "")] {
        let known = all
            .iter()
            .filter(|u| u["AccountState"] == state)
            .find(|u| !["contoso", "fabrikam"].iter().any(|d| u["Email"].to_string().contains(d)))
            .expect("somebody");
        let email = known["Email"].as_str().expect("an address").to_uppercase();
        let result = &visitor.results(vec![person(&email)]).await[0];
        if outcome.is_empty() {
            assert_eq!((&result["Status"], &result["UserId"]), (&json!("Invited"), &known["Id"]));
        } else {
            assert_eq!(result["Code"], outcome, "{state}");
        }
    }
    assert_eq!(visitor.page(1, 1).await["TotalCount"], 2_013, "a known person was made twice");
}

#[tokio::test]
async fn a_hundred_people_fit_into_a_call_and_one_more_invites_nobody() {
    let (sandbox, visitor) = open(0).await;
    let answer = visitor.invite(people(101)).await;
    assert_eq!(answer.status(), 400);
    let body: Value = answer.json().await.expect("JSON");
    assert_eq!(body["code"], "BadRequest");
    assert!(body["errors"]["Users"][0].is_string(), "{body}");
    assert!(sandbox.ground_truth().effects.is_empty(), "a refused call had effects");
    assert_eq!(visitor.results(people(100)).await.len(), 100);
    assert_eq!(sandbox.ground_truth().effects.len(), 100);
}

#[tokio::test]
async fn a_malformed_person_invites_nobody_of_the_call() {
    let (sandbox, visitor) = open(0).await;
    let mut users = people(5);
    users[3].as_object_mut().expect("an object").remove("Email");
    let answer = visitor.invite(users).await;
    assert_eq!(answer.status(), 400);
    let body: Value = answer.json().await.expect("JSON");
    assert!(body["errors"]["Users[3].Email"][0].is_string(), "{body}");
    assert!(sandbox.ground_truth().effects.is_empty(), "a malformed call had effects");
}

#[tokio::test]
async fn the_same_address_gets_the_same_id_in_every_sandbox() {
    let (_one, first) = open(0).await;
    let (_two, second) = open(10).await;
    let a = first.results(vec![person("Paul@x.example")]).await;
    let b = second.results(vec![person("paul@X.EXAMPLE")]).await;
    assert_eq!(a[0]["UserId"], b[0]["UserId"]);
}

#[tokio::test]
async fn ids_are_understood_in_capitals_and_listed_as_they_are() {
    let (_sandbox, visitor) = open(0).await;
    let mut user = person("paul@x.example");
    user["GroupId"] = json!(CUSTOMER.to_uppercase());
    user["IdentityProviderId"] = json!(WORK_EMAIL.to_uppercase());
    user["OrganizationIds"] = json!([CONTOSO.to_uppercase()]);
    assert_eq!(visitor.results(vec![user]).await[0]["Status"], "Invited");
    let listed = visitor.find("paul@x.example").await.expect("listed");
    assert_eq!((&listed["GroupIds"], &listed["OrganizationIds"]), (&json!([CUSTOMER]), &json!([CONTOSO])));
    assert_eq!(listed["IdentityProviderId"], WORK_EMAIL);
}
