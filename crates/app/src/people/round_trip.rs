//! What Rollcall wrote, its own reader reads back as it was, whatever stands in it.

use super::columns::Column;
use super::written::Written;
use crate::contract::*;
use jiff::Timestamp;
use proptest::prelude::*;
use rollcall_core::{AccountState, IdentityProvider, Organization, Role, User};
use rollcall_intake::{Cell, ReadOptions, read};
use rollcall_roster::{Committed, Reference, RefreshFacts, Roster, UserQuery};
use std::ops::ControlFlow;
use std::path::Path;

/// Texts as they stand in real lists, and texts made to hurt.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "\\PC{0,12}",
        2 => "[a-zA-ZäöüŠé ]{1,10}",
        1 => "[0-9]{1,20}",
        1 => Just(String::new()),
        1 => "[\"',;|=+@-]{1,5}",
        1 => "[a-z]{1,3}[\n\t][a-z]{1,3}",
        1 => "'{0,2}[=+@-][a-z0-9]{0,5}",
        1 => "_x00[0-9A-F]{2}_",
        1 => Just("<script>alert(1)</script>&amp;".to_owned()),
        1 => Just("=HYPERLINK(\"http://x.example\",\"hi\")".to_owned()),
        1 => Just("@SUM(1+1)*cmd|' /C calc'!A0".to_owned()),
        1 => Just("sep=;".to_owned()),
    ]
}

/// Texts of the letters of western Windows.
fn western() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-zA-Z0-9 äöüßéèñÅØ€,;\"'|=+@-]{0,12}", 1 => text().prop_map(|text| only_western(&text))]
}

fn only_western(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii() || "äöüßéèñÅØ€".contains(*c)).collect()
}

/// Dates as a workbook keeps them: in UTC and to the second.
fn whole_second() -> impl Strategy<Value = String> {
    (0_i64..4_000_000_000).prop_map(|second| Timestamp::from_second(second).expect("a time").to_string())
}

/// Dates however platforms write them.
fn any_date() -> impl Strategy<Value = String> {
    let written = "20[0-4][0-9]-0[1-9]-1[0-9]T1[0-9]:00:5[0-9](\\.[0-9]{1,7})?(Z|[+-]0[0-9]:[03]0)?";
    prop_oneof![2 => whole_second(), 3 => written, 1 => "20[0-4][0-9]-0[1-9]-1[0-9]", 1 => "[a-z0-9 .-]{1,12}"]
}

fn people<S, D>(text: fn() -> S, date: fn() -> D) -> impl Strategy<Value = Vec<User>>
where
    S: Strategy<Value = String>,
    D: Strategy<Value = String>,
{
    let person = (prop::collection::vec(text(), 8), prop::option::of(date()));
    prop::collection::vec(person, 1..8).prop_map(|people| {
        let people = people.into_iter().enumerate();
        people.map(|(number, (texts, created))| user(number, texts, created)).collect()
    })
}

fn user(number: usize, texts: Vec<String>, created_at: Option<String>) -> User {
    let text = |place: usize| texts[place].clone();
    let given = |place: usize| Some(text(place)).filter(|text| !text.is_empty());
    let mut other = serde_json::Map::new();
    other.insert("Shoe, size".to_owned(), text(6).into());
    other.insert("points".to_owned(), number.into());
    User {
        id: format!("u{number}-{}", text(0)).into(),
        email: text(1),
        first_name: text(2),
        last_name: text(3),
        state: AccountState::from_word(["New", "Active", "Blocked"][number % 3]),
        created_at,
        accessibility: given(4),
        role_ids: vec!["r1".into(), "r2".into()],
        identity_provider_id: Some("p".into()),
        external_id: given(5),
        organization_ids: vec!["o".into()],
        other,
        raw: None,
    }
}

