//! Use cases: everything that is known of one person.

use super::browse::{clock, full_name, others};
use crate::App;
use crate::contract::*;
use crate::errors::{of_journal, of_roster};
use crate::platforms::OpenPlatform;
use crate::runs::in_words;
use jiff::Timestamp;
use rollcall_core::{
    CanonicalEmail, IdentityProvider, Organization, ProviderPrefixes, Role, User, UserId, phrase,
};
use rollcall_roster::{Invited, Roster};
use serde_json::Value;

impl App {
    /// Everything about one person.
    pub async fn user_detail(&self, profile: String, user: UserId) -> Result<UserDetail, AppError> {
        let platform = self.platform(&profile).await?;
        self.ask(&profile, move |roster| {
            let person = roster.user(&user).map_err(of_roster)?.ok_or_else(missing)?;
            detail(roster, &platform, person)
        })
        .await
    }
}

fn missing() -> AppError {
    AppError::new(
        ErrorCode::BadRequest,
        phrase!("This person is no longer listed. The list may have been refreshed since."),
    )
}

fn detail(roster: &Roster, platform: &OpenPlatform, person: User) -> Result<UserDetail, AppError> {
    let roles = roles(&person, roster.roles().map_err(of_roster)?.into_iter().map(|held| held.role));
    let organizations =
        roster.organizations().map_err(of_roster)?.into_iter().map(|known| known.organization);
    let organizations: Vec<Organization> =
        organizations.filter(|one| person.organization_ids.contains(&one.id)).collect();
    let providers = roster.identity_providers().map_err(of_roster)?.into_iter();
    let (identity_provider, found_by) = provider(&person, providers.map(|used| used.identity_provider));
    let (json, raw) = json(roster, &person)?;
    let row = in_a_list(&person, roster.invited(&person), &roles, &organizations, identity_provider.as_ref());
    Ok(UserDetail {
        other: row.other.clone(),
        person: row,
        roles,
        organizations,
        identity_provider,
        found_by,
        runs: runs(platform, &person)?,
        external_id: person.external_id,
        accessibility: person.accessibility,
        json,
        raw,
    })
}

/// Somebody as JSON, and whether these are the platform's own words.
fn json(roster: &Roster, person: &User) -> Result<(String, bool), AppError> {
    let sent = roster.raw(&person.id).map_err(of_roster)?;
    let sent = sent.and_then(|sent| serde_json::from_str::<Value>(&sent).ok());
    let text = match &sent {
        Some(sent) => serde_json::to_string_pretty(sent),
        None => serde_json::to_string_pretty(person),
    };
    let text = text.map_err(|problem| {
        AppError::new(ErrorCode::Internal, phrase!("This person can't be shown as JSON."))
            .with_detail(problem.to_string())
    })?;
    Ok((text, sent.is_some()))
}

fn in_a_list(
    person: &User,
    invited: Option<Invited>,
    roles: &[Role],
    organizations: &[Organization],
    provider: Option<&IdentityProvider>,
) -> UserRow {
    UserRow {
        id: person.id.clone(),
        name: full_name(&person.first_name, &person.last_name),
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        email: person.email.clone(),
        state: person.state.as_str().to_owned(),
        invitation: invited.and_then(|invited| clock(invited, Timestamp::now())),
        roles: roles.iter().map(|role| role.name.clone()).collect(),
        organizations: organizations.iter().map(Organization::label).collect(),
        identity_provider: provider.map(|provider| provider.name.clone()),
        created_at: person.created_at.clone(),
        accessibility: person.accessibility.clone(),
        external_id: person.external_id.clone(),
        mail_domain: CanonicalEmail::of_listed(&person.email).domain().to_owned(),
        other: others(&person.other),
    }
}

/// What somebody holds, in the order listed; then what the platform does not list, known by its id alone.
fn roles(person: &User, listed: impl Iterator<Item = Role>) -> Vec<Role> {
    let mut roles: Vec<Role> = listed.filter(|role| person.role_ids.contains(&role.id)).collect();
    for id in &person.role_ids {
        if !roles.iter().any(|role| role.id == *id) {
            roles.push(Role { id: id.clone(), name: id.to_string(), weight: None });
        }
    }
    roles
}

