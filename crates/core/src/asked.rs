//! What a kind of platform asks of an invitation beside the address and the names.

/// What a kind of platform asks of one value of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// There is no invitation without it.
    Always,
    /// It may be left out.
    Maybe,
    /// There is no place for it.
    Never,
}

/// What is asked of each value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asks {
    /// Of the role.
    pub role: Asked,
    /// Of the identity provider.
    pub identity_provider: Asked,
    /// Of the organizations.
    pub organizations: Asked,
}

impl Default for Asks {
    /// As a marketplace asks: a role, at least one organization, and an identity provider where somebody names one.
    fn default() -> Self {
        Self { role: Asked::Always, identity_provider: Asked::Maybe, organizations: Asked::Always }
    }
}
