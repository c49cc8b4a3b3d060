//! Use cases: a run's rows as a file in the person's own layout.

use super::book::{Book, of_workbook, unwritten};
use super::browse::no_such_run;
use crate::App;
use crate::contract::{AppError, ReportFormat, ReportRows};
use crate::errors::{blocking, of_journal};
use crate::home::{file_name, storage_io};
use rollcall_core::phrase;
use rollcall_runs::RunId;
use rollcall_workbook::WorkbookError;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes what a file holds. Not before it is known where to: a report of a hundred thousand rows is not made twice.
type Contents = Box<dyn FnOnce(&mut BufWriter<File>) -> Result<(), AppError> + Send>;

/// A file for people, ready to be written where the person says.
pub struct ReportFile {
    /// A name to propose.
    pub name: String,
    contents: Contents,
}

impl ReportFile {
    pub(crate) fn new(name: String, bytes: Vec<u8>) -> Self {
        Self::written(name, move |out| out.write_all(&bytes).map_err(|problem| unwritten(&problem)))
    }

    pub(crate) fn written(
        name: String,
        contents: impl FnOnce(&mut BufWriter<File>) -> Result<(), AppError> + Send + 'static,
    ) -> Self {
        Self { name, contents: Box::new(contents) }
    }
}

impl App {
    /// A run's rows, each with what became of it.
    pub async fn report(
        &self,
        profile: String,
        run: String,
        rows: ReportRows,
        format: ReportFormat,
    ) -> Result<ReportFile, AppError> {
        let journal = self.record(&profile).await?.journal;
        blocking(move || {
            let run = journal.run(&RunId(run)).map_err(of_journal)?.ok_or_else(no_such_run)?;
            let what = match rows {
                ReportRows::All => "report",
                ReportRows::Failed => "what failed",
            };
            let name = named(&run.title, what, format);
            let book = Book { journal, run, rows };
            Ok(ReportFile::written(name, move |out| book.write(format, out)))
        })
        .await
    }

    /// Writes a file where the person said, and gives its name. It takes that name only once it is whole.
    pub async fn write_report(&self, path: &Path, report: ReportFile) -> Result<String, AppError> {
        write_report(path, report).await
    }

    /// Tries whether a file could be written there, and leaves nothing behind: a run that is to be reported begins only
    /// where its report will find room.
    ///
    /// # Errors
    /// [`crate::contract::ErrorCode::Storage`] when it can't be written there.
    pub async fn try_report_place(&self, path: &Path) -> Result<(), AppError> {
        let path = path.to_owned();
        blocking(move || {
            if path.is_dir() {
                return Err(unwritable(&ErrorKind::IsADirectory.into()));
            }
            // Under a name of its own: another report of that name may just be written.
            let beside = beside(&path, ".tried");
            let tried = File::create(&beside).and_then(|_| std::fs::remove_file(&beside));
            tried.map_err(|problem| unwritable(&problem))
        })
        .await
    }
}

/// Writes a file where the person said, and gives its name. It takes that name only once it is whole.
///
/// # Errors
/// [`crate::contract::ErrorCode::Storage`] when it can't be written there.
pub async fn write_report(path: &Path, report: ReportFile) -> Result<String, AppError> {
    let path = path.to_owned();
    blocking(move || {
        let beside = beside(&path, ".part");
        let written = write(&beside, report.contents)
            .and_then(|()| std::fs::rename(&beside, &path).map_err(|problem| unwritable(&problem)));
        if let Err(problem) = written {
            let _ = std::fs::remove_file(&beside);
            return Err(problem);
        }
        Ok(file_name(&path))
    })
    .await
}

fn write(path: &Path, contents: Contents) -> Result<(), AppError> {
    let mut out = BufWriter::new(File::create(path).map_err(|problem| unwritable(&problem))?);
    contents(&mut out)?;
    out.flush().map_err(|problem| unwritten(&problem))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn unwritable(problem: &std::io::Error) -> AppError {
    AppError {
        message: phrase!("The file can't be written there. Nothing was lost; choose another folder.")
            .to_owned(),
        ..storage_io(problem)
    }
}

/// `Onboarding Q4 - report.xlsx` for `Onboarding Q4.xlsx`.
pub(crate) fn named(title: &str, what: &str, format: ReportFormat) -> String {
    format!("{} - {what}.{}", stem(title), format.ending())
}

/// A title without the ending of a file's name, and without what no file may be called.
pub(crate) fn stem(title: &str) -> String {
    let is_ending =
        |text: &str| (1..=5).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric());
    let stem = title.rsplit_once('.').filter(|(stem, ending)| !stem.is_empty() && is_ending(ending));
    let stem = stem.map_or(title, |(stem, _)| stem);
    file_safe(stem)
}

/// A text without what no file may be called.
pub(crate) fn file_safe(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c }).collect()
}

/// A list under its headers, in any format.
pub(crate) fn write_list(
    name: String,
    headers: &[&str],
    rows: Vec<Vec<String>>,
    format: ReportFormat,
) -> ReportFile {
    let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
    ReportFile::written(name, move |out| {
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        match format {
            ReportFormat::Xlsx => rollcall_workbook::write_people(out, &headers, rows),
            ReportFormat::Csv => rollcall_workbook::write_people_csv(out, &headers, rows),
            ReportFormat::Json => {
                let object = |row: Vec<String>| {
                    let texts = row.into_iter().map(serde_json::Value::String);
                    headers.iter().map(|header| (*header).to_owned()).zip(texts).collect()
                };
                let list: Vec<serde_json::Map<_, _>> = rows.into_iter().map(object).collect();
                serde_json::to_writer_pretty(out, &list)
                    .map_err(|problem| WorkbookError::Output(problem.into()))
            }
        }
        .map_err(|problem| of_workbook(&problem))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_called_like_the_file_that_was_sent() {
        let name = |title: &str| named(title, "report", ReportFormat::Csv);
        assert_eq!(name("Onboarding Q4.xlsx"), "Onboarding Q4 - report.csv");
        assert_eq!(name("people.v2 - invited again"), "people.v2 - invited again - report.csv");
        assert_eq!(name("Typed by hand"), "Typed by hand - report.csv");
        assert_eq!(name("a/b\n.csv"), "a-b- - report.csv");
    }
}
