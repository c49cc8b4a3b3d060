//! The OpenAPI document, and whether what is served is what it says.

use crate::visitor::{CONTOSO, PLATFORM, open, person};
use rollcall_sandbox::Sandbox;
use serde_json::{Map, Value};

fn schema<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(place) => {
            document.pointer(place.strip_prefix('#').expect("a local reference")).expect("the schema")
        }
        None => schema,
    }
}

/// Checks a value against a schema: types, required fields, no field beyond, words of an enum.
fn check(document: &Value, wanted: &Value, value: &Value, place: &str) {
    let wanted = schema(document, wanted);
    if let Some(choices) = wanted["oneOf"].as_array() {
        let fitting = choices.iter().find(|c| (c["type"] == "null") == value.is_null());
        return check(
            document,
            fitting.unwrap_or_else(|| panic!("{place}: {value} fits none")),
            value,
            place,
        );
    }
    let types = match &wanted["type"] {
        Value::Array(list) => list.clone(),
        one => vec![one.clone()],
    };
    let is = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(types.iter().any(|t| t == is), "{place}: {value} is {is}, not {types:?}");
    if let Some(words) = wanted["enum"].as_array() {
        assert!(words.contains(value), "{place}: {value} is none of {words:?}");
    }
    if let Some(list) = value.as_array() {
        list.iter().for_each(|v| check(document, &wanted["items"], v, &format!("{place}[]")));
    }
    if let (Some(fields), Some(known)) = (value.as_object(), wanted["properties"].as_object()) {
        check_fields(document, wanted, known, fields, place);
    }
}

fn check_fields(
    document: &Value,
    wanted: &Value,
    known: &Map<String, Value>,
    fields: &Map<String, Value>,
    place: &str,
) {
    for name in wanted["required"].as_array().into_iter().flatten() {
        assert!(fields.contains_key(name.as_str().expect("a name")), "{place}: {name} is missing");
    }
    for (name, value) in fields {
        let wanted = known.get(name).unwrap_or_else(|| panic!("{place}: the document has no {name}"));
        check(document, wanted, value, &format!("{place}.{name}"));
    }
}

fn answer<'a>(document: &'a Value, path: &str, method: &str, status: &str) -> &'a Value {
    &document["paths"][path][method]["responses"][status]["content"]["application/json"]["schema"]
}

