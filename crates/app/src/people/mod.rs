//! The roster: fetched whole, asked for in windows.

mod browse;
mod refresh;

pub(crate) use browse::invitation;
pub(crate) use refresh::FRESH;
