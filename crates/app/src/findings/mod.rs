//! What a list of people shows that somebody should look at: judged when it is asked for, and remembered until the list
//! or what it is judged by is another one.

mod document;
mod judged;
mod ladder;
mod list;
mod mutes;
mod providers;
mod rows;
mod thresholds;

pub(crate) use judged::Judging;
