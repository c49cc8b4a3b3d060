//! Writing down what became of a call, and what a list proved.

use super::row::{Happening, RowNow, advance, millis};
use super::{Batch, Journal, JournalError, invitation, read};
use crate::clock::Stamp;
use crate::gateway::{CompleteList, Facts};
use crate::points::{self, Point};
use crate::run::{PlatformIdentity, RunRow};
use crate::settle::{self, Attempted};
use crate::state::Step;
use crate::verdict::{Judgement, Verdict};
use rollcall_core::{Invitation, phrase};
use rusqlite::{Transaction, params};
use std::collections::BTreeSet;

/// The code of somebody who is invited, and of whom a step after that was not done.
const IN_PART: &str = "invited-in-part";

/// What became of a call.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The judgement of the call.
    pub judgement: Judgement,
    /// Whether the rows go into smaller calls from now on.
    pub split: Split,
}

/// How rows are sent again after their call was refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Split {
    /// As before.
    No,
    /// In halves: nothing was processed, so that there are as many tries as it takes.
    Halves,
    /// In much smaller calls: each try counts, and the last has to be alone with a guilty row.
    Quickly,
}

/// A row whose outcome is unknown.
#[derive(Clone, Debug)]
pub(crate) struct UnknownRow {
    pub run: i64,
    pub now: RowNow,
    pub sent: Invitation,
}

/// What a list proves of a row.
#[derive(Clone, Debug)]
pub(crate) struct Proof {
    pub row: UnknownRow,
    pub proved: settle::Proved,
}

impl Journal {
    /// Writes down what a call's answer proves of each of its rows, in one transaction.
    pub(crate) fn record(
        &self,
        run: i64,
        batch: &Batch,
        answer: &Answer,
    ) -> Result<Vec<RunRow>, JournalError> {
        let Judgement { rows, understood, code, .. } = &answer.judgement;
        if rows.len() != batch.rows.len() {
            return Err(JournalError::corrupt(phrase!("an answer was judged for another number of rows")));
        }
        self.write(|transaction, stamp| {
            transaction
                .prepare_cached(
                    "INSERT INTO answers (call, code, understood, wall, epoch, steady_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![
                    batch.call,
                    code,
                    understood,
                    stamp.wall.to_string(),
                    stamp.steady.epoch,
                    millis(stamp.steady.at)
                ])?;
            for (row, verdict) in batch.rows.iter().zip(rows) {
                let now = RowNow::load(transaction, run, *row)?;
                let doubt = now.doubt;
                #[cfg(test)]
                let doubt = doubt && !self.is_broken(crate::simulation::Broken::ForgetsDoubt);
                let mut happening = of_verdict(verdict, code, doubt);
                happening.call = Some(batch.call);
                happening.cap = answer.split.cap(batch.rows.len(), now.attempts);
                advance(transaction, &now, &happening, stamp)?;
            }
            points::reached(Point::RecordUncommitted);
            read::run_rows(transaction, run, &batch.rows)
        })
    }

    /// The rows whose outcome is unknown, over all runs on this platform and of this caller, who may see other
    /// people than another one: one list serves them all.
    pub(crate) fn unknown_rows(&self, platform: &PlatformIdentity) -> Result<Vec<UnknownRow>, JournalError> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT r.* FROM rows AS r JOIN runs ON runs.key = r.run \
                 WHERE r.state IN ('in-flight', 'unknown') AND r.state = 'unknown' AND runs.platform = ?1 \
                 AND (runs.subject IS NULL OR runs.subject IS ?2) ORDER BY r.run, r.row",
            )?;
            let mut found = statement.query(params![platform.base, platform.subject])?;
            let mut unknown = Vec::new();
            while let Some(row) = found.next()? {
                let kept: Option<String> = row.get("invitation")?;
                let sent = invitation::from_json(kept.as_deref().unwrap_or_default())?;
                let now = RowNow::read(row)?;
                unknown.push(UnknownRow { run: now.run, now, sent });
            }
            Ok(unknown)
        })
    }

    /// Writes down what one complete list proves, in one transaction.
    pub(crate) fn settle(
        &self,
        run: i64,
        list: &CompleteList,
        begun: &Stamp,
        proofs: &[Proof],
    ) -> Result<Vec<RunRow>, JournalError> {
        self.write(|transaction, stamp| {
            let scan = insert_scan(transaction, list, None, begun)?;
            let (mut own, mut others) = (Vec::new(), BTreeSet::new());
            for Proof { row, proved } in proofs {
                let now = RowNow::load(transaction, row.run, row.now.row)?;
                if now.last_seq != row.now.last_seq {
                    return Err(JournalError::Changed);
                }
                let mut happening = of_proof(proved);
                happening.scan = Some(scan);
                advance(transaction, &now, &happening, stamp)?;
                if row.run == run {
                    own.push(now.row);
                } else {
                    others.insert(row.run);
                }
            }
            for other in others {
                super::write::restate(transaction, other, stamp)?;
            }
            points::reached(Point::SettleUncommitted);
            read::run_rows(transaction, run, &own)
        })
    }
}

