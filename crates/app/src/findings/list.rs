//! Use cases: the findings of a connection, and their people.

use super::judged::Judged;
use super::mutes::{Mute, mutes};
use super::rows::rows;
use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use jiff::Timestamp;
use rollcall_core::UserId;
use rollcall_findings::{Filter, Finding, Part};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most people whose ids a question carries.
const MOST_IDS: usize = 2_000;

/// The age in days from which on the list has a queue of its own.
const QUEUE_DAYS: u32 = 30;

/// All that the rules found of one list, what people hold on other platforms included.
pub(super) struct Told {
    pub(super) judged: Arc<Judged>,
    /// The worst first, then the most people.
    pub(super) findings: Vec<Finding>,
    pub(super) mutes: BTreeMap<Rule, Mute>,
}

impl Told {
    /// Whether somebody muted it, and for all that is found now.
    pub(super) fn is_muted(&self, finding: &Finding) -> bool {
        let mute = self.mutes.get(&finding.rule);
        mute.is_some_and(|mute| mute.new_in(finding) == 0)
    }
}

impl App {
    /// What the list of people shows that somebody should look at. Worked out when it is first asked for after a refresh.
    pub async fn findings(&self, profile: String) -> Result<FindingsView, AppError> {
        let Some(told) = self.told(&profile).await? else { return Ok(nothing_fetched()) };
        let (muted, open): (Vec<_>, Vec<_>) =
            told.findings.iter().partition(|finding| told.is_muted(finding));
        let view = |finding: &Finding| shown(finding, told.mutes.get(&finding.rule));
        let is_clear = |rule: &Rule| told.findings.iter().all(|finding| finding.rule != *rule);
        let clear = Rule::ALL.into_iter().filter(is_clear);
        Ok(FindingsView {
            as_of: Some(told.judged.as_of()),
            complete: told.judged.complete,
            people: told.judged.judgement.people,
            findings: open.into_iter().map(view).collect(),
            muted: muted.into_iter().map(view).collect(),
            clear: clear.map(|rule| ClearRule { rule, title: rule.title().to_owned() }).collect(),
        })
    }

    /// A window of the people of a finding; `limit` is 500 at most.
    pub async fn finding_people(
        &self,
        profile: String,
        rule: Rule,
        offset: u32,
        limit: u32,
    ) -> Result<FindingPeople, AppError> {
        let told = self.told(&profile).await?;
        let found = told.and_then(|told| told.findings.into_iter().find(|finding| finding.rule == rule));
        let people: Vec<UserId> = found.map(|finding| finding.people).unwrap_or_default();
        let total = count(people.len());
        let rows = self.ask(&profile, move |roster| rows(roster, &people, offset, limit)).await?;
        Ok(FindingPeople { total, rows })
    }

    pub(super) async fn told(&self, profile: &str) -> Result<Option<Told>, AppError> {
        let Some(judged) = self.judged(profile).await? else { return Ok(None) };
        let elsewhere = self.found_elsewhere(profile, &judged).await?;
        let mut findings = judged.judgement.findings.clone();
        findings.extend(elsewhere);
        findings.sort_by_key(|one| (one.rule.severity(), std::cmp::Reverse(one.people.len()), one.rule));
        let folder = self.platform(profile).await?.folder.clone();
        let mutes = blocking(move || mutes(&folder, Timestamp::now())).await?;
        Ok(Some(Told { judged, findings, mutes }))
    }
}

fn nothing_fetched() -> FindingsView {
    let (findings, muted, clear) = (Vec::new(), Vec::new(), Vec::new());
    FindingsView { as_of: None, complete: false, people: 0, findings, muted, clear }
}

fn shown(finding: &Finding, mute: Option<&Mute>) -> FindingView {
    let part = |part: &Part| FindingPart { label: part.label.clone(), people: part.people };
    FindingView {
        rule: finding.rule,
        severity: finding.rule.severity(),
        title: finding.rule.title().to_owned(),
        meaning: finding.rule.meaning().to_owned(),
        to_do: finding.rule.to_do().to_owned(),
        people: count(finding.people.len()),
        parts: finding.parts.iter().map(part).collect(),
        parts_total: finding.parts_total,
        basis: finding.basis.clone(),
        query: query(finding),
        mute: mute.map(|mute| mute.shown(finding)),
    }
}

/// What shows exactly the people of a finding in the list.
fn query(finding: &Finding) -> Option<UserQuery> {
    let by_filter = finding.filter.as_ref().and_then(filtered);
    by_filter.or_else(|| {
        let few = !finding.people.is_empty() && finding.people.len() <= MOST_IDS;
        few.then(|| UserQuery { ids: finding.people.clone(), ..UserQuery::default() })
    })
}

/// The filter as a question to the list, where the list can be asked so.
fn filtered(filter: &Filter) -> Option<UserQuery> {
    let invitation = match filter.invited_days_ago {
        None => None,
        Some(QUEUE_DAYS) => Some(InvitationQueue::OlderThan30Days),
        Some(_) => return None,
    };
    Some(UserQuery {
        states: filter.states.clone(),
        role_ids: filter.role_ids.clone(),
        identity_provider_ids: filter.identity_provider_ids.clone(),
        organization_ids: filter.organization_ids.clone(),
        mail_domains: filter.mail_domains.clone(),
        invitation,
        role_count: filter.without_role.then_some(RoleCount::None),
        ..UserQuery::default()
    })
}

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_filter_says_is_asked_for_by_ids_while_they_are_few() {
        let finding = |people: usize| Finding {
            rule: Rule::Duplicates,
            people: (0..people).map(|n| UserId::from(n.to_string())).collect(),
            parts: Vec::new(),
            parts_total: 0,
            basis: Vec::new(),
            filter: None,
        };
        assert_eq!(query(&finding(2)).expect("by ids").ids, ["0".into(), "1".into()]);
        assert_eq!(query(&finding(MOST_IDS + 1)), None);
        assert_eq!(query(&finding(0)), None, "no ids would mean everybody");
    }

    #[test]
    fn an_age_that_the_list_has_no_queue_for_is_no_filter() {
        let filter = |days| filtered(&Filter { invited_days_ago: Some(days), ..Filter::default() });
        let queue = filter(30).expect("a question").invitation;
        assert_eq!((queue, filter(31)), (Some(InvitationQueue::OlderThan30Days), None));
    }
}
