//! `check`: what would happen, and nothing else.

use crate::desk::{Desk, Platform, assert_fits, people, sample};
use serde_json::{Map, Value, json};

fn expected() -> Map<String, Value> {
    let text = std::fs::read_to_string(sample("expected.json")).expect("expected.json");
    serde_json::from_str(&text).expect("JSON")
}

/// What `expected.json` says of a sample, taken out of the document of a check.
fn as_expected(document: &Value, expected: &Value) -> Value {
    let row = |number: &str| {
        let number: u64 = number.parse().expect("a row's number");
        let rows = document["rows"].as_array().expect("rows");
        rows.iter().find(|row| row["row"] == number).unwrap_or(&Value::Null).clone()
    };
    let each = |key: &str, found: &dyn Fn(&str, &Value) -> Value| {
        let wanted = expected[key].as_object().expect("an object");
        Value::Object(wanted.iter().map(|(name, value)| (name.clone(), found(name, value))).collect())
    };
    let mut out = Map::new();
    for key in expected.as_object().expect("an object").keys().filter(|key| *key != "note") {
        let found = match key.as_str() {
            "mapping" | "invites" => document[key].clone(),
            "rows" => {
                let rows = document["rows"].as_array().expect("rows").iter();
                Value::Object(rows.map(|row| (row["row"].to_string(), row["class"].clone())).collect())
            }
            "problems" => each(key, &|number, _| {
                let problems = row(number)["problems"].as_array().cloned().unwrap_or_default();
                problems.iter().map(|problem| problem["code"].clone()).collect()
            }),
            "suggestions" => each(key, &|number, wanted| {
                let problems = row(number)["problems"].as_array().cloned().unwrap_or_default();
                let found = problems
                    .iter()
                    .map(|problem| &problem["suggestion"])
                    .find(|suggestion| *suggestion == wanted);
                found.cloned().unwrap_or(json!(problems))
            }),
            "values" => each(key, &|place, _| {
                let (number, field) = place.split_once('.').expect("row and field");
                row(number)["values"][field].clone()
            }),
            "organizationsOf" => each(key, &|number, _| {
                row(number)["organizationIds"].as_array().map_or(Value::Null, |ids| ids.len().into())
            }),
            _ => document["file"][key].clone(),
        };
        out.insert(key.clone(), found);
    }
    Value::Object(out)
}

#[test]
fn every_sample_comes_out_as_expected() {
    let desk = Desk::new();
    for (name, mut expected) in expected() {
        let answer = desk.run(&["check", &sample(&name), "-p", "sandbox", "--json"]);
        if let Some(code) = expected.get("error") {
            let document = answer.ends_with(1).document("error");
            assert_eq!(document["error"]["code"], *code, "{name}");
            continue;
        }
        let document = answer.document("check");
        expected.as_object_mut().expect("an object").remove("note");
        assert_eq!(as_expected(&document, &expected), expected, "{name}: {document:#}");
        let counts = &document["counts"];
        let rows = counts.as_object().expect("counts").values().filter_map(Value::as_u64).sum::<u64>();
        assert_eq!(json!(rows), document["file"]["rowsRead"], "{name}: every row is in one class");
        let needs = ["problem", "conflict", "blocked-user"].iter().any(|class| counts[class] != 0);
        assert_eq!(answer.code, Some(if needs { 3 } else { 0 }), "{name}");
    }
}

#[test]
fn what_is_shown_as_calls_carries_everybody_who_is_ready() {
    let desk = Desk::new();
    let answer =
        desk.run(&["check", &sample("01-plain.xlsx"), "-p", "sandbox", "--json", "--payloads"]).ends_with(0);
    let document = answer.document("check");
    let calls = document["payloads"].as_array().expect("calls");
    let sizes: Vec<usize> = calls.iter().map(|call| call["Users"].as_array().expect("users").len()).collect();
    assert_eq!(sizes, [1, 2], "the first call of a platform carries one person");
    assert_eq!(calls[0]["Users"][0]["Email"], "amelia.stone@contoso.example");
    let without = desk.run(&["check", &sample("01-plain.xlsx"), "-p", "sandbox", "--json"]).document("check");
    assert!(without.get("payloads").is_none(), "calls are shown only when asked for");
}

