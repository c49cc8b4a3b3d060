//! Findings, the ladder and the use of providers, each beside a computation of its own over random lists.
#![allow(missing_docs)]

mod lists;
mod naive;
mod places;
mod told;
