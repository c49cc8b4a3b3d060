//! Who is there already: by the list, and by what the journal says of invitations that the list need not show yet.

use crate::contract::AppError;
use crate::errors::of_journal;
use crate::locked;
use crate::people::{Fetched, List, foremost, newest_creation};
use crate::runs::{same_place, same_server};
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, User};
use rollcall_intake::{Class, Listed, ListedPerson, Plan};
use rollcall_runs::{Facts, Journal, PlatformIdentity};
use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use std::time::Duration;

/// Whom the journal knows as invited by us.
pub(crate) struct Invited {
    /// Whoever counts as already invited beside those whom the list shows.
    ever: HashSet<CanonicalEmail>,
    /// So lately that nothing is mailed to them, whatever was decided: somebody who stops a run half-way and
    /// drops its file again with "invite again" means those who lapsed, and not those of a minute ago.
    lately: HashSet<CanonicalEmail>,
}

impl Invited {
    pub(crate) fn by_us(
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
            // Whom another part of the server invited need not stand in the list of this one, however long ago it was; and
            // a file that was sent there is not sent here once more for having been led to more of the server.
            let visible_in_scope = facts.visible_in_scope && same_place(&identity.base, &place.base);
            let seen = Facts { visible_in_scope, ..*facts };
            let ever = journal.already_invited(&place, &seen, quiet, age).map_err(of_journal)?;
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
        if !known && same_server(&run.platform.base, &identity.base) {
            places.push(run.platform);
        }
    }
    Ok(places)
}

/// The list, and whom the journal says we invited: they need not be listed yet.
pub(crate) struct ListedOrInvited {
    list: List,
    looked_up: Mutex<LookedUp>,
    invited: Invited,
    /// Creation dates of whoever was found: of the same moment as the answer.
    created: Mutex<HashMap<CanonicalEmail, String>>,
    failure: Mutex<Option<AppError>>,
}

/// Who was looked up on a list and what was found, kept so that a changed cell asks for nobody else again.
pub(crate) struct LookedUp {
    /// The list's own time.
    list: Timestamp,
    asked: HashSet<CanonicalEmail>,
    accounts: HashMap<CanonicalEmail, Vec<User>>,
}

impl LookedUp {
    fn of(list: Timestamp) -> Self {
        Self { list, asked: HashSet::new(), accounts: HashMap::new() }
    }
}

impl Listed for ListedOrInvited {
    fn find(&self, emails: &[&CanonicalEmail], found: &mut dyn FnMut(usize, ListedPerson)) {
        let mut looked_up = locked(&self.looked_up);
        if let Err(problem) = self.look_up(&mut looked_up, emails) {
            *locked(&self.failure) = Some(problem);
            return;
        }
        for (at, email) in emails.iter().enumerate() {
            if let Some(person) = self.person(email, looked_up.accounts.get(*email)) {
                found(at, person);
            }
        }
    }
}

impl ListedOrInvited {
    /// `before` is what was looked up for an earlier plan; of another list it is worth nothing.
    pub(crate) fn of(list: List, invited: Invited, before: Option<LookedUp>) -> Self {
        let now = list.fetched_at();
        let looked_up = before.filter(|before| before.list == now).unwrap_or_else(|| LookedUp::of(now));
        Self {
            list,
            looked_up: Mutex::new(looked_up),
            invited,
            created: Mutex::default(),
            failure: Mutex::default(),
        }
    }

    /// Looks up whoever was not yet. A newer list in the midst of it makes all that was found before worthless.
    fn look_up(&self, known: &mut LookedUp, emails: &[&CanonicalEmail]) -> Result<(), AppError> {
        loop {
            let missing: HashSet<&CanonicalEmail> =
                emails.iter().copied().filter(|email| !known.asked.contains(email)).collect();
            let missing: Vec<CanonicalEmail> = missing.into_iter().cloned().collect();
            let found = self.list.accounts_of(&missing)?;
            let now = self.list.fetched_at();
            if now != known.list {
                *known = LookedUp::of(now);
                continue;
            }
            known.accounts.extend(found);
            known.asked.extend(missing);
            return Ok(());
        }
    }

    fn person(&self, email: &CanonicalEmail, accounts: Option<&Vec<User>>) -> Option<ListedPerson> {
        let accounts = accounts.map(Vec::as_slice).unwrap_or_default();
        if let Some(date) = newest_creation(accounts).filter(|_| !accounts.is_empty()) {
            locked(&self.created).insert(email.clone(), date);
        }
        let lately = self.invited.lately.contains(email);
        let known = lately || self.invited.ever.contains(email);
        foremost(accounts).map(|user| listed_person(user, lately)).or_else(|| known.then(|| unlisted(lately)))
    }

    /// What kept people from being looked up.
    pub(crate) fn failure(&self) -> Option<AppError> {
        locked(&self.failure).take()
    }

    /// When the people were created who were invited and have not accepted: what their days are counted from.
    pub(crate) fn created_dates(&self, plan: &Plan) -> HashMap<u32, String> {
        let created = locked(&self.created);
        let waits = |class| matches!(class, Class::AlreadyInvited | Class::Ready);
        let there = plan.already_there().filter(|(_, class, _)| waits(*class));
        there.filter_map(|(row, _, email)| Some((row, created.get(email)?.clone()))).collect()
    }

    /// What was looked up, for the next plan.
    pub(crate) fn looked_up(self) -> LookedUp {
        self.looked_up.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn listed_person(user: &User, invited_by_us: bool) -> ListedPerson {
    ListedPerson {
        state: user.state.clone(),
        role_ids: user.role_ids.clone(),
        organization_ids: user.organization_ids.clone(),
        invited_by_us,
    }
}

/// Somebody whom only the journal knows.
fn unlisted(invited_by_us: bool) -> ListedPerson {
    ListedPerson {
        state: AccountState::New,
        role_ids: Vec::new(),
        organization_ids: Vec::new(),
        invited_by_us,
    }
}
