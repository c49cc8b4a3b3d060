//! People written one after another, in any format.

use super::columns::Column;
use crate::contract::*;
use crate::documents::{PersonNames, unwritten};
use jiff::Timestamp;
use rollcall_core::{Sentence, sentence};
use rollcall_roster::{Roster, UserRow};
use rollcall_workbook::{Between, Letters, ListText, ListWorkbook, Value, WorkbookError};
use std::io::Write;
use std::path::Path;

/// A file that is being written.
pub(super) struct Written<W: Write> {
    columns: Vec<Column>,
    form: Form<W>,
}

enum Form<W: Write> {
    Workbook(Box<ListWorkbook>, W),
    Text(Box<ListText<W>>),
    Json(Box<Document<W>>),
}

/// One JSON document that holds the people in a list.
struct Document<W> {
    out: W,
    names: PersonNames,
    between: &'static str,
    /// The keys that are written; nothing for all of them.
    keys: Option<Keys>,
}

impl<W: Write + Send> Written<W> {
    /// Begins with what stands before the people. `folder` takes what a workbook is made of.
    pub(super) fn begin(
        roster: &Roster,
        choice: &ExportChoice,
        columns: Vec<Column>,
        total: u32,
        folder: &Path,
        out: W,
    ) -> Result<Self, AppError> {
        let headers: Vec<String> = columns.iter().map(|column| column.header().to_owned()).collect();
        let form = match choice.format {
            ExportFormat::Xlsx => {
                let list = ListWorkbook::new(&headers, folder).map_err(|problem| refused(&problem))?;
                Form::Workbook(Box::new(list), out)
            }
            ExportFormat::Csv => {
                let list = ListText::new(out, &headers, between(choice.separator), letters(choice.encoding));
                Form::Text(Box::new(list.map_err(|problem| header_refused(&problem))?))
            }
            ExportFormat::Json => {
                let keys = (!choice.columns.is_empty()).then(|| Keys::of(&columns));
                let names = PersonNames::read(roster)?;
                Form::Json(Box::new(Document::begin(out, names, keys, total)?))
            }
        };
        Ok(Self { columns, form })
    }

    pub(super) fn person(&mut self, person: &UserRow, now: Timestamp) -> Result<(), AppError> {
        let cells = || self.columns.iter().map(|column| column.value(person, now)).collect::<Vec<Value>>();
        match &mut self.form {
            Form::Workbook(list, _) => list.row(&cells()).map_err(|problem| refused(&problem)),
            Form::Text(list) => list.row(&cells()).map_err(|problem| match problem {
                WorkbookError::Unmappable { row, place, found } => {
                    unmappable(person, row, self.columns.get(place).map_or("", Column::header), found)
                }
                other => refused(&other),
            }),
            Form::Json(document) => document.person(person, now),
        }
    }

    pub(super) fn finish(self) -> Result<(), AppError> {
        match self.form {
            Form::Workbook(list, out) => list.finish(out).map_err(|problem| refused(&problem)),
            Form::Text(list) => {
                let mut out = list.finish().map_err(|problem| refused(&problem))?;
                out.flush().map_err(|problem| unwritten(&problem))
            }
            Form::Json(document) => document.finish(),
        }
    }
}

impl<W: Write> Document<W> {
    fn begin(mut out: W, names: PersonNames, keys: Option<Keys>, total: u32) -> Result<Self, AppError> {
        write!(out, "{{\"schema\":{DOCUMENT_SCHEMA},\"total\":{total},\"users\":[")
            .map_err(|problem| unwritten(&problem))?;
        Ok(Self { out, names, between: "", keys })
    }

    fn person(&mut self, person: &UserRow, now: Timestamp) -> Result<(), AppError> {
        let between = std::mem::replace(&mut self.between, ",\n");
        self.out.write_all(between.as_bytes()).map_err(|problem| unwritten(&problem))?;
        let document = self.names.person(person.clone());
        match &self.keys {
            None => serde_json::to_writer(&mut self.out, &document),
            Some(keys) => serde_json::to_writer(&mut self.out, &keys.choose(document, person, now)),
        }
        .map_err(|problem| unwritten(&problem.into()))
    }

