//! The ladder, the use of providers, and what if one is switched off, beside counting by hand.

use crate::lists::{List, provider, role};
use rollcall_core::*;
use rollcall_findings::{Ladder, MOST_SHARES, RoleSets, SwitchedOff};
use std::collections::BTreeSet;

const LISTS: u64 = 300;

fn held(user: &User) -> BTreeSet<&RoleId> {
    user.role_ids.iter().collect()
}

fn weight(list: &List, role: &RoleId) -> Option<i32> {
    list.roles.iter().find(|one| one.id == *role).and_then(|one| one.weight)
}

fn count(list: &List, wanted: impl Fn(&User) -> bool) -> u32 {
    u32::try_from(list.people.iter().filter(|user| wanted(user)).count()).expect("few people")
}

#[test]
fn the_ladder_counts_whom_a_naive_look_counts_in_either_direction() {
    for seed in 0..LISTS {
        let list = List::random(seed);
        let judgement = list.judged();
        for direction in [WeightDirection::MoreIsPower, WeightDirection::LessIsPower] {
            let ladder = Ladder::of(&judgement.roles, &judgement.role_sets, direction);
            let weights: Vec<i32> = ladder.rungs.iter().filter_map(|rung| rung.weight).collect();
            let more = direction == WeightDirection::MoreIsPower;
            assert!(weights.is_sorted_by(|above, below| (above > below) == more), "{weights:?}");
            for rung in &ladder.rungs {
                let of_rung =
                    |user: &User| held(user).into_iter().any(|role| weight(&list, role) == rung.weight);
                let higher = |role: &RoleId| match (weight(&list, role), rung.weight) {
                    (Some(one), Some(this)) => (one > this) == more && one != this,
                    (Some(_), None) => true,
                    (None, _) => false,
                };
                assert_eq!(rung.people, count(&list, of_rung), "list {seed}");
                let highest = |user: &User| of_rung(user) && !held(user).into_iter().any(higher);
                assert_eq!(rung.highest, count(&list, highest), "list {seed}, {:?}", rung.weight);
                for on in &rung.roles {
                    assert_eq!(on.people, count(&list, |user| held(user).contains(&on.id)), "list {seed}");
                    let alone = |user: &User| held(user) == BTreeSet::from([&on.id]);
                    assert_eq!(on.alone, count(&list, alone), "list {seed}");
                }
            }
            assert_eq!(ladder.several, count(&list, |user| held(user).len() > 1));
            assert_eq!(ladder.none, count(&list, |user| user.role_ids.is_empty()));
            for set in &ladder.sets {
                let ids: BTreeSet<&RoleId> = set.role_ids.iter().collect();
                assert_eq!(set.people, count(&list, |user| held(user) == ids), "list {seed}");
            }
        }
    }
}

#[test]
fn roles_without_a_weight_stand_below_all_others_and_known_combinations_are_explained() {
    let roles = [role("Clerk", None), role("Seller Admin", Some(80)), role("Reseller Report", Some(40))];
    let ladder = Ladder::of(&roles, &RoleSets::default(), WeightDirection::LessIsPower);
    assert_eq!(ladder.rungs.iter().map(|rung| rung.weight).collect::<Vec<_>>(), [Some(40), Some(80), None]);
    let explained = (0..LISTS).map(List::random).find_map(|list| {
        let judgement = list.judged();
        let ladder = Ladder::of(&judgement.roles, &judgement.role_sets, WeightDirection::MoreIsPower);
        ladder.sets.into_iter().find(|set| set.roles.iter().any(|role| role == "Reseller Report"))
    });
    let explained = explained.expect("a list with a report role on top");
    assert!(!explained.explanations.is_empty(), "{:?}", explained.roles);
}

