//! People as documents, one after another: a list of a million must not stand in memory.

use crate::App;
use crate::contract::*;
use crate::errors::of_roster;
use rollcall_core::{IdentityProviderId, Organization, OrganizationId, RoleId, User};
use rollcall_roster::{Roster, UserQuery};
use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::mpsc::sync_channel;

/// Which people, in which order, and how many. Made by [`App::people_choice`].
#[derive(Clone, Debug)]
pub struct PeopleChoice {
    pub(super) query: UserQuery,
    pub(super) limit: Option<u32>,
}

/// How people are written into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// One JSON document.
    Json,
    /// CSV for Excel: UTF-8 with a byte order mark.
    Csv,
    /// A workbook.
    Xlsx,
}

/// Takes people one after another.
pub trait TakePeople: Send + 'static {
    /// Takes a person.
    ///
    /// # Errors
    /// What the output says; nobody more is given then.
    fn take(&mut self, person: PersonDocument) -> io::Result<()>;
}

impl App {
    /// Gives the chosen people to `sink`, and gives `sink` back.
    pub async fn each_person<S: TakePeople>(
        &self,
        profile: &str,
        choice: PeopleChoice,
        mut sink: S,
    ) -> Result<S, AppError> {
        self.ask(profile, move |roster| {
            walk(roster, &choice, |person| sink.take(person))?.map_err(|problem| unwritten(&problem))?;
            Ok(sink)
        })
        .await
    }

    /// How many people are chosen, whatever the limit is.
    pub async fn count_people(&self, profile: &str, choice: &PeopleChoice) -> Result<u32, AppError> {
        let choice = choice.clone();
        self.ask(profile, move |roster| count(roster, &choice)).await
    }

    /// Writes the chosen people to `out`.
    pub async fn export_people<W: Write + Send + 'static>(
        &self,
        profile: &str,
        choice: PeopleChoice,
        format: ExportFormat,
        out: W,
    ) -> Result<(), AppError> {
        self.ask(profile, move |roster| match format {
            ExportFormat::Json => json(roster, &choice, out),
            ExportFormat::Csv => {
                sheet(roster, &choice, move |rows| rollcall_workbook::write_people_csv(out, &HEADERS, rows))
            }
            ExportFormat::Xlsx => sheet(roster, &choice, move |rows| {
                let bytes = rollcall_workbook::write_people_xlsx(&HEADERS, rows)?;
                let mut out = out;
                out.write_all(&bytes)
                    .and_then(|()| out.flush())
                    .map_err(rollcall_workbook::WorkbookError::Output)
            }),
        })
        .await
    }
}

/// The names behind the ids.
struct Names {
    roles: HashMap<RoleId, String>,
    providers: HashMap<IdentityProviderId, String>,
    organizations: HashMap<OrganizationId, Organization>,
}

impl Names {
    fn read(roster: &Roster) -> Result<Self, AppError> {
        let roles = roster.roles().map_err(of_roster)?.into_iter().map(|held| (held.role.id, held.role.name));
        let providers =
            roster.identity_providers().map_err(of_roster)?.into_iter().map(|used| used.identity_provider);
        let organizations =
            roster.organizations().map_err(of_roster)?.into_iter().map(|known| known.organization);
        Ok(Self {
            roles: roles.collect(),
            providers: providers.map(|provider| (provider.id, provider.name)).collect(),
            organizations: organizations
                .map(|organization| (organization.id.clone(), organization))
                .collect(),
        })
    }

    fn person(&self, user: User) -> PersonDocument {
        let role =
            |id: RoleId| Named { name: self.roles.get(&id).cloned().unwrap_or_else(|| id.to_string()), id };
        let provider = |id: IdentityProviderId| Named {
            name: self.providers.get(&id).cloned().unwrap_or_else(|| id.to_string()),
            id,
        };
        PersonDocument {
            id: user.id,
            email: user.email,
            first_name: user.first_name,
            last_name: user.last_name,
            state: user.state.as_str().to_owned(),
            created_at: user.created_at,
            roles: user.role_ids.into_iter().map(role).collect(),
            identity_provider: user.identity_provider_id.map(provider),
            organizations: user.organization_ids.into_iter().map(|id| self.organization(id)).collect(),
            accessibility: user.accessibility,
            external_id: user.external_id,
            other: user.other,
        }
    }

