//! The list of users, read page after page, and whether it was the whole list.

use crate::ahead::{self, Ahead, PAGES_AT_ONCE, Page, Whose};
use crate::error::Call;
use crate::http::Patience;
use crate::keys::Keys;
use crate::lists::ids_for;
use crate::pages::{End, Pages, UNMARKED};
use crate::read::{Shapes, fold, scalar, time};
use crate::wording::{KnownState, UserFields};
use crate::{Kind, Platform, PlatformError, Scope};
use rollcall_core::{AccountState, RoleId, User, UserId, phrase, sentence};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};

/// A reading of all users under way. Holds a few pages and a few bytes per user.
///
/// With several ids in the scope they are read one after another; a person listed under two of
/// them is delivered once, as first listed.
pub struct UserScan {
    platform: Platform,
    patience: Patience,
    lists: Vec<ListRead>,
    /// Roles by person's id, where roles list people; read before the first page.
    memberships: Option<HashMap<String, Vec<RoleId>>>,
    ahead: Ahead,
    at: usize,
    /// Hash of a user's id → the list in which it was seen last.
    seen: HashMap<u64, u32>,
    hasher: RandomState,
    read: u32,
    doubt: Option<String>,
}

/// One page of users.
#[derive(Clone, Debug, PartialEq)]
pub struct UserPage {
    /// The people of this page who were not delivered before.
    pub users: Vec<User>,
    /// People delivered so far, these included.
    pub read: u32,
    /// How many there are in all, once every list of the scope has said so.
    pub total: Option<u32>,
}

/// How a reading ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanEnd {
    /// People delivered.
    pub total: u32,
    /// Whether this was everybody: every page read, nobody listed twice, every entry readable, the
    /// platform's count (where it gives one) equal to what was listed, and count and first page the
    /// same when asked again at the end.
    pub complete: bool,
    /// Why it may not have been everybody.
    pub why_incomplete: Option<String>,
}

struct ListRead {
    whose: Whose,
    pages: Pages,
    first_page: Option<FirstPage>,
}

#[derive(Debug, PartialEq, Eq)]
struct FirstPage {
    total: Option<u32>,
    fingerprint: u64,
}

/// Reads one user of an answer.
pub(crate) struct UserReader {
    keys: Keys,
    states: Vec<(String, AccountState)>,
}

impl Platform {
    /// Begins to read all users. Nothing is asked before the first [`UserScan::next`].
    pub fn scan_users(&self) -> UserScan {
        self.scan_with(Patience::Some)
    }

    /// Begins to read the users of one customer, whatever the profile's scope is.
    ///
    /// # Errors
    /// A [`PlatformError`] of kind [`Kind::Configuration`] where the description does not say how one customer's
    /// users are asked for, or the id can't be one.
    pub fn scan_customer(&self, organization: &str) -> Result<UserScan, PlatformError> {
        if self.description().wording.calls.users.scope.is_none() {
            return Err(PlatformError::configuration(phrase!(
                "This kind of platform does not list one customer's users alone. Nothing was changed. Refresh the \
                 whole list."
            )));
        }
        let customer = Scope::Customers(vec![organization.to_owned()]).checked()?;
        Ok(self.scan_scope(&customer, Patience::Some))
    }

    pub(crate) fn scan_with(&self, patience: Patience) -> UserScan {
        self.scan_scope(self.scope(), patience)
    }

    fn scan_scope(&self, scope: &Scope, patience: Patience) -> UserScan {
        let call = &self.description().wording.calls.users;
        let lists = ids_for(call, scope).into_iter().map(|id| ListRead {
            whose: Whose { scope: scope.clone(), id },
            pages: Pages::new(call.paging.clone(), self.page_size()),
            first_page: None,
        });
        UserScan {
            platform: self.clone(),
            patience,
            lists: lists.collect(),
            memberships: None,
            ahead: Ahead::default(),
            at: 0,
            seen: HashMap::new(),
            hasher: RandomState::new(),
            read: 0,
            doubt: None,
        }
    }
}

