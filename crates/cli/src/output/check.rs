//! A checked file, for reading.

use super::{many, plain, table};
use rollcall_app::contract::{CheckDocument, CheckRow, CheckView, ClassCounts, Field, ProblemGroup};

/// Everything that a person wants to know before sending.
pub fn text(document: &CheckDocument, check: &CheckView) -> String {
    let mut text = String::new();
    let file = &document.file;
    let sheet = file.sheet.as_deref().map(|sheet| format!(", sheet {}", plain(sheet))).unwrap_or_default();
    let header = match file.header_row {
        0 => "no header".to_owned(),
        row => format!("header in row {row}"),
    };
    text.push_str(&format!(
        "{}{sheet}: {}, {header}\n",
        plain(&file.name),
        many(file.rows_read, "row", "rows")
    ));
    for notice in &file.notices {
        text.push_str(&format!("{}\n", notice_words(notice)));
    }
    text.push('\n');
    let mapping = document.mapping.iter().map(|(field, header)| [label(*field), header.clone()]);
    text.push_str(&table::text(&["Field", "Column"], mapping));
    text.push('\n');
    text.push_str(&table::text(&["Rows", ""], counts(&document.counts)));
    if !check.groups.is_empty() {
        text.push('\n');
        let groups =
            check.groups.iter().map(|group| [group.rows.to_string(), group.found.clone(), sentence(group)]);
        text.push_str(&wide(&["Rows", "Found", "What is wrong"], groups.collect()));
    }
    let rows: Vec<[String; 3]> = needing_a_person(document);
    if !rows.is_empty() {
        text.push('\n');
        text.push_str(&table::text(&["Row", "E-mail", "Class"], rows));
    }
    text.push_str(&format!(
        "\n{} would be invited in {}. Checked against {} on the platform.\n",
        many(document.invites, "person", "people"),
        many(check.calls, "call", "calls"),
        many(check.checked_against, "person", "people"),
    ));
    text
}

/// What is wrong, and what it may have meant unless the sentence says so itself.
fn sentence(group: &ProblemGroup) -> String {
    let unsaid = |word: &&String| !group.message.text.contains(word.as_str());
    if let Some(suggestion) = group.suggestion.as_ref().filter(unsaid) {
        return format!("{} Did you mean {suggestion}?", group.message);
    }
    match group.choices.first().filter(unsaid) {
        Some(_) => format!("{} It could be {}.", group.message, group.choices.join(" or ")),
        None => group.message.text.clone(),
    }
}

/// A table whose last column holds sentences, which are not cut.
fn wide(headers: &[&'static str; 3], rows: Vec<[String; 3]>) -> String {
    let left = table::text(&headers[..2], rows.iter().map(|[rows, found, _]| [rows, found]));
    let width = left.lines().map(console::measure_text_width).max().unwrap_or(0) + 2;
    let right = std::iter::once(headers[2]).chain(rows.iter().map(|[_, _, sentence]| sentence.as_str()));
    let line = |(left, right): (&str, &str)| {
        let left = console::pad_str(left, width, console::Alignment::Left, None);
        format!("{}\n", format!("{left}{}", plain(right)).trim_end())
    };
    left.lines().zip(right).map(line).collect()
}

/// Rows that a person has to look at, beside those with a problem of their own.
fn needing_a_person(document: &CheckDocument) -> Vec<[String; 3]> {
    let class = |row: &CheckRow| row.class.as_str();
    let rows = document.rows.iter().filter(|row| matches!(class(row), "conflict" | "blocked-user"));
    rows.map(|row| {
        [
            row.row.to_string(),
            row.values.get(&Field::Email).cloned().unwrap_or_default(),
            class(row).to_owned(),
        ]
    })
    .collect()
}

fn counts(counts: &ClassCounts) -> Vec<[String; 2]> {
    let all = [
        (counts.ready, "ready to be invited"),
        (counts.problem, "with a problem"),
        (counts.folded, "part of another row's invitation"),
        (counts.duplicate, "adding nothing to another row"),
        (counts.conflict, "contradicting another row"),
        (counts.already_active, "already active"),
        (counts.already_invited, "already invited"),
        (counts.blocked_user, "blocked on the platform"),
    ];
    all.into_iter()
        .filter(|(rows, _)| *rows > 0)
        .map(|(rows, words)| [super::number(rows), words.to_owned()])
        .collect()
}

fn label(field: Field) -> String {
    let label = field.label();
    label.chars().take(1).flat_map(char::to_uppercase).chain(label.chars().skip(1)).collect()
}

fn notice_words(code: &str) -> &str {
    match code {
        "hidden-rows" => "Some rows are hidden in the sheet. They are sent only with --include-hidden.",
        "filtered-rows" => {
            "Some rows are filtered out in the sheet. They are sent only with --include-hidden."
        }
        "hidden-rows-not-known" => "This kind of file does not tell which rows are hidden.",
        "several-sheets" => "The workbook has several sheets with people; --sheet names another one.",
        "hidden-sheet" => "The sheet that was read is hidden in the workbook; --sheet names another one.",
        "undecodable-characters" => "Some characters could not be read in the encoding of this file.",
        other => other,
    }
}
