//! Use cases: people of the list who have not accepted, invited once more.

use super::again::again;
use super::asked::Asked;
use crate::App;
use crate::contract::*;
use crate::errors::of_roster;
use rollcall_core::{AccountState, UserId, phrase};
use rollcall_roster::{Roster, UserRow as Listed};
use std::ops::ControlFlow;

/// The most people of one draft: as many as a spreadsheet may have.
const MOST_PEOPLE: usize = 100_000;

impl App {
    /// Makes a draft of the New people among those who match or were marked, by a fresh list: their names, role, provider
    /// and organizations as listed, to be invited again. It is checked and sent like any other.
    ///
    /// # Errors
    /// [`ErrorCode::NothingToSend`] where nobody of them is New; [`ErrorCode::ListChanged`] where the marked rows are
    /// those of another list.
    pub async fn reinvite_users(
        &self,
        profile: String,
        query: UserQuery,
        picked: Option<Picked>,
    ) -> Result<DraftView, AppError> {
        self.may_send(&profile)?;
        let query = match picked {
            Some(picked) => self.ask(&profile, move |roster| settled(roster, query, &picked)).await?,
            None => query,
        };
        self.fresh_list(&profile).await?;
        let people = self.ask(&profile, move |roster| not_accepted(roster, &query)).await?;
        if people.is_empty() {
            return Err(nobody());
        }
        let name = self.draft_title_again(&profile)?;
        self.draft_again(profile, name, &people).await
    }

    /// What a draft of people of the list is called.
    pub(crate) fn draft_title_again(&self, profile: &str) -> Result<String, AppError> {
        Ok(again(&self.profile(profile)?.name))
    }
}

/// Who was marked is settled by the list that was looked at; how they stand, by the fresh one.
fn settled(roster: &Roster, query: UserQuery, picked: &Picked) -> Result<UserQuery, AppError> {
    let marked = roster.count_of(&query, Some(picked)).map_err(of_roster)?;
    if picked.all {
        return Ok(query);
    }
    if marked as usize > MOST_PEOPLE {
        return Err(too_many());
    }
    let mut ids: Vec<UserId> = Vec::new();
    roster
        .each_of(&query, Some(picked), &mut |person: Listed| {
            ids.push(person.id);
            ControlFlow::Continue(())
        })
        .map_err(of_roster)?;
    // No ids would mean everybody.
    match ids.is_empty() {
        true => Err(nobody()),
        false => Ok(UserQuery { ids, sort: query.sort, ..UserQuery::default() }),
    }
}

fn not_accepted(roster: &Roster, query: &UserQuery) -> Result<Vec<Asked>, AppError> {
    let wanted = |state: &String| AccountState::from_word(state) == AccountState::New;
    if !query.states.is_empty() && !query.states.iter().any(wanted) {
        return Ok(Vec::new());
    }
    let query = UserQuery { states: vec![AccountState::New.as_str().to_owned()], ..query.clone() };
    if roster.window(&query, 0, 0).map_err(of_roster)?.matching as usize > MOST_PEOPLE {
        return Err(too_many());
    }
    let mut people = Vec::new();
    roster
        .each_of(&query, None, &mut |person: Listed| {
            people.push(Asked::from(person));
            ControlFlow::Continue(())
        })
        .map_err(of_roster)?;
    Ok(people)
}

fn nobody() -> AppError {
    AppError::new(
        ErrorCode::NothingToSend,
        phrase!(
            "By the current list, nobody of these people still has to accept an invitation. Nothing was sent."
        ),
    )
}

fn too_many() -> AppError {
    AppError::new(
        ErrorCode::BadRequest,
        phrase!(
            "At most 100,000 people can be invited again at once. Nothing was sent; filter first, then invite a part of them."
        ),
    )
}
