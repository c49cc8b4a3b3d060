//! For each document, what is found in it and what is not.

use crate::{bytes, chosen, proposed, proposed_as, read};
use rollcall_openapi::{Call, Choice, Refused, claims_to_be};

/// A document, and users, roles, identity providers, organizations and invitation in it; `-` is not found.
const FOUND: [(&str, [&str; 5]); 21] = [
    (
        "the sandbox's",
        [
            "GET /api/v2/users",
            "GET /api/v2/roles",
            "GET /api/v2/identity-providers",
            "GET /api/v2/organizations/details/{id}",
            "POST /api/v2/users/invite",
        ],
    ),
    (
        "apim-users.json",
        ["GET /Users", "GET /Groups/Roles", "GET /IdentityProviders", "-", "POST /Users/Invite"],
    ),
    (
        "apim-directory.yaml",
        [
            "GET /tenants/{tenantId}/people",
            "GET /tenants/{tenantId}/roles",
            "-",
            "-",
            "POST /tenants/{tenantId}/invitations",
        ],
    ),
    ("apim-gateway.json", GATEWAY),
    ("apim-gateway.yaml", GATEWAY),
    (
        "crew.yaml",
        [
            "GET /organization/users",
            "GET /organization/roles",
            "GET /organization/identity_providers",
            "-",
            "POST /organization/invites",
        ],
    ),
    // Its list of users is one of several, told apart by a word in the path that no connection has.
    ("discourse.json", ["-", "-", "-", "-", "POST /invites.json"]),
    (
        "github-scim.json",
        [
            "GET /scim/v2/enterprises/{enterprise}/Users",
            "GET /scim/v2/enterprises/{enterprise}/Groups",
            "-",
            "-",
            // It asks for what an invitation does not know.
            "-",
        ],
    ),
    (
        "github-members.json",
        [
            "GET /orgs/{org}/members",
            "GET /orgs/{org}/organization-roles",
            "-",
            "-",
            "POST /orgs/{org}/invitations",
        ],
    ),
    (
        "keycloak-admin.json",
        [
            "GET /{realm}/users",
            "GET /{realm}/roles",
            "GET /{realm}/identity-provider/instances",
            "-",
            "POST /{realm}/users",
        ],
    ),
    ("gitea.json", ["GET /admin/users", "-", "-", "GET /admin/orgs", "-"]),
    ("launchdarkly.json", ["GET /members", "GET /roles", "-", "-", "POST /members"]),
    // Roles of racks and addresses are none of people's.
    ("netbox.json", ["GET /users/users/", "GET /users/groups/", "-", "-", "-"]),
    // A payment service whose portal has users of its own; inviting one needs a telephone number.
    ("velopayments.json", ["GET /v2/users", "-", "-", "-", "-"]),
    ("scalar-galaxy.yaml", ["-"; 5]),
    ("petstore.json", ["-"; 5]),
    ("qualpay.json", ["-"; 5]),
    ("weather.yaml", ["-"; 5]),
    ("members-without-mail.yaml", ["-"; 5]),
    ("empty.yaml", ["-"; 5]),
    ("external.yaml", ["-"; 5]),
];

/// A gateway's export, as JSON and as YAML.
const GATEWAY: [&str; 5] = ["GET /users", "GET /roles", "GET /identity-providers", "-", "POST /users/invite"];

/// Documents that have nothing to do with people who have accounts.
const STRANGERS: [&str; 4] = ["petstore.json", "qualpay.json", "scalar-galaxy.yaml", "weather.yaml"];

/// Whether a document was refused for one reason.
type Is = fn(&Refused) -> bool;

#[test]
fn what_is_certain_is_found_and_nothing_else() {
    for (name, expected) in FOUND {
        let proposal = proposed(name, &[]);
        let found: Vec<&str> =
            Call::ALL.into_iter().map(|call| chosen(&proposal, call).unwrap_or("-")).collect();
        assert_eq!(found, expected, "{name}");
        if expected == ["-"; 5] {
            assert_eq!(proposal.overrides, "", "{name} changes nothing");
        }
    }
}

