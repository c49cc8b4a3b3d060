//! A table written as csv, ods or xlsx comes back as the same text.

mod common;

use proptest::prelude::*;
use rollcall_intake::{Cell, Quote, ReadOptions, Table, read};
use rust_xlsxwriter::Workbook;

type Texts = Vec<Vec<String>>;

/// Texts as they stand in real files, and texts made to hurt.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "\\PC{0,12}",
        2 => "[a-zA-Z ]{1,10}",
        1 => "[0-9]{1,20}",
        1 => Just(String::new()),
        1 => "[\"',;|=+@-]{1,5}",
        1 => "[a-z]{1,3}[\n\t][a-z]{1,3}",
        1 => "'{0,2}[=+@-][a-z0-9]{0,5}",
        1 => Just("_x0041_".to_owned()),
        1 => Just("Šiaulių Pienas, Ørsted".to_owned()),
    ]
}

fn texts() -> impl Strategy<Value = Texts> {
    (1_usize..6, 1_usize..8)
        .prop_flat_map(|(width, height)| prop::collection::vec(prop::collection::vec(cell(), width), height))
}

fn options() -> ReadOptions {
    ReadOptions { header_row: Some(0), delimiter: Some(','), ..ReadOptions::default() }
}

/// What is expected back: no blank rows, no blank columns at the right.
fn seen(texts: &Texts) -> Vec<(u32, Vec<String>)> {
    let filled = |row: &[String]| row.iter().rposition(|text| !text.trim().is_empty()).map(|last| last + 1);
    let width = texts.iter().filter_map(|row| filled(row)).max().unwrap_or(0);
    (1..)
        .zip(texts)
        .filter(|(_, row)| filled(row).is_some())
        .map(|(number, row)| (number, row[..width].to_vec()))
        .collect()
}

fn found(table: &Table) -> Vec<(u32, Vec<String>)> {
    let text = |cell: Cell<'_>| match cell {
        Cell::Text(text) => text.to_owned(),
        Cell::Empty => String::new(),
        other => panic!("text became {other:?}"),
    };
    table.rows().map(|row| (row.number(), row.cells().map(text).collect())).collect()
}

fn compare(bytes: &[u8], texts: &Texts, options: &ReadOptions) -> Result<(), TestCaseError> {
    let expected = seen(texts);
    match read(bytes, "table", options) {
        Ok(table) => prop_assert_eq!(found(&table), expected),
        Err(problem) => prop_assert!(expected.is_empty(), "{}", problem.message),
    }
    Ok(())
}

/// As Rollcall's own exports are guarded: one apostrophe before what would run, or looks guarded already.
fn guarded(text: &str) -> String {
    let runs = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

fn csv_of(texts: &Texts, separator: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    for row in texts {
        writer.write_record(row.iter().map(|text| guarded(text))).expect("written");
    }
    writer.into_inner().expect("flushed")
}

/// A row of nothing but empty quoted fields is a record like any other, but markup at the start of a file is refused.
fn starts_like_markup(texts: &Texts) -> bool {
    texts.iter().flatten().any(|text| text.contains('<'))
}

const ENCODINGS: [&str; 9] = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "windows-1257",
    "windows-1250",
    "windows-1251",
    "iso-8859-2",
    "iso-8859-13",
];

/// Letters and signs that exist in an encoding.
fn characters_of(encoding: &str) -> Vec<char> {
    let all = "aZ09 ,;\"'|äöüßéèñÅØ€ąčęėįšųūžĀēģķļņŠłńśźżőűřěďЖдяÇ";
    let known = encoding_rs::Encoding::for_label(encoding.as_bytes()).expect("an encoding");
    all.chars().filter(|c| encoding.starts_with("utf") || !known.encode(&c.to_string()).2).collect()
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => encoding_rs::Encoding::for_label(encoding.as_bytes())
            .expect("an encoding")
            .encode(text)
            .0
            .into_owned(),
    }
}

