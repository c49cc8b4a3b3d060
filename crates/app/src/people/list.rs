//! The list of people, asked for single persons: by plans, and by senders.

use crate::contract::{AppError, ErrorCode};
use crate::errors::of_roster;
use crate::locked;
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, User, phrase};
use rollcall_roster::Roster;
use rollcall_runs::PlatformIdentity;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// The complete list of one connection, asked person by person.
///
/// A newer list of the same connection may be swapped in under it: it is complete as well, and was begun
/// later, so it proves no less. A list of anything else proves nothing here, and is an error: a profile can
/// be edited, here or in another process, and the absence of everybody on another platform is no absence.
pub(crate) struct List {
    roster: Arc<Roster>,
    identity: PlatformIdentity,
    /// The list that was the right one when it was last looked.
    seen: Mutex<Timestamp>,
}

impl List {
    /// The list as it is now. Blocks.
    pub(crate) fn now(roster: Arc<Roster>, identity: PlatformIdentity) -> Result<Self, AppError> {
        let fetched = fetched_for(&roster, &identity)?.ok_or_else(another)?;
        Ok(Self { roster, identity, seen: Mutex::new(fetched) })
    }

    /// When its first page was asked for.
    pub(crate) fn fetched_at(&self) -> Timestamp {
        *locked(&self.seen)
    }

    /// Everybody listed under an address. Blocks.
    pub(crate) fn accounts(&self, email: &CanonicalEmail) -> Result<Vec<User>, AppError> {
        let mut listed = self.accounts_of(std::slice::from_ref(email))?;
        Ok(listed.remove(email).unwrap_or_default())
    }

    /// Everybody listed under these addresses; those that nobody has are left out. Blocks.
    pub(crate) fn accounts_of(
        &self,
        emails: &[CanonicalEmail],
    ) -> Result<HashMap<CanonicalEmail, Vec<User>>, AppError> {
        loop {
            let listed = self.roster.listed(emails).map_err(of_roster)?;
            let now = fetched_for(&self.roster, &self.identity)?.ok_or_else(another)?;
            let mut seen = locked(&self.seen);
            // The same before and after: so it was in between.
            if *seen == now {
                return Ok(listed);
            }
            *seen = now;
        }
    }
}

/// When the list was begun, if it is complete and of this very connection. Blocks.
pub(crate) fn fetched_for(
    roster: &Roster,
    identity: &PlatformIdentity,
) -> Result<Option<Timestamp>, AppError> {
    let summary = roster.summary().map_err(of_roster)?;
    let same = summary.scope == identity.base && summary.subject == identity.subject;
    Ok(summary.fetched_at.filter(|_| summary.complete && same))
}

fn another() -> AppError {
    AppError::new(
        ErrorCode::ListNotFresh,
        phrase!(
            "The list of people is not a complete one of this connection: the connection was changed in the meantime."
        ),
    )
}

/// Of several accounts under one address, the one that most forbids a mail: blocked, then active, then the rest.
pub(crate) fn foremost(accounts: &[User]) -> Option<&User> {
    accounts.iter().min_by_key(|user| match user.state {
        AccountState::Blocked => 0,
        AccountState::Active => 1,
        AccountState::Other(_) => 2,
        AccountState::New => 3,
    })
}

/// The newest creation date of the accounts under one address. A later one than before can only come from
/// something that happened since; a single account's date could be that of another account. None where the
/// date of any of them is not known.
pub(crate) fn newest_creation(accounts: &[User]) -> Option<String> {
    let dated = |user: &User| {
        let text = user.created_at.clone()?;
        Some((text.parse::<Timestamp>().ok()?, text))
    };
    let dates: Option<Vec<(Timestamp, String)>> = accounts.iter().map(dated).collect();
    dates?.into_iter().max().map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::UserId;

    fn account(id: &str, state: AccountState, created_at: Option<&str>) -> User {
        User {
            id: UserId(id.into()),
            email: "ann@x.example".into(),
            first_name: String::new(),
            last_name: String::new(),
            state,
            created_at: created_at.map(Into::into),
            accessibility: None,
            role_ids: vec![],
            identity_provider_id: None,
            external_id: None,
            organization_ids: vec![],
            other: serde_json::Map::new(),
            raw: None,
        }
    }

    #[test]
    fn of_several_accounts_the_one_decides_that_most_forbids_a_mail() {
        let accounts = [
            account("1", AccountState::New, None),
            account("2", AccountState::Active, None),
            account("3", AccountState::Blocked, None),
        ];
        assert_eq!(foremost(&accounts).map(|user| user.id.as_str()), Some("3"));
        assert_eq!(foremost(&accounts[..2]).map(|user| user.id.as_str()), Some("2"));
        assert_eq!(foremost(&[]), None);
    }

    #[test]
    fn the_date_of_several_accounts_is_the_newest_and_none_where_one_is_unknown() {
        let old = account("1", AccountState::New, Some("2026-01-01T10:00:00Z"));
        // Later as a time, earlier as a text.
        let new = account("2", AccountState::New, Some("2026-01-01T09:30:00-02:00"));
        let undated = account("3", AccountState::New, None);
        let newest = newest_creation(&[new.clone(), old.clone()]);
        assert_eq!(newest.as_deref(), Some("2026-01-01T09:30:00-02:00"));
        assert_eq!(newest, newest_creation(&[old.clone(), new]), "in whatever order they are listed");
        assert_eq!(newest_creation(&[old, undated]), None, "the unknown one may be the one that changes");
    }
}
