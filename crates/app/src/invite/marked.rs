//! Workbooks that Rollcall itself made, coming back: a template that was filled in, or rows that needed attention and
//! were put right in Excel.

use super::Draft;
use super::step::Step;
use super::view::draft_view;
use crate::App;
use crate::contract::*;
use rollcall_intake::{Corrected, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The keys and words of the marker that such a workbook carries.
pub(crate) const KIND: &str = "kind";
pub(crate) const TEMPLATE: &str = "template";
pub(crate) const ATTENTION: &str = "attention";
pub(crate) const DRAFT: &str = "draft";

/// Columns that Rollcall added to the person's own.
pub(crate) const REASONS: &str = "What to put right";
pub(crate) const ROW: &str = "Row in file";

/// Whether a table is a template of ours that was filled in.
pub(crate) fn is_template(table: &Table) -> bool {
    marker(table, KIND).is_some_and(|kind| kind == TEMPLATE)
}

fn marker<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.file.marker.as_ref()?.get(key).map(String::as_str)
}

impl App {
    /// Takes the rows of a workbook that was made of a draft's rows into that draft, as one step. Nothing where the
    /// table is none such, or where its draft is gone: then it is a file like any other.
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
        let held = match self.held(id).await {
            Ok(held) => held,
            Err(problem) if problem.code == ErrorCode::FileGone => return Ok(None),
            Err(problem) => return Err(problem),
        };
        let mut draft = held.lock().await;
        if draft.run.is_some() {
            return Ok(None);
        }
        let cells = changes(&draft, table);
        if !cells.is_empty() {
            let name = &table.file.name;
            let count = cells.len();
            let what = format!("{count} {} from “{name}”", if count == 1 { "cell" } else { "cells" });
            self.take(&mut draft, Step::Cells { cells, what }, None).await?;
        }
        Ok(Some(draft_view(&draft)))
    }
}

/// The cells that say something else than the draft does, by the row's number in the draft's own file.
fn changes(draft: &Draft, table: &Table) -> Vec<(u32, Field, String)> {
    let state = draft.now();
    let mapping = state.mapping();
    let mine = Corrected::new(&mapping, &state.corrections);
    let fields = fields(draft, table);
    let Some(number) = table.column_named(ROW).map(|column| column.index) else { return Vec::new() };
    let mut changes = Vec::new();
    for row in table.rows() {
        // A row whose number was lost is not guessed at.
        let original: Option<u32> = row.cell(number).shown().trim().parse().ok();
        let Some(place) = original.and_then(|number| state.table.position(number)) else { continue };
        let before = state.table.row(place);
        for (column, field) in &fields {
            let text = row.cell(*column).shown().trim();
            if text != mine.cell(before, *field).shown().trim() {
                changes.push((before.number(), *field, text.to_owned()));
            }
        }
    }
    changes
}

/// Which column of the workbook holds which field: the columns stand as they stood in the draft's layout.
fn fields(draft: &Draft, table: &Table) -> BTreeMap<u32, Field> {
    let state = draft.now();
    let layout = state.layout();
    let headers = layout.headers(&state.table);
    let of = |field: Field| {
        let place = layout.place(field)?;
        let header = headers.get(place)?;
        // A person may have moved columns about; the header goes first.
        let by_header = table.column_named(header).map(|column| column.index);
        Some((by_header.unwrap_or(u32::try_from(place).ok()?), field))
    };
    Field::ALL.into_iter().filter_map(of).collect()
}