/// A list of these people, whose role, provider and organization are called as the first of them is.
pub(super) fn roster(folder: &Path, users: &[User], names: &str) -> Roster {
    let roster = Roster::open(&folder.join("roster.db"), None).expect("a list");
    let mut refresh = roster.begin_refresh().expect("begun");
    refresh.add(users.to_vec()).expect("added");
    let role = |id: &str, name: String| Role { id: id.into(), name, weight: None };
    let reference = Reference {
        roles: vec![role("r1", names.to_owned()), role("r2", "Customer".to_owned())],
        identity_providers: vec![IdentityProvider {
            id: "p".into(),
            name: names.to_owned(),
            prefix: None,
            enabled: true,
        }],
        organizations: Some(vec![Organization {
            id: "o".into(),
            name: names.to_owned(),
            erp_id: None,
            kind: None,
            parent_id: None,
        }]),
    };
    let facts = RefreshFacts {
        fetched_at: Timestamp::UNIX_EPOCH,
        complete: true,
        subject: None,
        scope: "test".to_owned(),
    };
    assert!(matches!(refresh.commit(reference, facts), Ok(Committed::Taken(_))));
    roster
}

/// What was to be written, and the file.
fn exported(users: &[User], choice: &ExportChoice) -> (Vec<Vec<String>>, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = roster(folder.path(), users, &users[0].first_name);
    let columns = match choice.columns.is_empty() {
        true => Column::all(roster.known_fields().expect("fields")),
        false => Column::of_words(&choice.columns).expect("columns"),
    };
    let mut texts = vec![columns.iter().map(|column| column.header().to_owned()).collect::<Vec<_>>()];
    let (now, mut bytes) = (Timestamp::now(), Vec::new());
    let total = u32::try_from(users.len()).expect("a few");
    let mut written =
        Written::begin(&roster, choice, columns.clone(), total, folder.path(), &mut bytes).expect("begun");
    let mut people = Vec::new();
    let each = &mut |person| {
        people.push(person);
        ControlFlow::Continue(())
    };
    roster.each_of(&choice.query, None, each).expect("people");
    for person in &people {
        texts.push(columns.iter().map(|column| column.value(person, now).shown().to_owned()).collect());
        written.person(person, now).expect("written");
    }
    written.finish().expect("finished");
    (texts, bytes)
}

fn choice(format: ExportFormat, separator: Separator, encoding: Encoding) -> ExportChoice {
    ExportChoice {
        query: UserQuery::default(),
        picked: None,
        everyone: true,
        columns: Vec::new(),
        format,
        separator,
        encoding,
    }
}

/// Every cell as it is read back; a date of a workbook as the platform writes dates.
fn seen(bytes: &[u8], width: usize) -> Vec<Vec<String>> {
    let table = read(bytes, "export", &ReadOptions::default()).expect("the reader knows Rollcall's own file");
    let headers: Vec<String> =
        table.columns.iter().map(|column| column.header.clone().unwrap_or_default()).collect();
    let text = |cell: Cell<'_>| match cell {
        Cell::Date(date) => match date.split_once(' ') {
            Some((day, time)) => format!("{day}T{time}Z"),
            None => format!("{date}T00:00:00Z"),
        },
        other => other.shown().to_owned(),
    };
    let rows = table.rows().map(|row| row.cells().map(text).collect());
    let mut all: Vec<Vec<String>> = std::iter::once(headers).chain(rows).collect();
    // Columns at the end in which nothing stands are no columns to a reader.
    all.iter_mut().for_each(|row| row.resize(width, String::new()));
    all
}

/// Keys of a person in a document whose values are texts, and what Rollcall has no name for, which is one cell.
const FIELDS: [&str; 9] =
    ["id", "email", "firstName", "lastName", "state", "createdAt", "accessibility", "externalId", "other"];

/// What the document of a person says under [`FIELDS`].
fn fields(user: &User) -> [String; 9] {
    let other = serde_json::Value::Object(user.other.clone()).to_string();
    [
        user.id.as_str(),
        &user.email,
        &user.first_name,
        &user.last_name,
        user.state.as_str(),
        user.created_at.as_deref().unwrap_or_default(),
        user.accessibility.as_deref().unwrap_or_default(),
        user.external_id.as_deref().unwrap_or_default(),
        &other,
    ]
    .map(str::to_owned)
}