impl UserScan {
    /// The next page, or `None` after the last one.
    ///
    /// # Errors
    /// [`PlatformError`] when the page could not be had; the same page is asked for by the next call.
    pub async fn next(&mut self) -> Result<Option<UserPage>, PlatformError> {
        if self.memberships.is_none() {
            self.memberships = Some(self.platform.memberships(self.patience).await?);
        }
        while let Some(list) = self.lists.get(self.at) {
            let wanted = list.pages.following(PAGES_AT_ONCE);
            let page = match self.ahead.first(&self.platform, &list.whose, wanted, self.patience).await {
                Ok(page) => page,
                Err(error) if error.kind == Kind::NotFound && self.ends_without_page() => continue,
                Err(error) => return Err(error),
            };
            let mut users = self.take(page);
            self.add_memberships(&mut users);
            let was_last = self.go_on();
            if !users.is_empty() || !was_last {
                self.read = self.read.saturating_add(u32::try_from(users.len()).unwrap_or(u32::MAX));
                return Ok(Some(UserPage { users, read: self.read, total: self.total() }));
            }
        }
        Ok(None)
    }

    /// Asks each list's first page again and says whether everybody was read.
    ///
    /// # Errors
    /// [`PlatformError`] when a first page could not be had again.
    pub async fn finish(mut self) -> Result<ScanEnd, PlatformError> {
        if self.at < self.lists.len() {
            self.doubt(phrase!("The reading was stopped before the end of the list."));
        }
        for index in 0..self.lists.len() {
            if self.doubt.is_none() && !self.is_unchanged(index).await? {
                self.doubt(phrase!("The list changed while it was read."));
            }
            if self.doubt.is_none() && !self.is_known_to_end(index).await? {
                self.doubt(UNMARKED);
            }
        }
        Ok(ScanEnd { total: self.read, complete: self.doubt.is_none(), why_incomplete: self.doubt })
    }

    async fn is_unchanged(&self, index: usize) -> Result<bool, PlatformError> {
        let Some(list) = self.lists.get(index) else { return Ok(true) };
        let paging = self.platform.description().wording.calls.users.paging.clone();
        let first = Pages::new(paging, self.platform.page_size()).first_following();
        let page = ahead::read(self.platform.clone(), list.whose.clone(), first, self.patience).await?;
        let now = FirstPage { total: page.total, fingerprint: self.fingerprint(&page) };
        Ok(list.first_page.as_ref() == Some(&now))
    }

    /// Whether the end of a list is one, where it rests on a first page that named no other.
    async fn is_known_to_end(&self, index: usize) -> Result<bool, PlatformError> {
        let unmarked = self.lists.get(index).filter(|list| list.pages.end() == Some(&End::Unmarked));
        let Some(list) = unmarked else { return Ok(true) };
        let call = &self.platform.description().wording.calls.users;
        let whose = (&list.whose.scope, list.whose.id.as_str());
        self.platform.marks_pages(Call::Users, call, whose, self.patience).await
    }

    fn fingerprint(&self, page: &Page) -> u64 {
        let ids: Vec<&str> = page.people.iter().map(|user| user.id.as_str()).collect();
        self.hasher.hash_one((ids, page.unreadable))
    }

    /// The people of a page who are new, with everything noted that the end depends on.
    fn take(&mut self, page: Page) -> Vec<User> {
        let first_page = FirstPage { total: page.total, fingerprint: self.fingerprint(&page) };
        let Page { people, unreadable, total, next } = page;
        let count = people.len() + unreadable;
        let at = u32::try_from(self.at).unwrap_or(u32::MAX);
        let (mut users, mut fresh) = (Vec::with_capacity(people.len()), unreadable);
        for user in people {
            match self.seen.insert(self.hasher.hash_one(user.id.as_str()), at) {
                Some(list) if list == at => {}
                Some(_) => fresh += 1,
                None => {
                    fresh += 1;
                    users.push(user);
                }
            }
        }
        if unreadable > 0 {
            self.doubt(sentence!(
                "{count} entries of the list have no id that Rollcall can read.",
                count = unreadable
            ));
        }
        // A page that brings nobody new is a page told again, which `Pages` judges as a whole.
        if fresh > 0 && fresh < count {
            self.doubt(phrase!("Somebody is listed twice, so the list moved while it was read."));
        }
        if let Some(list) = self.lists.get_mut(self.at) {
            list.first_page.get_or_insert(first_page);
            list.pages.came(count, fresh, total, next);
        }
        users
    }

