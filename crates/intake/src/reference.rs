//! What the platform knows, as far as a check needs it.

use rollcall_core::{
    AccountState, CanonicalEmail, IdentityProvider, Organization, OrganizationId, Role, RoleId,
};

/// The platform's roles, providers and organizations, and its rules.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// All roles.
    pub roles: Vec<Role>,
    /// All identity providers, the disabled ones too.
    pub identity_providers: Vec<IdentityProvider>,
    /// All organizations that can be named.
    pub organizations: Vec<Organization>,
    /// Whether an invitation without an identity provider is refused.
    pub identity_provider_required: bool,
    /// Whether the platform takes a second invitation of someone who has not accepted the first.
    pub pending_can_be_reinvited: bool,
}

/// Who is there already. The consumer of this crate answers from its fresh list and its journal.
pub trait Listed {
    /// Looks up a person by address.
    fn find(&self, email: &CanonicalEmail) -> Option<ListedPerson>;
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
    /// Creation date, RFC 3339.
    pub created_at: Option<String>,
    /// Whether the journal says that we invited this person so lately that the list proves nothing yet. Then they are
    /// not invited again, whatever is decided.
    pub invited_by_us: bool,
}

/// Whether a role gives power over others, judged by its name alone: the direction of the platform's weights is not
/// public. No suggestion ever ends in such a role; a person has to choose it.
pub fn is_privileged(role: &Role) -> bool {
    const POWERFUL: [&str; 8] =
        ["admin", "administrator", "administrators", "admins", "owner", "root", "super", "distributor"];
    role.name
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| POWERFUL.iter().any(|powerful| word.eq_ignore_ascii_case(powerful)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_over_others_are_privileged() {
        let privileged =
            |name: &str| is_privileged(&Role { id: RoleId::from("r"), name: name.to_owned(), weight: None });
        assert!(privileged("Customer Admin"));
        assert!(
            privileged("Distributor ReadOnly"),
            "some portals let it be held only beside Distributor Admin"
        );
        assert!(!privileged("Customer"));
        assert!(!privileged("360 Report Viewer"));
    }
}
