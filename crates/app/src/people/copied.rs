//! People as texts for the clipboard: lines with tabs, which every program takes, and a table, which Excel takes first.
//!
//! No text can run as a formula where it is pasted. In the table each text cell has the text format. In the lines, where
//! there is no format, one space stands before a text that a spreadsheet program would calculate: it stays a text then,
//! and Rollcall's own reader, which takes no notice of blanks around a cell, reads it as it was.

use rollcall_workbook::Value;
use std::fmt::Write as _;

/// Texts for the clipboard. More than this of one kind can't be handed over on every system.
const MOST_BYTES: usize = 12 << 20;

/// What a spreadsheet program calculates.
const TRIGGERS: [char; 4] = ['=', '+', '-', '@'];

/// A line break that Excel keeps within the cell; at a bare one it begins another row.
const LINE_BREAK: &str = "<br style=\"mso-data-placement:same-cell\">";

/// People in two forms, of which the receiver takes the one it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedTexts {
    /// Lines with tabs.
    pub lines: String,
    /// A table in HTML; left out where it would be too large to hand over.
    pub table: Option<String>,
}

/// Gathers rows.
pub(super) struct Gathered {
    lines: String,
    table: String,
}

impl Gathered {
    pub(super) fn new() -> Self {
        // Excel knows the text format by this name.
        let style = "<style>td{mso-number-format:\"\\@\";white-space:pre-wrap}td.n{mso-number-format:General}</style>";
        let table = format!("<html><head><meta charset=\"utf-8\">{style}</head><body><table>");
        Self { lines: String::new(), table }
    }

    pub(super) fn headers<'a>(&mut self, headers: impl Iterator<Item = &'a str>) {
        let cells: Vec<Value> = headers.map(Value::text).collect();
        self.row(&cells);
    }

    pub(super) fn row(&mut self, cells: &[Value]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.lines.push('\t');
            }
            line_cell(&mut self.lines, cell);
        }
        self.lines.push_str("\r\n");
        if self.table.len() <= MOST_BYTES {
            self.table.push_str("<tr>");
            cells.iter().for_each(|cell| table_cell(&mut self.table, cell));
            self.table.push_str("</tr>\n");
        }
    }

    /// Whether more was gathered than can be handed over.
    pub(super) fn is_too_large(&self) -> bool {
        self.lines.len() > MOST_BYTES
    }

    pub(super) fn finish(mut self) -> CopiedTexts {
        let fits = self.table.len() <= MOST_BYTES;
        self.table.push_str("</table></body></html>");
        CopiedTexts { lines: self.lines, table: fits.then_some(self.table) }
    }
}

/// A cell as Excel writes it: in quotation marks where it holds a tab, a line break or a mark.
fn line_cell(out: &mut String, cell: &Value) {
    let text = cell.shown();
    let calculated = !matches!(cell, Value::Number { .. }) && text.starts_with(TRIGGERS);
    let before = if calculated { " " } else { "" };
    if text.contains(['\t', '\n', '\r', '"']) {
        let _ = write!(out, "\"{before}{}\"", text.replace('"', "\"\""));
    } else {
        out.push_str(before);
        out.push_str(text);
    }
}

fn table_cell(out: &mut String, cell: &Value) {
    // The format stands on each cell as well: not every program reads a style sheet.
    out.push_str(match cell {
        Value::Number { .. } => "<td class=\"n\">",
        _ => "<td style=\"mso-number-format:'\\@'\">",
    });
    for c in cell.shown().chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str(LINE_BREAK),
            '\r' => {}
            c => out.push(c),
        }
    }
    out.push_str("</td>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(rows: &[&[Value]]) -> CopiedTexts {
        let mut gathered = Gathered::new();
        rows.iter().for_each(|row| gathered.row(row));
        gathered.finish()
    }

    fn text(text: &str) -> Value {
        Value::text(text)
    }

    #[test]
    fn a_cell_with_a_tab_a_line_break_or_a_mark_stays_one_cell() {
        let lines = copied(&[&[text("a\tb"), text("c\nd"), text("e \"f\""), Value::Empty, text("g")]]).lines;
        assert_eq!(lines, "\"a\tb\"\t\"c\nd\"\t\"e \"\"f\"\"\"\t\tg\r\n");
    }

    #[test]
    fn no_text_is_calculated_where_it_is_pasted_and_a_number_is_one() {
        let number = Value::Number { value: -7.5, text: "-7.5".into() };
        let CopiedTexts { lines, table } =
            copied(&[&[text("=1+1"), text("+31 6"), text("-"), text("@a\tb"), number, text("a=b")]]);
        assert_eq!(lines, " =1+1\t +31 6\t -\t\" @a\tb\"\t-7.5\ta=b\r\n");
        let table = table.expect("a small table");
        assert!(table.contains("<td style=\"mso-number-format:'\\@'\">=1+1</td>"), "{table}");
        assert!(table.contains("<td class=\"n\">-7.5</td>"), "{table}");
    }

    #[test]
    fn no_text_is_markup() {
        let table =
            copied(&[&[text("<img src=x onerror=\"alert('1')\">&amp;\r\nb")]]).table.expect("a table");
        let cell = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;<br style=\"mso-data-placement:same-cell\">b</td>";
        assert!(table.contains(cell), "{table}");
    }

    #[test]
    fn a_table_that_is_too_large_to_hand_over_is_left_out_before_the_lines_are() {
        let long = text(&"x".repeat(1 << 20));
        let mut gathered = Gathered::new();
        (0..11).for_each(|_| gathered.row(&[long.clone(), Value::Empty]));
        gathered.row(&[text(&"&".repeat(900_000))]);
        assert!(!gathered.is_too_large());
        let texts = gathered.finish();
        assert!(texts.table.is_none() && !texts.lines.is_empty());
    }

    #[test]
    fn rollcalls_own_reader_takes_the_lines_as_they_were() {
        let texts = ["=1+1", "+31 6", "-", "@x", "plain", "a \"b\"", "c\td"];
        let cells: Vec<Value> = texts.iter().map(|cell| text(cell)).collect();
        let mut gathered = Gathered::new();
        gathered.headers(["A", "B", "C", "D", "E", "F", "G"].into_iter());
        gathered.row(&cells);
        let lines = gathered.finish().lines;
        let options = rollcall_intake::ReadOptions { header_row: Some(1), ..Default::default() };
        let table = rollcall_intake::read(lines.as_bytes(), "pasted", &options).expect("read");
        let row = table.rows().next().expect("a row");
        let seen: Vec<&str> = row.cells().map(|cell| cell.shown().trim()).collect();
        assert_eq!(seen, texts);
    }
}
