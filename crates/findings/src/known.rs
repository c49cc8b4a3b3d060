//! What ids and texts stand for, each looked up once.

use crate::Facts;
use crate::combinations::combinations;
use crate::numbered::Numbered;
use crate::person::{Belongs, Domain, Kind, Person, Power, Provider};
use crate::role_sets::RoleSets;
use jiff::Timestamp;
use rollcall_core::{
    AccountState, Accounts, CanonicalEmail, FreeMail, IdentityProvider, Organization, ProviderPrefixes, Role,
    RoleId, User, fold, is_for_customers,
};
use std::sync::Arc;

/// Everything that people have in common. Roles, providers and organizations that are listed have the numbers of
/// their places in the lists; ids that people name and no list does follow.
pub(crate) struct Known<'a> {
    pub(crate) facts: Facts<'a>,
    pub(crate) states: Numbered,
    pub(crate) roles: Numbered,
    pub(crate) organizations: Numbered,
    pub(crate) domains: Numbered,
    pub(crate) ways: Ways<'a>,
    pub(crate) sets: RoleSets,
    /// Of each set of roles.
    traits: Vec<(Power, Arc<[u32]>)>,
    /// Of each domain.
    free: Vec<bool>,
    kinds: Vec<Kind>,
}

/// The ways to sign in.
pub(crate) struct Ways<'a> {
    listed: &'a [IdentityProvider],
    /// Of each listed one, told once: it is asked for everybody.
    accounts: Vec<Option<Accounts>>,
    pub(crate) providers: Numbered,
    prefixes: ProviderPrefixes,
}

impl<'a> Known<'a> {
    pub(crate) fn of(facts: Facts<'a>) -> Self {
        Self {
            states: Numbered::default(),
            roles: Numbered::of(facts.roles.iter().map(|role| role.id.as_str())),
            organizations: Numbered::of(facts.organizations.iter().map(|one| one.id.as_str())),
            domains: Numbered::default(),
            ways: Ways::of(facts.identity_providers),
            sets: RoleSets::default(),
            traits: Vec::new(),
            free: Vec::new(),
            kinds: facts.organizations.iter().map(kind_of).collect(),
            facts,
        }
    }

    /// What the rules look at of somebody.
    pub(crate) fn look(&mut self, user: &User, invited: Option<Timestamp>, number: u32) -> Person {
        let address = CanonicalEmail::of_listed(&user.email);
        let set = self.set(&user.role_ids);
        let (power, combinations) = self.traits[set as usize].clone();
        Person {
            number,
            state: self.states.number(user.state.as_str()),
            blocked: user.state == AccountState::Blocked,
            domain: Some(address.domain())
                .filter(|domain| !domain.is_empty())
                .map(|domain| self.domain(domain)),
            name: fold(&[user.first_name.as_str(), " ", &user.last_name].concat()),
            roles: Arc::clone(&self.sets.sets[set as usize].roles),
            power,
            combinations,
            organizations: self.belongs(user),
            provider: self.ways.of_person(user),
            waiting: invited
                .filter(|_| user.state == AccountState::New)
                .map(|at| self.facts.now.as_second() - at.as_second()),
            address: address.into_text(),
        }
    }

    fn set(&mut self, ids: &[RoleId]) -> u32 {
        let mut numbers: Vec<u32> = ids.iter().map(|id| self.roles.number(id.as_str())).collect();
        let set = self.sets.count(&mut numbers);
        if set as usize == self.traits.len() {
            self.traits.push((self.power(&numbers), self.combinations(&numbers)));
        }
        set
    }

    fn power(&self, roles: &[u32]) -> Power {
        let privileged = roles.iter().filter(|role| self.is_privileged(**role));
        privileged.fold(Power::default(), |power, role| Power {
            over_others: true,
            beyond_customers: power.beyond_customers || self.counts_beyond_customers(*role),
        })
    }

    fn is_privileged(&self, role: u32) -> bool {
        self.facts.privileged.contains(&RoleId::from(self.roles.text(role)))
    }

    fn counts_beyond_customers(&self, role: u32) -> bool {
        let for_customers = self.facts.roles.get(role as usize).is_some_and(is_for_customers);
        self.facts.thresholds.count_customer_roles || !for_customers
    }

