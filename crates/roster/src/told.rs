//! Organizations that a person told, and the one value of a list that is read without bringing it up.

use crate::reading::moment;
use crate::records;
use crate::schema::{SCHEMA, Shelf};
use crate::{Roster, RosterError, SortColumn};
use jiff::Timestamp;
use rollcall_core::Organization;
use rollcall_store::{DataKey, Schema, StoreError};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::path::Path;

/// What became of organizations that were told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldOrganizations {
    /// How many were told so far, these included.
    pub known: u32,
    /// How many of these were not told before.
    pub added: u32,
}

impl Roster {
    /// Takes a person's word on organizations, in place of what was told of them before. Names, facets and orders of the
    /// list follow at once; what the platform lists itself stays as it is. All or none.
    ///
    /// # Errors
    /// [`RosterError`]; all stays as it was then.
    pub fn tell_organizations(
        &self,
        organizations: &[Organization],
    ) -> Result<ToldOrganizations, RosterError> {
        self.0.write(|transaction| {
            let before = count(transaction)?;
            organizations.iter().try_for_each(|one| tell(transaction, one))?;
            named_otherwise(transaction)?;
            let known = count(transaction)?;
            Ok(ToldOrganizations { known, added: known - before })
        })
    }

    /// When the list at a path was begun, without bringing it up; nothing before its first refresh, nor where there is no
    /// list. A database of an earlier version is read as it is.
    ///
    /// # Errors
    /// [`RosterError::Store`].
    pub fn last_fetched(path: &Path, key: Option<&DataKey>) -> Result<Option<Timestamp>, RosterError> {
        let opened = match rollcall_store::open_read_only(path, key, &SCHEMA) {
            Err(StoreError::Older { found, .. }) => {
                let known = usize::try_from(found).unwrap_or(usize::MAX).min(SCHEMA.migrations.len());
                let earlier = Schema { migrations: &SCHEMA.migrations[..known], ..SCHEMA };
                rollcall_store::open_read_only(path, key, &earlier)
            }
            opened => opened,
        };
        let connection = match opened {
            Err(StoreError::Missing) => return Ok(None),
            opened => opened?,
        };
        let sql = "SELECT fetched_at FROM roster WHERE shelf IS NOT NULL";
        let stored: Option<Option<String>> = connection.query_row(sql, [], |row| row.get(0)).optional()?;
        Ok(moment(stored.flatten()))
    }
}

fn count(connection: &Connection) -> Result<u32, RosterError> {
    Ok(connection.query_row("SELECT count(*) FROM told_organization", [], |row| row.get(0))?)
}

fn tell(transaction: &Transaction<'_>, organization: &Organization) -> Result<(), RosterError> {
    let sql = "INSERT INTO told_organization VALUES (NULL, ?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, erp_id = excluded.erp_id,
                   kind = excluded.kind, parent_id = excluded.parent_id";
    transaction.prepare_cached(sql)?.execute(params![
        organization.id.as_str(),
        organization.name,
        organization.erp_id,
        organization.kind,
        organization.parent_id.as_ref().map(|id| id.as_str()),
    ])?;
    Ok(())
}

/// What was worked out of the old names is forgotten: in the memory of every process, and as stored.
fn named_otherwise(transaction: &Transaction<'_>) -> Result<(), RosterError> {
    for shelf in [Shelf::A, Shelf::B, Shelf::C] {
        for descending in [false, true] {
            let head = records::head(SortColumn::Organization, descending);
            transaction.execute(&shelf.sql("DELETE FROM column_$ WHERE name = ?1"), [head])?;
        }
    }
    transaction.execute("UPDATE roster SET generation = generation + 1", [])?;
    Ok(())
}
