//! Picking the next people, and writing down the intent to send to them.

use super::invited::INVITED;
use super::row::{Happening, advance, millis, whole};
use super::{Journal, JournalError, RowNow, invitation};
use crate::points::{self, Point};
use crate::state::Step;
use rollcall_core::{CanonicalEmail, Invitation, phrase, sentence};
use rusqlite::{OptionalExtension, Transaction, params};

/// A row picked for the next call.
#[derive(Clone, Debug)]
pub(crate) struct Picked {
    pub row: u32,
    pub person: CanonicalEmail,
    pub invitation: Invitation,
    cap: Option<u32>,
    last_seq: i64,
}

/// The people of a call whose intent is on disk.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub call: i64,
    pub rows: Vec<u32>,
}

/// A row that could be sent, as the journal holds it.
struct Candidate {
    now: RowNow,
    canonical: String,
    invitation: String,
}

/// What another run did for a person since this one was decided.
struct Elsewhere {
    run: String,
    /// Whether it is known that it invited them. Otherwise it may have.
    invited: bool,
}

impl Journal {
    /// The next rows to send, at most `size`. Rows of people whom another run invited since this one was
    /// decided end as already present; of whom nobody knows whether it did, a person decides; rows of people
    /// with an open attempt elsewhere are passed over.
    pub(crate) fn pick(&self, run: i64, size: usize) -> Result<Vec<Picked>, JournalError> {
        loop {
            let candidates = self.read(|transaction| candidates(transaction, run, size))?;
            let (held, ready): (Vec<_>, Vec<_>) = self.read(|transaction| {
                let mut sorted = (Vec::new(), Vec::new());
                for candidate in candidates {
                    #[cfg(test)]
                    if self.is_broken(crate::simulation::Broken::IgnoresOtherRuns) {
                        sorted.1.push(candidate);
                        continue;
                    }
                    match elsewhere(transaction, &candidate)? {
                        Some(elsewhere) => sorted.0.push((candidate.now, elsewhere)),
                        None => sorted.1.push(candidate),
                    }
                }
                Ok(sorted)
            })?;
            if held.is_empty() {
                return fit(ready, size);
            }
            self.hold_back(&held)?;
        }
    }

    fn hold_back(&self, rows: &[(RowNow, Elsewhere)]) -> Result<(), JournalError> {
        self.write(|transaction, stamp| {
            for (now, elsewhere) in rows {
                // Another window may have called the row off since it was read.
                let now = RowNow::load(transaction, now.run, now.row)?;
                if now.state != crate::state::RowState::Ready {
                    continue;
                }
                advance(transaction, &now, &elsewhere.happening(), stamp)?;
            }
            Ok(())
        })
    }

    /// Writes the intent to send `picked` in one call with this body. On disk when this returns.
    ///
    /// # Errors
    /// [`JournalError::Changed`] when a row changed since it was picked; nothing is written then.
    pub(crate) fn claim(
        &self,
        run: i64,
        picked: &[Picked],
        body_sha256: &str,
    ) -> Result<Batch, JournalError> {
        self.write(|transaction, stamp| {
            transaction
                .prepare_cached(
                    "INSERT INTO calls (run, people, body_sha256, wall, epoch, steady_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![
                    run,
                    whole(picked.len()),
                    body_sha256,
                    stamp.wall.to_string(),
                    stamp.steady.epoch,
                    millis(stamp.steady.at)
                ])?;
            let call = transaction.last_insert_rowid();
            for one in picked {
                let now = RowNow::load(transaction, run, one.row)?;
                if now.last_seq != one.last_seq || open_elsewhere(transaction, one)? {
                    return Err(JournalError::Changed);
                }
                let mut claimed = Happening::new(Step::Claimed);
                claimed.call = Some(call);
                advance(transaction, &now, &claimed, stamp)?;
            }
            points::reached(Point::ClaimUncommitted);
            Ok(Batch { call, rows: picked.iter().map(|one| one.row).collect() })
        })
    }
}

