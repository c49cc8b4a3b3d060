//! Roles, identity providers and organizations: short lists, read whole.

use crate::asking::change_texts;
use crate::error::Call;
use crate::failures::{UNCHANGED, unreadable};
use crate::http::Patience;
use crate::keys::Keys;
use crate::pages::{End, Pages, UNMARKED};
use crate::read::{Shapes, number, scalar, truth};
use crate::users::UserReader;
use crate::wording::{Fields, ListCall, Wording};
use crate::{Kind, Platform, PlatformError, Scope};
use rollcall_core::{IdentityProvider, Organization, Role, RoleId, User, phrase, sentence};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// Everything that reads answers, made once from the description.
pub(crate) struct Readers {
    pub(crate) shapes: Shapes,
    pub(crate) user: UserReader,
    pub(crate) result: Keys,
    role: Keys,
    identity_provider: Keys,
    organization: Keys,
}

impl Readers {
    pub(crate) fn new(wording: &Wording) -> Self {
        let Fields { user, role, identity_provider: provider, organization, result } = &wording.fields;
        Self {
            shapes: Shapes::new(&wording.answers),
            user: UserReader::new(user, &wording.states),
            result: Keys::new(&[
                &result.email,
                &result.user_id,
                &result.status,
                &result.code,
                &result.message,
            ])
            .with_address(0),
            role: Keys::new(&[&role.id, &role.name, &role.weight, &role.members]),
            identity_provider: Keys::new(&[
                &provider.id,
                &provider.name,
                &provider.prefix,
                &provider.enabled,
            ]),
            organization: Keys::new(&[
                &organization.id,
                &organization.name,
                &organization.erp_id,
                &organization.kind,
                &organization.parent_id,
            ]),
        }
    }

    pub(crate) fn role(&self, item: Value) -> Option<Role> {
        let Value::Object(map) = item else { return None };
        let mut taken = self.role.take(map);
        Some(Role {
            id: taken.read(0, |value| self.shapes.id(value))?.into(),
            name: taken.read(1, scalar).unwrap_or_default(),
            weight: taken.read(2, number).and_then(|weight| i32::try_from(weight).ok()),
        })
    }

    /// A role's id, and the ids of those who hold it.
    fn members(&self, item: Value) -> Option<(String, Vec<String>)> {
        let Value::Object(map) = item else { return None };
        let mut taken = self.role.take(map);
        let id = taken.read(0, |value| self.shapes.id(value))?;
        Some((id, taken.read(3, |value| self.shapes.ids(value)).unwrap_or_default()))
    }

    pub(crate) fn identity_provider(&self, item: Value) -> Option<IdentityProvider> {
        let Value::Object(map) = item else { return None };
        let mut taken = self.identity_provider.take(map);
        Some(IdentityProvider {
            id: taken.read(0, |value| self.shapes.id(value))?.into(),
            name: taken.read(1, scalar).unwrap_or_default(),
            prefix: taken.read(2, scalar).filter(|prefix| !prefix.is_empty()),
            // A platform that lists a provider and says no more of it lets people use it.
            enabled: taken.read(3, truth).unwrap_or(true),
        })
    }

    pub(crate) fn organization(&self, item: Value) -> Option<Organization> {
        let Value::Object(map) = item else { return None };
        let mut taken = self.organization.take(map);
        Some(Organization {
            id: taken.read(0, |value| self.shapes.id(value))?.into(),
            name: taken.read(1, scalar).unwrap_or_default(),
            erp_id: taken.read(2, |value| self.shapes.id(value)),
            kind: taken.read(3, |value| self.shapes.word(value)),
            parent_id: taken.read(4, |value| self.shapes.id(value)).map(Into::into),
        })
    }
}

impl Platform {
    /// All roles.
    ///
    /// # Errors
    /// [`PlatformError`] when the list could not be had whole.
    pub async fn roles(&self) -> Result<Vec<Role>, PlatformError> {
        self.roles_with(Patience::Some).await
    }

