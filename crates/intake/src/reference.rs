//! What the platform knows, as far as a check needs it.

use crate::index::Index;
use rollcall_core::{
    AccountState, Asks, CanonicalEmail, IdentityProvider, IdentityProviderId, Organization, OrganizationId,
    Role, RoleId,
};
use std::collections::{HashMap, HashSet};

/// The platform's roles, providers and organizations, and its rules.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// All roles.
    pub roles: Vec<Role>,
    /// All identity providers, the disabled ones too.
    pub identity_providers: Vec<IdentityProvider>,
    /// All organizations that can be named.
    pub organizations: Vec<Organization>,
    /// What an invitation is asked for beside address and names.
    pub asks: Asks,
    /// Whether the platform takes a second invitation of someone who has not accepted the first.
    pub pending_can_be_reinvited: bool,
    /// Roles with power over others. No suggestion ever ends in one; a person has to choose it.
    pub privileged: HashSet<RoleId>,
    /// How active people sign in, by mail domain.
    pub sign_ins_by_domain: HashMap<String, SignIns>,
    /// How active people sign in, by organization.
    pub sign_ins_by_organization: HashMap<OrganizationId, SignIns>,
}

/// How many active people use each identity provider.
pub type SignIns = HashMap<IdentityProviderId, u32>;

impl Reference {
    /// The labels of all organizations, each as no other one is understood by it: where name and ERP id read the same,
    /// the platform's id stands behind the name.
    pub fn distinct_labels(&self) -> Vec<String> {
        let index = Index::new(self);
        (0..self.organizations.len()).map(|place| index.distinct_label(place)).collect()
    }

    /// Whether a role gives power over others.
    pub fn is_privileged(&self, role: &RoleId) -> bool {
        self.privileged.contains(role)
    }
}

/// Who is there already. The consumer of this crate answers from its fresh list and its journal.
pub trait Listed {
    /// Looks people up by address, all at once; tells of each that is there by its place in `emails`.
    fn find(&self, emails: &[&CanonicalEmail], found: &mut dyn FnMut(usize, ListedPerson));
}

/// Someone who is there already, or whom we invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPerson {
    /// As the platform says; `New` for someone only our journal knows.
    pub state: AccountState,
    /// Roles held.
    pub role_ids: Vec<RoleId>,
    /// Organizations the person belongs to.
    pub organization_ids: Vec<OrganizationId>,
    /// Whether the journal says that we invited this person so lately that the list proves nothing yet. Then they are
    /// not invited again, whatever is decided.
    pub invited_by_us: bool,
}
