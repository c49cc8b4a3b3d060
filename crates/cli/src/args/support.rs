//! What may be typed when something went wrong.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct SupportArgs {
    /// Where to write it; a plain text, to be read through first
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Args)]
pub struct BeginAnewArgs {
    /// The connection
    pub name: String,
    /// Begins without asking
    #[arg(short, long)]
    pub yes: bool,
}