fn comes_back(users: &[User], choice: &ExportChoice) -> Result<(), TestCaseError> {
    let (texts, bytes) = exported(users, choice);
    let width = texts[0].len();
    prop_assert_eq!(seen(&bytes, width), texts, "{:?}", choice);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_comes_back_as_it_was(users in people(text, whole_second)) {
        comes_back(&users, &choice(ExportFormat::Xlsx, Separator::Comma, Encoding::Utf8))?;
    }

    #[test]
    fn a_text_with_separators_comes_back_as_it_was_in_every_unicode(users in people(text, any_date)) {
        for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
            for encoding in [Encoding::Utf8Bom, Encoding::Utf8, Encoding::Utf16Le] {
                comes_back(&users, &choice(ExportFormat::Csv, separator, encoding))?;
            }
        }
    }

    #[test]
    fn a_text_of_western_letters_comes_back_in_western_windows(users in people(western, any_date)) {
        let (texts, bytes) = exported(&users, &choice(ExportFormat::Csv, Separator::Semicolon, Encoding::Windows1252));
        let options = ReadOptions { encoding: Some("windows-1252".to_owned()), ..ReadOptions::default() };
        let table = read(&bytes, "export", &options).expect("read");
        let rows: Vec<Vec<String>> =
            table.rows().map(|row| row.cells().map(|cell| cell.shown().to_owned()).collect()).collect();
        for (row, texts) in rows.iter().zip(&texts[1..]) {
            prop_assert_eq!(&row[..], &texts[..row.len()]);
        }
        prop_assert_eq!(rows.len(), users.len());
    }

    #[test]
    fn a_document_comes_back_with_every_person(users in people(text, any_date)) {
        let (_, bytes) = exported(&users, &choice(ExportFormat::Json, Separator::Comma, Encoding::Utf8));
        let table = read(&bytes, "export", &ReadOptions::default()).expect("read");
        let place = |name: &str| {
            let named = |column: &&rollcall_intake::Column| column.header.as_deref() == Some(name);
            table.columns.iter().find(named).map(|column| column.index)
        };
        let places = FIELDS.map(place);
        let text = |row: rollcall_intake::Row<'_>, place: Option<u32>| {
            place.map(|place| row.cell(place).shown().to_owned()).unwrap_or_default()
        };
        let mut seen: Vec<_> = table.rows().map(|row| places.map(|place| text(row, place))).collect();
        let mut listed: Vec<_> = users.iter().map(fields).collect();
        seen.sort();
        listed.sort();
        prop_assert_eq!(seen, listed);
    }
}

#[test]
fn a_letter_that_the_encoding_lacks_names_the_person_and_the_place() {
    let users = [user(0, vec!["x".to_owned(); 8], None), user(1, vec!["漢".to_owned(); 8], None)];
    let folder = tempfile::tempdir().expect("a folder");
    let roster = roster(folder.path(), &users, "A");
    let choice = ExportChoice {
        columns: vec!["state".to_owned(), "lastName".to_owned()],
        ..choice(ExportFormat::Csv, Separator::Comma, Encoding::Windows1252)
    };
    let columns = Column::of_words(&choice.columns).expect("columns");
    let mut written = Written::begin(&roster, &choice, columns, 2, folder.path(), Vec::new()).expect("begun");
    let mut refused = None;
    let each = &mut |person| {
        refused = refused.take().or(written.person(&person, Timestamp::now()).err());
        ControlFlow::Continue(())
    };
    roster.each_of(&choice.query, None, each).expect("people");
    let refused = refused.expect("refused");
    assert_eq!(refused.code, ErrorCode::BadRequest);
    for said in ["漢 漢", "row 2", "Last name", "UTF-8"] {
        assert!(refused.message.contains(said), "{said}: {}", refused.message);
    }
}
