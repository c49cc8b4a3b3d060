//! Who is there: the fixed people, the generated ones and everybody whom an invitation changed,
//! merged in the order of their ids.

use crate::SandboxError;
use crate::order::id_of;
use crate::people::{Crowd, external_id};
use crate::state::{Journal, Locked};
use crate::wire::User;
use crate::world::World;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use uuid::Uuid;

/// The name space of the ids that invited people get.
const INVITED: Uuid = Uuid::from_u128(0x9d1c_7e04_52f6_4b8a_9c55_6f0e_1b7d_2a31);

/// One mail that went out, with the account that it made or renewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Effect {
    /// When it happened, by the machine's clock.
    pub at: Timestamp,
    /// When lists begin to show it.
    pub shown_from: Timestamp,
    pub user_id: Uuid,
    pub email: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub group_id: String,
    pub identity_provider_id: Option<String>,
    pub organization_ids: Vec<String>,
}

/// How an address stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub id: Uuid,
    pub state: String,
}

/// Which people a list is about.
#[derive(Clone, Copy)]
pub(crate) enum Whose {
    /// Everybody on the platform.
    Platform,
    /// The people of the organization at this place of the world file.
    Organization(usize),
}

/// All people.
pub(crate) struct Register {
    world: Arc<World>,
    crowd: Crowd,
    /// The fixed people by id, with their dates of today.
    fixed: BTreeMap<Uuid, User>,
    fixed_at: HashMap<String, Uuid>,
    /// What invitations did, by account, oldest first.
    changes: HashMap<Uuid, Vec<Effect>>,
    /// Accounts that invitations made, by id.
    newcomers: BTreeMap<Uuid, String>,
    effects: Vec<Effect>,
    journal: Option<Journal>,
    /// What today's date is ahead of the machine's clock.
    clock: SignedDuration,
}

impl Register {
    pub(crate) fn new(world: Arc<World>, crowd: Crowd, shift: SignedDuration, clock: SignedDuration) -> Self {
        let fixed: BTreeMap<Uuid, User> =
            world.users.iter().map(|u| (u.id, fixed_user(&world, u, shift))).collect();
        let fixed_at = fixed.iter().map(|(id, u)| (u.email.to_lowercase(), *id)).collect();
        let (changes, newcomers) = (HashMap::new(), BTreeMap::new());
        Self { world, crowd, fixed, fixed_at, changes, newcomers, effects: Vec::new(), journal: None, clock }
    }

    /// Goes on from a journal: its effects have happened.
    pub(crate) fn keep_in(&mut self, journal: Journal) -> Result<(), SandboxError> {
        self.journal = Some(journal);
        self.refresh()
    }

    /// Takes in what other processes wrote into the same journal.
    pub(crate) fn refresh(&mut self) -> Result<(), SandboxError> {
        let news = self.journal.as_mut().map_or(Ok(Vec::new()), Journal::news)?;
        news.into_iter().for_each(|effect| self.apply(effect));
        Ok(())
    }

    /// Keeps other processes from inviting until the guard is dropped, and takes in what they did.
    pub(crate) fn lock(&mut self) -> Result<Option<Locked>, SandboxError> {
        let held = self.journal.as_ref().map(Journal::lock).transpose()?;
        self.refresh()?;
        Ok(held)
    }

    /// Makes effects happen: first on disk, then here.
    pub(crate) fn commit(&mut self, held: Option<&Locked>, effects: Vec<Effect>) -> Result<(), SandboxError> {
        if let (Some(journal), Some(held)) = (self.journal.as_mut(), held) {
            journal.append(held, &effects)?;
        }
        effects.into_iter().for_each(|effect| self.apply(effect));
        Ok(())
    }

    /// Every effect there was, oldest first.
    pub(crate) fn effects(&self) -> &[Effect] {
        &self.effects
    }