    fn organization(&self, id: OrganizationId) -> OrganizationOfPerson {
        let known = self.organizations.get(&id);
        OrganizationOfPerson {
            name: known.map_or_else(|| id.to_string(), |known| known.name.clone()),
            erp_id: known.and_then(|known| known.erp_id.clone()),
            id,
        }
    }
}

/// Gives each chosen person to `take`, until it fails or the limit is reached.
fn walk(
    roster: &Roster,
    choice: &PeopleChoice,
    mut take: impl FnMut(PersonDocument) -> io::Result<()>,
) -> Result<io::Result<()>, AppError> {
    let names = Names::read(roster)?;
    let mut left = choice.limit.unwrap_or(u32::MAX);
    let mut taken = Ok(());
    if left == 0 {
        return Ok(taken);
    }
    let each = &mut |user: User| {
        taken = take(names.person(user));
        left -= 1;
        if taken.is_err() || left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    roster.each_user(&choice.query, each).map_err(of_roster)?;
    Ok(taken)
}

fn count(roster: &Roster, choice: &PeopleChoice) -> Result<u32, AppError> {
    Ok(roster.window(&choice.query, 0, 0).map_err(of_roster)?.matching)
}

fn json(roster: &Roster, choice: &PeopleChoice, mut out: impl Write) -> Result<(), AppError> {
    let total = count(roster, choice)?;
    let mut between = "";
    let begun = write!(out, "{{\"schema\":{DOCUMENT_SCHEMA},\"total\":{total},\"users\":[");
    begun.map_err(|problem| unwritten(&problem))?;
    let written = walk(roster, choice, |person| {
        out.write_all(between.as_bytes())?;
        between = ",\n";
        serde_json::to_writer(&mut out, &person).map_err(io::Error::from)
    })?;
    written
        .and_then(|()| out.write_all(b"]}\n"))
        .and_then(|()| out.flush())
        .map_err(|problem| unwritten(&problem))
}

const HEADERS: [&str; 12] = [
    "Id",
    "E-mail",
    "First name",
    "Last name",
    "State",
    "Created",
    "Roles",
    "Identity provider",
    "Organizations",
    "Accessibility",
    "External id",
    "Other",
];

fn cells(person: PersonDocument) -> [String; 12] {
    let roles: Vec<String> = person.roles.into_iter().map(|role| role.name).collect();
    let organizations: Vec<String> = person.organizations.iter().map(OrganizationOfPerson::label).collect();
    let other = if person.other.is_empty() {
        String::new()
    } else {
        serde_json::Value::Object(person.other).to_string()
    };
    [
        person.id.0,
        person.email,
        person.first_name,
        person.last_name,
        person.state,
        person.created_at.unwrap_or_default(),
        roles.join("; "),
        person.identity_provider.map(|provider| provider.name).unwrap_or_default(),
        organizations.join("; "),
        person.accessibility.unwrap_or_default(),
        person.external_id.unwrap_or_default(),
        other,
    ]
}

/// People who may wait between the list and the writer.
const WAITING: usize = 1_000;

/// The list gives rows, a writer takes an iterator: a short queue joins them.
fn sheet<F>(roster: &Roster, choice: &PeopleChoice, write: F) -> Result<(), AppError>
where
    F: FnOnce(std::sync::mpsc::IntoIter<[String; 12]>) -> Result<(), rollcall_workbook::WorkbookError> + Send,
{
    let (give, rows) = sync_channel(WAITING);
    std::thread::scope(|scope| {
        let writing = scope.spawn(move || write(rows.into_iter()));
        // A writer that ended early has its own reason, which is asked for below.
        let walked = walk(roster, choice, |person| give.send(cells(person)).map_err(io::Error::other));
        drop(give);
        let written = writing.join().map_err(|_| {
            AppError::new(ErrorCode::Internal, "The export could not be made. The list itself is kept.")
        })?;
        written.map_err(|problem| match problem {
            rollcall_workbook::WorkbookError::Output(problem) => unwritten(&problem),
            other => AppError::new(ErrorCode::BadRequest, format!("The export could not be made: {other}.")),
        })?;
        walked?.map_err(|problem| unwritten(&problem))
    })
}

fn unwritten(problem: &io::Error) -> AppError {
    AppError::new(
        ErrorCode::Storage,
        "The list can't be written there. Nothing was changed; choose another place or make room.",
    )
    .with_detail(problem.to_string())
}
