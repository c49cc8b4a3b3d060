//! Whether a way to sign in fits the person: what a colleague who knows the customer would say. Nothing here stops a
//! row; it is said, and where most people of the same mail domain do it otherwise, that is offered.

use crate::index::Index;
use crate::mapping::Field;
use crate::reference::SignIns;
use crate::trouble::{Problem, ProblemCode};
use rollcall_core::{Accounts, FreeMail, IdentityProvider, Sentence, sentence};

/// Active people of a domain below which their way to sign in says nothing.
const FEW: u32 = 2;
/// Of a hundred people, how many make a habit.
const HABIT: u32 = 80;
/// Active people of an organization below which it is no news that nobody uses a provider.
const FEW_OF_ORGANIZATION: u32 = 3;

/// What is worth saying about the provider of a row, or about the one that it lacks.
pub(crate) fn warnings(
    index: &Index<'_>,
    domain: &str,
    provider: Option<u32>,
    organizations: &[u32],
) -> Vec<Problem> {
    let Some(provider) = provider else { return suggested(index, domain).into_iter().collect() };
    let provider = &index.reference.identity_providers[provider as usize];
    let private = private_mail(index, domain, provider);
    if private.is_some() {
        return private.into_iter().collect();
    }
    unused(index, domain, provider, organizations).into_iter().collect()
}

fn warning(code: ProblemCode, found: &str, message: Sentence, suggestion: Option<String>) -> Problem {
    Problem::new(code, Field::IdentityProvider, found, message).suggest(suggestion)
}

/// The row names no provider, and most active people of its mail domain use one.
fn suggested(index: &Index<'_>, domain: &str) -> Option<Problem> {
    let (provider, people, all) = habit(index, index.reference.sign_ins_by_domain.get(domain)?)?;
    let message = sentence!(
        "No way to sign in is named. {people} of {all} active people at {domain} use {provider}.",
        people = people,
        all = all,
        domain = domain,
        provider = provider.name
    );
    Some(warning(ProblemCode::IdentityProviderForDomain, domain, message, Some(provider.name.clone())))
}

/// The provider that nearly everybody uses who is counted, if it is switched on.
fn habit<'a>(index: &Index<'a>, sign_ins: &SignIns) -> Option<(&'a IdentityProvider, u32, u32)> {
    let all: u32 = sign_ins.values().sum();
    let (provider, people) = most_used(index, sign_ins)?;
    let usual = all >= FEW && people.saturating_mul(100) >= all.saturating_mul(HABIT);
    (usual && provider.enabled).then_some((provider, people, all))
}

/// The provider that most people use who are counted, and how many they are.
fn most_used<'a>(index: &Index<'a>, sign_ins: &SignIns) -> Option<(&'a IdentityProvider, u32)> {
    let (id, people) = sign_ins.iter().max_by_key(|(id, people)| (**people, std::cmp::Reverse(*id)))?;
    let provider = index.reference.identity_providers.iter().find(|one| one.id == *id)?;
    Some((provider, *people))
}

/// A work account can't be had at a provider of private mailboxes.
fn private_mail(index: &Index<'_>, domain: &str, provider: &IdentityProvider) -> Option<Problem> {
    if Accounts::of(provider) != Some(Accounts::Work) {
        return None;
    }
    let whose = FreeMail::of(domain)?.accounts;
    let of = |accounts: Accounts| {
        let providers = &index.reference.identity_providers;
        providers.iter().find(|one| one.enabled && Accounts::of(one) == Some(accounts))
    };
    let fitting = whose.and_then(of).or_else(|| of(Accounts::Own));
    let message = match fitting {
        Some(fitting) => sentence!(
            "{domain} is private mail: nobody can sign in with {provider} there. {fitting} would work.",
            domain = domain,
            provider = provider.name,
            fitting = fitting.name
        ),
        None => sentence!(
            "{domain} is private mail: nobody can sign in with {provider} there.",
            domain = domain,
            provider = provider.name
        ),
    };
    let suggestion = fitting.map(|fitting| fitting.name.clone());
    Some(warning(ProblemCode::WorkAccountForPrivateMail, domain, message, suggestion))
}

