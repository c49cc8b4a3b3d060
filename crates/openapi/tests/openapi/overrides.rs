//! What a description would have to say differently.

use crate::{base, chosen, proposed};
use rollcall_openapi::{Call, Choice};
use toml::{Table, Value};

fn overrides(name: &str) -> Table {
    proposed(name, &[]).overrides.parse().unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

fn at<'t>(table: &'t Table, place: &str) -> Option<&'t Value> {
    let (first, rest) = place.split_once('.').map_or((place, None), |(first, rest)| (first, Some(rest)));
    let value = table.get(first)?;
    match rest {
        None => Some(value),
        Some(rest) => at(value.as_table()?, rest),
    }
}

#[track_caller]
fn says(table: &Table, place: &str, expected: impl Into<Value>) {
    assert_eq!(at(table, place), Some(&expected.into()), "{place} in\n{table}");
}

fn template(table: &Table, place: &str) -> serde_json::Value {
    serde_json::from_str(at(table, place).and_then(Value::as_str).unwrap_or_default()).expect("JSON")
}

#[test]
fn what_the_built_in_description_says_already_is_not_said_again() {
    assert_eq!(proposed("the sandbox's", &[]).overrides, "");
}

#[test]
fn an_export_of_a_gateway_becomes_paths_paging_headers_and_templates() {
    let table = overrides("apim-users.json");
    says(&table, "batch_limit", 50);
    says(&table, "headers.api-version", "3.1");
    says(&table, "calls.users.path", "/Users");
    says(&table, "calls.users.paging.page", "pageIndex");
    says(&table, "calls.users.paging.first", 0);
    says(&table, "calls.users.paging.max", 500);
    says(&table, "calls.users.paging.stable_order", false);
    assert_eq!(at(&table, "calls.users.paging.page_size"), None, "it is called as in the built-in one");
    says(&table, "fields.user.email", vec!["loginEmail"]);
    assert_eq!(at(&table, "fields.user.id"), None, "userId is found anyway");
    says(&table, "calls.invite.invited", vec!["Sent"]);
    says(&table, "calls.invite.refused", vec!["Rejected"]);
    assert_eq!(template(&table, "calls.invite.body"), serde_json::json!({ "users": ["{people}"] }));
    let person = template(&table, "calls.invite.person");
    assert_eq!(person["groupId"], "{roleId:number}");
    assert_eq!(person["organizationIds"], serde_json::json!(["{organizationIds}"]));
}

#[test]
fn a_nested_record_becomes_json_pointers_and_a_truth_value_a_state() {
    let table = overrides("apim-directory.yaml");
    says(&table, "fields.user.email", vec!["/contact/mail"]);
    says(&table, "fields.user.first_name", vec!["/name/givenName"]);
    says(&table, "states.true", "Active");
    says(&table, "states.false", "Blocked");
    says(&table, "subscription_key_header", "X-Directory-Key");
    says(&table, "calls.users.path", "/tenants/{id}/people");
    says(&table, "calls.users.query.api-version", "2025-06-01");
    says(&table, "calls.users.paging.style", "offset");
    says(&table, "calls.users.paging.max", 250);
    says(&table, "calls.users.scope.platform", "");
    says(&table, "calls.invite.body", "\"{person}\"");
    let person = template(&table, "calls.invite.person");
    assert_eq!(person["contact"]["mail"], "{email}");
    assert_eq!((&person["roles"], &person["sendMail"]), (&serde_json::json!(["{roleId}"]), &true.into()));
}

#[test]
fn the_first_of_several_addresses_is_pointed_at() {
    let table = overrides("github-scim.json");
    says(&table, "fields.user.email", vec!["/emails/0/value"]);
    says(&table, "fields.user.created", vec!["/meta/created"]);
    says(&table, "calls.roles.paging.page", "startIndex");
    says(&table, "calls.roles.paging.first", 1);
}

#[test]
fn lists_and_totals_under_other_names_are_added_before_the_known_ones() {
    let table = overrides("velopayments.json");
    let lists = at(&table, "answers.lists").and_then(Value::as_array).expect("lists");
    assert_eq!((lists[0].as_str(), lists[1].as_str()), (Some("content"), Some("Items")));
    let totals = at(&table, "answers.totals").and_then(Value::as_array).expect("totals");
    assert_eq!(totals[0].as_str(), Some("totalElements"));
    says(&table, "states.PENDING", "New");
}

#[test]
fn a_role_is_given_once_and_people_stand_in_a_bare_list() {
    let table = overrides("launchdarkly.json");
    assert_eq!(template(&table, "calls.invite.body"), serde_json::json!(["{people}"]));
    let person = template(&table, "calls.invite.person");
    assert_eq!(person.to_string().matches("{roleId}").count(), 1, "{person}");
}

#[test]
fn ways_to_sign_in_are_told_and_headers_of_other_things_are_no_key() {
    let sign_in = proposed("apim-directory.yaml", &[]).sign_in;
    assert_eq!(sign_in.issuer.as_deref(), Some("https://login.fabrikam.example"));
    assert_eq!(sign_in.token_url.as_deref(), Some("https://login.fabrikam.example/token"));
    assert_eq!(sign_in.authorize_url.as_deref(), Some("https://login.fabrikam.example/authorize"));
    assert_eq!(sign_in.scopes, ["People.Read", "People.Invite"]);
    assert_eq!(proposed("gitea.json", &[]).sign_in.key_header, None, "Sudo is no key");
    assert_eq!(
        proposed("apim-users.json", &[]).sign_in.key_header.as_deref(),
        Some("Ocp-Apim-Subscription-Key")
    );
}

#[test]
fn addresses_are_whole_filled_in_and_the_likeliest_stands_first() {
    assert_eq!(proposed("apim-directory.yaml", &[]).base_urls, ["https://api.fabrikam.example/directory"]);
    assert_eq!(proposed("velopayments.json", &[]).base_urls[0], "https://api.payouts.velopayments.com");
    assert_eq!(proposed("the sandbox's", &[]).base_urls, Vec::<String>::new(), "a path alone is no address");
}

#[test]
fn a_header_without_a_value_is_asked_of_the_person() {
    let doubts = proposed("apim-users.json", &[]).doubts;
    assert!(doubts.iter().any(|doubt| doubt.contains("header Referer")), "{doubts:?}");
}

#[test]
fn one_choice_is_judged_with_the_others() {
    // Whoever says that the members are the users makes what adds a member the invitation.
    let members = Choice { call: Call::Users, operation: Some("GET /orgs/{org}/members".into()) };
    let proposal = proposed("gitea.json", &[members]);
    assert_eq!(chosen(&proposal, Call::Users), Some("GET /orgs/{org}/members"));
    assert!(proposal.overrides.contains("/orgs/{id}/members"), "{}", proposal.overrides);
}

#[test]
fn everything_that_is_said_has_a_place_in_the_built_in_description_or_is_a_known_optional_one() {
    const OPTIONAL: [&str; 6] = ["method", "query", "results", "scope", "paging", "states"];
    fn check(said: &Table, known: &Table, above: &str) {
        for (key, value) in said {
            let place = format!("{above}.{key}");
            let free = OPTIONAL.iter().any(|word| place.contains(word)) || above == ".headers";
            assert!(free || known.contains_key(key), "{place}");
            if let (Value::Table(said), Some(Value::Table(known))) = (value, known.get(key)) {
                check(said, known, &place);
            }
        }
    }
    for name in
        ["apim-users.json", "apim-directory.yaml", "github-scim.json", "keycloak-admin.json", "netbox.json"]
    {
        check(&overrides(name), &base(), "");
    }
}
