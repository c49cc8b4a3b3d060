//! Use cases: write a plan into the journal and send it; go on; stop.

use super::browse::{holder, no_such_run};
use super::line::Line;
use super::token_end::Work;
use super::under_way::UnderWay;
use crate::contract::*;
use crate::errors::{blocking, of_journal};
use crate::invite::{Checked, Draft, fingerprint, name_needed};
use crate::people::nothing_is_held;
use crate::platforms::OpenPlatform;
use crate::{App, locked};
use rollcall_core::{CanonicalEmail, phrase};
use rollcall_intake::{Class, PlanRow, PlannedInvitation};
use rollcall_runs::{
    Gateway, LockProblem, NewRow, NewRun, PlatformIdentity, RunId, RunState as Standing, RunSummary,
    SenderLock,
};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

impl App {
    /// Writes the checked plan into the journal and begins to send it. What is sent is what was looked at:
    /// where a newer list changes who would be invited, nothing is sent.
    pub async fn start_run(&self, draft: String, mode: SendMode) -> Result<RunView, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        self.may_send(&draft.profile)?;
        let checked = self.check(&mut draft).await?;
        if checked.plan.people() == 0 {
            return Err(AppError::new(
                ErrorCode::NothingToSend,
                phrase!("Nobody would be invited. Put the problems right first, or choose another file."),
            ));
        }
        draft.refuse_if_unseen(&checked)?;
        let profile = draft.profile.clone();
        draft.refuse_if_unconfirmed(name_needed(&self.profile(&profile)?, &checked.plan))?;
        let line = Arc::new(Line::to(self, &profile).await?);
        if line.platform() != checked.identity {
            return Err(AppError::new(
                ErrorCode::ListNotFresh,
                phrase!(
                    "The connection was changed in this very moment, so the plan no longer holds. Nothing was sent. Look at the plan again, then send it."
                ),
            ));
        }
        let work = Work { calls: checked.calls.len(), unclear: false };
        line.refuse_if_the_token_ends_first(&work.until_asked(mode))?;
        let platform = self.platform(&profile).await?;
        // The right to send comes first: a run that nobody may send is not written.
        let lock = self.right_to_send(&platform).await?;
        let new = self.new_run(&draft, &checked, line.platform())?;
        let journal = platform.journal.clone();
        let run = blocking(move || journal.create_run(new).map_err(of_journal)).await?;
        draft.run = Some(run.to_string());
        // The journal has all of it now. What can't be tidied up here is only a draft too many in a list.
        let tidied = [self.remember_columns(&draft).await, self.forget_draft(&draft.id).await];
        for problem in tidied.into_iter().filter_map(Result::err) {
            tracing::warn!(code = ?problem.code, "a draft that was sent could not be tidied up");
        }
        drop(draft);
        self.send(platform, lock, line, run.clone(), mode);
        self.run_view(profile, run.to_string()).await
    }

    /// Goes on with a run that waits or was stopped. Of a finished one nothing is left to go on with.
    pub async fn go_on(&self, profile: String, run: String, mode: SendMode) -> Result<RunView, AppError> {
        let platform = self.platform(&profile).await?;
        let (journal, id) = (platform.journal.clone(), RunId(run.clone()));
        let stands = blocking(move || journal.run(&id).map_err(of_journal)).await?.ok_or_else(no_such_run)?;
        if stands.state == Standing::Finished {
            return self.run_view(profile, run).await;
        }
        self.may_send(&profile)?;
        let line = Arc::new(Line::to(self, &profile).await?.taking_up(&stands.platform));
        // Like a plan, what is left of a run rests neither on a list that looks wrong nor on the one before it.
        let (held_by, identity) = (platform.clone(), line.platform());
        blocking(move || nothing_is_held(&held_by, &identity)).await?;
        line.refuse_if_the_token_ends_first(&left_of(&stands, line.facts().batch_limit).until_asked(mode))?;
        let lock = self.right_to_send(&platform).await?;
        self.send(platform, lock, line, RunId(run.clone()), mode);
        self.run_view(profile, run).await
    }

    /// Starts no more calls; what is under way ends by itself. A run that nobody sends is left as it is.
    pub async fn stop_run(&self, profile: String, run: String) -> Result<RunView, AppError> {
        let platform = self.platform(&profile).await?;
        let control = locked(&platform.sending).get(&run).map(|sending| sending.control.clone());
        if let Some(control) = control {
            control.cancel();
            return self.run_view(profile, run).await;
        }
        let view = self.run_view(profile, run).await?;
        match (view.state, holder(&platform.journal)) {
            (RunState::Running, Some(holder)) => Err(AppError::new(
                ErrorCode::SenderHeld,
                format!(
                    "{} {holder}",
                    phrase!("This run is being sent from elsewhere, so it can't be stopped here.")
                ),
            )),
            _ => Ok(view),
        }
    }

    /// Waits until this process no longer sends the run.
    pub async fn run_ended(&self, profile: &str, run: &str) -> Result<(), AppError> {
        let platform = self.platform(profile).await?;
        let mut events = self.events();
        loop {
            if !locked(&platform.sending).contains_key(run) {
                return Ok(());
            }
            // A missed event must not wait for ever.
            let _ = tokio::time::timeout(Duration::from_millis(500), events.next()).await;
        }
    }

    /// The right to send through a connection. Whoever makes it one for looking only takes the same lock meanwhile, so
    /// that what is asked under it holds as long as it is held.
    async fn right_to_send(&self, platform: &OpenPlatform) -> Result<SenderLock, AppError> {
        let lock = self.sender_lock(platform).await?;
        self.may_send(&platform.id)?;
        Ok(lock)
    }

    pub(crate) async fn sender_lock(&self, platform: &OpenPlatform) -> Result<SenderLock, AppError> {
        if !locked(&platform.sending).is_empty() {
            return Err(AppError::new(
                ErrorCode::SenderHeld,
                phrase!(
                    "Another run of this connection is being sent here. Wait for it, or stop it first; nothing was sent twice."
                ),
            ));
        }
        let path = platform.journal.lock_path();
        blocking(move || {
            SenderLock::acquire(&path).map_err(|problem| match problem {
                LockProblem::Held(_) => AppError::new(ErrorCode::SenderHeld, problem.to_string()),
                LockProblem::Io(_) => AppError::new(ErrorCode::Storage, problem.to_string()),
            })
        })
        .await
    }

    /// Sends in the background. From here on nothing can fail without being shown with the run.
    fn send(
        &self,
        platform: Arc<OpenPlatform>,
        lock: SenderLock,
        line: Arc<Line>,
        run: RunId,
        mode: SendMode,
    ) {
        let options = line.options(mode);
        let under_way = UnderWay::begin(self.clone(), platform, run, lock);
        tokio::spawn(under_way.walk(line, options));
    }

    fn new_run(
        &self,
        draft: &Draft,
        checked: &Checked,
        platform: PlatformIdentity,
    ) -> Result<NewRun, AppError> {
        Ok(NewRun {
            profile: self.profile(&draft.profile)?.name,
            title: draft.title(),
            file_sha256: draft.file_sha256(),
            fingerprint: fingerprint(draft),
            started_by: whoever(),
            platform,
            headers: draft.now().layout().headers(draft.table()),
            list_age_seconds: checked.list_age_seconds(),
            planned_at: Some(checked.mark),
            rows: new_rows(draft, checked),
        })
    }
}

