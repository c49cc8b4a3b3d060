//! Why a file can't be read, in a code for the program and a sentence for the person.

use rollcall_core::{phrase, sentence};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What is wrong with a whole file. Nothing was read and nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("{message}")]
pub struct FileProblem {
    /// For the program.
    pub code: FileProblemCode,
    /// For the person: what happened and what to do.
    pub message: String,
}

/// The closed set of reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FileProblemCode {
    /// The content is of another kind, whatever the name says.
    NotASpreadsheet,
    /// There is nothing in it.
    EmptyFile,
    /// It is encrypted.
    PasswordProtected,
    /// It is beyond one of the limits; the message names which.
    TooLarge,
    /// It is a spreadsheet, and damaged or cut off.
    Unreadable,
    /// The sheet that was asked for is not there.
    NoSuchSheet,
    /// The header row that was asked for holds nothing.
    NoSuchHeaderRow,
    /// The encoding that was asked for has no such name.
    UnknownEncoding,
}

impl FileProblemCode {
    /// The code as programs see it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotASpreadsheet => "not-a-spreadsheet",
            Self::EmptyFile => "empty-file",
            Self::PasswordProtected => "password-protected",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::NoSuchSheet => "no-such-sheet",
            Self::NoSuchHeaderRow => "no-such-header-row",
            Self::UnknownEncoding => "unknown-encoding",
        }
    }
}

impl FileProblem {
    pub(crate) fn new(code: FileProblemCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    pub(crate) fn not_a_spreadsheet(what: &str) -> Self {
        Self::new(
            FileProblemCode::NotASpreadsheet,
            sentence!(
                "This is {what}, not a spreadsheet. Save the people as an Excel workbook (.xlsx) or as CSV and try again.",
                what = what,
            ),
        )
    }

    pub(crate) fn empty() -> Self {
        Self::new(FileProblemCode::EmptyFile, phrase!("There is nothing in this file."))
    }

    pub(crate) fn password() -> Self {
        Self::new(
            FileProblemCode::PasswordProtected,
            phrase!(
                "This workbook is protected with a password. Save a copy without the password and try again."
            ),
        )
    }

    pub(crate) fn too_large(what: impl std::fmt::Display) -> Self {
        Self::new(FileProblemCode::TooLarge, format!("{what} {}", phrase!("Split the file and try again.")))
    }

    pub(crate) fn damaged() -> Self {
        Self::new(
            FileProblemCode::Unreadable,
            phrase!(
                "This workbook is damaged or was not copied completely. Get it again, or open it in the program that \
                 made it and save it under a new name."
            ),
        )
    }
}
