#![no_main]
//! A whole file, and the parts of one.

use libfuzzer_sys::fuzz_target;
use rollcall_intake::ReadOptions;
use rollcall_intake_fuzz::{archive, look_at};

const PARTS: &[&str] = &["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];

fuzz_target!(|bytes: &[u8]| {
    match bytes.starts_with(b"PK") {
        true => look_at(bytes, &ReadOptions::default()),
        false => look_at(&archive(PARTS, bytes), &ReadOptions::default()),
    }
});
