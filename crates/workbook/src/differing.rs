//! What a file says otherwise than the platform, to be changed in the portal by hand.

use crate::aside;
use crate::cell::{Cell, Look};
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::Workbook;

/// The people who are on the platform already, but not as the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differing {
    /// Stands above the summary and in the workbook's properties.
    pub title: String,
    /// A row each.
    pub people: Vec<DifferingPerson>,
    /// What the second sheet says: a name and a value each.
    pub summary: Vec<(String, String)>,
}

/// One person and what differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DifferingPerson {
    /// The address.
    pub email: String,
    /// What differs, a line each.
    pub differences: Vec<Difference>,
    /// The rows of the person in the file.
    pub rows: Vec<u32>,
}

/// One thing that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Its name, such as "Role".
    pub what: String,
    /// As it is now.
    pub on_platform: String,
    /// As the file says.
    pub in_file: String,
}

const HEADERS: [&str; 5] = ["E-mail", "What differs", "On the platform", "In the file", "Row in file"];

/// Writes an xlsx workbook: one sheet with a row for each person, one with the summary.
///
/// # Errors
/// [`WorkbookError`] when there are more people than a sheet has rows.
pub fn write_differing(differing: &Differing) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("To change in the portal")?;
    let mut sheet = TextSheet::new(sheet, &HEADERS)?;
    for person in &differing.people {
        sheet.cells(cells(person))?;
    }
    sheet.finish()?;
    aside::summarize(&mut workbook, &differing.title, &differing.summary)?;
    Ok(workbook.save_to_buffer()?)
}

fn cells(person: &DifferingPerson) -> [Cell<'static, String>; 5] {
    let rows: Vec<String> = person.rows.iter().map(u32::to_string).collect();
    [
        Cell::plain(person.email.clone()),
        lines(person, |difference| &difference.what, false),
        lines(person, |difference| &difference.on_platform, true),
        lines(person, |difference| &difference.in_file, true),
        Cell::plain(rows.join(", ")),
    ]
}

/// A line for each difference. Where there are several, values say of what they are: they may be blank, or long
/// enough to break their lines.
fn lines(
    person: &DifferingPerson,
    of: impl Fn(&Difference) -> &String,
    named: bool,
) -> Cell<'static, String> {
    let named = named && person.differences.len() > 1;
    let line = |difference: &Difference| {
        let value = of(difference);
        if named { format!("{}: {value}", difference.what) } else { value.clone() }
    };
    let all: Vec<String> = person.differences.iter().map(line).collect();
    Cell::of(all.join("\n"), Look::Wrapped)
}
