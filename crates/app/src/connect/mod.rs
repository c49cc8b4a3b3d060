//! Connections: what is kept of them, their credentials, and the clients made from both.

mod book;
pub(crate) mod client;
mod credentials;
mod profiles;
mod protection;
mod sample;

pub use book::Tuning;
pub(crate) use book::{Book, Profile};
pub(crate) use credentials::Credentials;
pub use credentials::GivenCredentials;
pub(crate) use protection::Protection;
pub(crate) use sample::Sample;
