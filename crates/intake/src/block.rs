//! A block of cells as spreadsheet programs copy it: lines of cells with tabs between them.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// The cells of a copied block, line by line. A cell that itself holds a line break, a tab or a quotation mark stands
/// in quotation marks; a line break at the very end ends the last line and begins none.
pub fn cells_of_block(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_end_matches('\0');
    // Blank lines are rows of a block: `csv-core` would leave them out.
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])) {
            lines.push(vec![String::new()]);
            rest = after;
            continue;
        }
        let (line, used) = record(rest);
        lines.push(line);
        rest = &rest[used..];
    }
    lines
}

/// The cells of the first line, and how many bytes it takes.
fn record(text: &str) -> (Vec<String>, usize) {
    let mut reader = ReaderBuilder::new().delimiter(b'\t').build();
    let (mut output, mut ends) = (vec![0; 256], vec![0; 16]);
    let (mut read, mut written, mut ended) = (0, 0, 0);
    let bytes = text.as_bytes();
    loop {
        let (result, took, wrote, fields) =
            reader.read_record(&bytes[read..], &mut output[written..], &mut ends[ended..]);
        read += took;
        written += wrote;
        ended += fields;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull => output.resize(output.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
            ReadRecordResult::Record | ReadRecordResult::End => break,
        }
    }
    // The reader stops after the first of the two characters that end a line.
    if bytes[..read].ends_with(b"\r") && bytes.get(read) == Some(&b'\n') {
        read += 1;
    }
    let mut start = 0;
    let cells = ends[..ended].iter().map(|end| {
        let cell = String::from_utf8_lossy(&output[start..*end]).into_owned();
        start = *end;
        cell
    });
    (cells.collect(), read.max(1).min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_taken_as_a_spreadsheet_copied_it() {
        assert_eq!(cells_of_block("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(cells_of_block("one"), [["one"]]);
        assert_eq!(cells_of_block("\"a\nb\"\tc\n\nd\t\n"), [vec!["a\nb", "c"], vec![""], vec!["d", ""]]);
        assert_eq!(cells_of_block("\t\n"), [["", ""]]);
        assert_eq!(cells_of_block("say \"hi\"\tx"), [["say \"hi\"", "x"]]);
        assert!(cells_of_block("").is_empty());
    }
}
