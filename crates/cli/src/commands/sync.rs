//! Fetches everything anew.

use crate::args::SyncArgs;
use crate::failure::{Code, Done, Failure};
use crate::opening::open;
use crate::output::{self, many, number, progress};
use rollcall_app::App;
use rollcall_app::contract::{DOCUMENT_SCHEMA, RefreshOutcome, RosterSummary};
use serde_json::json;

/// Fetches, and says what there is and what changed.
pub async fn run(args: SyncArgs) -> Done {
    let opened = open().await?;
    let app = &opened.app;
    let profile = app.profile_named(&args.profile.profile)?;
    let outcome = match args.customer {
        _ if args.take_held => take_held(app, &profile).await?,
        Some(customer) => {
            let organization = app.organization_named(&profile, customer).await?;
            progress::while_fetching(app, app.refresh_customer(profile.clone(), organization)).await?
        }
        None => progress::while_fetching(app, app.refresh(profile.clone())).await?,
    };
    let summary = app.roster_summary(profile.clone()).await?;
    if args.json.json {
        output::print_json(&json!({
            "schema": DOCUMENT_SCHEMA,
            "profile": app.profile_title(&profile).await?.name,
            "fetchedAt": summary.fetched_at,
            "people": outcome.people,
            "joined": outcome.joined,
            "left": outcome.left,
            "changed": outcome.changed,
            "roles": summary.roles,
            "identityProviders": summary.identity_providers,
            "organizations": summary.organizations,
        }))?;
    } else {
        output::print(&text(&outcome, &summary))?;
    }
    Ok(Code::Good)
}

/// Takes over the list that waits for a person's word.
async fn take_held(app: &App, profile: &str) -> Result<RefreshOutcome, Failure> {
    let held = app.roster_summary(profile.to_owned()).await?.held;
    let held = held.ok_or_else(|| {
        Failure::not_done("nothing-held", "No list waits for a decision, so nothing was taken over.")
    })?;
    Ok(app.take_held_list(profile.to_owned(), held.fetched_at).await?)
}

fn text(outcome: &RefreshOutcome, summary: &RosterSummary) -> String {
    format!(
        "{}, {}, {}, {}.\n{} joined, {} left, {} changed since the list before.\n",
        many(outcome.people, "person", "people"),
        many(summary.roles, "role", "roles"),
        many(summary.identity_providers, "identity provider", "identity providers"),
        many(summary.organizations, "organization", "organizations"),
        number(outcome.joined),
        number(outcome.left),
        number(outcome.changed),
    )
}