    /// Which roles each person holds by the word of the roles, by the person's id; empty where the description does
    /// not say that roles list people.
    pub(crate) async fn memberships(
        &self,
        patience: Patience,
    ) -> Result<HashMap<String, Vec<RoleId>>, PlatformError> {
        let wording = &self.description().wording;
        let mut held: HashMap<String, Vec<RoleId>> = HashMap::new();
        if wording.fields.role.members.is_empty() {
            return Ok(held);
        }
        let roles =
            self.merged(Call::Roles, &wording.calls.roles, patience, Readers::members, |(id, _)| id).await?;
        for (role, people) in roles {
            for person in people {
                held.entry(person).or_default().push(RoleId(role.clone()));
            }
        }
        Ok(held)
    }

    /// The users with this address, asked for by it; `None` where the description has no such call. A platform may
    /// compare addresses in its own way, so whoever asks compares again.
    ///
    /// # Errors
    /// [`PlatformError`] when the answer could not be had whole.
    pub async fn look_up(&self, email: &str) -> Result<Option<Vec<User>>, PlatformError> {
        let Some(call) =
            self.description().wording.calls.user_by_email.as_ref().filter(|call| is_there(call))
        else {
            return Ok(None);
        };
        let call = about(call, email);
        let read = |readers: &Readers, item| readers.user.read(&readers.shapes, item);
        self.merged(Call::Users, &call, Patience::Some, read, |user| user.id.as_str()).await.map(Some)
    }

    /// The identity providers of every id in the scope, each once; none where the description has no such call.
    ///
    /// # Errors
    /// [`PlatformError`] when the list could not be had whole.
    pub async fn identity_providers(&self) -> Result<Vec<IdentityProvider>, PlatformError> {
        self.identity_providers_with(Patience::Some).await
    }

    /// The organizations under every id in the scope, each once; `None` where the description has
    /// no such call, or the platform has none (404) or does not allow it (403).
    ///
    /// # Errors
    /// [`PlatformError`] when the list could not be had whole for another reason.
    pub async fn organizations(&self) -> Result<Option<Vec<Organization>>, PlatformError> {
        self.organizations_with(Patience::Some).await
    }

    pub(crate) async fn roles_with(&self, patience: Patience) -> Result<Vec<Role>, PlatformError> {
        let call = &self.description().wording.calls.roles;
        self.merged(Call::Roles, call, patience, Readers::role, |role| role.id.as_str()).await
    }

    pub(crate) async fn identity_providers_with(
        &self,
        patience: Patience,
    ) -> Result<Vec<IdentityProvider>, PlatformError> {
        let call = self.description().wording.calls.identity_providers.as_ref();
        let Some(call) = call.filter(|call| is_there(call)) else { return Ok(Vec::new()) };
        let read = Readers::identity_provider;
        self.merged(Call::IdentityProviders, call, patience, read, |provider| provider.id.as_str()).await
    }

