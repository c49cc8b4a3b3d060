//! Tells a person who looks elsewhere that a run came to rest.

use crate::words::Words;
use rollcall_app::contract::{AppEvent, RunMoved, RunView};
use rollcall_app::{App, RunNotice};
use std::collections::HashSet;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::plugin::{Plugin, TauriPlugin};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_notification::NotificationExt;

/// The plugin that speaks to the system's notifications, without its script for the page and without its
/// commands: the page has no part in it.
pub(crate) struct Notifications(TauriPlugin<Wry>);

impl Notifications {
    pub(crate) fn new() -> Self {
        Self(tauri_plugin_notification::init())
    }
}

impl Plugin<Wry> for Notifications {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn initialize(&mut self, app: &AppHandle, config: serde_json::Value) -> Result<(), Box<dyn Error>> {
        self.0.initialize(app, config)
    }
}

/// The runs that are waited for.
type Watched = Arc<Mutex<HashSet<String>>>;

/// Waits for every run that is sent from here, as long as the app lives.
pub(crate) fn watch_runs(shell: &AppHandle) {
    let shell = shell.clone();
    let mut events = shell.state::<App>().events();
    tauri::async_runtime::spawn(async move {
        let watched = Watched::default();
        while let Some(event) = events.next().await {
            if let AppEvent::RunChanged(run) = event
                && locked(&watched).insert(run.run_id.clone())
            {
                tauri::async_runtime::spawn(wait_for(shell.clone(), run, watched.clone()));
            }
        }
    });
}

async fn wait_for(shell: AppHandle, run: RunMoved, watched: Watched) {
    if let Some(ended) = at_rest(&shell.state::<App>(), &run).await
        && !is_in_front(&shell)
    {
        let words = Words::said(&shell).await;
        tell(&shell, RunNotice::of(&ended, &words.notice), &run);
    }
    locked(&watched).remove(&run.run_id);
}

/// A run that is being sent, once it came to rest; nothing of one that is not.
async fn at_rest(app: &App, run: &RunMoved) -> Option<RunView> {
    let view = || app.run_view(run.profile.clone(), run.run_id.clone());
    // The last thing that is heard of a run is that it rests.
    if !view().await.ok()?.active {
        return None;
    }
    app.run_ended(&run.profile, &run.run_id).await.ok()?;
    view().await.ok()
}

/// Where that can't be told, a notification too many is better than none.
pub(crate) fn is_in_front(shell: &AppHandle) -> bool {
    shell
        .get_webview_window("main")
        .is_some_and(|window| window.is_focused().unwrap_or(false) && !window.is_minimized().unwrap_or(false))
}

fn tell(shell: &AppHandle, notice: RunNotice, run: &RunMoved) {
    // The name stands in the title: of a text, some systems take a part in angle brackets for markup.
    let shown = shell
        .notification()
        .builder()
        .id(shell.state::<Told>().remember(run.clone()))
        .title(notice.title)
        .body(notice.text)
        .show();
    if let Err(problem) = shown {
        tracing::warn!(%problem, "a notification could not be shown");
    }
}

/// What was told, by the number of its notification: a click on one opens its run.
#[derive(Default)]
pub(crate) struct Told(Mutex<Vec<RunMoved>>);

impl Told {
    fn remember(&self, run: RunMoved) -> i32 {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.push(run);
        i32::try_from(told.len()).unwrap_or(i32::MAX)
    }

    fn of(&self, number: i32) -> Option<RunMoved> {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(place).cloned()
    }
}

/// Opens the run of every notification that is clicked.
pub(crate) fn open_clicked(shell: &AppHandle) {
    let clicked = shell.clone();
    let heard = shell.notification().on_action(move |action| {
        let number = action.notification().map_or(0, tauri_plugin_notification::ActiveNotification::id);
        let Some(run) = clicked.state::<Told>().of(number) else { return };
        crate::appearing::bring_forward(&clicked);
        clicked.state::<App>().announce(AppEvent::RunAsked(run));
    });
    if let Err(problem) = heard {
        tracing::warn!(%problem, "clicks on notifications are not heard");
    }
}

fn locked(watched: &Watched) -> std::sync::MutexGuard<'_, HashSet<String>> {
    watched.lock().unwrap_or_else(PoisonError::into_inner)
}
