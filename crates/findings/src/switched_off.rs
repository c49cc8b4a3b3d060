//! What if a way to sign in were switched off: who could no longer sign in.

use crate::known::Ways;
use rollcall_core::{AccountState, CanonicalEmail, IdentityProvider, IdentityProviderId, User, UserId};
use std::collections::HashSet;

/// Sees people one after another, and then says who would be stranded.
pub struct SwitchedOff<'a> {
    ways: Ways<'a>,
    provider: u32,
    candidates: Vec<(UserId, String)>,
    /// Addresses that have an account with another provider that is on.
    other_ways: HashSet<String>,
    blocked: u32,
}

/// Who would be stranded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// People whose only way in it is, in the order in which they were seen.
    pub stranded: Vec<UserId>,
    /// People who have another account, of the same address, with another provider that is on.
    pub other_way: u32,
    /// People who are blocked and can't sign in anyway.
    pub blocked: u32,
}

impl<'a> SwitchedOff<'a> {
    /// For one of the platform's providers.
    pub fn new(provider: &IdentityProviderId, providers: &'a [IdentityProvider]) -> Self {
        let mut ways = Ways::of(providers);
        let provider = ways.providers.number(provider.as_str());
        Self { ways, provider, candidates: Vec::new(), other_ways: HashSet::new(), blocked: 0 }
    }

    /// Sees somebody.
    pub fn see(&mut self, user: &User) {
        let Some(way) = self.ways.of_person(user) else { return };
        let (its, blocked) = (way.number == self.provider, user.state == AccountState::Blocked);
        let address = || CanonicalEmail::of_listed(&user.email).into_text();
        match (its, blocked) {
            (true, true) => self.blocked += 1,
            (true, false) => self.candidates.push((user.id.clone(), address())),
            // Whether a provider is on that the platform does not list is not known: it saves nobody.
            (false, false) if way.enabled && self.ways.listed(way.number).is_some() => {
                self.other_ways.insert(address());
            }
            (false, _) => {}
        }
    }

    /// Who would be stranded.
    pub fn end(self) -> WhatIf {
        let people = self.candidates.len();
        let has_another = |address: &String| !address.is_empty() && self.other_ways.contains(address);
        let stranded: Vec<UserId> = self
            .candidates
            .into_iter()
            .filter(|(_, address)| !has_another(address))
            .map(|(id, _)| id)
            .collect();
        let other_way = u32::try_from(people - stranded.len()).unwrap_or(u32::MAX);
        WhatIf { stranded, other_way, blocked: self.blocked }
    }
}
