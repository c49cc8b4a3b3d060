//! Invites people of a run once more who have not accepted: a run like any other, with a plan of its own.

use super::check::LaidOut;
use super::invite::{refuse_unasked, send};
use crate::args::ReinviteArgs;
use crate::failure::{Done, Failure};
use crate::opening::open;
use crate::output::progress;
use crate::stopping::Stop;
use rollcall_app::App;
use rollcall_app::contract::Afterwards;

/// Invites them, and waits until every row ended or waits for a person.
pub async fn run(args: ReinviteArgs, stop: &mut Stop) -> Done {
    refuse_unasked(&args.send, false)?;
    let opened = open().await?;
    let app = &opened.app;
    send(app, lay_out(app, &args), None, &args.send, args.json.json, stop).await
}

async fn lay_out(app: &App, args: &ReinviteArgs) -> Result<LaidOut, Failure> {
    let profile = app.profile_of_run(&args.run).await?;
    progress::while_fetching(app, app.ready_lists(&profile)).await?;
    let draft = app.invite_again(profile.clone(), args.run.clone(), who(args)).await?;
    Ok(LaidOut { profile, draft: draft.id, defaults: draft.defaults, decisions: draft.decisions })
}

/// Those who lapsed where nothing is said: a mail that still works needs no second one.
fn who(args: &ReinviteArgs) -> Vec<Afterwards> {
    let lapsed = (args.lapsed || !args.waiting).then_some(Afterwards::Lapsed);
    let waiting = args.waiting.then_some(Afterwards::Waits);
    lapsed.into_iter().chain(waiting).collect()
}
