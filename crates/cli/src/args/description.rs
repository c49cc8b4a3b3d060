//! What may be typed after `rollcallctl description`.

use super::JsonArgs;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum DescriptionCommand {
    /// Shows the built-in descriptions
    List(JsonArgs),
    /// Shows a description in full, or how a connection changes it
    Show(DescriptionShowArgs),
    /// Says what is wrong with a description in a file, line by line; exit code 1 where anything is
    Check(DescriptionCheckArgs),
    /// Asks a connection's platform for its lists with a description in a file, and says what was read; keeps nothing
    Try(DescriptionTryArgs),
}

#[derive(Debug, Args)]
pub struct DescriptionShowArgs {
    /// The name of a built-in description
    #[arg(required_unless_present = "profile", conflicts_with = "profile")]
    pub name: Option<String>,
    /// The description that this connection uses
    #[arg(short, long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Only the fields that differ from the built-in description
    #[arg(long)]
    pub overrides: bool,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct DescriptionCheckArgs {
    /// A description, or, without a name in it, changes to a built-in one
    pub file: PathBuf,
    /// The built-in description that a file of changes changes
    #[arg(long, value_name = "NAME", default_value = "appxite")]
    pub base: String,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct DescriptionTryArgs {
    /// A description, or, without a name in it, changes to the one that the connection uses
    pub file: PathBuf,
    /// The connection
    #[arg(short, long, value_name = "NAME")]
    pub profile: String,
    #[command(flatten)]
    pub json: JsonArgs,
}

impl DescriptionCommand {
    /// Whether the answer is a JSON document.
    pub fn json(&self) -> bool {
        match self {
            Self::List(json) => json.json,
            Self::Show(args) => args.json.json,
            Self::Check(args) => args.json.json,
            Self::Try(args) => args.json.json,
        }
    }
}
