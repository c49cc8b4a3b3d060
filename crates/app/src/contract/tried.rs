//! What the lists of a platform say when they are read as a description says.

use super::ApiCall;
use serde::Serialize;

/// A list that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TriedList {
    /// Which one.
    pub call: ApiCall,
    /// Whether it could be read.
    pub ok: bool,
    /// What came of it.
    pub sentence: String,
    /// Records that were read; of users those of the first page.
    pub read: u32,
    /// How many the platform says there are.
    pub total: Option<u32>,
    /// In how many of the records that were read each field was found.
    pub fields: Vec<TriedField>,
}

/// In how many records a field was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TriedField {
    /// The field's name in a description.
    pub field: &'static str,
    /// Records in which it holds something.
    pub found: u32,
}
