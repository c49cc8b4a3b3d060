//! Any spreadsheet to a table, a column mapping and a checked plan of invitations.
//!
//! Three steps, each of them pure: [`read`] turns the bytes of a file into a [`Table`] that holds what the
//! person saw; [`guess_mapping`] says which column means what; [`check`] compares every row with what the
//! platform knows and says what will happen to it. Nothing here is sent, and nothing is changed silently:
//! what can't be understood is a [`Problem`] that says where it is and, where that is safe, what would repair it.

#![allow(
    clippy::result_large_err,
    reason = "a problem goes into the plan as it is; boxing it would only move it twice"
)]

mod address;
mod apart;
mod assemble;
mod block;
mod cells;
mod check;
mod corrections;
mod defaults;
mod delimited;
mod dialect;
mod encoding;
mod everyday;
mod explain;
mod fit;
mod grid;
mod groups;
mod guess;
mod header;
mod index;
mod inflate;
mod invisible;
mod json_rows;
mod kind;
mod limits;
mod look;
mod mapping;
mod names;
mod near;
mod number_format;
mod ods;
mod organization_list;
mod organizations;
mod package;
mod plan;
mod problem;
mod read;
mod records;
mod reference;
mod row_marks;
mod search;
mod settle;
mod sheets;
mod table;
mod text;
mod totals;
mod trouble;
mod typed;
mod values;
mod words;
mod workbook;

pub use apart::{CountedMemory, READER_MODE, Reading, read_with, read_within, serve_if_asked};
pub use block::cells_of_block;
pub use check::check;
pub use corrections::{Answer, Corrected, Corrections, answer_key};
pub use defaults::{Decisions, Defaults};
pub use dialect::Quote;
pub use guess::{Guess, guess_mapping};
pub use limits::Limits;
pub use mapping::{Field, Mapping};
pub use organization_list::{OrganizationList, RowNote, organizations_in};
pub use plan::{Basis, Class, Difference, Plan, PlanRow, PlannedInvitation, Shown};
pub use problem::{FileProblem, FileProblemCode};
pub use read::{ReadOptions, read};
pub use reference::{Listed, ListedPerson, Reference, SignIns};
pub use search::Needle;
pub use table::{Cell, Column, FileFacts, Row, Table};
pub use trouble::{Problem, ProblemCode, ProblemGroup};
pub use typed::{TypedPerson, mapping_of_people, table_of_people};
pub use values::{find_identity_provider, find_organizations, find_role};