#[test]
fn the_use_of_providers_is_what_counting_gives() {
    for seed in 0..LISTS {
        let list = List::random(seed);
        let judgement = list.judged();
        for used in judgement.providers.iter().filter(|used| used.listed) {
            let its = |user: &User| by_hand(&list, user).is_some_and(|one| one.id == used.provider.id);
            assert_eq!(used.people, count(&list, its), "list {seed}");
            let in_use = |user: &User| its(user) && user.state != AccountState::Blocked;
            assert_eq!(used.not_blocked, count(&list, in_use));
            assert!(used.organizations.len() <= MOST_SHARES);
            for share in &used.organizations {
                let there = |user: &User| match share.id.as_str() {
                    "" => user.organization_ids.is_empty(),
                    id => user.organization_ids.iter().any(|one| one.as_str() == id),
                };
                assert_eq!(share.of, count(&list, there), "list {seed}, {share:?}");
                assert_eq!(share.people, count(&list, |user| there(user) && its(user)));
            }
            for share in &used.domains {
                let there = |user: &User| {
                    let address = CanonicalEmail::of_listed(&user.email);
                    address.as_str().rsplit_once('@').map_or("", |(_, domain)| domain) == share.id
                };
                assert_eq!(share.of, count(&list, there), "list {seed}, {share:?}");
                assert_eq!(share.people, count(&list, |user| there(user) && its(user)));
            }
        }
    }
}

#[test]
fn stranded_is_whoever_has_no_other_account_with_a_way_that_is_on() {
    let mut other_ways = 0;
    for seed in 0..LISTS {
        let list = List::random(seed);
        for off in &list.providers {
            let mut walk = SwitchedOff::new(&off.id, &list.providers);
            list.people.iter().for_each(|user| walk.see(user));
            let what_if = walk.end();
            let its = |user: &User| by_hand(&list, user).is_some_and(|one| one.id == off.id);
            let blocked = |user: &User| user.state == AccountState::Blocked;
            let saved = |user: &User| {
                let mine = CanonicalEmail::of_listed(&user.email);
                list.people.iter().any(|other| {
                    let way = by_hand(&list, other);
                    let on = way.is_some_and(|one| one.enabled && one.id != off.id);
                    on && !blocked(other)
                        && !mine.as_str().is_empty()
                        && CanonicalEmail::of_listed(&other.email) == mine
                })
            };
            let naive = list.people.iter().filter(|user| its(user) && !blocked(user) && !saved(user));
            assert_eq!(
                what_if.stranded,
                naive.map(|user| user.id.clone()).collect::<Vec<_>>(),
                "list {seed}"
            );
            assert_eq!(what_if.other_way, count(&list, |user| its(user) && !blocked(user) && saved(user)));
            assert_eq!(what_if.blocked, count(&list, |user| its(user) && blocked(user)));
            other_ways += what_if.other_way;
        }
    }
    assert!(other_ways > 100, "the lists prove little: {other_ways}");
}

#[test]
fn somebody_with_a_second_account_is_not_stranded_unless_that_one_is_off_too() {
    let providers =
        [provider("work", "waad", true), provider("account", "auth0", true), provider("adfs", "adfs", false)];
    let user = |id: &str, way: &str| User {
        id: id.into(),
        email: "ann@contoso.example".to_owned(),
        identity_provider_id: Some(way.into()),
        ..nobody()
    };
    let stranded = |second: &str| {
        let mut walk = SwitchedOff::new(&"work".into(), &providers);
        [user("1", "work"), user("2", second)].iter().for_each(|user| walk.see(user));
        walk.end().stranded.len()
    };
    assert_eq!((stranded("account"), stranded("adfs"), stranded("work")), (0, 1, 2));
}

fn by_hand<'a>(list: &'a List, user: &User) -> Option<&'a IdentityProvider> {
    let start = || Some(user.external_id.as_deref()?.split_once('|')?.0.to_lowercase());
    list.providers.iter().find(|one| match &user.identity_provider_id {
        Some(id) => one.id == *id,
        None => start() == one.prefix,
    })
}

pub fn nobody() -> User {
    User {
        id: "u".into(),
        email: String::new(),
        first_name: String::new(),
        last_name: String::new(),
        state: AccountState::Active,
        created_at: None,
        accessibility: None,
        role_ids: Vec::new(),
        identity_provider_id: None,
        external_id: None,
        organization_ids: Vec::new(),
        other: serde_json::Map::new(),
        raw: None,
    }
}
