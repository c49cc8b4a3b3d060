//! What the rules look at of one person.

use rollcall_core::Accounts;
use std::sync::Arc;

/// One person, with everything that a rule may ask worked out once.
pub(crate) struct Person {
    /// The place in the walk.
    pub(crate) number: u32,
    /// The account state, by number.
    pub(crate) state: u32,
    /// Can't sign in.
    pub(crate) blocked: bool,
    /// The form of the address by which addresses are compared; empty where there is none.
    pub(crate) address: String,
    /// The domain of the address.
    pub(crate) domain: Option<Domain>,
    /// The name in the form by which names are compared.
    pub(crate) name: String,
    /// The roles held, in ascending order.
    pub(crate) roles: Arc<[u32]>,
    /// What holding these roles means.
    pub(crate) power: Power,
    /// Known combinations of roles, by their place in the file, that are findings.
    pub(crate) combinations: Arc<[u32]>,
    /// The organizations, each once.
    pub(crate) organizations: Vec<Belongs>,
    /// How the person signs in.
    pub(crate) provider: Option<Provider>,
    /// Of somebody who has not accepted: seconds since the invitation, where known.
    pub(crate) waiting: Option<i64>,
}

/// The domain of an address.
#[derive(Clone, Copy)]
pub(crate) struct Domain {
    pub(crate) number: u32,
    /// Anybody gets a mailbox there.
    pub(crate) free: bool,
}

/// What a set of roles gives.
#[derive(Clone, Copy, Default)]
pub(crate) struct Power {
    /// Power over others.
    pub(crate) over_others: bool,
    /// Power that a customer's own people don't usually have.
    pub(crate) beyond_customers: bool,
}

/// An organization of a person.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Belongs {
    pub(crate) number: u32,
    pub(crate) kind: Kind,
}

/// What an organization is to the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The distributor or a seller.
    House,
    Customer,
    /// The platform does not say, or says something that no document explains.
    Unknown,
}

/// A person's way to sign in.
#[derive(Clone, Copy)]
pub(crate) struct Provider {
    pub(crate) number: u32,
    /// False only where the platform says so.
    pub(crate) enabled: bool,
    pub(crate) accounts: Option<Accounts>,
}

impl Person {
    /// The organizations by number.
    pub(crate) fn places(&self) -> impl Iterator<Item = u32> {
        self.organizations.iter().map(|one| one.number)
    }

    /// The organizations of a kind, by number.
    pub(crate) fn places_of(&self, kind: Kind) -> impl Iterator<Item = u32> {
        self.organizations.iter().filter(move |one| one.kind == kind).map(|one| one.number)
    }
}
