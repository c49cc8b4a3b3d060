//! How many people each choice of a filter would leave: every facet is counted over all other filters.

use crate::clocks;
use crate::columns::{Coded, Listed, Sets};
use crate::matching::{Field, Filters, role_count};
use crate::people::People;
use crate::records::{Shared, UNDATED};
use crate::{InvitationQueue, RoleCount, RosterError, UserQuery};
use serde::Serialize;
use specta::Type;
use std::collections::HashMap;

/// The most mail domains that are told beside the chosen ones.
const MOST_DOMAINS: usize = 100;

/// The most months that are told.
const MOST_MONTHS: i64 = 1_200;

/// The choices of every filter with the people that each leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UserFacets {
    /// People who match all filters.
    pub matching: u32,
    /// Account states that anybody has: New, Active, Blocked, then others by name.
    pub states: Vec<FacetValue>,
    /// Roles in the order listed, then those that are only held.
    pub roles: Vec<FacetValue>,
    /// Identity providers in the order listed, then those that are only used, then none (`""`).
    pub identity_providers: Vec<FacetValue>,
    /// Organizations in the order listed, then none (`""`).
    pub organizations: Vec<OrganizationFacet>,
    /// Mail domains that hold what was searched for, those of most people first and at most 100, then those that
    /// are chosen beside them.
    pub mail_domains: Vec<FacetValue>,
    /// How many mail domains of anybody hold what was searched for.
    pub mail_domains_total: u32,
    /// What the platform calls accessibility, by name; then none (`""`).
    pub accessibilities: Vec<FacetValue>,
    /// Every month from the first creation to the last, those without people too; the last 1,200 of them.
    pub created: Vec<MonthCount>,
    /// People whose creation date is not known.
    pub created_unknown: u32,
    /// The queues of people who have not accepted, all four.
    pub invitations: Vec<QueueCount>,
    /// People by how many roles they hold, all three.
    pub role_counts: Vec<RoleCountCount>,
}

/// A value that people can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FacetValue {
    /// What the query takes.
    pub id: String,
    /// What to call it; empty for people without a value.
    pub label: String,
    /// People it would leave.
    pub people: u32,
}

/// An organization that people can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationFacet {
    /// What the query takes.
    pub id: String,
    /// `Name – ERP id`, the name alone, or the id; empty for people without an organization.
    pub label: String,
    /// "Distributor", "Seller", "Customer", or what the platform wrote.
    pub kind: Option<String>,
    /// The organization above it, which may be one that is not listed.
    pub parent_id: Option<String>,
    /// People of it and of everything below it, each once.
    pub people: u32,
}

/// People created in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MonthCount {
    /// `YYYY-MM`, in UTC.
    pub month: String,
    /// How many.
    pub people: u32,
}

/// People in a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QueueCount {
    /// The queue.
    pub queue: InvitationQueue,
    /// How many.
    pub people: u32,
}

/// People who hold so many roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoleCountCount {
    /// How many roles.
    pub count: RoleCount,
    /// How many people.
    pub people: u32,
}

/// What is counted, and over whom.
pub(crate) struct Counted<'a> {
    pub(crate) listed: Listed<'a>,
    pub(crate) query: &'a UserQuery,
    pub(crate) filters: &'a Filters,
    /// When each New person was invited.
    pub(crate) clocks: &'a [(u32, i64)],
    pub(crate) now: i64,
}

