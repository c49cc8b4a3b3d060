//! Files that crash or exhaust readers, through the reader's own process: each is read or refused in a sentence, within
//! the memory and the time of a reader, and this process goes on.

mod common;

use common::made::{RELATIONS, archive, sheet, workbook};
use common::memory::Watch;
use common::{corpus, repository};
use rollcall_intake::{FileProblem, FileProblemCode as Code, ReadOptions, Reading, Table, read_with};
use std::io::Write;
use std::time::{Duration, Instant};

/// What a reader may hold, its program included.
const MEMORY: u64 = 600 << 20;
/// No time is measured here: this only notices a reader that hangs.
const HANGING: Duration = Duration::from_secs(58);

fn open(bytes: &[u8], name: &str) -> Result<Table, FileProblem> {
    let watch = Watch::begin();
    let begun = Instant::now();
    let reading = Reading::Apart(env!("CARGO_BIN_EXE_rollcall-reader").into());
    let read = read_with(&reading, bytes, name, &ReadOptions::default());
    let memory = watch.end();
    assert!(memory <= MEMORY, "{name}: {} MB", memory >> 20);
    assert!(begun.elapsed() < HANGING, "{name}: {:?}", begun.elapsed());
    if let Err(problem) = &read {
        assert!(problem.message.ends_with('.'), "{name}: not a sentence: {}", problem.message);
        assert!(!problem.message.contains("brought the reader down"), "{name}: {}", problem.message);
    }
    read
}

fn refusal(bytes: &[u8], name: &str) -> (Code, String) {
    let problem = open(bytes, name).expect_err("refused");
    (problem.code, problem.message)
}

#[test]
fn every_workbook_of_the_corpus_ends_well() {
    let corpus = corpus();
    if corpus.is_empty() {
        return;
    }
    let (mut read, mut refused) = (0, 0);
    for (name, bytes) in corpus {
        let apart = open(&bytes, &name);
        assert_eq!(apart, rollcall_intake::read(&bytes, &name, &ReadOptions::default()), "{name}");
        if apart.is_ok() { read += 1 } else { refused += 1 }
    }
    assert!(read > 90 && read + refused > 120, "only {read} were read and {refused} refused");
}

#[test]
fn every_sample_is_read_in_a_process_of_its_own_as_it_is_here() {
    for entry in std::fs::read_dir(repository().join("testdata/samples")).expect("the samples") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).expect("a readable file");
        assert_eq!(
            open(&bytes, &name),
            rollcall_intake::read(&bytes, &name, &ReadOptions::default()),
            "{name}"
        );
    }
}

#[test]
fn an_xls_of_a_few_kilobytes_that_asks_for_gigabytes_is_refused_for_its_memory() {
    // Found by a fuzzer.
    let path = repository().join("testdata/hostile/asks-for-gigabytes.xls");
    let (code, message) = refusal(&std::fs::read(path).expect("a readable file"), "asks-for-gigabytes.xls");
    assert_eq!(code, Code::TooLarge, "{message}");
    assert!(message.contains("512 MB of memory"), "{message}");
}

