//! Follows a run to its end, and says how it ended.

use crate::args::ReportPath;
use crate::failure::{Code, Done, Failure};
use crate::output::{self, progress};
use crate::stopping::Stop;
use rollcall_app::App;
use rollcall_app::contract::*;
use std::time::Duration;

/// How often a run is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// How often it is tried to become the sender.
const TRY_EVERY: Duration = Duration::from_millis(250);

/// Waits until every row ended or waits for a person. Asked to stop, it starts no more calls and lets those
/// under way come to their end; asked once more it leaves at once, and what was under way is looked up later.
pub async fn to_the_end(
    app: &App,
    profile: &str,
    run: &str,
    stop: &mut Stop,
) -> Result<RunDocument, Failure> {
    let line = progress::Progress::begin("Sending");
    let mut stopping = false;
    loop {
        tokio::select! {
            ended = app.run_ended(profile, run) => {
                ended?;
                break;
            }
            () = stop.asked() => {
                if stopping {
                    break;
                }
                stopping = true;
                app.stop_run(profile.to_owned(), run.to_owned()).await?;
                line.say("Stopping");
                eprintln!("No more calls are started. What is under way comes to its end first.");
            }
            () = tokio::time::sleep(LOOK_EVERY) => {
                progress::show_run(&line, &app.run_view(profile.to_owned(), run.to_owned()).await?);
            }
        }
    }
    drop(line);
    Ok(app.run_document(profile, run).await?)
}

/// Says how a run stands, and ends the command accordingly.
pub fn tell(document: &RunDocument, json: bool) -> Done {
    let code = output::run::code(document);
    if json {
        output::print_json(document)?;
    } else {
        output::print(&output::run::text(document, false))?;
    }
    if code == Code::Stopped {
        // Standard output may be a file that nobody reads until somebody asks why.
        if let Some(reason) = document.run.reason.as_deref().filter(|_| json) {
            eprintln!("{}", output::plain(reason));
        }
        let id = document.run.run_id.as_deref().unwrap_or_default();
        eprintln!(
            "Stopped: {}. `rollcallctl runs resume {id}` goes on.",
            output::run::in_short(&document.run)
        );
    }
    Ok(code)
}

/// Writes what became of each row.
pub async fn report(
    app: &App,
    profile: &str,
    run: &str,
    rows: ReportRows,
    to: &ReportPath,
) -> Result<(), Failure> {
    let report = app.report(profile.to_owned(), run.to_owned(), rows, to.format).await?;
    let name = app.write_report(&to.path, report).await?;
    eprintln!("{} is written.", output::plain(&name));
    Ok(())
}

/// How long it is still waited for another sender to end.
pub struct Patience(tokio::time::Instant);

impl Patience {
    /// So many seconds from now.
    pub fn of(seconds: u64) -> Self {
        // A century is for ever, and can be added to any clock.
        Self(tokio::time::Instant::now() + Duration::from_secs(seconds.min(100 * 365 * 86_400)))
    }

    /// Whether to try again. Waits a moment before it says so; the refusal is given back where time is up, or
    /// where it is not about another sender.
    pub async fn again(&self, refused: AppError) -> Result<(), AppError> {
        if refused.code != ErrorCode::SenderHeld || tokio::time::Instant::now() >= self.0 {
            return Err(refused);
        }
        tokio::time::sleep(TRY_EVERY).await;
        Ok(())
    }
}
