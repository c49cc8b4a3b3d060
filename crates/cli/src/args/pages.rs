//! What a packager asks of the command line: pages and completions made of its own words.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell that shall complete
    #[arg(value_enum)]
    pub shell: ShellWord,
}

/// A shell that completions can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShellWord {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
}

#[derive(Debug, Args)]
pub struct ManPagesArgs {
    /// Where to put them
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
