//! OpenDocument spreadsheets, read as a stream.
//!
//! `calamine` unrolls repeated cells of all sheets into one rectangle before it shows the first, so a small file can
//! ask for gigabytes, and it drops the text that the person saw of a number. Both matter here.

use crate::cells::RawBlock;
use crate::grid::{Grid, Outlet};
use crate::inflate::{self, Counted};
use crate::limits::Limits;
use crate::package::{self, attribute, plain_value};
use crate::problem::FileProblem;
use crate::row_marks::RowMarks;
use crate::table::Cell;
use crate::workbook::{SheetName, Workbook};
use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufRead, BufReader};

/// All sheets of one file, in its order.
#[derive(Debug, Default)]
pub(crate) struct OdsFile {
    sheets: Vec<OdsSheet>,
}

#[derive(Debug)]
struct OdsSheet {
    name: SheetName,
    blocks: Result<Vec<RawBlock>, FileProblem>,
    marks: RowMarks,
}

/// Reads `content.xml`.
///
/// # Errors
/// `unreadable`. A sheet beyond a limit fails only when it is asked for.
pub(crate) fn open(bytes: &[u8], limits: Limits) -> Result<OdsFile, FileProblem> {
    let mut archive = package::open(bytes)?;
    let content = archive.by_name("content.xml").map_err(|_| FileProblem::damaged())?;
    Scan { limits, ..Scan::default() }.run(BufReader::with_capacity(64 << 10, Counted::new(content, limits)))
}

impl Workbook for OdsFile {
    fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    fn fill(
        &mut self,
        sheet: &str,
        rows: Option<usize>,
        _limits: Limits,
        outlet: &mut dyn Outlet,
    ) -> Result<(), FileProblem> {
        let Some(sheet) = self.sheets.iter_mut().find(|candidate| candidate.name.name == sheet) else {
            return Ok(());
        };
        match (&sheet.blocks, rows) {
            // A block holds more rows than anybody looks at to choose a sheet.
            (Ok(blocks), Some(_)) => blocks.iter().take(1).try_for_each(|block| outlet.take(block.clone())),
            // The whole sheet is handed over once: copying it would double the memory.
            _ => std::mem::replace(&mut sheet.blocks, Ok(Vec::new()))?
                .into_iter()
                .try_for_each(|block| outlet.take(block)),
        }
    }

    fn marks(&self, sheet: &str) -> Option<RowMarks> {
        self.sheets.iter().find(|candidate| candidate.name.name == sheet).map(|sheet| sheet.marks.clone())
    }
}

/// Where the stream is.
#[derive(Default)]
struct Scan {
    file: OdsFile,
    /// Styles that hide their sheet.
    hiding: HashSet<String>,
    style: Option<String>,
    limits: Limits,
    /// The cells of the sheet that is being read; none outside of sheets and after a limit was met.
    grid: Option<Grid<Vec<RawBlock>>>,
    in_sheet: bool,
    /// Numbers of the current row's first and last copy.
    row: (u32, u32),
    column: u32,
    cell: Option<CellDraft>,
    /// Depth inside elements whose text is not the cell's: notes, shapes.
    skipping: u32,
}

/// A cell while its text is being read.
#[derive(Default)]
struct CellDraft {
    repeated: u32,
    kind: String,
    value: Option<String>,
    error: bool,
    text: String,
    paragraphs: u32,
}

const SKIPPED: [&str; 3] = ["annotation", "shapes", "frame"];

