//! From a file to a checked plan.

use rollcall_core::Sentence;
pub use rollcall_intake::{Decisions, Defaults, Field, TypedPerson};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A file that Rust holds and the page may name. It carries no path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FileOffer {
    /// An opaque word for the file.
    pub token: String,
    /// The file's name, without its folder.
    pub name: String,
}

/// How to read the file, where the person knows better than the guess.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadChoice {
    /// The sheet's name.
    pub sheet: Option<String>,
    /// The header's row as Excel shows it; 0 for none.
    pub header_row: Option<u32>,
    /// The character between cells.
    pub delimiter: Option<String>,
    /// The encoding's name in lower case.
    pub encoding: Option<String>,
    /// The character around cells: `"`, `'`, or empty for none.
    pub quote: Option<String>,
}

/// A file being prepared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// The draft's id.
    pub id: String,
    /// What was read.
    pub file: DraftFile,
    /// The columns, in the file's order.
    pub columns: Vec<ColumnView>,
    /// Which column means what, and why Rollcall thinks so.
    pub mapping: Vec<FieldGuess>,
    /// What rows get that lack a value.
    pub defaults: Defaults,
    /// What the person decided.
    pub decisions: Decisions,
    /// What *undo* would take back, in words; absent where there is nothing.
    pub undo: Option<String>,
    /// What *redo* would bring back, in words; absent where there is nothing.
    pub redo: Option<String>,
    /// Since when the meaning of these columns is remembered; absent where it was guessed or chosen now.
    pub remembered_at: Option<String>,
    /// To forget that by.
    pub remembered_id: Option<String>,
    /// The run that was made of it.
    pub run: Option<String>,
}

/// A draft that was left and can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftSummary {
    /// The draft's id.
    pub id: String,
    /// The file's name; absent for people typed by hand.
    pub name: Option<String>,
    /// Rows that are not blank.
    pub rows: u32,
    /// Changes that the person made.
    pub changes: u32,
    /// When something was changed last.
    pub changed_at: String,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftFile {
    /// The file's name; a typed person has none.
    pub name: Option<String>,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// "xlsx", "csv", … or "typed".
    pub format: String,
    /// The sheet read.
    pub sheet: Option<String>,
    /// All sheets.
    pub sheets: Vec<String>,
    /// The encoding of a text file.
    pub encoding: Option<String>,
    /// The character between the cells of a text file.
    pub delimiter: Option<String>,
    /// The character around the cells of a text file; empty for none.
    pub quote: Option<String>,
    /// The header's row as Excel shows it; 0 for none.
    pub header_row: u32,
    /// Rows that are not blank.
    pub rows_read: u32,
    /// Codes of what a person should know, such as `hidden-rows`.
    pub notices: Vec<String>,
    /// The first rows around the header as they were read, to see that it was read right.
    pub first_rows: Vec<SampleRow>,
}

/// A row as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SampleRow {
    /// The number that Excel shows.
    pub row: u32,
    /// The cells as shown.
    pub cells: Vec<String>,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// Its place, from 0.
    pub index: u32,
    /// Its letter in Excel.
    pub letter: String,
    /// Its header, or `column A`.
    pub header: String,
    /// A few values.
    pub samples: Vec<String>,
}

/// Which column means what, and why Rollcall thinks so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldGuess {
    /// The meaning.
    pub field: Field,
    /// The column, if there is one.
    pub column: Option<u32>,
    /// Why, in sentences; none when the person chose.
    pub why: Vec<Sentence>,
    /// Whether there is little doubt.
    pub sure: bool,
}

/// The person's word on one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldChoice {
    /// The meaning.
    pub field: Field,
    /// The column; absent for none.
    pub column: Option<u32>,
}

/// What will happen to a row. The first that holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RowClass {
    /// Something has to be put right first.
    Problem,
    /// The person is blocked on the platform.
    BlockedUser,
    /// The person is there and active.
    AlreadyActive,
    /// The person was invited and has not accepted.
    AlreadyInvited,
    /// The rows of one person contradict each other.
    Conflict,
    /// Adds nothing to another row.
    Duplicate,
    /// Adds an organization to another row's invitation.
    Folded,
    /// Will be invited.
    Ready,
    /// The person left it out.
    Skipped,
}

/// Rows in one class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClassCount {
    /// The class.
    pub class: RowClass,
    /// How many rows.
    pub rows: u32,
}

