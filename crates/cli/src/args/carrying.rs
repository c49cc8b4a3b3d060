//! Connections that are carried from one computer to another, and organizations that are told.

use super::{JsonArgs, ListArgs, SecretsArgs};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct ProfileExportArgs {
    /// The connection
    pub name: String,
    /// Where to write it
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Args)]
pub struct ProfileImportArgs {
    /// The file
    pub file: PathBuf,
    /// What to call it [default: its name in the file]
    #[arg(long)]
    pub name: Option<String>,
    #[command(flatten)]
    pub secrets: SecretsArgs,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct OrgsArgs {
    #[command(flatten)]
    pub list: ListArgs,
    /// Learns organizations from a spreadsheet first: Id and Name, and ERP ID, Type and Parent where it has them. What the
    /// platform lists itself stays as it is
    #[arg(long, value_name = "FILE")]
    pub import: Option<PathBuf>,
}
