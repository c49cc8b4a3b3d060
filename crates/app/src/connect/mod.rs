//! Connections: what is kept of them, their credentials, and the clients made from both.

mod book;
mod carrying;
pub(crate) mod client;
mod credentials;
mod descriptions;
mod doctor;
mod documents;
mod matching;
mod profiles;
mod protection;
mod sample;
mod sign_in;

pub use book::Tuning;
pub(crate) use book::{Book, Profile};
pub(crate) use credentials::Credentials;
pub use credentials::GivenCredentials;
pub(crate) use protection::Protection;
pub(crate) use sample::Sample;
pub(crate) use sign_in::{SignIns, in_words};

fn not_yet() -> crate::contract::AppError {
    crate::contract::AppError::new(crate::contract::ErrorCode::Internal, "Not written yet.")
}
