//! Use cases: take a person's word on rows that can't be settled without one, and call off what was not sent.

use super::browse::holder;
use super::whoever;
use crate::contract::*;
use crate::errors::{blocking, of_journal};
use crate::platforms::OpenPlatform;
use crate::{App, locked};
use rollcall_core::{phrase, sentence};
use rollcall_runs::{Decision, JournalError, RunId, RunState as Standing, RunSummary};

/// Rows that can be answered at once, at most.
const AT_ONCE: usize = 500;

impl App {
    /// Takes a person's word on a row that can't be settled without one.
    pub async fn resolve_row(
        &self,
        profile: String,
        run: String,
        row: u32,
        decision: RowDecision,
    ) -> Result<RunView, AppError> {
        self.refuse_to_send_again(&profile, decision)?;
        let journal = self.platform(&profile).await?.journal.clone();
        let (id, decision) = (RunId(run.clone()), in_the_journal(decision));
        blocking(move || journal.resolve(&id, row, decision, &whoever()).map_err(of_journal)).await?;
        self.moved(profile, run).await
    }

    /// Takes the same word on several rows, one after the other. Each row that takes it has taken it for good,
    /// whatever becomes of the others: the answer says how many did, and which did not and why.
    pub async fn resolve_rows(
        &self,
        profile: String,
        run: String,
        rows: Vec<u32>,
        decision: RowDecision,
    ) -> Result<RowsResolved, AppError> {
        if rows.len() > AT_ONCE {
            let sentence = sentence!(
                "At most {most} rows can be answered at once. Nothing was changed.",
                most = AT_ONCE
            );
            return Err(AppError::new(ErrorCode::BadRequest, sentence));
        }
        self.refuse_to_send_again(&profile, decision)?;
        let journal = self.platform(&profile).await?.journal.clone();
        let (id, decision) = (RunId(run.clone()), in_the_journal(decision));
        let by = whoever();
        let (taken, not_taken) =
            blocking(move || each(&rows, |row| journal.resolve(&id, row, decision, &by))).await?;
        Ok(RowsResolved { run: self.moved(profile, run).await?, taken, not_taken })
    }

    /// Through a connection for looking only nothing is even put up to be sent.
    fn refuse_to_send_again(&self, profile: &str, decision: RowDecision) -> Result<(), AppError> {
        if decision == RowDecision::Send { self.may_send(profile) } else { Ok(()) }
    }

    /// Calls off every row of a run that was not sent. What is being checked is still looked up when the run goes
    /// on, and what was to be sent again in doubt waits for a person again. Refused while somebody sends the run.
    pub async fn call_off_run(&self, profile: String, run: String) -> Result<CalledOff, AppError> {
        let platform = self.platform(&profile).await?;
        let (journal, id) = (platform.journal.clone(), RunId(run.clone()));
        let stands = blocking(move || journal.run(&id).map_err(of_journal)).await?;
        let stands = stands.ok_or_else(super::browse::no_such_run)?;
        refuse_while_sent(&platform, &stands)?;
        let (journal, id) = (platform.journal.clone(), RunId(run.clone()));
        // Whoever takes the run up in this very moment finds each row either called off or still to be sent.
        let rows = blocking(move || journal.cancel_ready(&id, &whoever()).map_err(of_journal)).await?;
        Ok(CalledOff { run: self.moved(profile, run).await?, rows })
    }

    async fn moved(&self, profile: String, run: String) -> Result<RunView, AppError> {
        self.tell(AppEvent::RunChanged(RunMoved { profile: profile.clone(), run_id: run.clone() }));
        self.run_view(profile, run).await
    }
}

fn in_the_journal(decision: RowDecision) -> Decision {
    match decision {
        RowDecision::Done => Decision::Done,
        RowDecision::Send => Decision::Send,
        RowDecision::Drop => Decision::Drop,
    }
}

/// How many rows took the word, and those that did not. A journal that can't be written takes no further one.
fn each(
    rows: &[u32],
    mut resolve: impl FnMut(u32) -> Result<RowState, JournalError>,
) -> Result<(u32, Vec<RowNotTaken>), AppError> {
    let (mut taken, mut not_taken) = (0, Vec::new());
    for (place, row) in rows.iter().enumerate() {
        match resolve(*row) {
            Ok(_) => taken += 1,
            Err(problem @ (JournalError::NotWaiting { .. } | JournalError::NoSuchRow { .. })) => {
                not_taken.push(RowNotTaken { row: *row, message: problem.to_string() });
            }
            Err(problem) if taken == 0 => return Err(of_journal(problem)),
            Err(problem) => {
                let message = problem.to_string();
                let left = &rows[place..];
                not_taken.extend(left.iter().map(|row| RowNotTaken { row: *row, message: message.clone() }));
                break;
            }
        }
    }
    Ok((taken, not_taken))
}

fn refuse_while_sent(platform: &OpenPlatform, run: &RunSummary) -> Result<(), AppError> {
    if locked(&platform.sending).contains_key(run.id.as_str()) {
        return Err(AppError::new(
            ErrorCode::SenderHeld,
            phrase!(
                "This run is being sent from here. Stop it first, then call off the rest. Nothing was called off."
            ),
        ));
    }
    match (run.state == Standing::Running || run.goes_on_by_itself(), holder(&platform.journal)) {
        (true, Some(holder)) => Err(AppError::new(
            ErrorCode::SenderHeld,
            format!(
                "{} {holder}",
                phrase!("This run may be being sent from elsewhere, so nothing was called off.")
            ),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A journal that takes no word on row 2, and can't be written from row `until` on.
    fn failing(until: u32) -> impl FnMut(u32) -> Result<RowState, JournalError> {
        move |row| match row {
            2 => Err(JournalError::NotWaiting { row, state: RowState::Resolved }),
            row if row >= until => Err(JournalError::ReadOnly),
            _ => Ok(RowState::Resolved),
        }
    }

    #[test]
    fn a_journal_that_fails_in_the_middle_leaves_no_row_untold() {
        let (taken, not_taken) = each(&[1, 2, 3, 4, 5], failing(4)).expect("some took it");
        let rows: Vec<u32> = not_taken.iter().map(|row| row.row).collect();
        assert_eq!((taken, rows), (2, vec![2, 4, 5]));
        assert!(not_taken[0].message.contains("does not wait"), "{not_taken:?}");
        assert!(not_taken[1].message.contains("reading only"), "{not_taken:?}");
    }

    #[test]
    fn a_journal_that_takes_nothing_is_a_failure_and_not_an_answer() {
        assert_eq!(each(&[2, 3], failing(1)).map_err(|problem| problem.code), Err(ErrorCode::Storage));
    }
}
