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