impl Counted<'_> {
    pub(crate) fn facets(&self, domain_search: &str) -> Result<UserFacets, RosterError> {
        let (mail_domains, mail_domains_total) = self.domains(domain_search)?;
        let (created, created_unknown) = self.created()?;
        Ok(UserFacets {
            matching: self.filters.all().map_or(self.listed.people, |people| people.count()) as u32,
            states: self.states()?,
            roles: self.roles()?,
            identity_providers: self.providers()?,
            organizations: self.organizations()?,
            mail_domains,
            mail_domains_total,
            accessibilities: self.accessibilities()?,
            created,
            created_unknown,
            invitations: self.invitations(),
            role_counts: self.role_counts()?,
        })
    }

    fn states(&self) -> Result<Vec<FacetValue>, RosterError> {
        let chosen = self
            .query
            .states
            .iter()
            .map(|word| rollcall_core::AccountState::from_word(word).as_str().to_owned());
        let mut values = self.words(Shared::State, Field::States, chosen, str::to_owned)?;
        let known = |id: &str| ["New", "Active", "Blocked"].iter().position(|word| *word == id);
        values.sort_by(|a, b| {
            let place = |value: &FacetValue| known(&value.id).unwrap_or(usize::MAX);
            place(a).cmp(&place(b)).then_with(|| a.id.cmp(&b.id))
        });
        Ok(values)
    }

    fn accessibilities(&self) -> Result<Vec<FacetValue>, RosterError> {
        let chosen = self.query.accessibilities.iter().map(|one| one.trim().to_owned());
        let mut values = self.words(Shared::Accessibility, Field::Accessibilities, chosen, str::to_owned)?;
        values.sort_by(|a, b| (a.id.is_empty(), &a.id).cmp(&(b.id.is_empty(), &b.id)));
        Ok(values)
    }

    fn providers(&self) -> Result<Vec<FacetValue>, RosterError> {
        let names = self.listed.names;
        let listed = names.listed_providers().iter().cloned();
        let chosen = listed.chain(self.query.identity_provider_ids.iter().map(|id| id.0.clone()));
        let label = |id: &str| names.identity_provider(id).to_owned();
        let mut values = self.words(Shared::Provider, Field::Providers, chosen, label)?;
        sort_as_listed(&mut values, names.listed_providers());
        Ok(values)
    }

    /// All words of a column and the chosen ones.
    fn words(
        &self,
        column: Shared,
        field: Field,
        chosen: impl Iterator<Item = String>,
        label: impl Fn(&str) -> String,
    ) -> Result<Vec<FacetValue>, RosterError> {
        let coded = self.listed.coded(column)?;
        let counts = self.count_words(&coded, field);
        let mut values: Vec<FacetValue> =
            coded.words.iter().zip(counts).map(|(id, people)| value(id, &label, people)).collect();
        add_missing(&mut values, chosen, &label);
        Ok(values)
    }

    fn count_words(&self, coded: &Coded, field: Field) -> Vec<u32> {
        tally(&coded.codes, coded.words.len(), self.filters.without(field).as_ref())
    }

    fn roles(&self) -> Result<Vec<FacetValue>, RosterError> {
        let (sets, names) = (self.listed.roles()?, self.listed.names);
        let counts = self.count_sets(&sets, Field::Roles);
        let mut people = vec![0; sets.ids.len()];
        for (roles, count) in sets.members().iter().zip(counts) {
            roles.iter().for_each(|role| people[*role as usize] += count);
        }
        let label = |id: &str| names.role(id).to_owned();
        let mut values: Vec<FacetValue> =
            sets.ids.iter().zip(people).map(|(id, people)| value(id, label, people)).collect();
        let listed = names.listed_roles().iter().cloned();
        add_missing(&mut values, listed.chain(self.query.role_ids.iter().map(|id| id.0.clone())), label);
        sort_as_listed(&mut values, names.listed_roles());
        Ok(values)
    }

    fn role_counts(&self) -> Result<Vec<RoleCountCount>, RosterError> {
        let sets = self.listed.roles()?;
        let counts = self.count_sets(&sets, Field::RoleCount);
        let members = sets.members();
        let of = |count: RoleCount| {
            let sets = members.iter().zip(&counts).filter(|(roles, _)| role_count(roles) == count);
            RoleCountCount { count, people: sets.map(|(_, people)| people).sum() }
        };
        Ok(RoleCount::ALL.map(of).to_vec())
    }

    fn count_sets(&self, sets: &Sets, field: Field) -> Vec<u32> {
        tally(&sets.codes, sets.listed.len(), self.filters.without(field).as_ref())
    }

    fn organizations(&self) -> Result<Vec<OrganizationFacet>, RosterError> {
        let (sets, above) = (self.listed.organizations()?, self.listed.organizations_above()?);
        let names = self.listed.names;
        let counts = self.count_sets(&sets, Field::Organizations);
        let mut people = vec![0; names.every_organization().len()];
        let mut without = None;
        for (set, count) in above.iter().zip(counts) {
            if set.is_empty() {
                without = Some(without.unwrap_or(0) + count);
            }
            set.iter().for_each(|organization| people[*organization as usize] += count);
        }
        let chosen = |id: &str| self.query.organization_ids.iter().any(|one| one.as_str() == id);
        let known = names.every_organization().iter().zip(people).enumerate();
        let mut values: Vec<OrganizationFacet> = known
            // What is only named as being above another one has neither name nor place of its own.
            .filter(|(at, (id, _))| *at < names.listed_organizations().len() || chosen(id))
            .map(|(at, (id, people))| names.organization_facet(at, id, people))
            .collect();
        let unknown = self.query.organization_ids.iter().map(|id| id.as_str());
        for id in unknown.filter(|id| !id.is_empty()) {
            if values.iter().all(|value| value.id != id) {
                values.push(nowhere(id, id, 0));
            }
        }
        if without.is_some() || chosen("") {
            values.push(nowhere("", "", without.unwrap_or(0)));
        }
        Ok(values)
    }

    fn domains(&self, search: &str) -> Result<(Vec<FacetValue>, u32), RosterError> {
        let coded = self.listed.coded(Shared::Domain)?;
        let counts = self.count_words(&coded, Field::Domains);
        let search = search.trim().to_lowercase();
        let holds = |(domain, people): &(&String, u32)| *people > 0 && domain.contains(&search);
        let mut found: Vec<(&String, u32)> =
            coded.words.iter().zip(counts.iter().copied()).filter(holds).collect();
        let total = found.len() as u32;
        let most_first = |a: &(&String, u32), b: &(&String, u32)| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0));
        if found.len() > MOST_DOMAINS {
            found.select_nth_unstable_by(MOST_DOMAINS, most_first);
            found.truncate(MOST_DOMAINS);
        }
        found.sort_unstable_by(most_first);
        let label = |id: &str| id.to_owned();
        let mut values: Vec<FacetValue> =
            found.into_iter().map(|(id, people)| value(id, label, people)).collect();
        for chosen in &self.query.mail_domains {
            let chosen = chosen.trim().to_lowercase();
            if values.iter().all(|value| value.id != chosen) {
                let at = coded.words.iter().position(|word| *word == chosen);
                values.push(value(&chosen, label, at.map_or(0, |at| counts[at])));
            }
        }
        Ok((values, total))
    }

    fn created(&self) -> Result<(Vec<MonthCount>, u32), RosterError> {
        let created = self.listed.created()?;
        let people = self.filters.without(Field::Created);
        let (mut months, mut unknown) = (HashMap::<i64, u32>::new(), 0);
        let mut last = (i64::MIN, i64::MIN, 0);
        // Neighbours are often of one month: its end is reckoned once.
        let mut month = |second: i64| {
            if !(last.0..last.1).contains(&second) {
                last = month_of(second);
            }
            last.2
        };
        let mut count = |second: i64| match second {
            UNDATED => unknown += 1,
            second => *months.entry(month(second)).or_default() += 1,
        };
        match &people {
            Some(people) => people.places().for_each(|person| count(created[person])),
            None => created.iter().for_each(|second| count(*second)),
        }
        Ok((every_month(&months), unknown))
    }

    fn invitations(&self) -> Vec<QueueCount> {
        let people = self.filters.without(Field::Invitation);
        let counted = |person: u32| people.as_ref().is_none_or(|people| people.contains(person as usize));
        let mut counts = InvitationQueue::ALL.map(|queue| QueueCount { queue, people: 0 });
        for (_, invited) in self.clocks.iter().filter(|(person, _)| counted(*person)) {
            for count in &mut counts {
                count.people += u32::from(clocks::is_in(count.queue, *invited, self.now));
            }
        }
        counts.to_vec()
    }
}

