//! What a list of people shows that somebody should look at.

use super::{UserQuery, UserRow};
use rollcall_core::{Sentence, UserId};
pub use rollcall_findings::{FindingSeverity, Rule, ThresholdLimit, Thresholds};
use serde::Serialize;
use specta::Type;

/// Everything that the rules say of one list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingsView {
    /// When the list was fetched; absent before the first refresh. Nothing is judged then.
    pub as_of: Option<String>,
    /// Whether that list is known to be whole.
    pub complete: bool,
    /// People judged.
    pub people: u32,
    /// What nobody muted, or what is about people who came to it since; the worst first, then the most people.
    pub findings: Vec<FindingView>,
    /// What somebody muted, in the same order. A mute ends by itself after its last day.
    pub muted: Vec<FindingView>,
    /// Rules that found nothing.
    pub clear: Vec<ClearRule>,
}

/// What one rule found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Which rule.
    pub rule: Rule,
    /// How serious it is.
    pub severity: FindingSeverity,
    /// What it is about, in a few words.
    pub title: String,
    /// What it means.
    pub meaning: String,
    /// What to do about it.
    pub to_do: String,
    /// People found.
    pub people: u32,
    /// Where they are, most people first, at most 20. Somebody in two of them counts in both.
    pub parts: Vec<FindingPart>,
    /// How many parts there are.
    pub parts_total: u32,
    /// What was assumed, a sentence each.
    pub basis: Vec<Sentence>,
    /// What shows exactly these people in the list: a filter where one says so, else their ids, if they are not too
    /// many for a question. Absent otherwise.
    pub query: Option<UserQuery>,
    /// Who muted it, and until when.
    pub mute: Option<MuteView>,
}

/// An organization, a role, a mail domain, a provider or a platform, and the people of a finding who are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FindingPart {
    /// Its name.
    pub label: String,
    /// People there.
    pub people: u32,
}

/// A rule that found nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ClearRule {
    /// Which.
    pub rule: Rule,
    /// What it looks for.
    pub title: String,
}

/// Why a finding is not told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MuteView {
    /// Who muted it: a typed name, or the account of the computer.
    pub by: String,
    /// When.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The last day on which it holds, in UTC: `YYYY-MM-DD`.
    pub until: String,
    /// How many people were found since, or parts of a finding that is about no people. It does not hold for them, so
    /// the finding is told again.
    pub new_since: u32,
}

/// A window of the people of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FindingPeople {
    /// People found.
    pub total: u32,
    /// The window's rows. People who are one person stand side by side.
    pub rows: Vec<UserRow>,
}

/// From where on something is told, and what a person may set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ThresholdsView {
    /// As they are set.
    pub thresholds: Thresholds,
    /// The range and the default of each number.
    pub limits: Vec<ThresholdLimit>,
}

/// Who said something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SaidBy {
    /// The account of the computer.
    pub by: String,
    /// When.
    pub at: String,
}

/// What the lists of connections show, for programs.
#[derive(Clone, Debug, Serialize)]
pub struct FindingsDocument {
    /// [`super::DOCUMENT_SCHEMA`].
    pub schema: u32,
    /// Each connection that was asked for, in order.
    pub platforms: Vec<PlatformFindings>,
}

/// What the list of one connection shows.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlatformFindings {
    /// The connection's name.
    pub profile: String,
    /// When the list was fetched.
    pub as_of: String,
    /// Whether that list is known to be whole.
    pub complete: bool,
    /// People judged.
    pub people: u32,
    /// What was found, the worst first; what is muted stands among it and says so.
    pub findings: Vec<FindingDocument>,
}

/// What one rule found, with its people.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingDocument {
    /// Which rule.
    pub rule: Rule,
    /// How serious it is.
    pub severity: FindingSeverity,
    /// What it is about, in a few words.
    pub title: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What to do about it.
    pub to_do: &'static str,
    /// People found.
    pub people: u32,
    /// They.
    pub user_ids: Vec<UserId>,
    /// Where they are, most people first, at most 20.
    pub parts: Vec<FindingPart>,
    /// How many parts there are.
    pub parts_total: u32,
    /// What was assumed, a sentence each.
    pub basis: Vec<String>,
    /// Who muted it, and until when; null where nobody did.
    pub mute: Option<MuteView>,
    /// Whether nobody muted it, or it is about somebody new since.
    pub open: bool,
}
