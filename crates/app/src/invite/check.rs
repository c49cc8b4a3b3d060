//! Use cases: check every row against a fresh list, and show what would happen.

use super::Draft;
use super::confirming::name_needed;
use super::draft::Source;
use super::listed::{Invited, ListedOrInvited};
use super::view;
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_journal, of_roster};
use crate::people::{Fetched, List};
use crate::runs::{facts, quiet, same_place};
use jiff::Timestamp;
use rollcall_intake::Plan;
use rollcall_runs::{Journal, Mark, PlatformIdentity, RunSummary};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::Arc;

/// A plan and what it rests on.
pub(crate) struct Checked {
    pub plan: Arc<Plan>,
    /// When the list was begun that the plan rests on, for people.
    pub list_fetched_at: Timestamp,
    list: Fetched,
    /// What it is a plan for.
    pub identity: PlatformIdentity,
    pub people_listed: u32,
    /// How many people each call would carry.
    pub calls: Vec<usize>,
    /// What the journal held when the plan was made.
    pub mark: Mark,
    pub same_runs: Vec<String>,
    /// Creation dates of people who are listed and not active: by row.
    pub created: HashMap<u32, String>,
    /// Rows that mail somebody once more.
    pub again: HashSet<u32>,
}

impl App {
    /// Checks every row against a fresh list; sends nothing.
    pub async fn check_draft(&self, draft: String) -> Result<CheckView, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        let checked = self.check(&mut draft).await?;
        draft.look_at(checked.plan.clone());
        let name_needed = name_needed(&self.profile(&draft.profile)?, &checked.plan);
        Ok(view::check_view(&checked, name_needed))
    }

    /// A window of the checked rows, of these classes or of all; `limit` is 500 at most.
    pub async fn draft_rows(
        &self,
        draft: String,
        classes: Vec<RowClass>,
        offset: u32,
        limit: u32,
    ) -> Result<DraftRows, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        let checked = self.shown_plan(&mut draft).await?;
        Ok(view::draft_rows(&checked, &classes, offset as usize, limit.min(500) as usize))
    }

    /// The plan whose counts were shown, to be looked at closer. It is not made anew under a person's eyes
    /// when the list grows old: whoever asks for the counts, or sends it, gets a new one.
    pub(crate) async fn shown_plan(&self, draft: &mut Draft) -> Result<Arc<Checked>, AppError> {
        match &draft.checked {
            Some(checked) => Ok(checked.clone()),
            None => self.check(draft).await,
        }
    }

    /// Checks a draft unless it was, for this very connection and against a list that is still fresh.
    pub(crate) async fn check(&self, draft: &mut Draft) -> Result<Arc<Checked>, AppError> {
        // A draft that was sent keeps the plan that was sent.
        if let Some(checked) = draft.checked.as_ref().filter(|_| draft.run.is_some()) {
            return Ok(checked.clone());
        }
        let connected = self.connected(&draft.profile).await?;
        let identity = connected.identity;
        let holds = |checked: &&Arc<Checked>| checked.identity == identity && checked.list.is_fresh();
        if let Some(checked) = draft.checked.as_ref().filter(holds)
            && !self.a_list_is_held(&draft.profile, &identity).await?
        {
            return Ok(checked.clone());
        }
        let fetched = self.fresh_list(&draft.profile).await?;
        let platform = self.platform(&draft.profile).await?;
        let reference = self.reference(&draft.profile).await?;
        let basis = Arc::new(draft.now().basis(reference));
        let same = tokio::task::block_in_place(|| fingerprint(draft));
        let before = draft.looked_up.take();
        let (facts, quiet) = (facts(&connected.profile, &connected.client), quiet(&connected.profile));
        let (checked, looked_up) = blocking(move || {
            // The mark goes first: whatever the journal gains from here on is newer than the plan.
            let mark = platform.journal.mark().map_err(of_journal)?;
            let invited = Invited::by_us(&platform.journal, &identity, &facts, quiet, &fetched)?;
            let list = List::now(platform.roster.clone(), identity.clone())?;
            let listed = ListedOrInvited::of(list, invited, before);
            let plan = rollcall_intake::check(basis, &listed);
            if let Some(problem) = listed.failure() {
                return Err(problem);
            }
            let understood = platform.journal.understood_before(&identity).map_err(of_journal)?;
            let same_runs = same_runs(&platform.journal, &same, &identity)?;
            let checked = Checked {
                calls: rollcall_runs::call_sizes(plan.people(), understood, facts.batch_limit),
                created: listed.created_dates(&plan),
                again: plan.mailed_again().collect(),
                plan: Arc::new(plan),
                list_fetched_at: fetched.at,
                list: fetched,
                identity,
                people_listed: platform.roster.summary().map_err(of_roster)?.people,
                mark,
                same_runs: same_runs.into_iter().map(|run| run.id.to_string()).collect(),
            };
            Ok((Arc::new(checked), listed.looked_up()))
        })
        .await?;
        draft.looked_up = Some(looked_up);
        draft.checked = Some(checked.clone());
        Ok(checked)
    }
}

impl Checked {
    /// The age of the list that the plan rests on; nothing where it can't be told, which is no list at all.
    pub(crate) fn list_age_seconds(&self) -> Option<u64> {
        self.list.age().map(|age| age.as_secs())
    }
}

/// Runs of the same file, mapping and decisions, newest first, that were begun here: one of another platform or of another
/// part of it is none that could be gone on with.
pub(crate) fn same_runs(
    journal: &Journal,
    fingerprint: &str,
    here: &PlatformIdentity,
) -> Result<Vec<RunSummary>, AppError> {
    let mut runs = journal.find_by_fingerprint(fingerprint).map_err(of_journal)?;
    runs.retain(|run| same_place(&run.platform.base, &here.base));
    Ok(runs)
}

/// The same file, and the same decisions about it, have the same fingerprint (RUNS.md: run identity).
pub(crate) fn fingerprint(draft: &Draft) -> String {
    let mut whole = draft.table().file.sha256.clone();
    whole.push_str(&draft.now().fingerprint().to_string());
    // People typed by hand have no bytes to hash: each draft is a run of its own.
    if matches!(draft.source, Source::Typed) {
        whole.push_str(&draft.id);
    }
    hex_of(whole.as_bytes())
}

/// SHA-256 in hex.
pub(crate) fn hex_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
