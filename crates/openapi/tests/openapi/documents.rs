//! For each document, what is found in it and what is not.

use crate::{bytes, chosen, proposed, read};
use rollcall_openapi::{Call, Choice, Refused, claims_to_be};

/// A document, and users, roles, identity providers, organizations and invitation in it; `-` is not found.
const FOUND: [(&str, [&str; 5]); 16] = [
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
    ("petstore.json", ["-"; 5]),
    ("qualpay.json", ["-"; 5]),
    ("weather.yaml", ["-"; 5]),
    ("members-without-mail.yaml", ["-"; 5]),
    ("empty.yaml", ["-"; 5]),
    ("external.yaml", ["-"; 5]),
];

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
