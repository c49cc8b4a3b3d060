//! Parts that are handed over and come back.

use crate::common::*;
use rollcall_review::*;

fn people(users: &[&str]) -> HandOverPeople {
    HandOverPeople { users: ids(users), organizations: Vec::new() }
}

fn back(user_id: &str, decision: Decision) -> Return<'_> {
    Return { user_id, decision, note: Some("from Bob") }
}

#[test]
fn a_part_holds_the_undecided_people_who_were_meant() {
    let desk = Desk::of(6);
    desk.decide(&["u1"], Decision::Keep);
    let odd = HandOverPeople { organizations: ids(&["odd"]), ..HandOverPeople::default() };
    assert_eq!(desk.reviews.can_be_handed_over("r", &odd).expect("asked"), 2);
    assert_eq!(desk.reviews.hand_over("h", "r", &odd, "Bob", LATER).expect("handed over"), 2);
    let handed = desk.reviews.handed("h").expect("people");
    assert_eq!(handed.iter().map(|one| one.user_id.as_str()).collect::<Vec<_>>(), ["u3", "u5"]);
    assert_eq!((desk.counts().handed_over, desk.row("r", "u3").handed_to.as_deref()), (2, Some("Bob")));
    let refused = desk.reviews.hand_over("x", "r", &people(&["u1"]), "Bob", LATER);
    assert!(matches!(refused, Err(ReviewError::NobodyToHandOver)), "decided already");
    let refused = desk.reviews.hand_over("x", "r", &people(&["stranger"]), "Bob", LATER);
    assert!(matches!(refused, Err(ReviewError::NotReviewed)));
    assert!(matches!(desk.reviews.hand_over_of("x"), Err(ReviewError::NoHandOver)));
}

#[test]
fn what_comes_back_is_one_act_under_the_name_that_it_was_given_to() {
    let desk = Desk::of(3);
    desk.reviews.hand_over("h", "r", &people(&["u0", "u1"]), "Bob", LATER).expect("handed over");
    let returns = [back("u0", Decision::Keep), back("u1", Decision::Remove), back("u2", Decision::Remove)];
    let taken = desk.reviews.take_back("h", &returns, LATER).expect("taken");
    assert_eq!((taken.taken, taken.same, taken.refused.as_slice()), (2, 0, &[(2, Refused::NotHanded)][..]));
    let row = desk.row("r", "u1");
    assert_eq!(
        (row.decided_by.as_deref(), row.note.as_str(), row.came_back),
        (Some("Bob"), "from Bob", true)
    );
    assert_eq!(desk.decision("u2"), None, "nobody else can be decided on through a file");
    let again = desk.reviews.take_back("h", &returns, LATER).expect("taken");
    assert_eq!((again.taken, again.same), (0, 2), "the same file again changes nothing");
    let other = desk.reviews.take_back("h", &[back("u0", Decision::Ask)], LATER).expect("taken");
    assert_eq!(other.taken, 1, "Bob thought again");
    let part = desk.reviews.hand_over_of("h").expect("the part");
    assert_eq!((part.people, part.came_back, part.open), (2, 2, 0));
    desk.reviews.undo("r").expect("taken back");
    assert_eq!(desk.decision("u0"), Some(Decision::Keep));
    desk.reviews.undo("r").expect("taken back");
    assert_eq!(desk.counts().undecided, 3);
}

#[test]
fn a_note_stays_where_a_part_comes_back_that_says_none() {
    let desk = Desk::of(1);
    desk.reviews.hand_over("h", "r", &people(&["u0"]), "Bob", LATER).expect("handed over");
    desk.reviews.take_back("h", &[back("u0", Decision::Ask)], LATER).expect("taken");
    let silent = |decision| Return { note: None, ..back("u0", decision) };
    let again = desk.reviews.take_back("h", &[silent(Decision::Ask)], LATER).expect("taken");
    assert_eq!((again.taken, again.same), (0, 1), "nothing else is said");
    desk.reviews.take_back("h", &[silent(Decision::Keep)], LATER).expect("taken");
    assert_eq!((desk.decision("u0"), desk.row("r", "u0").note.as_str()), (Some(Decision::Keep), "from Bob"));
    let emptied = Return { note: Some(""), ..back("u0", Decision::Keep) };
    assert_eq!(desk.reviews.take_back("h", &[emptied], LATER).expect("taken").taken, 1);
    assert_eq!(desk.row("r", "u0").note, "");
}

