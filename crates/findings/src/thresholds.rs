//! From where on something is worth a person's time: every number that the rules leave to taste, in one place.

use rollcall_core::{Sentence, sentence};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a person may set for all connections of an installation. The ranges are [`Thresholds::LIMITS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Thresholds {
    /// An invitation that nobody accepted is told of once it is more than this many days old.
    pub never_accepted_days: u32,
    /// A mail domain is a distributor's or seller's own once this many of a hundred of its people have it.
    pub own_domain_percent: u32,
    /// Of a hundred people of a mail domain, how many sign in with work email before a password is told of.
    pub work_email_percent: u32,
    /// People of a mail domain who sign in with work email before a password is told of.
    pub work_email_people: u32,
    /// Whether roles made for customers, such as Customer Admin, count where a customer's own people hold them.
    pub count_customer_roles: bool,
}

/// A number that a person may set, and what it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ThresholdLimit {
    /// Its name in [`Thresholds`], as it is written in JSON.
    pub name: &'static str,
    /// The least that it may be.
    pub least: u32,
    /// The most that it may be.
    pub most: u32,
    /// What it is until somebody sets it.
    pub default: u32,
}

/// A threshold that is outside of its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", outside(.limit, *.is))]
pub struct OutOfRange {
    /// Which.
    pub limit: ThresholdLimit,
    /// What it was to be.
    pub is: u32,
}

fn outside(limit: &ThresholdLimit, is: u32) -> Sentence {
    sentence!(
        "{name} must be from {least} to {most}; {is} is not. Nothing was changed.",
        name = limit.name,
        least = limit.least,
        most = limit.most,
        is = is,
    )
}

const NEVER_ACCEPTED_DAYS: ThresholdLimit =
    // 7 days is how long a link works: less would tell of invitations that can still be accepted. Thirty is what the
    // list's own queue "older than 30 days" counts.
    ThresholdLimit { name: "neverAcceptedDays", least: 7, most: 365, default: 30 };
const OWN_DOMAIN_PERCENT: ThresholdLimit =
    // Low, since a house may have a domain for each country; above nothing, so that one guest makes no domain.
    ThresholdLimit { name: "ownDomainPercent", least: 1, most: 100, default: 10 };
const WORK_EMAIL_PERCENT: ThresholdLimit =
    // Three of four: one password among four people is an exception already, half and half is no habit.
    ThresholdLimit { name: "workEmailPercent", least: 50, most: 99, default: 75 };
const WORK_EMAIL_PEOPLE: ThresholdLimit =
    // Two people may happen to do the same; three have a way of doing it.
    ThresholdLimit { name: "workEmailPeople", least: 2, most: 1_000, default: 3 };

impl Thresholds {
    /// Every number's range and default.
    pub const LIMITS: [ThresholdLimit; 4] =
        [NEVER_ACCEPTED_DAYS, OWN_DOMAIN_PERCENT, WORK_EMAIL_PERCENT, WORK_EMAIL_PEOPLE];

    /// These thresholds, if each is within its range.
    ///
    /// # Errors
    /// [`OutOfRange`] for the first that is not.
    pub fn checked(self) -> Result<Self, OutOfRange> {
        let numbers = [
            self.never_accepted_days,
            self.own_domain_percent,
            self.work_email_percent,
            self.work_email_people,
        ];
        let outside = Self::LIMITS
            .into_iter()
            .zip(numbers)
            .find(|(limit, is)| !(limit.least..=limit.most).contains(is));
        outside.map_or(Ok(self), |(limit, is)| Err(OutOfRange { limit, is }))
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            never_accepted_days: NEVER_ACCEPTED_DAYS.default,
            own_domain_percent: OWN_DOMAIN_PERCENT.default,
            work_email_percent: WORK_EMAIL_PERCENT.default,
            work_email_people: WORK_EMAIL_PEOPLE.default,
            // A Customer Admin belongs into a customer's organization: told of, it would hide what does not.
            count_customer_roles: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_must_be_within_its_range() {
        assert_eq!(Thresholds::default().checked(), Ok(Thresholds::default()));
        for limit in Thresholds::LIMITS {
            for (is, holds) in
                [(limit.least - 1, false), (limit.least, true), (limit.most, true), (limit.most + 1, false)]
            {
                let mut json = serde_json::to_value(Thresholds::default()).expect("JSON");
                assert!(json[limit.name].is_u64(), "{} is the name in JSON", limit.name);
                json[limit.name] = is.into();
                let set: Thresholds = serde_json::from_value(json).expect("thresholds");
                assert_eq!(set.checked().is_ok(), holds, "{} = {is}", limit.name);
            }
        }
    }

    #[test]
    fn a_number_outside_is_told_with_its_range() {
        let told = Thresholds { own_domain_percent: 0, ..Thresholds::default() }.checked();
        let told = told.expect_err("outside").to_string();
        assert_eq!(told, "ownDomainPercent must be from 1 to 100; 0 is not. Nothing was changed.");
    }
}
