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
