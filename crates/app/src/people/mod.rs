//! The roster: fetched whole, asked for in windows.

mod browse;
mod fetched;
mod list;
mod refresh;

pub(crate) use browse::invitation;
pub(crate) use fetched::Fetched;
pub(crate) use list::{List, fetched_for, foremost, newest_creation};