/// How many people have each code.
fn tally(codes: &[u32], different: usize, people: Option<&People>) -> Vec<u32> {
    let mut counts = vec![0; different];
    match people {
        Some(people) => people.places().for_each(|person| counts[codes[person] as usize] += 1),
        None => codes.iter().for_each(|code| counts[*code as usize] += 1),
    }
    counts
}

fn value(id: &str, label: impl Fn(&str) -> String, people: u32) -> FacetValue {
    FacetValue { id: id.to_owned(), label: if id.is_empty() { String::new() } else { label(id) }, people }
}

fn nowhere(id: &str, label: &str, people: u32) -> OrganizationFacet {
    OrganizationFacet { id: id.into(), label: label.into(), kind: None, parent_id: None, people }
}

fn add_missing(
    values: &mut Vec<FacetValue>,
    ids: impl Iterator<Item = String>,
    label: impl Fn(&str) -> String,
) {
    for id in ids {
        if values.iter().all(|value| value.id != id) {
            values.push(value(&id, &label, 0));
        }
    }
}

/// In the order listed, then by id; people without a value last.
fn sort_as_listed(values: &mut [FacetValue], listed: &[String]) {
    let place: HashMap<&str, usize> = listed.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    values.sort_by_cached_key(|value| {
        let place = place.get(value.id.as_str()).copied().unwrap_or(usize::MAX);
        (value.id.is_empty(), place, value.id.clone())
    });
}

