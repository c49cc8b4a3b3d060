//! The platform's roles, providers and organizations, ready to be looked up by what people write.

use crate::corrections::Corrections;
use crate::everyday;
use crate::invisible;
use crate::mapping::Field;
use crate::near::Nearest;
use crate::reference::Reference;
use rollcall_core::Role;
use std::collections::HashMap;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Built once per check. A copy shares what was built and has a budget of its own for near misses, so that each part
/// of a file comes out the same however many parts are looked at side by side.
#[derive(Clone, Debug)]
pub(crate) struct Index<'a> {
    pub reference: &'a Reference,
    pub near: Nearest,
    corrections: Option<&'a Corrections>,
    lookups: Arc<Lookups>,
}

#[derive(Debug)]
struct Lookups {
    roles: Lookup,
    providers: Lookup,
    organizations: Lookup,
    /// Name and ERP id together; name and id where the name alone says too little.
    labels: HashMap<(String, String), Vec<usize>>,
    most: Most,
    role_names: Vec<String>,
    provider_names: Vec<String>,
    organization_names: Vec<String>,
}

/// What a text may have at most that names an organization.
#[derive(Debug, Default)]
struct Most {
    /// Bytes of its key.
    length: usize,
    commas: usize,
}

impl Most {
    /// Takes what is written in `parts` and so many characters between and after them into account.
    fn take(&mut self, parts: &[&str], between: usize) {
        self.length = self.length.max(parts.iter().map(|part| part.len()).sum::<usize>() + between);
        self.commas = self.commas.max(parts.iter().map(|part| part.matches(',').count()).sum());
    }
}

/// A place in the reference, and whether it is known from an earlier file alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub place: usize,
    pub remembered: bool,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Nothing,
    One(usize),
    Several(Vec<usize>),
}

/// Ids win over names: an organization may be named like another one's id.
#[derive(Debug, Default)]
struct Lookup {
    ids: HashMap<String, Vec<usize>>,
    names: HashMap<String, Vec<usize>>,
}

impl Lookup {
    fn id(&mut self, text: &str, at: usize) {
        add(&mut self.ids, key(text), at);
    }

    fn name(&mut self, text: &str, at: usize) {
        add(&mut self.names, key(text), at);
    }

    /// By what [`key`] makes of a text. Where there is nothing to be seen, nothing is meant.
    fn find(&self, key: &str) -> Found {
        let places = self.ids.get(key).or_else(|| self.names.get(key)).filter(|_| !key.is_empty());
        places.map_or(Found::Nothing, |places| found(places))
    }
}

fn add<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Vec<usize>>, key: K, at: usize) {
    let places = map.entry(key).or_default();
    if !places.contains(&at) {
        places.push(at);
    }
}

fn found(places: &[usize]) -> Found {
    match places {
        [] => Found::Nothing,
        [one] => Found::One(*one),
        several => Found::Several(several.to_vec()),
    }
}