/// Ready rows by number, without those whose person has an open attempt in any run of this journal.
fn candidates(transaction: &Transaction<'_>, run: i64, size: usize) -> Result<Vec<Candidate>, JournalError> {
    let mut statement = transaction.prepare_cached(
        "SELECT * FROM rows AS r WHERE r.run = ?1 AND r.state = 'ready' AND NOT EXISTS \
         (SELECT 1 FROM rows AS o WHERE o.canonical = r.canonical AND o.state IN ('in-flight', 'unknown')) \
         ORDER BY r.row LIMIT ?2",
    )?;
    let mut found = statement.query(params![run, whole(size)])?;
    let mut candidates = Vec::new();
    while let Some(row) = found.next()? {
        let missing = || JournalError::corrupt(phrase!("a row to be sent has no invitation"));
        candidates.push(Candidate {
            now: RowNow::read(row)?,
            canonical: row.get::<_, Option<String>>("canonical")?.ok_or_else(missing)?,
            invitation: row.get::<_, Option<String>>("invitation")?.ok_or_else(missing)?,
        });
    }
    Ok(candidates)
}

/// Another run that invited, or may have invited, this person after the row was decided; rather one that is
/// known to have. By the order of events, so that no clock matters; over all platforms of this journal, because
/// another scope of the same server is another platform and the same person.
fn elsewhere(
    transaction: &Transaction<'_>,
    candidate: &Candidate,
) -> Result<Option<Elsewhere>, JournalError> {
    let sql = format!(
        "SELECT n.title, {INVITED} AS invited FROM rows AS x JOIN runs AS n ON n.key = x.run \
         WHERE x.canonical = ?2 AND x.run <> ?1 AND x.last_seq > ?3 AND x.attempts > 0 \
         AND x.state IN ('confirmed', 'confirmed-by-list', 'needs-review', 'resolved') \
         ORDER BY invited DESC LIMIT 1"
    );
    Ok(transaction
        .prepare_cached(&sql)?
        .query_row(params![candidate.now.run, candidate.canonical, candidate.now.mark], |row| {
            Ok(Elsewhere { run: row.get(0)?, invited: row.get(1)? })
        })
        .optional()?)
}

impl Elsewhere {
    /// What that means for a row that is still to be sent.
    fn happening(&self) -> Happening {
        let title = &self.run;
        if self.invited {
            let message = sentence!(
                "Invited by the run “{title}” in the meantime, so not sent again here.",
                title = title,
            );
            return Happening::new(Step::AlreadyThere).because("already-invited", &message.text);
        }
        let message = sentence!(
            "The run “{title}” sent this invitation in the meantime, and nothing shows whether it went through. \
             Nothing was sent here; say whether this person shall be invited.",
            title = title,
        );
        let mut held = Happening::new(Step::SendTakenBack).because("unclear-elsewhere", &message.text);
        // What that run may have done would look in a list like what this one is still to do.
        held.listed = Some(true);
        held
    }
}

fn open_elsewhere(transaction: &Transaction<'_>, one: &Picked) -> Result<bool, JournalError> {
    let mut statement = transaction
        .prepare_cached("SELECT 1 FROM rows WHERE canonical = ?1 AND state IN ('in-flight', 'unknown')")?;
    Ok(statement.exists([one.person.as_str()])?)
}

/// As many of the candidates, from the first, as fit into one call: a row that was part of a call
/// which had to be split goes into no larger one.
fn fit(candidates: Vec<Candidate>, size: usize) -> Result<Vec<Picked>, JournalError> {
    let mut picked: Vec<Picked> = Vec::new();
    let mut room = size;
    for candidate in candidates {
        let cap = candidate.now.cap;
        room = room.min(cap.map_or(usize::MAX, |cap| cap.max(1) as usize));
        // Suspects are not mixed with others, or an innocent row would be split again and again.
        let other_suspicion = picked.first().is_some_and(|first| first.cap != cap);
        if picked.len() >= room || other_suspicion {
            break;
        }
        let invitation = invitation::from_json(&candidate.invitation)?;
        let person = invitation.email.canonical().clone();
        if person.as_str() != candidate.canonical {
            return Err(JournalError::corrupt(sentence!(
                "row {row} would go to another person",
                row = candidate.now.row,
            )));
        }
        picked.push(Picked {
            row: candidate.now.row,
            person,
            invitation,
            cap,
            last_seq: candidate.now.last_seq,
        });
    }
    Ok(picked)
}
