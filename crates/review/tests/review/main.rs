//! What the store of reviews promises.
#![allow(missing_docs)]

mod acts;
mod common;
mod handing;
mod later;
mod model;
mod released;
mod size;