impl Scan {
    fn run(mut self, xml: impl BufRead) -> Result<OdsFile, FileProblem> {
        let mut reader = XmlReader::from_reader(xml);
        reader.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        let limits = self.limits;
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|error| refused(&error, limits))? {
                Event::Start(element) => self.start(&element),
                Event::End(element) => self.end(element.local_name().as_ref()),
                Event::Text(text) => self.text(&text.xml10_content()),
                Event::CData(text) => self.text(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let named = quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                    let numbered = || reference.resolve_char_ref().ok().flatten().map(String::from);
                    self.text(&named.or_else(numbered).unwrap_or_default());
                }
                Event::Eof => return Ok(self.file),
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = name.as_ref();
        if self.skipping > 0 || (self.in_sheet && SKIPPED.contains(&name)) {
            self.skipping += 1;
            return;
        }
        match name {
            "style" => self.style = attribute(element, "name"),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hiding.extend(self.style.clone());
            }
            "table" => self.start_sheet(element),
            "table-row" => self.start_row(element),
            "table-cell" | "covered-table-cell" => self.cell = Some(CellDraft::new(element)),
            "p" | "h" => self.paragraph(),
            "s" => {
                let spaces = count(element, "c").min(1024) as usize;
                self.text(&" ".repeat(spaces));
            }
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            _ => {}
        }
    }

    fn start_sheet(&mut self, element: &BytesStart<'_>) {
        self.in_sheet = true;
        self.row = (0, 0);
        self.grid = Some(Grid::new(self.limits, Vec::new()));
        let style = attribute(element, "style-name").unwrap_or_default();
        let name = attribute(element, "name").unwrap_or_default();
        self.file.sheets.push(OdsSheet {
            name: SheetName { name, visible: !self.hiding.contains(&style) },
            blocks: Ok(Vec::new()),
            marks: RowMarks::default(),
        });
    }

    fn start_row(&mut self, element: &BytesStart<'_>) {
        self.column = 0;
        let first = self.row.1.saturating_add(1);
        self.row = (first, self.row.1.saturating_add(count(element, "number-rows-repeated")));
        let visibility = attribute(element, "visibility").unwrap_or_default();
        let Some(sheet) = self.file.sheets.last_mut() else { return };
        if visibility == "collapse" || visibility == "filter" {
            sheet.marks.filtered |= visibility == "filter";
            // Rows beyond the limit hold nothing: a filled one there would be refused.
            let left = self.limits.rows.saturating_sub(sheet.marks.hidden.len());
            sheet.marks.hidden.extend((first..=self.row.1).take(left));
        }
    }

    fn paragraph(&mut self) {
        if let Some(cell) = &mut self.cell {
            if cell.paragraphs > 0 {
                cell.text.push('\n');
            }
            cell.paragraphs += 1;
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipping > 0 {
            return;
        }
        if let Some(cell) = &mut self.cell
            && cell.paragraphs > 0
        {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipping > 0 {
            self.skipping -= 1;
            return;
        }
        match name {
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table" => self.end_sheet(),
            _ => {}
        }
    }

    fn end_sheet(&mut self) {
        self.in_sheet = false;
        let Some(grid) = self.grid.take() else { return };
        if let Some(sheet) = self.file.sheets.last_mut() {
            sheet.blocks = grid.finish();
        }
    }

    fn end_cell(&mut self) {
        let Some(draft) = self.cell.take() else { return };
        let (first, repeated) = (self.column, draft.repeated);
        self.column = self.column.saturating_add(repeated);
        let (Some(grid), Some(cell)) = (&mut self.grid, draft.cell()) else { return };
        let (top, bottom) = self.row;
        let columns = || first..first.saturating_add(repeated);
        let mut cells = (top..=bottom).flat_map(|number| columns().map(move |column| (number, column)));
        if let Err(problem) = cells.try_for_each(|(number, column)| grid.put(number, column, cell)) {
            self.grid = None;
            if let Some(sheet) = self.file.sheets.last_mut() {
                sheet.blocks = Err(problem);
            }
        }
    }
}

fn refused(error: &quick_xml::Error, limits: Limits) -> FileProblem {
    match error {
        quick_xml::Error::Io(error) => inflate::refused(error, limits.inflated_bytes),
        _ => FileProblem::damaged(),
    }
}

fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    match attribute(element, name) {
        Some(count) => {
            // Nothing stands there no times, and a billion rows of it would take their time.
            count.trim().parse::<u64>().map_or(1, |count| u32::try_from(count).unwrap_or(u32::MAX).max(1))
        }
        None => 1,
    }
}

impl CellDraft {
    fn new(element: &BytesStart<'_>) -> Self {
        let mut draft = Self { repeated: count(element, "number-columns-repeated"), ..Self::default() };
        for attribute in element.attributes().with_checks(false).filter_map(Result::ok) {
            let value = || plain_value(&attribute);
            match attribute.key.0 {
                "office:value-type" => draft.kind = value().unwrap_or_default(),
                "calcext:value-type" => draft.error = value().as_deref() == Some("error"),
                "office:value"
                | "office:string-value"
                | "office:boolean-value"
                | "office:date-value"
                | "office:time-value" => draft.value = value(),
                _ => {}
            }
        }
        draft
    }

