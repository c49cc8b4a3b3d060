//! The walk over a list.

use crate::facts::Facts;
use crate::known::Known;
use crate::numbered::Ids;
use crate::providers::{ProviderUse, Uses};
use crate::role_sets::RoleSets;
use crate::rules::{self, Powerful, Walked, Watch};
use crate::{Finding, Rule};
use jiff::Timestamp;
use rollcall_core::{Role, User};

/// Sees people one after another, and then says what it found.
pub struct Judge<'a> {
    known: Known<'a>,
    ids: Ids,
    uses: Uses,
    powerful: Vec<Powerful>,
    rules: Vec<Box<dyn Watch>>,
}

/// What a list shows.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// People seen.
    pub people: u32,
    /// What the rules found, in the order of [`Rule::ALL`]. What people hold on other platforms is not known here.
    pub findings: Vec<Finding>,
    /// Everybody with power over others who is not blocked.
    pub powerful: Vec<Powerful>,
    /// Every role, the listed ones first.
    pub roles: Vec<Role>,
    /// Which of them people hold together.
    pub role_sets: RoleSets,
    /// Who uses each identity provider, in the order listed, then those that are only named by people.
    pub providers: Vec<ProviderUse>,
    /// People of whom no identity provider is known.
    pub without_provider: u32,
}

impl<'a> Judge<'a> {
    /// A judge of one list.
    pub fn new(facts: Facts<'a>) -> Self {
        Self {
            known: Known::of(facts),
            ids: Ids::default(),
            uses: Uses::default(),
            powerful: Vec::new(),
            rules: rules::all(&facts.thresholds),
        }
    }

    /// Sees somebody. Everybody is to be seen once. `invited` is when somebody who has not accepted was invited last, as
    /// far as it is known.
    pub fn see(&mut self, user: &User, invited: Option<Timestamp>) {
        let number = self.ids.add(user.id.as_str());
        let person = self.known.look(user, invited, number);
        self.uses.see(&person);
        for rule in &mut self.rules {
            rule.see(&person);
        }
        if person.power.over_others && !person.blocked {
            self.powerful.push(Powerful::of(user.id.clone(), person, &self.known));
        }
    }

    /// What was found.
    pub fn end(self) -> Judgement {
        let Self { known, ids, uses, powerful, rules } = self;
        let walked = Walked { known: &known, ids: &ids, uses: &uses };
        let mut findings: Vec<Finding> = rules.into_iter().filter_map(|rule| rule.told(&walked)).collect();
        findings.sort_by_key(|finding| Rule::ALL.iter().position(|rule| *rule == finding.rule));
        let (providers, without_provider) = uses.told(&known);
        Judgement {
            people: ids.len(),
            findings,
            powerful,
            roles: known.all_roles(),
            providers,
            without_provider,
            role_sets: known.sets,
        }
    }
}
