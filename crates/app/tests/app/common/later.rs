//! The same platform some days later: who was invited has accepted, waits, or is gone.

use super::*;
use jiff::{SignedDuration, Timestamp};

/// What became of somebody in the meantime.
#[derive(Clone, Copy)]
pub enum Then {
    Accepted,
    /// Invited so many hours ago, and not accepted.
    Invited(i64),
    Blocked,
    Gone,
}

/// The day on which the built-in world was written: dates of people who have not accepted move along with today.
const WRITTEN: &str = "2026-11-23T00:00:00Z";

impl Desk {
    /// Serves the same platform at the same place with what became of a run's people, and fetches its list.
    pub async fn later(&mut self, run: &RunView, people: &[(&str, Then)]) {
        let rows = self.rows(run).await;
        let accounts = people.iter().filter_map(|(email, then)| {
            account(rows.iter().find(|row| row.email == *email).expect("somebody of the run"), *then)
        });
        let accounts: Vec<serde_json::Value> = accounts.collect();
        self.later_with(|users| users.extend(accounts)).await;
    }

    /// Serves the same platform at the same place after `change` was done to its people, and fetches its list.
    pub async fn later_with(&mut self, change: impl FnOnce(&mut Vec<serde_json::Value>)) {
        let mut world: serde_json::Value = serde_json::from_str(WORLD).expect("the built-in world");
        change(world["users"].as_array_mut().expect("users"));
        let path = self.folder.path().join("later.json");
        std::fs::write(&path, world.to_string()).expect("a world");
        let port = self.sandbox.info().base_url.rsplit(':').next().and_then(|port| port.parse().ok());
        let stand_in = rollcall_sandbox::start(Options { users: 0, ..Options::default() }).await;
        std::mem::replace(&mut self.sandbox, stand_in.expect("a sandbox")).stop().await;
        let options = Options { users: 20, port, world: Some(path), ..Options::default() };
        self.sandbox = rollcall_sandbox::start(options).await.expect("the same place");
        self.lead_to(&self.sandbox, None).await;
        // Whoever was invited within the last second is still being looked up.
        tokio::time::sleep(std::time::Duration::from_millis(1_200)).await;
        self.taken_over().await;
    }

    /// The sample platform gives another account at every start, so its list waits for a person's word.
    async fn taken_over(&self) {
        let refused = self.app.refresh(self.profile.clone()).await.expect_err("another sign-in");
        assert_eq!(refused.code, ErrorCode::ListHeld, "{refused:?}");
        let held = self.app.roster_summary(self.profile.clone()).await.expect("a summary").held;
        let held = held.expect("a held list").fetched_at;
        self.app.take_held_list(self.profile.clone(), held).await.expect("taken over");
    }
}

const WORLD: &str = include_str!("../../../../sandbox/data/world.json");

fn account(row: &RunRow, then: Then) -> Option<serde_json::Value> {
    let now = Timestamp::now();
    let written: Timestamp = WRITTEN.parse().expect("a day");
    let moved = SignedDuration::from_hours(now.duration_since(written).as_hours().div_euclid(24) * 24);
    let (state, ago) = match then {
        Then::Accepted => ("Active", 24),
        Then::Blocked => ("Blocked", 24),
        Then::Invited(hours) => ("New", hours),
        Then::Gone => return None,
    };
    let created = now - SignedDuration::from_hours(ago) - moved;
    Some(serde_json::json!({
        "id": row.user_id, "email": row.email, "firstName": "", "lastName": "", "accountState": state,
        "createdDate": created.to_string(), "groupIds": [], "identityProviderId": null, "organizationIds": [],
    }))
}
