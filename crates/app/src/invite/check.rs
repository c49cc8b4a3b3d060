//! Use cases: check every row against a fresh list, and show what would happen.

use super::Draft;
use super::draft::Source;
use super::view;
use crate::contract::*;
use crate::errors::{blocking, of_journal, of_roster};
use crate::runs::{call_limit, identity, quiet};
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, User};
use rollcall_intake::{Class, Listed, ListedPerson, Plan, PlanRow};
use rollcall_roster::Roster;
use rollcall_runs::Mark;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

/// A plan and what it rests on.
#[derive(Clone)]
pub(crate) struct Checked {
    pub plan: Arc<Plan>,
    /// When the list was begun that the plan rests on.
    pub list_fetched_at: Timestamp,
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
        let held = self.inner.desk.draft(&draft)?;
        let mut draft = held.lock().await;
        let checked = self.check(&mut draft).await?;
        Ok(view::check_view(&checked))
    }

    /// A window of the checked rows, of these classes or of all; `limit` is 500 at most.
    pub async fn draft_rows(
        &self,
        draft: String,
        classes: Vec<RowClass>,
        offset: u32,
        limit: u32,
    ) -> Result<DraftRows, AppError> {
        let held = self.inner.desk.draft(&draft)?;
        let mut draft = held.lock().await;
        let checked = self.check(&mut draft).await?;
        Ok(view::draft_rows(&checked, &classes, offset as usize, limit.min(500) as usize))
    }

    /// Checks a draft unless it was, against a list that is still fresh.
    pub(crate) async fn check(&self, draft: &mut Draft) -> Result<Checked, AppError> {
        // A draft that was sent keeps the plan that was sent.
        if let Some(checked) =
            draft.checked.as_ref().filter(|checked| draft.run.is_some() || checked.is_fresh())
        {
            return Ok(checked.clone());
        }
        let list_fetched_at = self.fresh_list(&draft.profile).await?;
        let platform = self.platform(&draft.profile).await?;
        let client = self.client(&draft.profile).await?;
        let profile = self.profile(&draft.profile)?;
        let reference = self.reference(&draft.profile).await?;
        let (table, mapping) = (draft.table.clone(), draft.mapping());
        let (defaults, decisions) = (draft.defaults.clone(), draft.decisions);
        let same = fingerprint(draft);
        let facts = client.facts();
        let (limit, identity) = (call_limit(&profile, &facts), identity(self, &profile, &client)?);
        // Where pending people are not listed, the journal is all that knows them, for ever.
        let within = facts.pending_listed.then(|| quiet(&profile));
        let checked = blocking(move || {
            // The mark goes first: whatever the journal gains from here on is newer than the plan.
            let mark = platform.journal.mark().map_err(of_journal)?;
            let invited = platform.journal.recently_invited(&identity, within).map_err(of_journal)?;
            let listed =
                ListedOrInvited { roster: platform.roster.clone(), invited, failure: Mutex::default() };
            let plan = rollcall_intake::check(&table, &mapping, &defaults, &decisions, &reference, &listed);
            if let Some(problem) = locked(&listed.failure).take() {
                return Err(problem);
            }
            let understood = platform.journal.understood_before(&identity).map_err(of_journal)?;
            let same_runs = platform.journal.find_by_fingerprint(&same).map_err(of_journal)?;
            Ok(Checked {
                calls: rollcall_runs::call_sizes(plan.invitations.len(), understood, limit),
                created: created_dates(&plan, &platform.roster)?,
                again: plan
                    .invitations
                    .iter()
                    .filter(|planned| planned.listed_before)
                    .map(|planned| planned.row)
                    .collect(),
                plan: Arc::new(plan),
                list_fetched_at,
                people_listed: platform.roster.summary().map_err(of_roster)?.people,
                mark,
                same_runs: same_runs.into_iter().map(|run| run.id.to_string()).collect(),
            })
        })
        .await?;
        draft.checked = Some(checked.clone());
        Ok(checked)
    }
}

impl Checked {
    fn is_fresh(&self) -> bool {
        let age = Timestamp::now().duration_since(self.list_fetched_at);
        !age.is_negative() && age.unsigned_abs() <= crate::people::FRESH
    }

    pub(crate) fn list_age_seconds(&self) -> u64 {
        u64::try_from(Timestamp::now().duration_since(self.list_fetched_at).as_secs()).unwrap_or(0)
    }
}

/// The same file, mapping, defaults and decisions have the same fingerprint (RUNS.md: run identity).
pub(crate) fn fingerprint(draft: &Draft) -> String {
    let columns: Vec<_> = draft.columns.iter().map(|(field, meant)| (field, meant.column)).collect();
    let decided = serde_json::json!([columns, draft.defaults, draft.decisions, draft.choice]);
    let mut hash = Sha256::new();
    hash.update(draft.table.file.sha256.as_bytes());
    hash.update(decided.to_string().as_bytes());
    // People typed by hand have no bytes to hash: each draft is a run of its own.
    if matches!(draft.source, Source::Typed) {
        hash.update(draft.id.as_bytes());
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The list, and whom the journal says we invited a moment ago: they may not be listed yet.
struct ListedOrInvited {
    roster: Arc<Roster>,
    invited: HashSet<CanonicalEmail>,
    failure: Mutex<Option<AppError>>,
}

impl Listed for ListedOrInvited {
    fn find(&self, email: &CanonicalEmail) -> Option<ListedPerson> {
        let listed = match self.roster.listed(std::slice::from_ref(email)) {
            Ok(mut listed) => listed.remove(email).unwrap_or_default(),
            Err(problem) => {
                *locked(&self.failure) = Some(of_roster(problem));
                return None;
            }
        };
        let invited_by_us = self.invited.contains(email);
        listed_person(listed, invited_by_us)
    }
}

/// When the people were created who were invited and have not accepted: what their days are counted from.
fn created_dates(plan: &Plan, roster: &Roster) -> Result<HashMap<u32, String>, AppError> {
    let waits = |row: &&PlanRow| matches!(row.class, Class::AlreadyInvited | Class::Ready);
    let address = |row: &PlanRow| Some((row.row, CanonicalEmail::of_listed(row.values.get(&Field::Email)?)));
    let rows: Vec<(u32, CanonicalEmail)> = plan.rows.iter().filter(waits).filter_map(address).collect();
    let emails: Vec<CanonicalEmail> = rows.iter().map(|(_, email)| email.clone()).collect();
    let listed = roster.listed(&emails).map_err(of_roster)?;
    let created = |email: &CanonicalEmail| listed.get(email)?.iter().find_map(|user| user.created_at.clone());
    Ok(rows.into_iter().filter_map(|(row, email)| Some((row, created(&email)?))).collect())
}

/// One person for an address. Where the platform lists several accounts for it, the one that decides is
/// the one that most forbids a mail: blocked, then active, then the rest.
fn listed_person(listed: Vec<User>, invited_by_us: bool) -> Option<ListedPerson> {
    let rank = |user: &User| match user.state {
        AccountState::Blocked => 0,
        AccountState::Active => 1,
        AccountState::Other(_) => 2,
        AccountState::New => 3,
    };
    match listed.into_iter().min_by_key(rank) {
        Some(user) => Some(ListedPerson {
            state: user.state,
            role_ids: user.role_ids,
            organization_ids: user.organization_ids,
            created_at: user.created_at,
            invited_by_us,
        }),
        None if invited_by_us => Some(ListedPerson {
            state: AccountState::New,
            role_ids: Vec::new(),
            organization_ids: Vec::new(),
            created_at: None,
            invited_by_us,
        }),
        None => None,
    }
}