#[test]
fn rows_that_lack_a_value_get_what_the_caller_names() {
    let desk = Desk::new();
    let defaults = [
        "--default",
        "role=Customer",
        "--default",
        "idp=Account",
        "--default",
        "organizations=Alpine Ski House",
    ];
    let file = sample("12-only-addresses.csv");
    let answer =
        desk.run(&[&["check", &file, "-p", "sandbox", "--json"][..], &defaults].concat()).ends_with(0);
    assert_eq!(answer.document("check")["invites"], 5);
    let unknown =
        desk.run(&["check", &file, "-p", "sandbox", "--json", "--default", "role=Custmer"]).ends_with(2);
    assert!(
        unknown.document("error")["error"]["message"].to_string().contains("Customer"),
        "{}",
        unknown.stderr
    );
    let name = desk.run(&["check", &file, "-p", "sandbox", "--default", "firstName=Ann"]).ends_with(2);
    assert!(name.stderr.contains("can be the same for everyone"), "{}", name.stderr);
}

#[test]
fn columns_mean_what_the_caller_says() {
    let desk = Desk::new();
    let file =
        desk.file("people.csv", "A;Second;C;D\nann@trey.example;bob@trey.example;Customer;Trey Research\n");
    let maps = ["--map", "email=second", "--map", "role=C", "--map", "org=D"];
    let answer = desk.run(&[&["check", &file, "-p", "sandbox", "--json"][..], &maps].concat()).ends_with(0);
    let document = answer.document("check");
    assert_eq!(document["mapping"], json!({ "email": "Second", "role": "C", "organizations": "D" }));
    assert_eq!(document["rows"][0]["values"]["email"], "bob@trey.example");
    let none =
        desk.run(&[&["check", &file, "-p", "sandbox", "--json"][..], &maps, &["--map", "role="]].concat());
    assert_eq!(none.ends_with(3).document("check")["rows"][0]["problems"][0]["code"], "missing-role");
    for wrong in ["email=Nowhere", "shoe=A", "email"] {
        let answer = desk.run(&["check", &file, "-p", "sandbox", "--json", "--map", wrong]).ends_with(2);
        assert_fits("error", &answer.document("error"));
    }
}

#[test]
fn a_file_may_come_on_standard_input() {
    let desk = Desk::new();
    let text = people(["ann".to_owned()]);
    let document = desk
        .run_with_input(&["check", "-", "-p", "sandbox", "--json"], text.as_bytes())
        .ends_with(0)
        .document("check");
    assert_eq!((&document["file"]["name"], &document["invites"]), (&json!("standard input"), &json!(1)));
}

#[test]
fn rows_may_come_as_json_from_another_program() {
    let desk = Desk::new();
    let rows = r#"[{"email":"ann@trey.example","firstName":"Ann","role":"Customer","organizations":["Trey Research","Fabrikam"]},
                   {"email":"bob@trey.example","role":"Custmer","organizations":"Trey Research"}]"#;
    let answer =
        desk.run_with_input(&["check", "-", "-p", "sandbox", "--json"], rows.as_bytes()).ends_with(3);
    let document = answer.document("check");
    assert_eq!((&document["file"]["format"], &document["invites"]), (&json!("json"), &json!(1)));
    assert_eq!(document["mapping"]["organizations"], "organizations");
    let rows = document["rows"].as_array().expect("rows");
    assert_eq!(
        (rows[0]["row"].clone(), rows[0]["organizationIds"].as_array().map(Vec::len)),
        (json!(2), Some(2))
    );
    assert_eq!(rows[1]["problems"][0]["suggestion"], "Customer");
    let call = r#"{"Users":[{"Email":"cyd@trey.example","GroupId":"Customer","OrganizationIds":["Trey Research"]}]}"#;
    let answer =
        desk.run_with_input(&["check", "-", "-p", "sandbox", "--json"], call.as_bytes()).ends_with(0);
    assert_eq!(answer.document("check")["invites"], 1, "the body of an invite call is rows as well");
}

