//! The tables.

use rollcall_store::Schema;

/// The schema of a drafts database. Each released version has a fixture in this crate's `fixtures`.
pub const SCHEMA: Schema = Schema {
    name: "drafts",
    // "RcDr".
    application_id: 0x5263_4472,
    migrations: &[include_str!("schema/001.sql")],
};
