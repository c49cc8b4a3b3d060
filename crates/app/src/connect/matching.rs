//! Use cases: a real record of the platform beside Rollcall's fields. The record is the person's own list; it crosses to
//! the page and to no log.

use super::client;
use crate::App;
use crate::contract::*;
use crate::errors::of_platform;
use rollcall_core::{phrase, sentence};
use rollcall_platform::ListName;
use serde_json::Value;
use toml_edit::{Array, DocumentMut, Item, Table, TableLike};

/// Values that are shown of one record.
const VALUES: usize = 500;

/// Entries that are shown of a list inside a record.
const ENTRIES: usize = 3;

/// How deep a record is looked into.
const DEEPEST: u32 = 12;

/// Letters of an example.
const EXAMPLE: usize = 80;

/// The longest pointer that a person can choose.
const LONGEST: usize = 400;

impl App {
    /// The first record of a list of the platform, beside Rollcall's fields.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] for the invitation, which is no list; [`ErrorCode::PlatformFailed`] for an empty list;
    /// else why the list could not be had.
    pub async fn record_match(&self, profile: String, call: ApiCall) -> Result<RecordMatch, AppError> {
        let list = list(call)?;
        let platform = self.client(&profile).await?;
        let record = platform.first_record(list).await.map_err(of_platform)?.ok_or_else(|| nothing(list))?;
        let fields = platform.read_record(list, &record).into_iter().map(|field| FieldMatch {
            field: field.field.to_owned(),
            title: field.title.to_owned(),
            required: field.required,
            at: field.at,
            value: field.value.map(|value| short(&value)),
        });
        let mut values = Vec::new();
        leaves(&record, "", 0, &mut values);
        // A value can always be written as text.
        let text = serde_json::to_string_pretty(&record).unwrap_or_default();
        Ok(RecordMatch { call, record: text, values, fields: fields.collect() })
    }

    /// Takes a person's word on where fields stand, as overrides of the connection's description.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] for a field or a place that can't be one and for the sample platform;
    /// [`ErrorCode::ProfileInvalid`] where the description can't be used with it; else as [`App::record_match`].
    pub async fn match_fields(
        &self,
        profile: String,
        call: ApiCall,
        places: Vec<FieldPlace>,
    ) -> Result<RecordMatch, AppError> {
        let list = list(call)?;
        if profile == SAMPLE_PROFILE {
            return Err(bad(phrase!("The sample platform's connection can't be changed.")));
        }
        self.book().edit(&profile, |kept| {
            kept.description.overrides = with_places(&kept.description.overrides, list, &places)?;
            client::judge(kept)
        })?;
        self.forget_client(&profile).await;
        self.tell(AppEvent::ProfilesChanged);
        self.record_match(profile, call).await
    }
}

fn list(call: ApiCall) -> Result<ListName, AppError> {
    match call {
        ApiCall::Users => Ok(ListName::Users),
        ApiCall::Roles => Ok(ListName::Roles),
        ApiCall::IdentityProviders => Ok(ListName::IdentityProviders),
        ApiCall::Organizations => Ok(ListName::Organizations),
        ApiCall::Invite => {
            Err(bad(phrase!("An invitation is no list, so there is no record of it to look at.")))
        }
    }
}

fn nothing(list: ListName) -> AppError {
    let noun = match list {
        ListName::Users => "users",
        ListName::Roles => "roles",
        ListName::IdentityProviders => "identity providers",
        ListName::Organizations => "organizations",
    };
    AppError::new(
        ErrorCode::PlatformFailed,
        sentence!(
            "The platform lists no {noun}, so there is no record to look at. Nothing was changed.",
            noun = noun
        ),
    )
}

/// Everything that holds a value, lists both whole and entry by entry.
fn leaves(value: &Value, at: &str, depth: u32, into: &mut Vec<RecordValue>) {
    if into.len() >= VALUES || depth > DEEPEST {
        return;
    }
    let step = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Null => {}
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(value, &step(key), depth + 1, into)),
        Value::Array(items) => {
            if !items.is_empty() {
                into.push(RecordValue { at: at.to_owned(), example: short(&value.to_string()) });
            }
            for (index, item) in items.iter().take(ENTRIES).enumerate() {
                leaves(item, &step(&index.to_string()), depth + 1, into);
            }
        }
        Value::String(text) => into.push(RecordValue { at: at.to_owned(), example: short(text) }),
        other => into.push(RecordValue { at: at.to_owned(), example: other.to_string() }),
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(EXAMPLE) {
        Some(_) => format!("{}…", text.chars().take(EXAMPLE - 1).collect::<String>()),
        None => text.to_owned(),
    }
}

/// Overrides with a person's word on fields put in or taken back; whatever else they hold stays as it is written.
fn with_places(overrides: &str, list: ListName, places: &[FieldPlace]) -> Result<String, AppError> {
    let mut document: DocumentMut = overrides.parse().map_err(|_| {
        AppError::new(
            ErrorCode::ProfileInvalid,
            phrase!("The connection's changes to the platform description are not TOML, so nothing can be added to them. Correct them in the connection."),
        )
    })?;
    for place in places {
        check(list, place)?;
        match place.at.as_deref() {
            Some(at) => put(&mut document, list, &place.field, at)?,
            None => take_back(&mut document, list, &place.field),
        }
    }
    Ok(document.to_string())
}