    /// How an address stands, compared without case; `None` for a stranger.
    pub(crate) fn standing(&self, email: &str) -> Option<Standing> {
        let key = email.to_lowercase();
        if let Some(user) = self.fixed_at.get(&key).and_then(|id| self.fixed.get(id)) {
            return Some(Standing { id: user.id, state: user.account_state.clone() });
        }
        if let Some(i) = self.crowd.person_at(&key) {
            return Some(Standing { id: id_of(i), state: self.crowd.state(i).to_owned() });
        }
        let id = invited_id(&key);
        self.newcomers.contains_key(&id).then(|| Standing { id, state: "New".into() })
    }

    /// One stretch of a list, and how long the whole list is.
    pub(crate) fn stretch(&self, whose: Whose, offset: u64, size: u32, now: Timestamp) -> (Vec<User>, u64) {
        match whose {
            Whose::Platform => self.of_platform(offset, size, now),
            Whose::Organization(place) => self.of_organization(place, offset, size, now),
        }
    }

    fn apply(&mut self, effect: Effect) {
        let known =
            self.fixed.contains_key(&effect.user_id) || self.crowd.order().index_of(effect.user_id).is_some();
        if !known {
            self.newcomers.entry(effect.user_id).or_insert_with(|| effect.email.clone());
        }
        self.changes.entry(effect.user_id).or_default().push(effect.clone());
        self.effects.push(effect);
    }

    /// Stored people whom the list shows by now, in the order of their ids.
    fn stored(&self, now: Timestamp) -> Vec<Uuid> {
        let shown = |id: &Uuid| self.last_change(*id, now).is_some();
        let mut ids: Vec<Uuid> = self.newcomers.keys().copied().filter(shown).collect();
        ids.extend(self.fixed.keys());
        ids.sort_unstable();
        ids
    }

    fn of_platform(&self, offset: u64, size: u32, now: Timestamp) -> (Vec<User>, u64) {
        let stored = self.stored(now);
        let order = self.crowd.order();
        let total = u64::from(order.len()) + stored.len() as u64;
        // The j-th stored id stands behind j stored ones and all generated ones below it.
        let mut j = binary_search(stored.len(), |j| order.rank(stored[j]) + (j as u64) < offset);
        let mut rank = offset.saturating_sub(j as u64);
        let mut users = Vec::new();
        while users.len() < size as usize {
            let generated = order.at(rank);
            let next = stored.get(j).copied();
            let take_stored = match (generated, next) {
                (Some(i), Some(id)) => id < id_of(i),
                (None, Some(_)) => true,
                (Some(_), None) => false,
                (None, None) => break,
            };
            if take_stored {
                users.extend(next.and_then(|id| self.stored_user(id, now)));
                j += 1;
            } else {
                users.extend(generated.map(|i| self.generated_user(i, now)));
                rank += 1;
            }
        }
        (users, total)
    }

    fn of_organization(&self, place: usize, offset: u64, size: u32, now: Timestamp) -> (Vec<User>, u64) {
        let wanted = &self.world.organizations[place].id;
        let order = self.crowd.order();
        // Whoever was invited anew may have come to this organization or left it.
        let mut ids: Vec<Uuid> = Vec::new();
        let mut moved: Vec<Uuid> = self.stored(now);
        moved.extend(self.changes.keys().filter(|id| order.index_of(**id).is_some()));
        for id in moved {
            let user = self.user(id, now);
            if user.is_some_and(|u| u.organization_ids.iter().any(|o| o.eq_ignore_ascii_case(wanted))) {
                ids.push(id);
            }
        }
        let unmoved = self.crowd.members(place).iter().map(|i| id_of(*i));
        ids.extend(unmoved.filter(|id| !self.changes.contains_key(id)));
        ids.sort_unstable();
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let users =
            ids.iter().skip(offset).take(size as usize).filter_map(|id| self.user(*id, now)).collect();
        (users, ids.len() as u64)
    }

    fn user(&self, id: Uuid, now: Timestamp) -> Option<User> {
        match self.crowd.order().index_of(id) {
            Some(i) => Some(self.generated_user(i, now)),
            None => self.stored_user(id, now),
        }
    }

