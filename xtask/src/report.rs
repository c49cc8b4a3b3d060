//! What a test run tells at its end: how long each part took, and the one line that counts.

use std::process::ExitCode;
use std::time::Duration;

use crate::counts::Counts;

/// What one part came to.
pub(crate) struct PartResult {
    pub(crate) name: String,
    pub(crate) counts: Counts,
    pub(crate) took: Duration,
    /// What failed, each as one short text.
    pub(crate) failures: Vec<String>,
    /// A sentence, for a part that could not do its work.
    pub(crate) note: Option<String>,
}

/// The results of all parts that ran.
#[derive(Default)]
pub(crate) struct Report {
    parts: Vec<PartResult>,
}

impl Report {
    pub(crate) fn add(&mut self, part: PartResult) {
        self.parts.push(part);
    }

    /// What failed, the table, and under it the closing line; nothing may be printed after it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::from("\n");
        for part in &self.parts {
            for failure in &part.failures {
                text.push_str(&format!("FAILED in {}: {failure}\n\n", part.name));
            }
        }
        for part in &self.parts {
            text.push_str(&row(part));
        }
        let (passed, failed) = self.sums();
        text.push_str(&format!("\n{passed} passed, {failed} failed"));
        text
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        let (passed, failed) = self.sums();
        if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn sums(&self) -> (u64, u64) {
        self.parts
            .iter()
            .fold((0, 0), |(passed, failed), part| (passed + part.counts.passed, failed + part.counts.failed))
    }
}

fn row(part: &PartResult) -> String {
    let Counts { passed, failed } = part.counts;
    let told =
        if failed == 0 { format!("{passed} passed") } else { format!("{passed} passed, {failed} FAILED") };
    let note = part.note.as_deref().map(|note| format!("  {note}")).unwrap_or_default();
    format!("{:<14} {:>7}  {told}{note}\n", part.name, clock(part.took))
}

/// A duration as minutes and seconds.
pub(crate) fn clock(took: Duration) -> String {
    format!("{}:{:02}", took.as_secs() / 60, took.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(passed: u64, failed: u64) -> PartResult {
        PartResult {
            name: "rust".to_owned(),
            counts: Counts { passed, failed },
            took: Duration::from_secs(83),
            failures: Vec::new(),
            note: None,
        }
    }

    #[test]
    fn the_last_line_is_the_sum_and_nothing_else() {
        let mut report = Report::default();
        report.add(part(3, 0));
        report.add(part(4, 1));
        assert_eq!(report.text().lines().last(), Some("7 passed, 1 failed"));
        assert!(report.text().contains("1:23"), "the table tells how long a part took");
    }

    #[test]
    fn what_failed_is_told_above_the_table() {
        let mut report = Report::default();
        report.add(PartResult { failures: vec!["list > rows stay".to_owned()], ..part(4, 1) });
        let text = report.text();
        assert!(text.starts_with("\nFAILED in rust: list > rows stay\n"), "said: {text}");
    }

    #[test]
    fn a_run_in_which_nothing_passed_is_a_failure() {
        let nothing = format!("{:?}", Report::default().exit_code());
        assert_eq!(nothing, format!("{:?}", ExitCode::FAILURE));
    }
}
