//! How much one file may hold. Each refusal names the limit that it met.

/// Bytes of the file itself.
pub(crate) const FILE_BYTES: usize = 256 << 20;
/// Bytes that all parts of a workbook may inflate to, counted while inflating: what a part says of itself may be a lie.
pub(crate) const INFLATED_BYTES: u64 = 512 << 20;
/// Parts in a workbook's archive.
pub(crate) const PARTS: usize = 20_000;
/// Rows with something in them.
pub(crate) const ROWS: usize = 200_000;
/// Columns, counted from A.
pub(crate) const COLUMNS: u32 = 200;
/// Cells, the empty ones to the left of a filled one included: they cost memory too.
pub(crate) const CELLS: usize = 4_000_000;
/// Characters in one cell; Excel's own limit.
pub(crate) const CELL_CHARS: usize = 32_767;
/// Bytes of text in all cells together: a thousand cells may share one long text in the file and can't in memory.
pub(crate) const TEXT_BYTES: usize = 256 << 20;
/// Sheets that are looked at to find the one with the people.
pub(crate) const SHEETS_LOOKED_AT: usize = 64;
/// Rows of a sheet that are looked at for that.
pub(crate) const ROWS_LOOKED_AT: usize = 200;
