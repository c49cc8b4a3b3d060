//! What the use cases promise: each file of one subject, all in one program, since each program carries all of Rollcall.
#![allow(missing_docs)]

mod common;
#[path = "../../../platform/tests/issuer/provider.rs"]
mod provider;

mod afterwards;
mod books;
mod changes;
mod confirming;
mod connections;
mod crashing;
mod deciding;
mod documents;
mod drafts;
mod exports;
mod faults;
mod findings;
mod held;
mod interrupted;
mod invite;
mod looks;
mod lost;
mod never_twice;
mod organizations;
mod queues;
mod raw;
mod read_only;
mod remembered;
mod repairs;
mod reports;
mod rescoped;
mod reviewed_parts;
mod reviews;
mod settings;
mod sign_ins;
mod tokens;
mod unclear;
mod window;
