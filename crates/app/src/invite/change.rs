//! Use cases: change a draft, take changes back and bring them back.

use super::open::written;
use super::repair::{bad, repair, rows_of};
use super::step::Step;
use super::view::{draft_view, of_shown};
use super::{Checked, Draft, bytes};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_drafts};
use jiff::Timestamp;
use rollcall_core::{IdentityProviderId, RoleId, phrase, sentence};
use rollcall_intake::{Class, Corrected, Needle, Plan, Table, cells_of_block};
use std::sync::Arc;

impl App {
    /// Changes a draft; each change can be undone.
    pub async fn change_draft(&self, draft: String, change: DraftChange) -> Result<DraftView, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        let step = self.step_of(&mut draft, change).await?;
        self.take(&mut draft, step.clone(), None).await?;
        self.remember(&draft.profile, &step, true).await?;
        Ok(draft_view(&draft))
    }

    /// Takes the last change back.
    pub async fn undo_draft(&self, draft: String) -> Result<DraftView, AppError> {
        self.hold(draft, |holds| holds.saturating_sub(1)).await
    }

    /// Brings back what was taken back last.
    pub async fn redo_draft(&self, draft: String) -> Result<DraftView, AppError> {
        self.hold(draft, |holds| holds + 1).await
    }

    async fn hold(&self, draft: String, to: impl FnOnce(usize) -> usize) -> Result<DraftView, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        let (before, holds) = (draft.steps().1, to(draft.steps().1));
        if !draft.can_hold(holds) {
            return Ok(draft_view(&draft));
        }
        // What is written goes first: a draft must not be taken up again in another state than it was left in.
        if draft.kept {
            let drafts = self.platform(&draft.profile).await?.drafts.clone();
            let (id, holds) = (draft.id.clone(), u32::try_from(holds).unwrap_or(u32::MAX));
            blocking(move || drafts.hold(&id, holds, &Timestamp::now().to_string()).map_err(of_drafts))
                .await?;
        }
        draft.hold(holds);
        // What was said for files to come goes with the step that said it.
        if let Some(step) = draft.step(before.max(holds)).cloned() {
            self.remember(&draft.profile, &step, holds > before).await?;
        }
        Ok(draft_view(&draft))
    }

    /// Remembers what a step said of a value for files to come, or forgets it again.
    async fn remember(&self, profile: &str, step: &Step, holds: bool) -> Result<(), AppError> {
        let Step::Answer { field, answer, remember: true, .. } = step else { return Ok(()) };
        match self.memory(profile).await? {
            Some(memory) if holds => memory.remember_answer(*field, answer),
            Some(memory) => memory.forget_answer(*field, answer),
            None => Ok(()),
        }
    }

    /// Writes a step down, then takes it.
    pub(crate) async fn take(
        &self,
        draft: &mut Draft,
        step: Step,
        table: Option<Arc<Table>>,
    ) -> Result<(), AppError> {
        if draft.kept {
            let drafts = self.platform(&draft.profile).await?.drafts.clone();
            let (id, text) = (draft.id.clone(), written(&step)?);
            blocking(move || drafts.take_step(&id, &text, &Timestamp::now().to_string()).map_err(of_drafts))
                .await?;
        }
        draft.take(step, table);
        Ok(())
    }

    /// Reads the draft's file again in another way.
    pub async fn reread_draft(&self, draft: String, choice: ReadChoice) -> Result<DraftView, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        let table = bytes::read(draft.source.clone(), &choice, &self.inner.reading).await?;
        let reference = self.reference(&draft.profile).await?;
        let read = table.clone();
        let guesses = blocking(move || Ok(rollcall_intake::guess_mapping(&read, &reference))).await?;
        let step = Step::Read { choice, columns: super::state::meant(guesses) };
        self.take(&mut draft, step, Some(table)).await?;
        Ok(draft_view(&draft))
    }

    /// Takes the person's word on what columns mean.
    pub async fn choose_columns(
        &self,
        draft: String,
        columns: Vec<FieldChoice>,
    ) -> Result<DraftView, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        let width = draft.table().columns.len();
        if columns.iter().any(|chosen| chosen.column.is_some_and(|column| column as usize >= width)) {
            return Err(AppError::new(ErrorCode::BadRequest, phrase!("The file has no such column.")));
        }
        self.take(&mut draft, Step::Columns { chosen: columns }, None).await?;
        self.remember_columns(&draft).await?;
        Ok(draft_view(&draft))
    }

    /// Takes the person's defaults and decisions.
    pub async fn choose_values(
        &self,
        draft: String,
        defaults: Defaults,
        decisions: Decisions,
    ) -> Result<DraftView, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        self.take(&mut draft, Step::Values { defaults, decisions }, None).await?;
        Ok(draft_view(&draft))
    }

    /// Counts the cells that hold a text.
    pub async fn find_in_draft(&self, draft: String, search: Search) -> Result<SearchResult, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        let checked = self.shown_plan(&mut draft).await?;
        let Some(needle) = Needle::new(&search.find, search.match_case, search.whole_cell) else {
            return Ok(SearchResult { cells: 0, rows: 0 });
        };
        let cells =
            tokio::task::block_in_place(|| found(&draft, &checked, &search, &needle, |_| String::new()));
        let mut rows: Vec<u32> = cells.iter().map(|(row, ..)| *row).collect();
        rows.dedup();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(SearchResult { cells: count(cells.len()), rows: count(rows.len()) })
    }

    /// What a change comes to, in full.
    async fn step_of(&self, draft: &mut Draft, change: DraftChange) -> Result<Step, AppError> {
        Ok(match change {
            DraftChange::SetCells { cells } => set_cells(draft, cells)?,
            DraftChange::SkipRows { rows, skip } => Step::Skip { rows: known_rows(draft, rows)?, skip },
            other => {
                let checked = self.shown_plan(draft).await?;
                // As long as the file is: other work goes on meanwhile.
                tokio::task::block_in_place(|| step_by_plan(draft, &checked, other))?
            }
        })
    }
}

