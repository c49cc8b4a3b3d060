//! Use case: a part of a review that comes back. Nothing in the file is believed: it can decide on nobody but those who
//! were in the part, and only where the row is still that person's.

use super::hand_over::{EMAIL, HANDED, KIND, NAME, PART};
use super::{NOTE_CHARS, refused};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_file, of_review};
use crate::invite::file_bytes;
use jiff::Timestamp;
use rollcall_core::{fold, phrase, sentence};
use rollcall_intake::{ReadOptions, Row, Table};
use rollcall_review::{Decision, HandOver, HandedPerson, Refused, Return, Reviews};
use rollcall_workbook::{HAND_OVER_DECISION, HAND_OVER_ID, HAND_OVER_NOTE};
use std::collections::HashMap;

/// Rows that are named of those that were not taken.
const NAMED: usize = 100;

/// Characters of what stands in a row that is named.
const WHO_CHARS: usize = 100;

impl App {
    /// Takes the decisions of a workbook that was dropped or picked, under the name that its part was handed to, as one
    /// act that can be taken back.
    ///
    /// # Errors
    /// [`ErrorCode::FileRefused`] for what is no spreadsheet; [`ErrorCode::ReviewRefused`] for one that is no part of a
    /// review of this connection, or of a finished one. Nothing is taken then.
    pub async fn take_back(&self, profile: String, token: String) -> Result<TakenBack, AppError> {
        let path = self.inner.desk.path_of(&token)?;
        let name = crate::home::file_name(&path);
        let bytes = blocking(move || file_bytes(&path)).await?;
        self.take_back_bytes(profile, name, bytes).await
    }

    /// The same of a file's bytes.
    ///
    /// # Errors
    /// As [`App::take_back`].
    pub async fn take_back_bytes(
        &self,
        profile: String,
        name: String,
        bytes: Vec<u8>,
    ) -> Result<TakenBack, AppError> {
        let reviews = self.platform(&profile).await?.reviews.clone();
        let reading = self.inner.reading.clone();
        let taken = blocking(move || {
            let table = rollcall_intake::read_with(&reading, &bytes, &name, &ReadOptions::default())
                .map_err(of_file)?;
            take(&reviews, &table)
        })
        .await?;
        self.tell(AppEvent::ReviewChanged(profile));
        Ok(taken)
    }
}

fn take(reviews: &Reviews, table: &Table) -> Result<TakenBack, AppError> {
    let part = reviews.hand_over_of(part_of(table)?).map_err(of_review)?;
    let columns = Columns::of(table)?;
    let people = reviews.handed(&part.id).map_err(of_review)?;
    let read = read(table, &columns, &people);
    let returns: Vec<Return<'_>> = read.decided.iter().map(|row| row.back).collect();
    let taken = reviews.take_back(&part.id, &returns, &Timestamp::now().to_string()).map_err(of_review)?;
    let late = taken.refused.iter().filter_map(|(at, why)| {
        let row = read.decided.get(*at)?;
        Some(RefusedRow { row: row.number, who: row.who.clone(), why: reason(*why) })
    });
    let mut refused_rows: Vec<RefusedRow> = read.refused.into_iter().chain(late).collect();
    refused_rows.sort_by_key(|row| row.row);
    let refused = u32::try_from(refused_rows.len()).unwrap_or(u32::MAX);
    refused_rows.truncate(NAMED);
    let HandOver { review, to, .. } = part;
    Ok(TakenBack {
        review,
        to,
        taken: taken.taken,
        same: taken.same,
        blank: read.blank,
        refused,
        refused_rows,
    })
}

/// Which part the file says that it is.
fn part_of(table: &Table) -> Result<&str, AppError> {
    let marker = table.file.marker.as_ref();
    let said = |key: &str| marker.and_then(|marker| marker.get(key)).map(String::as_str);
    let part = said(PART).filter(|_| said(KIND) == Some(HANDED));
    part.ok_or_else(|| {
        refused(
            phrase!("This file is not a part of a review that Rollcall handed over, or it was saved in another form than Excel's. Nothing was taken from it."),
        )
    })
}

/// Where everything stands, by name: columns may be moved about.
struct Columns {
    name: u32,
    email: u32,
    decision: u32,
    note: Option<u32>,
    id: u32,
}

impl Columns {
    fn of(table: &Table) -> Result<Self, AppError> {
        let named = |name: &str| {
            let is = |header: &String| header.trim() == name;
            let found = table.columns.iter().find(|column| column.header.as_ref().is_some_and(is));
            found.map(|column| column.index)
        };
        let needed = |name: &str| {
            named(name).ok_or_else(|| {
                refused(sentence!(
                    "The column “{name}” is missing in this file, so nothing was taken from it. Ask for the file as it was handed over.",
                    name = name
                ))
            })
        };
        Ok(Self {
            name: needed(NAME)?,
            email: needed(EMAIL)?,
            decision: needed(HAND_OVER_DECISION)?,
            note: named(HAND_OVER_NOTE),
            id: needed(HAND_OVER_ID)?,
        })
    }
}

