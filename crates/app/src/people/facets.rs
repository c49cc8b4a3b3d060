//! Use cases: how many people each filter would show, and where somebody stands in the list.

use crate::App;
use crate::contract::*;
use crate::errors::of_roster;

impl App {
    /// How many people each filter would show, over what the other filters leave. Of the mail domains those that hold
    /// `domain_search`.
    pub async fn user_facets(
        &self,
        profile: String,
        query: UserQuery,
        domain_search: String,
    ) -> Result<UserFacets, AppError> {
        self.ask(&profile, move |roster| roster.facets(&query, &domain_search).map_err(of_roster)).await
    }

    /// The place of somebody, or of the first who begins with a text, in the rows that match.
    pub async fn find_place(
        &self,
        profile: String,
        query: UserQuery,
        to: JumpTo,
    ) -> Result<Option<u32>, AppError> {
        self.ask(&profile, move |roster| roster.place(&query, &to).map_err(of_roster)).await
    }

    /// Names of the fields that Rollcall has no name for, where somebody has one.
    pub async fn known_fields(&self, profile: String) -> Result<Vec<String>, AppError> {
        self.ask(&profile, |roster| roster.known_fields().map_err(of_roster)).await
    }
}
