//! Which tests failed and what they said, told once more at the end of a run.
//!
//! A log that is cut in the middle, as hosted CI cuts it, must still name the culprit.

use serde_json::Value;

/// How many lines of one failure are told again.
const LINES: usize = 12;

/// The failed tests in the document that Vitest's `json` reporter writes: file, sentence, message.
pub(crate) fn of_vitest(document: &str) -> Vec<String> {
    let Ok(document) = serde_json::from_str::<Value>(document) else { return Vec::new() };
    let files = document.get("testResults").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    files.iter().flat_map(failed_in).collect()
}

fn failed_in(file: &Value) -> Vec<String> {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or("").to_owned();
    let name = text(file, "name");
    let tests = file.get("assertionResults").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if tests.is_empty() && text(file, "status") == "failed" {
        return vec![short(&format!("{name}\n{}", text(file, "message")))];
    }
    tests
        .iter()
        .filter(|test| text(test, "status") == "failed")
        .map(|test| {
            let messages = test.get("failureMessages").and_then(Value::as_array);
            let message = messages.and_then(|all| all.first()?.as_str()).unwrap_or("");
            short(&format!("{name} > {}\n{message}", text(test, "fullName")))
        })
        .collect()
}

/// The lines under nextest's closing `Summary`, one for each test that did not pass.
pub(crate) fn of_nextest(text: &str) -> Vec<String> {
    let summary = text.lines().collect::<Vec<_>>();
    let Some(at) = summary.iter().rposition(|line| line.contains("Summary [")) else {
        return vec![end(text)];
    };
    summary[at + 1..].iter().map(|line| line.trim().to_owned()).filter(|line| line.contains('[')).collect()
}

/// The last lines of what a program said, for one that names no tests.
pub(crate) fn end(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}

fn short(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_test_of_the_page_is_told_by_file_sentence_and_message() {
        let document = r#"{"testResults":[
            {"name":"a.test.ts","status":"passed","assertionResults":[{"status":"passed","fullName":"fine"}]},
            {"name":"b.test.ts","status":"failed","assertionResults":[
                {"status":"failed","fullName":"rows stay","failureMessages":["expected 1 to be 2\n  at b"]},
                {"status":"passed","fullName":"fine"}]},
            {"name":"c.test.ts","status":"failed","message":"no such module","assertionResults":[]}]}"#;
        assert_eq!(
            of_vitest(document),
            ["b.test.ts > rows stay\nexpected 1 to be 2\n  at b", "c.test.ts\nno such module"]
        );
    }

    #[test]
    fn a_failed_test_of_nextest_is_told_by_its_line() {
        let text = "    FAIL [   1.2s] a b\nout\n  Summary [ 2s] 2 tests run: 1 passed, 1 failed\n    FAIL [   1.2s] (2/2) a b\nerror: test run failed\n";
        assert_eq!(of_nextest(text), ["FAIL [   1.2s] (2/2) a b"]);
    }

    #[test]
    fn code_that_does_not_compile_is_told_by_its_last_lines() {
        assert_eq!(of_nextest("warning\n\nerror: no such thing"), ["warning\nerror: no such thing"]);
    }

    #[test]
    fn a_long_message_is_cut() {
        let long = "line\n".repeat(100);
        assert_eq!(end(&long).lines().count(), LINES);
        assert_eq!(short(&long).lines().count(), LINES);
    }
}
