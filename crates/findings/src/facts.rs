//! What a list is judged by.

use crate::Thresholds;
use jiff::Timestamp;
use rollcall_core::{IdentityProvider, Organization, Role, RoleId};
use std::collections::HashSet;

/// What people's ids stand for, and what a person said of them.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The roles in the order listed.
    pub roles: &'a [Role],
    /// The identity providers in the order listed.
    pub identity_providers: &'a [IdentityProvider],
    /// The organizations.
    pub organizations: &'a [Organization],
    /// The roles that give power over others.
    pub privileged: &'a HashSet<RoleId>,
    /// From where on something is told.
    pub thresholds: Thresholds,
    /// The moment at which the list is judged.
    pub now: Timestamp,
}
