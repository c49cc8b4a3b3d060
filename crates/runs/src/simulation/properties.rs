//! The ten invariants, over every kind of mishap in every order.

use super::case::{Case, Kind, case, email};
use super::{Broken, Driver, SessionEnd, ready, row};
use crate::ListedNow;
use crate::run::{Decision, NewRow, NewRun, RunId};
use crate::state::RowState as S;
use proptest::prelude::*;
use rollcall_core::{AccountState, CanonicalEmail};
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

/// A walk through one case, with everything that has to hold at its side.
struct Trial {
    driver: Driver,
    case: Case,
    runs: Vec<RunId>,
    /// How many effects a person may have: one for each deliberate decision to invite.
    allowed: HashMap<String, usize>,
    ended: HashMap<(usize, u32), S>,
    /// Lists that were read on the way, with when.
    lists: Vec<(Duration, HashMap<CanonicalEmail, ListedNow>)>,
}

impl Trial {
    fn new(case: Case) -> Self {
        let mut driver = Driver::new();
        driver.options.one_then_pause = case.one_first;
        driver.options.concurrency = case.concurrency;
        driver.broken = case.broken;
        match case.broken {
            Some(Broken::NoQuietPeriod) => driver.options.quiet = Duration::ZERO,
            Some(Broken::IgnoresListLag) => driver.options.quiet -= Duration::from_secs(60),
            _ => {}
        }
        for (number, kind) in case.people.iter().enumerate() {
            if *kind == Kind::There {
                let state = if number % 2 == 0 { AccountState::New } else { AccountState::Active };
                driver.server.add_person(&email(number, *kind), state);
            }
        }
        driver.clock.advance(Duration::from_secs(100_000));
        {
            let mut server = driver.server.state();
            server.facts = case.facts;
            server.atomic = case.atomic;
            server.broken = case.broken;
            server.lag = Duration::from_secs(case.lag.into());
            server.faults.extend(&case.faults);
            server.list_faults.extend(&case.list_faults);
        }
        let (allowed, ended) = (HashMap::new(), HashMap::new());
        Self { driver, case, runs: Vec::new(), allowed, ended, lists: Vec::new() }
    }

    /// Plans a run as the rest of the program does: the list and the journal say who is there already.
    fn plan(&mut self, chosen: &[bool], reinvite: bool) -> NewRun {
        let (age, listed) = self.list_to_plan_on();
        let journal = self.driver.open();
        let here = self.driver.server.state().platform.clone();
        let quiet = self.driver.options.quiet;
        let invited = journal.already_invited(&here, &self.case.facts, quiet, age).expect("readable");
        let mut rows = vec![row(100, S::Rejected), row(101, S::Conflict)];
        for (number, kind) in self.case.people.iter().enumerate() {
            if !chosen.get(number).copied().unwrap_or(true) {
                continue;
            }
            let address = email(number, *kind);
            let mut new = ready(number as u32, &address);
            let person = new.canonical.clone().expect("a person");
            let there = listed.get(&person);
            let known = there.is_some() || invited.contains(&person);
            if known && !reinvite {
                let state = S::AlreadyPresent;
                rows.push(NewRow { state, invitation: None, ..new });
                continue;
            }
            let allowed = self.allowed.entry(address.clone()).or_default();
            *allowed = if known { *allowed + 1 } else { (*allowed).max(1) };
            self.driver.server.state().decided_at.insert(address, self.driver.clock.passed());
            new.listed_before = there.is_some();
            new.created_before = there.and_then(|there| there.created_at.clone());
            rows.push(new);
        }
        let planned_at = Some(journal.mark().expect("readable"));
        NewRun { planned_at, list_age_seconds: Some(age.as_secs()), ..self.driver.new_run(rows) }
    }

    /// The oldest list that is still good enough to plan on.
    fn list_to_plan_on(&self) -> (Duration, HashMap<CanonicalEmail, ListedNow>) {
        let now = self.driver.clock.passed();
        let good = |(at, _): &&(Duration, _)| now - *at <= Duration::from_secs(15 * 60);
        match self.lists.iter().find(good) {
            Some((at, list)) => (now - *at, list.clone()),
            None => (Duration::ZERO, self.driver.server.listed()),
        }
    }

    fn write(&mut self, run: NewRun) {
        let id = self.driver.open().create_run(run).expect("a run");
        self.runs.push(id);
    }

    /// Everything that holds whenever no process runs.
    fn check(&mut self) -> Result<(), TestCaseError> {
        let violations = self.driver.server.state().violations.clone();
        prop_assert!(violations.is_empty(), "{violations:#?}");
        let journal = self.driver.open();
        for (index, run) in self.runs.iter().enumerate() {
            let key = journal.open_run(run).expect("the run").key;
            let audit = journal.audit(key);
            prop_assert!(audit.is_ok(), "1 and 7: {audit:?}");
            let summary = journal.run(run).expect("readable").expect("the run");
            prop_assert_eq!(summary.counts.values().sum::<u32>(), summary.rows, "1: the states' sum");
            for row in self.driver.rows(run) {
                let before = self.ended.get(&(index, row.row)).copied();
                prop_assert!(
                    before.is_none_or(|before| before == row.state),
                    "7: row {} ended twice",
                    row.row
                );
                if row.state.has_ended() {
                    self.ended.insert((index, row.row), row.state);
                }
                let effects = self.effects(&row.email, Some(index));
                match row.state {
                    S::Confirmed | S::ConfirmedByList => {
                        prop_assert!(
                            effects > 0,
                            "6: {} in run {index} is {:?} without effect",
                            row.email,
                            row.state
                        );
                    }
                    S::Refused | S::Cancelled | S::Rejected => {
                        prop_assert_eq!(effects, 0, "6: {} in run {} is {:?}", row.email, index, row.state);
                    }
                    _ => {}
                }
            }
        }
        for (person, allowed) in &self.allowed {
            let effects = self.effects(person, None);
            prop_assert!(
                effects <= *allowed,
                "5: {person} was invited {effects} times, decided {allowed} times"
            );
        }
        Ok(())
    }

