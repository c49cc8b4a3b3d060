//! The whole list, for whoever has to see everybody and asks for no order.

use crate::record::{self, COLUMNS};
use crate::{Invited, Roster, RosterError};
use rollcall_core::User;

impl Roster {
    /// Everybody of one list as they lie on the disk, which is several times as fast as in any order, with when somebody
    /// who has not accepted was invited.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn everybody(&self, see: &mut dyn FnMut(&User, Option<Invited>)) -> Result<(), RosterError> {
        self.0.read(|list| {
            list.on_shelf(|connection, shelf| {
                let mut statement =
                    connection.prepare(&shelf.sql(&format!("SELECT {COLUMNS} FROM user_$")))?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let user = record::read(row)?;
                    see(&user, list.sent.invited(&user));
                }
                Ok(())
            })
        })
    }
}
