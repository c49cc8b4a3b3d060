//! From a file, or a person typed by hand, to a checked plan.

mod check;
mod desk;
mod draft;
mod preview;
mod view;

pub(crate) use check::{Checked, fingerprint};
pub(crate) use desk::Desk;
pub(crate) use draft::Draft;
