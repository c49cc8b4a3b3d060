//! Use case: one customer's people, fetched alone.

use super::LIST_LOCK;
use super::held::{list_held, sentence};
use super::pages::next_page;
use super::refresh::{moved, seconds_left};
use crate::alone::alone;
use crate::contract::*;
use crate::errors::{blocking, of_platform, of_roster};
use crate::platforms::{Connected, OpenPlatform};
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_core::{OrganizationId, User, phrase};
use rollcall_platform::{ScanEnd, UserScan};
use rollcall_roster::{Doubt, Part, Replaced};
use std::sync::Arc;
use std::time::Instant;

impl App {
    /// Fetches the people of one customer alone and puts them in the place of those who are listed. The rest stays
    /// as old as it is, and so does the list as a whole: reviews, which are compared with a list of one time, wait for
    /// the next whole one. What looks wrong changes nothing.
    pub async fn refresh_customer(
        &self,
        profile: String,
        organization: OrganizationId,
    ) -> Result<RefreshOutcome, AppError> {
        let platform = self.platform(&profile).await?;
        if self.is_sending(&profile).await {
            return Err(AppError::new(
                ErrorCode::RunRefused,
                phrase!(
                    "A run is being sent through this connection and rests on the list as it is. Nothing was changed; refresh the customer once the run has ended."
                ),
            ));
        }
        let _turn = platform.refreshes.turn.lock().await;
        let outcome = self.stoppable(&platform, self.fetch_customer(&platform, organization)).await;
        *locked(&platform.refreshes.progress) = None;
        self.tell(AppEvent::RosterChanged(profile));
        outcome
    }

    async fn fetch_customer(
        &self,
        platform: &Arc<OpenPlatform>,
        organization: OrganizationId,
    ) -> Result<RefreshOutcome, AppError> {
        self.show_progress(platform, 0, None, None);
        let _alone = alone(&platform.folder.join(LIST_LOCK)).await;
        let connected = self.connected(&platform.id).await?;
        refuse_strangers(&connected.profile.scope, &organization)?;
        whole_list_stands(platform, &connected).await?;
        let mut why = None;
        for _ in 0..super::refresh::READINGS {
            let read_at = Timestamp::now();
            let scan = connected.client.scan_customer(organization.as_str()).map_err(of_platform)?;
            let (users, end) = self.read_users(platform, scan).await?;
            if end.complete {
                return replace(platform, Part { organization, users, read_at }).await;
            }
            why = end.why_incomplete;
        }
        Err(moved(why))
    }

    async fn read_users(
        &self,
        platform: &OpenPlatform,
        mut scan: UserScan,
    ) -> Result<(Vec<User>, ScanEnd), AppError> {
        let (mut users, mut read, started) = (Vec::new(), 0, Instant::now());
        while let Some(page) = next_page(&mut scan, read).await? {
            read = page.read;
            users.extend(page.users);
            self.show_progress(platform, read, page.total, seconds_left(started.elapsed(), read, page.total));
        }
        Ok((users, scan.finish().await.map_err(of_platform)?))
    }
}

/// A list of some customers' people has no place for those of another one.
fn refuse_strangers(scope: &Scope, organization: &OrganizationId) -> Result<(), AppError> {
    match scope {
        Scope::Customer(ids) if !ids.contains(&organization.0) => Err(AppError::new(
            ErrorCode::BadRequest,
            phrase!(
                "This connection looks after other customers, so this one's people have no place in its list. Nothing was changed."
            ),
        )),
        _ => Ok(()),
    }
}

/// A customer's people can only stand in a list of this very connection, and not beside one that is held.
async fn whole_list_stands(platform: &Arc<OpenPlatform>, connected: &Connected) -> Result<(), AppError> {
    let (roster, identity) = (platform.roster.clone(), connected.identity.clone());
    blocking(move || {
        if let Some(held) = roster.held().map_err(of_roster)? {
            return Err(list_held(&held));
        }
        let summary = roster.summary().map_err(of_roster)?;
        match summary.fetched_at.is_some()
            && summary.scope == identity.base
            && summary.subject == identity.subject
        {
            true => Ok(()),
            false => Err(no_list()),
        }
    })
    .await
}

async fn replace(platform: &Arc<OpenPlatform>, part: Part) -> Result<RefreshOutcome, AppError> {
    let roster = platform.roster.clone();
    blocking(move || match roster.replace_part(&part).map_err(of_roster)? {
        None => Err(no_list()),
        Some(Replaced::Doubtful(doubts)) => Err(looks_wrong(&doubts)),
        Some(Replaced::Taken { changes, complete }) => Ok(RefreshOutcome {
            complete,
            why_incomplete: (!complete).then(|| {
                phrase!("Somebody is no longer listed for this customer and may be elsewhere: only a refresh of the whole list can tell.").to_owned()
            }),
            ..super::outcome(changes)
        }),
    })
    .await
}

fn no_list() -> AppError {
    AppError::new(
        ErrorCode::ListNotFresh,
        phrase!(
            "There is no list of this connection yet in which this customer's people could stand. Nothing was changed; refresh the whole list."
        ),
    )
}

fn looks_wrong(doubts: &[Doubt]) -> AppError {
    let reasons: Vec<String> = doubts.iter().map(sentence).collect();
    AppError::new(
        ErrorCode::ListNotFresh,
        format!(
            "{} {} {}",
            phrase!("The new list of this customer's people looks wrong."),
            reasons.join(" "),
            phrase!("Nothing was changed; refresh the whole list, which is then held until you decide.")
        ),
    )
}
