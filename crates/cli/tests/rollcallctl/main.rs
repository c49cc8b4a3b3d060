//! The real program, on a data folder of its own, against the sample platform as its own process.
//!
//! No test touches the keychain: the key of the databases and all credentials are given by the environment.
#![allow(missing_docs, reason = "the names of the tests say it")]

mod afterwards;
mod checks;
mod descriptions;
mod desk;
mod findings;
mod invitations;
mod lists;
mod openapi;
mod profiles;
mod scim;
mod serving;
mod stopping;
mod views;
