//! What a complete list of people proves of a row whose outcome is unknown.

use crate::gateway::{Facts, FollowUp, ListedNow};
use jiff::Timestamp;
use rollcall_core::{RoleId, UserId, phrase};

/// What the journal knows of a row from before it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempted<'a> {
    /// Whether the person was, or may have been, there before.
    pub listed_before: bool,
    /// The creation date then, RFC 3339, where it can be relied on.
    pub created_before: Option<&'a str>,
    /// The role that the invitation was to give.
    pub role_id: Option<&'a RoleId>,
}

/// What a list proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proved {
    /// The attempt had its effect.
    Invited {
        /// The account's id as listed.
        user_id: UserId,
    },
    /// The attempt had its effect, and nothing shows that the step after it was done.
    InvitedInPart {
        /// The account's id as listed.
        user_id: UserId,
        /// What is missing, as a sentence.
        message: &'static str,
    },
    /// The attempt did nothing.
    NothingHappened,
    /// Neither; a person decides.
    Nothing {
        /// Why, as a code.
        code: &'static str,
        /// Why, as a sentence.
        message: &'static str,
    },
}

/// What a complete list, begun after the quiet time, proves of one row.
///
/// Presence proves an attempt only for somebody who was absent before; for others only a change that the
/// platform's description names does. Absence proves that nothing happened only where pending people are
/// listed and must be visible to this profile, and only for somebody who was absent before.
pub fn prove(row: &Attempted<'_>, listed: Option<ListedNow>, facts: &Facts) -> Proved {
    match listed {
        Some(now) if !row.listed_before => invited(row, now, facts.follow_up),
        Some(now) if facts.reinvite_restarts_creation_date && began_anew(row, &now) => {
            invited(row, now, facts.follow_up)
        }
        Some(_) => Proved::Nothing {
            code: "listed-before",
            message: phrase!(
                "The person was there before, so being listed does not show whether this invitation went out."
            ),
        },
        None if row.listed_before => Proved::Nothing {
            code: "vanished",
            message: phrase!("The person was there before and is not listed any more."),
        },
        None if !facts.pending_listed => Proved::Nothing {
            code: "pending-not-listed",
            message: phrase!(
                "This platform does not list people who have not accepted yet, so nothing shows whether the invitation went out."
            ),
        },
        None if !facts.visible_in_scope => Proved::Nothing {
            code: "not-visible",
            message: phrase!("This connection may not see the person even if the invitation went out."),
        },
        None => Proved::NothingHappened,
    }
}

/// What somebody who is listed because of this attempt shows of the step after it.
fn invited(row: &Attempted<'_>, now: ListedNow, follow_up: FollowUp) -> Proved {
    let message = match (follow_up, row.role_id) {
        (FollowUp::GivesRole, Some(role)) if !now.role_ids.contains(role) => phrase!(
            "No clear answer came; a complete list of people shows the invitation, but not the role, which is given in a \
             step after it. Give it on the platform itself."
        ),
        (FollowUp::Unseen, _) => phrase!(
            "No clear answer came; a complete list of people shows the invitation, but not whether the step after it was \
             done. Look at it on the platform itself."
        ),
        _ => return Proved::Invited { user_id: now.user_id },
    };
    Proved::InvitedInPart { user_id: now.user_id, message }
}

