//! What was found when a connection was examined.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A connection, examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DoctorReport {
    /// Whether everything needed for inviting works.
    pub ok: bool,
    /// What was looked at, in order.
    pub steps: Vec<DoctorStep>,
    /// All of it as a text to send to somebody: no secret, no address of a person.
    pub text: String,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DoctorStep {
    /// Which.
    pub check: DoctorCheck,
    /// Its name for people.
    pub title: String,
    /// How it ended.
    pub state: DoctorState,
    /// What was found.
    pub sentence: String,
    /// What to do, where there is something to do.
    pub advice: Option<String>,
    /// More, for whoever looks into it.
    pub facts: Vec<DoctorFact>,
    /// How many entries there are, where it is a list.
    pub count: Option<u32>,
    /// How long it took.
    pub milliseconds: u32,
}

/// A name and a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DoctorFact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DoctorState {
    /// As it should be.
    Good,
    /// It works, and somebody should know.
    Notice,
    /// It does not work.
    Failed,
    /// Not looked at, because of what failed before.
    Skipped,
    /// It can't be found out without changing something.
    Unknown,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DoctorCheck {
    /// The way through a proxy, or none.
    Proxy,
    /// Whether the platform's name is known.
    Name,
    /// Whether an encrypted connection that can be trusted comes about.
    Encryption,
    /// Whether there is a token.
    SignIn,
    /// Whether the gateway takes the key.
    Key,
    /// The list of users.
    Users,
    /// Whether pages come as asked for, and in the size asked for.
    Paging,
    /// The list of roles.
    Roles,
    /// The list of identity providers.
    IdentityProviders,
    /// The list of organizations.
    Organizations,
    /// What headers the answers ask for or name, such as `api-version`.
    Headers,
    /// How names of fields are written, and which fields were not found.
    Fields,
    /// This computer's clock beside the platform's.
    Clock,
    /// How long answers take.
    Latency,
    /// What this API user can see.
    Sight,
    /// Which facts about inviting are known, assumed or unknown.
    Contract,
}

/// A step of an examination that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DoctorProgress {
    /// Whose.
    pub profile: String,
    /// The step that just ended.
    pub step: DoctorStep,
}
