//! Every field by its name and case.

use crate::visitor::{CONTOSO, PLATFORM, Visitor, open, person};
use serde_json::{Value, json};

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

const USER: [&str; 11] = [
    "Id",
    "Email",
    "FirstName",
    "LastName",
    "CreatedDate",
    "AccountState",
    "Accessibility",
    "GroupIds",
    "IdentityProviderId",
    "ExternalId",
    "OrganizationIds",
];

#[tokio::test]
async fn a_page_of_users_has_exactly_the_fields_of_the_contract() {
    let (_sandbox, visitor) = open(300).await;
    let body = visitor.page(1, 200).await;
    assert_eq!(keys(&body), ["Items", "Page", "PageSize", "TotalCount"]);
    assert_eq!(
        (&body["Page"], &body["PageSize"], &body["TotalCount"]),
        (&json!(1), &json!(200), &json!(313))
    );
    let items = body["Items"].as_array().expect("Items");
    assert_eq!(items.len(), 200);
    for user in items {
        assert_eq!(keys(user), USER);
        let state = user["AccountState"].as_str().expect("a word");
        assert!(["New", "Active", "Blocked"].contains(&state), "{state}");
        assert!(
            ["Full", "Restricted"].map(Value::from).contains(&user["Accessibility"])
                || user["Accessibility"].is_null()
        );
        assert!(user["ExternalId"].as_str().expect("an external id").contains('|'));
        user["CreatedDate"].as_str().expect("a text").parse::<jiff::Timestamp>().expect("RFC 3339");
    }
}

#[tokio::test]
async fn paging_has_defaults_and_ends_with_an_empty_page() {
    let (_sandbox, visitor) = open(400).await;
    let body = visitor.json(&format!("/api/v2/users?platformId={PLATFORM}")).await;
    assert_eq!((&body["Page"], &body["PageSize"]), (&json!(1), &json!(200)));
    let past = visitor.page(4, 200).await;
    assert_eq!((past["Items"].as_array().map(Vec::len), &past["TotalCount"]), (Some(0), &json!(413)));
    let far = visitor.page(u64::from(u32::MAX), 1_000).await;
    assert_eq!(far["Items"], json!([]));
}

#[tokio::test]
async fn roles_are_a_bare_array_in_pascal_case() {
    let (_sandbox, visitor) = open(0).await;
    let roles = visitor.json("/api/v2/roles").await;
    assert_eq!(roles.as_array().map(Vec::len), Some(15));
    assert_eq!(
        roles[0],
        json!({"Id": "d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9", "Name": "Customer", "Weight": 10})
    );
}

#[tokio::test]
async fn identity_providers_are_a_bare_array_for_a_platform_and_for_a_customer() {
    let (_sandbox, visitor) = open(0).await;
    let of_platform = visitor.json(&format!("/api/v2/identity-providers?platformId={PLATFORM}")).await;
    assert_eq!(of_platform.as_array().map(Vec::len), Some(5));
    assert_eq!(
        of_platform[4],
        json!({"Id": "7369b69f-fca0-5db6-bac5-68498bec85f5", "Name": "Legacy ADFS", "Prefix": "adfs", "Enabled": false})
    );
    let of_customer = visitor.json(&format!("/api/v2/identity-providers?customerId={CONTOSO}")).await;
    assert_eq!(of_customer, of_platform);
}

#[tokio::test]
async fn organizations_are_wrapped_and_in_camel_case() {
    let (_sandbox, visitor) = open(0).await;
    let body = visitor.json(&format!("/api/v2/organizations/details/{PLATFORM}?page=1&pageSize=200")).await;
    assert_eq!(keys(&body), ["items", "totalCount"]);
    assert_eq!((body["items"].as_array().map(Vec::len), &body["totalCount"]), (Some(29), &json!(29)));
    assert_eq!(
        body["items"][4],
        json!({"id": "2bf1fa05-eaa0-5987-a426-ee7eecbf2139", "name": "Amberline", "erpId": null,
               "type": "Seller", "parentId": "09b7ee8e-f724-5516-af21-3bc0e50aee83"})
    );
    assert_eq!(body["items"][0]["parentId"], Value::Null);
    let second = visitor.json(&format!("/api/v2/organizations/details/{PLATFORM}?page=2&pageSize=20")).await;
    assert_eq!((second["items"].as_array().map(Vec::len), &second["totalCount"]), (Some(9), &json!(29)));
    let branch = visitor.json("/api/v2/organizations/details/2bf1fa05-eaa0-5987-a426-ee7eecbf2139").await;
    assert_eq!(branch["totalCount"], 7, "Amberline and its six customers");
}