#[test]
fn a_part_came_back_when_that_was_of_which_something_is_left() {
    const STILL_LATER: &str = "2026-11-26T10:00:00Z";
    let desk = Desk::of(3);
    desk.reviews.hand_over("h", "r", &people(&["u0", "u1"]), "Bob", START).expect("handed over");
    let returned = || desk.reviews.hand_over_of("h").expect("the part").returned_at;
    let take = |user, at| desk.reviews.take_back("h", &[back(user, Decision::Keep)], at).expect("taken");
    let undo = || desk.reviews.undo("r").expect("taken back");
    take("u0", LATER);
    take("u1", STILL_LATER);
    desk.decide(&["u0", "u1", "u2"], Decision::Remove);
    undo();
    assert_eq!(returned().as_deref(), Some(STILL_LATER), "this was no act of Bob's");
    undo();
    assert_eq!(returned().as_deref(), Some(LATER));
    undo();
    assert_eq!(returned(), None, "nothing of it is left");
    take("u0", STILL_LATER);
    assert_eq!(returned().as_deref(), Some(STILL_LATER), "the file was dropped again");
}

#[test]
fn what_was_decided_or_handed_on_meanwhile_is_not_overwritten() {
    let desk = Desk::of(3);
    desk.reviews.hand_over("bob", "r", &people(&[]), "Bob", LATER).expect("handed over");
    desk.reviews.hand_over("eve", "r", &people(&["u1"]), "Eve", LATER).expect("handed on");
    desk.decide(&["u2"], Decision::Keep);
    let returns = ["u0", "u1", "u2"].map(|user| back(user, Decision::Remove));
    let taken = desk.reviews.take_back("bob", &returns, LATER).expect("taken");
    assert_eq!(taken.taken, 1);
    assert_eq!(taken.refused, [(1, Refused::HandedOn), (2, Refused::DecidedMeanwhile)]);
    assert_eq!([desk.decision("u1"), desk.decision("u2")], [None, Some(Decision::Keep)]);
    let open: Vec<(String, u32)> =
        desk.reviews.hand_overs("r").expect("parts").into_iter().map(|part| (part.to, part.open)).collect();
    assert_eq!(open.iter().map(|(_, open)| open).sum::<u32>(), 1, "u1, in Eve's hands: {open:?}");
}

#[test]
fn a_part_of_which_no_file_was_made_was_never_handed_over() {
    let desk = Desk::of(2);
    desk.reviews.hand_over("bob", "r", &people(&["u0"]), "Bob", START).expect("handed over");
    desk.reviews.hand_over("eve", "r", &people(&[]), "Eve", LATER).expect("handed over");
    desk.reviews.never_handed_over("eve").expect("taken back");
    assert_eq!(desk.row("r", "u0").handed_to.as_deref(), Some("Bob"), "as before");
    assert_eq!(desk.row("r", "u1").handed_to, None);
    assert_eq!(desk.reviews.hand_overs("r").expect("parts").len(), 1);
}

#[test]
fn a_part_of_a_finished_or_unknown_review_is_refused() {
    let desk = Desk::of(1);
    desk.reviews.hand_over("h", "r", &people(&[]), "Bob", LATER).expect("handed over");
    desk.reviews.finish("r", "Rita", 1, LATER).expect("signed off");
    let returns = [back("u0", Decision::Keep)];
    assert!(matches!(desk.reviews.take_back("h", &returns, LATER), Err(ReviewError::Finished)));
    assert!(matches!(desk.reviews.take_back("else", &returns, LATER), Err(ReviewError::NoHandOver)));
    assert_eq!(desk.decision("u0"), None);
}