/// The form for comparing: compatible characters alike, any case, single blanks, one kind of dash and apostrophe, and
/// nothing that can't be seen: the platform may write it where people don't, and the other way round.
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut blank = false;
    let seen = text.chars().filter(|c| !invisible::is_ignorable(*c));
    for c in seen.nfkc().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) && !key.is_empty() {
            key.push(' ');
        }
        key.push(match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{b4}' | '`' => '\'',
            _ => c,
        });
    }
    key
}

impl Lookups {
    fn of(reference: &Reference) -> Self {
        let mut roles = Lookup::default();
        for (at, role) in reference.roles.iter().enumerate() {
            roles.id(role.id.as_str(), at);
            roles.name(&role.name, at);
        }
        let mut providers = Lookup::default();
        for (at, provider) in reference.identity_providers.iter().enumerate() {
            providers.id(provider.id.as_str(), at);
            for name in provider_names(&provider.name).chain(provider.prefix.as_deref()) {
                providers.name(name, at);
            }
        }
        let mut organizations = Lookup::default();
        let mut labels = HashMap::new();
        for (at, organization) in reference.organizations.iter().enumerate() {
            organizations.id(organization.id.as_str(), at);
            organizations.name(&organization.name, at);
            if let Some(erp_id) = organization.erp_id.as_deref().filter(|erp_id| !erp_id.trim().is_empty()) {
                organizations.name(erp_id, at);
                add(&mut labels, (key(&organization.name), key(erp_id)), at);
            }
            add(&mut labels, (key(&organization.name), key(organization.id.as_str())), at);
        }
        let mut most = Most::default();
        for known in organizations.ids.keys().chain(organizations.names.keys()) {
            most.take(&[known], 0);
        }
        for (name, id) in labels.keys() {
            most.take(&[name, id], " ( ) ".len());
        }
        Self {
            roles,
            providers,
            organizations,
            labels,
            most,
            role_names: reference.roles.iter().map(|role| key(&role.name)).collect(),
            provider_names: reference.identity_providers.iter().map(|provider| key(&provider.name)).collect(),
            organization_names: reference.organizations.iter().map(|one| key(&one.name)).collect(),
        }
    }
}

impl<'a> Index<'a> {
    pub fn new(reference: &'a Reference) -> Self {
        Self {
            reference,
            near: Nearest::default(),
            corrections: None,
            lookups: Arc::new(Lookups::of(reference)),
        }
    }

    /// The same, with what a person said of values that the platform doesn't know.
    pub fn with(reference: &'a Reference, corrections: &'a Corrections) -> Self {
        Self { corrections: Some(corrections), ..Self::new(reference) }
    }

    /// What a person said that a text means, if that is still there on the platform.
    pub fn answered(&self, field: Field, text: &str) -> Option<Known> {
        let answer = self.corrections?.answer_for(field, text)?;
        let means = answer.means.as_str();
        let place = match field {
            Field::Role => {
                // What was said for an earlier file is no word on power over others today.
                let allowed = |role: &Role| !(answer.remembered && self.reference.is_privileged(&role.id));
                self.reference.roles.iter().position(|role| role.id.as_str() == means && allowed(role))
            }
            Field::IdentityProvider => {
                let usable = |place: &usize| self.reference.identity_providers[*place].enabled;
                let providers = &self.reference.identity_providers;
                providers.iter().position(|provider| provider.id.as_str() == means).filter(usable)
            }
            Field::Organizations => {
                self.reference.organizations.iter().position(|one| one.id.as_str() == means)
            }
            Field::Email | Field::FirstName | Field::LastName | Field::FullName => None,
        };
        Some(Known { place: place?, remembered: answer.remembered })
    }

    /// By id or name.
    pub fn role(&self, text: &str) -> Found {
        self.lookups.roles.find(&key(text))
    }

    /// By id, name, prefix, or everyday word.
    pub fn provider(&self, text: &str) -> Found {
        let key = key(text);
        match self.lookups.providers.find(&key) {
            Found::Nothing => {}
            other => return other,
        }
        let all: Vec<usize> = everyday::providers(&key, &self.reference.identity_providers).collect();
        let enabled: Vec<usize> =
            all.iter().copied().filter(|at| self.reference.identity_providers[*at].enabled).collect();
        // An everyday word means a way that works; only where none does is the disabled one worth a word.
        found(if enabled.is_empty() { &all } else { &enabled })
    }

    /// By id, ERP id, name, `Name - ERP` or `Name - id` with any dash, or `Name (ERP)`.
    pub fn organization(&self, text: &str) -> Found {
        let key = key(text);
        // Of a long text every dash would be tried, and each try costs as much as the text is long.
        if key.len() > self.lookups.most.length {
            return Found::Nothing;
        }
        match self.lookups.organizations.find(&key) {
            Found::Nothing => {}
            other => return other,
        }
        let dashes = key.match_indices('-').map(|(at, _)| (&key[..at], &key[at + 1..]));
        let brackets = key.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
        let label = |(name, erp_id): (&str, &str)| {
            self.lookups
                .labels
                .get(&(name.trim().to_owned(), erp_id.trim().to_owned()))
                .map(|places| found(places))
        };
        dashes.chain(brackets).find_map(label).unwrap_or(Found::Nothing)
    }

    /// The label by which nothing but the organization in a place is understood: where others read the same, with the
    /// platform's id.
    pub fn distinct_label(&self, place: usize) -> String {
        let organization = &self.reference.organizations[place];
        let label = organization.label();
        match self.organization(&label) {
            Found::One(found) if found == place => label,
            _ => format!("{} – {}", organization.name, organization.id),
        }
    }

    /// How many commas the name, id or label of an organization has at most.
    pub fn most_commas(&self) -> usize {
        self.lookups.most.commas
    }

    pub fn nearest_role(&self, text: &str) -> Option<usize> {
        self.near.find(&key(text), self.lookups.role_names.iter().map(String::as_str))
    }

    pub fn nearest_provider(&self, text: &str) -> Option<usize> {
        self.near.find(&key(text), self.lookups.provider_names.iter().map(String::as_str))
    }

    pub fn nearest_organization(&self, text: &str) -> Option<usize> {
        self.near.find(&key(text), self.lookups.organization_names.iter().map(String::as_str))
    }
}

/// `Work email (AAD)` is also known by each of its halves.
fn provider_names(name: &str) -> impl Iterator<Item = &str> {
    let halves = name.strip_suffix(')').and_then(|inner| inner.split_once('('));
    std::iter::once(name).chain(halves.map(|(before, _)| before)).chain(halves.map(|(_, inside)| inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_compare_by_what_people_see() {
        assert_eq!(key("  Munson\u{2019}s   Pickles "), key("munson's pickles"));
        assert_eq!(key("Contoso \u{2013} C\u{2011}20001"), "contoso - c-20001");
        assert_eq!(key("S\u{30c}iauliu\u{328}"), key("Šiaulių"));
    }

    #[test]
    fn what_nobody_sees_makes_no_difference() {
        assert_eq!(key("\u{200f} Wood\u{ad}grove\u{a0}\u{200b} Bank \u{feff}"), "woodgrove bank");
        assert_eq!(key("é\u{200d}"), key("e\u{200d}\u{301}"));
        assert_eq!(key("\u{200b}\u{2060}"), "");
    }
}