#[tokio::test]
async fn the_invite_answer_has_all_fields_for_both_outcomes() {
    let (_sandbox, visitor) = open(0).await;
    let results = visitor.results(vec![person("A@x.example"), person("ravi.menon@contoso.example")]).await;
    for result in &results {
        assert_eq!(keys(result), ["Email", "UserId", "Status", "Code", "Message"]);
    }
    assert_eq!((&results[0]["Email"], &results[0]["Status"]), (&json!("A@x.example"), &json!("Invited")));
    assert!(
        results[0]["UserId"].is_string() && results[0]["Code"].is_null() && results[0]["Message"].is_null()
    );
    assert_eq!((&results[1]["Status"], &results[1]["Code"]), (&json!("Refused"), &json!("AlreadyActive")));
    assert!(results[1]["UserId"].is_null() && results[1]["Message"].is_string());
}

#[tokio::test]
async fn the_token_answer_has_exactly_its_three_fields() {
    let (_sandbox, visitor) = open(0).await;
    let Visitor { info, .. } = &visitor;
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", info.client_id.as_str()),
        ("client_secret", info.client_secret.as_str()),
        ("audience", "https://api.example/"),
        ("scope", "users"),
    ];
    let answer = visitor.token(&form).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let body: Value = answer.json().await.expect("JSON");
    assert_eq!(keys(&body), ["access_token", "token_type", "expires_in"]);
    assert_eq!((&body["token_type"], &body["expires_in"]), (&json!("Bearer"), &json!(3600)));
}

#[tokio::test]
async fn a_mistake_in_a_query_is_told_with_its_place() {
    let (_sandbox, visitor) = open(0).await;
    for (path, place) in [
        (format!("/api/v2/users?platformId={PLATFORM}&page=0"), "page"),
        (format!("/api/v2/users?platformId={PLATFORM}&pageSize=1001"), "pageSize"),
        (format!("/api/v2/organizations/details/{PLATFORM}?pageSize=x"), "pageSize"),
        ("/api/v2/users".into(), "platformId"),
        (format!("/api/v2/users?platformId={PLATFORM}&customerId={CONTOSO}"), "customerId"),
        ("/api/v2/identity-providers".into(), "platformId"),
    ] {
        let answer = visitor.get(&path).await;
        assert_eq!(answer.status(), 400, "{path}");
        let body: Value = answer.json().await.expect("JSON");
        assert_eq!(body["code"], "BadRequest", "{path}");
        assert!(body["message"].is_string() && body["errors"][place][0].is_string(), "{path}: {body}");
    }
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let (_sandbox, visitor) = open(0).await;
    for path in [
        "/api/v2/users?platformId=00000000-0000-0000-0000-000000000000",
        "/api/v2/users?customerId=nobody",
        "/api/v2/identity-providers?customerId=nobody",
        "/api/v2/organizations/details/nobody",
    ] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status(), 404, "{path}");
        let body: Value = answer.json().await.expect("JSON");
        assert_eq!(body["code"], "NotFound", "{path}");
    }
}

#[tokio::test]
async fn the_first_line_for_people_who_connect_has_its_seven_fields() {
    let (_sandbox, visitor) = open(0).await;
    let line = serde_json::to_value(&visitor.info).expect("JSON");
    let expected =
        ["baseUrl", "tokenUrl", "subscriptionKey", "clientId", "clientSecret", "token", "platformId"];
    assert_eq!(keys(&line), expected);
    assert_eq!(line["platformId"], PLATFORM);
    let shown = format!("{:?}", visitor.info);
    for secret in ["subscriptionKey", "clientSecret", "token"] {
        assert!(!shown.contains(line[secret].as_str().expect("a text")), "{secret} is shown");
    }
}
