//! People of the list as a review keeps them.

use crate::contract::AppError;
use crate::errors::of_roster;
use rollcall_core::{CanonicalEmail, Organization, ProviderPrefixes, Role, User, fold};
use rollcall_review::{Held, Named, Person};
use rollcall_roster::Roster;
use std::collections::HashMap;

/// What the ids of one list stand for.
pub(super) struct Reference {
    pub roles: Vec<Role>,
    pub organizations: Vec<Organization>,
    names: HashMap<(Kind, String), String>,
    pub prefixes: ProviderPrefixes,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Role,
    IdentityProvider,
    Organization,
}

impl Reference {
    pub(super) fn of(roster: &Roster) -> Result<Self, AppError> {
        let roles: Vec<Role> = roster.roles().map_err(of_roster)?.into_iter().map(|held| held.role).collect();
        let providers = roster.identity_providers().map_err(of_roster)?;
        let known = roster.organizations().map_err(of_roster)?;
        let organizations: Vec<Organization> = known.into_iter().map(|known| known.organization).collect();
        let mut names = HashMap::new();
        names.extend(roles.iter().map(|role| ((Kind::Role, role.id.0.clone()), role.name.clone())));
        names.extend(providers.iter().map(|used| {
            let provider = &used.identity_provider;
            ((Kind::IdentityProvider, provider.id.0.clone()), provider.name.clone())
        }));
        names.extend(organizations.iter().map(|one| ((Kind::Organization, one.id.0.clone()), one.label())));
        let prefixes = ProviderPrefixes::of(providers.iter().map(|used| &used.identity_provider));
        Ok(Self { roles, organizations, names, prefixes })
    }

    /// The name of an id; the id again where none is known.
    fn named(&self, kind: Kind, id: &str) -> Named {
        let name = self.names.get(&(kind, id.to_owned()));
        Named { id: id.to_owned(), name: name.cloned().unwrap_or_else(|| id.to_owned()) }
    }

    pub(super) fn role(&self, id: &str) -> Named {
        self.named(Kind::Role, id)
    }

    pub(super) fn identity_provider(&self, id: &str) -> Named {
        self.named(Kind::IdentityProvider, id)
    }

    pub(super) fn organization(&self, id: &str) -> Named {
        self.named(Kind::Organization, id)
    }

    /// What somebody is and holds.
    pub(super) fn held(&self, user: &User) -> Held {
        Held {
            name: [user.first_name.as_str(), &user.last_name].join(" ").trim().to_owned(),
            email: user.email.clone(),
            state: user.state.as_str().to_owned(),
            roles: user.role_ids.iter().map(|id| self.role(id.as_str())).collect(),
            identity_provider: self.prefixes.provider_of(user).map(|id| self.identity_provider(id)),
            organizations: user.organization_ids.iter().map(|id| self.organization(id.as_str())).collect(),
        }
    }

    /// Somebody to look at; `own` says whose row is the reviewer's, or that of whoever reads the list.
    pub(super) fn person(&self, user: &User, own: &Own) -> Person {
        let held = self.held(user);
        let mut parts = vec![fold(&held.name), fold(&held.email), fold(user.id.as_str())];
        parts.extend(held.roles.iter().chain(&held.organizations).map(|one| fold(&one.name)));
        // Lines, so that no word is found across two of them.
        let search = parts.join("\n");
        Person { user_id: user.id.0.clone(), own: own.is(user), held, search }
    }
}

/// Who must not simply decide on themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    pub reviewer: Option<CanonicalEmail>,
    /// Who is signed in at the platform.
    pub subject: Option<String>,
}

impl Own {
    fn is(&self, user: &User) -> bool {
        let by_address =
            self.reviewer.as_ref().is_some_and(|mine| *mine == CanonicalEmail::of_listed(&user.email));
        let signed_in = self.subject.as_deref().is_some_and(|subject| {
            user.id.as_str() == subject || user.external_id.as_deref() == Some(subject)
        });
        by_address || signed_in
    }
}
