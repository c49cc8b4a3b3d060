//! Which kind of platform a document is about, and what follows from that.

use crate::{chosen, proposed_as, read, table};
use rollcall_openapi::{Call, Choice, Document, Proposal};
use serde_json::{Value, json};
use toml::Table;

/// Documents of SCIM services, by other people.
const SCIM: [&str; 2] = ["github-scim.json", "docker-hub.json"];

const OTHERS: [&str; 23] = [
    "the sandbox's",
    "apim-users.json",
    "apim-directory.yaml",
    "apideck-crm.json",
    "apim-gateway.json",
    "apim-gateway.yaml",
    "crew.yaml",
    "discourse.json",
    "scalar-galaxy.yaml",
    "cyclic.json",
    "empty.yaml",
    "external.yaml",
    "gitea.json",
    "github-members.json",
    "google-directory.json",
    "keycloak-admin.json",
    "launchdarkly.json",
    "members-without-mail.yaml",
    "netbox.json",
    "petstore.json",
    "qualpay.json",
    "velopayments.json",
    "weather.yaml",
];

fn overrides(proposal: &Proposal) -> Table {
    proposal.overrides.parse().unwrap_or_else(|problem| panic!("{problem}\n{}", proposal.overrides))
}

#[test]
fn a_service_of_scim_is_known_by_what_it_says_and_nobody_else_is() {
    for name in SCIM {
        let signs = proposed_as("scim2", name, &[]).signs;
        assert!(signs.iter().any(|sign| sign.contains("application/scim+json")), "{name}: {signs:?}");
        assert_eq!(proposed_as("appxite", name, &[]).signs, Vec::<String>::new(), "{name}");
    }
    let signs = proposed_as("scim2", "docker-hub.json", &[]).signs;
    assert!(signs.iter().any(|sign| sign.contains("/ResourceTypes lies beside")), "{signs:?}");
    for name in OTHERS.into_iter().chain(["search.yaml"]) {
        assert_eq!(proposed_as("scim2", name, &[]).signs, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_document_that_can_be_read_is_held_against_the_signs() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/openapi");
    for entry in std::fs::read_dir(folder).expect("the documents") {
        let name = entry.expect("a file").file_name().into_string().expect("a plain name");
        let is_readable = !name.ends_with(".md") && read(&name).is_ok();
        let is_listed = SCIM.iter().chain(&OTHERS).chain(&["search.yaml"]).any(|known| *known == name);
        assert_eq!(is_readable, is_listed, "{name}");
    }
}

#[test]
fn a_path_that_every_call_begins_with_becomes_part_of_the_address() {
    let proposal = proposed_as("scim2", "docker-hub.json", &[]);
    assert_eq!(proposal.base_urls[0], "https://hub.docker.com/v2/scim/2.0");
    assert_eq!(chosen(&proposal, Call::Users), Some("GET /v2/scim/2.0/Users"));
    assert_eq!(chosen(&proposal, Call::Invite), Some("POST /v2/scim/2.0/Users"));
    let table = overrides(&proposal);
    assert!(!proposal.overrides.contains("path"), "the built-in paths hold:\n{}", proposal.overrides);
    assert_eq!(table["calls"]["users"]["paging"]["max"].as_integer(), Some(200), "{table}");
    assert_eq!(table["calls"]["users"]["paging"].as_table().map(Table::len), Some(2), "size and most alone");
}

#[test]
fn a_path_with_an_id_stands_before_every_path_of_the_kind() {
    let proposal = proposed_as("scim2", "github-scim.json", &[]);
    let table = overrides(&proposal);
    let path = |call: &str| table["calls"][call]["path"].as_str().map(str::to_owned);
    for (call, own) in
        [("users", "Users"), ("user_by_email", "Users"), ("roles", "Groups"), ("invite", "Users")]
    {
        assert_eq!(path(call), Some(format!("/scim/v2/enterprises/{{id}}/{own}")), "{call}");
    }
    let then = table["calls"]["invite"]["then"]["path"].as_str();
    assert_eq!(then, Some("/scim/v2/enterprises/{id}/Groups/{roleId}"));
    assert_eq!(
        table["calls"]["invite"].as_table().map(Table::len),
        Some(2),
        "the template is the kind's own"
    );
    assert_eq!(table.get("fields"), None, "its fields stand where the kind has them: {table}");
}

#[test]
fn what_a_service_asks_for_beyond_its_kind_is_said() {
    let doubts = proposed_as("scim2", "github-scim.json", &[]).doubts.join("\n");
    assert!(doubts.contains("externalId"), "{doubts}");
    for known in ["userName", "schemas", "emails", "takes a role"] {
        assert!(!doubts.contains(known), "{known}: {doubts}");
    }
}

#[test]
fn a_call_that_stands_where_the_kind_has_it_is_found_however_little_is_said_of_it() {
    let answer = json!({ "200": { "description": "ok", "content": { "application/scim+json": {} } } });
    let document = json!({
        "openapi": "3.0.0", "info": { "title": "x", "version": "1" },
        "paths": {
            "/scim/Users": { "get": { "responses": answer }, "post": { "responses": {} } },
            "/scim/Groups": { "get": { "responses": answer } },
            "/scim/Schemas": { "get": { "responses": answer } },
        }
    });
    let proposal = document_of(&document).propose(&table("scim2"), &[]);
    assert_eq!(chosen(&proposal, Call::Users), Some("GET /scim/Users"));
    assert_eq!(chosen(&proposal, Call::Roles), Some("GET /scim/Groups"));
    assert_eq!(chosen(&proposal, Call::Invite), Some("POST /scim/Users"));
    assert!(proposal.calls[0].candidates[0].reasons.contains(&"SCIM 2.0 has it there".to_owned()));
    // Without an address in the document the person enters one, and the document's paths lie under that.
    assert_eq!(overrides(&proposal)["calls"]["users"]["path"].as_str(), Some("/scim/Users"));
    assert!(!proposal.overrides.contains("paging"), "the kind's own paging holds:\n{}", proposal.overrides);
}

#[test]
fn a_platform_that_has_scim_beside_its_own_list_is_spoken_to_by_its_own() {
    let mut document: Value = serde_json::from_slice(&crate::bytes("apim-users.json")).expect("JSON");
    let answer = json!({ "200": { "description": "ok", "content": { "application/scim+json": { "schema": {
        "properties": { "schemas": { "enum": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"] } }
    } } } } });
    document["paths"]["/scim/v2/Users"] = json!({ "get": { "responses": answer } });
    document["info"]["description"] = "urn:ietf:params:scim:schemas:core:2.0:User is spoken as well".into();
    let read = document_of(&document);
    let proposal = read.propose(&table("scim2"), &[]);
    assert_eq!((chosen(&proposal, Call::Users), proposal.signs.len()), (Some("GET /Users"), 0));
}

#[test]
fn a_persons_word_on_the_list_of_users_decides_the_kind_too() {
    let elsewhere = Choice { call: Call::Users, operation: Some("GET /nowhere".into()) };
    assert!(!proposed_as("scim2", "docker-hub.json", &[]).signs.is_empty());
    let proposal = proposed_as("scim2", "docker-hub.json", &[elsewhere]);
    assert_eq!(chosen(&proposal, Call::Users), None);
}

#[test]
fn a_title_or_an_address_may_be_the_sign() {
    let titled = |title: &str, server: &str| {
        let document = json!({
            "openapi": "3.0.0", "info": { "title": title, "version": "1" }, "servers": [{ "url": server }], "paths": {}
        });
        document_of(&document).propose(&table("appxite"), &[]).signs.len()
    };
    assert_eq!(titled("AppXite Users", "https://x.example"), 1);
    assert_eq!(titled("Users", "https://api.appxite.example"), 1);
    assert_eq!(titled("Users", "https://x.example"), 0);
}

fn document_of(value: &Value) -> Document {
    Document::read(value.to_string().as_bytes()).expect("a document")
}
