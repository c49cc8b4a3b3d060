//! Access reviews: who was looked at, what was decided, and what became of it.
//!
//! A review freezes the people of its scope as one complete list had them. Each decision is on disk when the call
//! returns, so that pausing is closing and going on is opening. What a later list says of these people is kept
//! beside them and changes none of them. Once a review is signed off nothing in it changes any more; only what
//! becomes of its removals is noted.
//!
//! It all names people, so the database is encrypted like the list of people.

mod act;
mod compare;
mod decision;
mod error;
mod follow;
mod hand_over;
mod person;
mod review;
mod rows;
mod schema;
mod store;

pub use act::LastAct;
pub use compare::Known;
pub use decision::Decision;
pub use error::ReviewError;
pub use follow::{FollowRow, FollowUp, FollowWindow, Stands, stands};
pub use hand_over::{HandOver, HandOverPeople, HandedPerson, Refused, Return, Taken};
pub use person::{Change, Held, Named, Part, Person, roster_hash};
pub use review::{Counts, NewReview, Review, SignedOff};
pub use rows::{Filter, LARGEST_WINDOW, LastTime, OrganizationOfReview, Row, Rows, Since, Wanted};
pub use schema::SCHEMA;
pub use store::Reviews;
