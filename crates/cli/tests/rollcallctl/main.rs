//! The real program, on a data folder of its own, against the sample platform as its own process.
//!
//! No test touches the keychain: the key of the databases and all credentials are given by the environment.
#![allow(missing_docs, reason = "the names of the tests say it")]

mod afterwards;
mod checks;
mod desk;
mod findings;
mod invitations;
mod lists;
mod profiles;
#[cfg(unix)]
#[path = "../../../platform/tests/issuer/provider.rs"]
mod provider;
mod serving;
#[cfg(unix)]
mod sign_ins;
mod stopping;
mod views;
