//! Every sample comes out as `expected.json` says, with no help.

mod common;

use common::{World, check, rows, sample, sent};
use rollcall_intake::{
    Decisions, Defaults, Field, FileProblem, Mapping, Plan, ReadOptions, Table, guess_mapping, read,
};
use serde_json::Value;
use std::collections::BTreeMap;

struct Outcome {
    table: Table,
    mapping: Mapping,
    plan: Plan,
}

fn run(world: &World, name: &str, defaults: &Defaults) -> Result<Outcome, FileProblem> {
    let table = read(&sample(name), name, &ReadOptions::default())?;
    let mapping = Mapping::of_guesses(&guess_mapping(&table, &world.reference));
    // A check shows everything; what is sent of it is decided afterwards.
    let decisions = Decisions { include_hidden: true, ..Decisions::default() };
    let plan = check(&table, &mapping, defaults, &decisions, &world.reference, world);
    Ok(Outcome { table, mapping, plan })
}

/// What came out, in the shape of `expected.json`, for the keys that are expected there.
fn as_expected(outcome: &Outcome, expected: &Value) -> Value {
    let Outcome { table, mapping, plan } = outcome;
    let rows = rows(plan);
    let row = |number: &str| rows.iter().find(|row| row.row.to_string() == number);
    let mut found = serde_json::Map::new();
    for (key, wanted) in expected.as_object().expect("an object") {
        let value = match key.as_str() {
            "headerRow" => table.file.header_row.into(),
            "mapping" => serde_json::json!(mapping.described(table)),
            "rows" => rows.iter().map(|row| (row.row.to_string(), row.class.as_str())).collect(),
            "invites" => sent(plan).len().into(),
            "sheet" => serde_json::json!(table.file.sheet),
            "encoding" => serde_json::json!(table.file.encoding),
            "delimiter" => serde_json::json!(table.file.delimiter),
            "notices" => serde_json::json!(table.file.notices),
            "problems" => {
                let troubled = rows.iter().filter(|row| !row.problems.is_empty());
                let codes = troubled.map(|row| {
                    let codes: Vec<&str> = row.problems.iter().map(|problem| problem.code.as_str()).collect();
                    (row.row.to_string(), codes)
                });
                serde_json::json!(codes.collect::<BTreeMap<_, _>>())
            }
            "suggestions" => {
                let suggested = rows.iter().filter_map(|row| {
                    let suggestion = row.problems.iter().find_map(|problem| problem.suggestion.clone());
                    Some((row.row.to_string(), suggestion?))
                });
                serde_json::json!(suggested.collect::<BTreeMap<_, _>>())
            }
            "values" => wanted
                .as_object()
                .expect("an object")
                .keys()
                .map(|place| {
                    let (number, field) = place.split_once('.').expect("row.field");
                    let field = Field::from_word(field).expect("a field");
                    let value = row(number).and_then(|row| row.values.get(&field).cloned());
                    (place.clone(), serde_json::json!(value))
                })
                .collect(),
            "organizationsOf" => wanted
                .as_object()
                .expect("an object")
                .keys()
                .map(|number| {
                    (number.clone(), serde_json::json!(row(number).map(|row| row.organization_ids.len())))
                })
                .collect(),
            "note" => wanted.clone(),
            other => panic!("expected.json says something that this test doesn't know: {other}"),
        };
        found.insert(key.clone(), value);
    }
    Value::Object(found)
}

#[test]
fn every_sample_comes_out_as_expected_with_no_help() {
    let world = World::load();
    let expected: Value = serde_json::from_slice(&sample("expected.json")).expect("JSON");
    let mut wrong = Vec::new();
    for (name, expected) in expected.as_object().expect("an object") {
        let found = match run(&world, name, &Defaults::default()) {
            Ok(outcome) => as_expected(&outcome, expected),
            Err(problem) => serde_json::json!({ "error": problem.code.as_str() }),
        };
        if found != *expected {
            wrong.push(format!("{name}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn defaults_fill_what_a_file_of_addresses_lacks() {
    let world = World::load();
    let defaults = Defaults {
        role_id: rollcall_intake::find_role("Customer", &world.reference).ok(),
        identity_provider_id: rollcall_intake::find_identity_provider("Account", &world.reference).ok(),
        organization_ids: rollcall_intake::find_organizations("Alpine Ski House", &world.reference)
            .expect("one"),
    };
    let outcome = run(&world, "12-only-addresses.csv", &defaults).expect("reads");
    assert_eq!(sent(&outcome.plan).len(), 5);
    assert!(sent(&outcome.plan).iter().all(|planned| {
        planned.invitation.organization_ids.len() == 1 && planned.invitation.identity_provider_id.is_some()
    }));
}

#[test]
fn two_rows_of_one_person_become_one_invitation_to_two_organizations() {
    let world = World::load();
    let outcome = run(&world, "05-fold-and-conflict.xlsx", &Defaults::default()).expect("reads");
    let planned = &sent(&outcome.plan)[0];
    assert_eq!((planned.row, planned.rows.as_slice()), (2, [2, 3].as_slice()));
    assert_eq!(planned.invitation.organization_ids.len(), 2);
    assert_eq!(planned.invitation.email.as_typed(), "mia.holm@adventure.example");
    let rows = rows(&outcome.plan);
    let ambiguous = rows.iter().find(|row| row.row == 10).expect("row 10");
    assert_eq!(ambiguous.problems[0].choices, ["Contoso – C-20001", "Contoso – C-20002"]);
}
