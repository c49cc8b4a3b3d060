//! Deciding, taking back, signing off.

use crate::common::*;
use rollcall_review::*;

#[test]
fn a_decision_is_there_after_closing_and_can_still_be_taken_back() {
    let desk = Desk::of(3);
    desk.decide(&["u1"], Decision::Keep);
    desk.decide(&["u1", "u2"], Decision::Remove);
    let desk = desk.reopened();
    assert_eq!([desk.decision("u1"), desk.decision("u2")], [Some(Decision::Remove); 2]);
    let undone = desk.reviews.undo("r").expect("taken back");
    assert_eq!((undone.decision, undone.people), (Some(Decision::Remove), 2));
    assert_eq!([desk.decision("u1"), desk.decision("u2")], [Some(Decision::Keep), None]);
    desk.reviews.undo("r").expect("taken back");
    assert_eq!(desk.counts().undecided, 3);
    assert!(matches!(desk.reviews.undo("r"), Err(ReviewError::NothingToUndo)));
}

#[test]
fn a_note_stays_until_another_one_is_given() {
    let desk = Desk::of(1);
    desk.decide(&["u0"], Decision::Ask);
    desk.reviews.decide("r", &ids(&["u0"]), Decision::Keep, None, "Rita", LATER).expect("decided");
    assert_eq!(desk.row("r", "u0").note, "a note");
    desk.reviews.decide("r", &ids(&["u0"]), Decision::Keep, Some(""), "Rita", LATER).expect("decided");
    assert_eq!(desk.row("r", "u0").note, "");
    desk.reviews.undo("r").expect("taken back");
    assert_eq!(desk.row("r", "u0").note, "a note");
}

#[test]
fn nobody_is_decided_on_where_one_of_them_is_not_part_of_the_review() {
    let desk = Desk::of(2);
    let refused = desk.reviews.decide("r", &ids(&["u0", "stranger"]), Decision::Keep, None, "Rita", LATER);
    assert!(matches!(refused, Err(ReviewError::NotReviewed)));
    assert_eq!((desk.counts().undecided, desk.reviews.last_act("r").expect("asked")), (2, None));
}

#[test]
fn who_is_chosen_twice_is_decided_on_once() {
    let desk = Desk::of(2);
    desk.decide(&["u0", "u0"], Decision::Keep);
    assert_eq!(desk.reviews.last_act("r").expect("asked").map(|act| act.people), Some(1));
}

#[test]
fn a_review_ends_only_with_as_many_undecided_as_was_said_and_then_nothing_changes() {
    let desk = Desk::of(3);
    desk.decide(&["u0"], Decision::Remove);
    for said in [0, 1, 3] {
        let refused = desk.reviews.finish("r", "Rita", said, LATER);
        assert!(matches!(refused, Err(ReviewError::Undecided(2))), "said {said}");
    }
    desk.reviews.finish("r", "Rita Roe", 2, LATER).expect("signed off");
    let end = desk.reviews.review("r").expect("a review").finished.expect("an end");
    assert_eq!((end.by.as_str(), end.undecided), ("Rita Roe", 2));
    let before = desk.reviews.everybody("r", Filter::All).expect("rows");
    let all = HandOverPeople::default();
    let refused = [
        desk.reviews.decide("r", &ids(&["u1"]), Decision::Keep, None, "Rita", LATER).err(),
        desk.reviews.undo("r").err(),
        desk.reviews.hand_over("h", "r", &all, "Bob", LATER).err(),
        desk.reviews.finish("r", "Rita", 2, LATER).err(),
        desk.reviews.discard("r").err(),
    ];
    for refused in refused {
        assert!(matches!(refused, Some(ReviewError::Finished)), "{refused:?}");
    }
    desk.reviews.compare("r", LATER, &same(1), &[person(7)]).expect("it is only not taken");
    assert_eq!(desk.reviews.everybody("r", Filter::All).expect("rows"), before);
    assert_eq!(desk.counts().appeared, 0);
}

#[test]
fn whoever_would_leave_people_undecided_is_told_that_everybody_is_decided_on_by_now() {
    let desk = Desk::of(2);
    desk.decide(&["u0", "u1"], Decision::Keep);
    let refused = desk.reviews.finish("r", "Rita", 2, LATER).expect_err("they were two before");
    assert_eq!(
        refused.to_string(),
        "Everybody is decided on by now, so nobody would stay undecided. It was not signed off yet; finish again."
    );
    desk.reviews.finish("r", "Rita", 0, LATER).expect("signed off");
}

#[test]
fn a_review_of_nobody_is_not_started_and_a_discarded_one_is_gone() {
    let desk = Desk::new();
    assert!(matches!(desk.reviews.start(&new("r", "everyone"), &[]), Err(ReviewError::Nobody)));
    desk.start("r", "everyone", 2);
    desk.decide(&["u0"], Decision::Keep);
    desk.reviews.hand_over("h", "r", &HandOverPeople::default(), "Bob", LATER).expect("handed over");
    desk.reviews.discard("r").expect("discarded");
    assert!(matches!(desk.reviews.review("r"), Err(ReviewError::Gone)));
    assert!(matches!(desk.reviews.hand_over_of("h"), Err(ReviewError::NoHandOver)));
    assert!(matches!(
        desk.reviews.decide("r", &ids(&["u0"]), Decision::Keep, None, "Rita", LATER),
        Err(ReviewError::Gone)
    ));
    desk.start("r", "everyone", 1);
    assert_eq!(desk.counts().undecided, 1, "nothing of the one before is left");
}

