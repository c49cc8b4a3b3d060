//! Runs as documents, and runs found by what the command line knows of them.

use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_journal};
use crate::invite::{fingerprint, same_runs};
use crate::runs::{Outcome, failed_rows};
use rollcall_intake::{Class, PlanRow};
use rollcall_runs::{RunId, RunSummary};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every state of a row, in the order in which they are read best.
const STATES: [RowState; 14] = [
    RowState::Rejected,
    RowState::Duplicate,
    RowState::Folded,
    RowState::Conflict,
    RowState::AlreadyPresent,
    RowState::Ready,
    RowState::Cancelled,
    RowState::InFlight,
    RowState::Confirmed,
    RowState::ConfirmedByList,
    RowState::Refused,
    RowState::Unknown,
    RowState::NeedsReview,
    RowState::Resolved,
];

/// Rows asked of the journal at a time.
const CHUNK: u32 = 500;

impl App {
    /// The name by which the command line knows a connection, and where it leads.
    pub async fn profile_title(&self, profile: &str) -> Result<ProfileTitle, AppError> {
        if profile == SAMPLE_PROFILE {
            // It has an address only while it is served.
            self.inner.sample.info().await?;
        }
        let kept = self.profile(profile)?;
        let name = if profile == SAMPLE_PROFILE { SAMPLE_PROFILE.to_owned() } else { kept.name };
        Ok(ProfileTitle { name, base_url: kept.base_url, live: kept.live })
    }

    /// The connection that a run belongs to. One whose runs can't be read keeps nobody from a run of another.
    ///
    /// # Errors
    /// [`ErrorCode::RunUnknown`], or why the runs of a connection can't be read, which may have it.
    pub async fn profile_of_run(&self, run: &str) -> Result<String, AppError> {
        let mut unreadable = None;
        for profile in self.known_profiles() {
            match self.summary(&profile, run).await {
                Ok(Some(_)) => return Ok(profile),
                Ok(None) => {}
                Err(problem) => unreadable = unreadable.or_else(|| Some(self.runs_unread(&profile, problem))),
            }
        }
        for profile in self.removed_profiles()? {
            if matches!(self.summary(&profile, run).await, Ok(Some(_))) {
                return Ok(profile);
            }
        }
        let unknown = || {
            AppError::new(
                ErrorCode::RunUnknown,
                "There is no run of that id. `rollcallctl runs list` shows all runs.",
            )
        };
        Err(unreadable.unwrap_or_else(unknown))
    }

    /// The runs of one connection, or of all and of those that were removed, newest first; and of each connection whose
    /// runs can't be read, why.
    ///
    /// # Errors
    /// Why nothing can be shown: the one connection that was asked for, or the first of all, can't be read.
    pub async fn runs_document(
        &self,
        profile: Option<String>,
    ) -> Result<(RunsDocument, Vec<AppError>), AppError> {
        let (mut runs, mut unread) = (Vec::new(), Vec::new());
        let of_all = profile.is_none();
        for profile in profile.map_or_else(|| self.known_profiles(), |one| vec![one]) {
            match self.runs_of(&profile).await {
                Ok(found) => runs.extend(found),
                Err(problem) => unread.push(self.runs_unread(&profile, problem)),
            }
        }
        let removed = if of_all { self.removed_profiles()? } else { Vec::new() };
        for profile in removed {
            // Nobody could do anything about one that can't be read any more.
            runs.extend(self.runs_of(&profile).await.unwrap_or_default());
        }
        if runs.is_empty() && !unread.is_empty() {
            return Err(unread.swap_remove(0));
        }
        // Ids sort by age.
        runs.sort_by(|one, other| other.run_id.cmp(&one.run_id));
        Ok((RunsDocument { schema: DOCUMENT_SCHEMA, runs }, unread))
    }

    async fn runs_of(&self, profile: &str) -> Result<Vec<RunFacts>, AppError> {
        let runs = self.runs_kept(profile).await?;
        Ok(runs.iter().map(|(view, summary)| facts(view, summary)).collect())
    }

    /// Why the runs of a connection can't be read, with its name.
    fn runs_unread(&self, profile: &str, problem: AppError) -> AppError {
        let kept = self.profile(profile).map(|kept| kept.name);
        let name = kept.ok().filter(|_| profile != SAMPLE_PROFILE).unwrap_or_else(|| profile.to_owned());
        AppError {
            message: format!("The runs of the connection {name} can't be read. {}", problem.message),
            ..problem
        }
    }