    /// What stands in the cell; nothing where it is empty.
    fn cell(&self) -> Option<Cell<'_>> {
        let value = self.value.as_deref();
        let shown = if self.text.is_empty() { value.unwrap_or_default() } else { &self.text };
        let cell = match self.kind.as_str() {
            _ if self.error => Cell::Error(shown),
            "float" | "currency" | "percentage" => {
                match value.and_then(|value| value.trim().parse::<f64>().ok()) {
                    Some(value) => Cell::Number { shown, value },
                    None => Cell::Text(&self.text),
                }
            }
            "date" | "time" => Cell::Date(value.unwrap_or(&self.text)),
            "boolean" => Cell::Bool(value == Some("true")),
            "" => Cell::Text(&self.text),
            _ => Cell::Text(shown),
        };
        (!cell.shown().is_empty()).then_some(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Blocks;

    fn scan(rows: &str) -> OdsFile {
        let xml = format!("<a:b><table:table table:name=\"S\">{rows}</table:table></a:b>");
        Scan::default().run(xml.as_bytes()).expect("reads")
    }

    fn filled(file: &mut OdsFile) -> Result<Blocks, FileProblem> {
        let mut blocks = Blocks::default();
        file.fill("S", None, Limits::default(), &mut blocks).map(|()| blocks)
    }

    fn shown(file: &mut OdsFile) -> Vec<(u32, Vec<String>)> {
        let blocks = filled(file).expect("within the limits");
        blocks
            .rows()
            .map(|row| (row.number(), row.cells().map(|cell| cell.shown().to_owned()).collect()))
            .collect()
    }

    #[test]
    fn repeats_move_on_without_costing_memory() {
        let mut file = scan(
            "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"99999999999\"/></table:table-row>\
             <table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\"><text:p>b</text:p></table:table-cell></table:table-row>",
        );
        assert_eq!(shown(&mut file), [(1_000_001, vec![String::new(), "b".into()])]);
    }

    #[test]
    fn what_is_repeated_no_times_stands_there_once() {
        let mut file = scan(
            "<table:table-row table:number-rows-repeated=\"0\"><table:table-cell office:value-type=\"string\" \
             table:number-columns-repeated=\"0\"><text:p>x</text:p></table:table-cell></table:table-row>",
        );
        assert_eq!(shown(&mut file), [(1, vec!["x".to_owned()])]);
    }

    #[test]
    fn a_filled_row_repeated_without_end_is_refused() {
        let mut file = scan(
            "<table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell office:value-type=\"string\">\
             <text:p>x</text:p></table:table-cell></table:table-row>",
        );
        let problem = filled(&mut file).expect_err("refused");
        assert!(problem.message.contains("200,000 rows"), "{}", problem.message);
    }

    #[test]
    fn a_number_keeps_the_form_that_the_person_saw() {
        let mut file = scan(
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"18\"><text:p>00018</text:p></table:table-cell></table:table-row>",
        );
        let blocks = filled(&mut file).expect("within the limits");
        assert_eq!(blocks.row(0, 1).cell(0), Cell::Number { shown: "00018", value: 18.0 });
    }

    #[test]
    fn paragraphs_spaces_and_notes_are_told_apart() {
        let mut file = scan(
            "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation>\
             <text:p>A<text:s text:c=\"2\"/>B &amp; C&#x21;</text:p><text:p>D</text:p></table:table-cell></table:table-row>",
        );
        assert_eq!(shown(&mut file), [(1, vec!["A  B & C!\nD".to_owned()])]);
    }

    #[test]
    fn hidden_and_filtered_rows_are_marked() {
        let file = scan(
            "<table:table-row table:visibility=\"collapse\"/><table:table-row/><table:table-row table:visibility=\"filter\"/>",
        );
        assert_eq!(file.marks("S"), Some(RowMarks { hidden: vec![1, 3], filtered: true }));
    }
}