fn check(list: ListName, place: &FieldPlace) -> Result<(), AppError> {
    let known = rollcall_platform::Description::fields().iter().any(|doc| {
        doc.path.strip_prefix("fields.").and_then(|path| path.strip_prefix(list.table()))
            == Some(&format!(".{}", place.field))
    });
    let pointer = place.at.as_deref().is_none_or(|at| at.starts_with('/') && at.len() <= LONGEST);
    match known && pointer {
        true => Ok(()),
        false => {
            Err(bad(phrase!("There is no such field, or no such place in a record. Nothing was changed.")))
        }
    }
}

fn put(document: &mut DocumentMut, list: ListName, field: &str, at: &str) -> Result<(), AppError> {
    let blocked = || {
        AppError::new(
            ErrorCode::ProfileInvalid,
            phrase!(
                "The connection's changes to the platform description hold something else where fields belong. Correct them in the connection."
            ),
        )
    };
    let fields = table(document.as_table_mut(), "fields", true).ok_or_else(blocked)?;
    let table = table(fields, list.table(), false).ok_or_else(blocked)?;
    table.insert(field, Item::Value(Array::from_iter([alias(at)]).into()));
    Ok(())
}

/// A plain name where it is one: it is compared without regard to case.
fn alias(at: &str) -> String {
    match at.strip_prefix('/') {
        Some(name) if !name.contains(['/', '~']) && !name.is_empty() => name.to_owned(),
        _ => at.to_owned(),
    }
}

/// The table at a key, made where there is none; one that only holds tables needs no heading of its own.
fn table<'d>(within: &'d mut dyn TableLike, key: &str, holds_tables: bool) -> Option<&'d mut dyn TableLike> {
    if within.get(key).is_none() {
        let mut made = Table::new();
        made.set_implicit(holds_tables);
        within.insert(key, Item::Table(made));
    }
    within.get_mut(key)?.as_table_like_mut()
}

fn take_back(document: &mut DocumentMut, list: ListName, field: &str) {
    let Some(fields) = document.get_mut("fields").and_then(Item::as_table_like_mut) else { return };
    let Some(table) = fields.get_mut(list.table()).and_then(Item::as_table_like_mut) else { return };
    table.remove(field);
    if table.is_empty() {
        fields.remove(list.table());
    }
    if fields.is_empty() {
        document.remove("fields");
    }
}

fn bad(sentence: &str) -> AppError {
    AppError::new(ErrorCode::BadRequest, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn place(field: &str, at: Option<&str>) -> FieldPlace {
        FieldPlace { field: field.into(), at: at.map(Into::into) }
    }

    fn users(overrides: &str, places: &[FieldPlace]) -> String {
        with_places(overrides, ListName::Users, places).expect("overrides")
    }

    #[test]
    fn a_word_on_a_field_leaves_everything_else_as_it_is_written() {
        let before =
            "# Asked for by Kim.\nbatch_limit = 20 # not more\n\n[calls.users]\npath = \"/people\"\n";
        let after = users(before, &[place("email", Some("/contact/mail")), place("id", Some("/Key"))]);
        assert!(after.starts_with(before), "{after}");
        assert_eq!(&after[before.len()..], "\n[fields.user]\nemail = [\"/contact/mail\"]\nid = [\"Key\"]\n");
    }

    #[test]
    fn a_word_taken_back_leaves_what_was_there_before() {
        let before = "[calls.users]\npath = \"/people\"\n";
        let with = users(before, &[place("email", Some("/contact/mail"))]);
        assert_eq!(users(&with, &[place("email", None)]), before);
        assert_eq!(
            users(before, &[place("email", None)]),
            before,
            "what was never said is taken back easily"
        );
    }

    #[test]
    fn a_later_word_takes_the_place_of_an_earlier_one_however_it_is_written() {
        for before in ["fields.user.email = [\"x\"]\n", "[fields]\nuser = { email = [\"x\"] }\n"] {
            let after = users(before, &[place("email", Some("/y/z"))]);
            let read: toml::Table = after.parse().expect("TOML");
            assert_eq!(read["fields"]["user"]["email"].as_array().map(Vec::len), Some(1), "{after}");
            assert!(after.contains("/y/z") && !after.contains("\"x\""), "{after}");
        }
    }

    #[test]
    fn a_field_or_a_place_that_can_not_be_one_changes_nothing() {
        for wrong in [place("password", Some("/x")), place("email", Some("x")), place("email.x", None)] {
            let refused = with_places("", ListName::Users, &[wrong]).expect_err("refused");
            assert_eq!(refused.code, ErrorCode::BadRequest);
        }
        assert_eq!(
            with_places("no toml", ListName::Users, &[]).expect_err("refused").code,
            ErrorCode::ProfileInvalid
        );
    }

    #[test]
    fn every_value_of_a_record_is_shown_with_its_place() {
        let record = json!({
            "id": 7, "name": {"given/name": "Ann"}, "none": null, "empty": [], "on": true,
            "mails": [{"value": "a@b.example"}], "long": "é".repeat(200)
        });
        let mut values = Vec::new();
        leaves(&record, "", 0, &mut values);
        let shown: Vec<(&str, &str)> =
            values.iter().map(|value| (value.at.as_str(), value.example.as_str())).collect();
        assert_eq!(
            shown[..5],
            [
                ("/id", "7"),
                ("/name/given~1name", "Ann"),
                ("/on", "true"),
                ("/mails", "[{\"value\":\"a@b.example\"}]"),
                ("/mails/0/value", "a@b.example"),
            ]
        );
        assert_eq!((shown[5].0, shown[5].1.chars().count()), ("/long", 80));
        for value in &values {
            assert!(record.pointer(&value.at).is_some(), "{} leads nowhere", value.at);
        }
    }
}
