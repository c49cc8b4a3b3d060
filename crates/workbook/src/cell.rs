//! What stands in a cell of a [`TextSheet`](crate::sheet::TextSheet), and how each kind looks.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Note};

/// What Excel takes in one cell.
const MOST_CHARS: usize = 32_767;
/// A longer note is a wall of text that no one reads in a pop-up.
const MOST_NOTE_CHARS: usize = 1_000;
/// Characters on a line of a note that is [`NOTE_WIDTH`] pixels wide.
const NOTE_LINE: usize = 44;
const NOTE_WIDTH: u32 = 270;

/// A text, how it looks, and what a note says about it.
pub(crate) struct Cell<'n, T> {
    pub text: T,
    pub look: Look,
    pub note: Option<&'n str>,
}

impl<T> Cell<'_, T> {
    pub fn plain(text: T) -> Self {
        Self::of(text, Look::Plain)
    }

    pub fn of(text: T, look: Look) -> Self {
        Self { text, look, note: None }
    }
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Plain,
    /// Breaks its lines.
    Wrapped,
    /// Soft red.
    Bad,
    /// Amber.
    Warning,
    Header,
    /// The header of a column that the person's file does not have.
    AddedHeader,
    /// The header of a column that has to be filled in.
    RequiredHeader,
}

impl Look {
    /// Whether the look means something where there is no text: what is missing is what is wrong.
    pub fn shows_without_text(self) -> bool {
        !matches!(self, Self::Plain | Self::Wrapped)
    }
}

/// A format for each look. All have the text format, so that "00018" stays itself when a person edits the cell.
pub(crate) struct Looks {
    plain: Format,
    wrapped: Format,
    bad: Format,
    warning: Format,
    header: Format,
    added: Format,
    required: Format,
}

impl Looks {
    pub fn new() -> Self {
        let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        let filled = |color| plain.clone().set_background_color(Color::RGB(color));
        // A fill hides the grid: without an edge, one bad cell above another looks like a single one.
        let edged =
            |color, edge| filled(color).set_border(FormatBorder::Thin).set_border_color(Color::RGB(edge));
        Self {
            wrapped: plain.clone().set_text_wrap(),
            bad: edged(0x00F8_D0D0, 0x00D9_8C8C),
            warning: edged(0x00FF_E3A3, 0x00D9_A93B),
            header: filled(0x00EE_F1F6).set_bold(),
            added: filled(0x00D5_E3F7).set_bold(),
            required: filled(0x0026_4B7D).set_bold().set_font_color(Color::White),
            plain,
        }
    }

    pub fn of(&self, look: Look) -> &Format {
        match look {
            Look::Plain => &self.plain,
            Look::Wrapped => &self.wrapped,
            Look::Bad => &self.bad,
            Look::Warning => &self.warning,
            Look::Header => &self.header,
            Look::AddedHeader => &self.added,
            Look::RequiredHeader => &self.required,
        }
    }
}

/// A note that is as large as its text; none where nothing would be read.
pub(crate) fn note(text: &str) -> Option<Note> {
    let text = shown(text, MOST_NOTE_CHARS);
    let lines: usize = text.lines().map(|line| line.chars().count() / NOTE_LINE + 1).sum();
    let height = 14 * u32::try_from(lines).unwrap_or(1).clamp(1, 24) + 10;
    let note = || Note::new(text.as_str()).set_width(NOTE_WIDTH).set_height(height).add_author_prefix(false);
    (!text.trim().is_empty()).then(note)
}

/// Text for a note or a prompt. The library writes these as they are, and one character that XML doesn't know makes
/// Excel refuse the whole file.
pub(crate) fn shown(text: &str, most: usize) -> String {
    let known = |c: &char| *c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    cut(&text.chars().filter(known).collect::<String>(), most)
}

/// Text that fits a cell; a longer one ends with an ellipsis.
pub(crate) fn fitting(text: &str) -> String {
    cut(text, MOST_CHARS)
}

/// Excel counts UTF-16: an emoji is two.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most || text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let fits = |c: &char| left.checked_sub(c.len_utf16()).map(|rest| left = rest).is_some();
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_excel_counts_twice_is_counted_twice() {
        assert_eq!(cut("🙂🙂🙂", 6), "🙂🙂🙂");
        assert_eq!(cut("🙂🙂🙂", 5), "🙂🙂…");
        assert_eq!(cut("🙂🙂🙂", 4), "🙂…");
        assert_eq!(cut("éé", 2), "éé");
    }

    #[test]
    fn characters_that_would_break_the_file_are_left_out_of_notes() {
        assert_eq!(shown("a\u{1}b\r\nc\u{ffff}", 9), "ab\nc");
        assert!(note(" \u{2}\n").is_none(), "an empty pop-up says nothing");
    }
}
