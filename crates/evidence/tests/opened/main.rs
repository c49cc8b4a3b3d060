//! A report, opened again with a reader that is not ours.
#![allow(missing_docs)]

use rollcall_evidence::{Column, Fact, Report, Table, pdf};
use std::io::Write;
use std::process::{Command, Stdio};

fn report(rows: Vec<Vec<String>>) -> Report {
    let columns = ["Person", "Decision", "Note"].map(|title| Column { title: title.into(), share: 1 });
    Report {
        title: "Access review".into(),
        subtitle: "Nordlys, 26 November 2026".into(),
        date: "2026-11-26".into(),
        facts: vec![Fact { name: "Reviewer".into(), value: "Ann Lee\nann@nordlys.example".into() }],
        statements: vec!["Names are typed, not proven.".into()],
        statements_title: "What it can't show".into(),
        tables: vec![Table {
            title: "Decisions".into(),
            note: "Everyone in scope.".into(),
            columns: columns.to_vec(),
            rows,
        }],
        foot: "Roster 0123456789abcdef".into(),
    }
}

fn row(words: [&str; 3]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

/// The bytes through poppler's `pdftotext`, each page ended by a form feed.
fn text_of(bytes: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext (package poppler-utils) reads the PDF: `cargo xtask test` installs it");
    let mut pipe = reader.stdin.take().expect("a pipe");
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&bytes));
    let output = reader.wait_with_output().expect("it ends");
    let _ = writer.join();
    assert!(output.status.success(), "pdftotext refuses the file");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Without any space: where a cell is broken into lines is the page's business.
fn joined(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn said(rows: Vec<Vec<String>>) -> String {
    text_of(&pdf(&report(rows)).expect("a PDF").bytes)
}

#[test]
fn everything_that_the_report_says_is_in_the_pdf() {
    let text = said(vec![row(["Ravi Menon", "Keep", "asked his lead"])]);
    for words in [
        "Access review",
        "Nordlys, 26 November 2026",
        "Reviewer",
        "ann@nordlys.example",
        "What it can't show",
        "Names are typed, not proven.",
        "Everyone in scope.",
        "Decision",
        "Ravi Menon",
        "asked his lead",
        "Roster 0123456789abcdef",
        "Page 1 of 1",
    ] {
        assert!(text.contains(words), "{words:?} is missing in\n{text}");
    }
}

#[test]
fn what_people_wrote_is_never_read_as_markup() {
    let hostile = [
        "#panic(\"now\")",
        "#read(\"/etc/passwd\")",
        "*bold* _slant_ `code` $x^2$",
        "= a heading",
        "- a list",
        "// no comment /* none */",
        "\\u{41} \\ ~ -- --- ...",
        "<label> @reference",
        "http://evil.example/#x",
        "#[content] #{code}",
        "=1+1 +1 -1 @SUM(A1)",
        "<script>alert(1)</script>",
        "]]}}))\"'",
    ];
    let text = joined(&said(hostile.iter().map(|words| row([words, "Remove", words])).collect()));
    for words in hostile {
        assert!(text.contains(&joined(words)), "{words:?} is not there as it was written");
    }
}

#[test]
fn names_in_many_scripts_come_back_as_they_were() {
    let names = [
        "Żółć Łódź",
        "Jānis Bērziņš",
        "Σωκράτης",
        "Иван Грозный",
        "Ђорђе",
        "Հայկ",
        "ქართველი",
        "ሰላም",
        "ᏣᎳᎩ",
        "Nguyễn Thị Hồng",
        "Øystein Þór",
        "ǅ ŉ",
    ];
    let text = joined(&said(names.iter().map(|name| row([name, "Keep", ""])).collect()));
    for name in names {
        assert!(text.contains(&joined(name)), "{name} is missing in {text}");
    }
}

#[test]
fn scripts_that_join_stack_or_run_from_the_right_come_back_as_they_were() {
    let names = ["محمد العلي", "דוד כהן", "प्रिया शर्मा", "สมชาย ใจดี", "தமிழ்ச்செல்வி", "王小明", "さくら"];
    let made = pdf(&report(names.iter().map(|name| row([name, "Keep", ""])).collect())).expect("a PDF");
    assert_eq!(
        made.unknown_letters, 0,
        "packages fonts-noto-core and fonts-droid-fallback have these letters"
    );
    let text = joined(&text_of(&made.bytes));
    for name in names {
        assert!(text.contains(&joined(name)), "{name} is missing in {text}");
    }
}

#[test]
fn a_letter_that_no_font_has_stands_as_its_code_and_is_counted() {
    let made = pdf(&report(vec![row(["Ann \u{f8ff}\u{10ffff} Lee", "Keep", "\u{f8ff}"])])).expect("a PDF");
    let text = text_of(&made.bytes);
    assert!(text.contains("[U+10FFFF]"), "{text}");
    assert_eq!(made.unknown_letters, if text.contains("[U+F8FF]") { 2 } else { 1 });
}

#[test]
fn control_letters_and_marks_of_direction_break_nothing() {
    let text = said(vec![row(["a\u{0}b\u{1b}c", "\u{202e}Keep\u{202c}", "x\ty\u{feff}"])]);
    assert!(joined(&text).contains("abc"), "{text}");
}

#[test]
fn a_long_table_names_its_columns_on_every_page_and_loses_nobody() {
    let rows = (0..400).map(|n| row([&format!("person{n:03}"), "Keep", "none"])).collect();
    let text = said(rows);
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 5, "{} pages", pages.len());
    for page in &pages {
        assert!(page.contains("Decision"), "a page without a header:\n{page}");
        assert!(page.contains("Roster 0123456789abcdef"), "a page without a foot:\n{page}");
    }
    assert!(text.contains(&format!("Page {0} of {0}", pages.len())));
    for n in 0..400 {
        assert!(text.contains(&format!("person{n:03}")), "person{n:03} is missing");
    }
}

#[test]
fn the_same_report_is_the_same_file_to_the_byte() {
    let one = report(vec![row(["Ann Lee", "Keep", ""])]);
    assert_eq!(pdf(&one).expect("a PDF").bytes, pdf(&one).expect("a PDF").bytes);
}

#[test]
fn an_empty_table_says_its_note_alone() {
    let text = said(Vec::new());
    assert!(text.contains("Everyone in scope."), "{text}");
    assert!(!text.contains("Decision\n"), "{text}");
}

#[test]
fn it_says_what_standard_it_follows() {
    let bytes = pdf(&report(Vec::new())).expect("a PDF").bytes;
    let metadata = String::from_utf8_lossy(&bytes);
    for words in ["pdfaid:part", "pdfuaid:part", "Access review – Nordlys, 26 November 2026"] {
        assert!(metadata.contains(words), "{words} is not in the file's own description");
    }
}
