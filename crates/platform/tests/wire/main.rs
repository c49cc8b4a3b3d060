//! The client against servers that answer exactly one thing.

mod ahead;
mod common;
mod descriptions;
mod explained;
mod forms;
mod invites;
mod lists;
mod pages;
mod raw;
mod secrets;
mod sign_ins;
mod tokens;
mod users;
