//! What a refresh changed.

use crate::RosterError;
use crate::record::{self, COLUMNS};
use crate::refresh::Changes;
use crate::schema::Shelf;
use rusqlite::Connection;

/// Compares the new list with the old one, if there is one.
pub(crate) fn compare(
    connection: &Connection,
    new: Shelf,
    old: Option<Shelf>,
) -> Result<Changes, RosterError> {
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, u32>(0));
    let total = count(&new.sql("SELECT count(*) FROM user_$"))?;
    let Some(old) = old else {
        return Ok(Changes { joined: total, left: 0, changed: 0, total });
    };
    let missing = |from: Shelf, within: Shelf| {
        let (from, within) = (from.sql("user_$"), within.sql("user_$"));
        count(&format!("SELECT count(*) FROM {from} WHERE id NOT IN (SELECT id FROM {within})"))
    };
    let (joined, left) = (missing(new, old)?, missing(old, new)?);
    Ok(Changes { joined, left, changed: changed(connection, new, old)?, total })
}

fn changed(connection: &Connection, new: Shelf, old: Shelf) -> Result<u32, RosterError> {
    let columns = |table: &str| {
        COLUMNS.split(',').map(|column| format!("{table}.{}", column.trim())).collect::<Vec<_>>().join(", ")
    };
    let (is, was) = (columns("new"), columns("old"));
    let sql = format!(
        "SELECT {is}, {was} FROM {} AS new JOIN {} AS old ON old.id = new.id WHERE ({is}) IS NOT ({was})",
        new.sql("user_$"),
        old.sql("user_$"),
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut changed = 0;
    while let Some(row) = rows.next()? {
        // Fields without a name may come in another order, which is no change.
        changed += u32::from(record::read(row)? != record::read_from(row, record::WIDTH)?);
    }
    Ok(changed)
}