fn step_by_plan(draft: &Draft, checked: &Checked, change: DraftChange) -> Result<Step, AppError> {
    match change {
        DraftChange::Paste { classes, row, fields, text } => paste(checked, &classes, row, &fields, &text),
        DraftChange::Repair { group, with, remember } => repair(draft, checked, &group, &with, remember),
        DraftChange::SkipGroup { group } => {
            Ok(Step::Skip { rows: rows_of(&checked.plan, &group)?, skip: true })
        }
        DraftChange::Replace { search, with } => replace(draft, checked, &search, &with),
        DraftChange::KeepRow { row } => keep_row(draft, checked, row),
        DraftChange::SetCells { .. } | DraftChange::SkipRows { .. } => Err(AppError::new(
            ErrorCode::Internal,
            phrase!("This change needs no plan. Nothing was changed."),
        )),
    }
}

fn known_rows(draft: &Draft, rows: Vec<u32>) -> Result<Vec<u32>, AppError> {
    match rows.iter().find(|row| draft.table().position(**row).is_none()) {
        Some(row) => {
            Err(bad(sentence!("There is no row {row} in this file. Nothing was changed.", row = row)))
        }
        None => Ok(rows),
    }
}

fn set_cells(draft: &Draft, cells: Vec<CellEdit>) -> Result<Step, AppError> {
    known_rows(draft, cells.iter().map(|cell| cell.row).collect())?;
    let what = match cells.as_slice() {
        [cell] => sentence!("the {field} in row {row}", field = cell.field.label(), row = cell.row).text,
        cells => sentence!("{cells} cells", cells = cells.len()).text,
    };
    Ok(Step::Cells {
        cells: cells.into_iter().map(|cell| (cell.row, cell.field, cell.text.into())).collect(),
        what,
    })
}

/// The places of the rows that a filter shows, in their order.
pub(crate) fn shown_places<'a>(
    plan: &'a Plan,
    classes: &'a [RowClass],
) -> impl Iterator<Item = usize> + use<'a> {
    let wanted: Vec<Class> = classes.iter().map(|class| of_shown(*class)).collect();
    (0..plan.len()).filter(move |place| wanted.is_empty() || wanted.contains(&plan.class(*place).1))
}

