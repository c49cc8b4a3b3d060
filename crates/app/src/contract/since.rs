//! What is done with a run after its end: reports of it, and what became of the people whom it invited.

use super::{RowState, RunFile, RunState};
use rollcall_core::OrganizationId;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use std::path::Path;

/// How a list or a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReportFormat {
    /// A workbook.
    Xlsx,
    /// For every spreadsheet program.
    Csv,
    /// For programs.
    Json,
}

impl ReportFormat {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Json];

    /// The ending of such a file's name, without a dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format that the ending of a file's name asks for, in any case.
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        Self::ALL.into_iter().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }
}

/// What became of somebody whom a run invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Afterwards {
    /// Is active now.
    Accepted,
    /// Has not accepted yet, and the link in the mail works.
    Waits,
    /// Has not accepted, and the link in the mail no longer works.
    Lapsed,
    /// Is not on the list any more.
    NotListed,
    /// Is blocked.
    Blocked,
    /// Is listed in a state that Rollcall has no name for.
    Other,
}

/// What became of the people whom a run invited, as the list of people shows it. Everybody counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunSince {
    /// When the list was begun; absent where there is no complete one of the platform that the run went to. Then
    /// nothing is counted but who was invited.
    pub as_of: Option<String>,
    /// People whom the run invited.
    pub invited: u32,
    /// What became of them.
    pub people: SinceCounts,
    /// The same by organization, by name. Somebody in two organizations counts in both.
    pub organizations: Vec<SinceOrganization>,
}

/// People by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SinceCounts {
    /// Active now.
    pub accepted: u32,
    /// Not yet, and the link in the mail works.
    pub waits: u32,
    /// Of those, whose link stops working within two days.
    pub lapse_soon: u32,
    /// Not yet, and the link in the mail no longer works.
    pub lapsed: u32,
    /// No longer listed.
    pub not_listed: u32,
    /// Blocked.
    pub blocked: u32,
    /// In a state that Rollcall has no name for.
    pub other: u32,
}

/// People of one organization by what became of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SinceOrganization {
    /// The organization.
    pub id: OrganizationId,
    /// `Name – ERP id`, the name alone, or the id of one that is no longer listed.
    pub label: String,
    /// People whom the run invited into it.
    pub invited: u32,
    /// What became of them.
    pub people: SinceCounts,
}

/// What became of the people whom a run invited: what `rollcallctl runs show --since` prints.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunSinceDocument {
    /// [`DOCUMENT_SCHEMA`](super::DOCUMENT_SCHEMA).
    pub schema: u32,
    /// The run.
    pub run_id: String,
    /// The connection's name.
    pub profile: String,
    /// The file.
    pub file: RunFile,
    /// What became of them.
    #[serde(flatten)]
    pub since: RunSince,
}

/// The head of a report as JSON; the rows follow under `rows`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportHead {
    /// [`DOCUMENT_SCHEMA`](super::DOCUMENT_SCHEMA).
    pub schema: u32,
    /// The run.
    pub run_id: String,
    /// The connection's name.
    pub profile: String,
    /// The file.
    pub file: RunFile,
    /// Where it went.
    pub platform: ReportPlatform,
    /// When it was begun.
    pub started_at: String,
    /// Who began it, on this computer.
    pub started_by: String,
    /// How it stands.
    pub state: RunState,
    /// Since when.
    pub state_since: String,
    /// When this was written.
    pub written_at: String,
    /// Rows by state; those without rows are left out.
    pub counts: BTreeMap<RowState, u32>,
    /// The person's own columns, left to right.
    pub headers: Vec<String>,
}

/// Where a run went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportPlatform {
    /// Its address, or "Sample platform".
    pub address: String,
    /// Which part of it, such as "platform 5804b8cf"; absent for the sample platform.
    pub scope: Option<String>,
    /// The account that was signed in, where the sign-in tells.
    pub subject: Option<String>,
}

/// A row of a report as JSON.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportRowDocument<'a> {
    /// The row's number in the person's file.
    pub row: u32,
    /// Its cells, under the report's headers.
    pub cells: &'a [String],
    /// How it stands.
    pub state: RowState,
    /// The same in words.
    pub result: &'a str,
    /// The row that carries its invitation.
    pub of: Option<u32>,
    /// Why, as a code.
    pub code: Option<&'a str>,
    /// Why, in words.
    pub reason: Option<&'a str>,
    /// The account's id.
    pub user_id: Option<&'a str>,
    /// When it came to this state.
    pub at: &'a str,
    /// Who had it sent; null where nothing was.
    pub sent_by: Option<&'a str>,
}
