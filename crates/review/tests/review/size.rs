//! A review of 100,000 people.

use crate::common::*;
use rollcall_review::*;
use std::time::Instant;

const PEOPLE: u32 = 100_000;

fn told<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    println!("{what}: {} ms", begun.elapsed().as_millis());
    done
}

#[test]
#[ignore = "a measurement: run it with --no-capture"]
fn a_review_of_a_hundred_thousand_people_answers_while_a_person_waits() {
    let desk = told("start", || Desk::of(PEOPLE));
    let reviews = &desk.reviews;
    told("view", || reviews.review("r").expect("a review"));
    let wanted = |filter, offset, words: &[&str]| Wanted {
        roles: None,
        filter,
        offset,
        limit: 200,
        words: ids(words),
        organization: None,
    };
    told("first window", || reviews.rows("r", &wanted(Filter::Undecided, 0, &[])).expect("rows"));
    told("last window", || reviews.rows("r", &wanted(Filter::All, PEOPLE - 200, &[])).expect("rows"));
    told("flagged", || reviews.rows("r", &wanted(Filter::Flagged, 0, &[])).expect("rows"));
    let found = told("search", || reviews.rows("r", &wanted(Filter::All, 0, &["9999"])).expect("rows"));
    assert_eq!(found.total, 19);
    told("one decision", || desk.decide(&["u5"], Decision::Keep));
    told("organizations", || reviews.organizations("r", 500).expect("organizations"));
    let everybody = HandOverPeople::default();
    told("hand over", || reviews.hand_over("h", "r", &everybody, "Bob", LATER).expect("handed over"));
    let users: Vec<String> = (0..PEOPLE).map(|user| format!("u{user}")).collect();
    let back: Vec<Return<'_>> =
        users.iter().map(|user_id| Return { user_id, decision: Decision::Remove, note: Some("n") }).collect();
    told("take back", || reviews.take_back("h", &back, LATER).expect("taken"));
    told("undo", || reviews.undo("r").expect("taken back"));
    told("take back again", || reviews.take_back("h", &back, LATER).expect("taken"));
    let now = same(PEOPLE - 10);
    told("compare", || reviews.compare("r", LATER, &now, &[]).expect("compared"));
    told("verify", || reviews.verify("r").expect("the same"));
    told("everybody", || reviews.everybody("r", Filter::All).expect("rows"));
    reviews.finish("r", "Rita", 0, LATER).expect("signed off");
    let removals = reviews.removals("r").expect("removals");
    let found: Vec<_> = removals.into_iter().map(|(id, _)| (id, Stands::Gone, None)).collect();
    told("follow", || reviews.follow("r", LATER, &found).expect("followed"));
    told("follow-up", || {
        (
            reviews.follow_up("r").expect("known"),
            reviews.follow_rows("r", &[Stands::Gone], 0, 200).expect("rows"),
        )
    });
}