#[test]
fn each_thing_that_is_found_says_why() {
    for (name, _) in FOUND {
        for found in proposed(name, &[]).calls {
            for one in &found.candidates {
                assert!(!one.reasons.is_empty() && one.certainty <= 100, "{name}: {one:?}");
            }
            let sorted = found.candidates.is_sorted_by(|one, other| one.certainty >= other.certainty);
            assert!(sorted, "{name}: the likeliest stands first");
        }
    }
    let users = &proposed("apim-users.json", &[]).calls[0].candidates[0];
    assert!(users.reasons.iter().any(|reason| reason == "its path ends in /Users"), "{users:?}");
    assert!(users.reasons.iter().any(|reason| reason.contains("have an e-mail address")), "{users:?}");
}

#[test]
fn a_strangers_document_is_answered_with_not_found_and_with_nothing_else() {
    for name in STRANGERS {
        for kind in ["appxite", "scim2"] {
            let proposal = proposed_as(kind, name, &[]);
            for found in &proposal.calls {
                assert_eq!(found.chosen, None, "{name}, {kind}");
                assert_eq!((found.candidates.len(), found.places.len()), (0, 0), "{name}, {kind}: {found:?}");
            }
            assert_eq!(proposal.doubts, Vec::<String>::new(), "{name}, {kind}: of what is not there");
            assert_eq!((proposal.signs.len(), proposal.overrides.as_str()), (0, ""), "{name}, {kind}");
        }
    }
}

#[test]
fn a_document_of_one_entry_is_not_taken_for_a_list() {
    let doubts = proposed("discourse.json", &[]).doubts.join("\n");
    assert!(!doubts.contains("/admin/users/{id}.json"), "one user is no list without addresses: {doubts}");
}

#[test]
fn an_invitation_of_somebody_elses_platform_is_found_and_says_why() {
    let proposal = proposed("discourse.json", &[]);
    let invite = proposal.calls.iter().find(|found| found.call == Call::Invite).expect("told");
    let reasons = ["its path ends in an invitation", "it takes an e-mail address", "it takes a role"];
    assert_eq!(invite.candidates[0].reasons, reasons, "{invite:?}");
    let at =
        |field| invite.places.iter().find(|place| place.field == field).and_then(|place| place.at.as_deref());
    assert_eq!((at("email"), at("roles")), (Some("email"), Some("group_id")));
    for header in ["Api-Key", "Api-Username"] {
        assert!(proposal.doubts.iter().any(|doubt| doubt.contains(header)), "{:?}", proposal.doubts);
    }
}

#[test]
fn what_3_1_writes_otherwise_is_read_alike() {
    let proposal = proposed("crew.yaml", &[]);
    let place = |call, field: &str| {
        let found = proposal.calls.iter().find(|found| found.call == call).expect("told");
        found.places.iter().find(|place| place.field == field).and_then(|place| place.at.clone())
    };
    // Types that may be null, a reference with words beside it, a path that lies among the components.
    assert_eq!(place(Call::Users, "email").as_deref(), Some("email"));
    assert_eq!(place(Call::Users, "last_name").as_deref(), Some("last_name"));
    assert_eq!(place(Call::IdentityProviders, "enabled").as_deref(), Some("enabled"));
    let overrides: toml::Table = proposal.overrides.parse().expect("TOML");
    let person = overrides["calls"]["invite"]["person"].as_str().expect("a template");
    assert!(
        person.contains("\"role_id\": \"{roleId}\"") && person.contains("\"kind\": \"member\""),
        "{person}"
    );
    let paging = &overrides["calls"]["users"]["paging"];
    assert_eq!((paging["next"].as_str(), paging["page"].as_str()), (Some("next_cursor"), Some("after")));
    assert_eq!(proposal.doubts.iter().filter(|doubt| doubt.contains("does not hold")).count(), 0);
}

