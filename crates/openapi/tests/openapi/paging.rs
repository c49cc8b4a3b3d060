//! How lists are asked for page by page, and by which method, as documents show it.

use crate::{chosen, proposed};
use rollcall_openapi::{Call, Choice, Document};
use serde_json::{Value, json};
use toml::Table;

fn overrides(name: &str, choices: &[Choice]) -> Table {
    proposed(name, choices).overrides.parse().expect("TOML")
}

fn paging(of: &Table) -> Option<&Table> {
    of.get("calls")?.get("users")?.get("paging")?.as_table()
}

#[test]
fn a_token_that_the_answer_gives_becomes_a_mark() {
    let table = overrides("google-directory.json", &[]);
    let paging = paging(&table).expect("paging");
    assert_eq!(paging["style"].as_str(), Some("cursor"));
    assert_eq!(
        (paging["page"].as_str(), paging["next"].as_str()),
        (Some("pageToken"), Some("nextPageToken"))
    );
    assert_eq!(paging["page_size"].as_str(), Some("maxResults"));
    assert!(!proposed("google-directory.json", &[]).doubts.iter().any(|doubt| doubt.contains("a mark")));
}

#[test]
fn a_mark_that_stands_deeper_is_pointed_at() {
    let users = Choice { call: Call::Users, operation: Some("GET /crm/users".into()) };
    let table = overrides("apideck-crm.json", &[users]);
    let paging = paging(&table).expect("paging");
    assert_eq!(paging["next"].as_str(), Some("/meta/cursors/next"), "{paging}");
    assert_eq!((paging["page"].as_str(), paging["page_size"].as_str()), (Some("cursor"), Some("limit")));
}

#[test]
fn a_search_becomes_a_post_with_what_it_always_sends() {
    let proposal = proposed("search.yaml", &[]);
    assert_eq!(chosen(&proposal, Call::Users), Some("POST /users/search"));
    let table: Table = proposal.overrides.parse().expect("TOML");
    let users = &table["calls"]["users"];
    assert_eq!((users["method"].as_str(), users["path"].as_str()), (Some("POST"), Some("/users/search")));
    let body: Value = serde_json::from_str(users["body"].as_str().expect("a body")).expect("JSON");
    assert_eq!(body, json!({ "kind": "member", "tenantId": "{id}" }));
    let paging = &users["paging"];
    assert_eq!((paging["page"].as_str(), paging["in_body"].as_bool()), (Some("/page/cursor"), Some(true)));
    assert_eq!((paging["next"].as_str(), paging["max"].as_integer()), (Some("/page/nextCursor"), Some(50)));
    assert_eq!(chosen(&proposal, Call::Invite), Some("POST /users"));
}

#[test]
fn links_in_a_header_are_gone_on_by() {
    let table = overrides("search.yaml", &[]);
    let paging = &table["calls"]["roles"]["paging"];
    assert_eq!((paging["style"].as_str(), paging["page"].as_str()), (Some("link"), Some("")));
    assert_eq!((paging["page_size"].as_str(), paging["max"].as_integer()), (Some("per_page"), Some(80)));
}

/// What is proposed for a list of users with these queries, whose answer has these properties beside the list.
fn asked(queries: &[&str], beside: Value) -> (Option<Table>, String) {
    let parameters: Vec<Value> = queries
        .iter()
        .map(|name| json!({ "name": name, "in": "query", "schema": { "type": "string" } }))
        .collect();
    let text = json!({ "type": "string" });
    let mut properties = beside;
    properties["items"] = json!({ "type": "array", "items": { "type": "object", "properties": {
        "id": text, "email": text, "firstName": text, "lastName": text
    } } });
    let answer = json!({ "200": { "description": "ok", "content": { "application/json": {
        "schema": { "type": "object", "properties": properties }
    } } } });
    let document = json!({
        "openapi": "3.0.0", "info": { "title": "x", "version": "1" },
        "paths": { "/users": { "get": { "summary": "List users", "parameters": parameters, "responses": answer } } }
    });
    let document = Document::read(document.to_string().as_bytes()).expect("a document");
    let proposal = document.propose(&crate::base(), &[]);
    let table: Table = proposal.overrides.parse().expect("TOML");
    (paging(&table).cloned(), proposal.doubts.join("\n"))
}

#[test]
fn an_address_in_the_answer_is_told_from_a_mark() {
    let text = json!({ "type": "string" });
    let uri = json!({ "type": "string", "format": "uri" });
    for (queries, beside, style, next) in [
        (&["cursor", "limit"][..], json!({ "next": uri }), "link", "next"),
        (&["cursor", "limit"], json!({ "next_cursor": text }), "cursor", "next_cursor"),
        (&["limit"], json!({ "links": { "properties": { "next": text } } }), "link", "/links/next"),
        (
            &["size"],
            json!({ "_links": { "properties": { "next": { "properties": { "href": text } } } } }),
            "link",
            "/_links/next/href",
        ),
        (&["$top"], json!({ "@odata.nextLink": text }), "link", "@odata.nextLink"),
        (&["next_page_token", "page_size"], json!({ "next_page_token": text }), "cursor", "next_page_token"),
    ] {
        let (paging, doubts) = asked(queries, beside);
        let paging = paging.unwrap_or_else(|| panic!("{next}: {doubts}"));
        let said = |key: &str| paging.get(key).and_then(toml::Value::as_str);
        assert_eq!((said("style"), said("next")), (Some(style), Some(next)));
        assert!(queries[0] != "$top" || said("page_size") == Some(""), "{paging}");
    }
}

#[test]
fn a_mark_that_the_document_does_not_plainly_give_is_doubted_and_not_guessed() {
    for beside in
        [json!({}), json!({ "next": { "type": "string" } }), json!({ "cursor": { "type": "string" } })]
    {
        let (paging, doubts) = asked(&["starting_after", "limit"], beside.clone());
        let style = paging.as_ref().and_then(|paging| paging.get("style"));
        assert!(style.is_none() && doubts.contains("(starting_after)"), "{beside}: {paging:?} {doubts}");
    }
}

#[test]
fn page_numbers_are_taken_before_marks() {
    let (paging, _) = asked(&["page", "limit", "cursor"], json!({ "nextCursor": { "type": "string" } }));
    assert_eq!(paging.and_then(|paging| paging.get("next").cloned()), None);
}
