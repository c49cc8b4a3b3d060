//! The roster, in the windows that a page asks for.

use super::{ProviderFoundBy, RunOfPerson, SaidBy};
use rollcall_core::{IdentityProvider, Organization, Role, Sentence, UserId};
pub use rollcall_roster::{InvitationQueue, RoleCount, SortBy, SortColumn, UserQuery};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What is known of a platform's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RosterSummary {
    /// Which list it is: one more with each that takes the place of another, and with each part that does.
    pub generation: u32,
    /// People listed.
    pub people: u32,
    /// People by state.
    pub by_state: Vec<StateCount>,
    /// Roles listed.
    pub roles: u32,
    /// Identity providers listed.
    pub identity_providers: u32,
    /// Organizations known.
    pub organizations: u32,
    /// When the list was fetched; absent before the first refresh.
    pub fetched_at: Option<String>,
    /// Whether every page was read and the total held still.
    pub complete: bool,
    /// The last refresh, if it failed after `fetched_at`.
    pub last_failure: Option<RefreshFailure>,
    /// A newer list that looks wrong. What is shown is the one from before, until a person decides.
    pub held: Option<HeldList>,
    /// A refresh under way.
    pub refreshing: Option<RefreshProgress>,
}

/// A list that looks wrong. Nothing is sent or settled on it until a person takes it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HeldList {
    /// When it was fetched. It says which list is meant.
    pub fetched_at: String,
    /// People in it.
    pub people: u32,
    /// People in the list from before.
    pub people_before: u32,
    /// People in it who were not listed before.
    pub joined: u32,
    /// People who are not in it and were listed before.
    pub left: u32,
    /// People of whom something else is different.
    pub changed: u32,
    /// What looks wrong: a sentence each.
    pub reasons: Vec<String>,
}

/// People in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StateCount {
    /// The state's word.
    pub state: String,
    /// How many.
    pub people: u32,
}

/// A refresh that failed. The list from before is still there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefreshFailure {
    /// When.
    pub at: String,
    /// Why, and what to do.
    pub sentence: String,
}

/// How far a refresh is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefreshProgress {
    /// Whose.
    pub profile: String,
    /// People read.
    pub read: u32,
    /// People in all, if the platform says.
    pub total: Option<u32>,
    /// Seconds left, once that can be told.
    pub seconds_left: Option<u32>,
}

/// What a refresh brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefreshOutcome {
    /// People listed now.
    pub people: u32,
    /// People who were not listed before.
    pub joined: u32,
    /// People who are no longer listed.
    pub left: u32,
    /// People of whom something else changed.
    pub changed: u32,
    /// Whether every page was read and the total held still.
    pub complete: bool,
    /// Why it is not complete.
    pub why_incomplete: Option<String>,
}

/// A window of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UserWindow {
    /// People on the platform.
    pub total: u32,
    /// People who match.
    pub matching: u32,
    /// The window's rows.
    pub rows: Vec<UserRow>,
    /// Which rows these are: where another window of the same query says the same, its places are the same
    /// people's. Absent before the first refresh.
    pub as_of: Option<String>,
    /// The one person whose id, external id or address is exactly what was searched for.
    pub exact: Option<UserId>,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UserRow {
    /// The platform's id.
    pub id: UserId,
    /// Given and family name as one; empty where unknown.
    pub name: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// The address.
    pub email: String,
    /// New, Active, Blocked, or what the platform wrote.
    pub state: String,
    /// For New people with a known date.
    pub invitation: Option<InvitationView>,
    /// Names of the roles held.
    pub roles: Vec<String>,
    /// Labels of the organizations.
    pub organizations: Vec<String>,
    /// The provider's name.
    pub identity_provider: Option<String>,
    /// Creation date.
    pub created_at: Option<String>,
    /// "Full", "Restricted", or what the platform wrote.
    pub accessibility: Option<String>,
    /// The id at the provider.
    pub external_id: Option<String>,
    /// The domain of the address in the form for comparing; empty where there is none.
    pub mail_domain: String,
    /// Fields that Rollcall has no name for, as text.
    pub other: Vec<OtherField>,
}

/// How an invitation stands, and what that rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InvitationView {
    /// Whether the link in the mail no longer works.
    pub lapsed: bool,
    /// Days left, or days since it lapsed.
    pub days: u32,
    /// What the days are counted from.
    pub basis: InvitationBasis,
    /// The date counted from.
    pub invited_at: String,
}

/// What the days of an invitation are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum InvitationBasis {
    /// The creation date in the list.
    CreationDate,
    /// Rollcall's own record of sending.
    SendRecord,
}

/// Everything that the platform gave of one person.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UserDetail {
    /// As in the list.
    pub person: UserRow,
    /// Roles with their weights.
    pub roles: Vec<Role>,
    /// Organizations.
    pub organizations: Vec<Organization>,
    /// The provider.
    pub identity_provider: Option<IdentityProvider>,
    /// How it is known that this is the provider.
    pub found_by: ProviderFoundBy,
    /// The runs that were to invite the person, newest first.
    pub runs: Vec<RunOfPerson>,
    /// The id at the provider.
    pub external_id: Option<String>,
    /// "Full", "Restricted", or what the platform wrote.
    pub accessibility: Option<String>,
    /// Fields that Rollcall has no name for, as text.
    pub other: Vec<OtherField>,
    /// All of it as JSON, indented for reading: what the platform sent, where it is kept; else what Rollcall read of it.
    pub json: String,
    /// Whether it is what the platform sent. Lists fetched before that was kept have it from their next refresh on.
    pub raw: bool,
}

/// A field that Rollcall has no name for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OtherField {
    /// The platform's name for it.
    pub name: String,
    /// Its value as text.
    pub value: String,
}

/// A role and who holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoleView {
    /// The role.
    #[serde(flatten)]
    pub role: Role,
    /// People who hold it.
    pub people: u32,
    /// Whether it gives power over others, as proposed or as a person said.
    pub privileged: bool,
    /// Why that is proposed; absent where a person said it, or where nothing speaks for it.
    pub why_privileged: Option<Sentence>,
    /// Who said of this role that it does, or that it does not; absent where it is as proposed.
    pub privileged_by: Option<SaidBy>,
}

/// An identity provider and who uses it.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IdentityProviderView {
    /// The provider.
    #[serde(flatten)]
    pub provider: IdentityProvider,
    /// People who sign in with it.
    pub people: u32,
}

/// An organization and who belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationView {
    /// The organization.
    #[serde(flatten)]
    pub organization: Organization,
    /// `Name – ERP id`, or the name alone.
    pub label: String,
    /// People who belong to it.
    pub people: u32,
}
