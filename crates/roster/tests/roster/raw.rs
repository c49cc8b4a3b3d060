//! What the platform itself sent of each person.

use crate::{facts, open, place, reference, refresh, user};
use proptest::prelude::*;
use rollcall_core::User;
use rollcall_roster::{Committed, Part, Roster};
use std::collections::BTreeMap;

fn sent(id: &str, raw: Option<&str>) -> User {
    User { raw: raw.map(Into::into), ..user(id, "Ann Lee") }
}

fn raw(roster: &Roster, id: &str) -> Option<String> {
    roster.raw(&id.into()).expect("readable")
}

fn record(n: u32, version: u32) -> String {
    format!(r#"{{"userId":"u{n}","Spare":null,"badge":{{"ŠŪŖ":[{version},1.50,"\n"]}}}}"#)
}

#[test]
fn what_the_platform_sent_is_told_of_each_person_as_it_came() {
    let (_folder, path) = place();
    let roster = open(&path);
    assert_eq!(raw(&roster, "u1"), None, "there is no list yet");
    let people: Vec<User> = (0..9_000).map(|n| sent(&format!("u{n}"), Some(&record(n, 1)))).collect();
    let mut staged = roster.begin_refresh().expect("begun");
    people.chunks(700).try_for_each(|page| staged.add(page.to_vec())).expect("staged");
    let taken = staged.commit(reference(), facts()).expect("written");
    assert!(matches!(taken, Committed::Taken(_)));
    for n in [0, 1, 127, 128, 129, 4_199, 4_200, 8_399, 8_999] {
        assert_eq!(raw(&roster, &format!("u{n}")), Some(record(n, 1)), "person {n}");
    }
    assert_eq!(raw(&roster, "u9000"), None, "nobody");
}

#[test]
fn the_next_list_brings_its_own_and_keeps_none_of_the_list_before() {
    let (_folder, path) = place();
    let roster = open(&path);
    let list = |version| (0..200).map(move |n| sent(&format!("u{n}"), Some(&record(n, version))));
    for version in 1..5 {
        refresh(&roster, &list(version).collect::<Vec<_>>());
        assert_eq!(raw(&roster, "u150"), Some(record(150, version)), "list {version}");
    }
    let without: Vec<User> = (0..199).map(|n| sent(&format!("u{n}"), None)).collect();
    refresh(&roster, &without);
    assert_eq!(raw(&roster, "u150"), None, "the platform sent nothing with this list");
    assert_eq!(raw(&roster, "u199"), None, "who left is nobody");
}

#[test]
fn whoever_is_not_of_a_customer_that_is_read_alone_keeps_theirs() {
    let (_folder, path) = place();
    let roster = open(&path);
    let of = |n: u32, organization: &str, version| User {
        organization_ids: vec![organization.into()],
        ..sent(&format!("u{n}"), Some(&record(n, version)))
    };
    let place = |n| if n % 3 == 0 { "fabrikam" } else { "contoso" };
    refresh(&roster, &(0..600).map(|n| of(n, place(n), 1)).collect::<Vec<_>>());
    let users = (0..600).filter(|n| n % 3 == 0).map(|n| of(n, "fabrikam", 2)).collect();
    let part = Part { organization: "fabrikam".into(), users, read_at: facts().fetched_at };
    roster.replace_part(&part).expect("written").expect("a list");
    for n in [0, 1, 2, 298, 299, 300, 597, 598, 599] {
        let version = if n % 3 == 0 { 2 } else { 1 };
        assert_eq!(raw(&roster, &format!("u{n}")), Some(record(n, version)), "person {n}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// In white space a line's end may come as a space: it says the same.
    #[test]
    fn somebody_who_was_staged_before_is_told_as_given_last(
        pages in proptest::collection::vec(
            proptest::collection::vec((0..40u32, proptest::option::weighted(0.8, "[{}\n\"a-zé]{1,9}")), 1..20),
            1..12,
        ),
        others in proptest::sample::select(vec![0, 200, 4_000]),
    ) {
        let (_folder, path) = place();
        let roster = open(&path);
        let mut staged = roster.begin_refresh().expect("begun");
        let mut expected = BTreeMap::new();
        for (at, page) in pages.iter().enumerate() {
            for (id, raw) in page {
                expected.insert(format!("u{id}"), raw.as_ref().map(|raw| raw.replace('\n', " ")));
            }
            let page: Vec<User> = page.iter().map(|(id, raw)| sent(&format!("u{id}"), raw.as_deref())).collect();
            staged.add(page).expect("staged");
            if at == 0 {
                // The following pages meet what is being packed, or with more others what is on the shelf already.
                let rest: Vec<User> = (0..others).map(|n| sent(&format!("x{n}"), None)).collect();
                staged.add(rest).expect("staged");
            }
        }
        staged.commit(reference(), facts()).expect("written");
        for (id, raw) in expected {
            prop_assert_eq!(roster.raw(&id.as_str().into()).expect("readable"), raw, "{}", id);
        }
    }
}
