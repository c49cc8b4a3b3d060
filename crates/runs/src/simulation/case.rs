//! Every kind of mishap, in every order.

use super::driver::Mishap;
use super::{Broken, Effect, Fault, ListFault};
use crate::run::Decision;
use crate::{Facts, FollowUp};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Who a person is to the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    /// On the platform before anything begins.
    There,
    /// Refused by the platform, alone.
    Bad,
    /// Makes the platform refuse a whole call.
    Guilty,
    /// Not shown where lists show only a part.
    Hidden,
}

/// A second file with some of the same people.
#[derive(Clone, Debug)]
pub(crate) struct Second {
    pub people: Vec<bool>,
    pub reinvite: bool,
    /// Whether its plan was made before the first run was sent.
    pub planned_early: bool,
}

/// What happens between two processes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Between {
    pub asleep: u32,
    pub wall_jump: i64,
    pub reboot: bool,
    /// Somebody calls off what is left of a run.
    pub call_off: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub people: Vec<Kind>,
    pub facts: Facts,
    pub atomic: bool,
    pub lag: u32,
    pub reinvite: bool,
    pub faults: Vec<Fault>,
    pub list_faults: Vec<ListFault>,
    pub mishaps: Vec<Mishap>,
    pub between: Vec<Between>,
    pub decisions: Vec<Decision>,
    pub second: Option<Second>,
    pub one_first: bool,
    pub concurrency: usize,
    pub broken: Option<Broken>,
}

impl Case {
    /// The same case without one rule, and with more of what that rule is there for.
    pub(crate) fn breaking(mut self, rule: Broken) -> Self {
        match rule {
            Broken::NoLock => self.mishaps.iter_mut().for_each(|mishap| {
                mishap.second_at = mishap.second_at.or(Some(0));
                mishap.fail_writes_after = None;
            }),
            Broken::IgnoresReboot => self.between.iter_mut().for_each(|between| {
                between.reboot = true;
                between.asleep %= 300;
            }),
            Broken::ForgetsDoubt => self.decisions = vec![Decision::Send; 4],
            _ => {}
        }
        Self { broken: Some(rule), ..self }
    }
}

fn effect() -> impl Strategy<Value = Effect> {
    prop_oneof![
        Just(Effect::Nothing),
        Just(Effect::All),
        Just(Effect::EverySecond),
        (1_u32..=300).prop_map(Effect::Late),
    ]
}

fn fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        3 => Just(Fault::Fine),
        1 => Just(Fault::NotSent),
        1 => (0_u32..5_000).prop_map(Fault::RateLimited),
        1 => (0_u32..90_000).prop_map(Fault::Quota),
        1 => Just(Fault::KeyRefused),
        1 => Just(Fault::TokenRefused),
        1 => Just(Fault::Forbidden),
        1 => (0_usize..3).prop_map(Fault::TooLarge),
        1 => Just(Fault::ResultsMissing),
        1 => Just(Fault::ResultsOfStrangers),
        1 => Just(Fault::ResultsTwice),
        1 => effect().prop_map(Fault::Unreadable),
        1 => effect().prop_map(Fault::Redirected),
        2 => (prop_oneof![Just(408_u16), Just(409), Just(500), Just(504)], effect())
            .prop_map(|(status, effect)| Fault::Status(status, effect)),
        2 => effect().prop_map(Fault::NoAnswer),
        3 => effect().prop_map(Fault::Crash),
    ]
}

fn list_fault() -> impl Strategy<Value = ListFault> {
    prop_oneof![
        Just(ListFault::Fine),
        Just(ListFault::Incomplete),
        Just(ListFault::Held),
        Just(ListFault::Stale),
        Just(ListFault::Crash),
    ]
}

fn mishap() -> impl Strategy<Value = Mishap> {
    let at = || option::weighted(0.2, 0_u32..8);
    (at(), at(), at(), option::weighted(0.25, 0_u32..10), at()).prop_map(
        |(crash_at, cancel_at, pause_at, fail_writes_after, second_at)| Mishap {
            crash_at,
            cancel_at,
            pause_at,
            fail_writes_after,
            second_at,
        },
    )
}

fn between() -> impl Strategy<Value = Between> {
    let jump = prop_oneof![3 => Just(0_i64), 1 => Just(86_400), 1 => Just(-86_400), 1 => -5_000_i64..5_000];
    let asleep = prop_oneof![3 => Just(0_u32), 2 => 1_u32..500, 1 => 500_u32..200_000];
    (asleep, jump, prop::bool::weighted(0.2), prop::bool::weighted(0.1))
        .prop_map(|(asleep, wall_jump, reboot, call_off)| Between { asleep, wall_jump, reboot, call_off })
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        6 => Just(Kind::Plain),
        2 => Just(Kind::There),
        1 => Just(Kind::Bad),
        1 => Just(Kind::Guilty),
        1 => Just(Kind::Hidden),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    (1_usize..7, prop::bool::weighted(0.8), prop::bool::weighted(0.8), any::<bool>()).prop_map(
        |(batch_limit, pending_listed, visible_in_scope, reinvite_restarts_creation_date)| Facts {
            batch_limit,
            pending_listed,
            visible_in_scope,
            reinvite_restarts_creation_date,
            follow_up: FollowUp::None,
        },
    )
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let decision = prop_oneof![Just(Decision::Done), Just(Decision::Send), Just(Decision::Drop)];
    let second = (vec(any::<bool>(), 9), any::<bool>(), any::<bool>())
        .prop_map(|(people, reinvite, planned_early)| Second { people, reinvite, planned_early });
    let world = (
        vec(kind(), 1..9),
        facts(),
        any::<bool>(),
        0_u32..=60,
        any::<bool>(),
        prop::bool::weighted(0.2),
        1_usize..5,
    );
    let script = (
        vec(fault(), 0..10),
        vec(list_fault(), 0..4),
        vec(mishap(), 0..6),
        vec(between(), 0..6),
        vec(decision, 0..4),
        option::of(second),
    );
    (world, script).prop_map(
        |(
            (people, facts, atomic, lag, reinvite, one_first, concurrency),
            (faults, list_faults, mishaps, between, decisions, second),
        )| {
            Case {
                people,
                facts,
                atomic,
                lag,
                reinvite,
                faults,
                list_faults,
                mishaps,
                between,
                decisions,
                second,
                one_first,
                concurrency,
                broken: None,
            }
        },
    )
}

pub(crate) fn email(number: usize, kind: Kind) -> String {
    let name = match kind {
        Kind::Plain => "p",
        Kind::There => "there",
        Kind::Bad => "bad",
        Kind::Guilty => "guilty",
        Kind::Hidden => "hidden",
    };
    format!("{name}{number}@contoso.example")
}