    fn add_memberships(&mut self, users: &mut [User]) {
        let Some(memberships) = self.memberships.as_mut().filter(|all| !all.is_empty()) else { return };
        for user in users {
            // Each person is delivered once.
            let roles = memberships.remove(user.id.as_str()).unwrap_or_default();
            let new: Vec<RoleId> = roles.into_iter().filter(|role| !user.role_ids.contains(role)).collect();
            user.role_ids.extend(new);
        }
    }

    /// Moves on to the next list after the end of this one; `true` when it ended.
    fn go_on(&mut self) -> bool {
        match self.lists.get(self.at).and_then(|list| list.pages.end().cloned()) {
            None => false,
            Some(end) => {
                if let End::Partial(why) = end {
                    self.doubt(why);
                }
                self.ahead.clear();
                self.at += 1;
                true
            }
        }
    }

    fn ends_without_page(&mut self) -> bool {
        let ended = self.lists.get_mut(self.at).is_some_and(|list| list.pages.no_such_page());
        ended && self.go_on()
    }

    fn total(&self) -> Option<u32> {
        // Each count is a platform's word, and two of them may be more than fits.
        self.lists.iter().try_fold(0_u32, |sum, list| Some(sum.saturating_add(list.pages.total()?)))
    }

    fn doubt(&mut self, why: impl Into<String>) {
        self.doubt.get_or_insert_with(|| why.into());
    }
}

const ID: usize = 0;
const EMAIL: usize = 1;
const FIRST_NAME: usize = 2;
const LAST_NAME: usize = 3;
const CREATED: usize = 4;
const STATE: usize = 5;
const ACCESSIBILITY: usize = 6;
const ROLES: usize = 7;
const PROVIDER: usize = 8;
const EXTERNAL_ID: usize = 9;
const ORGANIZATIONS: usize = 10;

impl UserReader {
    pub(crate) fn new(fields: &UserFields, states: &BTreeMap<String, KnownState>) -> Self {
        let keys = Keys::new(&[
            &fields.id,
            &fields.email,
            &fields.first_name,
            &fields.last_name,
            &fields.created,
            &fields.state,
            &fields.accessibility,
            &fields.roles,
            &fields.identity_provider,
            &fields.external_id,
            &fields.organizations,
        ])
        .with_address(EMAIL);
        let states = states.iter().map(|(word, known)| (fold(word), known_state(*known)));
        Self { keys, states: states.collect() }
    }

    /// `None` without an id: such an entry can't be kept apart from others.
    pub(crate) fn read(&self, shapes: &Shapes, item: Value) -> Option<User> {
        let Value::Object(map) = item else { return None };
        let raw = serde_json::to_string(&map).ok();
        let mut taken = self.keys.take(map);
        let id = taken.read(ID, |value| shapes.id(value))?;
        let roles = taken.read(ROLES, |value| shapes.ids(value)).unwrap_or_default();
        let organizations = taken.read(ORGANIZATIONS, |value| shapes.ids(value)).unwrap_or_default();
        Some(User {
            id: UserId(id),
            email: taken.read(EMAIL, scalar).unwrap_or_default(),
            first_name: taken.read(FIRST_NAME, scalar).unwrap_or_default(),
            last_name: taken.read(LAST_NAME, scalar).unwrap_or_default(),
            state: self.state(taken.read(STATE, |value| shapes.word(value)).unwrap_or_default()),
            created_at: taken.read(CREATED, time),
            accessibility: taken.read(ACCESSIBILITY, |value| shapes.word(value)),
            role_ids: roles.into_iter().map(RoleId).collect(),
            identity_provider_id: taken.read(PROVIDER, |value| shapes.single_id(value)).map(Into::into),
            external_id: taken.read(EXTERNAL_ID, |value| shapes.id(value)),
            organization_ids: organizations.into_iter().map(Into::into).collect(),
            other: taken.other,
            raw,
        })
    }

    fn state(&self, word: String) -> AccountState {
        let folded = fold(word.trim());
        let known = self.states.iter().find(|(known, _)| *known == folded);
        known.map_or_else(|| AccountState::from_word(&word), |(_, state)| state.clone())
    }
}

fn known_state(known: KnownState) -> AccountState {
    match known {
        KnownState::New => AccountState::New,
        KnownState::Active => AccountState::Active,
        KnownState::Blocked => AccountState::Blocked,
    }
}