    fn generated_user(&self, i: u32, now: Timestamp) -> User {
        let user = self.crowd.person(i);
        match self.last_change(user.id, now) {
            Some(change) => self.renewed(user, change),
            None => user,
        }
    }

    fn stored_user(&self, id: Uuid, now: Timestamp) -> Option<User> {
        let change = self.last_change(id, now);
        match (self.fixed.get(&id), change) {
            (Some(user), Some(change)) => Some(self.renewed(user.clone(), change)),
            (Some(user), None) => Some(user.clone()),
            (None, Some(change)) => Some(self.renewed(self.newcomer(id, now)?, change)),
            (None, None) => None,
        }
    }

    fn last_change(&self, id: Uuid, now: Timestamp) -> Option<&Effect> {
        self.changes.get(&id)?.iter().rev().find(|change| change.shown_from <= now)
    }

    /// The account as the first invitation that is shown made it: later ones keep the address's case and,
    /// when they bring none, the names.
    fn newcomer(&self, id: Uuid, now: Timestamp) -> Option<User> {
        let changes = self.changes.get(&id)?;
        let shown = || changes.iter().filter(|c| c.shown_from <= now);
        let first = shown().next()?;
        let last_named =
            |name: fn(&Effect) -> Option<&String>| shown().rev().find_map(name).cloned().unwrap_or_default();
        let provider = self.world.default_provider();
        Some(User {
            id,
            email: first.email.clone(),
            first_name: last_named(|c| c.first_name.as_ref()),
            last_name: last_named(|c| c.last_name.as_ref()),
            created_date: first.at,
            account_state: "New".into(),
            accessibility: None,
            group_ids: Vec::new(),
            identity_provider_id: provider.map(|p| p.id.clone()),
            external_id: provider.map(|p| external_id(&p.prefix, id)),
            organization_ids: Vec::new(),
        })
    }

    /// The account after an invitation: its date starts anew, its role and organizations are those of the
    /// invitation, and what the invitation left out stays.
    fn renewed(&self, mut user: User, change: &Effect) -> User {
        user.created_date = change.at.checked_add(self.clock).unwrap_or(change.at);
        user.group_ids = vec![change.group_id.clone()];
        user.organization_ids.clone_from(&change.organization_ids);
        if let Some(name) = &change.first_name {
            user.first_name.clone_from(name);
        }
        if let Some(name) = &change.last_name {
            user.last_name.clone_from(name);
        }
        if let Some(provider) = change.identity_provider_id.as_ref().and_then(|id| self.world.provider(id)) {
            user.identity_provider_id = Some(provider.id.clone());
            user.external_id = Some(external_id(&provider.prefix, user.id));
        }
        user
    }
}

/// The id that an address gets when it is first invited; the same on every start.
pub(crate) fn invited_id(email: &str) -> Uuid {
    Uuid::new_v5(&INVITED, email.to_lowercase().as_bytes())
}

fn fixed_user(world: &World, user: &crate::world::FixedUser, shift: SignedDuration) -> User {
    let is_new = user.account_state == "New";
    let accessibility = match user.account_state.as_str() {
        "New" => None,
        "Blocked" => Some("Restricted".to_owned()),
        _ => Some("Full".to_owned()),
    };
    let provider = user.identity_provider_id.as_ref().and_then(|id| world.provider(id));
    let moved = user.created_date.checked_add(shift).unwrap_or(user.created_date);
    User {
        id: user.id,
        email: user.email.clone(),
        first_name: user.first_name.clone(),
        last_name: user.last_name.clone(),
        created_date: if is_new { moved } else { user.created_date },
        account_state: user.account_state.clone(),
        accessibility,
        group_ids: user.group_ids.clone(),
        identity_provider_id: user.identity_provider_id.clone(),
        external_id: provider.map(|p| external_id(&p.prefix, user.id)),
        organization_ids: user.organization_ids.clone(),
    }
}

