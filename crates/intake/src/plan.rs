//! What will happen to each row, and why.

use crate::mapping::Field;
use rollcall_core::{IdentityProviderId, Invitation, OrganizationId, RoleId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// The result of a check. Nothing was sent.
#[derive(Clone, Debug)]
pub struct Plan {
    /// One per row of the table, in its order.
    pub rows: Vec<PlanRow>,
    /// How many rows are in each class; all eight are there.
    pub counts: BTreeMap<Class, u32>,
    /// The invitations to send, in the order of the rows that carry them.
    pub invitations: Vec<PlannedInvitation>,
    /// The problems, put together by what repairs them, the most frequent first.
    pub groups: Vec<ProblemGroup>,
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
    /// An earlier row of the same person says all that this one says.
    Duplicate,
    /// Adds an organization to the invitation that an earlier row carries.
    Folded,
    /// Carries an invitation.
    Ready,
}

impl Class {
    /// All eight, in the order of precedence.
    pub const ALL: [Self; 8] = [
        Self::Problem,
        Self::BlockedUser,
        Self::AlreadyActive,
        Self::AlreadyInvited,
        Self::Conflict,
        Self::Duplicate,
        Self::Folded,
        Self::Ready,
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

/// One thing that is wrong, where, and what would repair it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// For the program.
    pub code: ProblemCode,
    /// Which field of the invitation it is about.
    pub field: Field,
    /// The column, by header or as `column A`; nothing where the file has no such column.
    pub column: Option<String>,
    /// What stands there.
    pub found: String,
    /// For the person.
    pub message: String,
    /// What one click would put in place of `found`. Never a role with power over others, never a guess that loses digits.
    pub suggestion: Option<String>,
    /// What a person may choose from where several things fit.
    pub choices: Vec<String>,
}

/// The closed set of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each name says it, and the sentences are where they are made")]
pub enum ProblemCode {
    MissingEmail,
    InvalidEmail,
    SeveralEmails,
    InvisibleCharacter,
    MissingRole,
    UnknownRole,
    AmbiguousRole,
    SeveralRoles,
    MissingIdentityProvider,
    UnknownIdentityProvider,
    AmbiguousIdentityProvider,
    IdentityProviderDisabled,
    MissingOrganization,
    UnknownOrganization,
    AmbiguousOrganization,
    NumberInTextColumn,
    CellError,
    HiddenRow,
    UnknownAccountState,
}

impl ProblemCode {
    /// The code as programs see it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MissingEmail => "missing-email",
            Self::InvalidEmail => "invalid-email",
            Self::SeveralEmails => "several-emails",
            Self::InvisibleCharacter => "invisible-character",
            Self::MissingRole => "missing-role",
            Self::UnknownRole => "unknown-role",
            Self::AmbiguousRole => "ambiguous-role",
            Self::SeveralRoles => "several-roles",
            Self::MissingIdentityProvider => "missing-identity-provider",
            Self::UnknownIdentityProvider => "unknown-identity-provider",
            Self::AmbiguousIdentityProvider => "ambiguous-identity-provider",
            Self::IdentityProviderDisabled => "identity-provider-disabled",
            Self::MissingOrganization => "missing-organization",
            Self::UnknownOrganization => "unknown-organization",
            Self::AmbiguousOrganization => "ambiguous-organization",
            Self::NumberInTextColumn => "number-in-text-column",
            Self::CellError => "cell-error",
            Self::HiddenRow => "hidden-row",
            Self::UnknownAccountState => "unknown-account-state",
        }
    }
}

impl Problem {
    pub(crate) fn new(code: ProblemCode, field: Field, found: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            field,
            column: None,
            found: found.to_owned(),
            message: message.into(),
            suggestion: None,
            choices: Vec::new(),
        }
    }

    pub(crate) fn suggest(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion;
        self
    }

    pub(crate) fn offer(mut self, choices: Vec<String>) -> Self {
        self.choices = choices;
        self
    }
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

/// Problems that one repair solves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProblemGroup {
    /// As in the problems.
    pub code: ProblemCode,
    /// As in the problems.
    pub field: Field,
    /// What stands in the cells.
    pub found: String,
    /// As in the problems.
    pub message: String,
    /// How many rows have it.
    pub rows: u32,
    /// As in the problems.
    pub suggestion: Option<String>,
    /// As in the problems.
    pub choices: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_programs_are_the_same_everywhere() {
        for class in Class::ALL {
            assert_eq!(serde_json::json!(class), class.as_str());
        }
        for code in [
            ProblemCode::MissingEmail,
            ProblemCode::NumberInTextColumn,
            ProblemCode::IdentityProviderDisabled,
        ] {
            assert_eq!(serde_json::json!(code), code.as_str());
        }
        for field in Field::ALL {
            assert_eq!(serde_json::json!(field), field.as_str());
        }
    }
}
