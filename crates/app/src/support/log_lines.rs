//! The newest lines of the log, in a form that can be given to strangers.

use super::scrub::{own_word, plain};
use crate::home::{Home, entries_named};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::fmt::Write;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Lines that are taken.
const MOST_LINES: usize = 2_000;
/// Of each file no more than this is read, from its end.
const MOST_BYTES: u64 = 1024 * 1024;
/// Fields that hold a word of the program's own: the code writes them with the names of its types.
const OWN: &[&str] = &["code", "decision", "end", "kind", "reason", "state", "told"];

/// The newest lines, the oldest of them first, and how many of the files' lines are of another form.
pub(super) struct LogLines {
    pub lines: Vec<String>,
    pub strange: usize,
}

impl LogLines {
    /// `connections` says what stands for the id of each.
    pub(super) fn of(home: &Home, connections: &HashMap<String, String>) -> Self {
        let mut found = Self { lines: Vec::new(), strange: 0 };
        for path in newest_first(home) {
            for line in tail(&path).lines().rev() {
                if found.lines.len() == MOST_LINES {
                    break;
                }
                match told(line, connections) {
                    Some(told) => found.lines.push(told),
                    None => found.strange += 1,
                }
            }
        }
        found.lines.reverse();
        found
    }
}

fn newest_first(home: &Home) -> Vec<PathBuf> {
    let logs = home.logs().and_then(|folder| entries_named(&folder, "rollcall.", ".log"));
    logs.unwrap_or_default().into_iter().rev().collect()
}

/// The end of a file, from the beginning of a line on.
fn tail(path: &Path) -> String {
    let read = || -> std::io::Result<Vec<u8>> {
        let mut file = std::fs::File::open(path)?;
        let skipped = file.metadata()?.len().saturating_sub(MOST_BYTES);
        file.seek(SeekFrom::Start(skipped))?;
        let mut bytes = Vec::new();
        file.take(MOST_BYTES).read_to_end(&mut bytes)?;
        let whole =
            if skipped == 0 { 0 } else { bytes.iter().position(|b| *b == b'\n').map_or(0, |at| at + 1) };
        bytes.drain(..whole);
        Ok(bytes)
    };
    // A log that can't be read tells nothing.
    read().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

/// A line for people; nothing of one that the log does not write so.
fn told(line: &str, connections: &HashMap<String, String>) -> Option<String> {
    let line: Map<String, Value> = serde_json::from_str(line).ok()?;
    let text = |name: &str| line.get(name).and_then(Value::as_str);
    let at: jiff::Timestamp = text("timestamp")?.parse().ok()?;
    let level = text("level").filter(|level| ["ERROR", "WARN", "INFO", "DEBUG", "TRACE"].contains(level))?;
    let target = text("target").filter(|target| is_ours(target))?;
    let fields = line.get("fields")?.as_object()?;
    let message = fields.get("message").and_then(Value::as_str).unwrap_or_default();
    let mut told = format!("{} {level} {target}: {}", at.strftime("%Y-%m-%d %H:%M:%SZ"), plain(message));
    for (name, value) in fields.iter().filter(|(name, _)| *name != "message" && is_name(name)) {
        // Writing to a text in memory can't fail.
        let _ = write!(told, " | {name}: {}", field(name, value, connections));
    }
    Some(told)
}

fn field(name: &str, value: &Value, connections: &HashMap<String, String>) -> String {
    match value {
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) if name == "profile" => {
            connections.get(text).cloned().unwrap_or_else(|| "a connection that is gone".to_owned())
        }
        // Made at random; it ties the lines of one run together.
        Value::String(text) if name == "run" && is_random(text) => text.clone(),
        Value::String(text) if OWN.contains(&name) => own_word(text),
        Value::String(text) => plain(text),
        _ => super::scrub::HIDDEN.to_owned(),
    }
}

fn is_ours(target: &str) -> bool {
    target.starts_with("rollcall")
        && target.len() <= 100
        && target.bytes().all(|b| b.is_ascii_lowercase() || b"_:".contains(&b))
}

fn is_name(name: &str) -> bool {
    name.len() <= 30 && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

fn is_random(id: &str) -> bool {
    uuid::Uuid::parse_str(id).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fields: &str) -> String {
        format!(
            r#"{{"timestamp":"2026-11-27T05:00:00.000000Z","level":"WARN","target":"rollcall_app::window","fields":{fields}}}"#
        )
    }

    #[test]
    fn a_line_of_the_log_keeps_what_the_program_says_and_nothing_that_is_somebodys() {
        let connections = HashMap::from([("1-2".to_owned(), "connection 1".to_owned())]);
        let told = |fields: &str| told(&line(fields), &connections).expect("a line of the log");
        let begin = "2026-11-27 05:00:00Z WARN rollcall_app::window: ";
        assert_eq!(
            told(
                r#"{"message":"a page did not come","kind":"ServerFailed { status: 500 }","rows":12,"profile":"1-2"}"#
            ),
            format!(
                "{begin}a page did not come | kind: ServerFailed {{ status: 500 }} | rows: 12 | profile: connection 1"
            )
        );
        assert_eq!(
            told(
                r#"{"message":"a file","detail":"No such file: /home/ann/Ann Smith.csv","run":"ann@x.example"}"#
            ),
            format!("{begin}a file | detail: No such file: <…> | run: <…>")
        );
    }

    #[test]
    fn a_line_of_another_form_is_not_taken() {
        for odd in [
            "ann@x.example",
            "{}",
            "{\"timestamp\":1}",
            &line("[]"),
            &line("{}").replace("rollcall_app", "hyper"),
        ] {
            assert_eq!(told(odd, &HashMap::new()), None, "{odd}");
        }
    }
}
