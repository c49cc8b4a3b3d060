//! What a person decided for the whole file.

use rollcall_core::{IdentityProviderId, OrganizationId, RoleId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What rows get that say nothing themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Defaults {
    /// For rows without a role.
    pub role_id: Option<RoleId>,
    /// For rows without an identity provider.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// For rows without an organization.
    pub organization_ids: Vec<OrganizationId>,
}

/// What shall happen to rows that are not simply sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Decisions {
    /// Invite people once more whose invitation is pending.
    pub reinvite: bool,
    /// Treat hidden and filtered rows like all others. Otherwise each of them is a problem, so that nobody is invited
    /// by a row that nobody saw.
    pub include_hidden: bool,
}
