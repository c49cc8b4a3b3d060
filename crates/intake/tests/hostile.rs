//! Files that crash or exhaust readers: each is read or refused in a sentence, and nothing panics.

mod common;

use common::corpus;
use common::made::{RELATIONS, archive, sheet, workbook};
use rollcall_intake::{FileProblem, FileProblemCode as Code, ReadOptions, Table, read};

fn open(bytes: &[u8], name: &str) -> Result<Table, FileProblem> {
    read(bytes, name, &ReadOptions::default())
}

#[test]
fn every_workbook_of_the_corpus_is_read_or_refused_in_a_sentence() {
    let corpus = corpus();
    if corpus.is_empty() {
        return;
    }
    let (mut read, mut refused) = (0, 0);
    for (name, bytes) in corpus {
        match open(&bytes, &name) {
            Ok(table) => {
                read += 1;
                let width = table.columns.len();
                assert!(table.rows().all(|row| row.cells().count() == width), "{name}: ragged rows");
            }
            Err(problem) => {
                refused += 1;
                assert!(problem.message.ends_with('.'), "{name}: not a sentence: {}", problem.message);
                if name.contains("pass_protected") {
                    assert_eq!(problem.code, Code::PasswordProtected, "{name}: {}", problem.message);
                }
            }
        }
    }
    assert!(read > 90 && read + refused > 120, "only {read} were read and {refused} refused");
}

fn refusal(bytes: &[u8]) -> (Code, String) {
    let problem = open(bytes, "hostile").expect_err("refused");
    (problem.code, problem.message)
}

