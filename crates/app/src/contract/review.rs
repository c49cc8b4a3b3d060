//! Access reviews: started for a scope, decided person by person, handed over, signed off, followed.

use super::{HandOverView, UserQuery};
use rollcall_core::{IdentityProviderId, OrganizationId, RoleId, UserId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Whom a review is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "value")]
pub enum ReviewScope {
    /// Everybody who is listed.
    Everyone,
    /// Whoever holds this role, or one that gives at least as much power by its weight.
    RoleAndAbove(RoleId),
    /// Whoever holds a role that counts as privileged.
    Privileged,
    /// Whoever belongs to this organization, or to one below it.
    OrganizationAndBelow(OrganizationId),
    /// Whoever signs in with this provider.
    IdentityProvider(IdentityProviderId),
    /// Whoever matches a view.
    View(ReviewedView),
}

/// A view as it was when the review started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewedView {
    /// What it is called.
    pub name: String,
    /// Whom it shows.
    pub query: Box<UserQuery>,
}

/// A scope before a review of it is started, by the list as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewScopeView {
    /// The scope in words.
    pub words: String,
    /// People in it.
    pub people: u32,
    /// Names of the roles that are meant; empty where the scope is not about roles.
    pub roles: Vec<String>,
    /// When the list was fetched; absent before the first refresh.
    pub as_of: Option<String>,
}

/// A review to start. A fresh complete list is fetched first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewReview {
    /// Whom it is about.
    pub scope: ReviewScope,
    /// Who looks, as typed: 1 to 100 characters.
    pub reviewer: String,
    /// The reviewer's address, so that their own row can be flagged; may be absent.
    pub reviewer_email: Option<String>,
    /// After how many months it is to be done again, 1 to 36; 0 for never. Absent: as the review of the same scope before it.
    pub repeat_months: Option<u32>,
}

/// What is decided of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewDecision {
    /// They keep what they hold.
    Keep,
    /// What they hold is to be taken away.
    Remove,
    /// Somebody has to be asked first.
    Ask,
}

/// People of a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewCounts {
    /// All who are looked at.
    pub people: u32,
    /// Nothing is decided of them.
    pub undecided: u32,
    /// They keep what they hold.
    pub keep: u32,
    /// What they hold is to be taken away.
    pub remove: u32,
    /// Somebody has to be asked first.
    pub ask: u32,
    /// They hold something else now, or are called otherwise.
    pub changed: u32,
    /// They are no longer listed.
    pub left: u32,
    /// The reviewer's own account, or the one that reads the list.
    pub own: u32,
    /// They are undecided and in somebody else's hands.
    pub handed_over: u32,
    /// They came into the scope after the start. They are not among `people`, and nothing is decided of them.
    pub appeared: u32,
}

/// A review in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewSummary {
    /// Its id.
    pub id: String,
    /// Whom it is about, in words.
    pub words: String,
    /// The same, to start it again by.
    pub scope: ReviewScope,
    /// Who looks, as typed.
    pub reviewer: String,
    /// When it was started.
    pub started_at: String,
    /// Who signed it off; absent while it goes on.
    pub finished: Option<ReviewSignOff>,
    /// How far it is.
    pub counts: ReviewCounts,
    /// After how many months it is to be done again.
    pub repeat_months: Option<u32>,
    /// The day on which it is to be done again, `YYYY-MM-DD`; absent where it goes on still, is not to be repeated, or
    /// was started again.
    pub due: Option<String>,
    /// Whether that day has come.
    pub is_due: bool,
}

/// The end of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewSignOff {
    /// The name that was typed.
    pub by: String,
    /// When.
    pub at: String,
    /// People who stayed undecided.
    pub undecided: u32,
}

/// A review as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// As in the list.
    pub review: ReviewSummary,
    /// The reviewer's address, as typed.
    pub reviewer_email: Option<String>,
    /// When the list was fetched that it rests on.
    pub list_fetched_at: String,
    /// When the list was fetched by which people are flagged.
    pub compared_with: String,
    /// SHA-256 of the people and what they held at the start, in lower-case hex.
    pub roster_hash: String,
    /// Who read the list, where known.
    pub signed_in_as: Option<String>,
    /// People in the whole list.
    pub listed: u32,
    /// Names of the roles that the scope meant at the start; empty where it is not about roles.
    pub roles_in_scope: Vec<String>,
    /// Names of the roles that counted as privileged at the start.
    pub privileged_roles: Vec<String>,
    /// The review of the same scope before this one.
    pub previous: Option<PreviousReview>,
    /// What undo would take back.
    pub last: Option<LastDecision>,
    /// Parts that were handed over, the last one first.
    pub hand_overs: Vec<HandOverView>,
}

/// The review of the same scope before this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PreviousReview {
    /// Its id.
    pub id: String,
    /// Who signed it off.
    pub finished: ReviewSignOff,
}

