//! Use cases: what changed from one refresh to another.

use super::spans::{chosen, no_longer_kept};
use crate::App;
use crate::contract::*;
use crate::errors::of_roster;
use rollcall_core::UserId;
use rollcall_roster::{ChangedPerson, ChangesAsked, KeptRefresh};

/// Rows in one window, at most.
const WINDOW: u32 = 500;

impl App {
    /// The refreshes that can be compared, newest first.
    pub async fn list_refreshes(&self, profile: String) -> Result<Vec<RefreshView>, AppError> {
        let kept = self.ask(&profile, |roster| roster.refreshes().map_err(of_roster)).await?;
        Ok(kept.into_iter().map(shown).collect())
    }

    /// How much is different between two refreshes.
    pub async fn changes(&self, profile: String, span: ChangeSpan) -> Result<ChangesView, AppError> {
        self.ask(&profile, move |roster| {
            let (from, to) = chosen(&roster.refreshes().map_err(of_roster)?, &span)?;
            let counted = roster.count_changes(from.number, to.number).map_err(of_roster)?;
            let counted = counted.ok_or_else(no_longer_kept)?;
            let count = |(kind, people)| ChangeCount { kind, people };
            Ok(ChangesView {
                from: shown(from),
                to: shown(to),
                counts: counted.counts.into_iter().map(count).collect(),
                people: counted.people,
            })
        })
        .await
    }

    /// A window of the people of whom something is different, of these kinds or of all; `limit` is 500 at most.
    pub async fn change_rows(
        &self,
        profile: String,
        span: ChangeSpan,
        kinds: Vec<ChangeKind>,
        search: String,
        offset: u32,
        limit: u32,
    ) -> Result<ChangeWindow, AppError> {
        self.ask(&profile, move |roster| {
            let (from, to) = chosen(&roster.refreshes().map_err(of_roster)?, &span)?;
            let asked = ChangesAsked { from: from.number, to: to.number, kinds, search };
            let window = roster.changes(&asked, offset, limit.min(WINDOW)).map_err(of_roster)?;
            let window = window.ok_or_else(no_longer_kept)?;
            Ok(ChangeWindow { total: window.total, rows: window.rows.into_iter().map(row).collect() })
        })
        .await
    }

    /// What refreshes changed of one person, newest first.
    pub async fn person_history(&self, profile: String, user: UserId) -> Result<Vec<HistoryEntry>, AppError> {
        let steps = self.ask(&profile, move |roster| roster.history_of(&user).map_err(of_roster)).await?;
        let entries = |step: rollcall_roster::HistoryStep| {
            let (at, number) = (step.at.to_string(), step.number);
            step.changes.into_iter().map(move |change| HistoryEntry {
                at: at.clone(),
                number,
                kind: change.kind,
                field: change.field,
                before: change.before,
                after: change.after,
            })
        };
        Ok(steps.into_iter().flat_map(entries).collect())
    }
}

pub(crate) fn shown(kept: KeptRefresh) -> RefreshView {
    RefreshView {
        number: kept.number,
        at: kept.at.to_string(),
        people: kept.people,
        joined: kept.joined,
        left: kept.left,
        changed: kept.changed,
    }
}

pub(crate) fn row(person: ChangedPerson) -> ChangeRow {
    let change = |change: rollcall_roster::FieldChange| FieldChange {
        kind: change.kind,
        field: change.field,
        before: change.before,
        after: change.after,
    };
    ChangeRow {
        user_id: person.id,
        name: person.name,
        email: person.email,
        still_listed: person.still_listed,
        changes: person.changes.into_iter().map(change).collect(),
    }
}
