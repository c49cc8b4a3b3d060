//! What is asked of the list, and what comes back.

use rollcall_core::{IdentityProviderId, OrganizationId, RoleId, UserId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The most rows that a window has.
pub const LARGEST_WINDOW: u32 = 500;

/// Which people, in which order. The default is everyone by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct UserQuery {
    /// Words that must all occur, each anywhere in the name, the e-mail address, the id, or the name of a
    /// role or an organization. Case and accents don't matter.
    pub search: String,
    /// Account states, any of which a person must have; none means any.
    pub states: Vec<String>,
    /// A role that people must hold.
    pub role_id: Option<RoleId>,
    /// How people must sign in.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// An organization that people must belong to.
    pub organization_id: Option<OrganizationId>,
    /// The order.
    pub sort: SortColumn,
    /// The order turned round. People of equal value stay in the order of their ids, and those without a
    /// value stay at the end.
    pub descending: bool,
}

/// A column that people can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SortColumn {
    /// Given and family name.
    #[default]
    Name,
    /// E-mail address.
    Email,
    /// Account state, by its word.
    State,
    /// Names of the roles, in the order listed.
    Role,
    /// Labels of the organizations, in the order listed.
    Organization,
    /// Name of the identity provider.
    Provider,
    /// Creation date, as a point in time.
    Created,
}

impl SortColumn {
    pub(crate) const ALL: [Self; 7] =
        [Self::Name, Self::Email, Self::State, Self::Role, Self::Organization, Self::Provider, Self::Created];

    /// Its name in the database. A released name never changes.
    pub(crate) fn stored(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::State => "state",
            Self::Role => "role",
            Self::Organization => "organization",
            Self::Provider => "provider",
            Self::Created => "created",
        }
    }
}

/// One person in a window, with the names that the ids stand for. A name that is not known is the id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UserRow {
    /// The platform's id.
    pub id: UserId,
    /// The address as listed; may be empty.
    pub email: String,
    /// Given name; may be empty.
    pub first_name: String,
    /// Family name; may be empty.
    pub last_name: String,
    /// `New`, `Active`, `Blocked`, or what the platform wrote.
    pub state: String,
    /// Creation date as listed.
    pub created_at: Option<String>,
    /// Roles held.
    pub role_ids: Vec<RoleId>,
    /// Their names, in the same order.
    pub role_names: Vec<String>,
    /// How the person signs in.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// Its name.
    pub identity_provider: Option<String>,
    /// Organizations the person belongs to.
    pub organization_ids: Vec<OrganizationId>,
    /// Their labels, in the same order.
    pub organization_labels: Vec<String>,
}

/// A part of the people who match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// People in the list.
    pub total: u32,
    /// People who match.
    pub matching: u32,
    /// Those from the offset on, at most [`LARGEST_WINDOW`].
    pub rows: Vec<UserRow>,
}
