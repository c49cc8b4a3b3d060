//! What is sent to invite one person, and how long it stays good.

use crate::{EmailAddress, IdentityProviderId, OrganizationId, RoleId};
use jiff::{Timestamp, ToSpan};

/// Days after which the link in an invitation mail no longer works.
/// Source: the platform's article "Users Notifications".
pub const INVITATION_VALID_DAYS: i64 = 7;

/// One person to invite, every value already known to the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Where the mail goes.
    pub email: EmailAddress,
    /// Given name, left out of the call when absent.
    pub first_name: Option<String>,
    /// Family name, left out of the call when absent.
    pub last_name: Option<String>,
    /// The one role an invitation gives, left out of the call when absent. Only some kinds of platform let it be.
    pub role_id: Option<RoleId>,
    /// How the person will sign in, left out of the call when absent.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// At least one organization, where the kind of platform has a place for them.
    pub organization_ids: Vec<OrganizationId>,
}

/// How an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationClock {
    /// The link works for this many more days; 0 is less than a day.
    DaysLeft(i64),
    /// The link stopped working this many days ago; 0 is less than a day.
    LapsedDays(i64),
}

impl InvitationClock {
    /// The clock of an invitation sent at `invited`, read at `now`.
    pub fn read(invited: Timestamp, now: Timestamp) -> Self {
        const DAY: i64 = 24 * 60 * 60;
        let ends = invited.checked_add((INVITATION_VALID_DAYS * 24).hours()).unwrap_or(Timestamp::MAX);
        let left = ends.as_second() - now.as_second();
        if left > 0 { Self::DaysLeft(left / DAY) } else { Self::LapsedDays(-left / DAY) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn an_invitation_is_good_for_seven_days() {
        let invited = at("2026-11-20T08:00:00Z");
        assert_eq!(InvitationClock::read(invited, at("2026-11-23T07:00:00Z")), InvitationClock::DaysLeft(4));
        assert_eq!(InvitationClock::read(invited, at("2026-11-27T07:59:00Z")), InvitationClock::DaysLeft(0));
        assert_eq!(
            InvitationClock::read(invited, at("2026-11-27T08:00:00Z")),
            InvitationClock::LapsedDays(0)
        );
        assert_eq!(
            InvitationClock::read(invited, at("2027-01-01T08:00:00Z")),
            InvitationClock::LapsedDays(35)
        );
    }
}
