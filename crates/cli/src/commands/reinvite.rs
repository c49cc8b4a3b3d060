//! Invites people of a run once more who have not accepted: a run like any other, with a plan of its own.

use super::check::LaidOut;
use super::following;
use super::invite::{refuse_unasked, send};
use crate::args::ReinviteArgs;
use crate::failure::{Done, Failure};
use crate::opening::open;
use crate::output::progress;
use crate::stopping::Stop;
use rollcall_app::App;
use rollcall_app::contract::{Afterwards, DraftView, ErrorCode, RunDocument};

/// Invites them, and waits until every row ended or waits for a person.
pub async fn run(args: ReinviteArgs, stop: &mut Stop) -> Done {
    refuse_unasked(&args.send, false)?;
    let opened = open().await?;
    let app = &opened.app;
    let laid = tokio::select! {
        laid = lay_out(app, &args) => laid?,
        () = stop.asked() => return Err(Failure::stopped("Stopped as asked. Nothing was sent.")),
    };
    match laid {
        Laid::Out(laid) => send(app, async { Ok(laid) }, None, &args.send, args.json.json, stop).await,
        Laid::Nobody(document) => following::tell(&document, args.json.json),
    }
}

enum Laid {
    Out(LaidOut),
    /// A job that asks every day is not in the wrong on the days on which nobody has to be asked.
    Nobody(Box<RunDocument>),
}

async fn lay_out(app: &App, args: &ReinviteArgs) -> Result<Laid, Failure> {
    let profile = app.profile_of_run(&args.run).await?;
    progress::while_fetching(app, app.ready_lists(&profile)).await?;
    match app.invite_again(profile.clone(), args.run.clone(), who(args)).await {
        Ok(DraftView { id, defaults, decisions, .. }) => {
            Ok(Laid::Out(LaidOut { profile, draft: id, defaults, decisions }))
        }
        Err(nobody) if nobody.code == ErrorCode::NothingToSend => {
            Ok(Laid::Nobody(Box::new(app.nobody_again(&profile, &args.run).await?)))
        }
        Err(problem) => Err(problem.into()),
    }
}

/// Those who lapsed where nothing is said: a mail that still works needs no second one.
fn who(args: &ReinviteArgs) -> Vec<Afterwards> {
    let lapsed = (args.lapsed || !args.waiting).then_some(Afterwards::Lapsed);
    let waiting = args.waiting.then_some(Afterwards::Waits);
    lapsed.into_iter().chain(waiting).collect()
}