fn walk(value: &Value, visit: &mut impl FnMut(&Value)) {
    visit(value);
    match value {
        Value::Array(list) => list.iter().for_each(|v| walk(v, visit)),
        Value::Object(fields) => fields.values().for_each(|v| walk(v, visit)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_schema_is_used() {
    let document = Sandbox::openapi();
    let mut used = Vec::new();
    walk(&document, &mut |value| {
        if let Some(place) = value["$ref"].as_str() {
            let pointer = place.strip_prefix('#').unwrap_or_else(|| panic!("{place} is not local"));
            assert!(document.pointer(pointer).is_some(), "{place} leads nowhere");
            used.push(place.to_owned());
        }
    });
    for name in document["components"]["schemas"].as_object().expect("schemas").keys() {
        assert!(used.contains(&format!("#/components/schemas/{name}")), "{name} is not used");
    }
}

#[test]
fn every_operation_has_its_name_responses_and_security() {
    let document = Sandbox::openapi();
    assert!(document["openapi"].as_str().expect("a version").starts_with("3.1"));
    let mut names = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        for (method, operation) in operations.as_object().expect("operations") {
            names.push(operation["operationId"].as_str().expect("an id").to_owned());
            let responses = operation["responses"].as_object().expect("responses");
            assert!(responses.contains_key("200") && responses.contains_key("401"), "{method} {path}");
            for (status, response) in responses {
                assert!(response["description"].is_string(), "{method} {path} {status}");
                assert!(
                    response["content"]["application/json"]["schema"].is_object(),
                    "{method} {path} {status}"
                );
            }
            for name in path.split('{').skip(1).filter_map(|p| p.split('}').next()) {
                let given = operation["parameters"].as_array().expect("parameters");
                assert!(
                    given.iter().any(|p| p["name"] == name && p["in"] == "path" && p["required"] == true),
                    "{path} does not declare {name}"
                );
            }
        }
    }
    names.sort();
    assert_eq!(
        names,
        ["GetToken", "InviteUsers", "ListIdentityProviders", "ListOrganizations", "ListRoles", "ListUsers"]
    );
    assert!(document["paths"].as_object().expect("paths").keys().all(|p| !p.contains("_sandbox")));
}

#[test]
fn the_two_credentials_are_declared_and_required() {
    let document = Sandbox::openapi();
    let schemes = &document["components"]["securitySchemes"];
    assert_eq!(schemes["subscriptionKey"]["type"], "apiKey");
    assert_eq!(schemes["subscriptionKey"]["in"], "header");
    assert_eq!(schemes["subscriptionKey"]["name"], "Ocp-Apim-Subscription-Key");
    assert_eq!(schemes["bearer"]["scheme"], "bearer");
    assert_eq!(schemes["clientCredentials"]["flows"]["clientCredentials"]["tokenUrl"], "/oauth/token");
    for way in document["security"].as_array().expect("security") {
        assert!(way.get("subscriptionKey").is_some(), "{way}");
        for name in way.as_object().expect("schemes").keys() {
            assert!(schemes[name].is_object(), "{name} is not declared");
        }
    }
    assert_eq!(document["paths"]["/oauth/token"]["post"]["security"], serde_json::json!([{}]));
}

#[tokio::test]
async fn the_document_is_served_without_a_key() {
    let (_sandbox, visitor) = open(0).await;
    let answer = visitor.http.get(visitor.url("/openapi.json")).send().await.expect("an answer");
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.json::<Value>().await.expect("JSON"), Sandbox::openapi());
}

#[tokio::test]
async fn what_is_served_is_what_the_document_says() {
    let (_sandbox, visitor) = open(500).await;
    let document = Sandbox::openapi();
    for (path, asked) in [
        ("/api/v2/users", format!("/api/v2/users?platformId={PLATFORM}&pageSize=600")),
        ("/api/v2/users", format!("/api/v2/users?customerId={CONTOSO}")),
        ("/api/v2/roles", "/api/v2/roles".into()),
        ("/api/v2/identity-providers", format!("/api/v2/identity-providers?platformId={PLATFORM}")),
        ("/api/v2/organizations/details/{id}", format!("/api/v2/organizations/details/{PLATFORM}")),
    ] {
        check(&document, answer(&document, path, "get", "200"), &visitor.json(&asked).await, &asked);
    }
    let wrong = visitor.get("/api/v2/users").await.json().await.expect("JSON");
    check(&document, answer(&document, "/api/v2/users", "get", "400"), &wrong, "a bad request");

    let path = "/api/v2/users/invite";
    let users = vec![person("a@x.example"), person("nonsense")];
    let sent = serde_json::json!({"Users": users});
    let body = &document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"];
    check(&document, body, &sent, "the invite request");
    let results: Value = visitor.invite(users).await.json().await.expect("JSON");
    check(&document, answer(&document, path, "post", "200"), &results, "the invite answer");
    let example =
        &document["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["example"];
    check(&document, answer(&document, path, "post", "200"), example, "the invite example");
}

#[test]
fn a_field_that_the_document_does_not_know_would_be_noticed() {
    let document = Sandbox::openapi();
    let wanted = answer(&document, "/api/v2/roles", "get", "200");
    let strange = serde_json::json!([{"Id": "x", "Name": "y", "Weight": 1, "Colour": "red"}]);
    assert!(std::panic::catch_unwind(|| check(&document, wanted, &strange, "roles")).is_err());
    let short = serde_json::json!([{"Id": "x", "Name": "y"}]);
    assert!(std::panic::catch_unwind(|| check(&document, wanted, &short, "roles")).is_err());
}
