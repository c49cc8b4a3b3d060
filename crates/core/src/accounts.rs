//! Which accounts a way to sign in is for.

use crate::IdentityProvider;

/// Which accounts a provider signs in, as far as its prefix or its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Accounts {
    /// Those of an employer or a school.
    Work,
    /// Those of the platform itself, with a password.
    Own,
    /// A person's own with Microsoft.
    Microsoft,
    /// A person's own, or a company's, with Google.
    Google,
}

impl Accounts {
    const ALL: [Self; 4] = [Self::Work, Self::Own, Self::Microsoft, Self::Google];

    /// Which accounts a provider signs in; nothing where that can't be told.
    pub fn of(provider: &IdentityProvider) -> Option<Self> {
        let prefix = provider.prefix.as_deref().unwrap_or_default().to_ascii_lowercase();
        let name = provider.name.to_lowercase();
        Self::ALL.into_iter().find(|accounts| {
            accounts.prefixes().contains(&prefix.as_str())
                || accounts.marks().iter().any(|mark| name.contains(mark))
        })
    }

    /// How they are recognised on the platform. Source: the sign-in methods in "Authentication Management".
    fn prefixes(self) -> &'static [&'static str] {
        match self {
            Self::Work => &["waad", "aad", "azuread"],
            Self::Own => &["auth0"],
            Self::Microsoft => &["windowslive"],
            Self::Google => &["google-oauth2", "google"],
        }
    }

    /// Words in the provider's own name that say so, where its prefix does not.
    fn marks(self) -> &'static [&'static str] {
        match self {
            Self::Work => &["aad", "entra", "azure"],
            Self::Own => &["custom user database"],
            Self::Microsoft => &["live id"],
            Self::Google => &["google"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_known_by_its_prefix_or_its_name() {
        let of = |name: &str, prefix: Option<&str>| {
            Accounts::of(&IdentityProvider {
                id: "p".into(),
                name: name.into(),
                prefix: prefix.map(Into::into),
                enabled: true,
            })
        };
        assert_eq!(of("Work email (AAD)", Some("waad")), Some(Accounts::Work));
        assert_eq!(of("Account", Some("auth0")), Some(Accounts::Own));
        assert_eq!(of("Personal email (Live ID)", Some("windowslive")), Some(Accounts::Microsoft));
        assert_eq!(of("Google", None), Some(Accounts::Google));
        assert_eq!(of("Legacy ADFS", Some("adfs")), None);
    }
}
