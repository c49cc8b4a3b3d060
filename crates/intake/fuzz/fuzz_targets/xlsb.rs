#![no_main]
//! A whole file, and the parts of one.

use libfuzzer_sys::fuzz_target;
use rollcall_intake::ReadOptions;
use rollcall_intake_fuzz::{archive, look_at};

const PARTS: &[&str] = &["_rels/.rels", "xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/sharedStrings.bin", "xl/styles.bin", "xl/worksheets/sheet1.bin"];

fuzz_target!(|bytes: &[u8]| {
    match bytes.starts_with(b"PK") {
        true => look_at(bytes, &ReadOptions::default()),
        false => look_at(&archive(PARTS, bytes), &ReadOptions::default()),
    }
});
