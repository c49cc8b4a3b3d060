//! What may be typed about runs, and where their reports go.

use super::JsonArgs;
use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, Subcommand, ValueEnum};
use rollcall_app::contract::ReportFormat;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum RunsCommand {
    /// All runs, newest first
    List(RunsListArgs),
    /// One run and what became of each row
    Show(RunShowArgs),
    /// Goes on with a run that was stopped
    Resume(ResumeArgs),
    /// Says what became of a row that only a person can know
    Resolve(ResolveArgs),
    /// Writes what became of each row as a workbook, as CSV or as JSON
    Report(ReportArgs),
}

#[derive(Debug, Args)]
pub struct RunsListArgs {
    /// Only the runs of this connection
    #[arg(short, long, value_name = "NAME")]
    pub profile: Option<String>,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct RunArgs {
    /// The run
    pub id: String,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct RunShowArgs {
    #[command(flatten)]
    pub run: RunArgs,
    /// Instead of its rows, what became of the people whom it invited, by the list of people fetched last
    #[arg(long)]
    pub since: bool,
}

#[derive(Debug, Args)]
pub struct ResumeArgs {
    #[command(flatten)]
    pub run: RunArgs,
    /// Seconds to wait for another sender of this connection to end
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    pub wait_lock: u64,
}

#[derive(Debug, Args)]
pub struct ResolveArgs {
    #[command(flatten)]
    pub run: RunArgs,
    /// The row's number in the file
    #[arg(long, value_name = "N")]
    pub row: u32,
    /// What is so, or what shall be
    #[arg(long = "as", value_enum, value_name = "WORD")]
    pub decision: DecisionWord,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DecisionWord {
    /// The invitation went through
    Done,
    /// Send it again when the run goes on
    Send,
    /// Leave it
    Drop,
}

#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The run
    pub id: String,
    /// Where to write it; the ending says how: .xlsx, .csv or .json
    #[arg(short, value_name = "OUT.xlsx", value_parser = PathBufValueParser::new().try_map(ReportPath::of))]
    pub output: ReportPath,
    /// Only the rows that did not end well
    #[arg(long)]
    pub failed: bool,
}

/// Where a report goes, and how it is written.
#[derive(Clone, Debug)]
pub struct ReportPath {
    pub path: PathBuf,
    pub format: ReportFormat,
}

impl ReportPath {
    /// As the ending of its name says.
    pub fn of(path: PathBuf) -> Result<Self, String> {
        let endings = || {
            let known: Vec<String> = ReportFormat::ALL.map(|format| format!(".{}", format.ending())).into();
            format!("a report's name ends in one of {}", known.join(", "))
        };
        let format = ReportFormat::of_file(&path).ok_or_else(endings)?;
        Ok(Self { path, format })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_written_as_its_ending_says_and_in_no_other_way() {
        let of = |path: &str| ReportPath::of(path.into()).map(|report| report.format).ok();
        assert_eq!(of("a.xlsx"), Some(ReportFormat::Xlsx));
        assert_eq!(of("b/A.CSV"), Some(ReportFormat::Csv));
        assert_eq!(of("a.b.json"), Some(ReportFormat::Json));
        for other in ["a", "a.xls", "a.txt", ".csv", "csv"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