#[test]
fn a_lone_cell_in_the_last_corner_is_refused_by_name() {
    let far = sheet(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    let (code, message) = refusal(&workbook(&[&far], "<sst/>"), "corner.xlsx");
    assert_eq!(code, Code::TooLarge);
    assert!(message.contains("200 columns"), "{message}");
}

/// What so many blanks deflate to, without deflating them all: a piece that ends at a byte, again and again.
fn deflated_blanks(length: u32) -> Vec<u8> {
    let mut once = flate2::Compress::new(flate2::Compression::best(), false);
    let mut block = Vec::with_capacity(64 << 10);
    once.compress_vec(&vec![b' '; 1 << 20], &mut block, flate2::FlushCompress::Full).expect("deflated");
    let mut all = block.repeat((length >> 20) as usize);
    // An empty last block.
    all.extend([3, 0]);
    all
}

/// How long a part that inflates to gigabytes says it is.
#[derive(Clone, Copy, Debug)]
enum Says {
    ALittle,
    TheTruth,
}

/// An archive in which `part` inflates to almost four gigabytes.
fn bomb(parts: &[(&str, &[u8])], part: &str, says: Says) -> Vec<u8> {
    let length = u32::MAX >> 20 << 20;
    let deflated = deflated_blanks(length);
    let mut with_bomb: Vec<(&str, &[u8])> = parts.to_vec();
    with_bomb.push((part, &deflated));
    let mut bytes = common::made::stored(&with_bomb);
    // Stored becomes deflated: the method in the local header and in the directory.
    let name = part.as_bytes();
    let places: Vec<usize> =
        (0..bytes.len() - name.len()).filter(|at| bytes[*at..].starts_with(name)).collect();
    for place in places {
        for (signature, header, method, size) in [(b"PK\x03\x04", 30, 8, 22), (b"PK\x01\x02", 46, 10, 24)] {
            let Some(start) = place.checked_sub(header) else { continue };
            if bytes[start..].starts_with(signature) {
                bytes[start + method] = 8;
                if matches!(says, Says::TheTruth) {
                    bytes[start + size..start + size + 4].copy_from_slice(&length.to_le_bytes());
                }
            }
        }
    }
    bytes
}

#[test]
fn four_gigabytes_in_four_megabytes_are_refused_by_name() {
    let list = br#"<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let relations = br#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s1.xml"/></Relationships>"#;
    let parts: [(&str, &[u8]); 3] =
        [("_rels/.rels", RELATIONS), ("xl/workbook.xml", list), ("xl/_rels/workbook.xml.rels", relations)];
    for part in ["xl/worksheets/s1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        let bytes = bomb(&parts, part, Says::TheTruth);
        assert!(bytes.len() < 8 << 20, "{} bytes", bytes.len());
        let (code, message) = refusal(&bytes, part);
        assert_eq!(code, Code::TooLarge, "{part}: {message}");
        assert!(message.contains("512 MB"), "{part}: {message}");
        // One that says less than the truth is refused as soon as more comes.
        refusal(&bomb(&parts, part, Says::ALittle), part);
    }
}

#[test]
fn an_ods_that_inflates_to_gigabytes_is_refused_by_name() {
    let parts: [(&str, &[u8]); 2] = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ];
    let (code, message) = refusal(&bomb(&parts, "content.xml", Says::TheTruth), "bomb.ods");
    assert_eq!(code, Code::TooLarge, "{message}");
    refusal(&bomb(&parts, "content.xml", Says::ALittle), "lying bomb.ods");
}

#[test]
fn a_false_count_of_shared_texts_is_refused() {
    let one = sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
    for count in ["1152921504606846976", "9000000"] {
        let shared = format!(r#"<sst uniqueCount="{count}"><si><t>x</t></si></sst>"#);
        assert_eq!(refusal(&workbook(&[&one], &shared), count).0, Code::Unreadable);
    }
    let shared = r#"<sst uniqueCount="8000000"><si><t>x</t></si></sst>"#;
    assert!(open(&workbook(&[&one], shared), "a claim that fits").is_ok());
}

#[test]
fn an_ods_that_repeats_without_end_is_refused_by_name() {
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let row = format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    let content = format!(
        "<office:document-content><table:table table:name=\"S\">{row}</table:table></office:document-content>"
    );
    let bytes = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ]);
    assert_eq!(refusal(&bytes, "repeats.ods").0, Code::TooLarge);
}

#[test]
fn one_line_without_end_is_refused_by_name() {
    let mut line = vec![b'x'; 1 << 30];
    let (code, message) = refusal(&line, "line.csv");
    assert_eq!(code, Code::TooLarge);
    assert!(message.contains("256 MB"), "{message}");
    line.truncate(255 << 20);
    let (code, message) = refusal(&line, "shorter line.csv");
    assert_eq!(code, Code::TooLarge);
    assert!(message.contains("32,767 characters"), "{message}");
}

#[test]
fn a_large_text_in_a_wide_encoding_is_read_or_refused_for_its_memory() {
    let mut text = b"\xff\xfe".to_vec();
    let line: Vec<u8> = "a@b.example;Šiauliai\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    while text.len() < 250 << 20 {
        text.write_all(&line).expect("written");
    }
    let (code, message) = refusal(&text, "wide.csv");
    assert_eq!(code, Code::TooLarge, "{message}");
}

#[test]
fn a_thousand_sheets_are_no_trouble() {
    let empty = sheet("");
    let people = sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a@b.example</t></is></c></row>"#);
    let mut sheets = vec![empty.as_str(); 1000];
    sheets[40] = &people;
    let table = open(&workbook(&sheets, "<sst/>"), "many.xlsx").expect("reads");
    assert_eq!((table.file.sheet.as_deref(), table.file.sheets.len()), (Some("S41"), 1000));
}

#[test]
fn a_text_that_turns_out_to_be_in_another_encoding_is_read_again_as_a_whole() {
    let mut text = "Email;Name\n".to_owned();
    for number in 0..20_000 {
        text += &format!("person.{number}@b.example;Ann\n");
    }
    let mut bytes = text.into_bytes();
    bytes.extend(b"last@b.example;J\xf6rg M\xfcller\n");
    let table = open(&bytes, "late.csv").expect("reads");
    assert_eq!(table.file.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(table.rows().last().map(|row| row.cell(1).shown().to_owned()).as_deref(), Some("Jörg Müller"));
    assert_eq!(table.len(), 20_001);
}
