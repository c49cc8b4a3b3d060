//! What may be typed about changes.

use super::{CsvArgs, FormatWord, ProfileArg};
use clap::{Args, ValueEnum};
use rollcall_app::contract::ChangeKind;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct ChangesArgs {
    #[command(flatten)]
    pub profile: ProfileArg,
    /// From the beginning of this day, UTC; `last` is since the fetch before the newest [default: a week before]
    #[arg(long, value_name = "DATE|last")]
    pub since: Option<String>,
    /// Until the end of this day, UTC [default: the newest fetch]
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Only people with this change; may be given several times
    #[arg(long, value_enum)]
    pub kind: Vec<KindWord>,
    /// Words that must all be found in name, address or id
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub search: String,
    /// How to write them
    #[arg(long, value_enum, default_value_t = FormatWord::Table)]
    pub format: FormatWord,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    #[command(flatten)]
    pub csv: CsvArgs,
    /// Where to write them, instead of standard output
    #[arg(short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

impl ChangesArgs {
    /// How they are written, in whichever of the two ways it was said.
    pub fn format(&self) -> FormatWord {
        if self.json { FormatWord::Json } else { self.format }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KindWord {
    /// Listed now, and not before
    Joined,
    /// Listed before, and not now
    Left,
    /// Another account state
    State,
    /// Other roles
    Role,
    /// Another identity provider
    Provider,
    /// Other organizations
    Organization,
    /// Anything else
    Other,
}

impl From<KindWord> for ChangeKind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::Joined => Self::Joined,
            KindWord::Left => Self::Left,
            KindWord::State => Self::State,
            KindWord::Role => Self::Role,
            KindWord::Provider => Self::Provider,
            KindWord::Organization => Self::Organization,
            KindWord::Other => Self::Other,
        }
    }
}
