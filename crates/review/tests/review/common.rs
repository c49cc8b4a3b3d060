//! A database of its own, and people of whom a review is made.

use rollcall_review::*;
use std::collections::HashMap;
use tempfile::TempDir;

pub const START: &str = "2026-11-26T08:00:00Z";
pub const LATER: &str = "2026-11-26T09:00:00Z";

pub struct Desk {
    pub folder: TempDir,
    pub reviews: Reviews,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let reviews = Reviews::open(&folder.path().join("review.db"), None).expect("opens");
        Self { folder, reviews }
    }

    /// With one review, `r`, of so many people: `u0`, `u1`, …
    pub fn of(people: u32) -> Self {
        let desk = Self::new();
        desk.start("r", "everyone", people);
        desk
    }

    pub fn start(&self, id: &str, scope: &str, people: u32) {
        let people: Vec<Person> = (0..people).map(person).collect();
        self.reviews.start(&new(id, scope), &people).expect("started");
    }

    pub fn reopened(self) -> Self {
        let Self { folder, reviews } = self;
        drop(reviews);
        let reviews = Reviews::open(&folder.path().join("review.db"), None).expect("opens again");
        Self { folder, reviews }
    }

    pub fn decide(&self, users: &[&str], decision: Decision) {
        self.reviews.decide("r", &ids(users), decision, Some("a note"), "Rita", LATER).expect("decided");
    }

    pub fn decision(&self, user: &str) -> Option<Decision> {
        self.row("r", user).decision
    }

    pub fn row(&self, review: &str, user: &str) -> Row {
        let rows = self.reviews.everybody(review, Filter::All).expect("rows");
        rows.into_iter().find(|row| row.user_id == user).expect("somebody of the review")
    }

    pub fn counts(&self) -> Counts {
        self.reviews.review("r").expect("a review").counts
    }
}

pub fn new<'a>(id: &'a str, scope: &'a str) -> NewReview<'a> {
    NewReview {
        id,
        scope,
        words: "Everyone",
        platform: "https://api.example platform p-1",
        facts: "{}",
        reviewer: "Rita",
        reviewer_email: None,
        at: START,
        fetched_at: START,
        repeat_months: None,
    }
}

pub fn ids(users: &[&str]) -> Vec<String> {
    users.iter().map(|user| (*user).to_owned()).collect()
}

pub fn named(id: &str) -> Named {
    Named { id: id.to_owned(), name: format!("Name of {id}") }
}

/// Somebody with two roles; those of an odd number belong to the organization `odd`.
pub fn person(number: u32) -> Person {
    let organization = if number % 2 == 1 { "odd" } else { "even" };
    let held = Held {
        name: format!("Person {number}"),
        email: format!("u{number}@x.example"),
        state: "Active".to_owned(),
        roles: vec![named("r1"), named("r2")],
        identity_provider: Some(named("p1")),
        organizations: vec![named(organization)],
    };
    let search = format!("person {number}\nu{number}@x.example");
    Person { user_id: format!("u{number}"), held, search, own: number == 0 }
}

/// The people of a list in which nothing is different.
pub fn same(people: u32) -> HashMap<String, Held> {
    (0..people).map(person).map(|person| (person.user_id, person.held)).collect()
}
