//! Ways to sign in that don't fit.

use super::{Walked, Watch, domain};
use crate::finding::{Finding, Found, most};
use crate::numbered::Map;
use crate::person::Person;
use crate::{Filter, Part, Rule, Thresholds};
use rollcall_core::{Accounts, IdentityProvider, IdentityProviderId, sentence};

/// Listed with a provider that is switched off, and not blocked.
///
/// Reason: such a person can't sign in, and nobody decided it of them. Either they are shut out by accident, or they
/// should be blocked: switching the provider on again would let all of them in at once.
pub(crate) fn is_on_disabled_provider(person: &Person) -> bool {
    !person.blocked && person.provider.is_some_and(|provider| !provider.enabled)
}

/// How the people of a mail domain sign in who are not blocked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Habit {
    pub(crate) work: u32,
    pub(crate) password: u32,
    pub(crate) other: u32,
}

/// Whether a password is the exception at a mail domain.
///
/// Reason: work email ends with the job, since the employer closes the account; a password of the platform's own does
/// not. Where an employer's people go through work email, somebody with a password was forgotten, or is no longer there.
/// It takes some people, and most of them, to be a habit.
pub(crate) fn is_password_the_exception(habit: Habit, thresholds: &Thresholds) -> bool {
    let all = u64::from(habit.work) + u64::from(habit.password) + u64::from(habit.other);
    habit.work >= thresholds.work_email_people
        && u64::from(habit.work) * 100 >= all * u64::from(thresholds.work_email_percent)
}

/// Whether a provider is open and nobody goes through it.
///
/// Reason: a way in that nobody uses is one that nobody watches, and it is offered to whoever is invited next. One
/// that is switched off and unused is tidy.
pub(crate) fn is_unused(provider: &IdentityProvider, people: u32) -> bool {
    provider.enabled && people == 0
}

/// The rule on providers that are switched off.
#[derive(Default)]
pub(super) struct Disabled {
    found: Found,
}

impl Watch for Disabled {
    fn see(&mut self, person: &Person) {
        if let Some(provider) = person.provider.filter(|_| is_on_disabled_provider(person)) {
            self.found.add(person.number, person.state, [provider.number]);
        }
    }

    fn told(self: Box<Self>, walked: &Walked<'_>) -> Option<Finding> {
        let mut numbers: Vec<u32> = self.found.parts.keys().copied().collect();
        numbers.sort_unstable();
        let id = |number| IdentityProviderId::from(walked.known.ways.providers.text(number));
        let filter = Filter {
            states: self.found.state_words(walked.known),
            identity_provider_ids: numbers.into_iter().map(id).collect(),
            ..Filter::default()
        };
        let label = |number| walked.known.ways.label(number);
        let told = self.found.told(Rule::DisabledProvider, walked.ids, label)?;
        Some(Finding { filter: Some(filter), ..told })
    }
}

/// The rule on passwords: what is usual at a domain is known only once everybody was seen.
pub(super) struct Passwords {
    thresholds: Thresholds,
    habits: Map<u32, Habit>,
    candidates: Vec<Candidate>,
}

struct Candidate {
    number: u32,
    state: u32,
    domain: u32,
}

impl Passwords {
    pub(super) fn new(thresholds: Thresholds) -> Self {
        Self { thresholds, habits: Map::default(), candidates: Vec::new() }
    }
}

impl Watch for Passwords {
    fn see(&mut self, person: &Person) {
        // People at a free mail provider have no employer in common.
        let Some(domain) = person.domain.filter(|domain| !domain.free && !person.blocked) else { return };
        let Some(provider) = person.provider else { return };
        let habit = self.habits.entry(domain.number).or_default();
        match provider.accounts {
            Some(Accounts::Work) => habit.work += 1,
            Some(Accounts::Own) => {
                habit.password += 1;
                let (number, state) = (person.number, person.state);
                self.candidates.push(Candidate { number, state, domain: domain.number });
            }
            _ => habit.other += 1,
        }
    }

    fn told(self: Box<Self>, walked: &Walked<'_>) -> Option<Finding> {
        let exception = |domain| {
            self.habits.get(domain).is_some_and(|habit| is_password_the_exception(*habit, &self.thresholds))
        };
        let mut found = Found::default();
        for one in self.candidates.iter().filter(|one| exception(&one.domain)) {
            found.add(one.number, one.state, [one.domain]);
        }
        let providers = walked.known.facts.identity_providers.iter();
        let own = providers.filter(|provider| Accounts::of(provider) == Some(Accounts::Own));
        let mut domains: Vec<u32> = found.parts.keys().copied().collect();
        domains.sort_unstable();
        let filter = Filter {
            states: found.state_words(walked.known),
            identity_provider_ids: own.map(|provider| provider.id.clone()).collect(),
            mail_domains: domains.into_iter().map(|number| domain(walked.known, number)).collect(),
            ..Filter::default()
        };
        let told = found.told(Rule::PasswordAccount, walked.ids, |number| domain(walked.known, number))?;
        let basis = sentence!(
            "A domain counts once at least {people} of its people, and {percent} of 100, sign in with work email.",
            people = self.thresholds.work_email_people,
            percent = self.thresholds.work_email_percent
        );
        Some(Finding { basis: vec![basis], filter: Some(filter), ..told })
    }
}

/// The rule on providers that nobody uses: nobody is found, and the providers are its parts.
pub(super) struct Unused;

impl Watch for Unused {
    fn see(&mut self, _: &Person) {}

    fn told(self: Box<Self>, walked: &Walked<'_>) -> Option<Finding> {
        let providers = (0..).zip(walked.known.facts.identity_providers);
        let unused = providers.filter(|(number, provider)| is_unused(provider, walked.uses.people(*number)));
        let parts: Vec<Part> =
            unused.map(|(_, provider)| Part { label: provider.name.clone(), people: 0 }).collect();
        if parts.is_empty() {
            return None;
        }
        let (parts, parts_total) = most(parts);
        let (people, basis, filter) = (Vec::new(), Vec::new(), None);
        Some(Finding { rule: Rule::UnusedProvider, people, parts, parts_total, basis, filter })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::person;
    use super::*;
    use crate::person::Provider;

    #[test]
    fn a_provider_that_is_off_shuts_people_out_who_are_not_blocked() {
        let on = |enabled, blocked| {
            let provider = Provider { number: 0, enabled, accounts: None };
            is_on_disabled_provider(&Person { provider: Some(provider), blocked, ..person() })
        };
        assert!(on(false, false));
        assert!(!on(true, false) && !on(false, true));
        assert!(!is_on_disabled_provider(&person()), "of whom no provider is known");
    }

    #[test]
    fn a_password_is_the_exception_where_most_go_through_work_email() {
        let thresholds = Thresholds::default();
        let exception =
            |work, password, other| is_password_the_exception(Habit { work, password, other }, &thresholds);
        assert!(exception(3, 1, 0), "three of four");
        assert!(!exception(2, 0, 0), "two may happen to do the same");
        assert!(!exception(3, 2, 0) && !exception(3, 1, 1), "no habit");
        assert!(exception(30, 5, 5));
    }

    #[test]
    fn an_open_provider_without_people_is_unused() {
        let provider =
            |enabled| IdentityProvider { id: "p".into(), name: "Google".to_owned(), prefix: None, enabled };
        assert!(is_unused(&provider(true), 0));
        assert!(!is_unused(&provider(true), 1) && !is_unused(&provider(false), 0));
    }
}
