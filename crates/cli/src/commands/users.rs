//! People as fetched last.

use super::lists::offline;
use crate::args::{FormatWord, QueueWord, UsersArgs, WhoArgs};
use crate::failure::{Code, Done, Failure};
use crate::output::{number, table::Table};
use rollcall_app::contract::*;
use rollcall_app::{App, CsvForm, PeopleAsked, PeopleChoice, TakePeople};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Lists, counts or exports them.
pub async fn run(args: UsersArgs) -> Done {
    let how = How::of(&args);
    refuse_terminal(how.format, args.output.as_deref())?;
    let (opened, profile) = offline(&args.profile.profile).await?;
    let app = &opened.app;
    let view = view(app, &profile, args.who.view.as_deref()).await?;
    let how = How { columns: columns(&view), ..how };
    let asked = PeopleAsked { limit: args.limit, ..asked(args.who, view.query) };
    let choice = app.people_choice(&profile, asked).await?;
    match &args.output {
        Some(path) => {
            let folder = folder_of(path);
            into_file(path, async |out| write(app, &profile, choice, how, folder, out).await).await
        }
        None => {
            let out = BufWriter::new(io::stdout());
            forgive(write(app, &profile, choice, how, std::env::temp_dir(), out).await)
        }
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

/// Where a file lies.
fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// How people are written.
struct How {
    format: FormatWord,
    csv: CsvForm,
    columns: Vec<String>,
}

impl How {
    fn of(args: &UsersArgs) -> Self {
        Self {
            format: if args.json { FormatWord::Json } else { args.format },
            csv: args.csv.into(),
            columns: Vec::new(),
        }
    }

    /// Nothing for what is not written by the same hand as the window's exports.
    fn choice(self, query: UserQuery) -> Option<ExportChoice> {
        let format = match self.format {
            FormatWord::Table => return None,
            FormatWord::Json => ExportFormat::Json,
            FormatWord::Csv => ExportFormat::Csv,
            FormatWord::Xlsx => ExportFormat::Xlsx,
        };
        Some(ExportChoice {
            query,
            picked: None,
            everyone: false,
            // The document for programs has the same keys whatever a person looked at last.
            columns: if format == ExportFormat::Json { Vec::new() } else { self.columns },
            format,
            separator: self.csv.separator,
            encoding: self.csv.encoding,
        })
    }
}

/// The view of a name; the one of everybody where none is named.
pub async fn view(app: &App, profile: &str, name: Option<&str>) -> Result<UserView, AppError> {
    match name {
        Some(name) => app.view_named(profile, name).await,
        None => Ok(UserView::default()),
    }
}

/// The columns of a view as the window shows them: those that are pinned first.
fn columns(view: &UserView) -> Vec<String> {
    let mut shown: Vec<_> = view.columns.iter().filter(|column| !column.hidden).collect();
    shown.sort_by_key(|column| !column.pinned);
    shown.into_iter().map(|column| column.id.clone()).collect()
}

fn asked(who: WhoArgs, base: UserQuery) -> PeopleAsked {
    let queue = |word| match word {
        QueueWord::Waiting => InvitationQueue::Waiting,
        QueueWord::LapsesTomorrow => InvitationQueue::LapsesTomorrow,
        QueueWord::Lapsed => InvitationQueue::Lapsed,
        QueueWord::OlderThan30Days => InvitationQueue::OlderThan30Days,
    };
    let role_count = match (who.no_role, who.several_roles) {
        (true, _) => Some(RoleCount::None),
        (_, true) => Some(RoleCount::Several),
        _ => None,
    };
    PeopleAsked {
        base,
        search: who.search,
        states: who.state,
        roles: who.role,
        identity_providers: who.idp,
        no_identity_provider: who.no_idp,
        organizations: who.org,
        no_organization: who.no_org,
        mail_domains: who.domain,
        accessibilities: who.accessibility,
        no_accessibility: who.no_accessibility,
        created_from: who.created_from,
        created_until: who.created_until,
        invitation: if who.lapsed { Some(InvitationQueue::Lapsed) } else { who.queue.map(queue) },
        role_count,
        sort: who.sort,
        limit: None,
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

/// `folder` takes what a workbook is made of until it is put together.
async fn write<W: Write + Send + 'static>(
    app: &App,
    profile: &str,
    choice: PeopleChoice,
    how: How,
    folder: PathBuf,
    out: W,
) -> Result<(), AppError> {
    let limit = choice.limit;
    match how.choice(choice.query.clone()) {
        Some(what) => app.stream_users(profile, what, limit, folder, out).await,
        None => table(app, profile, choice, out).await,
    }
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