/// The month of a second, counted from the year 0, between the seconds at which it begins and ends.
///
/// Source: the calendar of 400 years as whole days, counted from a 1st of March.
fn month_of(second: i64) -> (i64, i64, i64) {
    const DAY: i64 = 24 * 60 * 60;
    let day = second.div_euclid(DAY);
    let from_march = day + 719_468;
    let era = from_march.div_euclid(146_097);
    let of_era = from_march.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march_month = (5 * of_year + 2) / 153;
    let first_of_month = (153 * march_month + 2) / 5;
    let next_month = (153 * (march_month + 1) + 2) / 5;
    let begins = day - (of_year - first_of_month);
    // Of February the end is not known here: every 1st of March is a new year.
    let length = if march_month == 11 { 28 } else { next_month - first_of_month };
    let months = (era * 400 + year) * 12 + march_month + 2;
    (begins * DAY, (begins + length) * DAY, months)
}

fn every_month(months: &HashMap<i64, u32>) -> Vec<MonthCount> {
    let (Some(first), Some(last)) = (months.keys().min(), months.keys().max()) else { return Vec::new() };
    let first = *first.max(&(last - MOST_MONTHS + 1));
    let count = |month: i64| MonthCount {
        month: format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1),
        people: months.get(&month).copied().unwrap_or(0),
    };
    (first..=*last).map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_second_is_of_the_month_that_the_calendar_says(second in -60_000_000_000_i64..200_000_000_000) {
            let (begins, ends, month) = month_of(second);
            let date = Timestamp::from_second(second).expect("a time");
            let date = TimeZone::UTC.to_datetime(date);
            prop_assert_eq!(month, i64::from(date.year()) * 12 + i64::from(date.month()) - 1);
            prop_assert!(begins <= second);
            prop_assert_eq!(month_of(begins).2, month);
            prop_assert_eq!(month_of(ends - 1).2, month);
        }
    }
}
