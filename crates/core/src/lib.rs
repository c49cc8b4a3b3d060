//! Values and rules of user administration, without input or output.
//!
//! Every other room speaks in these words. Names follow the platform's public documents and
//! RFC 7643 where both have one.

mod accounts;
mod asked;
mod email;
mod evidence;
mod fold;
mod free_mail;
mod ids;
mod invitation;
mod observation;
mod people;
mod power;
mod provider_of;
mod secret;
mod sentence;

pub use accounts::Accounts;
pub use asked::{Asked, Asks};
pub use email::{CanonicalEmail, EmailAddress, EmailProblem};
pub use evidence::{
    Evidence, EvidenceAccess, EvidenceCounts, EvidenceHandOver, EvidencePerson, EvidenceSignOff,
    PrivilegedThen, Seen,
};
pub use fold::fold;
pub use free_mail::FreeMail;
pub use ids::{IdentityProviderId, OrganizationId, RoleId, UserId};
pub use invitation::{INVITATION_VALID_DAYS, Invitation, InvitationClock};
pub use observation::{InviteResult, Observation};
pub use people::{AccountState, IdentityProvider, Organization, Role, User};
pub use power::{WeightDirection, infer_direction, is_for_customers, propose_privileged};
pub use provider_of::ProviderPrefixes;
pub use secret::Secret;
pub use sentence::Sentence;
