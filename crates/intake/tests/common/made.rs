//! Workbooks made by hand, as no honest program writes them.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of the given parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

pub const RELATIONS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A workbook with sheets of the given XML.
pub fn workbook(sheets: &[&str], shared: &str) -> Vec<u8> {
    let mut list = String::new();
    let mut relations = String::new();
    for number in 1..=sheets.len() {
        list += &format!(r#"<sheet name="S{number}" sheetId="{number}" r:id="r{number}"/>"#);
        relations += &format!(
            r#"<Relationship Id="r{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s{number}.xml"/>"#
        );
    }
    let list = format!("<workbook><sheets>{list}</sheets></workbook>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let names: Vec<String> =
        (1..=sheets.len()).map(|number| format!("xl/worksheets/s{number}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", list.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
    ];
    parts.extend(names.iter().zip(sheets).map(|(name, sheet)| (name.as_str(), sheet.as_bytes())));
    archive(&parts)
}

pub fn sheet(cells: &str) -> String {
    format!("<worksheet><sheetData>{cells}</sheetData></worksheet>")
}

/// An archive that holds its parts as they are.
pub fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(*name, options).expect("a part");
        zip.write_all(content).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}
