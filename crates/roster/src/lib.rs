//! What was fetched from a platform: refreshed atomically, searched and served in windows.
//!
//! A [`Roster`] is one profile's list of people with the roles, identity providers and organizations
//! that it names. A [`Refresh`] stages a new list beside the old one, page after page, and swaps it in
//! at its end; until then, and if it never ends, readers see the old list whole. A new list that looks wrong
//! beside the old one is held until a person says which of them is right. Nothing here is worth
//! more than a refresh: what is lost can be fetched again.

mod changes;
mod doubt;
mod error;
mod held;
mod matching;
mod names;
mod order;
mod query;
mod reading;
mod record;
mod refresh;
mod roster;
mod schema;
mod sign_ins;

pub use doubt::{Doubt, ListedField};
pub use error::RosterError;
pub use held::HeldList;
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