fn paste(
    checked: &Checked,
    classes: &[RowClass],
    row: u32,
    fields: &[Field],
    text: &str,
) -> Result<Step, AppError> {
    let lines = cells_of_block(text);
    let widest = lines.iter().map(Vec::len).max().unwrap_or(0);
    if widest == 0 {
        return Err(bad(phrase!("There is nothing in what was copied, so nothing was pasted.")));
    }
    if widest > fields.len() {
        return Err(bad(sentence!(
            "What was copied has {widest} columns, and there are {columns} from this cell to the right. Nothing was pasted; begin further left.",
            widest = widest,
            columns = fields.len()
        )));
    }
    let shown = shown_places(&checked.plan, classes).map(|place| checked.plan.class(place).0);
    let rows: Vec<u32> = shown.skip_while(|shown| *shown != row).take(lines.len()).collect();
    if rows.is_empty() {
        return Err(bad(sentence!(
            "Row {row} is no longer among the rows that are shown. Nothing was pasted; choose a cell and paste again.",
            row = row
        )));
    }
    if rows.len() < lines.len() {
        return Err(bad(sentence!(
            "What was copied has {lines} lines, and there are {rows} rows from this cell down. Nothing was pasted; begin further up, or copy fewer.",
            lines = lines.len(),
            rows = rows.len()
        )));
    }
    let cells: Vec<(u32, Field, Arc<str>)> = rows
        .into_iter()
        .zip(lines)
        .flat_map(|(row, line)| fields.iter().zip(line).map(move |(field, text)| (row, *field, text.into())))
        .collect();
    let what = sentence!("pasting {cells} cells", cells = cells.len()).text;
    Ok(Step::Cells { cells, what })
}

/// The cells that hold the needle, each with what it becomes.
fn found(
    draft: &Draft,
    checked: &Checked,
    search: &Search,
    needle: &Needle,
    becomes: impl Fn(&str) -> String,
) -> Vec<(u32, Field, Arc<str>)> {
    let state = draft.now();
    let mapping = state.mapping();
    let cells = Corrected::new(&mapping, &state.corrections);
    let mut found = Vec::new();
    for place in shown_places(&checked.plan, &search.classes) {
        let row = state.table.row(place);
        for field in Field::ALL.into_iter().filter(|field| search.field.is_none_or(|only| only == *field)) {
            let cell = cells.cell(row, field);
            let text = cell.shown();
            if needle.is_in(text) {
                found.push((row.number(), field, becomes(text).into()));
            }
        }
    }
    found
}

fn replace(draft: &Draft, checked: &Checked, search: &Search, with: &str) -> Result<Step, AppError> {
    let needle = Needle::new(&search.find, search.match_case, search.whole_cell)
        .ok_or_else(|| bad(phrase!("Enter what is to be found. Nothing was changed.")))?;
    let becomes = |text: &str| needle.replaced(text, with).unwrap_or_else(|| text.to_owned());
    let cells = found(draft, checked, search, &needle, becomes);
    if cells.is_empty() {
        return Err(bad(sentence!("No cell holds \"{text}\". Nothing was changed.", text = search.find)));
    }
    let what = match cells.len() {
        1 => sentence!("replacing “{text}” in 1 cell", text = search.find),
        count => sentence!("replacing “{text}” in {cells} cells", text = search.find, cells = count),
    };
    Ok(Step::Cells { cells, what: what.text })
}

/// Lets all rows of a person ask for what one of them asks.
fn keep_row(draft: &Draft, checked: &Checked, row: u32) -> Result<Step, AppError> {
    let person = checked.plan.conflicts.iter().find(|rows| rows.contains(&row));
    let others =
        person.ok_or_else(|| bad(phrase!("This row contradicts no other any more. Nothing was changed.")))?;
    let state = draft.now();
    let place = state.table.position(row).ok_or_else(|| bad(phrase!("There is no such row.")))?;
    let mapping = state.mapping();
    let cells = Corrected::new(&mapping, &state.corrections);
    let kept = checked.plan.row(place);
    // What a row has from the values for all rows is said by its id: a name may be that of two.
    let text = |field: Field, id: Option<&str>| -> Arc<str> {
        let own = cells.cell(state.table.row(place), field).shown().trim();
        if own.is_empty() { id.unwrap_or_default().into() } else { own.into() }
    };
    let role = text(Field::Role, kept.role_id.as_ref().map(RoleId::as_str));
    let provider =
        text(Field::IdentityProvider, kept.identity_provider_id.as_ref().map(IdentityProviderId::as_str));
    let changed = others.iter().filter(|other| **other != row).flat_map(|other| {
        [(*other, Field::Role, role.clone()), (*other, Field::IdentityProvider, provider.clone())]
    });
    let email = kept.values.get(&Field::Email).cloned().unwrap_or_default();
    Ok(Step::Cells { cells: changed.collect(), what: sentence!("what {email} gets", email = email).text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invite::view::shown;

    #[test]
    fn the_classes_of_the_contract_are_those_of_a_plan() {
        for class in Class::ALL {
            assert_eq!(of_shown(shown(class)), class);
        }
    }
}
