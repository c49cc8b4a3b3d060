//! People as fetched last.

use super::lists::offline;
use crate::args::{FormatWord, UsersArgs};
use crate::failure::{Code, Done, Failure};
use crate::output::{number, table::Table};
use rollcall_app::contract::{AppError, ErrorCode, OrganizationOfPerson, PersonDocument};
use rollcall_app::{App, ExportFormat, PeopleAsked, PeopleChoice, TakePeople};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

/// Lists, counts or exports them.
pub async fn run(args: UsersArgs) -> Done {
    let format = if args.json { FormatWord::Json } else { args.format };
    refuse_terminal(format, args.output.as_deref())?;
    let (opened, profile) = offline(&args.profile.profile).await?;
    let app = &opened.app;
    let choice = app.people_choice(&profile, asked(&args)).await?;
    match &args.output {
        Some(path) => into_file(path, async |out| write(app, &profile, choice, format, out).await).await,
        None => forgive(write(app, &profile, choice, format, BufWriter::new(io::stdout())).await),
    }
}

/// A workbook is no text.
pub fn refuse_terminal(format: FormatWord, output: Option<&Path>) -> Result<(), Failure> {
    match format == FormatWord::Xlsx && output.is_none() && io::stdout().is_terminal() {
        true => Err(Failure::usage(
            "A workbook can't be shown on a terminal. Say with -o FILE where to write it.",
        )),
        false => Ok(()),
    }
}

fn asked(args: &UsersArgs) -> PeopleAsked {
    PeopleAsked {
        search: args.search.clone(),
        states: args.state.clone(),
        roles: args.role.clone(),
        identity_provider: args.idp.clone(),
        organization: args.org.clone(),
        lapsed: args.lapsed,
        sort: args.sort.clone(),
        limit: args.limit,
    }
}

/// The file takes its name only once it is whole: nobody finds half a list.
pub async fn into_file(
    path: &Path,
    write: impl AsyncFnOnce(BufWriter<File>) -> Result<(), AppError>,
) -> Done {
    let refused = |_| {
        Failure::not_done(
            "storage",
            format!("{} can't be written. Nothing was changed; choose another place.", path.display()),
        )
    };
    let name = path.file_name().ok_or_else(|| Failure::usage("-o needs the name of a file."))?;
    let mut beside = name.to_owned();
    beside.push(".part");
    let beside = path.with_file_name(beside);
    let file = File::create(&beside).map_err(refused)?;
    let written = write(BufWriter::new(file)).await;
    if let Err(problem) = written {
        let _ = std::fs::remove_file(&beside);
        return Err(problem.into());
    }
    std::fs::rename(&beside, path).map_err(refused)?;
    Ok(Code::Good)
}

/// Whoever closed the other end of a pipe has seen enough.
pub fn forgive(written: Result<(), AppError>) -> Done {
    match written {
        Err(problem) if problem.code == ErrorCode::Storage && is_broken_pipe(&problem) => Ok(Code::Good),
        Err(problem) => Err(problem.into()),
        Ok(()) => Ok(Code::Good),
    }
}

fn is_broken_pipe(problem: &AppError) -> bool {
    let told = io::Error::from(ErrorKind::BrokenPipe).to_string();
    problem.detail.as_deref().is_some_and(|detail| detail.contains("os error 32") || detail.contains(&told))
}

async fn write<W: Write + Send + 'static>(
    app: &App,
    profile: &str,
    choice: PeopleChoice,
    format: FormatWord,
    out: W,
) -> Result<(), AppError> {
    let format = match format {
        FormatWord::Table => return table(app, profile, choice, out).await,
        FormatWord::Json => ExportFormat::Json,
        FormatWord::Csv => ExportFormat::Csv,
        FormatWord::Xlsx => ExportFormat::Xlsx,
    };
    app.export_people(profile, choice, format, out).await
}

async fn table<W: Write + Send + 'static>(
    app: &App,
    profile: &str,
    choice: PeopleChoice,
    out: W,
) -> Result<(), AppError> {
    let total = app.count_people(profile, &choice).await?;
    let rows = Rows { table: Table::new(out, &HEADERS), taken: 0 };
    let Rows { table, taken } = app.each_person(profile, choice, rows).await?;
    table.finish().map_err(|problem| {
        AppError::new(ErrorCode::Storage, "The list can't be written there.").with_detail(problem.to_string())
    })?;
    if taken < total {
        eprintln!("{} of {} people.", number(taken), number(total));
    }
    Ok(())
}

const HEADERS: [&str; 7] = ["Name", "E-mail", "State", "Roles", "Organizations", "Signs in with", "Created"];

struct Rows<W: Write> {
    table: Table<W>,
    taken: u32,
}

impl<W: Write + Send + 'static> TakePeople for Rows<W> {
    fn take(&mut self, person: PersonDocument) -> io::Result<()> {
        self.taken += 1;
        let roles: Vec<String> = person.roles.into_iter().map(|role| role.name).collect();
        let organizations: Vec<String> =
            person.organizations.iter().map(OrganizationOfPerson::label).collect();
        let name = format!("{} {}", person.first_name, person.last_name);
        self.table.row([
            name.trim(),
            &person.email,
            &person.state,
            &roles.join(", "),
            &organizations.join(", "),
            person.identity_provider.as_ref().map_or("", |provider| &provider.name),
            person.created_at.as_deref().and_then(|at| at.get(..10)).unwrap_or_default(),
        ])
    }
}
