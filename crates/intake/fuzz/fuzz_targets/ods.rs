#![no_main]
//! A whole file, and the parts of one.

use libfuzzer_sys::fuzz_target;
use rollcall_intake::ReadOptions;
use rollcall_intake_fuzz::{archive, look_at};

const PARTS: &[&str] = &["mimetype", "META-INF/manifest.xml", "content.xml"];

fuzz_target!(|bytes: &[u8]| {
    match bytes.starts_with(b"PK") {
        true => look_at(bytes, &ReadOptions::default()),
        false => look_at(&archive(PARTS, bytes), &ReadOptions::default()),
    }
});