    /// A run and what became of each row.
    pub async fn run_document(&self, profile: &str, run: &str) -> Result<RunDocument, AppError> {
        let unknown = || AppError::new(ErrorCode::RunUnknown, "There is no run of that id.");
        let summary = self.summary(profile, run).await?.ok_or_else(unknown)?;
        let mut rows: Vec<RunRowDocument> = Vec::new();
        loop {
            let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let window = self.run_rows(profile.to_owned(), run.to_owned(), Vec::new(), offset, CHUNK).await?;
            let done = window.rows.is_empty();
            rows.extend(window.rows.into_iter().map(row));
            if done || rows.len() >= window.total as usize {
                break;
            }
        }
        let view = self.run_view(profile.to_owned(), run.to_owned()).await?;
        Ok(RunDocument { schema: DOCUMENT_SCHEMA, run: facts(&view, &summary), rows })
    }

    /// What became of the people whom a run invited.
    pub async fn run_since_document(&self, profile: &str, run: &str) -> Result<RunSinceDocument, AppError> {
        let unknown = || AppError::new(ErrorCode::RunUnknown, "There is no run of that id.");
        let summary = self.summary(profile, run).await?.ok_or_else(unknown)?;
        Ok(RunSinceDocument {
            schema: DOCUMENT_SCHEMA,
            run_id: run.to_owned(),
            profile: named(profile, &summary),
            file: RunFile { name: summary.title.clone(), sha256: summary.file_sha256.clone() },
            since: self.run_since(profile.to_owned(), run.to_owned()).await?,
        })
    }

    /// What a run would have been that invites people of another run again, where nobody is left for it.
    pub async fn nobody_again(&self, profile: &str, run: &str) -> Result<RunDocument, AppError> {
        let earlier = self.run_since_document(profile, run).await?;
        let run = RunFacts {
            run_id: None,
            profile: earlier.profile,
            file: earlier.file,
            started_at: None,
            state: RunState::Finished,
            reason: Some("Nobody of that run stands so any more, so no run was begun.".to_owned()),
            counts: no_rows(),
        };
        Ok(RunDocument { schema: DOCUMENT_SCHEMA, run, rows: Vec::new() })
    }

    /// What a run would have been that invites people of the list again, where nobody is left for it.
    pub async fn nobody_listed(&self, profile: &str) -> Result<RunDocument, AppError> {
        let title = self.profile_title(profile).await?;
        let run = RunFacts {
            run_id: None,
            file: RunFile { name: self.draft_title_again(profile)?, sha256: None },
            profile: title.name,
            started_at: None,
            state: RunState::Finished,
            reason: Some(
                "Nobody of these people still has to accept an invitation, so no run was begun.".to_owned(),
            ),
            counts: no_rows(),
        };
        Ok(RunDocument { schema: DOCUMENT_SCHEMA, run, rows: Vec::new() })
    }

    /// What a run would have been that nobody was left for: every row with its outcome, and no run.
    pub async fn nobody_invited(&self, draft: &str) -> Result<RunDocument, AppError> {
        let held = self.held(draft).await?;
        let mut draft = held.lock().await;
        let checked = self.check(&mut draft).await?;
        let rows: Vec<RunRowDocument> = checked.plan.rows().map(|row| unsent(&row)).collect();
        let mut counts = no_rows();
        for row in &rows {
            *counts.entry(row.state).or_default() += 1;
        }
        let title = self.profile_title(&draft.profile).await?;
        let file = RunFile { name: draft.title(), sha256: draft.file_sha256() };
        let run = RunFacts {
            run_id: None,
            profile: title.name,
            file,
            started_at: None,
            state: RunState::Finished,
            reason: Some("Nobody was left to invite, so no run was begun.".to_owned()),
            counts,
        };
        Ok(RunDocument { schema: DOCUMENT_SCHEMA, run, rows })
    }

    /// Runs of the same file, mapping and decisions as the draft, newest first, as they stand now. Only those that were
    /// begun where the connection leads now: no other can be gone on with.
    pub async fn runs_of_same_file(&self, draft: &str) -> Result<Vec<RunView>, AppError> {
        let held = self.held(draft).await?;
        let draft = held.lock().await;
        let (profile, same) = (draft.profile.clone(), fingerprint(&draft));
        drop(draft);
        let here = self.connected(&profile).await?.identity;
        let journal = self.platform(&profile).await?.journal.clone();
        let runs = blocking(move || same_runs(&journal, &same, &here)).await?;
        let mut views = Vec::with_capacity(runs.len());
        for run in runs {
            views.push(self.run_view(profile.clone(), run.id.to_string()).await?);
        }
        Ok(views)
    }