    fn finish(mut self) -> Result<(), AppError> {
        self.out.write_all(b"]}\n").and_then(|()| self.out.flush()).map_err(|problem| unwritten(&problem))
    }
}

/// Some of a person's keys.
struct Keys {
    columns: Vec<Column>,
}

impl Keys {
    fn of(columns: &[Column]) -> Self {
        Self { columns: columns.to_vec() }
    }

    /// The chosen keys in the chosen order; fields that Rollcall has no name for lie together under `other`.
    fn choose(
        &self,
        document: PersonDocument,
        person: &UserRow,
        now: Timestamp,
    ) -> serde_json::Map<String, serde_json::Value> {
        let whole = serde_json::to_value(document).unwrap_or_default();
        let mut chosen = serde_json::Map::new();
        for column in &self.columns {
            match (key(column), column) {
                (Some(key), _) => {
                    chosen.insert(key.to_owned(), whole.get(key).cloned().unwrap_or_default());
                }
                (None, Column::Other(name)) => {
                    let other = chosen
                        .entry("other")
                        .or_insert_with(|| serde_json::Value::Object(Default::default()));
                    if let (Some(other), Some(value)) = (other.as_object_mut(), person.other.get(name)) {
                        other.insert(name.clone(), value.clone());
                    }
                }
                (None, worked_out) => {
                    let key = match worked_out {
                        Column::Name => "name",
                        Column::Domain => "mailDomain",
                        _ => "invitation",
                    };
                    chosen.insert(key.to_owned(), worked_out.value(person, now).shown().into());
                }
            }
        }
        chosen
    }
}

/// The key of a column in a person's document; nothing for what Rollcall works out, and for fields it has no name for.
fn key(column: &Column) -> Option<&'static str> {
    Some(match column {
        Column::Id => "id",
        Column::Email => "email",
        Column::FirstName => "firstName",
        Column::LastName => "lastName",
        Column::State => "state",
        Column::Created => "createdAt",
        Column::Roles => "roles",
        Column::Provider => "identityProvider",
        Column::Organizations => "organizations",
        Column::Accessibility => "accessibility",
        Column::ExternalId => "externalId",
        Column::Name | Column::Domain | Column::Invitation | Column::Other(_) => return None,
    })
}

pub(crate) fn between(separator: Separator) -> Between {
    match separator {
        Separator::Comma => Between::Comma,
        Separator::Semicolon => Between::Semicolon,
        Separator::Tab => Between::Tab,
    }
}

pub(crate) fn letters(encoding: Encoding) -> Letters {
    match encoding {
        Encoding::Utf8Bom => Letters::Utf8Bom,
        Encoding::Utf8 => Letters::Utf8,
        Encoding::Utf16Le => Letters::Utf16Le,
        Encoding::Windows1252 => Letters::Windows1252,
    }
}

fn unmappable(person: &UserRow, row: u32, header: &str, found: char) -> AppError {
    let name = super::browse::full_name(&person.first_name, &person.last_name);
    let who = match (name.is_empty(), person.email.is_empty()) {
        (false, _) => name,
        (true, false) => person.email.clone(),
        (true, true) => person.id.to_string(),
    };
    AppError::new(ErrorCode::BadRequest, no_such_letter(&who, row, header, found))
}

/// What is said where Windows-1252 was chosen and somebody's data has another letter.
pub(crate) fn no_such_letter(who: &str, row: u32, header: &str, found: char) -> Sentence {
    sentence!(
        "{who}, row {row} of the list, has “{found}” under {header}, and Windows-1252 has no such letter. No file was left; choose UTF-8 instead.",
        who = who,
        row = row,
        found = found,
        header = header
    )
}

fn header_refused(problem: &WorkbookError) -> AppError {
    match problem {
        WorkbookError::Unmappable { found, .. } => AppError::new(
            ErrorCode::BadRequest,
            sentence!(
                "The name of a column has “{found}”, and Windows-1252 has no such letter. No file was left; choose UTF-8 instead.",
                found = found
            ),
        ),
        other => refused(other),
    }
}

fn refused(problem: &WorkbookError) -> AppError {
    match problem {
        WorkbookError::Output(problem) => unwritten(problem),
        other => AppError::new(ErrorCode::Storage, other.to_string()),
    }
}
