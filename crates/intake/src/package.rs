//! A look into a workbook's archive before anything reads it: what kind it is, how large it is when inflated, and
//! which rows are hidden. `calamine` trusts what a file says of itself and hides row attributes; both are seen to here.

use crate::inflate;
use crate::limits::{self, Limits};
use crate::problem::FileProblem;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader as XmlReader, XmlVersion};
use rollcall_core::sentence;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;

/// What kinds of workbook come as an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PackageKind {
    Xlsx,
    Xlsm,
    Xlsb,
    Ods,
}

impl PackageKind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsm => "xlsm",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
        }
    }
}

/// What is known of an archive before anything reads it.
#[derive(Debug)]
pub(crate) struct Package {
    pub kind: PackageKind,
    /// The name and the part of each sheet; xlsx and xlsm only.
    pub sheets: Vec<(String, String)>,
    /// What may come out of all parts, and what of it is left for those that were not inflated yet.
    pub limit: u64,
    pub left: u64,
}

pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The largest part that is read whole: relations, the list of sheets, the manifest.
const SMALL_PART: u64 = 16 << 20;
/// How the names of parts end that `calamine` takes up whole, wherever they lie.
const SHARED_TEXTS: &str = "sharedstrings.xml";
const WHOLE_PARTS: [&str; 4] = [SHARED_TEXTS, "styles.xml", "workbook.xml", ".rels"];
const ODS_MIMETYPES: [&str; 2] = [
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.spreadsheet-template",
];

/// Looks at what a reader would take up whole, before it does. Sheets are left for [`Package::survey`]: of them no more
/// than a cell is held at a time.
///
/// # Errors
/// `not-a-spreadsheet`, `password-protected`, `too-large` with the limit's name, `unreadable` for a damaged archive.
pub(crate) fn look_into(bytes: &[u8], limits: Limits) -> Result<Package, FileProblem> {
    let mut archive = open(bytes)?;
    if archive.len() > limits::PARTS {
        return Err(FileProblem::too_large(sentence!(
            "This workbook has more than {parts} parts.",
            parts = limits::PARTS,
        )));
    }
    // What is announced is refused at once; what isn't is counted below.
    let limit = limits.inflated_bytes;
    if archive.decompressed_size().is_some_and(|size| size > u128::from(limit)) {
        return Err(inflate::too_much(limit));
    }
    let kind = kind(&mut archive)?;
    let sheets = match kind {
        PackageKind::Xlsx | PackageKind::Xlsm => sheet_parts(&mut archive)?,
        PackageKind::Xlsb | PackageKind::Ods => Vec::new(),
    };
    let mut package = Package { kind, sheets, limit, left: limit };
    if kind != PackageKind::Ods {
        package.left = package.inflate(
            &mut archive,
            |name| !is_sheet(name),
            |name, part| match name.ends_with(SHARED_TEXTS) {
                true => refuse_false_count(BufReader::new(part)),
                false => Ok(()),
            },
        )?;
    }
    Ok(package)
}

pub(crate) fn open(bytes: &[u8]) -> Result<Archive<'_>, FileProblem> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileProblem::damaged())
}

/// Whether a part is a sheet, of which a reader never holds more than a cell.
pub(crate) fn is_sheet(name: &str) -> bool {
    name.contains("/worksheets/") && !WHOLE_PARTS.iter().any(|end| name.ends_with(end))
}

fn kind(archive: &mut Archive<'_>) -> Result<PackageKind, FileProblem> {
    if let Some(mimetype) = small_part(archive, "mimetype")? {
        let mimetype = mimetype.trim();
        if ODS_MIMETYPES.contains(&mimetype) {
            return refuse_encrypted(archive).map(|()| PackageKind::Ods);
        }
        if mimetype.starts_with("application/vnd.oasis.opendocument") {
            return Err(FileProblem::not_a_spreadsheet("another kind of OpenDocument file"));
        }
    }
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| normal(&name)).collect();
    let has = |end: &str| names.iter().any(|name| name.ends_with(end));
    let begins = |start: &str| names.iter().any(|name| name.starts_with(start));
    match () {
        () if has("workbook.bin") => Ok(PackageKind::Xlsb),
        () if begins("word/") => Err(FileProblem::not_a_spreadsheet("a Word document")),
        () if begins("ppt/") => Err(FileProblem::not_a_spreadsheet("a presentation")),
        () if has(".iwa") || has("index.zip") => Err(FileProblem::not_a_spreadsheet("an Apple document")),
        () if !names.iter().any(|name| name == "_rels/.rels") => {
            Err(FileProblem::not_a_spreadsheet("an archive"))
        }
        () if has("vbaproject.bin") => Ok(PackageKind::Xlsm),
        () => Ok(PackageKind::Xlsx),
    }
}