    /// The roles with power over others; with `beyond` those alone that count where a customer's own people hold them.
    pub(crate) fn privileged(&self, beyond: bool) -> Vec<RoleId> {
        let numbers = (0..self.roles.len() as u32).filter(|role| self.is_privileged(*role));
        let wanted = numbers.filter(|role| !beyond || self.counts_beyond_customers(*role));
        wanted.map(|role| RoleId::from(self.roles.text(role))).collect()
    }

    fn combinations(&self, roles: &[u32]) -> Arc<[u32]> {
        let names: Vec<&str> = roles.iter().map(|role| self.role_name(*role)).collect();
        let held = (0_u32..).zip(combinations()).filter(|(_, known)| known.finding);
        held.filter(|(_, known)| known.is_held(names.iter().copied())).map(|(at, _)| at).collect()
    }

    pub(crate) fn role_name(&self, role: u32) -> &str {
        self.facts.roles.get(role as usize).map_or_else(|| self.roles.text(role), |role| &role.name)
    }

    /// Every role that is listed or held; of those that are only held nothing is known but the id.
    pub(crate) fn all_roles(&self) -> Vec<Role> {
        let unlisted = (self.facts.roles.len()..self.roles.len()).map(|number| {
            let id = self.roles.text(number as u32);
            Role { id: id.into(), name: id.to_owned(), weight: None }
        });
        self.facts.roles.iter().cloned().chain(unlisted).collect()
    }

    pub(crate) fn organization_label(&self, number: u32) -> String {
        let listed = self.facts.organizations.get(number as usize);
        listed.map_or_else(|| self.organizations.text(number).to_owned(), Organization::label)
    }

    /// Whether something that is no customer lies directly below a customer: then a question for the customer and
    /// everything below it asks for more than customers.
    pub(crate) fn others_lie_below_customers(&self) -> bool {
        let customers = |id: &str| self.organizations.known(id).map(|number| self.kind(number));
        self.facts.organizations.iter().any(|one| {
            let parent = one.parent_id.as_ref().and_then(|parent| customers(parent.as_str()));
            kind_of(one) != Kind::Customer && parent == Some(Kind::Customer)
        })
    }

    fn kind(&self, organization: u32) -> Kind {
        self.kinds.get(organization as usize).copied().unwrap_or(Kind::Unknown)
    }

    fn belongs(&mut self, user: &User) -> Vec<Belongs> {
        let mut all: Vec<Belongs> = Vec::with_capacity(user.organization_ids.len());
        for id in &user.organization_ids {
            let number = self.organizations.number(id.as_str());
            let one = Belongs { number, kind: self.kind(number) };
            if !all.contains(&one) {
                all.push(one);
            }
        }
        all
    }

    fn domain(&mut self, domain: &str) -> Domain {
        let number = self.domains.number(domain);
        if number as usize == self.free.len() {
            self.free.push(FreeMail::of(domain).is_some());
        }
        Domain { number, free: self.free[number as usize] }
    }
}

impl<'a> Ways<'a> {
    pub(crate) fn of(listed: &'a [IdentityProvider]) -> Self {
        let providers = Numbered::of(listed.iter().map(|provider| provider.id.as_str()));
        Self {
            listed,
            accounts: listed.iter().map(Accounts::of).collect(),
            providers,
            prefixes: ProviderPrefixes::of(listed),
        }
    }

    /// By the provider that the platform names, else by the start of the external id.
    pub(crate) fn of_person(&mut self, user: &User) -> Option<Provider> {
        let number = self.providers.number(self.prefixes.provider_of(user)?);
        let listed = self.listed.get(number as usize);
        Some(Provider {
            number,
            enabled: listed.is_none_or(|provider| provider.enabled),
            accounts: self.accounts.get(number as usize).copied().flatten(),
        })
    }

    /// The provider of a number, if it is a listed one.
    pub(crate) fn listed(&self, number: u32) -> Option<&'a IdentityProvider> {
        self.listed.get(number as usize)
    }

    /// A provider's name, or its id where it is not listed.
    pub(crate) fn label(&self, number: u32) -> String {
        self.listed(number).map_or_else(|| self.providers.text(number).to_owned(), |one| one.name.clone())
    }
}

/// Source of the words: the platform's documents speak of one distributor over sellers (resellers) over customers.
fn kind_of(organization: &Organization) -> Kind {
    match organization.kind.as_deref().map(fold).as_deref() {
        Some("distributor" | "seller" | "reseller") => Kind::House,
        Some("customer") => Kind::Customer,
        _ => Kind::Unknown,
    }
}
