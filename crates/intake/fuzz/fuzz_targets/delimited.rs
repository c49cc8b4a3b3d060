#![no_main]
//! Encodings and separators: any bytes, as found and with everything chosen.

use libfuzzer_sys::fuzz_target;
use rollcall_intake::{Quote, ReadOptions};
use rollcall_intake_fuzz::look_at;

const ENCODINGS: [&str; 8] =
    ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1257", "iso-8859-2", "gb18030", "shift_jis"];

fuzz_target!(|bytes: &[u8]| {
    look_at(bytes, &ReadOptions::default());
    let Some((first, rest)) = bytes.split_first() else { return };
    let options = ReadOptions {
        encoding: Some(ENCODINGS[usize::from(first & 7)].to_owned()),
        delimiter: [None, Some(','), Some(';'), Some('é')][usize::from(first >> 3 & 3)],
        quote: [None, Some(Quote::Double), Some(Quote::Single), Some(Quote::None)][usize::from(first >> 5 & 3)],
        header_row: (first >> 7 == 1).then_some(0),
        ..ReadOptions::default()
    };
    look_at(rest, &options);
});
