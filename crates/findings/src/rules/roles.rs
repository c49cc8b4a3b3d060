//! Combinations of roles that mean something else than each role alone.

use super::OfEach;
use crate::Rule;
use crate::combinations::combinations;
use crate::finding::Found;
use crate::person::Person;

/// Holding a combination of roles that is known to be worth a look, and not blocked.
///
/// Reason: by the platform's own documents weight is not power where Distributor ReadOnly must stand beside Distributor
/// Admin, and a report role is made to be added to another one. Which combinations there are, and where that is
/// written, stands in `combinations.toml`.
pub(crate) fn is_combined(person: &Person) -> bool {
    !person.blocked && !person.combinations.is_empty()
}

pub(super) fn combined() -> OfEach {
    OfEach {
        rule: Rule::RoleCombination,
        finds: Box::new(is_combined),
        parts: |person| person.combinations.to_vec(),
        label: |_, place| {
            combinations().get(place as usize).map_or_else(String::new, |known| known.title.clone())
        },
        filter: Box::new(|_, _| None),
        found: Found::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::person;
    use super::*;

    #[test]
    fn whoever_holds_a_known_combination_is_told_of() {
        assert!(is_combined(&Person { combinations: [0].into(), ..person() }));
        assert!(!is_combined(&person()));
        assert!(!is_combined(&Person { combinations: [0].into(), blocked: true, ..person() }));
    }
}