/// What would happen if it were sent now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// All nine classes.
    pub counts: Vec<ClassCount>,
    /// Rows read.
    pub rows: u32,
    /// People who would be invited.
    pub invites: u32,
    /// Calls that would be made.
    pub calls: u32,
    /// People on the list it was checked against.
    pub checked_against: u32,
    /// When that list was fetched.
    pub list_fetched_at: String,
    /// Problems, grouped by what repairs them; the two hundred with the most rows.
    pub groups: Vec<ProblemGroup>,
    /// How many groups there are beside them.
    pub more_groups: u32,
    /// Unfinished or finished runs of the same file, mapping and decisions, newest first.
    pub same_runs: Vec<String>,
    /// Rows of people who are there already and hold something else than the row asks.
    pub differing: u32,
    /// People whose rows contradict each other.
    pub conflicting: u32,
    /// Who they are, in the order of the file; the first hundred.
    pub conflicts: Vec<Contradiction>,
    /// How many people get each role with power over others.
    pub privileged: Vec<PrivilegedRole>,
    /// Whether the person has to type the connection's name before it is sent: it is live, and these are more than
    /// 25 people or somebody gets a role with power over others.
    pub name_needed: bool,
}

/// A person whose rows contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Contradiction {
    /// The address as in the first of the rows.
    pub email: String,
    /// What each different row asks; one of them is to be kept.
    pub asks: Vec<Asked>,
}

/// What a row asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The first row that asks this.
    pub row: u32,
    /// The role by name.
    pub role: Option<String>,
    /// The identity provider by name.
    pub identity_provider: Option<String>,
    /// Whether the role has power over others.
    pub privileged: bool,
}

/// How many people would get a role with power over others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrivilegedRole {
    /// The role's name.
    pub role: String,
    /// People who would get it.
    pub people: u32,
}

/// Whether rows with it can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing is sent for the row until it is put right.
    Problem,
    /// The row is sent as it is; it is worth a look.
    Warning,
}

/// Rows that one repair would put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProblemGroup {
    /// Whether the rows can be sent.
    pub severity: Severity,
    /// The problem's code.
    pub code: String,
    /// The field.
    pub field: Field,
    /// The value found.
    pub found: String,
    /// What is wrong.
    pub message: Sentence,
    /// What it may have meant.
    pub suggestion: Option<String>,
    /// What fits, where several things do.
    pub choices: Vec<String>,
    /// How many rows.
    pub rows: u32,
}

/// A window of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftRows {
    /// Rows in the asked classes.
    pub total: u32,
    /// The window.
    pub rows: Vec<DraftRow>,
}

/// A row and what will happen to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftRow {
    /// The number that Excel shows.
    pub row: u32,
    /// What will happen.
    pub class: RowClass,
    /// The row that carries the invitation.
    pub of: Option<u32>,
    /// Whether the person was invited before and is mailed again.
    pub again: bool,
    /// What will happen, in words: "Will be invited", "Part of row 10", "Lapsed 46 days ago".
    pub outcome: Sentence,
    /// The values by field, resolved names where known.
    pub values: Vec<FieldValue>,
    /// What has to be put right.
    pub problems: Vec<RowProblem>,
    /// What is worth a look; the row is sent all the same.
    pub warnings: Vec<RowProblem>,
    /// How someone already there differs from what the row asks.
    pub differs: Vec<Sentence>,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldValue {
    /// The field.
    pub field: Field,
    /// The value as shown: the platform's name for what was found.
    pub text: String,
    /// What stands in the cell, where that is not the same; it is what is edited.
    pub raw: Option<String>,
    /// Whether the person changed it here.
    pub edited: bool,
}

/// What has to be put right in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowProblem {
    /// The problem's code.
    pub code: String,
    /// The field.
    pub field: Field,
    /// The value found: with code and field it names the problem's group.
    pub found: String,
    /// What is wrong.
    pub message: Sentence,
    /// What it may have meant.
    pub suggestion: Option<String>,
    /// What fits, where several things do.
    pub choices: Vec<String>,
}

/// One call, exactly as it would be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CallPreview {
    /// Its place, from 0.
    pub index: u32,
    /// Calls in all.
    pub calls: u32,
    /// People in this call.
    pub people: u32,
    /// Method and path, without the host.
    pub request: String,
    /// The body, indented for reading. Without the white space it is what is sent, byte for byte.
    pub json: String,
}

/// How much to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SendMode {
    /// One person, then wait for the person's word.
    OneThenPause,
    /// Everyone.
    All,
}
