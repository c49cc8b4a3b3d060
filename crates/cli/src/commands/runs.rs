//! The journal: what was sent, and what became of each row.

use super::following::{self, Patience};
use crate::args::{
    DecisionWord, ReportArgs, ResolveArgs, ResumeArgs, RunShowArgs, RunsCommand, RunsListArgs,
};
use crate::failure::{Code, Done, Failure};
use crate::opening::open;
use crate::output;
use crate::stopping::Stop;
use rollcall_app::contract::*;

/// Runs a command about runs that sends nothing.
pub async fn run(command: RunsCommand) -> Done {
    match command {
        RunsCommand::List(args) => list(args).await,
        RunsCommand::Show(args) => show(args).await,
        RunsCommand::Resolve(args) => resolve(args).await,
        RunsCommand::Report(args) => report(args).await,
        RunsCommand::Resume(_) => Err(Failure::usage("This command is run in another way.")),
    }
}

async fn list(args: RunsListArgs) -> Done {
    let opened = open().await?;
    let profile = args.profile.as_deref().map(|name| opened.app.profile_named(name)).transpose()?;
    let (document, unread) = opened.app.runs_document(profile).await?;
    if args.json.json {
        output::print_json(&document)?;
    } else if document.runs.is_empty() {
        output::print("There are no runs yet.\n")?;
    } else {
        output::print(&output::run::list(&document.runs))?;
    }
    let unread: Vec<Failure> = unread.into_iter().map(Failure::from).collect();
    for problem in &unread {
        eprintln!("{}", output::plain(problem.sentence()));
    }
    Ok(if unread.is_empty() { Code::Good } else { Code::NotDone })
}

async fn show(args: RunShowArgs) -> Done {
    let RunShowArgs { run: args, since } = args;
    let opened = open().await?;
    let profile = opened.app.profile_of_run(&args.id).await?;
    if since {
        let document = opened.app.run_since_document(&profile, &args.id).await?;
        return if args.json.json {
            output::print_json(&document).map(|()| Code::Good)
        } else {
            output::print(&output::since::text(&document)).map(|()| Code::Good)
        };
    }
    let document = opened.app.run_document(&profile, &args.id).await?;
    if args.json.json {
        output::print_json(&document)?;
    } else {
        output::print(&output::run::text(&document, true))?;
    }
    Ok(Code::Good)
}

/// Goes on with a run, and waits until every row ended or waits for a person.
pub async fn resume(args: ResumeArgs, stop: &mut Stop) -> Done {
    let opened = open().await?;
    let app = &opened.app;
    let run = &args.run.id;
    let take_up = async {
        let profile = app.profile_of_run(run).await?;
        let patience = Patience::of(args.wait_lock);
        loop {
            match app.go_on(profile.clone(), run.clone(), SendMode::All).await {
                Ok(_) => return Ok::<String, Failure>(profile),
                Err(refused) => patience.again(refused).await?,
            }
        }
    };
    let profile = tokio::select! {
        profile = take_up => profile?,
        () = stop.asked() => return Err(Failure::stopped("Stopped as asked. Nothing was sent.")),
    };
    let document = following::to_the_end(app, &profile, run, stop).await?;
    following::tell(&document, args.run.json.json)
}

async fn resolve(args: ResolveArgs) -> Done {
    let opened = open().await?;
    let app = &opened.app;
    let run = args.run.id;
    let profile = app.profile_of_run(&run).await?;
    let decision = match args.decision {
        DecisionWord::Done => RowDecision::Done,
        DecisionWord::Send => RowDecision::Send,
        DecisionWord::Drop => RowDecision::Drop,
    };
    app.resolve_row(profile.clone(), run.clone(), args.row, decision).await?;
    if args.run.json.json {
        output::print_json(&app.run_document(&profile, &run).await?)?;
    } else {
        let then = if decision == RowDecision::Send {
            format!(" `rollcallctl runs resume {run}` sends it.")
        } else {
            String::new()
        };
        output::print(&format!("Row {} is decided.{then}\n", args.row))?;
    }
    Ok(Code::Good)
}

async fn report(args: ReportArgs) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_of_run(&args.id).await?;
    let rows = if args.failed { ReportRows::Failed } else { ReportRows::All };
    following::report(&opened.app, &profile, &args.id, rows, &args.output).await?;
    Ok(Code::Good)
}
