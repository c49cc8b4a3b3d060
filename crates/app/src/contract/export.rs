//! People as a file, and people on the clipboard.

use super::UserQuery;
use rollcall_roster::Picked;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which people are written, what of them, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportChoice {
    /// Which people, in which order.
    pub query: UserQuery,
    /// Rows of them that somebody marked; nothing for all who match.
    pub picked: Option<Picked>,
    /// All people of the list in the query's order, whatever else the query says.
    pub everyone: bool,
    /// Columns in the order in which they are written: the words of the contract, and `other:` with the name of a field
    /// that Rollcall has no name for. None means all that the platform gives.
    pub columns: Vec<String>,
    /// How it is written.
    pub format: ExportFormat,
    /// What stands between two cells of a CSV.
    pub separator: Separator,
    /// How the letters of a CSV become bytes.
    pub encoding: Encoding,
}

/// How people are written into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormat {
    /// A workbook, with dates as dates and numbers as numbers.
    Xlsx,
    /// A text for every spreadsheet program.
    Csv,
    /// One JSON document, for programs.
    Json,
}

impl ExportFormat {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Json];

    /// The ending of such a file's name, without a dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// What stands between two cells of a CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`, for Excel where the comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
}

/// How the letters of a CSV become bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8 with a byte order mark, by which Excel knows it.
    #[default]
    Utf8Bom,
    /// UTF-8 alone.
    Utf8,
    /// UTF-16, the lower byte first, with a byte order mark.
    Utf16Le,
    /// The single bytes of western Windows. A person whose data has other letters is named, and nothing is written.
    Windows1252,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportedFile {
    /// Its name, without the folder.
    pub name: String,
    /// People in it.
    pub rows: u32,
}

/// How far an export is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportProgress {
    /// Whose.
    pub profile: String,
    /// People written.
    pub written: u32,
    /// People in all.
    pub total: u32,
    /// Seconds left, once that can be told.
    pub seconds_left: Option<u32>,
}

/// What lies on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopiedPeople {
    /// People, without the line of headers.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
}
