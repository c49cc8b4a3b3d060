//! Deals the faults of a plan out to calls.

use crate::faults::{Endpoint, Fault, FaultPlan, Then, When};
use crate::limits::{Allowance, SlidingWindow};
use crate::mix::mix;
use std::time::{Duration, Instant};

/// What the plan looks at in a call.
#[derive(Clone, Debug)]
pub(crate) struct Call<'a> {
    pub endpoint: Option<Endpoint>,
    pub method: &'a str,
    pub page: u64,
    pub body: &'a [u8],
}

/// What befalls one call.
#[derive(Debug, Default)]
pub(crate) struct Dealt {
    /// The gateway's own refusal.
    pub turned_away: Option<TurnedAway>,
    pub wait_before: Duration,
    pub wait_after: Duration,
    pub token_expires: bool,
    /// How the call ends before anything is done.
    pub before: Option<Ending>,
    /// How the call ends after everything was done.
    pub after: Option<Ending>,
    pub invite: InviteFaults,
    pub list: ListFaults,
}

/// Why the gateway lets a call not through, and how long it says to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TurnedAway {
    RateLimit(Duration),
    Quota(Duration),
}

/// How a call ends otherwise than with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Status { status: u16, retry_after: Option<u64> },
    Reset,
    Cut,
}

/// What befalls the people of an invite call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct InviteFaults {
    pub late: Option<Duration>,
    pub lag: Duration,
    /// Only so many people are looked at.
    pub part: Option<usize>,
    pub missing: usize,
    pub extra: usize,
    pub repeated: usize,
    pub reversed: bool,
}

/// What befalls the people of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListFaults {
    /// Only so many people are shown and counted.
    pub part: Option<u64>,
}

/// A plan with the counts of its rules.
pub(crate) struct Dealer {
    plan: FaultPlan,
    counts: Vec<Count>,
}

#[derive(Default)]
struct Count {
    /// Calls that the rule counted.
    seen: u64,
    /// Calls that the fault befell.
    hit: u64,
    window: SlidingWindow,
    allowance: Allowance,
}

impl Dealer {
    /// A plan from its beginning: nothing is counted yet.
    pub(crate) fn new(plan: FaultPlan) -> Self {
        let counts = plan.rules.iter().map(|_| Count::default()).collect();
        Self { plan, counts }
    }

    pub(crate) fn plan(&self) -> &FaultPlan {
        &self.plan
    }

    /// Counts a call and says what befalls it.
    pub(crate) fn deal(&mut self, call: &Call<'_>, now: Instant) -> Dealt {
        let mut dealt = Dealt::default();
        for (number, (rule, count)) in self.plan.rules.iter().zip(&mut self.counts).enumerate() {
            if !rule.when.counts(call) {
                continue;
            }
            count.seen += 1;
            if rule.when.befalls(count.seen, count.hit) {
                count.hit += 1;
                let draw = mix(count.seen, number as u64);
                dealt.add(&rule.fault, count, draw, now);
            }
        }
        dealt
    }
}

impl When {
    fn counts(&self, call: &Call<'_>) -> bool {
        self.endpoint.is_none_or(|e| Some(e) == call.endpoint)
            && self.method.as_ref().is_none_or(|m| m.eq_ignore_ascii_case(call.method))
            && self.page.is_none_or(|p| p == call.page)
            && self.email.as_ref().is_none_or(|e| holds(call.body, e))
    }

    fn befalls(&self, seen: u64, hit: u64) -> bool {
        let from = self.from.unwrap_or(1);
        (self.nth.is_empty() || self.nth.contains(&seen))
            && seen >= from
            && self.until.is_none_or(|until| seen <= until)
            && self.every.is_none_or(|every| (seen - from + 1).is_multiple_of(every))
            && self.first.is_none_or(|first| hit < first)
    }
}

fn holds(body: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(body).to_lowercase().contains(&text.to_lowercase())
}

impl Dealt {
    fn add(&mut self, fault: &Fault, count: &mut Count, draw: u64, now: Instant) {
        match *fault {
            Fault::Latency { min_ms, max_ms, after } => {
                let wait = Duration::from_millis(min_ms + draw % (max_ms.saturating_sub(min_ms) + 1));
                *(if after { &mut self.wait_after } else { &mut self.wait_before }) += wait;
            }
            // A call that another limit turned away already uses up nothing of this one.
            Fault::RateLimit { .. } | Fault::Quota { .. } if self.turned_away.is_some() => {}
            Fault::RateLimit { calls, per_seconds } => {
                let wait = count.window.admit(calls, Duration::from_secs(per_seconds), now);
                self.turned_away = wait.map(TurnedAway::RateLimit);
            }
            Fault::Quota { calls, replenished_in_seconds } => {
                let wait = count.allowance.admit(calls, Duration::from_secs(replenished_in_seconds), now);
                self.turned_away = wait.map(TurnedAway::Quota);
            }
            Fault::TokenExpires => self.token_expires = true,
            Fault::StatusBefore { status, retry_after } => {
                self.before.get_or_insert(Ending::Status { status, retry_after });
            }
            Fault::StatusAfter { status, retry_after } => {
                self.after.get_or_insert(Ending::Status { status, retry_after });
            }
            Fault::ResetBefore => {
                self.before.get_or_insert(Ending::Reset);
            }
            Fault::ResetAfter => {
                self.after.get_or_insert(Ending::Reset);
            }
            Fault::CutAnswer => {
                self.after.get_or_insert(Ending::Cut);
            }
            Fault::EffectLate { ms, then } => {
                self.invite.late.get_or_insert(Duration::from_millis(ms));
                self.end(then);
            }
            Fault::PartOfBatch { first, then } => {
                self.invite.part.get_or_insert(first);
                self.end(then);
            }
            Fault::PartOfList { first } => {
                self.list.part.get_or_insert(first);
            }
            Fault::ListLag { ms } => self.invite.lag += Duration::from_millis(ms),
            Fault::ResultsMissing { count } => self.invite.missing += count,
            Fault::ResultsExtra { count } => self.invite.extra += count,
            Fault::ResultsRepeated { count } => self.invite.repeated += count,
            Fault::ResultsReversed => self.invite.reversed = true,
        }
    }

