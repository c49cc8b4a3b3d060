//! Use cases: read a platform's lists with a description before a connection uses it.

use super::client;
use crate::App;
use crate::contract::*;
use rollcall_core::{AccountState, CanonicalEmail, IdentityProvider, Organization, Role, User};
use rollcall_platform::{Platform, PlatformError};

/// Whether a record holds a field.
type Holds<T> = fn(&T) -> bool;

const USER: &[(&str, Holds<User>)] = &[
    ("id", |user| !user.id.as_str().is_empty()),
    ("email", |user| user.email.contains('@')),
    ("first_name", |user| !user.first_name.is_empty()),
    ("last_name", |user| !user.last_name.is_empty()),
    ("created", |user| user.created_at.is_some()),
    ("state", |user| !matches!(user.state, AccountState::Other(_))),
    ("roles", |user| !user.role_ids.is_empty()),
    ("identity_provider", |user| user.identity_provider_id.is_some()),
    ("organizations", |user| !user.organization_ids.is_empty()),
];
const ROLE: &[(&str, Holds<Role>)] = &[
    ("id", |role| !role.id.as_str().is_empty()),
    ("name", |role| !role.name.is_empty()),
    ("weight", |role| role.weight.is_some()),
];
const PROVIDER: &[(&str, Holds<IdentityProvider>)] = &[
    ("id", |provider| !provider.id.as_str().is_empty()),
    ("name", |provider| !provider.name.is_empty()),
    ("prefix", |provider| provider.prefix.is_some()),
];
const ORGANIZATION: &[(&str, Holds<Organization>)] = &[
    ("id", |organization| !organization.id.as_str().is_empty()),
    ("name", |organization| !organization.name.is_empty()),
    ("erp_id", |organization| organization.erp_id.is_some()),
];

impl App {
    /// Asks a connection's platform for each list as the description `choice` says, changes nothing and keeps
    /// nothing, and says what was read.
    ///
    /// # Errors
    /// A description that can't be used, or credentials that are missing.
    pub async fn try_description(
        &self,
        profile: String,
        choice: DescriptionChoice,
    ) -> Result<Vec<TriedList>, AppError> {
        let profile = super::Profile { description: choice, ..self.profile(&profile)? };
        let needs = super::needs_of(&profile.description)?;
        let client = match profile.id == SAMPLE_PROFILE {
            true => client::of_connection(&profile, self.inner.sample.connection().await?)?,
            false => self.new_client(&profile).await?,
        };
        let mut lists = vec![users(&client).await];
        lists.push(tried(ApiCall::Roles, client.roles().await, ROLE));
        if needs.identity_providers {
            lists.push(tried(ApiCall::IdentityProviders, client.identity_providers().await, PROVIDER));
        }
        match client.organizations().await {
            Ok(None) => {}
            Ok(Some(list)) => lists.push(tried(ApiCall::Organizations, Ok(list), ORGANIZATION)),
            Err(error) => lists.push(tried(ApiCall::Organizations, Err(error), ORGANIZATION)),
        }
        Ok(lists)
    }
}

async fn users(client: &Platform) -> TriedList {
    let page = client.scan_users().next().await;
    let total = page.as_ref().ok().and_then(|page| page.as_ref()?.total);
    let first = page.map(|page| page.map_or_else(Vec::new, |page| page.users));
    let somebody = first.iter().flatten().map(|user| user.email.clone()).find(|email| email.contains('@'));
    let mut list = TriedList { total, ..tried(ApiCall::Users, first, USER) };
    if let (true, Some(total)) = (list.ok, total) {
        list.sentence.push_str(&format!(" The platform says that there are {total}."));
    }
    if let Some(email) = somebody {
        looked_up(client, &email, &mut list).await;
    }
    list
}

/// Whether somebody who is listed is found by address too, where the description says how to ask.
async fn looked_up(client: &Platform, email: &str, list: &mut TriedList) {
    let same = |user: &User| CanonicalEmail::of_listed(&user.email) == CanonicalEmail::of_listed(email);
    let (ok, sentence) = match client.look_up(email).await {
        Ok(None) => return,
        Ok(Some(found)) if found.iter().any(same) => (true, "One of them was found by address.".to_owned()),
        Ok(Some(_)) => (false, "One of them was not found by address; check calls.user_by_email.".to_owned()),
        Err(error) => (false, format!("One of them could not be looked up by address: {}", error.sentence)),
    };
    list.ok &= ok;
    list.sentence = format!("{} {sentence}", list.sentence);
}

fn tried<T>(
    call: ApiCall,
    came: Result<Vec<T>, PlatformError>,
    fields: &[(&'static str, Holds<T>)],
) -> TriedList {
    let count = |records: usize| u32::try_from(records).unwrap_or(u32::MAX);
    match came {
        Ok(records) => {
            let found = |holds: &Holds<T>| count(records.iter().filter(|record| holds(record)).count());
            TriedList {
                call,
                ok: true,
                sentence: format!("{} were read.", records.len()),
                read: count(records.len()),
                total: None,
                fields: fields
                    .iter()
                    .map(|(field, holds)| TriedField { field, found: found(holds) })
                    .collect(),
            }
        }
        Err(error) => {
            TriedList { call, ok: false, sentence: error.sentence, read: 0, total: None, fields: Vec::new() }
        }
    }
}
