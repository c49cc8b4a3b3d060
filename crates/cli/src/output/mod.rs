//! What is written: answers on standard output, everything else on standard error.

pub mod check;
pub mod findings;
pub mod progress;
pub mod run;
pub mod since;
pub mod table;

use crate::failure::Failure;
use serde::Serialize;
use std::io::{ErrorKind, Write};

/// Prints text on standard output.
///
/// # Errors
/// When it can't be written; whoever closed the other end of a pipe has seen enough, and that is none.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Prints one JSON document on standard output.
///
/// # Errors
/// As [`print`].
pub fn print_json(document: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(document).map_err(|_| {
        Failure::not_done("internal", "The answer can't be written as JSON. What was done is kept.")
    })?;
    print(&format!("{text}\n"))
}

/// The end of writing an answer.
pub fn written(result: std::io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(problem) if problem.kind() != ErrorKind::BrokenPipe => Err(Failure::not_done(
            "storage",
            "The answer can't be written to standard output. What was done is kept.",
        )),
        _ => Ok(()),
    }
}

/// Text of a file or a platform, harmless on a terminal: nothing in it steers the cursor or turns the line round.
pub fn plain(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| {
            if c == '\n' || c == '\t' {
                ' '
            } else if steers(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// `1 row`, `2 rows`, `2,400 rows`.
pub fn many(count: u32, one: &str, several: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { several })
}

/// With commas between thousands.
pub fn number(count: u32) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_can_not_steer_the_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb\u{202e}c\nd"), "a\u{fffd}[2Jb\u{fffd}c d");
        assert_eq!(plain("Zoé – 漢字"), "Zoé – 漢字");
    }

    #[test]
    fn numbers_are_read_by_thousands() {
        assert_eq!(
            ["0", "999", "1,000", "1,234,567"],
            [0, 999, 1_000, 1_234_567].map(number).each_ref().map(String::as_str)
        );
    }
}
