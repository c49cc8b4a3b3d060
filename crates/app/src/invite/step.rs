//! The steps that are taken with a draft: each is written down before it shows, can be undone, and can be taken
//! again from what was written.

use super::state::{Meant, Since, State};
use crate::contract::*;
use rollcall_core::{Sentence, phrase, sentence};
use rollcall_intake::{Answer, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One step. What it does is said in full: nothing has to be worked out again when it is taken anew.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "step")]
pub(crate) enum Step {
    /// The file was opened.
    Opened {
        columns: BTreeMap<Field, Meant>,
        remembered: Option<Since>,
        /// What is known of values from earlier files.
        answers: Vec<(Field, Answer)>,
    },
    /// The file was read in another way.
    Read { choice: ReadChoice, columns: BTreeMap<Field, Meant> },
    /// The person said what columns mean.
    Columns { chosen: Vec<FieldChoice> },
    /// The person chose defaults or decided something.
    Values { defaults: Defaults, decisions: Decisions },
    /// Texts were written into cells, by row number.
    Cells { cells: Vec<(u32, Field, Arc<str>)>, what: String },
    /// The person said what a value means, and whether that holds for files to come.
    Answer { field: Field, answer: Answer, name: String, remember: bool },
    /// Rows were left out, or taken in again.
    Skip { rows: Vec<u32>, skip: bool },
}

impl Step {
    /// What the draft is after it. For a step that reads the file, `table` is what was read.
    pub(crate) fn after(&self, before: &State, table: Option<Arc<Table>>) -> State {
        let mut state = before.clone();
        match self {
            Self::Opened { columns, remembered, answers } => {
                state.columns = columns.clone();
                state.remembered = remembered.clone();
                for (field, answer) in answers {
                    state.corrections.answer(*field, answer.clone());
                }
            }
            Self::Read { choice, columns } => {
                state.choice = choice.clone();
                state.columns = columns.clone();
                state.remembered = None;
                state.table = table.unwrap_or_else(|| before.table.clone());
                // Rows of another sheet have the same numbers and are other rows.
                if !same_rows(&before.table, &state.table) {
                    state.corrections = before.corrections.only_answers();
                }
            }
            Self::Columns { chosen } => {
                state.take_columns(chosen);
                state.remembered = None;
            }
            Self::Values { defaults, decisions } => {
                state.defaults = defaults.clone();
                state.decisions = *decisions;
            }
            Self::Cells { cells, .. } => {
                for (row, field, text) in cells {
                    state.corrections.set_cell(*row, *field, text.clone());
                }
            }
            Self::Answer { field, answer, .. } => state.corrections.answer(*field, answer.clone()),
            Self::Skip { rows, skip } => {
                for row in rows {
                    state.corrections.skip(*row, *skip);
                }
            }
        }
        state
    }

    /// What it was, to be read after "Undo".
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Opened { .. } => phrase!("opening the file").to_owned(),
            Self::Read { .. } => phrase!("reading the file in another way").to_owned(),
            Self::Columns { .. } => phrase!("what the columns mean").to_owned(),
            Self::Values { .. } => phrase!("values for all rows").to_owned(),
            Self::Cells { what, .. } => what.clone(),
            Self::Answer { answer, name, .. } => {
                sentence!("“{found}” means {name}", found = answer.found, name = name).text
            }
            Self::Skip { rows, skip } => skipping(rows, *skip).text,
        }
    }
}

fn skipping(rows: &[u32], skip: bool) -> Sentence {
    match (rows, skip) {
        ([row], true) => sentence!("leaving out row {row}", row = row),
        (rows, true) => sentence!("leaving out {rows} rows", rows = rows.len()),
        ([row], false) => sentence!("taking in row {row}", row = row),
        (rows, false) => sentence!("taking in {rows} rows", rows = rows.len()),
    }
}

/// Whether two readings of a file found the same rows: in another encoding, say.
fn same_rows(one: &Table, other: &Table) -> bool {
    one.file.sheet == other.file.sheet
        && one.len() == other.len()
        && one.rows().map(|row| row.number()).eq(other.rows().map(|row| row.number()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_can_be_taken_again_from_what_was_written() {
        let steps = [
            Step::Cells { cells: vec![(5, Field::Email, "a@b.example".into())], what: "one cell".into() },
            Step::Skip { rows: vec![6, 7], skip: true },
            Step::Answer {
                field: Field::Role,
                answer: Answer { found: "Boss".into(), means: "r1".into(), remembered: false },
                name: "Customer".into(),
                remember: false,
            },
            Step::Values {
                defaults: Defaults::default(),
                decisions: Decisions { reinvite: true, include_hidden: false },
            },
            Step::Columns { chosen: vec![FieldChoice { field: Field::Role, column: Some(2) }] },
        ];
        let (mut taken, mut read) = (State::default(), State::default());
        for step in steps {
            let written = serde_json::to_string(&step).expect("it is written");
            let again: Step = serde_json::from_str(&written).expect("it is read");
            taken = step.after(&taken, None);
            read = again.after(&read, None);
        }
        assert_eq!(taken.fingerprint(), read.fingerprint());
        assert_eq!(taken.corrections.cell(5, Field::Email), Some("a@b.example"));
        assert!(taken.corrections.is_skipped(7) && taken.decisions.reinvite);
    }
}