/// How somebody signs in: as the list says, else as the id at the provider begins. One that the platform does not list is
/// known by its id alone.
fn provider(
    person: &User,
    listed: impl Iterator<Item = IdentityProvider>,
) -> (Option<IdentityProvider>, ProviderFoundBy) {
    let listed: Vec<IdentityProvider> = listed.collect();
    let prefixes = ProviderPrefixes::of(&listed);
    let Some(id) = prefixes.provider_of(person) else { return (None, ProviderFoundBy::None) };
    let named = person.identity_provider_id.as_ref().is_some_and(|named| named.as_str().trim() == id);
    let found_by = if named { ProviderFoundBy::Id } else { ProviderFoundBy::Prefix };
    let known = listed.iter().find(|provider| provider.id.as_str() == id).cloned();
    (Some(known.unwrap_or_else(|| unlisted(id))), found_by)
}

fn unlisted(provider: &str) -> IdentityProvider {
    IdentityProvider { id: provider.into(), name: provider.to_owned(), prefix: None, enabled: true }
}

fn runs(platform: &OpenPlatform, person: &User) -> Result<Vec<RunOfPerson>, AppError> {
    if person.email.is_empty() {
        return Ok(Vec::new());
    }
    let runs = platform.journal.runs_of(&CanonicalEmail::of_listed(&person.email)).map_err(of_journal)?;
    let shown = |of: rollcall_runs::RunOfPerson| RunOfPerson {
        run_id: of.run.to_string(),
        title: of.title,
        started_at: of.started_at,
        outcome: in_words(of.row.state).to_owned(),
    };
    Ok(runs.into_iter().map(shown).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::AccountState;

    fn person(provider: Option<&str>, external_id: Option<&str>) -> User {
        User {
            id: "1".into(),
            email: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            state: AccountState::Active,
            created_at: None,
            accessibility: None,
            role_ids: vec![],
            identity_provider_id: provider.map(Into::into),
            external_id: external_id.map(Into::into),
            organization_ids: vec![],
            other: serde_json::Map::new(),
            raw: None,
        }
    }

    #[test]
    fn a_provider_is_found_by_its_id_and_else_by_how_the_external_id_begins() {
        let known = |id: &str, prefix: Option<&str>| IdentityProvider {
            id: id.into(),
            name: id.to_uppercase(),
            prefix: prefix.map(Into::into),
            enabled: true,
        };
        let found = |person: User| {
            let all = [known("a", Some("waad")), known("b", None), known("c", Some("auth0"))];
            let (provider, by) = provider(&person, all.into_iter());
            (provider.map(|provider| provider.name), by)
        };
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(found(person(Some("b"), Some("auth0|1"))), (named("B"), ProviderFoundBy::Id));
        assert_eq!(found(person(Some("gone"), Some("auth0|1"))), (named("gone"), ProviderFoundBy::Id));
        assert_eq!(found(person(None, Some("AUTH0|x|1"))), (named("C"), ProviderFoundBy::Prefix));
        for nothing in [None, Some("auth0"), Some("auth02|1"), Some("|1")] {
            assert_eq!(found(person(None, nothing)), (None, ProviderFoundBy::None), "{nothing:?}");
        }
    }

    #[test]
    fn a_role_that_is_not_listed_is_held_all_the_same() {
        let listed = |id: &str| Role { id: id.into(), name: id.to_uppercase(), weight: Some(1) };
        let mut holder = person(None, None);
        holder.role_ids = ["gone", "b", "gone", "a"].map(Into::into).to_vec();
        let held = roles(&holder, ["a", "b", "c"].map(listed).into_iter());
        let names: Vec<_> = held.iter().map(|role| role.name.as_str()).collect();
        assert_eq!(names, ["A", "B", "gone"]);
    }

    #[test]
    fn a_list_from_before_records_were_kept_shows_what_was_read_of_it_and_says_so() {
        let folder = tempfile::tempdir().expect("a folder");
        let person = person(None, Some("waad|7"));
        let roster = super::super::round_trip::roster(folder.path(), std::slice::from_ref(&person), "any");
        let (text, raw) = json(&roster, &person).expect("JSON");
        assert!(!raw && text.contains(r#""externalId": "waad|7""#), "{text}");
    }
}
