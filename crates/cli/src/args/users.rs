//! What may be typed to choose people.

use super::{JsonArgs, ProfileArg, SendArgs};
use clap::{Args, ValueEnum};
use rollcall_app::CsvForm;
use rollcall_app::contract::{Encoding, Separator};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct UsersArgs {
    #[command(flatten)]
    pub profile: ProfileArg,
    #[command(flatten)]
    pub who: WhoArgs,
    /// The most people to give
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
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

/// How a CSV is written.
#[derive(Clone, Copy, Debug, Args)]
pub struct CsvArgs {
    /// What stands between two cells of a CSV
    #[arg(long, value_enum, default_value_t = SeparatorWord::Comma)]
    pub separator: SeparatorWord,
    /// How the letters of a CSV become bytes
    #[arg(long, value_enum, default_value_t = EncodingWord::Utf8Bom)]
    pub encoding: EncodingWord,
}

impl From<CsvArgs> for CsvForm {
    fn from(args: CsvArgs) -> Self {
        Self {
            separator: match args.separator {
                SeparatorWord::Comma => Separator::Comma,
                SeparatorWord::Semicolon => Separator::Semicolon,
                SeparatorWord::Tab => Separator::Tab,
            },
            encoding: match args.encoding {
                EncodingWord::Utf8Bom => Encoding::Utf8Bom,
                EncodingWord::Utf8 => Encoding::Utf8,
                EncodingWord::Utf16Le => Encoding::Utf16Le,
                EncodingWord::Windows1252 => Encoding::Windows1252,
            },
        }
    }
}

/// Which people, in which order.
#[derive(Debug, Args)]
pub struct WhoArgs {
    /// A view that was saved in the window: its people, its order, and in a CSV or a workbook its columns. What is said
    /// beside it takes the place of its own
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
    /// Words that must all be found in name, address, id, role or organization
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub search: String,
    /// New, Active or Blocked; may be given several times
    #[arg(long)]
    pub state: Vec<String>,
    /// Holders of this role; several times for holders of any
    #[arg(long, value_name = "NAME")]
    pub role: Vec<String>,
    /// Only people without a role
    #[arg(long, conflicts_with = "several_roles")]
    pub no_role: bool,
    /// Only people with two roles or more
    #[arg(long)]
    pub several_roles: bool,
    /// Who signs in this way; may be given several times
    #[arg(long, value_name = "NAME")]
    pub idp: Vec<String>,
    /// People with no identity provider; beside --idp, those as well
    #[arg(long, visible_alias = "no-identity-provider")]
    pub no_idp: bool,
    /// Members of this organization and of those below it: its name, ERP id or id; may be given several times
    #[arg(long, value_name = "NAME")]
    pub org: Vec<String>,
    /// People in no organization; beside --org, those as well
    #[arg(long, visible_alias = "no-organization")]
    pub no_org: bool,
    /// Whose address is of this domain; may be given several times
    #[arg(long, value_name = "DOMAIN")]
    pub domain: Vec<String>,
    /// With this accessibility, such as Restricted; may be given several times
    #[arg(long, value_name = "NAME")]
    pub accessibility: Vec<String>,
    /// People of whom the platform says no accessibility; beside --accessibility, those as well
    #[arg(long)]
    pub no_accessibility: bool,
    /// Created on this day or later, in UTC
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub created_from: Option<String>,
    /// Created on this day or earlier, in UTC
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub created_until: Option<String>,
    /// Only people whose invitation has lapsed: the same as --queue lapsed
    #[arg(long, conflicts_with = "queue")]
    pub lapsed: bool,
    /// Only people who have not accepted and whose invitation stands so
    #[arg(long, value_enum)]
    pub queue: Option<QueueWord>,
    /// A column and :asc or :desc, such as created:desc; several times for what decides between equals
    #[arg(long, value_name = "COLUMN[:desc]")]
    pub sort: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum QueueWord {
    /// The link in the mail still works
    Waiting,
    /// It works for less than two days more
    LapsesTomorrow,
    /// It no longer works
    Lapsed,
    /// Invited more than 30 days ago
    #[value(name = "older-than-30-days")]
    OlderThan30Days,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatWord {
    /// For reading
    Table,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
    /// A workbook
    Xlsx,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SeparatorWord {
    Comma,
    /// For Excel where the comma is the decimal sign
    Semicolon,
    Tab,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EncodingWord {
    /// UTF-8 with a byte order mark, by which Excel knows it
    Utf8Bom,
    /// UTF-8 alone
    Utf8,
    /// UTF-16 with a byte order mark
    Utf16Le,
    /// Western Windows; a person with another letter is named, and nothing is written
    #[value(name = "windows-1252")]
    Windows1252,
}

#[derive(Debug, Args)]
pub struct ReinviteArgs {
    /// The run that invited them
    #[arg(long, value_name = "ID", conflicts_with_all = ["profile", "view"], required_unless_present = "profile")]
    pub run: Option<String>,
    /// The connection whose people are meant, with --lapsed or --view
    #[arg(short, long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Those of a view that was saved in the window who have not accepted
    #[arg(long, value_name = "NAME", requires = "profile")]
    pub view: Option<String>,
    /// Those whose invitation has lapsed, which of a run is meant where nothing is said
    #[arg(long)]
    pub lapsed: bool,
    /// Those of a run whose invitation still works
    #[arg(long, requires = "run")]
    pub waiting: bool,
    #[command(flatten)]
    pub send: SendArgs,
    #[command(flatten)]
    pub json: JsonArgs,
}
