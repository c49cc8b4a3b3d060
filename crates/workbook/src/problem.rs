//! Why a workbook could not be written.

/// Nothing was written, or only part of the output; nothing else is lost.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// More rows than a sheet can have.
    #[error(
        "A workbook holds at most {most} rows below its header, and there are more. Export as CSV instead, or filter first."
    )]
    TooManyRows {
        /// The most that a sheet holds.
        most: u32,
    },
    /// More columns than a sheet can have.
    #[error("A workbook holds at most {most} columns, and there are more.")]
    TooManyColumns {
        /// The most that a sheet holds.
        most: u16,
    },
    /// A letter that the chosen encoding lacks.
    #[error(
        "Row {row} has \u{201c}{found}\u{201d}, which this encoding does not have. Choose UTF-8 instead."
    )]
    Unmappable {
        /// The row, counted from 1 below the header; 0 is the header itself.
        row: u32,
        /// The place of its cell, counted from 0.
        place: usize,
        /// The letter.
        found: char,
    },
    /// The output could not be written.
    #[error("The file could not be written. Check that there is room on the disk and try again.")]
    Output(#[source] std::io::Error),
    /// The workbook could not be put together.
    #[error("The workbook could not be put together. Nothing is lost; try again, or export as CSV.")]
    Workbook(#[source] rust_xlsxwriter::XlsxError),
}

impl From<rust_xlsxwriter::XlsxError> for WorkbookError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Workbook(error)
    }
}

impl WorkbookError {
    /// What went wrong when a workbook was put together: a full disk is the output's fault, not the workbook's.
    pub(crate) fn of_saving(error: rust_xlsxwriter::XlsxError) -> Self {
        match error {
            rust_xlsxwriter::XlsxError::IoError(problem) => Self::Output(problem),
            other => Self::Workbook(other),
        }
    }
}
