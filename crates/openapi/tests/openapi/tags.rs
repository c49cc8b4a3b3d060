//! Operations that say what they are by their tag, and by nothing else.

use crate::{base, chosen};
use rollcall_openapi::{Call, Document, Proposal};
use serde_json::{Value, json};

/// Roles that are called groups, and an invitation whose path and name say nothing of one.
fn document(tags: &[(&str, &str)]) -> Value {
    let answer = |entry: Value| {
        json!({ "200": { "description": "ok", "content": { "application/json": { "schema": {
            "type": "array", "items": { "type": "object", "properties": entry }
        } } } } })
    };
    let text = json!({ "type": "string" });
    let users = answer(json!({ "id": text, "email": text, "firstName": text, "lastName": text }));
    let groups = answer(json!({ "id": text, "name": text }));
    let person =
        json!({ "type": "object", "required": ["email"], "properties": { "email": text, "roleId": text } });
    let mut document = json!({ "openapi": "3.1.0", "info": { "title": "Seven", "version": "7" }, "paths": {
        "/v7/users": { "get": { "operationId": "op1", "responses": users } },
        "/policies/groups": { "get": { "operationId": "op2", "responses": groups } },
        "/v7/onboard": { "post": { "operationId": "op3", "responses": {},
            "requestBody": { "content": { "application/json": { "schema": person } } } } },
    } });
    for (pointer, tag) in tags {
        document.pointer_mut(pointer).expect("an operation")["tags"] = json!([tag]);
    }
    document
}

fn proposal(tags: &[(&str, &str)]) -> Proposal {
    Document::read(document(tags).to_string().as_bytes()).expect("a document").propose(&base(), &[])
}

const GROUPS: &str = "/paths/~1policies~1groups/get";
const ONBOARD: &str = "/paths/~1v7~1onboard/post";

#[test]
fn a_list_that_only_its_tag_names_is_found_by_it() {
    let with = proposal(&[(GROUPS, "Roles")]);
    assert_eq!(chosen(&with, Call::Roles), Some("GET /policies/groups"));
    let reasons = &with.calls[1].candidates[0].reasons;
    let words = "the document's own words for it speak of \"role\"";
    assert!(reasons.iter().any(|reason| reason == words), "{reasons:?}");
    for other in [&[][..], &[(GROUPS, "Policies")], &[(ONBOARD, "Roles")]] {
        assert_eq!(chosen(&proposal(other), Call::Roles), None, "{other:?} says nothing of it");
    }
}

#[test]
fn an_invitation_that_only_its_tag_names_is_found_by_it() {
    let with = proposal(&[(ONBOARD, "Invitations")]);
    assert_eq!(chosen(&with, Call::Invite), Some("POST /v7/onboard"));
    let reasons = &with.calls[4].candidates[0].reasons;
    assert!(reasons.iter().any(|reason| reason == "the document speaks of an invitation"), "{reasons:?}");
    for other in [&[][..], &[(ONBOARD, "Onboarding")], &[(GROUPS, "Invitations")]] {
        assert_eq!(chosen(&proposal(other), Call::Invite), None, "{other:?} says nothing of it");
    }
}
