//! Connections: what is kept of them, their credentials, and the clients made from both.

mod authorities;
mod book;
mod carrying;
pub(crate) mod client;
mod copies;
mod credentials;
mod descriptions;
mod doctor;
mod documents;
mod matching;
mod profiles;
mod protection;
mod read_only;
mod sample;
mod seems;
mod shown;
mod sign_in;
mod tried;

pub use authorities::authority_file;
pub use book::Tuning;
pub(crate) use book::{Book, Profile};
pub use carrying::{is_connection, parse_connection, secret_headers};
pub(crate) use credentials::Credentials;
pub use credentials::GivenCredentials;
pub(crate) use descriptions::description;
pub use descriptions::{built_in_descriptions, look_at_description, needs_of, with_description_file};
pub(crate) use doctor::examined;
pub use documents::propose_from;
pub(crate) use protection::Protected;
pub(crate) use sample::Sample;
pub(crate) use sign_in::{SignIns, in_words};
