//! Opens what was written: cells with another program's reader, notes and drop-downs from the parts themselves.

use calamine::{Data, Range, Reader, SheetVisible, Xlsx};
use std::io::{Cursor, Read};

pub fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

/// Every cell of a sheet; one that is not text fails the test.
pub fn texts(range: &Range<Data>) -> Vec<Vec<String>> {
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("a cell that is not text: {other:?}"),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

pub fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    texts(&open(bytes.to_vec()).worksheet_range(name).expect("a sheet"))
}

/// The sheets in their order, and which of them a person can get to see.
pub fn sheets(bytes: &[u8]) -> Vec<(String, bool)> {
    let workbook = open(bytes.to_vec());
    let sheets = workbook.sheets_metadata().iter();
    sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::VeryHidden)).collect()
}

/// How a cell of the first sheet is filled, as RRGGBB.
pub fn fill(bytes: &[u8], row: u32, column: u32) -> Option<String> {
    let mut workbook = open(bytes.to_vec());
    let name = workbook.sheet_names()[0].clone();
    let styles = workbook.worksheet_style(&name).expect("styles");
    let color = styles.get((row, column))?.fill.as_ref().filter(|fill| fill.is_visible())?.get_color()?;
    Some(format!("{:06X}", color.to_argb() & 0x00FF_FFFF))
}

/// One of the files that a workbook is made of.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

/// The notes of the first sheet that has any: the cell and the text.
pub fn notes(bytes: &[u8]) -> Vec<(String, String)> {
    let part = part(bytes, "xl/comments1.xml");
    let notes = part.split("<comment ref=\"").skip(1);
    notes
        .map(|note| {
            let (cell, rest) = note.split_once('"').expect("a cell");
            (cell.to_owned(), unescaped(between(rest, "<t>", "</t>")))
        })
        .collect()
}

/// A drop-down or a prompt.
#[derive(Debug)]
pub struct Validation {
    pub cells: String,
    pub list: String,
    pub prompt: String,
    pub error_style: String,
    pub forbids: bool,
}

/// What the first sheet offers, from left to right.
pub fn validations(bytes: &[u8]) -> Vec<Validation> {
    let part = part(bytes, "xl/worksheets/sheet1.xml");
    let rules = part.split("<dataValidation ").skip(1);
    let mut rules: Vec<_> = rules
        .map(|rule| Validation {
            cells: between(rule, "sqref=\"", "\"").to_owned(),
            list: unescaped(between(rule, "<formula1>", "</formula1>")),
            prompt: unescaped(between(rule, " prompt=\"", "\"")),
            error_style: between(rule, "errorStyle=\"", "\"").to_owned(),
            forbids: rule.contains("showErrorMessage=\"1\"") && !rule.contains("errorStyle="),
        })
        .collect();
    rules.sort_by(|one, other| one.cells.cmp(&other.cells));
    rules
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(found, _)| found)
}

fn unescaped(text: &str) -> String {
    text.replace("&#xA;", "\n")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
