//! Invites people once more who have not accepted, of a run or of the list: a run like any other, with a plan of its own.

use super::check::LaidOut;
use super::following;
use super::invite::{refuse_unasked, send};
use super::users::view;
use crate::args::ReinviteArgs;
use crate::failure::{Done, Failure};
use crate::opening::open;
use crate::output::progress;
use crate::stopping::Stop;
use rollcall_app::App;
use rollcall_app::contract::{Afterwards, DraftView, ErrorCode, InvitationQueue, RunDocument};

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
    match (&args.run, &args.profile) {
        (Some(run), _) => of_run(app, args, run).await,
        (None, Some(name)) => of_list(app, args, name).await,
        (None, None) => {
            Err(Failure::usage("Say who is meant: --run ID, or -p NAME with --lapsed or --view NAME."))
        }
    }
}

async fn of_run(app: &App, args: &ReinviteArgs, run: &str) -> Result<Laid, Failure> {
    let profile = app.profile_of_run(run).await?;
    app.may_send(&profile)?;
    progress::while_fetching(app, app.ready_lists(&profile)).await?;
    match app.invite_again(profile.clone(), run.to_owned(), who(args)).await {
        Err(nobody) if nobody.code == ErrorCode::NothingToSend => {
            Ok(Laid::Nobody(Box::new(app.nobody_again(&profile, run).await?)))
        }
        made => Ok(laid(profile, made?)),
    }
}

async fn of_list(app: &App, args: &ReinviteArgs, name: &str) -> Result<Laid, Failure> {
    if !args.lapsed && args.view.is_none() {
        return Err(Failure::usage("Say who is meant: --lapsed, or --view NAME. Nothing was sent."));
    }
    let profile = app.profile_named(name)?;
    app.may_send(&profile)?;
    let mut query = view(app, &profile, args.view.as_deref()).await?.query;
    if args.lapsed {
        query.invitation = Some(InvitationQueue::Lapsed);
    }
    progress::while_fetching(app, app.ready_lists(&profile)).await?;
    match app.reinvite_users(profile.clone(), query, None).await {
        Err(nobody) if nobody.code == ErrorCode::NothingToSend => {
            Ok(Laid::Nobody(Box::new(app.nobody_listed(&profile).await?)))
        }
        made => Ok(laid(profile, made?)),
    }
}

fn laid(profile: String, draft: DraftView) -> Laid {
    let DraftView { id, defaults, decisions, .. } = draft;
    Laid::Out(LaidOut { profile, draft: id, defaults, decisions })
}

/// Those who lapsed where nothing is said: a mail that still works needs no second one.
fn who(args: &ReinviteArgs) -> Vec<Afterwards> {
    let lapsed = (args.lapsed || !args.waiting).then_some(Afterwards::Lapsed);
    let waiting = args.waiting.then_some(Afterwards::Waits);
    lapsed.into_iter().chain(waiting).collect()
}
