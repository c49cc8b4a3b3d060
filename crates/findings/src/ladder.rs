//! The roles as a ladder by weight: what stands on which rung, and who stands where.

use crate::combinations::{Combination, combinations};
use crate::role_sets::{RoleSet, RoleSets};
use rollcall_core::{Role, RoleId, WeightDirection};
use std::collections::BTreeMap;

/// The roles as a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The rungs, most power first; roles without a weight on a rung of their own, last.
    pub rungs: Vec<Rung>,
    /// People in all.
    pub people: u32,
    /// People who hold two roles or more.
    pub several: u32,
    /// People who hold none.
    pub none: u32,
    /// Sets of two roles or more that people hold together, most people first.
    pub sets: Vec<RoleSetHeld>,
    /// Known combinations that somebody has, in the order of the file.
    pub combinations: Vec<CombinationHeld>,
}

/// The roles of one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The weight.
    pub weight: Option<i32>,
    /// The roles, in the order listed.
    pub roles: Vec<RoleOnRung>,
    /// People who hold a role of this weight.
    pub people: u32,
    /// People who hold none that is higher.
    pub highest: u32,
}

/// A role and who holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleOnRung {
    /// Its id.
    pub id: RoleId,
    /// Its name.
    pub name: String,
    /// People who hold it.
    pub people: u32,
    /// People who hold nothing else.
    pub alone: u32,
}

/// Roles that people hold together, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSetHeld {
    /// The roles, highest first.
    pub role_ids: Vec<RoleId>,
    /// Their names, in the same order.
    pub roles: Vec<String>,
    /// People who hold exactly these.
    pub people: u32,
    /// What is known of the combination.
    pub explanations: Vec<&'static str>,
}

/// A known combination and who has it.
#[derive(Clone, Debug)]
pub struct CombinationHeld {
    /// The combination.
    pub combination: &'static Combination,
    /// People who have it.
    pub people: u32,
}

impl PartialEq for CombinationHeld {
    fn eq(&self, other: &Self) -> bool {
        (&self.combination.id, self.people) == (&other.combination.id, other.people)
    }
}

impl Eq for CombinationHeld {}

impl Ladder {
    /// The ladder of the roles that a judgement gives, with more power at the top.
    pub fn of(roles: &[Role], sets: &RoleSets, direction: WeightDirection) -> Self {
        let sets = &sets.sets;
        let with = |wanted: fn(usize) -> bool| -> u32 {
            sets.iter().filter(|set| wanted(set.roles.len())).map(|set| set.people).sum()
        };
        let places = Places::of(roles, direction);
        Self {
            rungs: rungs(roles, sets, &places),
            people: with(|_| true),
            several: with(|held| held > 1),
            none: with(|held| held == 0),
            sets: held_together(roles, sets, &places),
            combinations: combinations_held(roles, sets),
        }
    }
}

/// On which rung each role stands, from the top.
struct Places {
    rungs: Vec<usize>,
    weights: Vec<Option<i32>>,
}

impl Places {
    fn of(roles: &[Role], direction: WeightDirection) -> Self {
        let key = |weight: Option<i32>| {
            let up = weight.map(i64::from);
            let height = if direction == WeightDirection::MoreIsPower { up.map(|w| -w) } else { up };
            (weight.is_none(), height)
        };
        let keyed: BTreeMap<_, _> = roles.iter().map(|role| (key(role.weight), role.weight)).collect();
        let rung = |role: &Role| keyed.keys().position(|one| *one == key(role.weight)).unwrap_or_default();
        Self { rungs: roles.iter().map(rung).collect(), weights: keyed.into_values().collect() }
    }

    fn rung(&self, role: u32) -> usize {
        self.rungs.get(role as usize).copied().unwrap_or_default()
    }
}

fn rungs(roles: &[Role], sets: &[RoleSet], places: &Places) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = places
        .weights
        .iter()
        .map(|weight| Rung { weight: *weight, roles: Vec::new(), people: 0, highest: 0 })
        .collect();
    for (number, role) in (0..).zip(roles) {
        let held = |wanted: &dyn Fn(&RoleSet) -> bool| -> u32 {
            let holding = sets.iter().filter(|set| set.roles.contains(&number) && wanted(set));
            holding.map(|set| set.people).sum()
        };
        let (people, alone) = (held(&|_| true), held(&|set| set.roles.len() == 1));
        let on = RoleOnRung { id: role.id.clone(), name: role.name.clone(), people, alone };
        rungs[places.rung(number)].roles.push(on);
    }
    for set in sets {
        let mut on: Vec<usize> = set.roles.iter().map(|role| places.rung(*role)).collect();
        on.sort_unstable();
        on.dedup();
        on.iter().for_each(|rung| rungs[*rung].people += set.people);
        if let Some(highest) = on.first() {
            rungs[*highest].highest += set.people;
        }
    }
    rungs
}

fn held_together(roles: &[Role], sets: &[RoleSet], places: &Places) -> Vec<RoleSetHeld> {
    let several = sets.iter().filter(|set| set.roles.len() > 1);
    let mut held: Vec<RoleSetHeld> = several
        .map(|set| {
            let mut numbers = set.roles.to_vec();
            numbers.sort_by_key(|number| places.rung(*number));
            let of = || numbers.iter().filter_map(|number| roles.get(*number as usize));
            let known = combinations().iter().filter(|known| known.is_held(names(roles, set)));
            RoleSetHeld {
                role_ids: of().map(|role| role.id.clone()).collect(),
                roles: of().map(|role| role.name.clone()).collect(),
                people: set.people,
                explanations: known.map(|known| known.explanation.as_str()).collect(),
            }
        })
        .collect();
    held.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.roles.cmp(&b.roles)));
    held
}

fn combinations_held(roles: &[Role], sets: &[RoleSet]) -> Vec<CombinationHeld> {
    let held = combinations().iter().map(|combination| {
        let having = sets.iter().filter(|set| combination.is_held(names(roles, set)));
        CombinationHeld { combination, people: having.map(|set| set.people).sum() }
    });
    held.filter(|held| held.people > 0).collect()
}

fn names<'a>(roles: &'a [Role], set: &'a RoleSet) -> impl Iterator<Item = &'a str> {
    set.roles.iter().filter_map(|number| roles.get(*number as usize)).map(|role| role.name.as_str())
}
