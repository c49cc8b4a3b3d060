//! The tables.

use rollcall_store::Schema;

/// The schema of a database of reviews. Each released version has a fixture in this crate's `fixtures`.
pub const SCHEMA: Schema = Schema {
    name: "review",
    // "RcRv".
    application_id: 0x5263_5276,
    migrations: &[include_str!("schema/001.sql")],
};
