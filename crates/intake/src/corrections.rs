//! What a person put right, beside the file: the file itself is never changed.

use crate::index::key;
use crate::mapping::{Field, Mapping};
use crate::table::{Cell, Row};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Corrections of one draft. A clone shares what it has in common with the original, so that keeping one for each
/// step back costs next to nothing.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// By the row's number.
    cells: imbl::HashMap<(u32, Field), Arc<str>>,
    skipped: imbl::HashSet<u32>,
    answers: imbl::HashMap<(Field, String), Answer>,
}

/// What a value means that the platform doesn't know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// What stands in the cells.
    pub found: String,
    /// The id of what is meant: a role, an identity provider or an organization.
    pub means: String,
    /// Whether it was said for an earlier file and not for this one.
    pub remembered: bool,
}

impl Corrections {
    /// What was said of values, without what was done to rows.
    #[must_use]
    pub fn only_answers(&self) -> Self {
        Self { answers: self.answers.clone(), ..Self::default() }
    }

    /// Writes a text in the place of what the file says; the file needs no column for the field.
    pub fn set_cell(&mut self, row: u32, field: Field, text: Arc<str>) {
        self.cells.insert((row, field), text);
    }

    /// The text that was written over a cell.
    pub fn cell(&self, row: u32, field: Field) -> Option<&str> {
        if self.cells.is_empty() {
            return None;
        }
        self.cells.get(&(row, field)).map(|text| &**text)
    }

    /// Every field that was written into in some row.
    pub fn fields(&self) -> Vec<Field> {
        let written: BTreeSet<Field> = self.cells.keys().map(|(_, field)| *field).collect();
        written.into_iter().collect()
    }

    /// Leaves a row out, or takes it in again.
    pub fn skip(&mut self, row: u32, skip: bool) {
        if skip {
            self.skipped.insert(row);
        } else {
            self.skipped.remove(&row);
        }
    }

    /// Whether a row is left out.
    pub fn is_skipped(&self, row: u32) -> bool {
        !self.skipped.is_empty() && self.skipped.contains(&row)
    }

    /// Says what a value means wherever it stands in the cells of a field.
    pub fn answer(&mut self, field: Field, answer: Answer) {
        self.answers.insert((field, answer_key(&answer.found)), answer);
    }

    /// What a value means, if it was said.
    pub fn answer_for(&self, field: Field, text: &str) -> Option<&Answer> {
        if self.answers.is_empty() {
            return None;
        }
        self.answers.get(&(field, answer_key(text)))
    }

    /// Forgets what was said of a value for an earlier file. A person's word on this one stays.
    pub fn forget_answer(&mut self, field: Field, key: &str) {
        let place = (field, key.to_owned());
        if self.answers.get(&place).is_some_and(|answer| answer.remembered) {
            self.answers.remove(&place);
        }
    }

    /// What was put right in this file, in an order of its own: two with the same fingerprint are alike. What is known
    /// from earlier files is no part of it, or every new word would make the same file another one.
    pub fn fingerprint(&self) -> serde_json::Value {
        let cells: BTreeMap<_, _> = self.cells.iter().collect();
        let skipped: BTreeSet<_> = self.skipped.iter().collect();
        let said = self.answers.iter().filter(|(_, answer)| !answer.remembered);
        let answers: BTreeMap<_, _> =
            said.map(|((field, key), answer)| ((field, key), &answer.means)).collect();
        serde_json::json!([
            cells.into_iter().collect::<Vec<_>>(),
            skipped,
            answers.into_iter().collect::<Vec<_>>()
        ])
    }
}

/// The form in which values with an answer are compared: as organizations and roles are, by what people see.
pub fn answer_key(text: &str) -> String {
    key(text)
}

/// The cells of a table by their meaning, with the corrections over them.
#[derive(Clone, Copy, Debug)]
pub struct Corrected<'a> {
    corrections: &'a Corrections,
    /// The column of each field, in the order of [`Field::ALL`].
    columns: [Option<u32>; Field::ALL.len()],
}

impl<'a> Corrected<'a> {
    /// The cells of any table whose columns mean what `mapping` says.
    pub fn new(mapping: &Mapping, corrections: &'a Corrections) -> Self {
        Self { corrections, columns: Field::ALL.map(|field| mapping.column(field)) }
    }

    /// The cell of a field; empty where the file has no such column and nothing was written.
    pub fn cell(&self, row: Row<'a>, field: Field) -> Cell<'a> {
        match self.corrections.cell(row.number(), field) {
            Some("") => Cell::Empty,
            Some(text) => Cell::Text(text),
            None => self.columns[field as usize].map_or(Cell::Empty, |column| row.cell(column)),
        }
    }

    /// Whether a person wrote over the cell.
    pub fn is_edited(&self, row: Row<'a>, field: Field) -> bool {
        self.corrections.cell(row.number(), field).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_not_changed_by_what_is_put_right_later() {
        let mut corrections = Corrections::default();
        corrections.set_cell(5, Field::Email, "a@b.example".into());
        let before = corrections.clone();
        corrections.set_cell(5, Field::Email, "c@d.example".into());
        corrections.skip(6, true);
        assert_eq!(before.cell(5, Field::Email), Some("a@b.example"));
        assert!(!before.is_skipped(6) && corrections.is_skipped(6));
        assert_ne!(before.fingerprint(), corrections.fingerprint());
    }

    #[test]
    fn fields_stand_in_the_order_of_their_list() {
        for (at, field) in Field::ALL.into_iter().enumerate() {
            assert_eq!(field as usize, at, "{field:?}");
        }
    }

    #[test]
    fn an_answer_holds_for_a_value_however_it_is_typed() {
        let mut corrections = Corrections::default();
        let answer = Answer { found: "Grand Vizier".into(), means: "r1".into(), remembered: false };
        corrections.answer(Field::Role, answer);
        assert!(corrections.answer_for(Field::Role, " grand  vizier ").is_some());
        assert!(corrections.answer_for(Field::Organizations, "Grand Vizier").is_none(), "of roles alone");
    }
}
