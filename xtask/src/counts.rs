//! Reads how many tests passed and failed out of what the test runners say.

use serde_json::Value;

/// How many checks went well and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Counts {
    /// One check that either went well or did not.
    pub(crate) fn one(success: bool) -> Self {
        Self { passed: u64::from(success), failed: u64::from(!success) }
    }

    /// What a runner counted, corrected by how it ended.
    ///
    /// A runner that fails before its first test (the code does not compile) counts nothing, and
    /// one that finds no test at all is content: both are a failure here.
    pub(crate) fn judged(self, success: bool) -> Self {
        let nothing_ran = self.passed == 0 && self.failed == 0;
        if (!success && self.failed == 0) || nothing_ran { Self { failed: 1, ..self } } else { self }
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// The `Summary [ 0.1s] 5 tests run: 4 passed (1 slow), 1 failed, 2 skipped` of nextest.
pub(crate) fn of_nextest(text: &str) -> Counts {
    let summary = text.lines().rev().find(|line| line.contains("Summary [") && line.contains(" run: "));
    let Some((_, told)) = summary.and_then(|line| line.split_once(" run: ")) else {
        return Counts::default();
    };
    let mut counts = Counts::default();
    for piece in without_brackets(told).split(',') {
        let Some((number, word)) = piece.trim().split_once(' ') else { continue };
        let Ok(number) = number.parse::<u64>() else { continue };
        match word.trim() {
            "passed" => counts.passed += number,
            "skipped" => {}
            // "failed", "timed out", "exec failed", "aborted": none of them is a pass.
            _ => counts.failed += number,
        }
    }
    counts
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|char| {
            match char {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}

/// Every `test result: ok. 3 passed; 0 failed; …` of `cargo test`, added up.
pub(crate) fn of_cargo_test(text: &str) -> Counts {
    let number_before = |line: &str, word: &str| -> u64 {
        let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let at = words.iter().position(|each| *each == word);
        at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
    };
    text.lines()
        .filter(|line| line.trim_start().starts_with("test result:"))
        .map(|line| Counts { passed: number_before(line, "passed"), failed: number_before(line, "failed") })
        .fold(Counts::default(), Counts::plus)
}

/// The document that Vitest's `json` reporter writes.
pub(crate) fn of_vitest(document: &str) -> Counts {
    let Ok(document) = serde_json::from_str::<Value>(document) else { return Counts::default() };
    let number = |key: &str| document.get(key).and_then(Value::as_u64).unwrap_or(0);
    let failed_tests = number("numFailedTests");
    let unread_files = document.get("testResults").and_then(Value::as_array).map_or(0, |files| {
        // A file that can't even be loaded has failed without a single test.
        let lost = files.iter().filter(|file| {
            file.get("status").is_some_and(|status| status == "failed")
                && file.get("assertionResults").and_then(Value::as_array).is_none_or(Vec::is_empty)
        });
        u64::try_from(lost.count()).unwrap_or(u64::MAX)
    });
    Counts { passed: number("numPassedTests"), failed: failed_tests + unread_files }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_counts_everything_that_is_not_a_pass_as_failed() {
        let text = "     Summary [   0.141s] 8 tests run: 4 passed (1 slow, 1 leaky), 2 failed, 1 timed out, 1 exec failed, 3 skipped\n";
        assert_eq!(of_nextest(text), Counts { passed: 4, failed: 4 });
    }

    #[test]
    fn nextest_stopped_in_the_middle_still_has_its_counts() {
        let text = "Summary [   0.141s] 3/8 tests run: 2 passed, 1 failed, 0 skipped";
        assert_eq!(of_nextest(text), Counts { passed: 2, failed: 1 });
    }

    #[test]
    fn the_results_of_every_test_binary_are_added_up() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                    test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(of_cargo_test(text), Counts { passed: 4, failed: 2 });
    }

    #[test]
    fn a_test_file_that_cannot_be_loaded_counts_as_failed() {
        let document = r#"{"numPassedTests":5,"numFailedTests":1,"testResults":[
            {"status":"failed","assertionResults":[]},
            {"status":"failed","assertionResults":[{"status":"failed"}]},
            {"status":"passed","assertionResults":[{"status":"passed"}]}]}"#;
        assert_eq!(of_vitest(document), Counts { passed: 5, failed: 2 });
    }

    #[test]
    fn a_runner_that_fails_before_its_first_test_counts_one_failure() {
        assert_eq!(Counts::default().judged(false), Counts { passed: 0, failed: 1 });
    }

    #[test]
    fn a_runner_that_finds_no_test_is_not_a_pass() {
        assert_eq!(of_nextest("nothing of use").judged(true), Counts { passed: 0, failed: 1 });
    }

    #[test]
    fn a_runner_that_ends_badly_after_passing_tests_counts_one_failure() {
        assert_eq!(Counts { passed: 7, failed: 0 }.judged(false), Counts { passed: 7, failed: 1 });
    }
}
