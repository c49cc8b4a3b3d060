//! Text in a CSV that a spreadsheet program would take for a formula.

use std::borrow::Cow;

/// The characters that begin a formula, or let one begin behind white space.
const TRIGGERS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Puts one apostrophe before text that would run: `=1+1` becomes `'=1+1`.
///
/// Text that already looks guarded gets one more (`'=x` becomes `''=x`), so that taking exactly one apostrophe away
/// gives back every text unchanged; Rollcall's own reader does so.
pub fn guard(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(TRIGGERS) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_would_run_is_guarded_and_other_text_is_left_alone() {
        for (text, guarded) in [
            ("=HYPERLINK(\"http://x.example\")", "'=HYPERLINK(\"http://x.example\")"),
            ("+31 6", "'+31 6"),
            ("-5", "'-5"),
            ("@SUM(1)", "'@SUM(1)"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("''-1", "'''-1"),
            ("O'Brien", "O'Brien"),
            ("'quoted'", "'quoted'"),
            ("", ""),
            ("a=b", "a=b"),
        ] {
            assert_eq!(guard(text), guarded);
        }
    }
}
