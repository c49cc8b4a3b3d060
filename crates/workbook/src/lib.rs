//! Writes workbooks for people: the report of a run, and exports of users.
//!
//! Every cell is text. Nothing that a file, a platform or a person put into a name can run as a formula: in a
//! workbook the cell is written as a string with the text format, in a CSV it is guarded as [`guard`] says.

mod export;
mod guard;
mod problem;
mod report;
mod sheet;

pub use export::{write_people_csv, write_people_xlsx};
pub use guard::guard;
pub use problem::WorkbookError;
pub use report::{Report, ReportRow, write_report};
