//! What is spelled almost like something known.

use std::sync::atomic::{AtomicU64, Ordering};

/// How many comparisons one part of a file may make: ten thousand unknown names against ten thousand organizations
/// would take minutes. Beyond it there are problems without suggestions.
const COMPARISONS: u64 = 4_000_000;

/// Finds near misses within a budget. A copy has a whole budget again.
#[derive(Debug)]
pub(crate) struct Nearest {
    left: AtomicU64,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { left: AtomicU64::new(COMPARISONS) }
    }
}

impl Clone for Nearest {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Nearest {
    /// The place of the one candidate nearest to `text`; nothing where it is too far or two are equally near.
    pub fn find<'a>(&self, text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<usize> {
        let length = text.chars().count();
        let most = (length / 4).clamp(1, 3);
        let mut best: Option<(usize, usize)> = None;
        let mut drawn = false;
        for (at, candidate) in candidates.enumerate() {
            if candidate.chars().count().abs_diff(length) > most {
                continue;
            }
            let left = self.left.load(Ordering::Relaxed).checked_sub(1)?;
            self.left.store(left, Ordering::Relaxed);
            let distance = strsim::osa_distance(text, candidate);
            if distance > most {
                continue;
            }
            match best {
                Some((before, _)) if distance > before => {}
                Some((before, _)) if distance == before => drawn = true,
                _ => {
                    best = Some((distance, at));
                    drawn = false;
                }
            }
        }
        best.filter(|_| !drawn).map(|(_, at)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(text: &str, candidates: &[&str]) -> Option<usize> {
        Nearest::default().find(text, candidates.iter().copied())
    }

    #[test]
    fn a_slip_of_the_finger_is_near_and_another_word_is_not() {
        assert_eq!(nearest("custmer", &["support agent", "customer", "customer admin"]), Some(1));
        assert_eq!(nearest("cusotmer", &["customer"]), Some(0), "two letters swapped are one slip");
        assert_eq!(nearest("grand vizier", &["customer", "super admin"]), None);
        assert_eq!(nearest("ab", &["xy"]), None);
    }

    #[test]
    fn two_that_are_equally_near_are_no_suggestion() {
        assert_eq!(nearest("contosa", &["contoso", "contose"]), None);
    }
}
