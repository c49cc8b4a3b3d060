//! How many people go into a call, and how long the sender waits before the next.

use std::time::Duration;

/// Shortest wait before an unreachable platform is tried again.
const SHORTEST_WAIT: Duration = Duration::from_millis(100);
/// Most that is added to a pause so that not everybody comes back at the same moment.
const LONGEST_SPREAD: Duration = Duration::from_secs(5);
/// Calls in a row that were never reached, after which the run stops.
const UNREACHED_BEFORE_STOP: u32 = 8;
/// Unclear calls in a row, after which what is unclear is looked up before more is sent.
const UNCLEAR_BEFORE_LOOK: u32 = 2;
/// Unclear calls in a row, look-ups in between, after which the run stops.
const UNCLEAR_BEFORE_STOP: u32 = 6;
/// Calls with one person that were refused as a whole, none understood in between, after which the run stops.
const REFUSED_BEFORE_STOP: u32 = 10;

/// The sizes of the calls for `people`, if every answer is understood: one person first where no
/// answer of this platform was understood yet, then twice as many each time, up to `limit`.
pub fn call_sizes(people: usize, understood_before: bool, limit: usize) -> Vec<usize> {
    let mut pace = Pace::new(understood_before, limit);
    let mut left = people;
    let mut sizes = Vec::new();
    while left > 0 {
        let size = pace.size().min(left);
        sizes.push(size);
        left -= size;
        pace.understood();
    }
    sizes
}

/// The sender's pace within one session.
#[derive(Clone, Debug)]
pub(crate) struct Pace {
    size: usize,
    limit: usize,
    unreached: u32,
    unclear: u32,
    refused_alone: u32,
    looked_since_unclear: bool,
    /// Whether the last answer that said anything was understood.
    sure: bool,
}

impl Pace {
    /// `limit` is the most people in a call; zero is taken as one.
    pub(crate) fn new(understood_before: bool, limit: usize) -> Self {
        let limit = limit.max(1);
        let size = if understood_before { limit } else { 1 };
        Self {
            size,
            limit,
            unreached: 0,
            unclear: 0,
            refused_alone: 0,
            looked_since_unclear: false,
            sure: understood_before,
        }
    }

    /// Most people in the next call.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// An answer was fully understood: the next call may be twice as large.
    pub(crate) fn understood(&mut self) {
        self.unreached = 0;
        self.unclear = 0;
        self.refused_alone = 0;
        self.sure = true;
        self.size = self.size.saturating_mul(2).min(self.limit);
    }

    /// The outcome of a call was unclear: begin again with one person. Calls that were under way together
    /// count once, with the `first` of them.
    pub(crate) fn unclear(&mut self, first: bool) {
        self.unreached = 0;
        self.unclear += u32::from(first);
        self.looked_since_unclear = false;
        self.sure = false;
        self.size = 1;
    }

    /// The platform was reached, and did not process the call.
    pub(crate) fn reached(&mut self) {
        self.unreached = 0;
    }

    /// A call with one person was refused as a whole. Whether that happened so often that the fault is
    /// not the people's.
    pub(crate) fn refused_alone(&mut self) -> bool {
        self.refused_alone += 1;
        self.refused_alone >= REFUSED_BEFORE_STOP
    }

    /// A call of `people` was too large: no later call is larger than half of it.
    pub(crate) fn too_large(&mut self, people: usize) {
        self.limit = self.limit.min(people / 2).max(1);
        self.size = self.size.min(self.limit);
    }

    /// The platform could not be reached. How long to wait: anything up to a bound that doubles, so that
    /// machines which lost it together do not come back together. `None` is: stop trying.
    pub(crate) fn unreached(&mut self, chance: &mut fastrand::Rng) -> Option<Duration> {
        self.unreached += 1;
        let bound = Duration::from_secs(1 << (self.unreached - 1).min(6));
        (self.unreached < UNREACHED_BEFORE_STOP).then(|| bound.mul_f64(chance.f64()).max(SHORTEST_WAIT))
    }

    /// Whether calls are as large as they get.
    pub(crate) fn is_full(&self) -> bool {
        self.size == self.limit && self.sure
    }

    /// What is unclear was looked up.
    pub(crate) fn looked(&mut self) {
        self.looked_since_unclear = true;
    }

    /// Whether what is unclear has to be looked up before more is sent: a platform that answers
    /// unclearly would otherwise leave a hundred thousand rows to be looked up.
    pub(crate) fn must_look(&self) -> bool {
        self.unclear >= UNCLEAR_BEFORE_LOOK && !self.looked_since_unclear
    }

    /// Whether so many calls in a row were unclear that going on makes no sense.
    pub(crate) fn hopeless(&self) -> bool {
        self.unclear >= UNCLEAR_BEFORE_STOP
    }
}