impl UnknownRow {
    /// What `list` proves of this row.
    pub(crate) fn prove(self, list: &CompleteList, facts: &Facts) -> Result<Proof, String> {
        let listed = list.people.find(self.sent.email.canonical())?;
        let attempted = Attempted {
            listed_before: self.now.listed,
            created_before: self.now.created.as_deref(),
            role_id: self.sent.role_id.as_ref(),
        };
        let proved = settle::prove(&attempted, listed, facts);
        Ok(Proof { row: self, proved })
    }
}

impl Split {
    /// Most people in the next call for a row whose call of `people` was its attempt number `attempts`.
    fn cap(self, people: usize, attempts: u32) -> Option<u32> {
        let cap = match self {
            Self::No => return None,
            Self::Halves => people.div_ceil(2),
            Self::Quickly if attempts < 2 => (1..=people).find(|root| root * root >= people).unwrap_or(1),
            Self::Quickly => 1,
        };
        Some(u32::try_from(cap).unwrap_or(u32::MAX))
    }
}

/// Notes a list that was begun at `begun`, for the run whose "before" it is, if any.
pub(super) fn insert_scan(
    transaction: &Transaction<'_>,
    list: &CompleteList,
    baseline_of: Option<i64>,
    begun: &Stamp,
) -> Result<i64, JournalError> {
    transaction
        .prepare_cached(
            "INSERT INTO scans (baseline_of, begun_at, wall, epoch, steady_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            baseline_of,
            list.begun_at.to_string(),
            begun.wall.to_string(),
            begun.steady.epoch,
            millis(begun.steady.at)
        ])?;
    Ok(transaction.last_insert_rowid())
}

fn of_verdict(verdict: &Verdict, call_code: &str, doubt: bool) -> Happening {
    match verdict {
        Verdict::Confirmed { user_id } => {
            let mut invited = Happening::new(Step::Invited);
            invited.user_id = user_id.clone();
            invited
        }
        Verdict::ConfirmedInPart { user_id, message } => {
            let mut invited = Happening::new(Step::Invited).because(IN_PART, message);
            invited.user_id = user_id.clone();
            invited
        }
        // Refused means that nothing was done. Of an earlier attempt this refusal proves nothing: the
        // platform may well refuse somebody because that attempt went through.
        Verdict::Refused { code, message } if doubt => {
            let message =
                format!("{message} {}", phrase!("An earlier attempt may have gone through all the same."));
            Happening::new(Step::Unclear).because(code, &message)
        }
        Verdict::Refused { code, message } => Happening::new(Step::Refused).because(code, message),
        Verdict::NotProcessed => Happening::new(Step::NotProcessed)
            .because(call_code, phrase!("The call was not processed. Nothing was sent.")),
        Verdict::Unknown { code, message } => {
            let message =
                format!("{message} {}", phrase!("The person is looked up before anything is sent again."));
            Happening::new(Step::Unclear).because(code, &message)
        }
    }
}

fn of_proof(proved: &settle::Proved) -> Happening {
    match proved {
        settle::Proved::Invited { user_id } => {
            let mut seen = Happening::new(Step::SeenListed).because(
                "seen-listed",
                phrase!("No clear answer came; a complete list of people shows the invitation."),
            );
            seen.user_id = Some(user_id.clone());
            seen
        }
        settle::Proved::InvitedInPart { user_id, message } => {
            let mut seen = Happening::new(Step::SeenListed).because(IN_PART, message);
            seen.user_id = Some(user_id.clone());
            seen
        }
        settle::Proved::NothingHappened => Happening::new(Step::ProvedAbsent).because(
            "proved-absent",
            phrase!("A complete list of people shows that the invitation was not sent."),
        ),
        settle::Proved::Nothing { code, message } => Happening::new(Step::Unproven).because(code, message),
    }
}