#[test]
fn a_review_shows_what_was_decided_last_time_and_is_repeated_as_often_as_that_one() {
    let desk = Desk::of(2);
    desk.reviews.set_repeat("r", Some(6)).expect("set");
    desk.decide(&["u0"], Decision::Ask);
    desk.reviews.finish("r", "Rita", 1, LATER).expect("signed off");
    desk.start("next", "everyone", 3);
    desk.start("other", "another scope", 3);
    let row = |review: &str, user: &str| {
        let rows = desk.reviews.rows(review, &Wanted { limit: 10, ..Wanted::default() }).expect("rows").rows;
        rows.into_iter().find(|row| row.user_id == user).expect("somebody").last_time
    };
    let last = row("next", "u0").expect("it was decided");
    assert_eq!((last.decision, last.note.as_str(), last.by.as_str()), (Decision::Ask, "a note", "Rita"));
    assert_eq!([row("next", "u1"), row("next", "u2"), row("other", "u0")], [None, None, None]);
    let next = desk.reviews.review("next").expect("a review");
    assert_eq!((next.previous.as_deref(), next.repeat_months), (Some("r"), Some(6)));
    assert_eq!(desk.reviews.facts("next").expect("facts"), next.facts);
    assert!(matches!(desk.reviews.facts("unknown"), Err(ReviewError::Gone)));
    assert!(desk.reviews.review("r").expect("a review").repeated);
    assert!(!next.repeated);
    desk.reviews.finish("next", "Rita", 3, LATER).expect("signed off");
    let never = NewReview { repeat_months: Some(0), ..new("never", "everyone") };
    desk.reviews.start(&never, &[person(1)]).expect("started");
    assert_eq!(desk.reviews.review("never").expect("a review").repeat_months, None, "whatever was before");
}

#[test]
fn people_are_found_by_filter_words_and_organization_a_window_at_a_time() {
    let desk = Desk::of(1_200);
    desk.decide(&["u1", "u3", "u1101"], Decision::Remove);
    let found = |wanted: Wanted| {
        let rows = desk.reviews.rows("r", &wanted).expect("rows");
        (rows.total, rows.rows.into_iter().map(|row| row.user_id).collect::<Vec<_>>())
    };
    let removed = Wanted { filter: Filter::Decided(Decision::Remove), limit: 2, ..Wanted::default() };
    assert_eq!(found(removed.clone()), (3, ids(&["u1", "u3"])));
    assert_eq!(found(Wanted { offset: 2, ..removed.clone() }), (3, ids(&["u1101"])));
    let words = vec!["person".to_owned(), "u110".to_owned()];
    assert_eq!(found(Wanted { words, limit: 1, ..Wanted::default() }), (11, ids(&["u110"])));
    let odd = Wanted { organization: Some("odd".into()), filter: Filter::Undecided, ..Wanted::default() };
    assert_eq!(found(odd).0, 597);
    let of = |id: &str, name: &str| {
        let roles = Some(vec![Named { id: id.into(), name: name.into() }, named("nobody's")]);
        found(Wanted { roles, limit: 1, ..Wanted::default() }).0
    };
    assert_eq!(
        [of("r2", "called otherwise"), of("r3", "Name of r2"), of("", "Name of r2")],
        [1_200, 0, 1_200]
    );
    assert_eq!(found(Wanted { roles: Some(Vec::new()), ..Wanted::default() }).0, 0, "none of no roles");
    assert_eq!(found(Wanted { limit: 9_999, ..Wanted::default() }).1.len(), 500, "a window is not larger");
    assert_eq!(found(Wanted { filter: Filter::Flagged, limit: 9, ..Wanted::default() }), (1, ids(&["u0"])));
    let organizations = desk.reviews.organizations("r", 10).expect("organizations");
    let counted: Vec<_> =
        organizations.iter().map(|one| (one.id.as_str(), one.people, one.undecided)).collect();
    assert_eq!(counted, [("even", 600, 600), ("odd", 600, 597)]);
}

#[test]
fn people_who_were_changed_in_the_file_are_noticed() {
    let desk = Desk::of(3);
    desk.decide(&["u1"], Decision::Keep);
    desk.reviews.verify("r").expect("decisions are not part of the hash");
    let path = desk.folder.path().join("review.db");
    let file = rusqlite::Connection::open(path).expect("the file");
    let altered = "UPDATE person SET held = replace(held, 'Active', 'Blocked') WHERE user_id = 'u2'";
    assert_eq!(file.execute(altered, []).expect("written"), 1);
    assert!(matches!(desk.reviews.verify("r"), Err(ReviewError::Altered)));
}
