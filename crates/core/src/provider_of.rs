//! Which identity provider somebody signs in through.

use crate::{IdentityProvider, IdentityProviderId, User};
use std::collections::HashMap;

/// Between the prefix of a provider and what it calls somebody, as in `waad|42`.
const BEHIND_PREFIX: char = '|';

/// The listed providers by the prefix with which external ids of their people begin.
///
/// Not every platform names the provider of each person; then the external id tells it.
#[derive(Clone, Debug, Default)]
pub struct ProviderPrefixes(HashMap<String, IdentityProviderId>);

impl ProviderPrefixes {
    /// Of two providers with one prefix, the one listed first has it; case makes no difference.
    pub fn of<'a>(listed: impl IntoIterator<Item = &'a IdentityProvider>) -> Self {
        let mut by_prefix = HashMap::new();
        for provider in listed {
            if let Some(prefix) = provider.prefix.as_deref().filter(|prefix| !prefix.is_empty()) {
                by_prefix.entry(prefix.to_ascii_lowercase()).or_insert_with(|| provider.id.clone());
            }
        }
        Self(by_prefix)
    }

    /// The id of somebody's provider; see [`Self::told`].
    pub fn provider_of<'a>(&'a self, user: &'a User) -> Option<&'a str> {
        let named = user.identity_provider_id.as_ref().map_or("", |id| id.as_str());
        self.told(named, user.external_id.as_deref().unwrap_or_default())
    }

    /// The id of the provider that the platform names, else of the one whose prefix the external id begins with. What is
    /// not told is an empty text.
    pub fn told<'a>(&'a self, named: &'a str, external_id: &str) -> Option<&'a str> {
        match named.trim() {
            "" => self.by_external_id(external_id),
            named => Some(named),
        }
    }

    fn by_external_id(&self, external_id: &str) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        let (prefix, _) = external_id.split_once(BEHIND_PREFIX)?;
        self.0.get(&prefix.to_ascii_lowercase()).map(|id| id.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccountState;

    fn provider(id: &str, prefix: Option<&str>) -> IdentityProvider {
        IdentityProvider { id: id.into(), name: id.into(), prefix: prefix.map(Into::into), enabled: true }
    }

    #[test]
    fn a_prefix_is_of_the_provider_that_is_listed_first_whatever_its_case() {
        let listed = [
            provider("none", None),
            provider("empty", Some("")),
            provider("a", Some("Waad")),
            provider("b", Some("waad")),
        ];
        let prefixes = ProviderPrefixes::of(&listed);
        let of = |external: &str| prefixes.by_external_id(external);
        assert_eq!(of("WAAD|42|x"), Some("a"));
        let user = |named: Option<&str>, external: Option<&str>| User {
            id: "u".into(),
            email: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            state: AccountState::Active,
            created_at: None,
            accessibility: None,
            role_ids: Vec::new(),
            identity_provider_id: named.map(Into::into),
            external_id: external.map(Into::into),
            organization_ids: Vec::new(),
            other: serde_json::Map::new(),
            raw: None,
        };
        let says = |user: User| prefixes.provider_of(&user).map(str::to_owned);
        assert_eq!(says(user(Some("b"), Some("waad|42"))).as_deref(), Some("b"), "what is named goes first");
        assert_eq!(says(user(Some(" "), Some("waad|42"))).as_deref(), Some("a"));
        assert_eq!((says(user(None, None)), says(user(None, Some("42")))), (None, None));
        assert_eq!((of("waad"), of("|42"), of("auth0|42")), (None, None, None));
    }
}
