//! Accounts that are not looked after.

use super::{OfEach, organization};
use crate::finding::Found;
use crate::person::Person;
use crate::{Filter, Rule};
use rollcall_core::RoleId;

const DAY: i64 = 24 * 60 * 60;

/// Blocked, and still holding roles.
///
/// Reason: blocking stops the sign-in and takes nothing away. Whoever unblocks the account gives all of it back, and
/// nobody looks at the roles of somebody who is gone.
pub(crate) fn blocked_with_roles(person: &Person) -> bool {
    person.blocked && !person.roles.is_empty()
}

/// Without any role, and not blocked.
///
/// Reason: every invitation gives a role, so one was taken away or lost. Somebody who is blocked and holds nothing was
/// put away as it should be.
pub(crate) fn no_role(person: &Person) -> bool {
    !person.blocked && person.roles.is_empty()
}

/// Invited more than `days` days ago, and not accepted.
///
/// Reason: the link works for seven days. Somebody who lets a month pass will not accept; the account waits with its
/// roles for whoever gets the mailbox next. Somebody without a known date is not told of: nothing says how long it is.
pub(crate) fn never_accepted(person: &Person, days: u32) -> bool {
    person.waiting.is_some_and(|seconds| seconds > i64::from(days) * DAY)
}

pub(super) fn blocked() -> OfEach {
    OfEach {
        rule: Rule::BlockedWithRoles,
        finds: Box::new(blocked_with_roles),
        parts: |person| person.roles.to_vec(),
        label: |known, role| known.role_name(role).to_owned(),
        filter: Box::new(|found, known| {
            let mut roles: Vec<u32> = found.parts.keys().copied().collect();
            roles.sort_unstable();
            let role_ids = roles.into_iter().map(|role| RoleId::from(known.roles.text(role))).collect();
            Some(Filter { states: found.state_words(known), role_ids, ..Filter::default() })
        }),
        found: Found::default(),
    }
}

pub(super) fn roleless() -> OfEach {
    OfEach {
        rule: Rule::NoRole,
        finds: Box::new(no_role),
        parts: |person| person.places().collect(),
        label: organization,
        filter: Box::new(|found, known| {
            Some(Filter { states: found.state_words(known), without_role: true, ..Filter::default() })
        }),
        found: Found::default(),
    }
}

pub(super) fn unaccepted(days: u32) -> OfEach {
    OfEach {
        rule: Rule::NeverAccepted,
        finds: Box::new(move |person| never_accepted(person, days)),
        parts: |person| person.places().collect(),
        label: organization,
        filter: Box::new(move |found, known| {
            let states = found.state_words(known);
            Some(Filter { states, invited_days_ago: Some(days), ..Filter::default() })
        }),
        found: Found::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::person;
    use super::*;

    #[test]
    fn a_blocked_person_is_told_of_for_the_roles_alone() {
        let with = |blocked, roles: &[u32]| {
            let mut person = person();
            (person.blocked, person.roles) = (blocked, roles.into());
            (blocked_with_roles(&person), no_role(&person))
        };
        assert_eq!(with(true, &[1]), (true, false));
        assert_eq!(with(true, &[]), (false, false), "put away as it should be");
        assert_eq!(with(false, &[1]), (false, false));
        assert_eq!(with(false, &[]), (false, true));
    }

    #[test]
    fn an_invitation_is_told_of_once_it_is_older_than_the_threshold() {
        let waiting = |seconds| {
            let mut person = person();
            person.waiting = seconds;
            never_accepted(&person, 30)
        };
        assert!(!waiting(Some(30 * DAY)), "thirty days to the second are not more");
        assert!(waiting(Some(30 * DAY + 1)));
        assert!(!waiting(None), "who accepted, or has no date");
    }
}
