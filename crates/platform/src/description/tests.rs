//! That what is said in a description is what is read.

use super::*;
use crate::FieldKind;
use crate::fields::keys_of;
use crate::wording::KnownState;

fn appxite() -> Description {
    Description::from_toml(TEXTS[0].1).expect("the built-in description")
}

#[test]
fn the_built_in_description_says_what_the_contract_says() {
    let facts = appxite().facts();
    assert_eq!((facts.name.as_str(), facts.batch_limit), ("appxite", 100));
    assert!(facts.atomic && facts.pending_listed && facts.reinvite_restarts_creation_date);
    assert_eq!(facts.reinvite_active, ReinviteActive::Refused);
    assert_eq!(facts.reinvite_pending, ReinvitePending::MailsAgain);
}

#[test]
fn every_built_in_name_is_there() {
    for (name, text) in TEXTS {
        let description = Description::from_toml(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(description.facts().name, *name);
        assert!(!description.about().is_empty(), "{name}");
    }
    assert!(Description::built_in("nothing").is_none());
}

#[test]
fn a_profile_overrides_one_field_and_keeps_the_rest() {
    let changed = appxite()
        .overridden_by(
            "pending_listed = false\n[calls.users]\npath = \"/v3/people\"\n[states]\n1 = \"Active\"",
        )
        .expect("overrides");
    assert!(!changed.facts().pending_listed);
    assert_eq!(changed.wording.calls.users.path, "/v3/people");
    assert!(changed.wording.calls.users.paging.is_some(), "the paging was not mentioned and must stay");
    assert_eq!(changed.wording.states.get("1"), Some(&KnownState::Active));
}

#[test]
fn the_token_url_lies_under_the_base_url() {
    let url = appxite().token_url("https://api.example/gateway/");
    assert_eq!(url.as_deref(), Some("https://api.example/gateway/oauth/token"));
}

/// The tables of the form, `a.b` each.
fn tables() -> Vec<Vec<String>> {
    let mut tables = vec![Vec::new()];
    for field in FIELDS.iter() {
        let path: Vec<String> = field.path.split('.').map(str::to_owned).collect();
        tables.extend((1..path.len()).map(|length| path[..length].to_vec()));
    }
    tables.sort_unstable();
    tables.dedup();
    tables
}

/// What serde says that it knows in a table, found out by handing it a key that nobody knows.
fn known_to_serde(table: &[String]) -> Option<Vec<String>> {
    let mut source = appxite().source;
    let mut at = &mut source;
    for key in table {
        let inner = at.entry(key.clone()).or_insert_with(|| toml::Table::new().into());
        at = inner.as_table_mut().expect("a table");
    }
    at.insert("0-nobody-knows".to_owned(), "it".into());
    let error = source.try_into::<Wording>().expect_err("nobody knows it");
    let (_, list) = error.message().split_once("expected ")?;
    let words: Vec<String> = list.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some(words)
}

#[test]
fn every_field_that_is_read_is_explained_and_no_other() {
    let mut compared = 0;
    for table in tables() {
        let mut explained: Vec<&str> = keys_of(&table);
        if explained == ["*"] {
            continue;
        }
        let mut read = known_to_serde(&table).unwrap_or_else(|| panic!("{table:?} takes any key"));
        explained.sort_unstable();
        read.sort_unstable();
        assert_eq!(explained, read, "{table:?}");
        compared += 1;
    }
    assert!(compared > 20, "{compared} tables");
}

#[test]
fn a_description_written_anew_says_the_same() {
    for (name, text) in TEXTS {
        let built_in = Description::built_in(name).expect("built in");
        assert_eq!(built_in.text(), *text, "without overrides it is shown as it was written");
        let rewritten = written::text(&built_in.source);
        let again = Description::from_toml(&rewritten).unwrap_or_else(|error| panic!("{error}\n{rewritten}"));
        assert_eq!(again.difference(&built_in), [], "{rewritten}");
    }
}

/// What is said of a list here, so that each of its fields has a meaning: marks for its pages, or numbers where
/// `style` itself is changed.
fn of_list(call: &str, style: &str) -> String {
    format!(
        r#"
        {call}.method = "POST"
        {call}.path = "/before"
        {call}.scope = {{ platform = "platform", customer = "customer" }}
        {call}.query.filter = "{{email}}"
        {call}.paging = {{ {style}, page = "page", page_size = "size", size = 10, max = 20 }}
        "#
    )
}

/// A description in which the field may be another alone.
fn ground(field: &FieldDoc) -> Description {
    let (base, changes) = match (field.path, field.kind) {
        (path, _) if path.starts_with("calls.invite.then.") => {
            let then = r#"{ method = "PUT", path = "/before", body = "{}" }"#;
            ("appxite", format!("batch_limit = 1\ncalls.invite.then = {then}"))
        }
        ("calls.invite.refused_statuses", _) => ("appxite", "batch_limit = 1".to_owned()),
        // There is one word alone, so the other value is to have none.
        (path, FieldKind::Word([_])) => (without(path), String::new()),
        (path, _) => match LISTS.iter().find(|call| path.starts_with(&format!("{call}."))) {
            Some(call) if path.ends_with(".style") => ("appxite", of_list(call, r#"style = "pages""#)),
            Some(call) => ("appxite", of_list(call, r#"style = "cursor", next = "before""#)),
            None => ("appxite", String::new()),
        },
    };
    let base = Description::built_in(base).expect("built in");
    base.overridden_by(&changes).unwrap_or_else(|error| panic!("{}: {error}\n{changes}", field.path))
}

/// The name of a built-in description that says nothing there.
fn without(path: &str) -> &'static str {
    let says = |name: &str| {
        let values = Description::built_in(name).expect("built in").values();
        values.iter().any(|(other, _)| other == path)
    };
    Description::built_in_names().find(|name| !says(name)).expect("one that leaves it out")
}

const LISTS: [&str; 5] =
    ["calls.users", "calls.user_by_email", "calls.roles", "calls.identity_providers", "calls.organizations"];

/// Another value that may stand there, as TOML.
fn another(field: &FieldDoc, before: Option<&str>) -> String {
    let key = field.path.rsplit('.').next().unwrap_or_default();
    let text = match (field.kind, key) {
        (FieldKind::Text, "path") => r#""/other""#,
        (FieldKind::Text, "body") if field.path == "calls.invite.body" => r#"'{ "Other": ["{people}"] }'"#,
        (FieldKind::Text, "body") => r#"'{ "other": 1 }'"#,
        (FieldKind::Text, "person") => r#"'{ "Other": "{email}" }'"#,
        (FieldKind::Text, "results") => r#""/Other""#,
        (FieldKind::Text, _) => r#""other""#,
        (FieldKind::Texts, "paths") => r#"["/other"]"#,
        (FieldKind::Texts, _) => r#"["other"]"#,
        (FieldKind::Number, "max") => "21",
        (FieldKind::Number, _) => "7",
        (FieldKind::Numbers, _) => "[418]",
        (FieldKind::YesNo, _) if before == Some("true") => "false",
        (FieldKind::YesNo, _) => "true",
        (FieldKind::Word(_), "style") => r#""offset""#,
        // The first word is what it is when nothing is said.
        (FieldKind::Word(words), _) => {
            let mut quoted = words.iter().rev().map(|word| format!("{word:?}"));
            return quoted.find(|word| before != Some(word)).expect("another word");
        }
    };
    text.to_owned()
}

#[test]
fn a_profile_may_override_any_field_and_changes_no_other_with_it() {
    // Of the form itself there is one alone.
    for field in FIELDS.iter().filter(|field| field.path != "format") {
        let (base, path) = (ground(field), field.path.replace('*', "other"));
        let before = base.values().into_iter().find(|(other, _)| *other == path).map(|(_, value)| value);
        let after = another(field, before.as_deref());
        let put = |on: &Description, value: &str| {
            let change = format!("{path} = {value}");
            on.overridden_by(&change).unwrap_or_else(|error| panic!("{change}: {error}"))
        };
        let changed = put(&base, &after);
        let differences = changed.difference(&base);
        let [difference] = differences.as_slice() else { panic!("{path}: {differences:?}") };
        assert_eq!((&difference.field, &difference.before), (&path, &before));
        assert!(difference.after.is_some() && difference.after != before, "{difference:?}");
        let read = |description: &Description| format!("{:?}", description.wording);
        assert!(read(&changed) != read(&base), "{path}: it is said, and nothing goes by it");
        if let Some(before) = before {
            assert_eq!(read(&put(&changed, &before)), read(&base), "{path}: something else was changed");
        }
    }
    assert_eq!(appxite().overridden_by("format = 1").expect("its own form").difference(&appxite()), []);
    assert!(appxite().overridden_by("format = 2").is_err());
}
