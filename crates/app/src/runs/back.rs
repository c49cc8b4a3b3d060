//! A report that comes back: of its rows only those are taken that did not end well.

use super::words::said;
use super::{Outcome, failed_rows};
use crate::contract::{AppError, ErrorCode};
use rollcall_core::phrase;
use rollcall_intake::{Row, Table};

/// What is noticed of a file that is a report.
const NOTICE: &str = "report-rows";

/// The columns that tell which row it was, and how it ended.
const ROW: &str = rollcall_workbook::REPORT_COLUMNS[0];
const RESULT: &str = rollcall_workbook::REPORT_COLUMNS[1];

/// The rows of a report that did not end well, with those that were part of them; any other table as it is. A row that a
/// person added, or of which the report says nothing that can be understood, is taken like one of a new file.
///
/// # Errors
/// [`ErrorCode::NothingToSend`] for a report of which every row ended well.
pub(crate) fn only_failed(table: Table) -> Result<Table, AppError> {
    let Some((row, result)) = columns(&table).filter(|_| !table.is_empty()) else { return Ok(table) };
    let number = |of: Row<'_>| of.cell(row).shown().trim().parse::<u32>().ok();
    let outcome = |of: Row<'_>| {
        let said = said(of.cell(result).shown())?;
        Some(Outcome::new(number(of)?, said.state, said.of, said.code))
    };
    let failed = failed_rows(table.rows().filter_map(outcome));
    let ended_well =
        |of: &Row<'_>| outcome(*of).is_some() && number(*of).is_some_and(|number| !failed.contains(&number));
    let left: std::collections::HashSet<u32> =
        table.rows().filter(|row| !ended_well(row)).map(Row::number).collect();
    if left.is_empty() {
        return Err(AppError::new(
            ErrorCode::NothingToSend,
            phrase!(
                "Every row of this report ended well, so nothing is left to send. To invite somebody in it once more, open the run itself."
            ),
        ));
    }
    let mut table = if left.len() == table.len() { table } else { table.keeping(|row| left.contains(&row)) };
    table.file.rows_read = u32::try_from(table.len()).unwrap_or(u32::MAX);
    table.file.notices.push(NOTICE.to_owned());
    Ok(table)
}

/// Where a report's row numbers and results stand; nothing for a table that is no report. The last of each name: a
/// report of what was read from a report has them twice.
fn columns(table: &Table) -> Option<(u32, u32)> {
    let last = |name: &str| {
        let named = |header: &String| header.trim() == name;
        table
            .columns
            .iter()
            .rfind(|column| column.header.as_ref().is_some_and(named))
            .map(|column| column.index)
    };
    let all = rollcall_workbook::REPORT_COLUMNS.iter().all(|name| last(name).is_some());
    all.then_some((last(ROW)?, last(RESULT)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_intake::{ReadOptions, read};

    const ADDED: &str = "Row in file,Result,Reason,User id,Time,Sent by";

    fn rows_left(header: &str, rows: &[&str]) -> Result<Vec<String>, ErrorCode> {
        let text = format!("{header}\n{}\n", rows.join("\n"));
        let table = read(text.as_bytes(), "report.csv", &ReadOptions::default()).expect("read");
        let table = only_failed(table).map_err(|problem| problem.code)?;
        Ok(table.rows().map(|row| row.cell(0).shown().to_owned()).collect())
    }

    #[test]
    fn of_a_report_only_what_did_not_end_well_is_taken() {
        let rows = [
            "ann@x.example,5,Invited,,u1,2026-11-23T09:00:00Z,me",
            "bob@x.example,6,Refused,No,,2026-11-23T09:00:00Z,me",
            "bob@x.example,7,Part of row 6,,,,",
            "ann@x.example,8,Same as row 5,,,,",
            "cyd@x.example,9,Blocked,,,,",
            "dan@x.example,10,Left out,,,,",
            "eve@x.example,11,\"Problem, not sent\",No role,,,",
            "new@x.example,,,,,,",
        ];
        assert_eq!(
            rows_left(&format!("Email,{ADDED}"), &rows).as_deref(),
            Ok(&["bob@x.example", "bob@x.example", "cyd@x.example", "eve@x.example", "new@x.example"]
                .map(str::to_owned)[..])
        );
    }

    #[test]
    fn a_report_of_a_report_is_judged_by_its_last_words() {
        let rows = ["ann@x.example,2,Refused,,,,,2,Invited,,,,", "bob@x.example,3,Refused,,,,,3,Refused,,,,"];
        let left = rows_left(&format!("Email,{ADDED},{ADDED}"), &rows);
        assert_eq!(left.as_deref(), Ok(&["bob@x.example".to_owned()][..]));
    }

    #[test]
    fn a_file_with_a_result_of_its_own_is_no_report() {
        let left = rows_left("Email,Row in file,Result", &["ann@x.example,5,Invited"]);
        assert_eq!(left.as_deref(), Ok(&["ann@x.example".to_owned()][..]));
    }

    #[test]
    fn a_report_in_which_all_ended_well_says_that_nothing_is_left() {
        let left = rows_left(&format!("Email,{ADDED}"), &["ann@x.example,5,Invited,,,,"]);
        assert_eq!(left, Err(ErrorCode::NothingToSend));
    }
}
