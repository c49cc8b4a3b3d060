//! Looking people up: after the quiet time for what is unclear, and before sending on an old list.

use super::session::{Session, stopped};
use super::{RunEnd, RunError, RunEvent, StopReason};
use crate::clock::Stamp;
use crate::gateway::{CompleteList, ListProblem};
use crate::journal::{Baseline, Journal, JournalError, LIST_GOOD_FOR_SECONDS, UnknownRow};
use crate::pace::list_again_after;
use crate::points::{self, Point};
use rollcall_core::phrase;
use std::ops::ControlFlow;
use std::time::Duration;

const AFTER_LOSS: &str = phrase!(
    "The record of what was sent before is gone. Whatever was under way gets time to show in the list of people; \
     then the list is read, and only who is missing there is sent."
);

/// Whether a list of that age may be sent by.
fn is_good(journal: &Journal, age: Duration, quiet: Duration) -> Result<bool, JournalError> {
    Ok(age.as_secs() <= LIST_GOOD_FOR_SECONDS && !journal.is_before_loss(age, quiet)?)
}

impl Session<'_> {
    /// Nothing can be sent now: waits for the quiet time, or looks up what is unclear, or ends the walk.
    pub(super) async fn look_up_or_end(&mut self) -> Result<Option<RunEnd>, RunError> {
        let (key, platform) = (self.run.key, self.gateway.platform());
        let (open, unknown) = self
            .on_disk(move |journal| Ok((journal.open_counts(key)?, journal.unknown_rows(&platform)?)))
            .await?;
        if open.ready == 0 && open.being_checked == 0 {
            let end = if open.for_person > 0 { RunEnd::NeedsPeople } else { RunEnd::Finished };
            return Ok(Some(end));
        }
        if unknown.is_empty() {
            return Ok(Some(self.nothing_to_look_up()));
        }
        let wait = unknown.iter().map(|row| self.quiet_left(row)).max().unwrap_or_default();
        if wait.is_zero() {
            return self.settle(unknown).await;
        }
        let people = u32::try_from(unknown.len()).unwrap_or(u32::MAX);
        self.tell(RunEvent::LooksUpAt { at: self.clock_after(wait), people });
        // A wish ends the wait; the walk sees to it.
        self.control.wished_within(&*self.clock(), wait).await;
        Ok(None)
    }

    /// Rows are ready, none could be picked, and no list would help.
    fn nothing_to_look_up(&self) -> RunEnd {
        if self.pace.hopeless() {
            return stopped(
                StopReason::AnswersUnclear,
                phrase!(
                    "Answer after answer of the platform left open whether invitations went out. Everybody concerned \
                     was looked up; the rest was not sent. Try again when the platform is well."
                ),
            );
        }
        stopped(
            StopReason::OpenElsewhere,
            phrase!(
                "People of this run are still being checked in a run that was begun on another platform or by another \
                 signed-in account. The rest was not sent; take that run up first, as it was begun."
            ),
        )
    }

    /// What is left of a row's quiet time, by the clock that does not jump.
    fn quiet_left(&self, row: &UnknownRow) -> Duration {
        let passed = self.clock().steady().since(&row.now.stamp.steady);
        #[cfg(test)]
        if passed.is_none() && self.journal.is_broken(crate::simulation::Broken::IgnoresReboot) {
            return Duration::ZERO;
        }
        self.options.quiet.saturating_sub(passed.unwrap_or_default())
    }

    /// Reads one complete list for everything that is unclear.
    async fn settle(&mut self, unknown: Vec<UnknownRow>) -> Result<Option<RunEnd>, RunError> {
        let (list, begun) = match self.read_list().await? {
            ControlFlow::Continue(read) => read,
            ControlFlow::Break(end) => return Ok(end),
        };
        let (key, facts) = (self.run.key, self.facts);
        let settled = self
            .on_disk(move |journal| {
                #[cfg(test)]
                let unknown = journal.mistaken(unknown);
                let proofs: Result<Vec<_>, String> =
                    unknown.into_iter().map(|row| row.prove(&list, &facts)).collect();
                match proofs {
                    Ok(proofs) => Ok(Ok(journal.settle(key, &list, &begun, &proofs)?)),
                    Err(reason) => Ok(Err(ListProblem::Incomplete { reason })),
                }
            })
            .await?;
        match settled {
            Ok(rows) => {
                points::reached(Point::Settled);
                self.list_failures = 0;
                self.pace.looked();
                self.tell_rows(rows).await?;
                Ok(None)
            }
            Err(problem) => self.list_failed(problem).await,
        }
    }

    /// Brings "listed before" up to date where the list it stands on is too old to send by. Leaves
    /// `baseline_due` set when the list has to be tried again.
    pub(super) async fn renew_baseline(&mut self) -> Result<Option<RunEnd>, RunError> {
        let (key, quiet) = (self.run.key, self.options.quiet);
        let lost = self.on_disk(move |journal| journal.quiet_after_loss(quiet)).await?;
        if !lost.is_zero() {
            self.pause(lost, AFTER_LOSS).await?;
            return Ok(None);
        }
        let shows_in_time = self.facts.pending_listed && self.facts.visible_in_scope;
        let (undecided, blind) = self
            .on_disk(move |journal| {
                let blind = !shows_in_time && journal.was_ever_lost()?;
                let good = match journal.baseline(key)? {
                    Baseline::Age(age) => !blind && is_good(journal, age, quiet)?,
                    Baseline::Unknown => false,
                };
                Ok((if good { Vec::new() } else { journal.undecided(key)? }, blind))
            })
            .await?;
        if undecided.is_empty() {
            self.baseline_due = false;
            return Ok(None);
        }
        let (list, begun) = match self.read_list().await? {
            ControlFlow::Continue(read) => read,
            ControlFlow::Break(end) => return Ok(end),
        };
        let relisted = self
            .on_disk(move |journal| {
                let found: Result<Vec<_>, String> = undecided
                    .into_iter()
                    .map(|row| list.people.find(&row.person).map(|listed| (row, listed)))
                    .collect();
                match found {
                    Ok(found) => Ok(Ok(journal.relist(key, &list, &begun, &found, blind)?)),
                    Err(reason) => Ok::<_, JournalError>(Err(ListProblem::Incomplete { reason })),
                }
            })
            .await?;
        match relisted {
            Ok(rows) => {
                self.list_failures = 0;
                self.baseline_due = false;
                self.tell_rows(rows).await?;
                Ok(None)
            }
            Err(problem) => self.list_failed(problem).await,
        }
    }

    /// A complete list that was begun now, or what follows where there is none: a wish of a person, for whom
    /// nobody reads a list to its end, or a list that proves nothing.
    async fn read_list(&mut self) -> Result<ControlFlow<Option<RunEnd>, (CompleteList, Stamp)>, RunError> {
        self.tell(RunEvent::Listing);
        let begun = self.clock().stamp();
        let list = tokio::select! {
            biased;
            list = self.gateway.complete_list() => list,
            // The walk sees to the wish.
            _ = self.control.wished() => return Ok(ControlFlow::Break(None)),
        };
        let list = list.inspect(|_| points::reached(Point::ListRead));
        match list.and_then(|list| self.of_now(list, &begun)) {
            Ok(list) => Ok(ControlFlow::Continue((list, begun))),
            Err(problem) => self.list_failed(problem).await.map(ControlFlow::Break),
        }
    }

    /// A list from another time proves nothing about what was sent since.
    fn of_now(&self, list: CompleteList, begun: &Stamp) -> Result<CompleteList, ListProblem> {
        // Whole seconds, because that is how precise a list may note its own beginning.
        let now = begun.wall.as_second()..=self.clock().wall().as_second();
        if now.contains(&list.begun_at.as_second()) {
            return Ok(list);
        }
        let reason = phrase!("The list of people is not from now, so it proves nothing.").to_owned();
        Err(ListProblem::Incomplete { reason })
    }

    /// A list that proves nothing changes nothing. One that may do better is tried again a few times.
    async fn list_failed(&mut self, problem: ListProblem) -> Result<Option<RunEnd>, RunError> {
        let ListProblem::Incomplete { reason } = problem else {
            let sentence = format!("{} {}", problem.reason(), phrase!("Nothing was sent or settled on it."));
            return Ok(Some(stopped(StopReason::ListHeld, sentence)));
        };
        self.list_failures += 1;
        match list_again_after(self.list_failures) {
            Some(wait) => {
                let said = format!("{reason} {}", phrase!("Nothing was changed; it is read again."));
                self.pause(wait, &said).await?;
                Ok(None)
            }
            None => Ok(Some(stopped(
                StopReason::ListIncomplete,
                format!(
                    "{reason} {}",
                    phrase!("Nothing was changed or sent on it; take the run up again later.")
                ),
            ))),
        }
    }
}
