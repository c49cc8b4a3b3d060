//! A draft as it stands after a number of steps.

use crate::contract::*;
use rollcall_core::Sentence;
use rollcall_intake::{Basis, Corrected, Corrections, Guess, Mapping, Reference, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A draft between two steps. A copy costs next to nothing, so that every step back is at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    pub choice: ReadChoice,
    pub table: Arc<Table>,
    pub columns: BTreeMap<Field, Meant>,
    pub remembered: Option<Since>,
    pub defaults: Defaults,
    pub decisions: Decisions,
    pub corrections: Corrections,
}

/// What a field is taken from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Meant {
    pub column: Option<u32>,
    /// Why, in sentences; none where the person chose. Earlier versions wrote one text, or nothing.
    #[serde(deserialize_with = "sentences")]
    pub why: Vec<Sentence>,
    pub sure: bool,
}

fn sentences<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Sentence>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        All(Vec<Sentence>),
        One(Option<Sentence>),
    }
    Ok(match Written::deserialize(from)? {
        Written::All(sentences) => sentences,
        Written::One(sentence) => sentence.into_iter().collect(),
    })
}

/// What columns mean is remembered: since when, and by what it is forgotten.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Since {
    pub id: String,
    pub at: String,
}

impl State {
    pub(crate) fn mapping(&self) -> Mapping {
        Mapping(self.columns.iter().filter_map(|(field, meant)| Some((*field, meant.column?))).collect())
    }

    /// One column means one thing: the person's newest word takes it from the older one.
    pub(crate) fn take_columns(&mut self, chosen: &[FieldChoice]) {
        for FieldChoice { field, column } in chosen {
            if column.is_some() {
                self.columns.retain(|other, meant| other == field || meant.column != *column);
            }
            self.columns.insert(*field, Meant { column: *column, why: Vec::new(), sure: true });
        }
    }

    /// What a check of it rests on.
    pub(crate) fn basis(&self, reference: Arc<Reference>) -> Basis {
        Basis {
            table: self.table.clone(),
            mapping: self.mapping(),
            defaults: self.defaults.clone(),
            decisions: self.decisions,
            corrections: self.corrections.clone(),
            reference,
        }
    }

    /// The same decisions about the same file have the same fingerprint.
    pub(crate) fn fingerprint(&self) -> serde_json::Value {
        let columns = self.mapping();
        serde_json::json!([
            columns,
            self.defaults,
            self.decisions,
            self.choice,
            self.corrections.fingerprint()
        ])
    }

    /// The header of each column and the texts of each row as they are now, in the person's own layout. What was
    /// written for a field that the file has no column for stands behind it.
    pub(crate) fn layout(&self) -> Layout {
        let mapping = self.mapping();
        let own: BTreeMap<u32, Field> = mapping.0.iter().map(|(field, column)| (*column, *field)).collect();
        let fields: Vec<Option<Field>> =
            self.table.columns.iter().map(|column| own.get(&column.index).copied()).collect();
        let added = self.corrections.fields();
        let added = added.into_iter().filter(|field| mapping.column(*field).is_none());
        Layout { own: fields, added: added.collect(), mapping }
    }
}

/// The columns of a file, and behind them those that were added by hand.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// What each column of the file means.
    pub own: Vec<Option<Field>>,
    /// Fields without a column that were written into.
    pub added: Vec<Field>,
    mapping: Mapping,
}

impl Layout {
    /// The names of all columns.
    pub(crate) fn headers(&self, table: &Table) -> Vec<String> {
        let own = table.columns.iter().map(rollcall_intake::Column::label);
        own.chain(self.added.iter().map(|field| capital(field.label()))).collect()
    }

    /// The place of a field among all columns.
    pub(crate) fn place(&self, field: Field) -> Option<usize> {
        let own = self.own.iter().position(|one| *one == Some(field));
        let added = || self.added.iter().position(|one| *one == field).map(|at| self.own.len() + at);
        own.or_else(added)
    }

    /// The texts of a row, in the place of a table.
    pub(crate) fn cells(&self, state: &State, place: usize) -> Vec<String> {
        let row = state.table.row(place);
        let cells = Corrected::new(&self.mapping, &state.corrections);
        let own = (0..).zip(&self.own).map(|(column, field)| match field {
            Some(field) => cells.cell(row, *field).shown().to_owned(),
            None => row.cell(column).shown().to_owned(),
        });
        own.chain(self.added.iter().map(|field| cells.cell(row, *field).shown().to_owned())).collect()
    }
}

pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Guesses, as what fields are taken from.
pub(crate) fn meant(guesses: Vec<Guess>) -> BTreeMap<Field, Meant> {
    let meant =
        |guess: Guess| (guess.field, Meant { column: Some(guess.column), why: guess.why, sure: guess.sure });
    guesses.into_iter().map(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_a_column_was_taken_is_read_as_any_version_wrote_it() {
        let why = |json: &str| -> Vec<String> {
            let meant: Meant = serde_json::from_str(json).expect("it is read");
            meant.why.iter().map(ToString::to_string).collect()
        };
        assert_eq!(why(r#"{"column":1,"why":null,"sure":true}"#), [""; 0]);
        assert_eq!(why(r#"{"column":1,"why":"As in \"a.csv\".","sure":true}"#), ["As in \"a.csv\"."]);
        let now = Meant {
            column: Some(1),
            why: vec![rollcall_core::sentence!("As in \"{file}\".", file = "b.csv")],
            sure: true,
        };
        let written = serde_json::to_string(&now).expect("JSON");
        assert_eq!(serde_json::from_str::<Meant>(&written).expect("it is read"), now);
    }
}
