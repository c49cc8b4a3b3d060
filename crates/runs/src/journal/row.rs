//! A row as it stands: a fold over its events.

use super::JournalError;
use crate::clock::{Stamp, Steady};
use crate::state::{IllegalMove, RowState, Step, next};
use rollcall_core::{UserId, phrase, sentence};
use rusqlite::{Row, Transaction, named_params};
use std::time::Duration;

/// One thing that happened to a row, with everything that it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Happening {
    pub step: Step,
    pub call: Option<i64>,
    pub scan: Option<i64>,
    pub cap: Option<u32>,
    pub code: Option<String>,
    pub message: Option<String>,
    pub user_id: Option<UserId>,
    pub listed: Option<bool>,
    pub created: Option<String>,
    pub said_by: Option<String>,
}

impl Happening {
    pub(crate) fn new(step: Step) -> Self {
        Self {
            step,
            call: None,
            scan: None,
            cap: None,
            code: None,
            message: None,
            user_id: None,
            listed: None,
            created: None,
            said_by: None,
        }
    }

    pub(crate) fn because(mut self, code: &str, message: &str) -> Self {
        self.code = Some(code.to_owned());
        self.message = Some(message.to_owned());
        self
    }
}

/// A row as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowNow {
    pub run: i64,
    pub row: u32,
    pub state: RowState,
    pub attempts: u32,
    /// Most people in the call that carries this row; set when a call that carried it was split.
    pub cap: Option<u32>,
    pub code: Option<String>,
    pub message: Option<String>,
    pub user_id: Option<UserId>,
    pub listed: bool,
    pub created: Option<String>,
    /// Whether an attempt was looked up and nothing was proved: it may have had its effect.
    pub doubt: bool,
    /// What was known when somebody last decided to send this row.
    pub mark: i64,
    pub last_seq: i64,
    pub stamp: Stamp,
}

impl RowNow {
    /// The row after `happening`, which was written as event `seq`.
    pub(crate) fn after(&self, happening: &Happening, seq: i64, stamp: &Stamp) -> Result<Self, JournalError> {
        let state = next(self.state, happening.step, self.attempts)
            .map_err(|illegal| contradicts(self.row, illegal))?;
        let attempts = match happening.step {
            Step::Claimed => Some(self.attempts + 1),
            // What was proved not processed was no attempt.
            Step::NotProcessed => self.attempts.checked_sub(1),
            _ => Some(self.attempts),
        }
        .ok_or_else(|| {
            JournalError::corrupt(sentence!("row {row} was sent less than never", row = self.row))
        })?;
        let doubt = match happening.step {
            Step::Unproven => true,
            // Absence now is absence of what all earlier attempts would have left.
            Step::ProvedAbsent => false,
            _ => self.doubt,
        };
        // What was listed before goes with its date: an older one would make an older invitation look like this one.
        let before = happening.step == Step::Relisted || happening.listed.is_some();
        Ok(Self {
            run: self.run,
            row: self.row,
            state,
            attempts,
            cap: happening.cap.or(self.cap),
            code: happening.code.clone(),
            message: happening.message.clone(),
            user_id: happening.user_id.clone().or_else(|| self.user_id.clone()),
            listed: happening.listed.unwrap_or(self.listed),
            created: if before { happening.created.clone() } else { self.created.clone() },
            doubt,
            mark: if happening.step == Step::SaidSend { seq } else { self.mark },
            last_seq: seq,
            stamp: stamp.clone(),
        })
    }

    /// The columns that [`RowNow::read`] expects.
    pub(crate) const COLUMNS: &str = "run, row, state, attempts, cap, code, message, user_id, listed, created, \
         doubt, mark, last_seq, wall, epoch, steady_ms";

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, JournalError> {
        Ok(Self {
            run: row.get("run")?,
            row: row.get("row")?,
            state: read_state(&row.get::<_, String>("state")?)?,
            attempts: row.get("attempts")?,
            cap: row.get("cap")?,
            code: row.get("code")?,
            message: row.get("message")?,
            user_id: row.get::<_, Option<String>>("user_id")?.map(UserId),
            listed: row.get("listed")?,
            created: row.get("created")?,
            doubt: row.get("doubt")?,
            mark: row.get("mark")?,
            last_seq: row.get("last_seq")?,
            stamp: read_stamp(row)?,
        })
    }

