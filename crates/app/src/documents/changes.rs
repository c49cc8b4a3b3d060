//! What changed between two refreshes, as a file or for programs: person after person, so that it stands in memory once.

use super::people::unwritten;
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_roster};
use crate::people::{
    between, change_row, chosen_refreshes, letters, no_longer_kept, no_such_letter, shown_refresh,
};
use crate::runs::ReportFile;
use rollcall_roster::{AllChanges, ChangesAsked, Roster};
use rollcall_workbook::{ListText, Value, WorkbookError};
use serde::Serialize;
use std::io::{self, Write};

/// Which changes are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangesChoice {
    /// Between which refreshes.
    pub span: ChangeSpan,
    /// People with any of these; empty is everyone.
    pub kinds: Vec<ChangeKind>,
    /// Words that must all be found in name, address or id.
    pub search: String,
}

/// How a CSV is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvForm {
    /// What stands between two cells.
    pub separator: Separator,
    /// How letters become bytes.
    pub encoding: Encoding,
}

impl App {
    /// Writes what changed to `out`. `csv` is of a CSV alone.
    pub async fn write_changes<W: Write + Send + 'static>(
        &self,
        profile: &str,
        choice: ChangesChoice,
        format: ReportFormat,
        csv: CsvForm,
        out: W,
    ) -> Result<(), AppError> {
        self.ask(profile, move |roster| write(roster, &choice, (format, csv), out)).await
    }

    /// What changed, as a file that is ready to be written where the person says.
    pub async fn export_changes(
        &self,
        profile: String,
        choice: ChangesChoice,
        format: ReportFormat,
    ) -> Result<ReportFile, AppError> {
        let (roster, title) =
            (self.platform(&profile).await?.roster.clone(), self.profile_title(&profile).await?.name);
        blocking(move || {
            let (from, to) = days(&roster, &choice)?;
            let what = format!("changes {from} to {to}");
            let name = crate::runs::named(&title, &what, format);
            Ok(ReportFile::written(name, move |out| {
                write(&roster, &choice, (format, CsvForm::default()), out)
            }))
        })
        .await
    }
}

/// The days of both refreshes, for the name of a file.
fn days(roster: &Roster, choice: &ChangesChoice) -> Result<(String, String), AppError> {
    let (from, to) = chosen_refreshes(&roster.refreshes().map_err(of_roster)?, &choice.span)?;
    let day = |at: jiff::Timestamp| at.strftime("%Y-%m-%d").to_string();
    Ok((day(from.at), day(to.at)))
}

/// What stands before the people in a document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    schema: u32,
    #[serde(flatten)]
    view: ChangesView,
    total: u32,
}

fn write(
    roster: &Roster,
    choice: &ChangesChoice,
    (format, csv): (ReportFormat, CsvForm),
    out: impl Write,
) -> Result<(), AppError> {
    let (from, to) = chosen_refreshes(&roster.refreshes().map_err(of_roster)?, &choice.span)?;
    let asked = ChangesAsked {
        from: from.number,
        to: to.number,
        kinds: choice.kinds.clone(),
        search: choice.search.clone(),
    };
    let all = roster.all_changes(&asked).map_err(of_roster)?.ok_or_else(no_longer_kept)?;
    match format {
        ReportFormat::Csv => return text(all, csv, out),
        ReportFormat::Json => {}
        _ => return sheet(all, out),
    }
    let counted = roster.count_changes(from.number, to.number).map_err(of_roster)?;
    let counted = counted.ok_or_else(no_longer_kept)?;
    let view = ChangesView {
        from: shown_refresh(from),
        to: shown_refresh(to),
        counts: counted.counts.into_iter().map(|(kind, people)| ChangeCount { kind, people }).collect(),
        people: counted.people,
    };
    let total = u32::try_from(all.size_hint().0).unwrap_or(u32::MAX);
    json(&Head { schema: DOCUMENT_SCHEMA, view, total }, all, out).map_err(|problem| unwritten(&problem))
}

