//! How far something is, on standard error and only where somebody looks.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rollcall_app::App;
use rollcall_app::contract::{AppEvent, RunState, RunView};
use std::future::Future;
use std::io::IsTerminal;

/// A line that moves, or nothing where standard error is not a terminal.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// Begins the line.
    pub fn begin(what: &str) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        bar.set_style(
            ProgressStyle::with_template("{msg}  {human_pos} so far")
                .unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        bar.set_message(what.to_owned());
        Self(Some(bar))
    }

    /// Says how far it is.
    pub fn at(&self, done: u32, of: Option<u32>, left: Option<u32>) {
        let Some(bar) = &self.0 else { return };
        if let Some(of) = of {
            bar.set_length(u64::from(of));
            let style = ProgressStyle::with_template("{msg}  {bar:30} {human_pos} of {human_len}{prefix}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        }
        bar.set_prefix(left.map(time_left).unwrap_or_default());
        bar.set_position(u64::from(done));
    }

    /// Says something else than the number.
    pub fn say(&self, text: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(text.to_owned());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

fn time_left(seconds: u32) -> String {
    match seconds {
        0..=89 => format!(", {seconds} s left"),
        _ => format!(", {} min left", seconds.div_ceil(60)),
    }
}

/// Does `work`, which may fetch the list of people, and shows how far the fetching is.
pub async fn while_fetching<T>(app: &App, work: impl Future<Output = T>) -> T {
    let mut events = app.events();
    let mut line = None;
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return done,
            event = events.next() => if let Some(AppEvent::RefreshProgress(at)) = event {
                line.get_or_insert_with(|| Progress::begin("Fetching people")).at(at.read, at.total, at.seconds_left);
            },
        }
    }
}

/// Shows how far a run is.
pub fn show_run(line: &Progress, run: &RunView) {
    use rollcall_app::contract::RowState::{Confirmed, ConfirmedByList, InFlight, Ready, Refused, Unknown};
    let rows = |states: &[rollcall_app::contract::RowState]| -> u32 {
        run.counts.iter().filter(|count| states.contains(&count.state)).map(|count| count.rows).sum()
    };
    let done = rows(&[Confirmed, ConfirmedByList, Refused]);
    let checked = rows(&[Unknown]);
    match (&run.pause, run.state) {
        (Some(pause), RunState::Paused) => line.say(&super::plain(&pause.reason)),
        _ if checked > 0 => line.say(&format!("Sending, {checked} being checked")),
        _ => line.say("Sending"),
    }
    line.at(done, Some(done + checked + rows(&[Ready, InFlight])), run.seconds_left);
}