    pub(crate) fn load(transaction: &Transaction<'_>, run: i64, row: u32) -> Result<Self, JournalError> {
        let sql = format!("SELECT {} FROM rows WHERE run = ?1 AND row = ?2", Self::COLUMNS);
        let mut statement = transaction.prepare_cached(&sql)?;
        let mut found = statement.query((run, row))?;
        match found.next()? {
            Some(found) => Self::read(found),
            None => Err(JournalError::NoSuchRow { row }),
        }
    }
}

/// Writes what happened to a row, and how it stands now: the only place that changes a row.
pub(crate) fn advance(
    transaction: &Transaction<'_>,
    now: &RowNow,
    happening: &Happening,
    stamp: &Stamp,
) -> Result<RowNow, JournalError> {
    // First without its number, so that an illegal step writes nothing at all.
    let after = now.after(happening, 0, stamp)?;
    let seq = insert_event(transaction, &after, happening, stamp)?;
    let after = now.after(happening, seq, stamp)?;
    transaction
        .prepare_cached(
            "UPDATE rows SET state = :state, attempts = :attempts, cap = :cap, code = :code, message = :message, \
             user_id = :user_id, listed = :listed, created = :created, doubt = :doubt, mark = :mark, last_seq = :last_seq, \
             wall = :wall, epoch = :epoch, steady_ms = :steady_ms WHERE run = :run AND row = :row",
        )?
        .execute(named_params! {
            ":state": after.state.as_str(), ":attempts": after.attempts, ":cap": after.cap, ":code": after.code,
            ":message": after.message, ":user_id": after.user_id.as_ref().map(UserId::as_str),
            ":listed": after.listed, ":created": after.created, ":doubt": after.doubt, ":mark": after.mark, ":last_seq": after.last_seq,
            ":wall": stamp.wall.to_string(), ":epoch": stamp.steady.epoch, ":steady_ms": millis(stamp.steady.at),
            ":run": after.run, ":row": after.row,
        })?;
    Ok(after)
}

fn insert_event(
    transaction: &Transaction<'_>,
    after: &RowNow,
    happening: &Happening,
    stamp: &Stamp,
) -> Result<i64, JournalError> {
    transaction
        .prepare_cached(
            "INSERT INTO events (run, row, step, state, attempts, call, scan, cap, code, message, user_id, listed, \
             created, said_by, wall, epoch, steady_ms) VALUES (:run, :row, :step, :state, :attempts, :call, :scan, \
             :cap, :code, :message, :user_id, :listed, :created, :said_by, :wall, :epoch, :steady_ms)",
        )?
        .execute(named_params! {
            ":run": after.run, ":row": after.row, ":step": happening.step.as_str(), ":state": after.state.as_str(),
            ":attempts": after.attempts, ":call": happening.call, ":scan": happening.scan, ":cap": happening.cap,
            ":code": happening.code, ":message": happening.message,
            ":user_id": happening.user_id.as_ref().map(UserId::as_str), ":listed": happening.listed,
            ":created": happening.created, ":said_by": happening.said_by, ":wall": stamp.wall.to_string(),
            ":epoch": stamp.steady.epoch, ":steady_ms": millis(stamp.steady.at),
        })?;
    Ok(transaction.last_insert_rowid())
}

fn contradicts(row: u32, IllegalMove { state, step }: IllegalMove) -> JournalError {
    JournalError::corrupt(sentence!(
        "row {row}: a row that is {state} can't take the step {step}",
        row = row,
        state = state.as_str(),
        step = step.as_str(),
    ))
}

pub(crate) fn read_state(word: &str) -> Result<RowState, JournalError> {
    RowState::from_word(word)
        .ok_or_else(|| JournalError::corrupt(sentence!("no state is called {word}", word = word)))
}

/// Reads the columns `wall`, `epoch` and `steady_ms`.
pub(crate) fn read_stamp(row: &Row<'_>) -> Result<Stamp, JournalError> {
    let wall: String = row.get("wall")?;
    let at: i64 = row.get("steady_ms")?;
    Ok(Stamp {
        wall: wall.parse().map_err(|_| JournalError::corrupt(phrase!("a time can't be read")))?,
        steady: Steady {
            epoch: row.get("epoch")?,
            at: Duration::from_millis(u64::try_from(at).unwrap_or_default()),
        },
    })
}

/// A size as the database counts.
pub(crate) fn whole(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// Whole milliseconds, rounded up: a quiet time may seem to have begun later, never earlier.
pub(crate) fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos().div_ceil(1_000_000)).unwrap_or(i64::MAX)
}
