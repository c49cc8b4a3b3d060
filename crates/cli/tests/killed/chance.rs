//! Scenarios drawn by chance, the same for the same seed.

use crate::named::NAMES;
use crate::trial::{End, Scenario};
use serde_json::{Value, json};
use std::time::Duration;

/// Draws numbers; one seed always gives the same.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`. (SplitMix64, as Vigna gives it.)
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    pub fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).expect("a place in the list")].clone()
    }
}

/// A file, a platform that misbehaves now and then, and `kills` kills at random times and points.
pub fn scenario(seed: u64, kills: u32) -> Scenario {
    let mut chance = Chance::of(seed);
    let ends = (0..kills).map(|_| end(&mut chance)).collect();
    Scenario {
        tag: format!("seed-{seed}"),
        people: 6 + usize::try_from(chance.below(14)).expect("a small number"),
        batch: 2 + u32::try_from(chance.below(6)).expect("a small number"),
        faults: faults(&mut chance),
        late: Duration::from_millis(300),
        ends,
        believed: true,
    }
}

/// A start takes a tenth of a second, half a second more for each call after the first, and a second more where it
/// looks people up.
fn end(chance: &mut Chance) -> End {
    let small =
        |chance: &mut Chance, most: u64| u32::try_from(1 + chance.below(most)).expect("a small number");
    match chance.below(8) {
        0..2 => End::After(Duration::from_millis(20 + chance.below(130))),
        2..5 => End::After(Duration::from_millis(100 + chance.below(2_400))),
        5 => End::Held { call: 1 + chance.below(5), time: Duration::from_millis(chance.below(60)) },
        _ => End::At(chance.one_of(&NAMES), small(chance, 4)),
    }
}

/// Slow answers always, so that there is something to be killed in, now and then so slow that several calls are
/// under way at once; something worse on some of the first calls.
fn faults(chance: &mut Chance) -> Value {
    let slow = if chance.below(3) == 0 { 1_400 } else { 80 };
    let mut rules = vec![latency(chance, 80, false), latency(chance, slow, true)];
    for _ in 0..chance.below(3) {
        let worse = chance.one_of(&[
            json!("reset_before"),
            json!("reset_after"),
            json!("cut_answer"),
            json!("token_expires"),
            json!("results_reversed"),
            json!({ "status_before": { "status": 503 } }),
            json!({ "status_after": { "status": 504 } }),
            json!({ "results_missing": { "count": 1 } }),
            json!({ "results_extra": { "count": 1 } }),
            json!({ "results_repeated": { "count": 1 } }),
            json!({ "part_of_batch": { "first": 1, "then": { "status": 500 } } }),
            json!({ "effect_late": { "ms": 200, "then": "reset" } }),
        ]);
        let nth = 1 + chance.below(6);
        rules.push(json!({ "when": { "endpoint": "invite", "nth": nth }, "fault": worse }));
    }
    json!({ "rules": rules })
}

fn latency(chance: &mut Chance, most: u64, after: bool) -> Value {
    let most = 1 + chance.below(most);
    let latency = json!({ "latency": { "min_ms": 0, "max_ms": most, "after": after } });
    json!({ "when": { "endpoint": "invite" }, "fault": latency })
}