#[test]
fn a_document_that_can_not_be_used_says_what_to_do_instead() {
    let broken: [(&str, Is, &str); 5] = [
        ("okta-swagger2.json", |it| matches!(it, Refused::TooOld(_)), "OpenAPI 3"),
        ("cut.json", |it| matches!(it, Refused::Unreadable { line: Some(_), .. }), "once more"),
        ("tabs.yaml", |it| matches!(it, Refused::Unreadable { line: Some(3), .. }), "tab"),
        ("page.yaml", |it| matches!(it, Refused::Unreadable { .. } | Refused::NotOpenapi), "drop that"),
        ("bomb.yaml", |it| matches!(it, Refused::Endless), "JSON"),
    ];
    for (name, is_it, words) in broken {
        let refused = read(name).expect_err(name);
        assert!(is_it(&refused) && refused.to_string().contains(words), "{name}: {refused:?} {refused}");
    }
}

#[test]
fn versions_that_are_not_read_are_named() {
    let of =
        |version: &str| rollcall_openapi::Document::read(format!("{{\"openapi\":{version}}}").as_bytes());
    assert!(of("\"3.0.3\"").is_ok() && of("\"3.1.0\"").is_ok() && of("3.1").is_ok());
    assert_eq!(of("\"3.2.0\"").expect_err("newer"), Refused::Version("3.2.0".into()));
    assert_eq!(of("\"2.0\"").expect_err("older"), Refused::Version("2.0".into()));
    assert_eq!(rollcall_openapi::Document::read(b"{}").expect_err("nothing"), Refused::NotOpenapi);
}

#[test]
fn parts_that_lie_elsewhere_or_nowhere_are_said_and_not_followed() {
    let doubts = proposed("external.yaml", &[]).doubts.join("\n");
    assert!(doubts.contains("paths/users.yaml") && doubts.contains("does not open"), "{doubts}");
    let doubts = proposed("empty.yaml", &[]).doubts.join("\n");
    assert!(doubts.contains("no calls at all"), "{doubts}");
    let doubts = proposed("members-without-mail.yaml", &[]).doubts.join("\n");
    assert!(doubts.contains("GET /users lists entries without an e-mail address"), "{doubts}");
}

#[test]
fn circles_come_to_an_end() {
    let proposal = proposed("cyclic.json", &[]);
    assert_eq!(chosen(&proposal, Call::Users), Some("GET /users"));
}

#[test]
fn a_document_is_known_whole_or_broken_and_a_page_is_not_taken_for_one() {
    for name in ["apim-users.json", "apim-directory.yaml", "cut.json", "tabs.yaml", "okta-swagger2.json"] {
        assert!(claims_to_be(&bytes(name)), "{name}");
    }
    assert!(!claims_to_be(&bytes("page.yaml")));
    assert!(!claims_to_be(b"[openapi]\npath = 1") && !claims_to_be(b""));
}

#[test]
fn a_persons_word_is_taken_for_any_operation_that_might_be_it() {
    let choice = |call, operation: Option<&str>| Choice { call, operation: operation.map(str::to_owned) };
    let groups = proposed("keycloak-admin.json", &[choice(Call::Roles, Some("GET /{realm}/groups"))]);
    assert_eq!(chosen(&groups, Call::Roles), Some("GET /{realm}/groups"));
    assert!(groups.overrides.contains("path = \"/{id}/groups\""), "{}", groups.overrides);
    let nowhere = proposed("keycloak-admin.json", &[choice(Call::Roles, Some("GET /nowhere"))]);
    assert_eq!(chosen(&nowhere, Call::Roles), None);
    let uncertain = proposed("velopayments.json", &[choice(Call::Invite, Some("POST /v2/users/invite"))]);
    assert_eq!(chosen(&uncertain, Call::Invite), Some("POST /v2/users/invite"));
    assert!(uncertain.doubts.iter().any(|doubt| doubt.contains("smsNumber")), "{:?}", uncertain.doubts);
}

#[test]
fn a_person_who_says_that_there_is_no_such_call_takes_it_away() {
    let none = Choice { call: Call::IdentityProviders, operation: None };
    let proposal = proposed("apim-users.json", &[none]);
    let overrides: toml::Table = proposal.overrides.parse().expect("TOML");
    assert_eq!(overrides["calls"]["identity_providers"]["path"].as_str(), Some(""));
}