/// Nobody in one of the organizations signs in like this, and neither does anybody of the mail domain.
fn unused(
    index: &Index<'_>,
    domain: &str,
    provider: &IdentityProvider,
    organizations: &[u32],
) -> Option<Problem> {
    let reference = index.reference;
    let used = |sign_ins: &SignIns| sign_ins.contains_key(&provider.id);
    if reference.sign_ins_by_domain.get(domain).is_some_and(used) {
        return None;
    }
    let (organization, sign_ins) = organizations
        .iter()
        .map(|place| &reference.organizations[*place as usize])
        .filter_map(|one| Some((one, reference.sign_ins_by_organization.get(&one.id)?)))
        .find(|(_, sign_ins)| sign_ins.values().sum::<u32>() >= FEW_OF_ORGANIZATION && !used(sign_ins))?;
    let most = most_used(index, sign_ins);
    let label = organization.label();
    let message = match most {
        Some((known, people)) => sentence!(
            "Nobody of {organization} signs in with {provider}. {people} use {usual}.",
            organization = label,
            provider = provider.name,
            people = people,
            usual = known.name
        ),
        None => sentence!(
            "Nobody of {organization} signs in with {provider}.",
            organization = label,
            provider = provider.name
        ),
    };
    let suggestion = most.filter(|(known, _)| known.enabled).map(|(known, _)| known.name.clone());
    // Rows with another provider are another group: one repair must not rewrite both.
    let found = format!("{} / {label}", provider.name);
    Some(warning(ProblemCode::IdentityProviderUnused, &found, message, suggestion))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::Reference;
    use rollcall_core::Organization;

    fn reference() -> Reference {
        let provider = |id: &str, name: &str, prefix: &str| IdentityProvider {
            id: id.into(),
            name: name.into(),
            prefix: Some(prefix.into()),
            enabled: true,
        };
        let organization = Organization {
            id: "o".into(),
            name: "Contoso".into(),
            erp_id: None,
            kind: None,
            parent_id: None,
        };
        let uses = |work: u32, own: u32| -> SignIns {
            [("waad".into(), work), ("auth0".into(), own)]
                .into_iter()
                .filter(|(_, people)| *people > 0)
                .collect()
        };
        Reference {
            identity_providers: vec![
                provider("auth0", "Account", "auth0"),
                provider("waad", "Work email", "waad"),
                provider("google", "Google", "google-oauth2"),
            ],
            organizations: vec![organization],
            sign_ins_by_domain: [
                ("contoso.example".into(), uses(9, 1)),
                ("mixed.example".into(), uses(5, 5)),
                ("one.example".into(), uses(1, 0)),
            ]
            .into(),
            sign_ins_by_organization: [("o".into(), uses(4, 0))].into(),
            ..Reference::default()
        }
    }

    fn said(domain: &str, provider: Option<u32>) -> Vec<(ProblemCode, Option<String>)> {
        let reference = reference();
        let warnings = warnings(&Index::new(&reference), domain, provider, &[0]);
        warnings.into_iter().map(|warning| (warning.code, warning.suggestion)).collect()
    }

    #[test]
    fn a_missing_provider_is_suggested_by_what_colleagues_use() {
        let expected = vec![(ProblemCode::IdentityProviderForDomain, Some("Work email".to_owned()))];
        assert_eq!(said("contoso.example", None), expected);
        assert_eq!(said("mixed.example", None), [], "half and half is no habit");
        assert_eq!(said("one.example", None), [], "one person is no habit");
        assert_eq!(said("elsewhere.example", None), []);
    }

    #[test]
    fn a_work_account_does_not_fit_private_mail() {
        let code = ProblemCode::WorkAccountForPrivateMail;
        assert_eq!(said("gmail.com", Some(1)), [(code, Some("Google".to_owned()))]);
        assert_eq!(said("gmx.de", Some(1)), [(code, Some("Account".to_owned()))]);
        assert_eq!(said("hotmail.com", Some(1)), [(code, Some("Account".to_owned()))], "no Live ID here");
        assert!(!said("gmail.com", Some(2)).iter().any(|(said, _)| *said == code));
    }

    #[test]
    fn a_provider_that_nobody_of_the_customer_uses_is_worth_a_look() {
        let code = ProblemCode::IdentityProviderUnused;
        assert_eq!(said("new.example", Some(2)), [(code, Some("Work email".to_owned()))]);
        assert_eq!(said("new.example", Some(1)), [], "four of them do");
        assert_eq!(said("contoso.example", Some(0)), [], "somebody of the domain does");
    }
}
