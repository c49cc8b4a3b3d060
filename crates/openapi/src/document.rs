//! An OpenAPI document.

use crate::tree::{self, Tree};
use crate::{Choice, Proposal, Refused, words};
use serde_json::Value;

/// An OpenAPI document of a form that Rollcall reads.
#[derive(Clone, Debug)]
pub struct Document {
    root: Value,
    written: &'static str,
    version: String,
}

impl Document {
    /// Reads a document, JSON or YAML.
    ///
    /// # Errors
    /// [`Refused`]: too large, unreadable, no OpenAPI, or of another version than 3.0 and 3.1.
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        let (root, written) = tree::values(bytes)?;
        let said = |key: &str| root.get(key).map(version_of);
        if let Some(version) = said("swagger") {
            return Err(Refused::TooOld(version));
        }
        let version = said("openapi").ok_or(Refused::NotOpenapi)?;
        match version.starts_with("3.0") || version.starts_with("3.1") {
            true => Ok(Self { root, written, version }),
            false => Err(Refused::Version(version)),
        }
    }

    /// Its title; empty where it has none.
    pub fn title(&self) -> String {
        self.info("title")
    }

    /// The version of what it describes; empty where it does not say.
    pub fn version(&self) -> String {
        self.info("version")
    }

    /// Its form, such as `OpenAPI 3.0.1, YAML`.
    pub fn form(&self) -> String {
        format!("OpenAPI {}, {}", self.version, self.written)
    }

    /// What it seems to say of the calls that Rollcall needs. `base` is the description that would be overridden, as TOML
    /// of the form that platform descriptions have; `choices` are a person's word on some of the calls.
    pub fn propose(&self, base: &toml::Table, choices: &[Choice]) -> Proposal {
        crate::proposal::propose(&Tree::new(&self.root), base, choices)
    }

    fn info(&self, key: &str) -> String {
        let said = self.root.get("info").and_then(|info| info.get(key)).map(version_of);
        said.unwrap_or_default()
    }
}

// YAML reads an unquoted 3.0 as a number.
fn version_of(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    words::short(&text, 120)
}
