//! How much one file may hold. Each refusal names the limit that it met.

use crate::problem::FileProblem;
use rollcall_core::sentence;
use serde::{Deserialize, Serialize};

/// The limits that a measurement may lift. Nothing that a person can reach does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file_bytes: usize,
    /// Bytes that all parts of a workbook may inflate to, counted while inflating: what a part says of itself may be
    /// a lie.
    pub inflated_bytes: u64,
    /// Rows with something in them.
    pub rows: usize,
    /// Cells, the empty ones to the left of a filled one included: they cost memory too.
    pub cells: usize,
    /// Bytes of text in all cells together: a thousand cells may share one long text in the file and can't in memory.
    pub text_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 256 << 20,
            inflated_bytes: 512 << 20,
            rows: 200_000,
            cells: 4_000_000,
            text_bytes: 256 << 20,
        }
    }
}

impl Limits {
    /// # Errors
    /// `too-large` for a file beyond the limit.
    pub(crate) fn check_size(&self, bytes: &[u8]) -> Result<(), FileProblem> {
        if bytes.len() <= self.file_bytes {
            return Ok(());
        }
        Err(FileProblem::too_large(sentence!(
            "This file is larger than {mb} MB.",
            mb = self.file_bytes >> 20
        )))
    }
}

/// Parts in a workbook's archive.
pub(crate) const PARTS: usize = 20_000;
/// Columns, counted from A.
pub(crate) const COLUMNS: u32 = 200;
/// Characters in one cell; Excel's own limit.
pub(crate) const CELL_CHARS: usize = 32_767;
/// Sheets that are looked at to find the one with the people.
pub(crate) const SHEETS_LOOKED_AT: usize = 64;
/// Rows of a sheet that are looked at for that.
pub(crate) const ROWS_LOOKED_AT: usize = 200;