/// How long to pause when the gateway says so. What it says is clamped: a second at least, so that a
/// zero does not become a storm; an hour at most for a rate and a week for a quota, so that a
/// misread date does not hold a run for years.
pub(crate) fn pause_for(retry_after: Option<Duration>, quota: bool) -> Duration {
    const HOUR: u64 = 60 * 60;
    let (unsaid, most) = if quota { (HOUR / 4, 7 * 24 * HOUR) } else { (30, HOUR) };
    retry_after
        .unwrap_or(Duration::from_secs(unsaid))
        .clamp(Duration::from_secs(1), Duration::from_secs(most))
}

/// What is added to a pause of `told`, by chance: nobody comes back early, and not all at once.
pub(crate) fn spread(told: Duration, chance: &mut fastrand::Rng) -> Duration {
    (told / 10).min(LONGEST_SPREAD).mul_f64(chance.f64())
}

/// How long to wait before reading a list again that was not complete; `None` is: stop trying.
pub(crate) fn list_again_after(failures: u32) -> Option<Duration> {
    const WAITS: [u64; 4] = [15, 30, 60, 120];
    WAITS.get(failures.saturating_sub(1) as usize).map(|seconds| Duration::from_secs(*seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_call_of_a_profile_carries_one_person() {
        assert_eq!(call_sizes(3, false, 100), [1, 2]);
        assert_eq!(call_sizes(400, false, 100), [1, 2, 4, 8, 16, 32, 64, 100, 100, 73]);
    }

    #[test]
    fn a_profile_whose_answers_are_understood_begins_at_the_limit() {
        assert_eq!(call_sizes(250, true, 100), [100, 100, 50]);
        assert_eq!(call_sizes(0, true, 100), [0_usize; 0]);
        assert_eq!(call_sizes(2, true, 0), [1, 1]);
    }

    #[test]
    fn an_unclear_answer_begins_again_with_one_person() {
        let mut pace = Pace::new(true, 100);
        pace.unclear(true);
        assert_eq!(pace.size(), 1);
        pace.understood();
        assert_eq!(pace.size(), 2);
    }

    #[test]
    fn a_call_that_was_too_large_bounds_all_that_follow() {
        let mut pace = Pace::new(true, 100);
        pace.too_large(100);
        pace.understood();
        assert_eq!(pace.size(), 50);
        pace.too_large(1);
        assert_eq!(pace.size(), 1);
    }

    #[test]
    fn unclear_calls_are_looked_up_before_many_pile_up_and_end_the_run_at_last() {
        let mut pace = Pace::new(true, 100);
        pace.unclear(true);
        assert!(!pace.must_look());
        pace.unclear(true);
        assert!(pace.must_look());
        pace.looked();
        assert!(!pace.must_look());
        for _ in 0..4 {
            assert!(!pace.hopeless());
            pace.unclear(true);
        }
        assert!(pace.hopeless());
    }

    #[test]
    fn an_unreachable_platform_is_tried_ever_more_rarely_and_then_left() {
        let mut pace = Pace::new(true, 100);
        let mut chance = fastrand::Rng::with_seed(7);
        let waits: Vec<Duration> = std::iter::from_fn(|| pace.unreached(&mut chance)).collect();
        assert_eq!(waits.len(), 7);
        let bounds = [1, 2, 4, 8, 16, 32, 64].map(Duration::from_secs);
        assert!(
            waits.iter().zip(bounds).all(|(wait, bound)| *wait >= SHORTEST_WAIT && *wait <= bound),
            "{waits:?}"
        );
        let mut others = fastrand::Rng::with_seed(8);
        assert_ne!(
            Pace::new(true, 1).unreached(&mut others),
            Some(waits[0]),
            "everybody comes back together"
        );
    }

    #[test]
    fn what_the_gateway_says_is_clamped() {
        let seconds = |n| Some(Duration::from_secs(n));
        assert_eq!(pause_for(seconds(17), false).as_secs(), 17);
        assert_eq!(pause_for(seconds(0), false).as_secs(), 1);
        assert_eq!(pause_for(seconds(u64::MAX), false).as_secs(), 3600);
        assert_eq!(pause_for(seconds(216_000), true).as_secs(), 216_000);
        assert_eq!(pause_for(None, false).as_secs(), 30);
        let mut chance = fastrand::Rng::with_seed(1);
        let spreads: Vec<Duration> = (0..50).map(|_| spread(Duration::from_secs(17), &mut chance)).collect();
        assert!(spreads.iter().all(|more| *more <= Duration::from_millis(1_700)));
        assert!(spread(Duration::from_secs(3_600), &mut chance) <= LONGEST_SPREAD);
    }

    proptest! {
        #[test]
        fn the_calls_carry_everyone_once_and_never_more_than_the_limit(
            people in 0_usize..5_000, understood: bool, limit in 0_usize..300,
        ) {
            let sizes = call_sizes(people, understood, limit);
            prop_assert_eq!(sizes.iter().sum::<usize>(), people);
            prop_assert!(sizes.iter().all(|size| *size >= 1 && *size <= limit.max(1)));
            prop_assert!(understood || sizes.first().is_none_or(|first| *first == 1));
        }
    }
}
