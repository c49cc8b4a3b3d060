//! What will happen to each row, and why.

use crate::corrections::Corrections;
use crate::defaults::{Decisions, Defaults};
use crate::mapping::{Field, Mapping};
use crate::reference::Reference;
use crate::table::Table;
use crate::trouble::{Problem, ProblemGroup};
use rollcall_core::{EmailAddress, IdentityProviderId, Invitation, OrganizationId, RoleId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The result of a check. Nothing was sent.
///
/// It holds no more than what a look-up can't give back: a plan of a million rows is made at every change that a
/// person makes. What a row says in full is worked out when it is asked for.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(crate) basis: Arc<Basis>,
    pub(crate) rows: Vec<Outcome>,
    /// Sets of places of organizations; [`Outcome::organizations`] names one.
    pub(crate) sets: Vec<Vec<u32>>,
    pub(crate) invitations: Vec<Carrier>,
    /// How many rows are in each class; all nine are there.
    pub counts: BTreeMap<Class, u32>,
    /// The problems, put together by what repairs them, the most frequent first; then the warnings likewise.
    pub groups: Vec<ProblemGroup>,
    /// People whose rows contradict each other: the numbers of their rows, in the order of the file.
    pub conflicts: Vec<Vec<u32>>,
}

/// What a check rests on.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// What was read.
    pub table: Arc<Table>,
    /// Which column means what.
    pub mapping: Mapping,
    /// What rows get that say nothing themselves.
    pub defaults: Defaults,
    /// What shall happen to rows that are not simply sent.
    pub decisions: Decisions,
    /// What a person put right.
    pub corrections: Corrections,
    /// What the platform knows.
    pub reference: Arc<Reference>,
}

/// What was found out of one row, by places in table and reference.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub class: Class,
    /// The number of the carrying row; 0 for none.
    pub of: u32,
    pub email: Option<EmailAddress>,
    /// Of the address as it is compared; 0 without one. Good within one plan.
    pub hash: u64,
    pub role: Option<u32>,
    pub provider: Option<u32>,
    /// Which of the plan's sets; the first is empty.
    pub organizations: u32,
    /// Whether the person was listed before.
    pub listed: bool,
    pub trouble: Option<Box<Trouble>>,
}

/// What few rows have.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trouble {
    pub problems: Vec<Problem>,
    pub warnings: Vec<Problem>,
    pub differs: Vec<Difference>,
}

impl Trouble {
    /// What is wrong, then what is worth a look.
    pub fn all(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().chain(&self.warnings)
    }
}

/// A row that carries an invitation.
#[derive(Clone, Debug)]
pub(crate) struct Carrier {
    /// Its place among the rows.
    pub place: u32,
    /// The other rows of the same person.
    pub others: Option<Box<Others>>,
}

/// What the other rows of a person add to the one that carries the invitation.
#[derive(Clone, Debug)]
pub(crate) struct Others {
    /// Their places among the rows.
    pub places: Vec<u32>,
    /// The places of the organizations of all rows, the carrying one included.
    pub organizations: Vec<u32>,
}

/// What will happen to a row: the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Something has to be repaired first.
    Problem,
    /// The person's account is blocked.
    BlockedUser,
    /// The person is there and signs in.
    AlreadyActive,
    /// An invitation is pending.
    AlreadyInvited,
    /// Rows of the same person ask for different roles or providers.
    Conflict,
    /// An earlier row of the same person asks for all that this one asks for; a name that only this one says is sent.
    Duplicate,
    /// Adds an organization to the invitation that an earlier row carries.
    Folded,
    /// Carries an invitation.
    Ready,
    /// The person left it out.
    Skipped,
}

impl Class {
    /// All nine. What a person left out is left out, whatever else holds; the rest are in the order of precedence.
    pub const ALL: [Self; 9] = [
        Self::Problem,
        Self::BlockedUser,
        Self::AlreadyActive,
        Self::AlreadyInvited,
        Self::Conflict,
        Self::Duplicate,
        Self::Folded,
        Self::Ready,
        Self::Skipped,
    ];

    /// The name as programs see it, such as `already-active`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::BlockedUser => "blocked-user",
            Self::AlreadyActive => "already-active",
            Self::AlreadyInvited => "already-invited",
            Self::Conflict => "conflict",
            Self::Duplicate => "duplicate",
            Self::Folded => "folded",
            Self::Ready => "ready",
            Self::Skipped => "skipped",
        }
    }
}

/// One row, understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// The number that Excel shows.
    pub row: u32,
    /// What will happen to it.
    pub class: Class,
    /// For duplicates and folded rows: the row that carries the invitation.
    pub of: Option<u32>,
    /// For people who are there already: what they hold otherwise than this row asks.
    pub differs: Vec<Difference>,
    /// What the row says, trimmed; names after the split of a full name. Fields that the row leaves blank are not there.
    pub values: BTreeMap<Field, String>,
    /// The organizations that were found.
    pub organization_ids: Vec<OrganizationId>,
    /// The role that was found.
    pub role_id: Option<RoleId>,
    /// The identity provider that was found.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// The same, in the platform's names.
    pub shown: Shown,
    /// Everything that is wrong with the row, all at once.
    pub problems: Vec<Problem>,
    /// What is worth a look; the row is sent all the same.
    pub warnings: Vec<Problem>,
    /// Whether the row is hidden or filtered out in the sheet.
    pub hidden: bool,
}

/// What was found, in the platform's names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// The role's name.
    pub role: Option<String>,
    /// The provider's name.
    pub identity_provider: Option<String>,
    /// `Name – ERP id` of each organization.
    pub organizations: Vec<String>,
}

/// Something that a person who is there already holds otherwise than a row asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Role or organizations.
    pub field: Field,
    /// What the row asks, by name.
    pub asked: Vec<String>,
    /// What the person holds, by name; an id where the name is not known.
    pub has: Vec<String>,
}

/// One invitation and the rows that make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedInvitation {
    /// The row that carries it.
    pub row: u32,
    /// The carrying row and the rows folded into it.
    pub rows: Vec<u32>,
    /// Whether the person was listed before: then being listed proves nothing about this invitation.
    pub listed_before: bool,
    /// What is sent.
    pub invitation: Invitation,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_programs_are_the_same_everywhere() {
        for class in Class::ALL {
            assert_eq!(serde_json::json!(class), class.as_str());
        }
        for field in Field::ALL {
            assert_eq!(serde_json::json!(field), field.as_str());
        }
    }
}
