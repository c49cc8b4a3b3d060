//! From a file, or a person typed by hand, to a checked plan.

mod again;
mod asked;
mod bytes;
mod change;
mod check;
mod confirming;
mod desk;
mod draft;
mod export;
mod listed;
mod marked;
mod memory;
mod open;
mod preview;
mod queue;
mod reference;
mod repair;
mod state;
mod step;
mod view;

pub(crate) use bytes::file_bytes;
pub(crate) use check::{Checked, fingerprint, same_runs};
pub(crate) use confirming::name_needed;
pub(crate) use desk::Desk;
pub(crate) use draft::Draft;
