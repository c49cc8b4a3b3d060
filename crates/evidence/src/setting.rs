//! Sets a report in type.

use crate::letters::Letters;
use crate::{Report, fonts};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// How a report looks. It reads the report as data: nothing of what people wrote is ever read as markup.
const LOOK: &str = include_str!("report.typ");

/// A report as a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file's bytes: PDF/A-2a, tagged (PDF/UA-1).
    pub bytes: Vec<u8>,
    /// Letters that no font of this machine has; they stand as their codes.
    pub unknown_letters: u32,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// The report could not be set; a fault of this room.
    #[error("the report could not be set: {0}")]
    Setting(String),
}

/// Sets a report. Takes about a second for a few hundred rows, and more for each further one; blocks meanwhile.
///
/// # Errors
/// [`EvidenceError::Setting`].
pub fn pdf(report: &Report) -> Result<Pdf, EvidenceError> {
    let fonts = fonts::of_this_machine();
    let mut letters = Letters::of(fonts.book());
    let mut report = report.clone();
    report.texts_mut(&mut |text| *text = letters.drawable(text));
    let data = serde_json::to_vec(&report).map_err(|problem| EvidenceError::Setting(problem.to_string()))?;
    let desk = Desk::new(fonts, data)?;
    let document: PagedDocument = typst::compile(&desk).output.map_err(|told| refused(&told))?;
    let bytes = typst_pdf::pdf(&document, &options()?).map_err(|told| refused(&told))?;
    // What was laid out is kept for a next time that never comes, and is many times the size of the PDF.
    typst::comemo::evict(0);
    Ok(Pdf { bytes, unknown_letters: u32::try_from(letters.unknown.len()).unwrap_or(u32::MAX) })
}

fn options() -> Result<PdfOptions, EvidenceError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|told| EvidenceError::Setting(told.message().to_string()))?;
    Ok(PdfOptions { creator: Smart::Custom(Some("Rollcall".into())), standards, ..PdfOptions::default() })
}

fn refused(told: &[SourceDiagnostic]) -> EvidenceError {
    EvidenceError::Setting(told.iter().map(|each| each.message.to_string()).collect::<Vec<_>>().join("; "))
}

/// What the type setter may see: one look, one report, and fonts. No file, no clock.
struct Desk {
    library: LazyHash<Library>,
    fonts: &'static FontStore,
    look: Source,
    report: (FileId, Bytes),
}

impl Desk {
    fn new(fonts: &'static FontStore, data: Vec<u8>) -> Result<Self, EvidenceError> {
        let look = Source::new(file("report.typ")?, LOOK.to_owned());
        let report = (file("report.json")?, Bytes::new(data));
        Ok(Self { library: LazyHash::new(Library::default()), fonts, look, report })
    }
}

fn file(name: &str) -> Result<FileId, EvidenceError> {
    let path = VirtualPath::new(name).map_err(|_| EvidenceError::Setting(name.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.look.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.look.id() { Ok(self.look.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (report, bytes) = &self.report;
        if id == *report { Ok(bytes.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