/// What is left of a run. The few small calls with which it may begin again are not counted.
fn left_of(run: &RunSummary, batch: usize) -> Work {
    use rollcall_runs::RowState;
    let of = |state| run.count(state);
    Work {
        calls: (of(RowState::Ready) as usize).div_ceil(batch.max(1)),
        unclear: of(RowState::Unknown) + of(RowState::InFlight) > 0,
    }
}

fn new_rows(draft: &Draft, checked: &Checked) -> Vec<NewRow> {
    let mut planned: HashMap<u32, PlannedInvitation> =
        checked.plan.invitations().map(|planned| (planned.row, planned)).collect();
    let (state, layout) = (draft.now(), draft.now().layout());
    let new_row = |(place, row): (usize, PlanRow)| {
        let planned = planned.remove(&row.row);
        let email = row.values.get(&rollcall_intake::Field::Email).cloned().unwrap_or_default();
        NewRow {
            row: row.row,
            canonical: canonical(&email),
            email,
            state: begins_as(row.class),
            of: row.of,
            code: why_not(&row).map(|(code, _)| code),
            message: why_not(&row).map(|(_, message)| message),
            // What was put right is what was sent: the report shows it, and dropping it again begins from there.
            cells: layout.cells(state, place),
            listed_before: planned.as_ref().is_some_and(|planned| planned.listed_before),
            created_before: planned.as_ref().and_then(|_| checked.created.get(&row.row).cloned()),
            invitation: planned.map(|planned| planned.invitation),
        }
    };
    checked.plan.rows().enumerate().map(new_row).collect()
}

fn canonical(email: &str) -> Option<CanonicalEmail> {
    rollcall_core::EmailAddress::parse(email).ok().map(|address| address.canonical().clone())
}

fn begins_as(class: Class) -> rollcall_runs::RowState {
    use rollcall_runs::RowState;
    match class {
        Class::Problem | Class::Skipped => RowState::Rejected,
        Class::BlockedUser | Class::AlreadyActive | Class::AlreadyInvited => RowState::AlreadyPresent,
        Class::Conflict => RowState::Conflict,
        Class::Duplicate => RowState::Duplicate,
        Class::Folded => RowState::Folded,
        Class::Ready => RowState::Ready,
    }
}

/// Why a row is not sent: its first problem, or its class in words.
fn why_not(row: &PlanRow) -> Option<(String, String)> {
    if let Some(problem) = row.problems.first() {
        return Some((problem.code.as_str().to_owned(), problem.message.text.clone()));
    }
    let sentence = match row.class {
        Class::BlockedUser => phrase!("This person is blocked on the platform, and was not invited."),
        Class::AlreadyActive => phrase!("This person is already there and active, and was not invited."),
        Class::AlreadyInvited => {
            phrase!("This person was invited before and has not accepted yet. Nothing was mailed again.")
        }
        Class::Conflict => {
            phrase!("The rows of this person contradict each other. Nothing was sent for them.")
        }
        Class::Duplicate => phrase!("This row adds nothing to another row of the same person."),
        Class::Skipped => phrase!("You left this row out."),
        Class::Problem | Class::Folded | Class::Ready => return None,
    };
    Some((row.class.as_str().to_owned(), sentence.to_owned()))
}

pub(crate) fn whoever() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "this account".to_owned())
}
