//! Writes workbooks for people: exports of users, the report of a run, a template to fill in, the rows that need
//! attention, what is to be changed in the portal, the evidence of an access review and the parts of one that others
//! decide on.
//!
//! Every cell is text, but for the numbers and dates of a [`ListWorkbook`]. Nothing that a file, a platform or a person
//! put into a name can run as a formula: in a workbook the cell is written as a string with the text format, in a CSV it
//! is guarded as [`guard`] says.

mod aside;
mod attention;
mod cell;
mod delimited;
mod differing;
mod evidence;
mod export;
mod guard;
mod hand_over;
mod lists;
mod problem;
mod report;
mod sheet;
mod sheets;
mod template;
mod value;

pub use attention::{Attention, AttentionCell, AttentionRow, Mark, write_attention};
pub use delimited::{Between, Letters, ListText};
pub use differing::{Difference, Differing, DifferingPerson, write_differing};
pub use evidence::write_evidence;
pub use export::{write_people, write_people_csv, write_people_xlsx};
pub use guard::guard;
pub use hand_over::{
    HAND_OVER_DECISION, HAND_OVER_ID, HAND_OVER_NOTE, HandOver, HandOverRow, write_hand_over,
};
pub use problem::WorkbookError;
pub use report::{REPORT_COLUMNS, Report, ReportRow, write_report, write_report_csv};
pub use sheets::ListWorkbook;
pub use template::{Choice, Template, TemplateColumn, write_template};
pub use value::Value;
