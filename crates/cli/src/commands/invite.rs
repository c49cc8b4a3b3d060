//! Checks a spreadsheet, then invites everybody who is ready.

use super::check::{LaidOut, lay_out};
use super::following::{self, Patience};
use crate::args::{IfSeen, InviteArgs, SendArgs};
use crate::failure::{Done, Failure};
use crate::opening::open;
use crate::output::{self, many};
use crate::stopping::Stop;
use rollcall_app::App;
use rollcall_app::contract::*;
use std::io::{IsTerminal, Write};
use std::path::Path;

/// Invites, and waits until every row ended or waits for a person.
pub async fn run(args: InviteArgs, stop: &mut Stop) -> Done {
    refuse_unasked(&args.send, args.file.file == Path::new("-"))?;
    let opened = open().await?;
    let app = &opened.app;
    app.may_send(&app.profile_named(&args.file.profile.profile)?)?;
    let decisions = Decisions { reinvite: args.reinvite, include_hidden: args.include_hidden };
    let laid = lay_out(app, &args.file, decisions);
    send(app, laid, args.if_seen, &args.send, args.file.json.json, stop).await
}

/// Sends what was laid out, waits until every row ended or waits for a person, and says how it ended.
pub async fn send(
    app: &App,
    laid: impl Future<Output = Result<LaidOut, Failure>>,
    if_seen: Option<IfSeen>,
    how: &SendArgs,
    json: bool,
    stop: &mut Stop,
) -> Done {
    refuse_unwritable(app, how).await?;
    let begun = tokio::select! {
        begun = async { begin(app, laid.await?, if_seen, how).await } => begun?,
        () = stop.asked() => return Err(Failure::stopped("Stopped as asked. Nothing was sent.")),
    };
    let document = match &begun {
        Begun::Nobody(document) => {
            if how.report.is_some() {
                eprintln!(
                    "Nobody was left to invite, so there is no run to report on and no report was written."
                );
            }
            return following::tell(document, json);
        }
        Begun::Earlier { profile, run } => app.run_document(profile, run).await?,
        Begun::Sending { profile, run } => following::to_the_end(app, profile, run, stop).await?,
    };
    let (Begun::Sending { profile, run } | Begun::Earlier { profile, run }) = &begun else {
        return following::tell(&document, json);
    };
    let told = following::tell(&document, json)?;
    if let Some(path) = &how.report
        && let Err(unwritten) = following::report(app, profile, run, ReportRows::All, path).await
    {
        // The answer is given: what became of the run is its own, and a second answer would be none.
        eprintln!(
            "The report was not written. {} The run is kept as it is told: `rollcallctl runs report {run} -o OUT.xlsx` \
             writes its report.",
            output::plain(unwritten.sentence())
        );
    }
    Ok(told)
}

/// Where the report has no place nobody is invited: a mistyped folder is told while nothing has happened yet.
async fn refuse_unwritable(app: &App, how: &SendArgs) -> Result<(), Failure> {
    let Some(report) = &how.report else { return Ok(()) };
    app.try_report_place(&report.path).await.map_err(|_| {
        let place = report.path.display();
        Failure::not_done(
            "storage",
            format!(
                "The report can't be written to {place}, so nobody was invited. Make room there, or give --report \
                 another place."
            ),
        )
    })
}

/// Nobody can be asked where no terminal is, nor where standard input brings the file.
pub fn refuse_unasked(how: &SendArgs, input_taken: bool) -> Result<(), Failure> {
    let can_ask = !input_taken && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if how.yes || can_ask {
        return Ok(());
    }
    Err(Failure::usage(
        "Nobody can be asked here whether to send. Add --yes to send without being asked; nothing was sent.",
    ))
}

/// What came of the wish to invite.
enum Begun {
    /// Nobody was left to invite, and no run was begun.
    Nobody(Box<RunDocument>),
    /// The run that is there already has nothing left to do.
    Earlier { profile: String, run: String },
    /// Being sent.
    Sending { profile: String, run: String },
}

/// What is to be done about a file that may have been sent before.
#[derive(Debug, PartialEq)]
enum Step {
    Anew,
    Again { failed_in: String },
    GoOn { run: String, people: u32 },
    ShowOnly { run: String },
}