/// A sheet as LibreOffice writes it: spaces and line breaks are elements.
fn ods_of(texts: &Texts) -> Vec<u8> {
    let mut rows = String::new();
    for row in texts {
        rows += "<table:table-row>";
        for text in row {
            if text.is_empty() {
                rows += "<table:table-cell/>";
                continue;
            }
            rows += "<table:table-cell office:value-type=\"string\">";
            for paragraph in text.split('\n') {
                let plain = paragraph.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                let plain = plain.replace(' ', "<text:s/>").replace('\t', "<text:tab/>");
                rows += &format!("<text:p>{plain}</text:p>");
            }
            rows += "</table:table-cell>";
        }
        rows += "</table:table-row>";
    }
    let content = format!(
        "<office:document-content><table:table table:name=\"S\">{rows}</table:table></office:document-content>"
    );
    common::made::archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_in_any_separator(texts in texts(), separator in prop::sample::select(vec![',', ';', '\t', '|'])) {
        prop_assume!(!starts_like_markup(&texts));
        let options = ReadOptions { delimiter: Some(separator), ..options() };
        compare(&csv_of(&texts, u8::try_from(separator).expect("ASCII")), &texts, &options)?;
    }

    #[test]
    fn csv_in_utf16(texts in texts(), marked in any::<bool>()) {
        prop_assume!(!starts_like_markup(&texts));
        let text = String::from_utf8(csv_of(&texts, b',')).expect("UTF-8");
        let mark: &[u16] = if marked { &[0xfeff] } else { &[] };
        let bytes: Vec<u8> = mark.iter().copied().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let encoding = (!marked).then(|| "utf-16le".to_owned());
        compare(&bytes, &texts, &ReadOptions { encoding, ..options() })?;
    }

    #[test]
    fn csv_in_every_encoding_with_the_characters_that_it_has(
        texts in prop::collection::vec(prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 0..8), 3), 1..5),
        encoding in prop::sample::select(ENCODINGS.to_vec()),
    ) {
        let characters = characters_of(encoding);
        let text = |picks: &Vec<prop::sample::Index>| picks.iter().map(|pick| *pick.get(&characters)).collect::<String>();
        let texts: Texts = texts.iter().map(|row| row.iter().map(text).collect()).collect();
        let bytes = encoded(&String::from_utf8(csv_of(&texts, b',')).expect("UTF-8"), encoding);
        let chosen = ReadOptions { encoding: Some(encoding.into()), ..options() };
        compare(&bytes, &texts, &chosen)?;
    }

    #[test]
    fn csv_in_utf8_with_a_mark(texts in texts()) {
        prop_assume!(!starts_like_markup(&texts));
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        bytes.extend(csv_of(&texts, b','));
        compare(&bytes, &texts, &options())?;
    }

    #[test]
    fn csv_between_apostrophes(texts in texts()) {
        prop_assume!(!starts_like_markup(&texts));
        let mut writer = csv::WriterBuilder::new()
            .quote(b'\'')
            .quote_style(csv::QuoteStyle::Always)
            .from_writer(Vec::new());
        for row in &texts {
            writer.write_record(row.iter().map(|text| guarded(text))).expect("written");
        }
        let chosen = ReadOptions { quote: Some(Quote::Single), ..options() };
        compare(&writer.into_inner().expect("flushed"), &texts, &chosen)?;
    }

    #[test]
    fn ods(texts in texts()) {
        compare(&ods_of(&texts), &texts, &ReadOptions { delimiter: None, ..options() })?;
    }

    #[test]
    fn xlsx(texts in texts()) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (number, row) in (0..).zip(&texts) {
            for (column, text) in (0..).zip(row) {
                sheet.write_string(number, column, text).expect("written");
            }
        }
        compare(&workbook.save_to_buffer().expect("saved"), &texts, &ReadOptions { delimiter: None, ..options() })?;
    }
}
