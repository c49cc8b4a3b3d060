//! Calm, aligned tables.

use super::plain;
use console::{measure_text_width, pad_str, truncate_str};
use std::io::{self, Write};

/// The widest that a column gets.
const WIDEST: usize = 48;
/// Rows that are looked at before the widths are settled; a longer list is written as it comes.
const MEASURED: usize = 200;

/// A table that is written while it is filled.
pub struct Table<W: Write> {
    out: W,
    headers: Vec<&'static str>,
    waiting: Vec<Vec<String>>,
    widths: Option<Vec<usize>>,
}

impl<W: Write> Table<W> {
    /// A table with these columns.
    pub fn new(out: W, headers: &[&'static str]) -> Self {
        Self { out, headers: headers.to_vec(), waiting: Vec::new(), widths: None }
    }

    /// Adds a row, one cell per column.
    ///
    /// # Errors
    /// When the output can't be written.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) -> io::Result<()> {
        let cells: Vec<String> = cells.into_iter().map(|cell| plain(cell.as_ref())).collect();
        match &self.widths {
            Some(widths) => line(&mut self.out, &cells, widths),
            None => {
                self.waiting.push(cells);
                if self.waiting.len() < MEASURED { Ok(()) } else { self.settle() }
            }
        }
    }

    /// Writes what still waits. A table without rows is its header alone.
    ///
    /// # Errors
    /// When the output can't be written.
    pub fn finish(mut self) -> io::Result<()> {
        if self.widths.is_none() {
            self.settle()?;
        }
        self.out.flush()
    }

    fn settle(&mut self) -> io::Result<()> {
        let headers: Vec<String> = self.headers.iter().map(|name| (*name).to_owned()).collect();
        let mut widths = vec![0; headers.len()];
        for cells in self.waiting.iter().chain([&headers]) {
            for (widest, cell) in widths.iter_mut().zip(cells) {
                *widest = measure_text_width(cell).min(WIDEST).max(*widest);
            }
        }
        line(&mut self.out, &headers, &widths)?;
        for cells in self.waiting.drain(..) {
            line(&mut self.out, &cells, &widths)?;
        }
        self.widths = Some(widths);
        Ok(())
    }
}

fn line(out: &mut impl Write, cells: &[String], widths: &[usize]) -> io::Result<()> {
    let mut text = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        let cell = truncate_str(cell, *width, "…");
        text.push_str(&pad_str(&cell, *width, console::Alignment::Left, None));
        text.push_str("  ");
    }
    writeln!(out, "{}", text.trim_end())
}

/// A table as text.
pub fn text<R>(headers: &[&'static str], rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut out = Vec::new();
    let mut table = Table::new(&mut out, headers);
    // Memory takes everything.
    let filled = rows.into_iter().try_for_each(|row| table.row(row)).and_then(|()| table.finish());
    debug_assert!(filled.is_ok());
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_what_stands_in_them() {
        let table = text(&["Name", "State"], [["Zoé Å", "New"], ["漢字", "Active"], ["", ""]]);
        assert_eq!(table, "Name   State\nZoé Å  New\n漢字   Active\n\n");
    }

    #[test]
    fn a_long_list_is_written_before_it_ends() {
        let mut out = Vec::new();
        let mut table = Table::new(&mut out, &["N"]);
        for n in 0..MEASURED + 5 {
            table.row([n.to_string()]).expect("memory");
        }
        assert!(table.waiting.is_empty(), "rows beyond those measured must not pile up");
        table.finish().expect("memory");
        assert_eq!(String::from_utf8_lossy(&out).lines().count(), MEASURED + 6);
    }
}
