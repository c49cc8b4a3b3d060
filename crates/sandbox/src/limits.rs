//! The two limits of the gateway. Both tell a refused call how long to wait, and neither counts it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// A rate limit over a true sliding window: in no span of the given length do more calls get through,
/// wherever the span begins. (A limit over fixed minutes would let twice as many through around a full minute.)
#[derive(Debug, Default)]
pub(crate) struct SlidingWindow {
    admitted: VecDeque<Instant>,
}

impl SlidingWindow {
    /// Lets a call through, or says how long it has to wait.
    pub(crate) fn admit(&mut self, calls: u32, span: Duration, now: Instant) -> Option<Duration> {
        while self.admitted.front().is_some_and(|first| now.saturating_duration_since(*first) >= span) {
            self.admitted.pop_front();
        }
        if self.admitted.len() < calls as usize {
            self.admitted.push_back(now);
            return None;
        }
        // Nothing ever gets through a limit of 0, so there the whole span is as good an answer as any.
        let first = self.admitted.front().copied().unwrap_or(now);
        Some((first + span).saturating_duration_since(now))
    }
}

/// A quota over periods that begin with the first call.
#[derive(Debug, Default)]
pub(crate) struct Allowance {
    began: Option<Instant>,
    used: u32,
}

impl Allowance {
    /// Lets a call through, or says how long it is until the quota is replenished.
    pub(crate) fn admit(&mut self, calls: u32, period: Duration, now: Instant) -> Option<Duration> {
        let began = match self.began {
            Some(began) if now.saturating_duration_since(began) < period => began,
            _ => {
                self.used = 0;
                *self.began.insert(now)
            }
        };
        if self.used < calls {
            self.used += 1;
            return None;
        }
        Some((began + period).saturating_duration_since(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    fn at(start: Instant, seconds: u64) -> Instant {
        start + Duration::from_secs(seconds)
    }

    #[test]
    fn no_span_of_a_minute_takes_more_than_its_calls() {
        let (mut window, start) = (SlidingWindow::default(), Instant::now());
        assert_eq!(window.admit(2, MINUTE, at(start, 50)), None);
        assert_eq!(window.admit(2, MINUTE, at(start, 58)), None);
        // A limit over fixed minutes would let these through.
        assert_eq!(window.admit(2, MINUTE, at(start, 61)), Some(Duration::from_secs(49)));
        assert_eq!(window.admit(2, MINUTE, at(start, 109)), Some(Duration::from_secs(1)));
        assert_eq!(window.admit(2, MINUTE, at(start, 110)), None, "the first call has left the window");
        assert_eq!(window.admit(2, MINUTE, at(start, 111)), Some(Duration::from_secs(7)));
    }

    #[test]
    fn a_refused_call_does_not_prolong_the_wait() {
        let (mut window, start) = (SlidingWindow::default(), Instant::now());
        assert_eq!(window.admit(1, MINUTE, start), None);
        for second in 1..60 {
            let wait = Duration::from_secs(60 - second);
            assert_eq!(window.admit(1, MINUTE, at(start, second)), Some(wait));
        }
        assert_eq!(window.admit(1, MINUTE, at(start, 60)), None);
    }

    #[test]
    fn a_quota_comes_back_all_at_once() {
        let (mut quota, start) = (Allowance::default(), Instant::now());
        assert_eq!(quota.admit(2, MINUTE, start), None);
        assert_eq!(quota.admit(2, MINUTE, at(start, 59)), None);
        assert_eq!(quota.admit(2, MINUTE, at(start, 59)), Some(Duration::from_secs(1)));
        assert_eq!(quota.admit(2, MINUTE, at(start, 60)), None);
        assert_eq!(quota.admit(2, MINUTE, at(start, 61)), None);
        assert_eq!(quota.admit(2, MINUTE, at(start, 62)), Some(Duration::from_secs(58)));
    }

    #[test]
    fn a_limit_of_none_lets_none_through() {
        let now = Instant::now();
        assert_eq!(SlidingWindow::default().admit(0, MINUTE, now), Some(MINUTE));
        assert_eq!(Allowance::default().admit(0, MINUTE, now), Some(MINUTE));
    }
}
