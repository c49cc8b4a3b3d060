//! Values and rules of user administration, without input or output.
//!
//! Every other room speaks in these words. Names follow the platform's public documents and
//! RFC 7643 where both have one.

mod email;
mod evidence;
mod fold;
mod ids;
mod invitation;
mod observation;
mod people;
mod secret;

pub use email::{CanonicalEmail, EmailAddress, EmailProblem};
pub use evidence::{
    Evidence, EvidenceAccess, EvidenceCounts, EvidenceHandOver, EvidencePerson, EvidenceSignOff,
    PrivilegedThen, Seen,
};
pub use fold::fold;
pub use ids::{IdentityProviderId, OrganizationId, RoleId, UserId};
pub use invitation::{INVITATION_VALID_DAYS, Invitation, InvitationClock};
pub use observation::{InviteResult, Observation};
pub use people::{AccountState, IdentityProvider, Organization, Role, User};
pub use secret::Secret;
