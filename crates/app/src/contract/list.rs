//! The list of people as a whole: what it can be filtered by, how many each filter would show, what was marked in it.

use rollcall_core::UserId;
pub use rollcall_roster::{
    FacetValue, JumpTo, MonthCount, OrganizationFacet, Picked, QueueCount, RoleCountCount, RowRange,
    UserFacets,
};
use serde::Serialize;
use specta::Type;

/// A person found on one of several platforms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FoundPerson {
    /// The connection whose list it is.
    pub profile: String,
    /// What that is called.
    pub profile_name: String,
    /// `#rrggbb`, as [`super::ProfileView::colour`].
    pub colour: String,
    /// The person's id there.
    pub user_id: UserId,
    /// Given and family name as one; empty where unknown.
    pub name: String,
    /// The address.
    pub email: String,
    /// The id at the identity provider.
    pub external_id: Option<String>,
    /// New, Active, Blocked, or what the platform wrote.
    pub state: String,
}

/// How it is known which identity provider somebody signs in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ProviderFoundBy {
    /// The list names it by its id.
    Id,
    /// The list does not name it; the person's id at the provider begins with its prefix.
    Prefix,
    /// It is not known.
    None,
}

/// A run that was to invite somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunOfPerson {
    /// The run's id.
    pub run_id: String,
    /// What people call it.
    pub title: String,
    /// When it started.
    pub started_at: String,
    /// What became of the person in it, in the words of a report.
    pub outcome: String,
}