#[test]
fn a_work_account_for_private_mail_is_a_warning_and_no_problem() {
    let desk = Desk::new();
    let file = desk.file("people.csv", "Email,Role,IdP,Org\nann@gmail.com,Customer,AAD,Fabrikam\n");
    let document = desk.run(&["check", &file, "-p", "sandbox", "--json"]).ends_with(0).document("check");
    let row = &document["rows"][0];
    assert_eq!((&row["class"], &row["problems"]), (&json!("ready"), &json!([])));
    assert_eq!(row["warnings"][0]["code"], "work-account-for-private-mail");
    assert_eq!(row["warnings"][0]["suggestion"], "Google");
}

#[test]
fn a_template_is_made_of_the_platform_and_checked_when_it_comes_back() {
    let desk = Desk::new();
    let path = desk.path("template.xlsx");
    desk.run(&["template", "-p", "sandbox", "-o", &path]).ends_with(0);
    let bytes = std::fs::read(&path).expect("written");
    assert!(bytes.starts_with(b"PK"), "it is a workbook");
    let empty = desk.run(&["check", &path, "-p", "sandbox", "--json"]).ends_with(0).document("check");
    assert_eq!((&empty["file"]["rowsRead"], &empty["mapping"]["role"]), (&json!(0), &json!("Role")));
}

#[test]
fn somebody_who_is_there_with_another_role_is_told_apart() {
    let desk = Desk::new();
    let file = desk.file(
        "people.csv",
        "Email,Role,Organizations\nanna.ozola@nordlys.example,Customer,Alpine Ski House\n",
    );
    let document = desk.run(&["check", &file, "-p", "sandbox", "--json"]).ends_with(0).document("check");
    let row = &document["rows"][0];
    assert_eq!(row["class"], "already-active");
    let fields: Vec<&Value> =
        row["differs"].as_array().expect("a list").iter().map(|one| &one["field"]).collect();
    assert_eq!(fields, ["role", "organizations"], "{row:#}");
    assert_eq!(row["differs"][0], json!({ "field": "role", "asked": ["Customer"], "has": ["Seller Admin"] }));
}

#[test]
fn rows_of_one_person_name_the_row_that_carries_them() {
    let desk = Desk::new();
    let file = sample("05-fold-and-conflict.xlsx");
    let document = desk.run(&["check", &file, "-p", "sandbox", "--json"]).ends_with(3).document("check");
    let carried = document["rows"].as_array().expect("rows").iter().filter(|row| row["of"] == 2);
    assert_eq!(carried.map(|row| row["row"].clone()).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn what_is_read_for_people_says_the_same() {
    let desk = Desk::new();
    let answer = desk.run(&["check", &sample("02-title-block.xlsx"), "-p", "sandbox"]).ends_with(3);
    for words in [
        "02-title-block.xlsx, sheet Onboarding Q4",
        "header in row 4",
        "Did you mean Customer?",
        "1 person would be invited",
    ] {
        assert!(answer.stdout.contains(words), "{words}: {}", answer.stdout);
    }
    assert_eq!(answer.stderr, "", "nothing is amiss");
}

#[test]
fn what_can_not_be_done_is_one_sentence_and_exit_code_1() {
    let desk = Desk::new();
    for (arguments, code) in [
        (["check", "no-such-file.xlsx", "-p", "sandbox"], "unreadable"),
        (["check", "no-such-file.xlsx", "-p", "nobody"], "profile-unknown"),
    ] {
        let answer = desk.run(&[&arguments[..], &["--json"]].concat()).ends_with(1);
        assert_eq!(answer.document("error")["error"]["code"], code);
        assert_eq!(answer.stderr.lines().count(), 1, "{}", answer.stderr);
    }
    let unreachable = {
        let platform = Platform::serve(&[]);
        let mut desk = Desk::new();
        desk.connect("Gone", &platform, &[]);
        drop(platform);
        desk.run(&["check", &sample("01-plain.xlsx"), "-p", "Gone", "--json"]).ends_with(1)
    };
    assert_eq!(unreachable.document("error")["error"]["code"], "platform-unreachable");
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let desk = Desk::new();
    for arguments in [&["check", "a.csv"][..], &["chek"], &["users", "-p", "sandbox", "--format", "pdf"], &[]]
    {
        desk.run(arguments).ends_with(2);
    }
    desk.run(&["--help"]).ends_with(0);
    desk.run(&["--version"]).ends_with(0);
}
