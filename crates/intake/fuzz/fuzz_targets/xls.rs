#![no_main]
//! Compound files.

use libfuzzer_sys::fuzz_target;
use rollcall_intake::ReadOptions;
use rollcall_intake_fuzz::look_at;

fuzz_target!(|bytes: &[u8]| look_at(bytes, &ReadOptions::default()));