async fn begin(app: &App, laid: LaidOut, if_seen: Option<IfSeen>, how: &SendArgs) -> Result<Begun, Failure> {
    let patience = Patience::of(how.wait_lock);
    let mut agreed = if how.yes { Some(u32::MAX) } else { None };
    loop {
        let step = step(&app.runs_of_same_file(&laid.draft).await?, if_seen)?;
        let mut planned = match &step {
            Step::ShowOnly { run } => return Ok(Begun::Earlier { profile: laid.profile, run: run.clone() }),
            // Whoever began it was asked then.
            Step::GoOn { people, .. } => Planned { people: *people, name_needed: false },
            Step::Again { failed_in } => {
                app.keep_what_failed(&laid.draft, failed_in).await?;
                planned(app, &laid).await?
            }
            Step::Anew => planned(app, &laid).await?,
        };
        if planned.people > 0 && agreed.is_none_or(|agreed| planned.people > agreed) {
            let people = planned.people;
            planned = agree(app, &laid, &step, planned).await?;
            agreed = Some(people);
        }
        if planned.name_needed {
            // It was typed, or whoever wrote --yes into a script was asked then.
            let name = app.profile_title(&laid.profile).await?.name;
            app.confirm_sending(laid.draft.clone(), name).await?;
        }
        let sent = match &step {
            Step::GoOn { run, .. } => app.go_on(laid.profile.clone(), run.clone(), SendMode::All).await,
            _ => app.start_run(laid.draft.clone(), SendMode::All).await,
        };
        match sent {
            Ok(run) => return Ok(Begun::Sending { profile: laid.profile, run: run.id }),
            Err(refused) if refused.code == ErrorCode::NothingToSend => {
                return Ok(Begun::Nobody(Box::new(app.nobody_invited(&laid.draft).await?)));
            }
            Err(refused) => patience.again(refused).await?,
        }
        // Whoever sent meanwhile may have invited the same people: the plan is made anew.
        app.choose_values(laid.draft.clone(), laid.defaults.clone(), laid.decisions).await?;
    }
}

/// Whom a plan would invite.
#[derive(Clone, Copy)]
struct Planned {
    people: u32,
    /// Whether the connection's name has to be typed first.
    name_needed: bool,
}

async fn planned(app: &App, laid: &LaidOut) -> Result<Planned, AppError> {
    let check = app.check_draft(laid.draft.clone()).await?;
    Ok(Planned { people: check.invites, name_needed: check.name_needed })
}

/// What is to be done, by the newest run of the same file.
fn step(same: &[RunView], wish: Option<IfSeen>) -> Result<Step, Failure> {
    let Some(newest) = same.first() else { return Ok(Step::Anew) };
    let open = open_rows(newest);
    let unfinished = newest.state != RunState::Finished;
    let id = newest.id.clone();
    match wish {
        Some(IfSeen::Stop) => Err(Failure::not_done(
            "file-seen",
            format!("This file was sent before, in run {id}. Nothing was sent now, as --if-seen stop asks."),
        )),
        Some(IfSeen::New) => Ok(Step::Anew),
        Some(IfSeen::OnlyFailed) if !unfinished => Ok(Step::Again { failed_in: id }),
        None if !unfinished => Ok(Step::Anew),
        // A finished run may still have rows that a person said to send.
        Some(IfSeen::Resume) if !unfinished && open == 0 => Ok(Step::ShowOnly { run: id }),
        _ => {
            eprintln!("This file was sent before and is not finished: going on with run {id}.");
            Ok(Step::GoOn { run: id, people: open })
        }
    }
}

fn open_rows(run: &RunView) -> u32 {
    let open = |state| matches!(state, RowState::Ready | RowState::InFlight | RowState::Unknown);
    run.counts.iter().filter(|count| open(count.state)).map(|count| count.rows).sum()
}

/// Shows what will happen and asks. Only a clear yes is one; for much, or for power over others, the connection's name.
async fn agree(app: &App, laid: &LaidOut, step: &Step, mut planned: Planned) -> Result<Planned, Failure> {
    let title = app.profile_title(&laid.profile).await?;
    let people = planned.people;
    let mut text = String::new();
    if !matches!(step, Step::GoOn { .. }) {
        let document = app.check_document(laid.draft.clone(), false).await?;
        let check = app.check_draft(laid.draft.clone()).await?;
        planned.name_needed = check.name_needed;
        text.push_str(&output::check::text(&document, &check));
        text.push('\n');
    }
    text.push_str(&output::run::question(people, &title.name, &title.base_url, title.live));
    text.push_str(match planned.name_needed {
        true => " To send, type the name of the connection: ",
        false => " Send now? [y/N] ",
    });
    let answer = answer(text).await;
    let agreed = match planned.name_needed {
        true => app.confirm_sending(laid.draft.clone(), answer).await.is_ok(),
        false => matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"),
    };
    if agreed {
        return Ok(planned);
    }
    let people = many(people, "person", "people");
    Err(Failure::stopped(format!("Not sent: {people} would have been invited. Nothing was changed.")))
}