fn json(head: &Head, all: AllChanges, mut out: impl Write) -> io::Result<()> {
    let head = serde_json::to_string(head)?;
    // The people stand as the last key of the same object.
    write!(out, "{},\"changes\":[", head.strip_suffix('}').unwrap_or(&head))?;
    for (place, person) in all.enumerate() {
        out.write_all(if place == 0 { b"" } else { b",\n" })?;
        serde_json::to_writer(&mut out, &change_row(person))?;
    }
    out.write_all(b"]}\n")?;
    out.flush()
}

const HEADERS: [&str; 7] = ["Name", "E-mail", "Id", "What", "Before", "After", "Still listed"];

/// A line for each thing that is different, as a workbook.
fn sheet(all: AllChanges, mut out: impl Write) -> Result<(), AppError> {
    let rows = all.map(change_row).flat_map(lines);
    let bytes = rollcall_workbook::write_people_xlsx(&HEADERS, rows).map_err(refused)?;
    out.write_all(&bytes).and_then(|()| out.flush()).map_err(|problem| unwritten(&problem))
}

/// The same as text.
fn text(all: AllChanges, csv: CsvForm, out: impl Write) -> Result<(), AppError> {
    let headers = HEADERS.map(str::to_owned);
    let mut list =
        ListText::new(out, &headers, between(csv.separator), letters(csv.encoding)).map_err(refused)?;
    for line in all.map(change_row).flat_map(lines) {
        let cells = line.each_ref().map(Value::text);
        list.row(&cells).map_err(|problem| match problem {
            WorkbookError::Unmappable { row, place, found } => {
                unmappable(&line, row, HEADERS.get(place).copied().unwrap_or_default(), found)
            }
            other => refused(other),
        })?;
    }
    let mut out = list.finish().map_err(refused)?;
    out.flush().map_err(|problem| unwritten(&problem))
}

fn unmappable([name, email, id, ..]: &[String; 7], row: u32, header: &str, found: char) -> AppError {
    let who = [name, email].into_iter().find(|word| !word.is_empty()).unwrap_or(id);
    AppError::new(ErrorCode::BadRequest, no_such_letter(who, row, header, found))
}

fn refused(problem: WorkbookError) -> AppError {
    match problem {
        WorkbookError::Output(problem) => unwritten(&problem),
        other => AppError::new(ErrorCode::BadRequest, other.to_string()),
    }
}

fn lines(row: ChangeRow) -> impl Iterator<Item = [String; 7]> {
    let listed = if row.still_listed { "yes" } else { "no" };
    row.changes.into_iter().map(move |change| {
        [
            row.name.clone(),
            row.email.clone(),
            row.user_id.to_string(),
            what_changed(&change),
            change.before.join("; "),
            change.after.join("; "),
            listed.to_owned(),
        ]
    })
}

/// What is different, in a word or two.
pub fn what_changed(change: &FieldChange) -> String {
    let field = change.field.as_deref().unwrap_or_default();
    let word = match (change.kind, field) {
        (ChangeKind::Joined, _) => "Joined",
        (ChangeKind::Left, _) => "Left",
        (ChangeKind::State, _) => "State",
        (ChangeKind::Role, _) => "Roles",
        (ChangeKind::Provider, _) => "Identity provider",
        (ChangeKind::Organization, _) => "Organizations",
        (ChangeKind::Other, "email") => "E-mail",
        (ChangeKind::Other, "firstName") => "First name",
        (ChangeKind::Other, "lastName") => "Last name",
        (ChangeKind::Other, "created") => "Created",
        (ChangeKind::Other, "accessibility") => "Accessibility",
        (ChangeKind::Other, "externalId") => "External id",
        (ChangeKind::Other, other) => other.strip_prefix("other:").unwrap_or(other),
    };
    word.to_owned()
}