/// Whether the creation date is later than it was before. A date that can't be read proves nothing.
fn began_anew(row: &Attempted<'_>, now: &ListedNow) -> bool {
    let read = |text: &str| text.parse::<Timestamp>().ok();
    let before = row.created_before.and_then(read);
    let after = now.created_at.as_deref().and_then(read);
    matches!((before, after), (Some(before), Some(after)) if after > before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::AccountState;

    const ALL: Facts = Facts {
        batch_limit: 100,
        pending_listed: true,
        visible_in_scope: true,
        reinvite_restarts_creation_date: true,
        follow_up: FollowUp::None,
    };
    const ABSENT: Attempted<'_> = Attempted { listed_before: false, created_before: None, role_id: None };
    const OLD: &str = "2026-11-01T08:00:00Z";
    const NEW: &str = "2026-11-23T08:00:00+01:00";

    fn listed(created_at: &str) -> Option<ListedNow> {
        Some(ListedNow {
            user_id: UserId("u-1".into()),
            created_at: Some(created_at.into()),
            state: AccountState::New,
            role_ids: vec![RoleId("r-1".into())],
        })
    }

    fn listed_before(created_before: Option<&str>) -> Attempted<'_> {
        Attempted { listed_before: true, created_before, role_id: None }
    }

    fn code(proved: &Proved) -> &str {
        match proved {
            Proved::Nothing { code, .. } => code,
            Proved::Invited { .. } => "invited",
            Proved::InvitedInPart { .. } => "invited-in-part",
            Proved::NothingHappened => "nothing-happened",
        }
    }

    #[test]
    fn presence_proves_the_attempt_for_somebody_who_was_absent_before() {
        assert_eq!(code(&prove(&ABSENT, listed(OLD), &ALL)), "invited");
    }

    #[test]
    fn presence_proves_nothing_for_somebody_who_was_listed_before() {
        let before = listed_before(Some(OLD));
        assert_eq!(code(&prove(&before, listed(OLD), &ALL)), "listed-before");
    }

    #[test]
    fn a_creation_date_that_began_anew_proves_a_re_invitation_where_the_description_says_so() {
        let before = listed_before(Some(OLD));
        assert_eq!(code(&prove(&before, listed(NEW), &ALL)), "invited");
        let unsaid = Facts { reinvite_restarts_creation_date: false, ..ALL };
        assert_eq!(code(&prove(&before, listed(NEW), &unsaid)), "listed-before");
    }

    #[test]
    fn dates_compare_as_times_and_not_as_text() {
        let before = listed_before(Some("2026-11-23T09:00:00+02:00"));
        assert_eq!(code(&prove(&before, listed("2026-11-23T07:00:00Z"), &ALL)), "listed-before");
        let unreadable = listed_before(Some("yesterday"));
        assert_eq!(code(&prove(&unreadable, listed(NEW), &ALL)), "listed-before");
        let doubtful = listed_before(None);
        assert_eq!(code(&prove(&doubtful, listed(NEW), &ALL)), "listed-before");
    }

    #[test]
    fn somebody_who_is_listed_without_the_role_that_a_step_after_gives_is_invited_in_part() {
        let (held, wanted) = (RoleId("r-1".into()), RoleId("r-2".into()));
        let gives_role = Facts { follow_up: FollowUp::GivesRole, ..ALL };
        let of = |role_id| Attempted { role_id, ..ABSENT };
        assert_eq!(code(&prove(&of(Some(&wanted)), listed(OLD), &gives_role)), "invited-in-part");
        assert_eq!(code(&prove(&of(Some(&held)), listed(OLD), &gives_role)), "invited");
        assert_eq!(code(&prove(&of(None), listed(OLD), &gives_role)), "invited", "no role was to be given");
        assert_eq!(code(&prove(&of(Some(&wanted)), listed(OLD), &ALL)), "invited", "there is no step after");
        let again = Attempted { role_id: Some(&wanted), ..listed_before(Some(OLD)) };
        assert_eq!(code(&prove(&again, listed(NEW), &gives_role)), "invited-in-part");
    }

    #[test]
    fn a_step_after_an_invitation_that_no_list_shows_is_never_taken_for_done() {
        let unseen = Facts { follow_up: FollowUp::Unseen, ..ALL };
        assert_eq!(code(&prove(&ABSENT, listed(OLD), &unseen)), "invited-in-part");
        assert_eq!(code(&prove(&ABSENT, None, &unseen)), "nothing-happened");
    }

    #[test]
    fn absence_proves_that_nothing_happened_where_the_invitation_would_have_to_show() {
        assert_eq!(code(&prove(&ABSENT, None, &ALL)), "nothing-happened");
    }

    #[test]
    fn absence_proves_nothing_where_pending_people_are_not_listed() {
        let facts = Facts { pending_listed: false, ..ALL };
        assert_eq!(code(&prove(&ABSENT, None, &facts)), "pending-not-listed");
    }

    #[test]
    fn absence_proves_nothing_where_the_list_shows_only_a_part() {
        let facts = Facts { visible_in_scope: false, ..ALL };
        assert_eq!(code(&prove(&ABSENT, None, &facts)), "not-visible");
    }

    #[test]
    fn somebody_who_was_there_and_is_gone_is_left_to_a_person() {
        let before = listed_before(Some(OLD));
        assert_eq!(code(&prove(&before, None, &ALL)), "vanished");
    }
}
