//! The real program, on a data folder of its own, against the sample platform as its own process.
//!
//! No test touches the person's keychain: the key of the databases and all credentials are given by the environment, or
//! by a keychain of a private session.
#![allow(missing_docs, reason = "the names of the tests say it")]

mod afterwards;
mod checks;
mod descriptions;
mod desk;
#[cfg(target_os = "linux")]
#[path = "../../../platform/tests/network/encrypted.rs"]
mod encrypted;
mod findings;
mod invitations;
mod keychain;
mod lists;
mod networks;
mod openapi;
mod pages;
mod profiles;
#[cfg(unix)]
#[path = "../../../platform/tests/issuer/provider.rs"]
mod provider;
mod scim;
mod serving;
#[cfg(unix)]
mod sign_ins;
mod stopping;
mod support;
mod trust;
mod views;
