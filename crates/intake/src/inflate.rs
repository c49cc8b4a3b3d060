//! Counts what really comes out of an archive, and notes which rows are hidden on the way.

use crate::limits::Limits;
use crate::package::{Archive, Package, PackageKind, is_sheet, normal, open};
use crate::problem::FileProblem;
use crate::read::Findings;
use crate::row_marks::{RowMarks, row_marks};
use rollcall_core::sentence;
use std::collections::HashMap;
use std::io::{self, BufReader, Read};
use std::sync::atomic::{AtomicBool, Ordering};

/// What was seen of the sheets.
#[derive(Debug)]
pub(crate) struct Survey {
    /// By the name of each sheet that was looked at; nothing where the format doesn't let us see.
    marks: Option<HashMap<String, RowMarks>>,
}

impl Package {
    /// Inflates the sheets, counting what really comes out, and notes which rows are hidden. Ends early, and without a
    /// result worth having, once `enough` is set.
    ///
    /// # Errors
    /// `too-large` with the limit's name, `unreadable` for a damaged archive.
    pub fn survey(&self, bytes: &[u8], enough: &AtomicBool) -> Result<Survey, FileProblem> {
        if self.kind == PackageKind::Ods {
            // Its one part is counted by whoever reads it, and says itself which rows are hidden.
            return Ok(Survey { marks: None });
        }
        let mut by_part = HashMap::new();
        let listed = |name: &str| self.sheets.iter().any(|(_, sheet)| sheet == name);
        // A sheet that lies elsewhere than sheets usually do was counted before; its rows were not looked at.
        self.inflate(
            &mut open(bytes)?,
            |name| is_sheet(name) || listed(name),
            |name, part| {
                let mut part = Until { inner: part, enough };
                if listed(name) {
                    let marks = row_marks(BufReader::with_capacity(64 << 10, &mut part));
                    by_part.insert(name.to_owned(), marks.map_err(|error| refused(&error, self.limit))?);
                }
                io::copy(&mut part, &mut io::sink()).map(drop).map_err(|error| refused(&error, self.limit))
            },
        )?;
        let marks = |(name, part): &(String, String)| Some((name.clone(), by_part.get(part)?.clone()));
        let seen = self.kind != PackageKind::Xlsb;
        Ok(Survey { marks: seen.then(|| self.sheets.iter().filter_map(marks).collect()) })
    }

    /// Inflates the parts whose name `wanted` says yes to, and says how much may still come.
    pub fn inflate(
        &self,
        archive: &mut Archive<'_>,
        wanted: impl Fn(&str) -> bool,
        mut see: impl FnMut(&str, &mut dyn Read) -> Result<(), FileProblem>,
    ) -> Result<u64, FileProblem> {
        let mut left = self.left;
        for index in 0..archive.len() {
            // A part in a way that this program can't inflate is harmless until somebody asks for it.
            let Ok(part) = archive.by_index(index) else { continue };
            let Ok(name) = part.name().map(|name| normal(&name)) else { continue };
            if !wanted(&name) {
                continue;
            }
            let mut counted = Counted { inner: part, left };
            see(&name, &mut counted)?;
            io::copy(&mut counted, &mut io::sink()).map_err(|error| refused(&error, self.limit))?;
            left = counted.left;
        }
        Ok(left)
    }
}

impl Survey {
    /// Adds what was seen to what was found.
    pub fn complete(self, findings: Findings) -> Findings {
        match (self.marks, &findings.sheet) {
            (Some(mut marks), Some(sheet)) => {
                // Of a sheet that was not looked at it is not known which rows are hidden.
                Findings { marks: marks.remove(sheet), ..findings }
            }
            _ => findings,
        }
    }
}

/// A reader that fails with [`TOO_MUCH`] as soon as more than `left` bytes came out.
pub(crate) struct Counted<R> {
    inner: R,
    left: u64,
}

const TOO_MUCH: &str = "more than the limit";

impl<R> Counted<R> {
    pub fn new(inner: R, limits: Limits) -> Self {
        Self { inner, left: limits.inflated_bytes }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => return Err(io::Error::other(TOO_MUCH)),
        }
        Ok(read)
    }
}

/// A reader that ends once nobody needs it any more.
struct Until<'a, R> {
    inner: R,
    enough: &'a AtomicBool,
}

impl<R: Read> Read for Until<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.enough.load(Ordering::Relaxed) {
            return Err(io::Error::other("nobody needs it any more"));
        }
        self.inner.read(buffer)
    }
}

/// What a failure to inflate means.
pub(crate) fn refused(error: &io::Error, limit: u64) -> FileProblem {
    if error.to_string().contains(TOO_MUCH) { too_much(limit) } else { FileProblem::damaged() }
}

pub(crate) fn too_much(limit: u64) -> FileProblem {
    FileProblem::too_large(sentence!("This workbook unpacks to more than {mb} MB.", mb = limit >> 20))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn what_comes_out_is_counted_whatever_was_promised() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for part in ["xl/a.xml", "xl/b.xml"] {
            zip.start_file(part, zip::write::SimpleFileOptions::default()).expect("a part");
            io::Write::write_all(&mut zip, &[b' '; 30_000]).expect("written");
        }
        let bytes = zip.finish().expect("finished").into_inner();
        let inflate = |limit| {
            let package = Package { kind: PackageKind::Xlsx, sheets: Vec::new(), limit, left: limit };
            package.inflate(&mut open(&bytes).expect("an archive"), |_| true, |_, _| Ok(()))
        };
        assert_eq!(inflate(60_000), Ok(0));
        let problem = inflate(59_999).expect_err("one byte too many");
        assert!(problem.message.contains("unpacks to more than 0 MB"), "{}", problem.message);
    }

    #[test]
    fn a_sheet_whose_rows_were_not_looked_at_is_not_said_to_hide_none() {
        let findings = || Findings { sheet: Some("People".to_owned()), ..Findings::default() };
        let survey = |marks: &[&str]| Survey {
            marks: Some(marks.iter().map(|sheet| ((*sheet).to_owned(), RowMarks::default())).collect()),
        };
        assert_eq!(survey(&["People"]).complete(findings()).marks, Some(RowMarks::default()));
        assert_eq!(survey(&["Another"]).complete(findings()).marks, None);
    }
}
