//! Whether a run is what its events say.

use super::row::{Happening, read_stamp, read_state};
use super::{Journal, JournalError, RowNow, read};
use crate::clock::Stamp;
use crate::state::Step;
use rollcall_core::{phrase, sentence};
use rusqlite::{Row, Rows};

/// An event as it was written.
struct Written {
    row: u32,
    seq: i64,
    state: String,
    attempts: u32,
    happening: Happening,
    stamp: Stamp,
}

impl Journal {
    /// Works every row of a run out again from its events, and compares. Rows and events are walked side by
    /// side, in the order of rows.
    ///
    /// # Errors
    /// [`JournalError::Corrupt`] where the journal contradicts itself.
    pub(crate) fn audit(&self, key: i64) -> Result<(), JournalError> {
        self.read(|transaction| {
            let sql = format!(
                "SELECT {}, first_state, first_code, first_message, first_listed, first_created, \
                 (SELECT mark FROM runs WHERE key = ?1) AS first_mark FROM rows WHERE run = ?1 ORDER BY row",
                RowNow::COLUMNS
            );
            let mut rows = transaction.prepare(&sql)?;
            let mut found = rows.query([key])?;
            let mut events = transaction.prepare("SELECT * FROM events WHERE run = ?1 ORDER BY row, seq")?;
            let mut events = events.query([key])?;
            let mut event = next_event(&mut events)?;
            let mut checked: u32 = 0;
            while let Some(row) = found.next()? {
                let stands = RowNow::read(row)?;
                let mut folded = first(row, &stands)?;
                while let Some(next) = event.take_if(|event| event.row == folded.row) {
                    folded = after(&folded, &next)?;
                    event = next_event(&mut events)?;
                }
                if stands != folded {
                    return Err(JournalError::corrupt(sentence!(
                        "row {row} is not what its events say",
                        row = stands.row,
                    )));
                }
                checked += 1;
            }
            if event.is_some() {
                return Err(JournalError::corrupt(phrase!("an event is of a row that is not there")));
            }
            let written: u32 =
                transaction.query_row("SELECT rows FROM runs WHERE key = ?1", [key], |row| row.get(0))?;
            if checked != written || checked != read::count(transaction, key, |_| true)? {
                return Err(JournalError::corrupt(phrase!(
                    "the rows of a run are not as many as were written"
                )));
            }
            Ok(())
        })
    }
}

/// A row as it was when the run was written.
fn first(row: &Row<'_>, stands: &RowNow) -> Result<RowNow, JournalError> {
    Ok(RowNow {
        state: read_state(&row.get::<_, String>("first_state")?)?,
        attempts: 0,
        cap: None,
        code: row.get("first_code")?,
        message: row.get("first_message")?,
        user_id: None,
        listed: row.get("first_listed")?,
        created: row.get("first_created")?,
        doubt: false,
        mark: row.get("first_mark")?,
        last_seq: 0,
        ..stands.clone()
    })
}

fn after(now: &RowNow, event: &Written) -> Result<RowNow, JournalError> {
    let now = now.after(&event.happening, event.seq, &event.stamp)?;
    if event.state != now.state.as_str() || event.attempts != now.attempts {
        return Err(JournalError::corrupt(sentence!("an event of row {row} does not follow", row = now.row)));
    }
    Ok(now)
}

fn next_event(events: &mut Rows<'_>) -> Result<Option<Written>, JournalError> {
    events.next()?.map(written).transpose()
}

fn written(event: &Row<'_>) -> Result<Written, JournalError> {
    let step: String = event.get("step")?;
    let happening = Happening {
        step: Step::from_word(&step)
            .ok_or_else(|| JournalError::corrupt(sentence!("no step is called {step}", step = step)))?,
        call: event.get("call")?,
        scan: event.get("scan")?,
        cap: event.get("cap")?,
        code: event.get("code")?,
        message: event.get("message")?,
        user_id: event.get::<_, Option<String>>("user_id")?.map(rollcall_core::UserId),
        listed: event.get("listed")?,
        created: event.get("created")?,
        said_by: event.get("said_by")?,
    };
    Ok(Written {
        row: event.get("row")?,
        seq: event.get("seq")?,
        state: event.get("state")?,
        attempts: event.get("attempts")?,
        happening,
        stamp: read_stamp(event)?,
    })
}