/// The first place of `0..len` where `before` no longer holds.
fn binary_search(len: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn effect(email: &str) -> Effect {
        let at: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a time");
        Effect {
            at,
            shown_from: at,
            user_id: invited_id(email),
            email: email.into(),
            first_name: Some("Paul".into()),
            last_name: None,
            group_id: "d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9".into(),
            identity_provider_id: None,
            organization_ids: vec!["4fbf4515-43ce-50ab-baf9-28a9302d0bf7".into()],
        }
    }

    fn register(n: u32) -> Register {
        let world = Arc::new(World::load(None).expect("the built-in world"));
        let crowd = Crowd::new(world.clone(), n, SignedDuration::ZERO);
        Register::new(world, crowd, SignedDuration::ZERO, SignedDuration::ZERO)
    }

    fn all(register: &Register, whose: Whose, size: u32, now: Timestamp) -> Vec<User> {
        let mut users = Vec::new();
        loop {
            let (page, total) = register.stretch(whose, users.len() as u64, size, now);
            if page.is_empty() {
                assert_eq!(users.len() as u64, total, "the total is not the number listed");
                return users;
            }
            users.extend(page);
        }
    }

    #[test]
    fn pages_of_every_size_make_the_same_ascending_list() {
        let mut register = register(300);
        for k in 0..40 {
            register.apply(effect(&format!("guest{k}@x.example")));
        }
        let now = Timestamp::MAX;
        let whole = all(&register, Whose::Platform, 1_000, now);
        assert_eq!(whole.len(), 353);
        assert!(whole.is_sorted_by(|a, b| a.id < b.id), "not strictly ascending");
        for size in [1, 2, 7, 100] {
            assert_eq!(all(&register, Whose::Platform, size, now), whole, "pages of {size}");
        }
    }

    #[test]
    fn an_organizations_list_is_what_the_whole_list_says_of_it() {
        let mut register = register(2_000);
        register.apply(effect("guest@x.example"));
        let renewed = (0..2_000).find(|i| register.crowd.state(*i) == "New").expect("a New person");
        register.apply(Effect { user_id: id_of(renewed), ..effect("x@x.example") });
        let now = Timestamp::MAX;
        let whole = all(&register, Whose::Platform, 500, now);
        for place in 0..29 {
            let id = register.world.organizations[place].id.clone();
            let told: Vec<User> =
                whole.iter().filter(|u| u.organization_ids.contains(&id)).cloned().collect();
            assert_eq!(all(&register, Whose::Organization(place), 50, now), told, "organization {place}");
        }
    }

    #[test]
    fn a_lagging_list_shows_an_invitation_later() {
        let mut register = register(10);
        let invited = effect("guest@x.example");
        let later = invited.at + SignedDuration::from_secs(30);
        register.apply(Effect { shown_from: later, ..invited.clone() });
        assert_eq!(all(&register, Whose::Platform, 50, invited.at).len(), 23);
        assert_eq!(all(&register, Whose::Platform, 50, later).len(), 24);
        assert!(register.standing("guest@x.example").is_some(), "the platform knows whom it invited");
    }

    #[test]
    fn inviting_again_starts_the_date_anew_and_keeps_what_it_does_not_say() {
        let mut register = register(0);
        let first = effect("Guest@x.example");
        let again = Effect {
            at: first.at + SignedDuration::from_hours(48),
            email: "guest@X.example".into(),
            first_name: None,
            group_id: "064193fd-e846-5c3d-b5da-6aeab68d9973".into(),
            organization_ids: Vec::new(),
            ..first.clone()
        };
        register.apply(first.clone());
        register.apply(again.clone());
        let user = register.user(first.user_id, Timestamp::MAX).expect("the guest");
        assert_eq!((user.email.as_str(), user.first_name.as_str()), ("Guest@x.example", "Paul"));
        assert_eq!(user.created_date, again.at);
        assert_eq!(user.group_ids, [again.group_id]);
        assert!(user.organization_ids.is_empty(), "the organizations of the last invitation count");
        assert_eq!(register.effects().len(), 2);
    }
}
