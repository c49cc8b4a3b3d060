//! What a person does to a draft, and what is remembered of it.

use super::{Field, FieldValue, RowClass};
use serde::{Deserialize, Serialize};
use specta::Type;

/// One change of a draft. Each can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
pub enum DraftChange {
    /// Writes into cells.
    SetCells {
        /// The cells; an empty text empties one.
        cells: Vec<CellEdit>,
    },
    /// Writes a block that was copied in a spreadsheet, from a cell of the shown rows to the right and down.
    Paste {
        /// The filter that is on: rows of these classes, or all.
        classes: Vec<RowClass>,
        /// The row under the cursor, by the number that Excel shows.
        row: u32,
        /// The fields of the columns from there to the right.
        fields: Vec<Field>,
        /// Lines of cells with tabs between them, as spreadsheet programs copy them.
        text: String,
    },
    /// Puts all rows of a group right.
    Repair {
        /// The group.
        group: GroupKey,
        /// What is meant: a name or an id, or the text that the cells get.
        with: String,
        /// Whether to do the same in files to come. Never for a role with power over others.
        remember: bool,
    },
    /// Leaves rows out, or takes them in again.
    SkipRows {
        /// By the number that Excel shows.
        rows: Vec<u32>,
        /// Whether they are left out.
        skip: bool,
    },
    /// Leaves out all rows of a group.
    SkipGroup {
        /// The group.
        group: GroupKey,
    },
    /// Replaces a text in the cells that have it.
    Replace {
        /// What is looked for and where.
        search: Search,
        /// What comes in its place.
        with: String,
    },
    /// Of a person's contradicting rows, lets all ask for what this one asks.
    KeepRow {
        /// The row.
        row: u32,
    },
}

/// A text for a cell.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellEdit {
    /// The number that Excel shows.
    pub row: u32,
    /// The field; the file needs no column for it.
    pub field: Field,
    /// The text.
    pub text: String,
}

/// Names a group of problems.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GroupKey {
    /// The problem's code.
    pub code: String,
    /// The field.
    pub field: Field,
    /// The value found.
    pub found: String,
}

/// What is looked for in the cells.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Search {
    /// The text; not empty.
    pub find: String,
    /// One field, or all.
    pub field: Option<Field>,
    /// Whether `a` and `A` differ.
    pub match_case: bool,
    /// Whether the cell holds nothing else.
    pub whole_cell: bool,
    /// The filter that is on: rows of these classes, or all.
    pub classes: Vec<RowClass>,
}

/// What a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SearchResult {
    /// Cells that hold it.
    pub cells: u32,
    /// Rows with such a cell.
    pub rows: u32,
}

/// What Rollcall remembers of earlier files of a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Remembered {
    /// What columns meant, the last used first.
    pub mappings: Vec<RememberedMapping>,
    /// What values meant, the last used first.
    pub answers: Vec<RememberedAnswer>,
}

/// What the columns of files of one shape meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RememberedMapping {
    /// To forget it by.
    pub id: String,
    /// The file that it was last used for.
    pub file: String,
    /// Field by field, the header of its column.
    pub columns: Vec<FieldValue>,
    /// When it was last used.
    pub used_at: String,
}

/// What a value meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RememberedAnswer {
    /// To forget it by.
    pub id: String,
    /// Where it stood.
    pub field: Field,
    /// What stood there.
    pub found: String,
    /// What it means, by name.
    pub means: String,
    /// When it was last used.
    pub used_at: String,
}
