//! Use cases: people for the clipboard.

use super::columns::Column;
use super::copied::{CopiedTexts, Gathered};
use crate::App;
use crate::contract::*;
use crate::errors::of_roster;
use jiff::Timestamp;
use rollcall_core::phrase;
use rollcall_roster::UserRow;
use std::ops::ControlFlow;

/// The most people that are copied at once.
const MOST_PEOPLE: u32 = 200_000;

impl App {
    /// The marked people as texts for the clipboard.
    ///
    /// # Errors
    /// [`ErrorCode::ListChanged`] where the marked rows are those of another list; [`ErrorCode::BadRequest`] where they
    /// are more than can be copied.
    pub async fn copied_users(
        &self,
        profile: &str,
        query: UserQuery,
        picked: Picked,
        columns: Vec<String>,
        headers: bool,
    ) -> Result<(CopiedPeople, CopiedTexts), AppError> {
        let columns = Column::of_words(&columns)?;
        self.ask(profile, move |roster| {
            if roster.count_of(&query, Some(&picked)).map_err(of_roster)? > MOST_PEOPLE {
                return Err(too_much(phrase!("At most 200,000 people can be copied at once.")));
            }
            let (now, mut people, mut gathered) = (Timestamp::now(), 0, Gathered::new());
            if headers {
                gathered.headers(columns.iter().map(Column::header));
            }
            roster
                .each_of(&query, Some(&picked), &mut |person: UserRow| {
                    let cells: Vec<_> = columns.iter().map(|column| column.value(&person, now)).collect();
                    gathered.row(&cells);
                    people += 1;
                    if gathered.is_too_large() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                })
                .map_err(of_roster)?;
            if gathered.is_too_large() {
                return Err(too_much(phrase!("This is more text than the clipboard takes.")));
            }
            let columns = u32::try_from(columns.len()).unwrap_or(u32::MAX);
            Ok((CopiedPeople { rows: people, columns }, gathered.finish()))
        })
        .await
    }
}

fn too_much(why: &str) -> AppError {
    let instead = phrase!("Nothing was copied; choose Export to write them into a file instead.");
    AppError::new(ErrorCode::BadRequest, format!("{why} {instead}"))
}