    fn end(&mut self, then: Then) {
        let ending = match then {
            Then::Answer => return,
            Then::Reset => Ending::Reset,
            Then::Status(status) => Ending::Status { status, retry_after: None },
        };
        self.after.get_or_insert(ending);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::Rule;

    fn befallen(when: When, calls: u64) -> Vec<u64> {
        let rule = Rule { when, fault: Fault::ResetBefore };
        let mut dealer = Dealer::new(FaultPlan { rules: vec![rule], ..FaultPlan::default() });
        let call = Call { endpoint: Some(Endpoint::Roles), method: "GET", page: 1, body: b"" };
        let now = Instant::now();
        (1..=calls).filter(|_| dealer.deal(&call, now).before.is_some()).collect()
    }

    #[test]
    fn each_way_of_counting_hits_the_calls_it_names() {
        assert_eq!(befallen(When::default(), 3), [1, 2, 3]);
        assert_eq!(befallen(When { nth: vec![2, 5], ..When::default() }, 6), [2, 5]);
        assert_eq!(befallen(When { from: Some(4), ..When::default() }, 6), [4, 5, 6]);
        assert_eq!(befallen(When { until: Some(2), ..When::default() }, 6), [1, 2]);
        assert_eq!(befallen(When { every: Some(3), ..When::default() }, 9), [3, 6, 9]);
        assert_eq!(befallen(When { every: Some(2), from: Some(4), ..When::default() }, 9), [5, 7, 9]);
        assert_eq!(befallen(When { first: Some(2), every: Some(2), ..When::default() }, 9), [2, 4]);
    }

    #[test]
    fn calls_of_another_kind_are_not_counted() {
        let when = When { endpoint: Some(Endpoint::Users), page: Some(2), nth: vec![2], ..When::default() };
        let rule = Rule { when, fault: Fault::CutAnswer };
        let mut dealer = Dealer::new(FaultPlan { rules: vec![rule], ..FaultPlan::default() });
        let now = Instant::now();
        let mut cut = |endpoint, page| {
            dealer
                .deal(&Call { endpoint: Some(endpoint), method: "GET", page, body: b"" }, now)
                .after
                .is_some()
        };
        let seen = [
            cut(Endpoint::Users, 1),
            cut(Endpoint::Users, 2),
            cut(Endpoint::Roles, 2),
            cut(Endpoint::Users, 3),
            cut(Endpoint::Users, 2),
        ];
        assert_eq!(seen, [false, false, false, false, true]);
    }

    #[test]
    fn the_first_rule_decides_how_a_call_ends() {
        let status = Fault::StatusAfter { status: 502, retry_after: None };
        let rules = [status, Fault::ResetAfter].map(|fault| Rule { when: When::default(), fault });
        let mut dealer = Dealer::new(FaultPlan { rules: rules.into(), ..FaultPlan::default() });
        let call = Call { endpoint: None, method: "POST", page: 1, body: b"" };
        let dealt = dealer.deal(&call, Instant::now());
        assert_eq!(dealt.after, Some(Ending::Status { status: 502, retry_after: None }));
    }

    #[test]
    fn an_address_is_found_in_a_body_in_any_case() {
        let when = When { email: Some("Ann@x.example".into()), ..When::default() };
        let call = |body| Call { endpoint: None, method: "POST", page: 1, body };
        assert!(when.counts(&call(br#"{"Email":"ann@X.example"}"#)));
        assert!(!when.counts(&call(br#"{"Email":"bob@x.example"}"#)));
    }

    #[test]
    fn latency_stays_in_its_range_and_varies() {
        let fault = Fault::Latency { min_ms: 10, max_ms: 20, after: true };
        let rule = Rule { when: When::default(), fault };
        let mut dealer = Dealer::new(FaultPlan { rules: vec![rule], ..FaultPlan::default() });
        let call = Call { endpoint: None, method: "GET", page: 1, body: b"" };
        let waits: Vec<u128> =
            (0..50).map(|_| dealer.deal(&call, Instant::now()).wait_after.as_millis()).collect();
        assert!(waits.iter().all(|w| (10..=20).contains(w)), "{waits:?}");
        assert!(waits.iter().any(|w| *w != waits[0]), "always {}", waits[0]);
    }
}
