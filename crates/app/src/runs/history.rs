//! Use case: everything that is known of a row, so that a person can decide.

use super::browse::row as of_row;
use crate::App;
use crate::contract::{AppError, RowHistory, RowMoment, RowStep};
use crate::errors::{blocking, of_journal};
use rollcall_runs::{RowEvent, RunId, Step};

impl App {
    /// A row of a run, and everything that happened to it, the oldest first.
    pub async fn row_history(&self, profile: String, run: String, row: u32) -> Result<RowHistory, AppError> {
        let journal = self.platform(&profile).await?.journal.clone();
        blocking(move || {
            let id = RunId(run);
            let stands = journal.row(&id, row).map_err(of_journal)?;
            let events = journal.history(&id, row).map_err(of_journal)?;
            Ok(RowHistory { row: of_row(stands), moments: events.into_iter().map(moment).collect() })
        })
        .await
    }
}

fn moment(event: RowEvent) -> RowMoment {
    RowMoment {
        step: step(event.step, event.code.as_deref().unwrap_or_default()),
        // What was proved not processed was no attempt, and still belongs to the call that went out.
        attempt: event.attempts + u32::from(event.step == Step::NotProcessed),
        at: event.at,
        message: event.message,
        list_begun_at: event.list_begun_at,
        by: event.by,
    }
}

/// What happened, told apart as far as it helps to decide. A code that is not known here is the general case.
fn step(step: Step, code: &str) -> RowStep {
    match (step, code) {
        (Step::Claimed, _) => RowStep::Sent,
        (Step::Invited, _) => RowStep::Invited,
        (Step::Refused, _) => RowStep::Refused,
        (Step::NotProcessed, "not-sent") => RowStep::NotReached,
        (Step::NotProcessed, "rate-limited" | "quota-used-up") => RowStep::AskedToWait,
        (Step::NotProcessed, "key-refused" | "token-refused" | "forbidden") => RowStep::SignInRefused,
        (Step::NotProcessed, "too-large" | "bad-request") => RowStep::CallRefused,
        (Step::NotProcessed, _) => RowStep::NotProcessed,
        (Step::Unclear, "no-answer") => RowStep::NoAnswer,
        (Step::Unclear, _) => RowStep::UnclearAnswer,
        (Step::FoundAtStart, _) => RowStep::CutOff,
        (Step::ClockBegunAnew, _) => RowStep::WaitBegunAnew,
        (Step::SeenListed, _) => RowStep::FoundListed,
        (Step::ProvedAbsent, _) => RowStep::FoundAbsent,
        (Step::Unproven, "listed-before") => RowStep::ListedBefore,
        (Step::Unproven, "vanished") => RowStep::Vanished,
        (Step::Unproven, "pending-not-listed") => RowStep::PendingNotListed,
        (Step::Unproven, "not-visible") => RowStep::NotVisible,
        (Step::Unproven, _) => RowStep::Unproven,
        (Step::SaidDone, _) => RowStep::SaidDone,
        (Step::SaidSend, _) => RowStep::SaidSend,
        (Step::SaidDrop, _) => RowStep::SaidDrop,
        (Step::SendTakenBack, "unclear-elsewhere" | "record-lost") => RowStep::HeldBack,
        (Step::SendTakenBack, _) => RowStep::SendTakenBack,
        (Step::Cancelled, _) => RowStep::CalledOff,
        (Step::AlreadyThere, _) => RowStep::AlreadyThere,
        (Step::Relisted, _) => RowStep::ListRenewed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_was_held_back_is_not_said_to_have_been_called_off_by_somebody() {
        for code in ["unclear-elsewhere", "record-lost"] {
            assert_eq!(step(Step::SendTakenBack, code), RowStep::HeldBack);
        }
        assert_eq!(step(Step::SendTakenBack, "send-taken-back"), RowStep::SendTakenBack);
    }
}
