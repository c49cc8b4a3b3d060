//! Everyday words for ways to sign in.

use rollcall_core::IdentityProvider;

/// A family of providers: what people call it, and how it is recognised on the platform.
struct Family {
    words: &'static [&'static str],
    prefixes: &'static [&'static str],
    /// Words in the provider's own name that say so, where its prefix does not.
    marks: &'static [&'static str],
}

const FAMILIES: [Family; 4] = [
    Family {
        words: &[
            "aad",
            "azure",
            "azure ad",
            "azure active directory",
            "entra",
            "entra id",
            "microsoft entra",
            "microsoft entra id",
            "work",
            "work email",
            "work e-mail",
            "work account",
            "work or school",
            "work or school account",
            "school account",
            "company account",
            "business email",
            "office 365",
            "o365",
            "microsoft 365",
            "m365",
            "waad",
            "arbeitskonto",
            "firmenkonto",
            "geschäftlich",
            "compte professionnel",
            "cuenta de trabajo",
            "account aziendale",
            "werkaccount",
            "konto służbowe",
            "arbejdskonto",
            "arbetskonto",
        ],
        prefixes: &["waad", "aad", "azuread"],
        marks: &["aad", "entra", "azure"],
    },
    Family {
        words: &[
            "account",
            "password",
            "password account",
            "username and password",
            "user name and password",
            "email and password",
            "e-mail and password",
            "auth0",
            "local account",
            "database",
            "user database",
            "custom user database",
            "own account",
            "konto",
            "passwort",
            "benutzername und passwort",
            "mot de passe",
            "contraseña",
            "password propria",
            "wachtwoord",
            "hasło",
            "adgangskode",
            "lösenord",
            "parole",
            "slaptažodis",
        ],
        prefixes: &["auth0"],
        marks: &["custom user database"],
    },
    Family {
        words: &[
            "personal",
            "personal email",
            "personal e-mail",
            "personal account",
            "private email",
            "live",
            "live id",
            "windows live",
            "windows live id",
            "microsoft account",
            "microsoft personal",
            "msa",
            "outlook.com",
            "hotmail",
            "privates konto",
            "persönliches konto",
            "compte personnel",
            "cuenta personal",
            "account personale",
            "persoonlijk account",
        ],
        prefixes: &["windowslive"],
        marks: &["live id"],
    },
    Family {
        words: &[
            "google",
            "gmail",
            "google mail",
            "google account",
            "google workspace",
            "g suite",
            "gsuite",
            "google-konto",
            "compte google",
            "cuenta de google",
        ],
        prefixes: &["google-oauth2", "google"],
        marks: &["google"],
    },
];

/// Which accounts a provider signs in, as far as its prefix or its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Accounts {
    /// Those of an employer or a school.
    Work,
    /// Those of the platform itself, with a password.
    Own,
    /// A person's own with Microsoft.
    Microsoft,
    /// A person's own, or a company's, with Google.
    Google,
}

/// In the order of [`FAMILIES`].
const ACCOUNTS: [Accounts; FAMILIES.len()] =
    [Accounts::Work, Accounts::Own, Accounts::Microsoft, Accounts::Google];

/// Which accounts a provider signs in; nothing where that can't be told.
pub(crate) fn accounts(provider: &IdentityProvider) -> Option<Accounts> {
    FAMILIES.iter().zip(ACCOUNTS).find(|(family, _)| family.has(provider)).map(|(_, accounts)| accounts)
}

/// The providers that an everyday word may mean; `word` in lower case with single blanks.
pub(crate) fn providers<'a>(
    word: &str,
    providers: &'a [IdentityProvider],
) -> impl Iterator<Item = usize> + use<'a> {
    let family = FAMILIES.iter().find(|family| family.words.contains(&word));
    let of_family = move |provider: &IdentityProvider| family.is_some_and(|family| family.has(provider));
    providers.iter().enumerate().filter(move |(_, provider)| of_family(provider)).map(|(at, _)| at)
}

impl Family {
    fn has(&self, provider: &IdentityProvider) -> bool {
        let prefix = provider.prefix.as_deref().unwrap_or_default().to_ascii_lowercase();
        let name = provider.name.to_lowercase();
        self.prefixes.contains(&prefix.as_str()) || self.marks.iter().any(|mark| name.contains(mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_known_by_its_prefix_or_its_name() {
        let of = |name: &str, prefix: Option<&str>| {
            accounts(&IdentityProvider {
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
