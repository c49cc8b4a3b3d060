//! Use cases: check every row against a fresh list, and show what would happen.

use super::Draft;
use super::draft::Source;
use super::view;
use crate::contract::*;
use crate::errors::{blocking, of_journal, of_roster};
use crate::people::{Fetched, List, foremost, newest_creation};
use crate::runs::{facts, quiet, same_server};
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, User};
use rollcall_intake::{Class, Listed, ListedPerson, Mapping, Plan, PlanRow, Table};
use rollcall_runs::{Facts, Journal, Mark, PlatformIdentity};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A plan and what it rests on.
#[derive(Clone)]
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
        let held = self.inner.desk.draft(&draft)?;
        let mut draft = held.lock().await;
        let checked = self.check(&mut draft).await?;
        draft.seen = Some(checked.plan.clone());
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
        let checked = self.shown_plan(&mut draft).await?;
        Ok(view::draft_rows(&checked, &classes, offset as usize, limit.min(500) as usize))
    }

    /// The plan whose counts were shown, to be looked at closer. It is not made anew under a person's eyes
    /// when the list grows old: whoever asks for the counts, or sends it, gets a new one.
    pub(crate) async fn shown_plan(&self, draft: &mut Draft) -> Result<Checked, AppError> {
        match &draft.checked {
            Some(checked) => Ok(checked.clone()),
            None => self.check(draft).await,
        }
    }

    /// Checks a draft unless it was, for this very connection and against a list that is still fresh.
    pub(crate) async fn check(&self, draft: &mut Draft) -> Result<Checked, AppError> {
        // A draft that was sent keeps the plan that was sent.
        if let Some(checked) = draft.checked.as_ref().filter(|_| draft.run.is_some()) {
            return Ok(checked.clone());
        }
        let connected = self.connected(&draft.profile).await?;
        let identity = connected.identity;
        let holds = |checked: &&Checked| checked.identity == identity && checked.list.is_fresh();
        if let Some(checked) = draft.checked.as_ref().filter(holds) {
            return Ok(checked.clone());
        }
        let fetched = self.fresh_list(&draft.profile).await?;
        let platform = self.platform(&draft.profile).await?;
        let reference = self.reference(&draft.profile).await?;
        let (table, mapping) = (draft.table.clone(), draft.mapping());
        let (defaults, decisions) = (draft.defaults.clone(), draft.decisions);
        let same = fingerprint(draft);
        let (facts, quiet) = (facts(&connected.profile, &connected.client), quiet(&connected.profile));
        let checked = blocking(move || {
            // The mark goes first: whatever the journal gains from here on is newer than the plan.
            let mark = platform.journal.mark().map_err(of_journal)?;
            let invited = Invited::by_us(&platform.journal, &identity, &facts, quiet, &fetched)?;
            let list = List::now(platform.roster.clone(), identity.clone())?;
            let listed = ListedOrInvited::of(list, invited, addresses(&table, &mapping))?;
            let plan = rollcall_intake::check(&table, &mapping, &defaults, &decisions, &reference, &listed);
            if let Some(problem) = locked(&listed.failure).take() {
                return Err(problem);
            }
            let understood = platform.journal.understood_before(&identity).map_err(of_journal)?;
            let same_runs = platform.journal.find_by_fingerprint(&same).map_err(of_journal)?;
            Ok(Checked {
                calls: rollcall_runs::call_sizes(plan.invitations.len(), understood, facts.batch_limit),
                created: listed.created_dates(&plan),
                again: plan
                    .invitations
                    .iter()
                    .filter(|planned| planned.listed_before)
                    .map(|planned| planned.row)
                    .collect(),
                plan: Arc::new(plan),
                list_fetched_at: fetched.at,
                list: fetched,
                identity,
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
    /// The age of the list that the plan rests on; nothing where it can't be told, which is no list at all.
    pub(crate) fn list_age_seconds(&self) -> Option<u64> {
        self.list.age().map(|age| age.as_secs())
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

/// Whom the journal knows as invited by us.
struct Invited {
    /// Whoever counts as already invited beside those whom the list shows.
    ever: HashSet<CanonicalEmail>,
    /// So lately that nothing is mailed to them, whatever was decided: somebody who stops a run half-way and
    /// drops its file again with "invite again" means those who lapsed, and not those of a minute ago.
    lately: HashSet<CanonicalEmail>,
}

impl Invited {
    fn by_us(
        journal: &Journal,
        identity: &PlatformIdentity,
        facts: &Facts,
        quiet: Duration,
        list: &Fetched,
    ) -> Result<Self, AppError> {
        // Of a list whose age can't be told anybody may be missing.
        let age = list.age().unwrap_or(Duration::MAX);
        // As if the list showed everybody in time: then only those count whom it need not show yet.
        let shown_in_time = Facts { pending_listed: true, visible_in_scope: true, ..*facts };
        let mut people = Self { ever: HashSet::new(), lately: HashSet::new() };
        for place in places(journal, identity)? {
            let ever = journal.already_invited(&place, facts, quiet, age).map_err(of_journal)?;
            let lately = journal.already_invited(&place, &shown_in_time, quiet, age).map_err(of_journal)?;
            people.ever.extend(ever);
            people.lately.extend(lately);
        }
        Ok(people)
    }
}

/// This connection, and all parts of the same server that it ever was for.
fn places(journal: &Journal, identity: &PlatformIdentity) -> Result<Vec<PlatformIdentity>, AppError> {
    let mut places = vec![identity.clone()];
    for run in journal.runs().map_err(of_journal)? {
        let known = places.iter().any(|place| place.base == run.platform.base);
        if !known && same_server(&run.platform, identity) {
            places.push(run.platform);
        }
    }
    Ok(places)
}

/// What stands in the column of addresses: looked up together, which takes a fraction of one by one.
fn addresses(table: &Table, mapping: &Mapping) -> HashSet<CanonicalEmail> {
    let Some(column) = mapping.column(Field::Email) else { return HashSet::new() };
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column as usize));
    cells.map(|cell| CanonicalEmail::of_listed(&cell.shown())).collect()
}

/// The list, and whom the journal says we invited: they need not be listed yet.
struct ListedOrInvited {
    list: List,
    /// Who was looked up beforehand, and the accounts found.
    asked: HashSet<CanonicalEmail>,
    found: HashMap<CanonicalEmail, Vec<User>>,
    invited: Invited,
    /// Creation dates of whoever was found: of the same moment as the answer.
    created: Mutex<HashMap<CanonicalEmail, String>>,
    failure: Mutex<Option<AppError>>,
}

impl Listed for ListedOrInvited {
    fn find(&self, email: &CanonicalEmail) -> Option<ListedPerson> {
        let accounts = match self.accounts(email) {
            Ok(accounts) => accounts,
            Err(problem) => {
                *locked(&self.failure) = Some(problem);
                return None;
            }
        };
        if let Some(date) = newest_creation(&accounts) {
            locked(&self.created).insert(email.clone(), date);
        }
        let lately = self.invited.lately.contains(email);
        let known = lately || self.invited.ever.contains(email);
        foremost(&accounts)
            .map(|user| listed_person(user, lately))
            .or_else(|| known.then(|| unlisted(lately)))
    }
}

impl ListedOrInvited {
    fn of(list: List, invited: Invited, asked: HashSet<CanonicalEmail>) -> Result<Self, AppError> {
        let emails: Vec<CanonicalEmail> = asked.iter().cloned().collect();
        Ok(Self {
            found: list.accounts_of(&emails)?,
            asked,
            list,
            invited,
            created: Mutex::default(),
            failure: Mutex::default(),
        })
    }

    /// An address that was written in another way, such as with a name before it, is looked up by itself.
    fn accounts(&self, email: &CanonicalEmail) -> Result<Vec<User>, AppError> {
        match self.asked.contains(email) {
            true => Ok(self.found.get(email).cloned().unwrap_or_default()),
            false => self.list.accounts(email),
        }
    }

    /// When the people were created who were invited and have not accepted: what their days are counted from.
    fn created_dates(&self, plan: &Plan) -> HashMap<u32, String> {
        let created = locked(&self.created);
        let waits = |row: &&PlanRow| matches!(row.class, Class::AlreadyInvited | Class::Ready);
        let date = |row: &PlanRow| {
            let email = CanonicalEmail::of_listed(row.values.get(&Field::Email)?);
            Some((row.row, created.get(&email)?.clone()))
        };
        plan.rows.iter().filter(waits).filter_map(date).collect()
    }
}

fn listed_person(user: &User, invited_by_us: bool) -> ListedPerson {
    ListedPerson {
        state: user.state.clone(),
        role_ids: user.role_ids.clone(),
        organization_ids: user.organization_ids.clone(),
        created_at: user.created_at.clone(),
        invited_by_us,
    }
}

/// Somebody whom only the journal knows.
fn unlisted(invited_by_us: bool) -> ListedPerson {
    ListedPerson {
        state: AccountState::New,
        role_ids: Vec::new(),
        organization_ids: Vec::new(),
        created_at: None,
        invited_by_us,
    }
}
