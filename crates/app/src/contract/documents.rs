//! Documents for programs: what `rollcallctl --json` prints.
//!
//! Each carries [`DOCUMENT_SCHEMA`]; `docs/schemas` describes them. A new optional key leaves the number as it
//! is, anything else raises it.

use super::{Field, RowState, RunState};
use rollcall_core::{
    IdentityProvider, IdentityProviderId, Organization, OrganizationId, Role, RoleId, UserId,
};
use rollcall_intake::{Class, Difference, Problem};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The version of the documents' shape.
pub const DOCUMENT_SCHEMA: u32 = 1;

/// What would happen to each row of a file.
#[derive(Clone, Debug, Serialize)]
pub struct CheckDocument {
    /// [`DOCUMENT_SCHEMA`].
    pub schema: u32,
    /// What the file is and how it was read.
    pub file: FileDocument,
    /// For each field that the file has: its header, or `column A`.
    pub mapping: BTreeMap<Field, String>,
    /// Rows by class; all eight are there.
    pub counts: ClassCounts,
    /// People who would be invited.
    pub invites: u32,
    /// Every row that is not blank.
    pub rows: Vec<CheckRow>,
    /// The bodies of the calls, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payloads: Option<Vec<Value>>,
}

/// What a file is and how it was read.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileDocument {
    /// Its name, without its folder.
    pub name: String,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// `xlsx`, `csv` and so on, by its content.
    pub format: String,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The encoding of a text file, in lower case.
    pub encoding: Option<String>,
    /// The character between the cells of a text file.
    pub delimiter: Option<String>,
    /// The row with the column names as Excel numbers it; 0 where there is none.
    pub header_row: u32,
    /// Rows that are not blank.
    pub rows_read: u32,
    /// Codes of what a person should know, such as `hidden-rows`.
    pub notices: Vec<String>,
}

/// Rows by class, in the order in which they are read best.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClassCounts {
    /// Carry an invitation.
    pub ready: u32,
    /// Have to be put right first.
    pub problem: u32,
    /// Are part of another row's invitation.
    pub folded: u32,
    /// Add nothing to another row.
    pub duplicate: u32,
    /// Contradict another row.
    pub conflict: u32,
    /// Name somebody who is there.
    pub already_active: u32,
    /// Name somebody who was invited.
    pub already_invited: u32,
    /// Name somebody who is blocked.
    pub blocked_user: u32,
}

/// A row and what would happen to it. Every key is always there.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckRow {
    /// The number that Excel shows.
    pub row: u32,
    /// What would happen.
    pub class: Class,
    /// The row that carries the invitation.
    pub of: Option<u32>,
    /// What somebody who is there already holds otherwise than the row asks.
    pub differs: Vec<Difference>,
    /// What the row says, by field; blank ones are left out.
    pub values: BTreeMap<Field, String>,
    /// The organizations that were found.
    pub organization_ids: Vec<OrganizationId>,
    /// The role that was found.
    pub role_id: Option<RoleId>,
    /// The identity provider that was found.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// Everything that is wrong with the row.
    pub problems: Vec<Problem>,
    /// What is worth a look; the row is sent all the same.
    pub warnings: Vec<Problem>,
}

/// A run and what became of each row.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunDocument {
    /// [`DOCUMENT_SCHEMA`].
    pub schema: u32,
    /// The run without its rows.
    #[serde(flatten)]
    pub run: RunFacts,
    /// Every row of the file.
    pub rows: Vec<RunRowDocument>,
}

/// A run without its rows.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunFacts {
    /// The run's id; null where nobody was left to invite, so that no run was begun.
    pub run_id: Option<String>,
    /// The connection's name.
    pub profile: String,
    /// The file.
    pub file: RunFile,
    /// When it was begun; null where none was.
    pub started_at: Option<String>,
    /// How it stands.
    pub state: RunState,
    /// Why it ended early, or why it waits.
    pub reason: Option<String>,
    /// Rows by state; all of them are there.
    pub counts: BTreeMap<RowState, u32>,
}

