//! Who matches a query, field by field: a facet is counted over all fields but its own.

use crate::clocks;
use crate::columns::{Coded, Listed};
use crate::people::People;
use crate::records::{Shared, UNDATED};
use crate::{RoleCount, RosterError, UserQuery};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rollcall_core::AccountState;
use std::sync::Arc;

/// A field of a query that people are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Search,
    States,
    Roles,
    Providers,
    Organizations,
    Domains,
    Accessibilities,
    Created,
    Invitation,
    RoleCount,
    Ids,
}

/// For each field that is asked for, whom it lets through.
#[derive(Debug, Default)]
pub(crate) struct Filters(Vec<(Field, Arc<People>)>);

impl Filters {
    /// Who matches; `None` is everyone.
    pub(crate) fn all(&self) -> Option<People> {
        self.of(|_| true)
    }

    /// Who matches all fields but one.
    pub(crate) fn without(&self, field: Field) -> Option<People> {
        self.of(|other| other != field)
    }

    fn of(&self, counts: impl Fn(Field) -> bool) -> Option<People> {
        let mut sets = self.0.iter().filter(|(field, _)| counts(*field)).map(|(_, people)| people);
        let mut found = People::clone(sets.next()?);
        sets.for_each(|people| found.keep(people));
        Some(found)
    }

    pub(crate) fn add(&mut self, field: Field, people: impl Into<Arc<People>>) {
        self.0.push((field, people.into()));
    }
}

impl Listed<'_> {
    /// The fields that are columns.
    pub(crate) fn filter_columns(&self, query: &UserQuery, filters: &mut Filters) -> Result<(), RosterError> {
        if !query.states.is_empty() {
            let states: Vec<AccountState> =
                query.states.iter().map(|word| AccountState::from_word(word)).collect();
            let wanted = |word: &str| states.iter().any(|state| state.as_str() == word);
            filters.add(Field::States, having(&*self.coded(Shared::State)?, wanted));
        }
        if !query.identity_provider_ids.is_empty() {
            let wanted = |word: &str| query.identity_provider_ids.iter().any(|id| id.as_str() == word);
            filters.add(Field::Providers, having(&*self.coded(Shared::Provider)?, wanted));
        }
        if !query.mail_domains.is_empty() {
            let domains: Vec<String> =
                query.mail_domains.iter().map(|domain| domain.trim().to_lowercase()).collect();
            let wanted = |word: &str| domains.iter().any(|domain| domain == word);
            filters.add(Field::Domains, having(&*self.coded(Shared::Domain)?, wanted));
        }
        if !query.accessibilities.is_empty() {
            let wanted = |word: &str| query.accessibilities.iter().any(|one| one.trim() == word);
            filters.add(Field::Accessibilities, having(&*self.coded(Shared::Accessibility)?, wanted));
        }
        self.filter_sets(query, filters)?;
        if let Some(days) = days(query)? {
            let created = self.created()?;
            filters.add(
                Field::Created,
                People::of(&created, |second| second != UNDATED && days.contains(&second)),
            );
        }
        if !query.ids.is_empty() {
            filters.add(Field::Ids, self.these(query)?);
        }
        Ok(())
    }

    fn filter_sets(&self, query: &UserQuery, filters: &mut Filters) -> Result<(), RosterError> {
        if !query.role_ids.is_empty() {
            let sets = self.roles()?;
            let wanted: Vec<bool> =
                sets.ids.iter().map(|id| query.role_ids.iter().any(|one| one.as_str() == id)).collect();
            let holds = |listed: &Vec<u32>| listed.iter().any(|role| wanted[*role as usize]);
            let of_set: Vec<bool> = sets.listed.iter().map(holds).collect();
            filters.add(Field::Roles, People::of(&sets.codes, |set| of_set[set as usize]));
        }
        if let Some(count) = query.role_count {
            let sets = self.roles()?;
            let of_set: Vec<bool> = sets.members().iter().map(|roles| role_count(roles) == count).collect();
            filters.add(Field::RoleCount, People::of(&sets.codes, |set| of_set[set as usize]));
        }
        if !query.organization_ids.is_empty() {
            let (sets, above) = (self.organizations()?, self.organizations_above()?);
            let wanted = |place: &u32| {
                let id = self.names.every_organization().get(*place as usize);
                query.organization_ids.iter().any(|one| Some(one.as_str()) == id.map(String::as_str))
            };
            let or_none = query.organization_ids.iter().any(|one| one.as_str().is_empty());
            let belongs = |above: &Vec<u32>| (or_none && above.is_empty()) || above.iter().any(wanted);
            let of_set: Vec<bool> = above.iter().map(belongs).collect();
            filters.add(Field::Organizations, People::of(&sets.codes, |set| of_set[set as usize]));
        }
        Ok(())
    }

    /// Who is in the queue that is asked for.
    pub(crate) fn in_queue(&self, query: &UserQuery, clocks: &[(u32, i64)], now: i64) -> Option<People> {
        let queue = query.invitation?;
        let mut people = People::none(self.people);
        for (person, invited) in clocks {
            if clocks::is_in(queue, *invited, now) {
                people.insert(*person as usize);
            }
        }
        Some(people)
    }

    fn these(&self, query: &UserQuery) -> Result<People, RosterError> {
        let mut people = People::none(self.people);
        for id in &query.ids {
            self.add(&mut people, "SELECT n FROM user_$ WHERE id = ?1", [id.as_str()])?;
        }
        Ok(people)
    }
}

fn having(coded: &Coded, wanted: impl Fn(&str) -> bool) -> People {
    let of_code: Vec<bool> = coded.words.iter().map(|word| wanted(word)).collect();
    People::of(&coded.codes, |code| of_code[code as usize])
}

/// How many roles these are, each named once.
pub(crate) fn role_count(roles: &[u32]) -> RoleCount {
    match roles.len() {
        0 => RoleCount::None,
        1 => RoleCount::One,
        _ => RoleCount::Several,
    }
}

/// The seconds of the days of creation that are asked for.
fn days(query: &UserQuery) -> Result<Option<std::ops::Range<i64>>, RosterError> {
    if query.created_from.is_none() && query.created_until.is_none() {
        return Ok(None);
    }
    let first = query.created_from.as_deref().map_or(Ok(i64::MIN), |day| start(day, 0))?;
    let after = query.created_until.as_deref().map_or(Ok(i64::MAX), |day| start(day, 1))?;
    Ok(Some(first..after))
}

/// The second at which a day begins, or one so many days later.
fn start(day: &str, later: i64) -> Result<i64, RosterError> {
    const DAY: i64 = 24 * 60 * 60;
    let date: Date = day.trim().parse().map_err(|_| RosterError::NoDay)?;
    let midnight = TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).map_err(|_| RosterError::NoDay)?;
    Ok(midnight.as_second() + later * DAY)
}
