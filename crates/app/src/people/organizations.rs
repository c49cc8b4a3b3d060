//! Use case: organizations told from a small list that a person keeps.

use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_file, of_roster};
use crate::invite::file_bytes;
use rollcall_core::{Organization, phrase};
use rollcall_intake::{ReadOptions, Reading, organizations_in, read_with};
use rollcall_roster::Roster;
use std::path::Path;

/// Rows that could not be used, of which it is said why.
const MOST_NOTES: usize = 10;

/// More organizations than any platform has people to look after them.
const MOST_ORGANIZATIONS: usize = 100_000;

impl App {
    /// Learns organizations from a spreadsheet with id and name, and ERP id, type and parent where it has them. They are
    /// kept with the list of people, under what the platform lists itself, and forgotten with it.
    pub async fn take_organizations(
        &self,
        profile: String,
        token: String,
    ) -> Result<OrganizationsTaken, AppError> {
        let path = self.inner.desk.path_of(&token)?;
        let roster = self.platform(&profile).await?.roster.clone();
        let reading = self.inner.reading.clone();
        let taken = blocking(move || take(&roster, &path, &reading)).await?;
        // What the plans of its drafts rest on is another now.
        self.inner.desk.with_each(&profile, |draft| draft.look_again()).await;
        self.tell(AppEvent::RosterChanged(profile));
        Ok(taken)
    }
}

fn take(roster: &Roster, path: &Path, reading: &Reading) -> Result<OrganizationsTaken, AppError> {
    let refused = |sentence: &str| AppError::new(ErrorCode::FileRefused, sentence);
    let name = crate::home::file_name(path);
    // Which row names the columns is told by the words of organizations, not by those of people.
    let options = ReadOptions { header_row: Some(0), ..ReadOptions::default() };
    let table = read_with(reading, &file_bytes(path)?, &name, &options).map_err(of_file)?;
    let known: Vec<Organization> =
        roster.organizations().map_err(of_roster)?.into_iter().map(|known| known.organization).collect();
    let list = organizations_in(&table, &known).ok_or_else(|| {
        refused(phrase!("This file has no column of ids beside one of names. Nothing was changed. A list of organizations has both, under the headers Id and Name or without any."))
    })?;
    if list.organizations.is_empty() {
        return Err(refused(phrase!(
            "No row of this file could be used: each needs an id and a name. Nothing was changed."
        )));
    }
    if list.organizations.len() > MOST_ORGANIZATIONS {
        return Err(refused(phrase!(
            "This file names more than 100,000 organizations. Nothing was changed; choose a smaller list."
        )));
    }
    let told = roster.tell_organizations(&list.organizations).map_err(of_roster)?;
    Ok(OrganizationsTaken {
        known: told.known,
        added: told.added,
        left_out: list.notes.into_iter().take(MOST_NOTES).map(|note| note.sentence).collect(),
    })
}
