//! What a list of people shows that somebody should look at: values in, findings out, nothing read or written.
//!
//! A [`Judge`] sees people one after another and keeps of each only what its rules need, so that a list of a million
//! can be judged while it is read. Each rule is a function of one person, or of what was counted over all of them, and
//! stands with its reason in `rules`. The ladder of roles and the use of identity providers come from the same
//! walk.

mod combinations;
mod facts;
mod finding;
mod judge;
mod known;
mod ladder;
mod numbered;
mod person;
mod providers;
mod role_sets;
mod rule;
mod rules;
mod switched_off;
mod thresholds;

pub use combinations::{Combination, combinations};
pub use facts::Facts;
pub use finding::{Filter, Finding, MOST_PARTS, Part};
pub use judge::{Judge, Judgement};
pub use ladder::{CombinationHeld, Ladder, RoleOnRung, RoleSetHeld, Rung};
pub use providers::{MOST_SHARES, ProviderUse, Share};
pub use role_sets::RoleSets;
pub use rule::{FindingSeverity, Rule};
pub use rules::{Elsewhere, Powerful, several_platforms};
pub use switched_off::{SwitchedOff, WhatIf};
pub use thresholds::{OutOfRange, ThresholdLimit, Thresholds};
