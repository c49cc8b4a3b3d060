//! The contract: every type that crosses to the window or the command line, and nothing else.
//!
//! Times are RFC 3339 texts, counts are `u32`, ids are texts: what a page can hold without loss.
//! The page's TypeScript is generated from these types.

mod changes;
mod connection;
mod description;
mod doctor;
mod documents;
mod error;
mod event;
mod export;
mod findings;
mod invite;
mod ladder;
mod list;
mod network;
mod openapi;
mod people;
mod providers;
mod repair;
mod review;
mod review_parts;
mod run;
mod since;
mod status;
mod storage;
mod support;
mod system_words;
mod tried;
mod views;
mod window;

pub use changes::*;
pub use connection::*;
pub use description::*;
pub use doctor::*;
pub use documents::*;
pub use error::*;
pub use event::*;
pub use export::*;
pub use findings::*;
pub use invite::*;
pub use ladder::*;
pub use list::*;
pub use network::*;
pub use openapi::*;
pub use people::*;
pub use providers::*;
pub use repair::*;
pub use review::*;
pub use review_parts::*;
pub use run::*;
pub use since::*;
pub use status::*;
pub use storage::*;
pub use support::*;
pub use system_words::*;
pub use tried::*;
pub use views::*;
pub use window::*;

// The window marks its own sentences as the core does.
pub use rollcall_core::phrase;