/// The file of a run.
#[derive(Clone, Debug, Serialize)]
pub struct RunFile {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes; null for people typed by hand.
    pub sha256: Option<String>,
}

/// A row of a run.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunRowDocument {
    /// The number that Excel shows.
    pub row: u32,
    /// The address as typed.
    pub email: String,
    /// How it stands.
    pub state: RowState,
    /// How often it was sent.
    pub attempts: u32,
    /// The row that carries its invitation.
    pub of: Option<u32>,
    /// The account's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Why, as a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Why, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// Runs, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct RunsDocument {
    /// [`DOCUMENT_SCHEMA`].
    pub schema: u32,
    /// The runs.
    pub runs: Vec<RunFacts>,
}

/// A person with everything that the platform gave.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonDocument {
    /// The platform's id.
    pub id: UserId,
    /// The address as listed.
    pub email: String,
    /// Given name; empty where unknown.
    pub first_name: String,
    /// Family name; empty where unknown.
    pub last_name: String,
    /// New, Active, Blocked, or what the platform wrote.
    pub state: String,
    /// Creation date as listed.
    pub created_at: Option<String>,
    /// Roles held.
    pub roles: Vec<Named<RoleId>>,
    /// How the person signs in.
    pub identity_provider: Option<Named<IdentityProviderId>>,
    /// Organizations the person belongs to.
    pub organizations: Vec<OrganizationOfPerson>,
    /// "Full", "Restricted", or what the platform wrote.
    pub accessibility: Option<String>,
    /// The id at the identity provider.
    pub external_id: Option<String>,
    /// Fields that Rollcall has no name for, as they came.
    pub other: Map<String, Value>,
}

/// An id and the name it stands for; the id again where the name is not known.
#[derive(Clone, Debug, Serialize)]
pub struct Named<Id> {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: String,
}

/// An organization of a person.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationOfPerson {
    /// The id.
    pub id: OrganizationId,
    /// The name; the id again where it is not known.
    pub name: String,
    /// The id in the seller's ERP system.
    pub erp_id: Option<String>,
}

impl OrganizationOfPerson {
    /// `Name – ERP id`, or the name alone.
    pub fn label(&self) -> String {
        match &self.erp_id {
            Some(erp_id) => format!("{} – {erp_id}", self.name),
            None => self.name.clone(),
        }
    }
}

/// Roles and how many people hold each.
#[derive(Clone, Debug, Serialize)]
pub struct RolesDocument {
    /// [`DOCUMENT_SCHEMA`].
    pub schema: u32,
    /// The roles.
    pub roles: Vec<WithPeople<Role>>,
}

/// Identity providers and how many people use each.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentityProvidersDocument {
    /// [`DOCUMENT_SCHEMA`].
    pub schema: u32,
    /// The identity providers.
    pub identity_providers: Vec<WithPeople<IdentityProvider>>,
}

/// Organizations and how many people belong to each.
#[derive(Clone, Debug, Serialize)]
pub struct OrganizationsDocument {
    /// [`DOCUMENT_SCHEMA`].
    pub schema: u32,
    /// The organizations.
    pub organizations: Vec<WithPeople<Organization>>,
}

/// A thing of the platform and how many people have to do with it.
#[derive(Clone, Debug, Serialize)]
pub struct WithPeople<T> {
    /// The thing.
    #[serde(flatten)]
    pub of: T,
    /// People.
    pub people: u32,
}

/// What went wrong, for a program.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorDocument {
    /// The error.
    pub error: ErrorFacts,
}

/// A code and a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorFacts {
    /// A file problem's own code, else the code of the error.
    pub code: String,
    /// What happened and what to do.
    pub message: String,
}

/// What people call a connection, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileTitle {
    /// The name.
    pub name: String,
    /// Where the four APIs live.
    pub base_url: String,
    /// Whether real people get real mails.
    pub live: bool,
}
