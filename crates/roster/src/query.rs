//! What is asked of the list, and what comes back.

use jiff::Timestamp;
use rollcall_core::{IdentityProviderId, OrganizationId, RoleId, UserId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

/// The most rows that a window has.
pub const LARGEST_WINDOW: u32 = 500;

/// Which people, in which order. The default is everyone by name. A list of wanted values means any of them and
/// nothing where it is empty; several fields must all hold. Where people may have no value, `""` stands for that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct UserQuery {
    /// Words that must all occur, each anywhere in the name, the e-mail address, or the name of a role or an
    /// organization; from three letters on in the id and in what follows the provider in the external id too. Case
    /// and accents don't matter. An id, external id or address as a whole always finds its person.
    pub search: String,
    /// Account states.
    pub states: Vec<String>,
    /// Roles held.
    pub role_ids: Vec<RoleId>,
    /// How people sign in.
    pub identity_provider_ids: Vec<IdentityProviderId>,
    /// Organizations, each with everything below it.
    pub organization_ids: Vec<OrganizationId>,
    /// Domains of the e-mail address.
    pub mail_domains: Vec<String>,
    /// What the platform calls accessibility.
    pub accessibilities: Vec<String>,
    /// The first day of creation, in UTC: `YYYY-MM-DD`.
    pub created_from: Option<String>,
    /// The last day of creation, in UTC: `YYYY-MM-DD`.
    pub created_until: Option<String>,
    /// How the invitation stands. Only New people whose invitation has a known date have one.
    pub invitation: Option<InvitationQueue>,
    /// How many roles are held.
    pub role_count: Option<RoleCount>,
    /// These people alone.
    pub ids: Vec<UserId>,
    /// The order: by the first column, equal ones by the second and so on, then by id. Nothing means by name.
    /// People without a value are last, whichever way a column is turned.
    pub sort: Vec<SortBy>,
}

/// A queue of people who have not accepted their invitation yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum InvitationQueue {
    /// The link in the mail still works.
    Waiting,
    /// It works for less than 48 hours more.
    LapsesTomorrow,
    /// It no longer works.
    Lapsed,
    /// Invited more than 30 days ago, which is a part of those that lapsed.
    #[serde(rename = "older-than30-days")]
    OlderThan30Days,
}

impl InvitationQueue {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::LapsesTomorrow, Self::Lapsed, Self::OlderThan30Days];
}

/// How many different roles a person holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RoleCount {
    /// No role.
    None,
    /// One role.
    One,
    /// Two roles or more.
    Several,
}

impl RoleCount {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::None, Self::One, Self::Several];
}

/// A column to sort by, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SortBy {
    /// The column.
    pub column: SortColumn,
    /// From the largest value to the smallest.
    pub descending: bool,
}

/// A column that people can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SortColumn {
    /// Given and family name.
    #[default]
    Name,
    /// Given name.
    FirstName,
    /// Family name.
    LastName,
    /// E-mail address.
    Email,
    /// Domain of the e-mail address.
    Domain,
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
    /// What the platform calls accessibility.
    Accessibility,
    /// The id at the identity provider.
    ExternalId,
    /// The platform's id, by its bytes.
    Id,
    /// When a person who has not accepted yet was invited.
    Invitation,
}

/// One person in a window, with the names that the ids stand for. A name that is not known is the id.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UserRow {
    /// The platform's id.
    pub id: UserId,
    /// The address as listed; may be empty.
    pub email: String,
    /// The domain of the address in the form for comparing; may be empty.
    pub mail_domain: String,
    /// Given name; may be empty.
    pub first_name: String,
    /// Family name; may be empty.
    pub last_name: String,
    /// `New`, `Active`, `Blocked`, or what the platform wrote.
    pub state: String,
    /// Creation date as listed.
    pub created_at: Option<String>,
    /// What the platform calls accessibility.
    pub accessibility: Option<String>,
    /// The id at the identity provider.
    pub external_id: Option<String>,
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
    /// When a New person was invited, as far as known.
    pub invited: Option<Invited>,
    /// Fields that Rollcall has no name for, as they came.
    pub other: Map<String, Value>,
}

/// When somebody was invited, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invited {
    /// When.
    pub at: Timestamp,
    /// From Rollcall's own record of sending; else from the creation date in the list.
    pub by_send_record: bool,
}

/// A part of the people who match.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// People in the list.
    pub total: u32,
    /// People who match.
    pub matching: u32,
    /// Those from the offset on, at most [`LARGEST_WINDOW`].
    pub rows: Vec<UserRow>,
    /// Which rows these are: a place in another answer of the same name is the same person's. `None` before the
    /// first refresh.
    pub as_of: Option<String>,
    /// The one person whose id, external id or address is exactly what was searched for.
    pub exact: Option<UserId>,
}

/// Rows that somebody marked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Picked {
    /// Everyone who matches; the ranges say nothing then.
    pub all: bool,
    /// Rows by their place in the order.
    pub ranges: Vec<RowRange>,
    /// What the window said of the rows that were marked.
    pub as_of: String,
}

/// Rows one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowRange {
    /// The first; 0 is the first of all.
    pub from: u32,
    /// The last, which is one of them.
    pub to: u32,
}

/// Where to go in the rows that match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "value")]
pub enum JumpTo {
    /// The first row whose text in the first column of the order begins with this, or comes after it.
    Prefix(String),
    /// The row of one person.
    Person(UserId),
}
