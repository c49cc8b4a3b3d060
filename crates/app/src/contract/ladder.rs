//! The roles as a ladder by weight.

use super::SaidBy;
pub use rollcall_core::WeightDirection;
use rollcall_core::{RoleId, Sentence};
use serde::Serialize;
use specta::Type;

/// The roles as a ladder, and who stands where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LadderView {
    /// When the list was fetched; absent before the first refresh.
    pub as_of: Option<String>,
    /// Which weights are taken for more power.
    pub direction: WeightDirection,
    /// What the names of the roles speak for; absent where they say nothing.
    pub inferred: Option<WeightDirection>,
    /// Why the direction is taken, in sentences.
    pub reason: Vec<Sentence>,
    /// Who said which direction it is; absent where it is assumed.
    pub said: Option<SaidBy>,
    /// The rungs, most power first; roles without a weight on the last.
    pub rungs: Vec<RungView>,
    /// People in all.
    pub people: u32,
    /// People who hold two roles or more.
    pub several: u32,
    /// People who hold none.
    pub none: u32,
    /// Roles that people hold together, most people first, at most 50 sets.
    pub sets: Vec<RoleSetView>,
    /// How many such sets there are.
    pub sets_total: u32,
    /// Known combinations that somebody has.
    pub combinations: Vec<CombinationView>,
}

/// The roles of one weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RungView {
    /// The weight.
    pub weight: Option<i32>,
    /// The roles.
    pub roles: Vec<RoleOnRungView>,
    /// People who hold a role of this weight.
    pub people: u32,
    /// People who hold none that is higher.
    pub highest: u32,
}

/// A role and who holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RoleOnRungView {
    /// Its id.
    pub id: RoleId,
    /// Its name.
    pub name: String,
    /// People who hold it.
    pub people: u32,
    /// People who hold nothing else.
    pub alone: u32,
    /// Whether it gives power over others.
    pub privileged: bool,
}

/// Roles that people hold together, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoleSetView {
    /// The roles, highest first.
    pub role_ids: Vec<RoleId>,
    /// Their names, in the same order.
    pub roles: Vec<String>,
    /// People who hold exactly these.
    pub people: u32,
    /// What is known of the combination.
    pub explanations: Vec<String>,
}

/// A known combination of roles and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CombinationView {
    /// Its word for programs.
    pub id: String,
    /// What it is, in a few words.
    pub title: String,
    /// What it means.
    pub explanation: String,
    /// Where that is written.
    pub source: String,
    /// People who have it.
    pub people: u32,
    /// Whether it is told as a finding.
    pub finding: bool,
}
