//! Writes a report for people who ask for proof, as a PDF that can be kept and read by everyone.
//!
//! A [`Report`] is words and tables; what they say is the caller's. Every text in it is set as it
//! stands, letter by letter, and never read as markup. The letters come from the fonts of the machine and, where it has none,
//! from fonts that Rollcall brings along; a letter that none of them has is written as its code
//! and counted ([`Pdf::unknown_letters`]).

mod fonts;
mod letters;
mod report;
mod setting;

pub use report::{Column, Fact, Report, Table};
pub use setting::{EvidenceError, Pdf, pdf};
