//! Bytes that nobody meant to be a document.

use crate::{base, bytes};
use proptest::prelude::*;
use rollcall_openapi::{Call, Choice, Document, LARGEST, Refused, claims_to_be};

const SEEDS: [&str; 6] =
    ["apim-users.json", "apim-directory.yaml", "cyclic.json", "external.yaml", "weather.yaml", "tabs.yaml"];

/// Whatever comes of it, it ends, and what is found is one of the document's operations.
fn survives(bytes: &[u8]) {
    claims_to_be(bytes);
    let Ok(document) = Document::read(bytes) else { return };
    let proposal = document.propose(&base(), &[Choice { call: Call::Roles, operation: None }]);
    proposal.overrides.parse::<toml::Table>().expect("overrides are TOML");
    for found in proposal.calls.iter().filter(|found| found.chosen.is_some()) {
        assert!(found.candidates.iter().any(|one| Some(&one.id) == found.chosen.as_ref()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        survives(&bytes);
    }

    #[test]
    fn any_text_after_the_word_is_read_or_refused(text in "[ -~\n]{0,400}", json in any::<bool>()) {
        let text = if json { format!("{{\"openapi\":\"3.0.0\",{text}") } else { format!("openapi: 3.1.0\n{text}") };
        survives(text.as_bytes());
    }

    #[test]
    fn a_document_with_a_part_replaced_is_read_or_refused(
        seed in proptest::sample::select(&SEEDS[..]),
        at in 0.0..1.0_f64,
        length in 0_usize..60,
        new in "[ -~\n\t]{0,40}",
    ) {
        let mut bytes = bytes(seed);
        let from = ((bytes.len() as f64) * at) as usize;
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, new.bytes());
        survives(&bytes);
    }
}

#[test]
fn what_is_nested_without_end_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("- ", ""), ("? ", "")] {
        let text =
            format!("{{\"openapi\":\"3.0.0\",\"x\":{}1{}}}", open.repeat(50_000), close.repeat(50_000));
        assert!(Document::read(text.as_bytes()).is_err(), "{open} as JSON");
        let text = format!("openapi: 3.0.0\nx:\n  {}1{}\n", open.repeat(20_000), close.repeat(20_000));
        assert!(Document::read(text.as_bytes()).is_err(), "{open} as YAML");
    }
}

#[test]
fn a_wide_and_deep_schema_takes_bounded_time() {
    // Each schema holds every other one: drawn to the end, it would have more parts than there are atoms.
    let names: Vec<String> = (0..40).map(|number| format!("S{number}")).collect();
    let properties: serde_json::Map<String, serde_json::Value> = names
        .iter()
        .map(|name| (name.clone(), serde_json::json!({ "$ref": format!("#/components/schemas/{name}") })))
        .collect();
    let schemas: serde_json::Map<String, serde_json::Value> = names
        .iter()
        .map(|name| {
            (name.clone(), serde_json::json!({ "properties": properties, "allOf": [properties["S0"]] }))
        })
        .collect();
    let answer = serde_json::json!({ "get": { "responses": { "200": { "content": { "application/json": {
        "schema": { "type": "array", "items": { "$ref": "#/components/schemas/S1" } } } } } } } });
    let paths: serde_json::Map<String, serde_json::Value> =
        (0..20).map(|number| (format!("/p{number}/users"), answer.clone())).collect();
    let document =
        serde_json::json!({ "openapi": "3.0.0", "paths": paths, "components": { "schemas": schemas } });
    survives(document.to_string().as_bytes());
}

#[test]
fn what_is_too_large_is_refused_unread() {
    assert_eq!(Document::read(&vec![b' '; LARGEST + 1]).expect_err("too large"), Refused::TooLarge);
}
