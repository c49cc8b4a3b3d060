//! Use cases: who signs in with what, and what if a provider is switched off.

use super::rows::rows;
use crate::App;
use crate::contract::*;
use rollcall_core::{IdentityProvider, IdentityProviderId, Sentence, phrase, sentence};
use rollcall_findings::{ProviderUse, Share, WhatIf};

impl App {
    /// Who signs in with what, by organization and by mail domain.
    pub async fn provider_insights(&self, profile: String) -> Result<ProviderInsights, AppError> {
        let Some(judged) = self.judged(&profile).await? else {
            return Ok(ProviderInsights { as_of: None, providers: Vec::new(), none: 0 });
        };
        let providers = judged.judgement.providers.iter().map(shown).collect();
        Ok(ProviderInsights {
            as_of: Some(judged.as_of()),
            providers,
            none: judged.judgement.without_provider,
        })
    }

    /// Who could no longer sign in if a provider were switched off, a window of at most 500 of them.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where there is no such provider.
    pub async fn what_if_switched_off(
        &self,
        profile: String,
        provider: IdentityProviderId,
        offset: u32,
        limit: u32,
    ) -> Result<WhatIfView, AppError> {
        let listed = self.list_identity_providers(profile.clone()).await?;
        let listed = listed.into_iter().map(|used| used.provider).find(|one| one.id == provider);
        let listed = listed.ok_or_else(|| {
            AppError::new(
                ErrorCode::BadRequest,
                phrase!("This way to sign in is no longer listed. The list may have been refreshed since."),
            )
        })?;
        let what_if = self.switched_off(&profile, provider).await?;
        let stranded = what_if.clone();
        let rows = self.ask(&profile, move |roster| rows(roster, &stranded.stranded, offset, limit)).await?;
        Ok(WhatIfView {
            sentences: sentences(&listed, &what_if),
            already_off: !listed.enabled,
            provider: listed.name,
            stranded: count(&what_if),
            other_way: what_if.other_way,
            blocked: what_if.blocked,
            rows,
        })
    }
}

fn shown(used: &ProviderUse) -> ProviderInsight {
    ProviderInsight {
        id: used.provider.id.clone(),
        name: used.provider.name.clone(),
        prefix: used.provider.prefix.clone(),
        enabled: used.listed.then_some(used.provider.enabled),
        people: used.people,
        not_blocked: used.not_blocked,
        organizations: used.organizations.iter().map(share).collect(),
        organizations_total: used.organizations_total,
        domains: used.domains.iter().map(share).collect(),
        domains_total: used.domains_total,
    }
}

fn share(share: &Share) -> ShareView {
    ShareView { id: share.id.clone(), label: share.label.clone(), people: share.people, of: share.of }
}

fn count(what_if: &WhatIf) -> u32 {
    u32::try_from(what_if.stranded.len()).unwrap_or(u32::MAX)
}

/// What would happen, a sentence each.
fn sentences(provider: &IdentityProvider, what_if: &WhatIf) -> Vec<Sentence> {
    let name = &provider.name;
    let first = match (provider.enabled, count(what_if)) {
        (true, 0) => sentence!("If {provider} is switched off, nobody is shut out.", provider = name),
        (true, 1) => sentence!(
            "If {provider} is switched off, 1 person can no longer sign in: it is their only way in.",
            provider = name
        ),
        (true, people) => sentence!(
            "If {provider} is switched off, {people} people can no longer sign in: it is their only way in.",
            provider = name,
            people = people
        ),
        (false, 0) => {
            sentence!("{provider} is switched off already, and nobody is shut out by it.", provider = name)
        }
        (false, 1) => sentence!(
            "{provider} is switched off already: 1 person can't sign in, for it is their only way in.",
            provider = name
        ),
        (false, people) => sentence!(
            "{provider} is switched off already: {people} people can't sign in, for it is their only way in.",
            provider = name,
            people = people
        ),
    };
    let other = match what_if.other_way {
        0 => None,
        1 => Some(sentence!("1 person has another account of the same address with a way that is on.")),
        people => Some(sentence!(
            "{people} people have another account of the same address with a way that is on.",
            people = people
        )),
    };
    let blocked = match what_if.blocked {
        0 => None,
        1 => Some(sentence!("1 person is blocked and can't sign in anyway.")),
        people => Some(sentence!("{people} people are blocked and can't sign in anyway.", people = people)),
    };
    [Some(first), other, blocked].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_happen_is_said_in_plain_words() {
        let said = |enabled, stranded: usize, other_way, blocked| {
            let provider =
                IdentityProvider { id: "p".into(), name: "Google".to_owned(), prefix: None, enabled };
            let stranded = vec!["u".into(); stranded];
            let said = sentences(&provider, &WhatIf { stranded, other_way, blocked });
            said.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(said(true, 0, 0, 0), "If Google is switched off, nobody is shut out.");
        assert_eq!(
            said(true, 1, 1, 2),
            "If Google is switched off, 1 person can no longer sign in: it is their only way in. 1 person has another account of the same address with a way that is on. 2 people are blocked and can't sign in anyway."
        );
        assert!(said(false, 3, 0, 0).starts_with("Google is switched off already: 3 people can't sign in"));
    }
}