/// A row that says what is to be decided of somebody in the part.
struct Decided<'t> {
    number: u32,
    who: String,
    back: Return<'t>,
}

/// What stands in the file.
#[derive(Default)]
struct Read<'t> {
    decided: Vec<Decided<'t>>,
    refused: Vec<RefusedRow>,
    blank: u32,
}

fn read<'t>(table: &'t Table, columns: &Columns, people: &'t [HandedPerson]) -> Read<'t> {
    let known: HashMap<&str, &HandedPerson> =
        people.iter().map(|person| (person.user_id.as_str(), person)).collect();
    let mut times: HashMap<&str, u32> = HashMap::new();
    for row in table.rows() {
        *times.entry(text(row, columns.id)).or_default() += 1;
    }
    let mut read = Read::default();
    for row in table.rows() {
        let id = text(row, columns.id);
        let alone = times.get(id) == Some(&1);
        match judge(row, columns, known.get(id).copied(), alone) {
            Ok(Some(back)) => {
                read.decided.push(Decided { number: row.number(), who: who(row, columns), back })
            }
            Ok(None) => read.blank += 1,
            Err(why) => read.refused.push(RefusedRow { row: row.number(), who: who(row, columns), why }),
        }
    }
    read
}

/// What a row decides; nothing where it is left blank.
fn judge<'t>(
    row: Row<'t>,
    columns: &Columns,
    person: Option<&'t HandedPerson>,
    alone: bool,
) -> Result<Option<Return<'t>>, WhyRefused> {
    let person = person.ok_or(WhyRefused::UnknownPerson)?;
    if !alone {
        return Err(WhyRefused::Twice);
    }
    // Whoever sorted a part of the columns alone gave each id another person's row.
    let same = |column, listed: &str| fold(text(row, column)) == fold(listed);
    if !same(columns.name, &person.held.name) || !same(columns.email, &person.held.email) {
        return Err(WhyRefused::ChangedPerson);
    }
    let word = text(row, columns.decision);
    if word.is_empty() {
        return Ok(None);
    }
    let decision = Decision::from_word(word).ok_or(WhyRefused::NoDecision)?;
    let note = columns.note.map(|column| text(row, column));
    match note.is_some_and(|note| note.chars().count() > NOTE_CHARS) {
        true => Err(WhyRefused::NoteTooLong),
        false => Ok(Some(Return { user_id: &person.user_id, decision, note })),
    }
}

fn text(row: Row<'_>, column: u32) -> &str {
    row.cell(column).shown().trim()
}

/// The name that stands in a row, else the address.
fn who(row: Row<'_>, columns: &Columns) -> String {
    let name = text(row, columns.name);
    let shown = if name.is_empty() { text(row, columns.email) } else { name };
    shown.chars().take(WHO_CHARS).collect()
}

fn reason(refused: Refused) -> WhyRefused {
    match refused {
        Refused::NotHanded => WhyRefused::UnknownPerson,
        Refused::HandedOn => WhyRefused::HandedOn,
        Refused::DecidedMeanwhile => WhyRefused::DecidedMeanwhile,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_review::Held;

    /// What the notes of a file with these columns and this one row say.
    fn notes(headers: &str, row: &str) -> Vec<Option<String>> {
        let person = Held {
            name: "Ann Lee".into(),
            email: "ann@x.example".into(),
            state: "Active".into(),
            roles: Vec::new(),
            identity_provider: None,
            organizations: Vec::new(),
        };
        let people = [HandedPerson { user_id: "u1".into(), held: person, note: String::new() }];
        let text = format!("{NAME},{EMAIL},{headers}\nAnn Lee,ann@x.example,{row}\n");
        let table =
            rollcall_intake::read(text.as_bytes(), "part.csv", &ReadOptions::default()).expect("a table");
        let read = read(&table, &Columns::of(&table).expect("its columns"), &people);
        read.decided.iter().map(|row| row.back.note.map(str::to_owned)).collect()
    }

    #[test]
    fn a_note_that_was_emptied_is_told_from_a_column_of_notes_that_is_gone() {
        assert_eq!(notes("Decision,Rollcall id", "Keep,u1"), [None]);
        assert_eq!(notes("Decision,Note,Rollcall id", "Keep,,u1"), [Some(String::new())]);
        assert_eq!(notes("Decision,Note,Rollcall id", "Keep,left in May,u1"), [Some("left in May".into())]);
    }
}
