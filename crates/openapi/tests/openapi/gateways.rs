//! What Azure API Management exports: a key of its own, its marks everywhere, and places that take whatever follows.

use crate::{chosen, proposed, read};
use rollcall_openapi::{Call, Document, Refused};
use serde_json::{Value, json};

const EXPORT: &str = "apim-gateway.json";

fn document() -> Value {
    serde_json::from_slice(&crate::bytes(EXPORT)).expect("JSON")
}

#[test]
fn an_export_says_the_same_as_json_and_as_yaml() {
    let (json, yaml) = (proposed(EXPORT, &[]), proposed("apim-gateway.yaml", &[]));
    assert_eq!(json, yaml);
    assert_eq!(read("apim-gateway.yaml").expect("read").form(), "OpenAPI 3.0.1, YAML");
}

#[test]
fn the_encrypted_address_of_the_gateway_and_the_header_of_its_key_are_taken() {
    let proposal = proposed(EXPORT, &[]);
    assert_eq!(proposal.base_urls[0], "https://northwind-apim.azure-api.net/identity");
    assert_eq!(proposal.sign_in.key_header.as_deref(), Some("Ocp-Apim-Subscription-Key"));
    assert_eq!(proposal.sign_in.token_url, None, "a gateway's export says nothing of tokens");
    let overrides: toml::Table = proposal.overrides.parse().expect("TOML");
    assert_eq!(overrides["calls"]["users"]["query"]["api-version"].as_str(), Some("2024-09-01"));
    assert_eq!(proposal.doubts, Vec::<String>::new(), "the marks of the gateway raise none");
}

#[test]
fn a_place_that_takes_whatever_follows_is_no_call() {
    for found in proposed(EXPORT, &[]).calls {
        for one in &found.candidates {
            assert!(!one.id.contains('*'), "{:?} can't be asked for: {one:?}", found.call);
        }
    }
    let mut only_wild = document();
    only_wild["paths"].as_object_mut().expect("paths").retain(|path, _| path.contains('*'));
    let read = Document::read(only_wild.to_string().as_bytes()).expect("a document");
    let proposal = read.propose(&crate::base(), &[]);
    assert_eq!(Call::ALL.map(|call| chosen(&proposal, call)), [None; 5]);
    assert_eq!(proposal.overrides, "");
}

#[test]
fn names_of_operations_alone_are_words_enough() {
    let mut bare = document();
    for item in bare["paths"].as_object_mut().expect("paths").values_mut() {
        for operation in item.as_object_mut().expect("an item").values_mut() {
            operation.as_object_mut().expect("an operation").remove("summary");
        }
    }
    let read = Document::read(bare.to_string().as_bytes()).expect("a document");
    let users = &read.propose(&crate::base(), &[]).calls[0].candidates[0];
    assert_eq!(users.id, "GET /users");
    let words = "the document's own words for it speak of \"user\"";
    assert!(users.reasons.iter().any(|reason| reason == words), "get-users says it: {users:?}");
}

#[test]
fn an_export_inside_the_gateways_own_envelope_is_refused_with_what_to_drop_instead() {
    let envelope = json!({ "id": "/subscriptions/0/apis/users", "type": "Microsoft.ApiManagement/service/apis",
        "properties": { "format": "openapi+json", "value": document().to_string() } });
    let refused = Document::read(envelope.to_string().as_bytes()).expect_err("an envelope");
    assert_eq!(refused, Refused::NotOpenapi);
    assert!(refused.to_string().contains("an export called OpenAPI 3"), "{refused}");
}