/// What undo would take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LastDecision {
    /// What was decided; absent where a part came back with several.
    pub decision: Option<ReviewDecision>,
    /// Of how many people.
    pub people: u32,
    /// By whom.
    pub by: String,
    /// When.
    pub at: String,
}

/// Which people of a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewFilter {
    /// Everybody who is looked at.
    #[default]
    All,
    /// Nothing is decided of them.
    Undecided,
    /// They keep what they hold.
    Keep,
    /// What they hold is to be taken away.
    Remove,
    /// Somebody has to be asked first.
    Ask,
    /// They changed or left, or are the reviewer's own.
    Flagged,
    /// They held a role that counted as privileged.
    Privileged,
    /// They were given to somebody else.
    HandedOver,
    /// They came into the scope after the start.
    Appeared,
}

/// A window of a review's people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ReviewRowsAsked {
    /// Which.
    pub filter: ReviewFilter,
    /// Words that must all occur in the name, the address, the id, a role or an organization. Case and accents don't
    /// matter.
    pub search: String,
    /// An organization that they belonged to at the start.
    pub organization_id: Option<OrganizationId>,
    /// Rows before the first.
    pub offset: u32,
    /// Rows at most; 500 at most.
    pub limit: u32,
}

/// A window of a review's people, in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewRows {
    /// People who match.
    pub total: u32,
    /// The window's rows.
    pub rows: Vec<ReviewRow>,
}

/// Somebody who is looked at, with what they held when the review started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewRow {
    /// The platform's id.
    pub user_id: UserId,
    /// Given and family name; empty where unknown.
    pub name: String,
    /// The address.
    pub email: String,
    /// New, Active, Blocked, or what the platform wrote.
    pub state: String,
    /// Names of the roles.
    pub roles: Vec<String>,
    /// The provider's name.
    pub identity_provider: Option<String>,
    /// Labels of the organizations.
    pub organizations: Vec<String>,
    /// What was decided.
    pub decision: Option<ReviewDecision>,
    /// The note; may be blank.
    pub note: String,
    /// By whom it was decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<String>,
    /// Those of the roles that counted as privileged at the start.
    pub privileged: Vec<String>,
    /// What is to be known of this row.
    pub flags: Vec<ReviewFlag>,
    /// What changed since the start; empty unless flagged as changed.
    pub changes: Vec<ReviewChange>,
    /// Whom this person was given to.
    pub handed_to: Option<String>,
    /// What was decided in the review of the same scope before this one.
    pub last_time: Option<LastTime>,
}

/// What is to be known of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewFlag {
    /// The reviewer's own account, or the one that reads the list.
    Own,
    /// Something changed since the start.
    Changed,
    /// No longer listed.
    Left,
    /// Came into the scope after the start; can't be decided on.
    Appeared,
}

/// One thing that changed since the start, in names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewChange {
    /// What.
    pub what: ReviewPart,
    /// As it was.
    pub before: Vec<String>,
    /// As it is in the newer list.
    pub after: Vec<String>,
}

/// What can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewPart {
    /// Given and family name.
    Name,
    /// The address.
    Email,
    /// The account's state.
    State,
    /// Roles.
    Roles,
    /// How the person signs in.
    IdentityProvider,
    /// Organizations.
    Organizations,
}

/// What was decided last time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LastTime {
    /// What.
    pub decision: ReviewDecision,
    /// The note; may be blank.
    pub note: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: String,
}

/// How somebody stands who was to be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RemovalStands {
    /// No account of this id or address is listed.
    Gone,
    /// The account is blocked.
    Blocked,
    /// The account is there and lacks at least one role that it had.
    Partly,
    /// The account is there with all the roles that it had.
    StillThere,
    /// The account is gone, and another one has its address.
    AnotherAccount,
}

/// What became of the removals of a review that was signed off, and a window of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FollowUp {
    /// When the list was fetched that tells; absent before the first one after the end.
    pub as_of: Option<String>,
    /// Removals in all.
    pub removals: u32,
    /// Removals by how they stand; all five are there.
    pub counts: Vec<FollowUpCount>,
    /// Removals that match.
    pub total: u32,
    /// The window's rows.
    pub rows: Vec<FollowUpRow>,
}

/// Removals that stand so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpCount {
    /// How.
    pub stands: RemovalStands,
    /// How many.
    pub people: u32,
}

/// Somebody who was to be removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpRow {
    /// The platform's id.
    pub user_id: UserId,
    /// Given and family name at the start.
    pub name: String,
    /// The address at the start.
    pub email: String,
    /// Names of the roles held at the start.
    pub roles: Vec<String>,
    /// Names of the roles held now, by this account or the other one.
    pub roles_now: Vec<String>,
    /// The state now.
    pub state_now: Option<String>,
    /// The note on the decision.
    pub note: String,
    /// How they stand; absent before the first list after the end.
    pub stands: Option<RemovalStands>,
}
