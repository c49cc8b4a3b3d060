//! Workbooks that Rollcall itself made, coming back: a template that was filled in, or rows that needed attention and
//! were put right in Excel.

use super::Draft;
use super::check::hex_of;
use super::state::State;
use super::step::Step;
use super::view::draft_view;
use crate::App;
use crate::contract::*;
use rollcall_core::sentence;
use rollcall_intake::{Corrected, Table};
use std::collections::HashSet;
use std::sync::Arc;

/// The keys and words of the marker that such a workbook carries.
pub(crate) const KIND: &str = "kind";
pub(crate) const TEMPLATE: &str = "template";
const ATTENTION: &str = "attention";
const DRAFT: &str = "draft";
/// How many steps held when it was made, and what the draft was then.
const STEPS: &str = "steps";
const STATE: &str = "state";

/// The column that Rollcall adds behind the person's own: the row's number in the draft's own file.
const ROW: &str = "Row in file";

/// What a workbook of a draft's rows says of where it comes from.
pub(crate) fn marks(draft: &Draft) -> Vec<(String, String)> {
    let (_, holds) = draft.steps();
    let mark = |key: &str, value: String| (key.to_owned(), value);
    vec![
        mark(KIND, ATTENTION.to_owned()),
        mark(DRAFT, draft.id.clone()),
        mark(STEPS, holds.to_string()),
        mark(STATE, fingerprint(draft.now())),
        mark("version", "1".to_owned()),
    ]
}

fn fingerprint(state: &State) -> String {
    hex_of(state.fingerprint().to_string().as_bytes())
}

/// Whether a table is a template of ours that was filled in.
pub(crate) fn is_template(table: &Table) -> bool {
    marker(table, KIND).is_some_and(|kind| kind == TEMPLATE)
}

fn marker<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.file.marker.as_ref()?.get(key).map(String::as_str)
}

impl App {
    /// Takes the rows of a workbook that was made of a draft's rows into that draft, as one step. Nothing where it is
    /// none such, where its draft is gone or has become another one, or where its rows can't be told one by one: then
    /// it is a file like any other, and all that stands in it is checked.
    pub(crate) async fn continue_marked(
        &self,
        profile: &str,
        table: &Arc<Table>,
    ) -> Result<Option<DraftView>, AppError> {
        if marker(table, KIND) != Some(ATTENTION) {
            return Ok(None);
        }
        let Some(id) = marker(table, DRAFT).filter(|id| Draft::profile_of(id) == Some(profile)) else {
            return Ok(None);
        };
        let Ok(held) = self.held(id).await else { return Ok(None) };
        let mut draft = held.lock().await;
        let Some(cells) = changes(&draft, table).filter(|_| draft.run.is_none()) else { return Ok(None) };
        if !cells.is_empty() {
            let (name, count) = (&table.file.name, cells.len());
            let what = match count {
                1 => sentence!("1 cell from “{name}”", name = name),
                count => sentence!("{cells} cells from “{name}”", cells = count, name = name),
            };
            self.take(&mut draft, Step::Cells { cells, what: what.text }, None).await?;
        }
        Ok(Some(draft_view(&draft)))
    }
}

/// The cells that a person changed in the workbook since it was made, by the row's number in the draft's own file.
fn changes(draft: &Draft, table: &Table) -> Option<Vec<(u32, Field, Arc<str>)>> {
    let then = draft.after(marker(table, STEPS)?.parse().ok()?)?;
    // Another reading of the file has other rows under the same numbers.
    if marker(table, STATE)? != fingerprint(then) || then.choice != draft.now().choice {
        return None;
    }
    let rows = rows(then, table)?;
    let mapping = then.mapping();
    let before = Corrected::new(&mapping, &then.corrections);
    let fields = fields(then, table);
    let mut changes = Vec::new();
    for (number, row) in rows {
        let original = then.table.row(then.table.position(number)?);
        for (column, field) in &fields {
            let text = row.cell(*column).shown().trim();
            if text != before.cell(original, *field).shown().trim() {
                changes.push((number, *field, text.into()));
            }
        }
    }
    Some(changes)
}

/// Each row of the workbook by its number in the draft's file; nothing where a number was lost, is unknown or comes
/// twice: somebody who gave a second person a row of their own must not lose the first.
fn rows<'a>(then: &State, table: &'a Table) -> Option<Vec<(u32, rollcall_intake::Row<'a>)>> {
    // The last of that name: a file that was such a workbook itself has one of its own.
    let column = table
        .columns
        .iter()
        .rfind(|column| column.header.as_deref().is_some_and(|name| name.trim() == ROW))?;
    let mut seen = HashSet::new();
    let mut rows = Vec::new();
    for row in table.rows() {
        let number: u32 = row.cell(column.index).shown().trim().parse().ok()?;
        then.table.position(number)?;
        if !seen.insert(number) {
            return None;
        }
        rows.push((number, row));
    }
    Some(rows)
}

/// Which column of the workbook holds which field: the one that stood there, or the only one of that name where columns
/// were moved about. A field whose column is gone, or could be two, is left as it is.
fn fields(then: &State, table: &Table) -> Vec<(u32, Field)> {
    let layout = then.layout();
    let headers = layout.headers(&then.table);
    let named = |column: &rollcall_intake::Column, header: &str| column.label() == header;
    let of = |field: Field| {
        let place = layout.place(field)?;
        let header = headers.get(place)?;
        if table.columns.get(place).is_some_and(|column| named(column, header)) {
            return Some((u32::try_from(place).ok()?, field));
        }
        let mut alike = table.columns.iter().filter(|column| named(column, header));
        let only = alike.next().filter(|_| alike.next().is_none())?;
        Some((only.index, field))
    };
    Field::ALL.into_iter().filter_map(of).collect()
}
