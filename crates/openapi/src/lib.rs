//! Reads OpenAPI documents and finds in them what a platform description has to say.
//!
//! [`Document::read`] takes bytes that nobody vouches for; [`Document::propose`] says which operations seem to be the
//! calls that Rollcall needs, why, and what a description would have to say differently for them. Nothing here reads a file
//! or asks a server, and nothing is guessed: what is not certain enough is not found.

mod answers;
mod difference;
mod document;
mod fields;
mod invitation;
mod judge;
mod kinds;
mod marks;
mod nouns;
mod operations;
mod overrides;
mod paging;
mod proposal;
mod refused;
mod schema;
mod search;
mod servers;
mod sign_in;
mod tree;
mod words;

pub use document::Document;
pub use nouns::Call;
pub use proposal::{Candidate, Choice, Found, Place, Proposal, SignIn};
pub use refused::Refused;
pub use tree::{LARGEST, claims_to_be};
