//! What later lists say.

use crate::common::*;
use rollcall_review::*;

#[test]
fn who_changed_left_or_appeared_is_flagged_and_stays_as_they_were() {
    let desk = Desk::of(4);
    let mut now = same(4);
    now.remove("u1");
    now.get_mut("u2").expect("listed").roles.pop();
    desk.reviews.compare("r", LATER, &now, &[person(9)]).expect("compared");
    let since = |user: &str| desk.row("r", user).since;
    assert_eq!([since("u0"), since("u1"), since("u3")], [None, Some(Since::Left), None]);
    let Some(Since::Changed(changes)) = since("u2") else { panic!("it changed") };
    assert_eq!((changes.len(), changes[0].part, changes[0].after.len()), (1, Part::Roles, 1));
    assert_eq!(desk.row("r", "u2").held.roles.len(), 2, "what they held at the start stands");
    let counts = desk.counts();
    assert_eq!((counts.people, counts.changed, counts.left, counts.appeared), (4, 1, 1, 1));
    let (total, appeared) =
        desk.reviews.appeared("r", &Wanted { limit: 5, ..Wanted::default() }).expect("rows");
    assert_eq!((total, appeared[0].0.as_str()), (1, "u9"));
    desk.reviews.verify("r").expect("the people are those of the start");
}

#[test]
fn who_is_again_as_at_the_start_is_flagged_no_longer() {
    let desk = Desk::of(2);
    desk.reviews.compare("r", LATER, &same(1), &[person(9)]).expect("compared");
    assert_eq!((desk.counts().left, desk.counts().appeared), (1, 1));
    desk.reviews.compare("r", "2026-11-27T08:00:00Z", &same(2), &[]).expect("compared");
    let counts = desk.counts();
    assert_eq!((counts.left, counts.changed, counts.appeared), (0, 0, 0));
    assert_eq!(desk.reviews.review("r").expect("a review").compared_with, "2026-11-27T08:00:00Z");
}

#[test]
fn removals_are_followed_from_the_end_on_by_each_newer_list() {
    let desk = Desk::of(4);
    desk.decide(&["u0", "u1"], Decision::Remove);
    let gone = |user: &str| (user.to_owned(), Stands::Gone, None);
    assert!(matches!(desk.reviews.follow("r", LATER, &[gone("u0")]), Err(ReviewError::NotFinished)));
    desk.reviews.finish("r", "Rita", 2, LATER).expect("signed off");
    let removals: Vec<String> =
        desk.reviews.removals("r").expect("removals").into_iter().map(|(id, _)| id).collect();
    assert_eq!(removals, ["u0", "u1"]);
    let followed = desk.reviews.follow_up("r").expect("asked");
    assert_eq!((followed.as_of, followed.removals), (None, 2));
    let still = ("u1".to_owned(), Stands::StillThere, Some(person(1).held));
    desk.reviews.follow("r", LATER, &[gone("u0"), still, gone("u2")]).expect("followed");
    let followed = desk.reviews.follow_up("r").expect("asked");
    assert_eq!((followed.as_of.as_deref(), followed.counts[&Stands::Gone]), (Some(LATER), 1), "u2 is kept");
    let rows = desk.reviews.follow_rows("r", &[Stands::StillThere], 0, 10).expect("rows");
    assert_eq!((rows.total, rows.rows[0].user_id.as_str()), (1, "u1"));
    assert_eq!(rows.rows[0].now.as_ref().map(|now| now.name.as_str()), Some("Person 1"));
    desk.reviews.follow("r", "2026-12-01T08:00:00Z", &[gone("u0"), gone("u1")]).expect("followed");
    assert_eq!(desk.reviews.follow_up("r").expect("asked").counts[&Stands::Gone], 2);
    assert_eq!(desk.reviews.follow_rows("r", &[], 1, 10).expect("rows").rows.len(), 1);
}
