//! The bytes of a file that a person dropped, and the table in them.

use super::draft::Source;
use crate::contract::*;
use crate::errors::{blocking, of_file};
use crate::runs::only_failed;
use rollcall_core::phrase;
use rollcall_intake::{Quote, ReadOptions, Reading, Table};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Reads on a thread of its own: a large workbook takes seconds. Of a run's report only those rows are taken that did
/// not end well.
pub(crate) async fn read(
    source: Source,
    choice: &ReadChoice,
    reading: &Reading,
) -> Result<Arc<Table>, AppError> {
    let Source::File { name, bytes } = source else {
        return Err(AppError::new(
            ErrorCode::BadRequest,
            phrase!("A typed person has no file to read again."),
        ));
    };
    let options = ReadOptions {
        sheet: choice.sheet.clone(),
        header_row: choice.header_row,
        delimiter: choice.delimiter.as_deref().and_then(|text| text.chars().next()),
        encoding: choice.encoding.clone(),
        quote: choice.quote.as_deref().and_then(Quote::of_text),
    };
    let reading = reading.clone();
    blocking(move || {
        let table = rollcall_intake::read_with(&reading, &bytes, &name, &options).map_err(of_file)?;
        only_failed(table).map(Arc::new)
    })
    .await
}

/// Larger files than any spreadsheet that a person sends; the reader has closer limits of its own.
const FILE_BYTES: u64 = 512 << 20;

pub(crate) fn file_bytes(path: &Path) -> Result<Vec<u8>, AppError> {
    let refused = |sentence: &str| AppError::new(ErrorCode::FileRefused, sentence);
    let too_large = || {
        refused(phrase!("This file is larger than 512 MB, which no list of people is. Nothing was read."))
            .with_detail("too-large")
    };
    let facts = std::fs::metadata(path).map_err(|_| {
        refused(phrase!("The file is no longer there, or you may not read it. Nothing was sent."))
    })?;
    if facts.is_dir() {
        return Err(refused(phrase!("This is a folder. Drop the spreadsheet itself.")));
    }
    if !facts.is_file() {
        // A pipe or a device has no length and may have no end.
        return Err(refused(phrase!(
            "This is no file that can be read as a whole. Drop the spreadsheet itself."
        )));
    }
    if facts.len() > FILE_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // One byte more than may be there: a file may grow while it is read.
    let read = std::fs::File::open(path).and_then(|file| file.take(FILE_BYTES + 1).read_to_end(&mut bytes));
    match read {
        Ok(length) if length as u64 > FILE_BYTES => Err(too_large()),
        Ok(_) => Ok(bytes),
        Err(problem) => Err(refused(phrase!("The file can't be read. If another program holds it open, close it there and drop the file again.")).with_detail(problem.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_has_no_end_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("people.csv");
        std::os::unix::fs::symlink("/dev/zero", &link).expect("a link");
        for path in [link.as_path(), folder.path()] {
            let refused = file_bytes(path).expect_err("it is no file");
            assert_eq!(refused.code, ErrorCode::FileRefused, "{}", path.display());
        }
        let file = folder.path().join("one.csv");
        std::fs::write(&file, "Email").expect("a file");
        assert_eq!(file_bytes(&file).expect("bytes"), b"Email");
    }
}
