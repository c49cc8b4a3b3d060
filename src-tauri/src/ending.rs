//! How the window comes to its end, so that the next start can tell an end that nobody wanted.

use rollcall_app::App;
use rollcall_app::contract::AppError;
use tauri::{AppHandle, Manager, RunEvent};

/// A window opens.
///
/// # Errors
/// When it can't be noted.
pub(crate) fn opens(shell: &AppHandle) -> Result<(), AppError> {
    shell.state::<App>().window_opens()?;
    when_asked_by_the_system(shell);
    Ok(())
}

/// What the system tells of the app as a whole.
pub(crate) fn on_event(shell: &AppHandle, event: &RunEvent) {
    if let RunEvent::Exit = event {
        shell.state::<App>().window_closes();
    }
}

/// Whoever signs out or stops the session asks every program to end.
#[cfg(unix)]
fn when_asked_by_the_system(shell: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    for kind in [SignalKind::terminate(), SignalKind::hangup(), SignalKind::interrupt()] {
        let shell = shell.clone();
        tauri::async_runtime::spawn(async move {
            match signal(kind) {
                Ok(mut asked) => {
                    asked.recv().await;
                    shell.exit(0);
                }
                Err(problem) => tracing::warn!(%problem, "an end that the system asks for is not heard"),
            }
        });
    }
}

/// There the system closes the window, as a person does.
#[cfg(not(unix))]
fn when_asked_by_the_system(_: &AppHandle) {}
