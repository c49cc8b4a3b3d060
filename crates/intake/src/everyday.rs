//! Everyday words for ways to sign in.

use rollcall_core::{Accounts, IdentityProvider};

/// What people call the providers of some accounts.
struct Family {
    accounts: Accounts,
    words: &'static [&'static str],
}

const FAMILIES: [Family; 4] = [
    Family {
        accounts: Accounts::Work,
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
    },
    Family {
        accounts: Accounts::Own,
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
    },
    Family {
        accounts: Accounts::Microsoft,
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
    },
    Family {
        accounts: Accounts::Google,
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
    },
];

/// The providers that an everyday word may mean; `word` in lower case with single blanks.
pub(crate) fn providers<'a>(
    word: &str,
    providers: &'a [IdentityProvider],
) -> impl Iterator<Item = usize> + use<'a> {
    let family = FAMILIES.iter().find(|family| family.words.contains(&word));
    let of_family = move |provider: &IdentityProvider| {
        family.is_some_and(|family| Accounts::of(provider) == Some(family.accounts))
    };
    providers.iter().enumerate().filter(move |(_, provider)| of_family(provider)).map(|(at, _)| at)
}
