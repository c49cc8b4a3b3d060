//! What may be typed after `rollcallctl openapi`.

use super::JsonArgs;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct OpenapiArgs {
    /// An OpenAPI document, 3.0 or 3.1, as JSON or YAML
    pub file: PathBuf,
    /// Which operation a call is, as in users="GET /v2/people"; may be given several times. Nothing after = for none.
    /// Calls are users, roles, identity-providers, organizations and invite
    #[arg(long, value_name = "NAME=OPERATION")]
    pub call: Vec<String>,
    /// The kind of platform that the document is compared with, a built-in description [default: the one of which it
    /// shows signs]
    #[arg(long, value_name = "NAME")]
    pub kind: Option<String>,
    /// Prints only what a description would have to say differently, as TOML
    #[arg(long, conflicts_with = "json")]
    pub overrides: bool,
    #[command(flatten)]
    pub json: JsonArgs,
}
