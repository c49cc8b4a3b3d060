//! What the targets share.

use rollcall_intake::{ReadOptions, Table, read};
use std::io::{Cursor, Write};
use std::sync::Once;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A panic in a reader of binary formats is caught by `read`, as in the program; one in code of ours is a finding.
static HOOK: Once = Once::new();

fn watch_our_own_code() {
    std::panic::set_hook(Box::new(|panic| {
        if panic.location().is_some_and(|place| place.file().contains("intake")) {
            eprintln!("{panic}");
            std::process::abort();
        }
    }));
}

/// Reads, and looks at everything that was read.
pub fn look_at(bytes: &[u8], options: &ReadOptions) {
    HOOK.call_once(watch_our_own_code);
    let Ok(table) = read(bytes, "fuzzed", options) else { return };
    assert!(table.rows().all(|row| row.cells().count() == table.columns.len()));
    assert!(table.rows().is_sorted_by(|one, next| one.number() < next.number()));
    for (place, row) in table.rows().enumerate() {
        assert_eq!(table.position(row.number()), Some(place));
    }
    assert!(seen(&table) < 1 << 30);
}

fn seen(table: &Table) -> usize {
    table.rows().flat_map(|row| row.cells().map(|cell| cell.shown().len()).collect::<Vec<_>>()).sum()
}

/// An archive of parts cut out of what the fuzzer made, so that it need not learn to deflate.
pub fn archive(names: &[&str], bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut rest = bytes;
    for name in names {
        let (part, after) = cut(rest);
        rest = after;
        zip.start_file(*name, options).expect("a part");
        zip.write_all(part).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

/// Up to the next 0xff, which stands in no text.
fn cut(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == 0xff) {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[]),
    }
}