    pub(crate) async fn organizations_with(
        &self,
        patience: Patience,
    ) -> Result<Option<Vec<Organization>>, PlatformError> {
        let call = self.description().wording.calls.organizations.as_ref();
        let Some(call) = call.filter(|call| is_there(call)) else { return Ok(None) };
        let read = Readers::organization;
        let found = self.merged(Call::Organizations, call, patience, read, |one| one.id.as_str()).await;
        match found {
            Ok(list) => Ok(Some(list)),
            Err(error) if matches!(error.kind, Kind::NotFound | Kind::Forbidden) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The lists of all ids of the scope, each entry once, in the order of the first sight.
    async fn merged<T>(
        &self,
        what: Call,
        call: &ListCall,
        patience: Patience,
        read: impl Fn(&Readers, Value) -> Option<T>,
        id_of: impl Fn(&T) -> &str,
    ) -> Result<Vec<T>, PlatformError> {
        let (mut all, mut known) = (Vec::new(), HashSet::new());
        for id in ids_for(call, self.scope()) {
            for one in self.whole(what, call, &id, patience, &read, &id_of).await? {
                if known.insert(id_of(&one).to_owned()) {
                    all.push(one);
                }
            }
        }
        Ok(all)
    }

    async fn whole<T>(
        &self,
        what: Call,
        call: &ListCall,
        id: &str,
        patience: Patience,
        read: impl Fn(&Readers, Value) -> Option<T>,
        id_of: impl Fn(&T) -> &str,
    ) -> Result<Vec<T>, PlatformError> {
        let (mut pages, whose) = (Pages::new(call.paging.clone(), self.page_size()), (self.scope(), id));
        let (mut all, mut known) = (Vec::new(), HashSet::new());
        while pages.end().is_none() {
            let page = match self.list_page(what, call, whose, &pages.first_following(), patience).await {
                Err(error) if error.kind == Kind::NotFound && pages.no_such_page() => break,
                other => other?,
            };
            let count = page.items.len();
            let entries =
                page.items.into_iter().map(|item| read(self.readers(), item)).collect::<Option<Vec<T>>>();
            let entries = entries.ok_or_else(|| unreadable(what).with_detail("an entry has no id"))?;
            let before = all.len();
            all.extend(entries.into_iter().filter(|one| known.insert(id_of(one).to_owned())));
            pages.came(count, all.len() - before, page.total, page.next);
        }
        match pages.end() {
            Some(End::Partial(why)) => Err(only_a_part(what, why)),
            Some(End::Unmarked) if !self.marks_pages(what, call, whose, patience).await? => {
                Err(only_a_part(what, UNMARKED))
            }
            _ => Ok(all),
        }
    }

    /// Whether the answer to a question for a single entry names a next page where the description says. Then an answer
    /// that names none is the last one.
    pub(crate) async fn marks_pages(
        &self,
        what: Call,
        call: &ListCall,
        whose: (&Scope, &str),
        patience: Patience,
    ) -> Result<bool, PlatformError> {
        let single = Pages::new(call.paging.clone(), Some(1)).first_following();
        let page = self.list_page(what, call, whose, &single, patience).await?;
        Ok(page.next.leads_on())
    }
}

/// Whether a call is described: an empty path takes one away.
pub(crate) fn is_there(call: &ListCall) -> bool {
    !call.path.is_empty()
}

/// The ids for which a list is asked, one after the other: none of them where it is one list for all.
pub(crate) fn ids_for(call: &ListCall, scope: &Scope) -> Vec<String> {
    match call.is_per_id() {
        true => scope.ids().to_vec(),
        false => vec![scope.ids().first().cloned().unwrap_or_default()],
    }
}

/// The look-up of one address: it stands in the query, or in texts of the body.
fn about(call: &ListCall, email: &str) -> ListCall {
    let query = call.query.iter().map(|(name, value)| (name.clone(), with_email(value, email))).collect();
    let body = call.body.as_ref().map(|body| {
        let mut body: Value = serde_json::from_str(body).unwrap_or_default();
        change_texts(&mut body, &|text| with_email(text, email));
        body.to_string()
    });
    ListCall { query, body, ..call.clone() }
}

/// An address in the place of `{email}`, so that it can't end the text that it stands in: between single quotes
/// a quote is doubled (OData 4.01, 5.1.1.6.1), elsewhere `\` and `"` are escaped as in JSON (RFC 7644, 3.4.2.2).
fn with_email(value: &str, email: &str) -> String {
    let odata = value.contains("'{email}'");
    let safe = match odata {
        true => email.replace('\'', "''"),
        false => email.replace('\\', "\\\\").replace('"', "\\\""),
    };
    value.replace("{email}", &safe)
}

fn only_a_part(call: Call, why: &str) -> PlatformError {
    PlatformError::new(
        Kind::Unreadable,
        format!(
            "{} {why} {UNCHANGED} {}",
            sentence!("Only a part of {noun} could be read.", noun = call.noun()),
            phrase!("Try again; if it stays so, check the platform description's paging.")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_ends_the_text_that_it_stands_in() {
        let scim = |email| with_email("userName eq \"{email}\"", email);
        assert_eq!(scim("a@b.example"), "userName eq \"a@b.example\"");
        assert_eq!(scim("\"or\\\"@b"), "userName eq \"\\\"or\\\\\\\"@b\"");
        assert_eq!(with_email("mail eq '{email}'", "o'neil@b"), "mail eq 'o''neil@b'");
        assert_eq!(with_email("{email}", "o'neil@b"), "o'neil@b");
    }
}
