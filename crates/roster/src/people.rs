//! Sets of people of one list.

/// A set of people, by their place in the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct People(Vec<u64>);

/// People in one word of a set.
const WORD: usize = u64::BITS as usize;

impl People {
    pub(crate) fn none(total: usize) -> Self {
        Self(vec![0; total.div_ceil(WORD)])
    }

    /// Those of whom something is true, given the value of each.
    pub(crate) fn of<T: Copy>(values: &[T], is: impl Fn(T) -> bool) -> Self {
        let word = |values: &[T]| {
            values.iter().enumerate().fold(0, |word, (bit, value)| word | u64::from(is(*value)) << bit)
        };
        Self(values.chunks(WORD).map(word).collect())
    }

    pub(crate) fn insert(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / WORD) {
            *word |= 1 << (place % WORD);
        }
    }

    pub(crate) fn contains(&self, place: usize) -> bool {
        self.0.get(place / WORD).is_some_and(|word| word & (1 << (place % WORD)) != 0)
    }

    pub(crate) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine &= theirs);
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine |= theirs);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Their places, the smallest first.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                // Takes the lowest bit away; nothing is left of nothing.
                left &= left.checked_sub(1)?;
                Some(at * WORD + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_people_holds_the_first_and_the_last() {
        let mut people = People::none(129);
        people.insert(0);
        people.insert(128);
        people.insert(4_000_000_000);
        assert!(people.contains(0) && people.contains(128));
        assert!(!people.contains(1) && !people.contains(64) && !people.contains(4_000_000_000));
        assert_eq!((people.places().collect::<Vec<_>>(), people.count()), (vec![0, 128], 2));
    }

    #[test]
    fn people_are_chosen_by_a_value_of_theirs() {
        let values: Vec<u32> = (0..200).collect();
        let people = People::of(&values, |value| value % 67 == 1);
        assert_eq!(people.places().collect::<Vec<_>>(), [1, 68, 135]);
    }
}
