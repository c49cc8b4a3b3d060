//! What changed from one fetch to another.

use super::lists::offline;
use super::users::{forgive, into_file, refuse_terminal};
use crate::args::{ChangesArgs, FormatWord};
use crate::failure::Done;
use crate::output::{many, plain, table::Table};
use rollcall_app::contract::{AppError, ErrorCode, ReportFormat};
use rollcall_app::{App, ChangesChoice, CsvForm, what_changed};
use std::io::{self, BufWriter, Write};

/// Lists or exports what changed.
pub async fn run(args: ChangesArgs) -> Done {
    refuse_terminal(args.format(), args.output.as_deref())?;
    let (opened, profile) = offline(&args.profile.profile).await?;
    let app = &opened.app;
    let span = app.span_named(&profile, args.since.clone(), args.until.clone()).await?;
    let kinds = args.kind.iter().map(|word| (*word).into()).collect();
    let choice = ChangesChoice { span, kinds, search: args.search.clone() };
    let how = (args.format(), args.csv.into());
    match &args.output {
        Some(path) => into_file(path, async |out| write(app, &profile, choice, how, out).await).await,
        None => forgive(write(app, &profile, choice, how, BufWriter::new(io::stdout())).await),
    }
}

async fn write<W: Write + Send + 'static>(
    app: &App,
    profile: &str,
    choice: ChangesChoice,
    (format, csv): (FormatWord, CsvForm),
    out: W,
) -> Result<(), AppError> {
    let format = match format {
        FormatWord::Table => return table(app, profile, choice, out).await,
        FormatWord::Json => ReportFormat::Json,
        FormatWord::Csv => ReportFormat::Csv,
        FormatWord::Xlsx => ReportFormat::Xlsx,
    };
    app.write_changes(profile, choice, format, csv, out).await
}

/// Rows that are asked for at once.
const ROWS: u32 = 500;

/// A line for each thing that is different.
async fn table(app: &App, profile: &str, choice: ChangesChoice, out: impl Write) -> Result<(), AppError> {
    let view = app.changes(profile.to_owned(), choice.span.clone()).await?;
    // Named by their numbers, so that a fetch meanwhile changes nothing.
    let span = rollcall_app::contract::ChangeSpan { from: Some(view.from.number), to: Some(view.to.number) };
    let mut table = Table::new(out, &["Name", "E-mail", "What", "Before", "After"]);
    let mut offset = 0;
    loop {
        let (kinds, search) = (choice.kinds.clone(), choice.search.clone());
        let window = app.change_rows(profile.to_owned(), span.clone(), kinds, search, offset, ROWS).await?;
        for row in &window.rows {
            for change in &row.changes {
                let (before, after) = (change.before.join("; "), change.after.join("; "));
                let cells = [&row.name, &row.email, &what_changed(change), &before, &after];
                table.row(cells).map_err(|problem| unwritten(&problem))?;
            }
        }
        offset += ROWS;
        if offset >= window.total {
            table.finish().map_err(|problem| unwritten(&problem))?;
            let people = many(window.total, "person", "people");
            eprintln!("{}", plain(&format!("{people}, from {} to {}.", view.from.at, view.to.at)));
            return Ok(());
        }
    }
}

fn unwritten(problem: &io::Error) -> AppError {
    AppError::new(ErrorCode::Storage, "The list can't be written there.").with_detail(problem.to_string())
}