#[test]
fn a_lone_cell_in_the_last_corner_allocates_no_grid() {
    let far = sheet(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    let (code, message) = refusal(&workbook(&[&far], "<sst/>"));
    assert_eq!(code, Code::TooLarge);
    assert!(message.contains("XFD") && message.contains("200 columns"), "{message}");
    let low = sheet(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>"#,
    );
    let table = open(&workbook(&[&low], "<sst/>"), "low.xlsx").expect("two rows");
    assert_eq!(table.rows().last().map(|row| row.number()), Some(1_048_576));
}

#[test]
fn a_false_count_of_shared_texts_is_refused() {
    let one = sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
    let shared = r#"<sst uniqueCount="1152921504606846976"><si><t>x</t></si></sst>"#;
    assert_eq!(refusal(&workbook(&[&one], shared)).0, Code::Unreadable);
}

#[test]
fn a_small_file_that_unpacks_to_gigabytes_is_refused_by_name() {
    let mut bytes = archive(&[("_rels/.rels", RELATIONS), ("xl/workbook.xml", &[b' '; 4096])]);
    // The size of the second part in the directory of the archive: an honest bomb announces itself.
    let size = 4096_u32.to_le_bytes();
    let place = bytes.windows(4).rposition(|window| window == size).expect("the size");
    bytes[place..place + 4].copy_from_slice(&(3_u32 << 30).to_le_bytes());
    let (code, message) = refusal(&bytes);
    assert_eq!(code, Code::TooLarge);
    assert!(message.contains("512 MB"), "{message}");
}

#[test]
fn one_long_text_shared_by_many_cells_is_counted_each_time() {
    let row = |number: usize| {
        let cells: String = (0..50).map(|_| r#"<c t="s"><v>0</v></c>"#).collect();
        format!(r#"<row r="{number}">{cells}</row>"#)
    };
    let rows: String = (1..=400).map(row).collect();
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let (code, message) = refusal(&workbook(&[&sheet(&rows)], &shared));
    assert_eq!(code, Code::TooLarge);
    assert!(message.contains("256 MB"), "{message}");
}

#[test]
fn a_thousand_sheets_are_no_trouble() {
    let empty = sheet("");
    let people = sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a@b.example</t></is></c></row>"#);
    let mut sheets = vec![empty.as_str(); 1000];
    sheets[40] = &people;
    let table = open(&workbook(&sheets, "<sst/>"), "many.xlsx").expect("reads");
    assert_eq!(table.file.sheet.as_deref(), Some("S41"));
    assert_eq!(table.file.sheets.len(), 1000);
}

#[test]
fn a_sheet_is_chosen_by_name_and_a_wrong_name_is_answered_with_the_right_ones() {
    let people = sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a@b.example</t></is></c></row>"#);
    let other = sheet(r#"<row r="7"><c r="A7" t="inlineStr"><is><t>x@y.example</t></is></c></row>"#);
    let bytes = workbook(&[&people, &other], "<sst/>");
    let by_name = |name: &str| {
        read(&bytes, "x.xlsx", &ReadOptions { sheet: Some(name.into()), ..ReadOptions::default() })
    };
    assert_eq!(by_name("s2").expect("reads").row(0).number(), 7);
    let problem = by_name("S3").expect_err("no such sheet");
    assert_eq!(problem.code, Code::NoSuchSheet);
    assert!(problem.message.contains("S1, S2"), "{}", problem.message);
    assert_eq!(open(&bytes, "x.xlsx").expect("reads").file.notices, ["several-sheets"]);
}

#[test]
fn a_list_that_is_seen_is_read_before_a_fuller_one_that_is_hidden() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let list = workbook.add_worksheet().set_name("List").expect("a name");
    list.write_column(0, 0, ["Email", "a@b.example"]).expect("written");
    let archive = workbook.add_worksheet().set_name("Archive").expect("a name").set_hidden(true);
    archive.write_row(0, 0, ["Email", "First name", "Role"]).expect("written");
    archive.write_row(1, 0, ["old@b.example", "Old", "Customer"]).expect("written");
    let table = open(&workbook.save_to_buffer().expect("saved"), "x.xlsx").expect("reads");
    assert_eq!((table.file.sheet.as_deref(), table.file.notices.as_slice()), (Some("List"), [].as_slice()));
}

#[test]
fn a_hidden_sheet_is_not_read_without_a_word() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let notes = workbook.add_worksheet().set_name("Notes").expect("a name");
    notes.write_column(0, 0, ["To be done", "soon"]).expect("written");
    let people = workbook.add_worksheet().set_name("People").expect("a name").set_hidden(true);
    people.write_column(0, 0, ["Email", "a@b.example"]).expect("written");
    let bytes = workbook.save_to_buffer().expect("saved");
    let by_name = ReadOptions { sheet: Some("people".into()), ..ReadOptions::default() };
    for options in [ReadOptions::default(), by_name] {
        let file = read(&bytes, "x.xlsx", &options).expect("reads").file;
        assert_eq!((file.sheet.as_deref(), file.notices), (Some("People"), vec!["hidden-sheet".to_owned()]));
    }
    let seen = ReadOptions { sheet: Some("Notes".into()), ..ReadOptions::default() };
    assert_eq!(read(&bytes, "x.xlsx", &seen).expect("reads").file.notices, [""; 0]);
}

#[test]
fn hidden_rows_are_seen_wherever_the_workbook_keeps_its_sheets() {
    let rows = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a@b.example</t></is></c></row>
        <row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>c@d.example</t></is></c></row>"#;
    for (folder, target) in [
        ("", "worksheets/s1.xml"),
        ("xl/", "lists/s1.xml"),
        ("xl/", "/s1.xml"),
        ("xl/", "worksheets/styles.xml"),
    ] {
        let document = |of: &str, kind: &str, target: &str| {
            let kind = format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
            format!(
                r#"<Relationships><Relationship Id="{of}" Type="{kind}" Target="{target}"/></Relationships>"#
            )
        };
        let list = r#"<workbook><sheets><sheet name="S1" sheetId="1" r:id="r1"/></sheets></workbook>"#;
        let part = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
        let bytes = archive(&[
            ("_rels/.rels", document("r0", "officeDocument", &format!("{folder}workbook.xml")).as_bytes()),
            (&format!("{folder}workbook.xml"), list.as_bytes()),
            (&format!("{folder}_rels/workbook.xml.rels"), document("r1", "worksheet", target).as_bytes()),
            (&part, sheet(rows).as_bytes()),
        ]);
        let table = open(&bytes, "x.xlsx").unwrap_or_else(|problem| panic!("{part}: {problem}"));
        assert_eq!(table.file.notices, ["hidden-rows"], "{part}");
        assert_eq!(table.rows().map(|row| row.hidden()).collect::<Vec<_>>(), [false, true], "{part}");
    }
}

#[test]
fn hidden_and_filtered_rows_are_noticed() {
    let row = |number: u32, more: &str| {
        format!(
            r#"<row r="{number}"{more}><c r="A{number}" t="inlineStr"><is><t>p{number}@b.example</t></is></c></row>"#
        )
    };
    let rows = format!("{}{}", row(1, ""), row(2, r#" hidden="1""#));
    let table = open(&workbook(&[&sheet(&rows)], "<sst/>"), "x.xlsx").expect("reads");
    assert_eq!(table.file.notices, ["hidden-rows"]);
    assert_eq!(table.rows().map(|row| row.hidden()).collect::<Vec<_>>(), [false, true]);
    let filter = r#"<autoFilter ref="A1:A2"><filterColumn colId="0"/></autoFilter></worksheet>"#;
    let filtered = sheet(&rows).replace("</worksheet>", filter);
    let table = open(&workbook(&[&filtered], "<sst/>"), "x.xlsx").expect("reads");
    assert_eq!(table.file.notices, ["filtered-rows"]);
}

#[test]
fn a_workbook_cut_off_half_way_is_refused_as_damaged() {
    let people = sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a@b.example</t></is></c></row>"#);
    let whole = workbook(&[&people], "<sst/>");
    let (code, message) = refusal(&whole[..whole.len() / 2]);
    assert_eq!(code, Code::Unreadable);
    assert!(message.contains("not copied completely"), "{message}");
}

#[test]
fn impostors_are_called_by_their_name() {
    for (bytes, word) in [
        (archive(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")]), "Word"),
        (archive(&[("photo.txt", b"x")]), "archive"),
        (archive(&[("mimetype", b"application/vnd.oasis.opendocument.text")]), "OpenDocument"),
        (b"<html><table><tr><td>a@b.example</td></tr></table></html>".to_vec(), "web page"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "picture"),
        (vec![0, 159, 146, 150, 0, 1, 2, 3], "another kind"),
    ] {
        let (code, message) = refusal(&bytes);
        assert_eq!(code, Code::NotASpreadsheet, "{word}: {message}");
        assert!(message.contains(word), "{word}: {message}");
    }
}

#[test]
fn a_workbook_without_a_cell_is_an_empty_file() {
    assert_eq!(refusal(&workbook(&[&sheet("")], "<sst/>")).0, Code::EmptyFile);
    assert_eq!(refusal(&workbook(&[&sheet(""), &sheet("")], "<sst/>")).0, Code::EmptyFile);
    assert_eq!(refusal(b" \r\n\r\n").0, Code::EmptyFile);
    assert_eq!(refusal(b";;;\r\n;;\r\n").0, Code::EmptyFile);
}

#[test]
fn an_ods_that_repeats_without_end_is_refused_and_one_that_repeats_nothing_is_read() {
    let ods = |rows: &str| {
        let content = format!(
            "<office:document-content><table:table table:name=\"S\">{rows}</table:table></office:document-content>"
        );
        archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", b"<manifest:manifest/>"),
            ("content.xml", content.as_bytes()),
        ])
    };
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let full = format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    assert_eq!(refusal(&ods(&full)).0, Code::TooLarge);
    let person = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a@b.example</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let table = open(&ods(person), "x.ods").expect("reads");
    assert_eq!((table.columns.len(), table.len()), (1, 1));
}

#[test]
fn more_rows_than_the_limit_are_refused_by_name() {
    let csv = "a@b.example,Customer\n".repeat(200_001);
    let (code, message) = refusal(csv.as_bytes());
    assert_eq!(code, Code::TooLarge);
    assert!(message.contains("200,000 rows"), "{message}");
}

#[test]
fn what_rollcall_wrote_beside_the_people_is_read_and_not_shown() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name("People").expect("a name");
    sheet.write_row(0, 0, ["Email", "Role"]).expect("written");
    sheet.write_row(1, 0, ["a@b.example", "Customer"]).expect("written");
    let own = workbook.add_worksheet().set_name("_rollcall").expect("a name").set_very_hidden(true);
    own.write_row(0, 0, ["kind", "attention"]).expect("written");
    own.write_row(1, 0, ["draft", "7f3a"]).expect("written");
    let table = open(&workbook.save_to_buffer().expect("saved"), "x.xlsx").expect("reads");
    assert_eq!(table.file.sheets, ["People"]);
    let marker = table.file.marker.expect("a marker");
    assert_eq!(marker.get("kind").map(String::as_str), Some("attention"));
    assert_eq!(marker.get("draft").map(String::as_str), Some("7f3a"));
}
