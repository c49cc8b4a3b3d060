//! What was fetched from a platform: refreshed atomically, searched and served in windows.
//!
//! A [`Roster`] is one profile's list of people with the roles, identity providers and organizations
//! that it names. A [`Refresh`] stages a new list beside the old one, page after page, and swaps it in
//! at its end; until then, and if it never ends, readers see the old list whole. A new list that looks wrong
//! beside the old one is held until a person says which of them is right. Nothing here is worth
//! more than a refresh, except what earlier refreshes changed: that is kept thinly and comes back from nowhere else.

mod browse;
mod changes;
mod clocks;
mod columns;
mod delta;
mod difference;
mod doubt;
mod error;
mod everybody;
mod facets;
mod held;
mod history;
mod kept;
mod keys;
mod list;
mod matching;
mod names;
mod order;
mod part;
mod people;
mod prints;
mod query;
mod raw;
mod reading;
mod record;
mod records;
mod refresh;
mod roster;
mod schema;
mod search;
mod sign_ins;
mod thinning;
mod told;
mod who;

pub use delta::ChangeKind;
pub use difference::{AllChanges, ChangedPerson, ChangesAsked, ChangesWindow, CountedChanges, FieldChange};
pub use doubt::{Doubt, ListedField};
pub use error::RosterError;
pub use facets::{FacetValue, MonthCount, OrganizationFacet, QueueCount, RoleCountCount, UserFacets};
pub use held::HeldList;
pub use history::{HistoryStep, KeptRefresh};
pub use part::{Part, Replaced};
pub use query::{
    InvitationQueue, Invited, JumpTo, LARGEST_WINDOW, Picked, RoleCount, RowRange, SortBy, SortColumn,
    UserQuery, UserRow, Window,
};
pub use reading::{IdentityProviderWithPeople, LastFailure, OrganizationWithPeople, RoleWithPeople, Summary};
pub use refresh::{Changes, Committed, Reference, Refresh, RefreshFacts};
pub use rollcall_core::fold;
pub use roster::Roster;
pub use schema::SCHEMA;
pub use sign_ins::SignIns;
pub use told::ToldOrganizations;
