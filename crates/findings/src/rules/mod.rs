//! The rules, by subject. Each is a small function of one person, or of what was counted over all of them; what
//! stands around it collects whom it finds.

mod accounts;
mod platforms;
mod power;
mod roles;
mod sign_in;
mod twins;

#[cfg(test)]
mod testing;

use crate::finding::{Finding, Found};
use crate::known::Known;
use crate::numbered::Ids;
use crate::person::Person;
use crate::providers::Uses;
use crate::{Filter, Rule, Thresholds};

pub use platforms::{Elsewhere, Powerful, several_platforms};

/// A rule on its walk over a list.
pub(crate) trait Watch: Send {
    /// Sees somebody.
    fn see(&mut self, person: &Person);
    /// What it found, once everybody was seen.
    fn told(self: Box<Self>, walked: &Walked<'_>) -> Option<Finding>;
}

/// What is known once everybody was seen.
pub(crate) struct Walked<'w> {
    pub(crate) known: &'w Known<'w>,
    pub(crate) ids: &'w Ids,
    pub(crate) uses: &'w Uses,
}

/// Every rule that looks at one list.
pub(crate) fn all(thresholds: &Thresholds) -> Vec<Box<dyn Watch>> {
    vec![
        Box::new(power::in_customers()),
        Box::new(power::Outside::new(thresholds.own_domain_percent)),
        Box::new(power::on_freemail()),
        Box::new(accounts::blocked()),
        Box::new(sign_in::Disabled::default()),
        Box::new(sign_in::Passwords::new(*thresholds)),
        Box::new(twins::Twins::default()),
        Box::new(accounts::unaccepted(thresholds.never_accepted_days)),
        Box::new(accounts::roleless()),
        Box::new(roles::combined()),
        Box::new(sign_in::Unused),
    ]
}

/// What filter says exactly the people of a finding, if one does.
pub(crate) type ExactFilter = Box<dyn Fn(&Found, &Known<'_>) -> Option<Filter> + Send>;

/// A rule that can be told of one person alone.
pub(crate) struct OfEach {
    pub(crate) rule: Rule,
    pub(crate) finds: Box<dyn Fn(&Person) -> bool + Send>,
    /// Where the person counts.
    pub(crate) parts: fn(&Person) -> Vec<u32>,
    pub(crate) label: fn(&Known<'_>, u32) -> String,
    /// What says exactly these people.
    pub(crate) filter: ExactFilter,
    pub(crate) found: Found,
}

impl Watch for OfEach {
    fn see(&mut self, person: &Person) {
        if (self.finds)(person) {
            self.found.add(person.number, person.state, (self.parts)(person));
        }
    }

    fn told(self: Box<Self>, walked: &Walked<'_>) -> Option<Finding> {
        let Self { rule, label, filter, found, .. } = *self;
        let filter = filter(&found, walked.known);
        let finding = found.told(rule, walked.ids, |part| label(walked.known, part))?;
        Some(Finding { filter, ..finding })
    }
}

pub(crate) fn organization(known: &Known<'_>, number: u32) -> String {
    known.organization_label(number)
}

pub(crate) fn domain(known: &Known<'_>, number: u32) -> String {
    known.domains.text(number).to_owned()
}
