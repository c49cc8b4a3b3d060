//! Which sheet of a workbook holds the people.

use crate::cells::Blocks;
use crate::header;
use crate::limits::{self, Limits};
use crate::problem::{FileProblem, FileProblemCode};
use crate::table::Row;
use crate::workbook::{SheetName, Workbook};
use rollcall_core::sentence;

/// The sheet that was chosen, and what a person should know about it.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub name: String,
    /// Whether another one that is seen looks as if it held people too.
    rivals: bool,
    /// Whether nobody sees it who opens the workbook.
    hidden: bool,
}

impl Chosen {
    fn new(sheet: &SheetName, rivals: bool) -> Self {
        Self { name: sheet.name.clone(), rivals, hidden: !sheet.visible }
    }

    /// The codes of what a person should know.
    pub fn notices(&self) -> Vec<String> {
        let told = [(self.rivals, "several-sheets"), (self.hidden, "hidden-sheet")];
        told.into_iter().filter(|(holds, _)| *holds).map(|(_, code)| code.to_owned()).collect()
    }
}

/// Chooses by name where a person did, else by content.
///
/// # Errors
/// `no-such-sheet`, `empty-file`.
pub(crate) fn choose(
    workbook: &mut dyn Workbook,
    wanted: Option<&str>,
    limits: Limits,
) -> Result<Chosen, FileProblem> {
    let sheets = workbook.sheets();
    if let Some(wanted) = wanted {
        let exact = sheets.iter().find(|sheet| sheet.name == wanted);
        let found = exact
            .or_else(|| sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(wanted.trim())));
        return found.map(|sheet| Chosen::new(sheet, false)).ok_or_else(|| {
            let names: Vec<&str> = sheets.iter().take(20).map(|sheet| sheet.name.as_str()).collect();
            FileProblem::new(
                FileProblemCode::NoSuchSheet,
                sentence!(
                    "There is no sheet named \"{wanted}\" in this workbook. It has: {names}.",
                    wanted = wanted,
                    names = names.join(", "),
                ),
            )
        });
    }
    if let [only] = sheets.as_slice() {
        return Ok(Chosen::new(only, false));
    }
    let mut best: Option<(Likeness, &SheetName)> = None;
    let mut like_people = 0;
    for sheet in sheets.iter().take(limits::SHEETS_LOOKED_AT) {
        // A sheet that can't be looked at is not the one, unless a person names it; then it says why.
        let mut head = Blocks::default();
        if workbook.fill(&sheet.name, Some(limits::ROWS_LOOKED_AT), limits, &mut head).is_err() {
            continue;
        }
        let head = head.in_order();
        let likeness = likeness(&head.rows().collect::<Vec<_>>(), sheet.visible);
        like_people += usize::from(likeness.people_seen);
        if likeness.rows > 0 && best.as_ref().is_none_or(|(before, _)| likeness > *before) {
            best = Some((likeness, sheet));
        }
    }
    let (_, sheet) = best.ok_or_else(FileProblem::empty)?;
    Ok(Chosen::new(sheet, like_people > 1))
}

/// How much a sheet looks like a list of people; what stands first counts most.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// Whether it is visible and looks like people at all: a list that nobody sees is an archive, or a source.
    people_seen: bool,
    /// 2: addresses under known column names; 1: either of them; 0: neither.
    people: u8,
    visible: bool,
    names: usize,
    addresses: usize,
    rows: usize,
}

fn likeness(rows: &[Row<'_>], visible: bool) -> Likeness {
    let addresses = rows.iter().filter(|row| row.cells().any(header::holds_address)).count();
    let names = rows.iter().take(header::ROWS).map(|row| header::known_names(*row)).max().unwrap_or(0);
    let people = u8::from(addresses > 0) + u8::from(names > 1);
    Likeness { people_seen: visible && people > 0, people, visible, names, addresses, rows: rows.len() }
}