    /// Leaves in the draft only the rows that did not end well in `run`, with those that were part of them.
    pub async fn keep_what_failed(&self, draft: &str, run: &str) -> Result<(), AppError> {
        let held = self.held(draft).await?;
        let mut draft = held.lock().await;
        draft.refuse_if_sent()?;
        let before = self.run_document(&draft.profile, run).await?;
        let failed = failed_rows(before.rows.iter().map(outcome));
        let table = draft.table().keeping(|row| failed.contains(&row));
        draft.only_rows(Arc::new(table));
        Ok(())
    }

    fn known_profiles(&self) -> Vec<String> {
        let sample = self.inner.sample.known().then(|| SAMPLE_PROFILE.to_owned());
        let kept: Vec<String> = self.book().all().iter().map(|profile| profile.id.clone()).collect();
        sample.into_iter().chain(kept).collect()
    }

    async fn summary(&self, profile: &str, run: &str) -> Result<Option<RunSummary>, AppError> {
        let (journal, id) = (self.record(profile).await?.journal, RunId(run.to_owned()));
        blocking(move || journal.run(&id).map_err(of_journal)).await
    }
}

fn no_rows() -> BTreeMap<RowState, u32> {
    STATES.into_iter().map(|state| (state, 0)).collect()
}

/// The name by which the command line knows the connection of a run.
fn named(profile: &str, summary: &RunSummary) -> String {
    if profile == SAMPLE_PROFILE { SAMPLE_PROFILE.to_owned() } else { summary.profile.clone() }
}

fn facts(view: &RunView, summary: &RunSummary) -> RunFacts {
    let mut counts = no_rows();
    counts.extend(view.counts.iter().map(|count| (count.state, count.rows)));
    RunFacts {
        run_id: Some(view.id.clone()),
        profile: named(&view.profile, summary),
        file: RunFile { name: view.title.clone(), sha256: summary.file_sha256.clone() },
        started_at: Some(view.started_at.clone()),
        state: view.state,
        reason: view
            .stopped_because
            .clone()
            .or_else(|| view.pause.as_ref().map(|pause| pause.reason.clone())),
        counts,
    }
}

fn row(row: RunRow) -> RunRowDocument {
    RunRowDocument {
        row: row.row,
        email: row.email,
        state: row.state,
        attempts: row.attempts,
        of: row.of,
        user_id: row.user_id,
        code: row.code,
        message: row.message,
    }
}

/// How a row ends that nothing was sent for. The journal writes the same states when a run begins.
fn unsent(row: &PlanRow) -> RunRowDocument {
    let (state, message) = match row.class {
        Class::Problem => (RowState::Rejected, None),
        Class::Skipped => (RowState::Rejected, Some("This row was left out.")),
        Class::BlockedUser => {
            (RowState::AlreadyPresent, Some("This person is blocked on the platform, and was not invited."))
        }
        Class::AlreadyActive => {
            (RowState::AlreadyPresent, Some("This person is already there and active, and was not invited."))
        }
        Class::AlreadyInvited => (
            RowState::AlreadyPresent,
            Some("This person was invited before and has not accepted yet. Nothing was mailed again."),
        ),
        Class::Conflict => (
            RowState::Conflict,
            Some("The rows of this person contradict each other. Nothing was sent for them."),
        ),
        Class::Duplicate => {
            (RowState::Duplicate, Some("This row adds nothing to another row of the same person."))
        }
        Class::Folded => (RowState::Folded, None),
        Class::Ready => (RowState::Ready, None),
    };
    let problem = row.problems.first();
    RunRowDocument {
        row: row.row,
        email: row.values.get(&Field::Email).cloned().unwrap_or_default(),
        state,
        attempts: 0,
        of: row.of,
        user_id: None,
        code: problem
            .map(|problem| problem.code.as_str())
            .or_else(|| message.map(|_| row.class.as_str()))
            .map(str::to_owned),
        message: problem.map(|problem| problem.message.text.clone()).or_else(|| message.map(str::to_owned)),
    }
}

fn outcome(row: &RunRowDocument) -> Outcome {
    Outcome::new(row.row, row.state, row.of, row.code.as_deref())
}