fn refuse_encrypted(archive: &mut Archive<'_>) -> Result<(), FileProblem> {
    let manifest = small_part(archive, "META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") { Err(FileProblem::password()) } else { Ok(()) }
}

/// Names compare as calamine compares them: any case, any slash.
pub(crate) fn normal(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}

fn small_part(archive: &mut Archive<'_>, wanted: &str) -> Result<Option<String>, FileProblem> {
    let wanted = normal(wanted);
    let index = (0..archive.len()).find(|index| {
        archive.name_for_index(*index).and_then(Result::ok).is_some_and(|name| normal(&name) == wanted)
    });
    let Some(index) = index else { return Ok(None) };
    let part = archive.by_index(index).map_err(|_| FileProblem::damaged())?;
    let mut bytes = Vec::new();
    part.take(SMALL_PART).read_to_end(&mut bytes).map_err(|_| FileProblem::damaged())?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The name and the part of each sheet, by the workbook's own relations.
fn sheet_parts(archive: &mut Archive<'_>) -> Result<Vec<(String, String)>, FileProblem> {
    let relations = small_part(archive, "_rels/.rels")?.unwrap_or_default();
    let workbook = targets(&relations)
        .into_iter()
        .find(|relation| relation.kind.ends_with("/relationships/officeDocument"))
        .map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let workbook = workbook.trim_start_matches('/').to_owned();
    let (folder, file) =
        workbook.rsplit_once('/').map_or(("", workbook.as_str()), |(folder, file)| (folder, file));
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let relations = small_part(archive, &format!("{prefix}_rels/{file}.rels"))?.unwrap_or_default();
    let parts: HashMap<String, String> =
        targets(&relations).into_iter().map(|relation| (relation.id, relation.target)).collect();
    let list = small_part(archive, &workbook)?.unwrap_or_default();
    let mut sheets = Vec::new();
    each_element(&list, |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
            && let Some(target) = parts.get(&id)
        {
            let part = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("{prefix}{target}"),
            };
            sheets.push((name, normal(&part)));
        }
    });
    Ok(sheets)
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn targets(relations: &str) -> Vec<Relation> {
    let mut found = Vec::new();
    each_element(relations, |element| {
        if element.local_name().as_ref() == "Relationship" {
            found.push(Relation {
                id: attribute(element, "Id").unwrap_or_default(),
                kind: attribute(element, "Type").unwrap_or_default(),
                target: attribute(element, "Target").unwrap_or_default(),
            });
        }
    });
    found
}

/// Walks over the elements of a small part. Markup that can't be read ends the walk: the reader that follows
/// refuses it in its own words.
fn each_element(xml: &str, mut see: impl FnMut(&BytesStart<'_>)) {
    let mut reader = XmlReader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute by its name without prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| plain_value(&attribute))
}

/// An attribute's value with its entities resolved; nothing where it holds an unknown one.
pub(crate) fn plain_value(attribute: &Attribute<'_>) -> Option<String> {
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// `calamine` sets memory aside for as many shared texts as the part claims to have. A claim of 2^60 would end the
/// program, so a claim that the part can't hold is refused.
fn refuse_false_count(xml: impl BufRead) -> Result<(), FileProblem> {
    // Twice as many as all cells that are read could show.
    const MOST: u64 = 8 << 20;
    let mut reader = XmlReader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == "sst" => {
                let claimed =
                    attribute(&element, "uniqueCount").and_then(|count| count.trim().parse::<u128>().ok());
                return match claimed {
                    Some(claimed) if claimed > u128::from(MOST) => Err(FileProblem::damaged()),
                    _ => Ok(()),
                };
            }
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_of_shared_texts_that_no_part_can_hold_is_refused() {
        let claim = |count: &str| refuse_false_count(format!("<x><sst uniqueCount=\"{count}\">").as_bytes());
        assert!(claim("12").is_ok());
        assert!(claim("1152921504606846976").is_err());
        assert!(claim("99999999999999999999999999").is_err());
    }
}