    fn effects(&self, email: &str, run: Option<usize>) -> usize {
        let state = self.driver.server.state();
        let of_run = |landed: &&super::server::Landed| run.is_none_or(|run| landed.run == run);
        state.effects.iter().filter(of_run).filter(|landed| landed.email == email).count()
    }

    /// A person looks at what waits for one.
    fn decide(&mut self, decisions: &mut std::vec::IntoIter<Decision>) {
        let journal = self.driver.open();
        for run in &self.runs {
            for row in self.driver.rows(run).into_iter().filter(|row| row.state.awaits_person()) {
                let decision = match row.state {
                    S::NeedsReview => decisions.next().unwrap_or(Decision::Drop),
                    _ => Decision::Drop,
                };
                if decision == Decision::Send {
                    *self.allowed.entry(row.email.clone()).or_default() += 1;
                    let now = self.driver.clock.passed();
                    self.driver.server.state().decided_at.insert(row.email.clone(), now);
                }
                journal.resolve(run, row.row, decision, "ann").expect("decided");
            }
        }
    }

    fn open(&self, run: &RunId) -> bool {
        self.driver.states(run).into_iter().any(S::awaits_sender)
    }

    async fn walk(mut self) -> Result<(), TestCaseError> {
        const MOST_SESSIONS: usize = 120;
        let everybody = vec![true; self.case.people.len()];
        let first = self.plan(&everybody, self.case.reinvite);
        let mut late = self.case.second.clone();
        let mut early = late.take_if(|second| second.planned_early).map(|second| {
            let mut plan = self.plan(&second.people, second.reinvite);
            plan.list_age_seconds = None;
            plan
        });
        self.write(first);
        let mut mishaps = self.case.mishaps.clone().into_iter();
        let mut between = self.case.between.clone().into_iter();
        let mut decisions = self.case.decisions.clone().into_iter();
        for session in 0..MOST_SESSIONS {
            if let Some(early) = early.take_if(|_| session == 1) {
                self.write(early);
            }
            let open: Vec<usize> = (0..self.runs.len()).filter(|run| self.open(&self.runs[*run])).collect();
            let Some(run) = open.get(session % open.len().max(1)).copied() else {
                if self.anything_left_to_decide() {
                    self.decide(&mut decisions);
                } else if let Some(second) = late.take() {
                    let plan = self.plan(&second.people, second.reinvite);
                    self.write(plan);
                } else if early.is_none() {
                    return self.check();
                }
                continue;
            };
            self.driver.options.one_then_pause &= session == 0;
            self.driver.server.state().run = run;
            let id = self.runs[run].clone();
            let mishap = mishaps.next().unwrap_or_default();
            let end = self.driver.session(&id, mishap).await;
            prop_assert!(
                matches!(end, SessionEnd::Ended(_) | SessionEnd::Crashed)
                    || mishap.fail_writes_after.is_some()
                    || self.case.broken.is_some(),
                "the session failed: {end:?}"
            );
            self.check()?;
            self.lists.push((self.driver.clock.passed(), self.driver.server.listed()));
            if let Some(between) = between.next() {
                self.driver.clock.advance(Duration::from_secs(between.asleep.into()));
                self.driver.clock.jump(between.wall_jump);
                if between.reboot {
                    self.driver.clock.reboot();
                }
                if between.call_off {
                    self.driver.open().cancel_ready(&id, "ann").expect("called off");
                }
            }
        }
        let left: BTreeMap<usize, Vec<S>> =
            self.runs.iter().enumerate().map(|(index, run)| (index, self.driver.states(run))).collect();
        Err(TestCaseError::fail(format!("9: no end after {MOST_SESSIONS} sessions: {left:?}")))
    }

    fn anything_left_to_decide(&self) -> bool {
        self.runs.iter().any(|run| self.driver.states(run).into_iter().any(S::awaits_person))
    }
}

pub(crate) fn walk(case: Case) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(Trial::new(case).walk())
}

/// More with `PROPTEST_CASES`, in each of the parts below.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400);
    ProptestConfig { cases, max_shrink_iters: 2_000, failure_persistence: None, ..ProptestConfig::default() }
}

macro_rules! parts {
    ($($name:ident)*) => {
        proptest! {
            #![proptest_config(config())]
            $(
                #[test]
                fn $name(case in case()) {
                    walk(case)?;
                }
            )*
        }
    };
}

// One test in eight parts, so that a machine with several cores takes less than all of their time.
parts! {
    nobody_is_lost_and_nobody_is_invited_twice
    nobody_is_lost_and_nobody_is_invited_twice_part_2
    nobody_is_lost_and_nobody_is_invited_twice_part_3
    nobody_is_lost_and_nobody_is_invited_twice_part_4
    nobody_is_lost_and_nobody_is_invited_twice_part_5
    nobody_is_lost_and_nobody_is_invited_twice_part_6
    nobody_is_lost_and_nobody_is_invited_twice_part_7
    nobody_is_lost_and_nobody_is_invited_twice_part_8
}
