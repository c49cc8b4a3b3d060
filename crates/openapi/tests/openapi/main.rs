//! What is found in OpenAPI documents: our own, others', strangers', and broken ones.
#![allow(missing_docs, reason = "the names of the tests say it")]

mod anything;
mod documents;
mod gateways;
mod kinds;
mod overrides;
mod paging;
mod tags;

use rollcall_openapi::{Call, Choice, Document, Proposal, Refused};
use std::path::PathBuf;

/// The built-in description that is overridden.
fn base() -> toml::Table {
    table("appxite")
}

/// A built-in description.
fn table(kind: &str) -> toml::Table {
    let path = root().join("crates/platform/descriptions").join(kind).with_extension("toml");
    std::fs::read_to_string(path).expect("the built-in description").parse().expect("TOML")
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn bytes(name: &str) -> Vec<u8> {
    match name {
        "the sandbox's" => rollcall_sandbox::Sandbox::openapi().to_string().into_bytes(),
        name => std::fs::read(root().join("testdata/openapi").join(name))
            .unwrap_or_else(|problem| panic!("{name}: {problem}")),
    }
}

fn read(name: &str) -> Result<Document, Refused> {
    Document::read(&bytes(name))
}

fn proposed(name: &str, choices: &[Choice]) -> Proposal {
    proposed_as("appxite", name, choices)
}

fn proposed_as(kind: &str, name: &str, choices: &[Choice]) -> Proposal {
    read(name).unwrap_or_else(|refused| panic!("{name}: {refused}")).propose(&table(kind), choices)
}

fn chosen(proposal: &Proposal, call: Call) -> Option<&str> {
    proposal.calls.iter().find(|found| found.call == call).expect("every call is told").chosen.as_deref()
}
