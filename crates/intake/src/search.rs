//! Finding and replacing a text in cells.

use regex::{NoExpand, Regex, RegexBuilder};

/// A text that is looked for, to the letter: nothing in it is a pattern.
#[derive(Clone, Debug)]
pub struct Needle {
    found: Regex,
}

impl Needle {
    /// What to look for: whether `a` and `A` differ, and whether the cell holds nothing else. Nothing where the text is
    /// empty or longer than a cell could be.
    pub fn new(text: &str, match_case: bool, whole_cell: bool) -> Option<Self> {
        const LONGEST: usize = 32_767;
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let escaped = regex::escape(text);
        let pattern = if whole_cell { format!(r"\A\s*{escaped}\s*\z") } else { escaped };
        let found = RegexBuilder::new(&pattern).case_insensitive(!match_case).build().ok()?;
        Some(Self { found })
    }

    /// Whether a cell holds it.
    pub fn is_in(&self, cell: &str) -> bool {
        self.found.is_match(cell)
    }

    /// The cell with every place replaced; nothing where it doesn't hold it.
    pub fn replaced(&self, cell: &str, with: &str) -> Option<String> {
        self.is_in(cell).then(|| self.found.replace_all(cell, NoExpand(with)).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_text_and_no_pattern() {
        let needle = Needle::new("a.b", true, false).expect("a text");
        assert_eq!(needle.replaced("a.b axb A.B", "$1"), Some("$1 axb A.B".to_owned()));
        assert_eq!(needle.replaced("axb", "y"), None);
        assert!(Needle::new("", false, false).is_none());
    }

    #[test]
    fn case_and_whole_cells_are_minded_when_asked() {
        let any_case = Needle::new("ÄRZTE", false, false).expect("a text");
        assert_eq!(any_case.replaced("die Ärzte", "x"), Some("die x".to_owned()));
        let whole = Needle::new("Customer", false, true).expect("a text");
        assert_eq!(whole.replaced(" customer ", "Support Agent"), Some("Support Agent".to_owned()));
        assert!(!whole.is_in("Customer Admin"));
    }
}
