//! Views of the list of people: kept for each connection, in the person's own order, and carried from one to another.

mod file;
mod kept;
mod names;
mod written;

pub(crate) use kept::KeptViews;