/// What a person types after a question; nothing where nobody can be heard.
pub(super) async fn answer(question: String) -> String {
    let typed = tokio::task::spawn_blocking(move || {
        let mut answer = String::new();
        // Standard error is not held while it waits: whoever stops the program is told so there.
        std::io::stderr().write_all(question.as_bytes())?;
        std::io::stdin().read_line(&mut answer).map(|_| answer)
    });
    typed.await.ok().and_then(Result::ok).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{Cli, Command};
    use crate::failure::Code;
    use clap::Parser;

    fn run(state: RunState, ready: u32) -> RunView {
        RunView {
            id: "r".into(),
            profile: "p".into(),
            title: "a.csv".into(),
            started_at: String::new(),
            started_by: String::new(),
            state,
            active: false,
            counts: vec![RowStateCount { state: RowState::Ready, rows: ready }],
            rows: ready,
            people: ready,
            pause: None,
            stopped_because: None,
            seconds_left: None,
            people_per_minute: None,
            next_look_at: None,
        }
    }

    /// The lines of the guide's table for jobs. An option that stands alone takes the place of the last one before it.
    fn lines_of_the_guide() -> Vec<String> {
        let guide = include_str!("../../../../docs/guide/jobs.md");
        let rows = guide.lines().map(str::trim).filter(|line| line.starts_with('|'));
        let code = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
        let mut lines: Vec<String> = Vec::new();
        for code in code {
            let line = match (code.starts_with("--"), lines.last().and_then(|line| line.rsplit_once(' '))) {
                (true, Some((before, _))) => format!("{before} {code}"),
                _ => code.to_owned(),
            };
            lines.push(line);
        }
        lines
    }

    #[test]
    fn what_the_guide_says_for_jobs_is_understood_and_asks_nobody() {
        let lines = lines_of_the_guide();
        let mut sending = 0;
        for line in &lines {
            let cli = Cli::try_parse_from(line.split_whitespace())
                .unwrap_or_else(|problem| panic!("{line}: {problem}"));
            let how = match cli.command {
                Command::Invite(args) => args.send,
                Command::Reinvite(args) => args.send,
                _ => continue,
            };
            sending += 1;
            assert!(refuse_unasked(&how, true).is_ok(), "nobody can be asked at night: {line}");
        }
        assert_eq!((lines.len(), sending), (12, 2), "{lines:#?}");
    }

    #[test]
    fn a_file_that_was_seen_is_resumed_or_begun_anew_as_asked() {
        let decide = |state, ready, wish| step(&[run(state, ready)], wish).map_err(|failure| failure.code);
        let go_on = |people| Ok(Step::GoOn { run: "r".into(), people });
        assert_eq!(step(&[], Some(IfSeen::Stop)).map_err(|failure| failure.code), Ok(Step::Anew));
        assert_eq!(decide(RunState::Stopped, 2, None), go_on(2));
        assert_eq!(decide(RunState::Stopped, 2, Some(IfSeen::OnlyFailed)), go_on(2));
        assert_eq!(decide(RunState::Stopped, 2, Some(IfSeen::New)), Ok(Step::Anew));
        assert_eq!(decide(RunState::Stopped, 2, Some(IfSeen::Stop)), Err(Code::NotDone));
        assert_eq!(decide(RunState::Finished, 0, None), Ok(Step::Anew));
        assert_eq!(
            decide(RunState::Finished, 0, Some(IfSeen::OnlyFailed)),
            Ok(Step::Again { failed_in: "r".into() })
        );
        assert_eq!(
            decide(RunState::Finished, 0, Some(IfSeen::Resume)),
            Ok(Step::ShowOnly { run: "r".into() })
        );
        assert_eq!(decide(RunState::Finished, 1, Some(IfSeen::Resume)), go_on(1));
    }
}
