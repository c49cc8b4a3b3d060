//! The rules by name: how serious each is, and what a person is told.

use rollcall_core::phrase;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What is looked for. The reason of each stands with its function in `rules`, and in `docs/findings.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// People with power over others in a customer's organization.
    PrivilegedInCustomer,
    /// People with power over others outside of the distributor's and sellers' mail domains.
    PrivilegedOutsideDomains,
    /// People with power over others whose address is at a free mail provider.
    PrivilegedOnFreemail,
    /// People with power over others on several platforms.
    PrivilegedOnSeveralPlatforms,
    /// Blocked people who still hold roles.
    BlockedWithRoles,
    /// People on a provider that is switched off.
    DisabledProvider,
    /// Passwords where everyone else signs in through work email.
    PasswordAccount,
    /// One person under several addresses.
    Duplicates,
    /// Invitations that nobody accepted.
    NeverAccepted,
    /// People without a role.
    NoRole,
    /// Known combinations of roles that are worth a look.
    RoleCombination,
    /// A provider that is on and that nobody uses.
    UnusedProvider,
}

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FindingSeverity {
    /// Somebody may have power who should not.
    High,
    /// A way in is open that should be closed, or somebody is shut out.
    Medium,
    /// The list is not tidy.
    Low,
}

impl Rule {
    /// All of them, the most serious first.
    pub const ALL: [Self; 12] = [
        Self::PrivilegedInCustomer,
        Self::PrivilegedOutsideDomains,
        Self::PrivilegedOnFreemail,
        Self::PrivilegedOnSeveralPlatforms,
        Self::BlockedWithRoles,
        Self::DisabledProvider,
        Self::PasswordAccount,
        Self::Duplicates,
        Self::NeverAccepted,
        Self::NoRole,
        Self::RoleCombination,
        Self::UnusedProvider,
    ];

    /// Its word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PrivilegedInCustomer => "privileged-in-customer",
            Self::PrivilegedOutsideDomains => "privileged-outside-domains",
            Self::PrivilegedOnFreemail => "privileged-on-freemail",
            Self::PrivilegedOnSeveralPlatforms => "privileged-on-several-platforms",
            Self::BlockedWithRoles => "blocked-with-roles",
            Self::DisabledProvider => "disabled-provider",
            Self::PasswordAccount => "password-account",
            Self::Duplicates => "duplicates",
            Self::NeverAccepted => "never-accepted",
            Self::NoRole => "no-role",
            Self::RoleCombination => "role-combination",
            Self::UnusedProvider => "unused-provider",
        }
    }

    /// The rule of a word, whatever its case.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str().eq_ignore_ascii_case(word.trim()))
    }

    /// How serious it is.
    pub fn severity(self) -> FindingSeverity {
        match self {
            Self::PrivilegedInCustomer | Self::PrivilegedOutsideDomains | Self::PrivilegedOnFreemail => {
                FindingSeverity::High
            }
            Self::PrivilegedOnSeveralPlatforms
            | Self::BlockedWithRoles
            | Self::DisabledProvider
            | Self::PasswordAccount
            | Self::Duplicates => FindingSeverity::Medium,
            Self::NeverAccepted | Self::NoRole | Self::RoleCombination | Self::UnusedProvider => {
                FindingSeverity::Low
            }
        }
    }

    /// What it is about, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::PrivilegedInCustomer => phrase!("Privileged people in a customer organization"),
            Self::PrivilegedOutsideDomains => phrase!("Privileged people outside your mail domains"),
            Self::PrivilegedOnFreemail => phrase!("Privileged people with a free mail address"),
            Self::PrivilegedOnSeveralPlatforms => phrase!("Privileged on several platforms"),
            Self::BlockedWithRoles => phrase!("Blocked people who still hold roles"),
            Self::DisabledProvider => phrase!("People whose way to sign in is switched off"),
            Self::PasswordAccount => phrase!("Passwords where everyone else uses work email"),
            Self::Duplicates => phrase!("The same person under several addresses"),
            Self::NeverAccepted => phrase!("Invitations that were never accepted"),
            Self::NoRole => phrase!("People without a role"),
            Self::RoleCombination => phrase!("Combinations of roles worth a look"),
            Self::UnusedProvider => phrase!("Ways to sign in that nobody uses"),
        }
    }

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::PrivilegedInCustomer => {
                phrase!(
                    "They hold a role with power over others and belong to a customer's organization. Power over a platform usually belongs to the distributor's and sellers' own people; somebody at a customer may have been given the wrong role."
                )
            }
            Self::PrivilegedOutsideDomains => {
                phrase!(
                    "They hold a role with power over others, and their address is of a mail domain that none of your distributors and sellers uses. They may be guests, contractors, or people who left for another employer."
                )
            }
            Self::PrivilegedOnFreemail => {
                phrase!(
                    "They hold a role with power over others, and their mailbox is at a provider where anybody gets one. No employer can close it or protect it when the person leaves."
                )
            }
            Self::PrivilegedOnSeveralPlatforms => {
                phrase!(
                    "The same address, or the same name at the same mail domain, holds roles with power over others on more than one of your connections. Whoever takes over one of the accounts may get the others as well."
                )
            }
            Self::BlockedWithRoles => {
                phrase!(
                    "They can't sign in, and their roles are still there. Whoever unblocks the account gives all of it back at once, perhaps years later."
                )
            }
            Self::DisabledProvider => {
                phrase!(
                    "They are listed with an identity provider that is switched off, so they can't sign in, though they are not blocked."
                )
            }
            Self::PasswordAccount => {
                phrase!(
                    "They sign in with a password of the platform's own, while the others of their mail domain go through work email. Such a password stays good when the employer closes the person's account."
                )
            }
            Self::Duplicates => {
                phrase!(
                    "Accounts of one organization have the same name and different addresses. Often it is one person with an old and a new address, and only one of the accounts is looked after. Two people of one name look the same."
                )
            }
            Self::NeverAccepted => {
                phrase!(
                    "They were invited long ago and never accepted. The link no longer works, and the accounts keep roles that nobody uses."
                )
            }
            Self::NoRole => {
                phrase!(
                    "They may sign in and hold no role. Either a role is missing and they can't work, or they are left over."
                )
            }
            Self::RoleCombination => {
                phrase!(
                    "They hold roles together of which it is known that the combination means something else than each role alone."
                )
            }
            Self::UnusedProvider => {
                phrase!(
                    "The provider is switched on and nobody listed signs in through it. A way in that nobody uses is one that nobody watches."
                )
            }
        }
    }

    /// What to do about it.
    pub fn to_do(self) -> &'static str {
        match self {
            Self::PrivilegedInCustomer => {
                phrase!(
                    "Ask whoever looks after the organization whether the role is meant. Take it away in the portal if not; if the role is harmless, say so under Roles."
                )
            }
            Self::PrivilegedOutsideDomains => {
                phrase!(
                    "Find out for whom each of them works. Block the ones who should no longer be there; mute this with an end date while a guest is expected."
                )
            }
            Self::PrivilegedOnFreemail => {
                phrase!("Invite them anew with their work address, and block the account with the free one.")
            }
            Self::PrivilegedOnSeveralPlatforms => {
                phrase!(
                    "Check that each of the accounts is needed, and that all are closed when the person leaves."
                )
            }
            Self::BlockedWithRoles => {
                phrase!(
                    "Take the roles away in the portal, or delete the accounts if they will not come back."
                )
            }
            Self::DisabledProvider => {
                phrase!(
                    "Block those who should not come back. For the others switch the provider on, or invite them with another way to sign in."
                )
            }
            Self::PasswordAccount => {
                phrase!("Move them to work email, or block them if the employer doesn't know them.")
            }
            Self::Duplicates => phrase!("Ask which address is in use, and block the other account."),
            Self::NeverAccepted => {
                phrase!(
                    "Invite those once more who are still wanted, and block or delete the others in the portal."
                )
            }
            Self::NoRole => phrase!("Give them a role, or block them."),
            Self::RoleCombination => {
                phrase!(
                    "Look each combination up under Roles, where it is explained, and take away what is not meant."
                )
            }
            Self::UnusedProvider => phrase!("Switch it off if nobody is about to be invited with it."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_known_by_its_word_and_the_word_is_that_of_its_json() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_word(&rule.as_str().to_uppercase()), Some(rule));
            assert_eq!(serde_json::to_value(rule).expect("JSON"), rule.as_str());
        }
        assert_eq!(Rule::from_word("boredom"), None);
    }

    #[test]
    fn the_most_serious_rules_stand_first() {
        assert!(Rule::ALL.is_sorted_by_key(|rule| rule.severity()));
        assert!(Rule::ALL.is_sorted(), "the order of the rules is the one that they are listed in");
    }
}
