//! What an OpenAPI document says.

use crate::desk::Desk;

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/openapi/apim-directory.yaml");
const SCIM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/openapi/github-scim.json");
const PETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/openapi/petstore.json");
const OLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/openapi/okta-swagger2.json");

#[test]
fn a_document_is_told_as_text_as_json_and_as_overrides_that_can_be_checked() {
    let desk = Desk::new();
    let text = desk.run(&["openapi", DIRECTORY]).ends_with(0).stdout;
    assert!(
        text.contains("users: GET /tenants/{tenantId}/people") && text.contains("organizations: not found"),
        "{text}"
    );
    let document = desk.run(&["openapi", DIRECTORY, "--json"]).ends_with(0).document("openapi");
    let overrides = desk.run(&["openapi", DIRECTORY, "--overrides"]).ends_with(0).stdout;
    assert_eq!(document["proposal"]["overrides"], overrides.as_str());
    let file = desk.file("overrides.toml", &overrides);
    desk.run(&["description", "check", &file]).ends_with(0);
}

#[test]
fn the_kind_of_platform_is_recognised_told_and_can_be_named() {
    let desk = Desk::new();
    let text = desk.run(&["openapi", SCIM]).ends_with(0).stdout;
    assert!(text.contains("Compared with: SCIM 2.0, --kind scim2"), "{text}");
    assert!(text.contains("speaks of application/scim+json"), "{text}");
    let overrides = desk.run(&["openapi", SCIM, "--overrides"]).ends_with(0).stdout;
    let file = desk.file("scim.toml", &overrides);
    desk.run(&["description", "check", &file, "--base", "scim2"]).ends_with(0);
    let text = desk.run(&["openapi", SCIM, "--kind", "appxite"]).stdout;
    assert!(text.contains("Compared with: AppXite, --kind appxite (as you say)"), "{text}");
    let text = desk.run(&["openapi", DIRECTORY]).stdout;
    assert!(text.contains("no kind is recognised"), "{text}");
    desk.run(&["openapi", SCIM, "--kind", "sap"]).ends_with(1);
}

#[test]
fn a_persons_word_on_a_call_is_taken_or_refused() {
    let desk = Desk::new();
    let without =
        desk.run(&["openapi", DIRECTORY, "--call", "roles=", "--json"]).ends_with(3).document("openapi");
    assert_eq!(without["proposal"]["operations"][1]["chosen"], serde_json::Value::Null);
    desk.run(&["openapi", DIRECTORY, "--call", "roles=GET /nowhere"]).ends_with(2);
    desk.run(&["openapi", DIRECTORY, "--call", "pets=GET /nowhere"]).ends_with(2);
}

#[test]
fn a_strangers_document_is_not_found_and_an_old_one_is_refused_with_a_sentence() {
    let desk = Desk::new();
    let pets = desk.run(&["openapi", PETS, "--json"]).ends_with(3).document("openapi");
    assert_eq!(pets["proposal"]["overrides"], "");
    let text = desk.run(&["openapi", PETS]).ends_with(3).stdout;
    for call in ["users", "roles", "identity-providers", "organizations", "invite"] {
        assert!(text.contains(&format!("\n{call}: not found\n\n")), "{call}, and nothing of it: {text}");
    }
    assert!(
        text.ends_with(
            "None of the calls that Rollcall needs was found in it, so nothing is taken from it.\n"
        ),
        "{text}"
    );
    let refused = desk.run(&["openapi", OLD]).ends_with(1);
    assert!(refused.stderr.contains("Swagger 2.0") && refused.stdout.is_empty(), "{}", refused.stderr);
}
